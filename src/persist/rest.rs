//! What a file says that this program doesn't understand: it is kept and written again.

use super::json::{Json, Object};

/// What is left over within something that comes and goes as a whole: an exclusion, or an entry of a
/// list. It is written only while that is there.
#[derive(Clone, Debug, PartialEq)]
pub struct Rest {
    /// The keys from the assessment to the exclusion or the list.
    way: Vec<String>,
    /// Which entry of the list.
    entry: Option<Entry>,
    fields: Object,
}

/// How an entry is found again: at its place if that still has this text, else by the text.
#[derive(Clone, Debug, PartialEq)]
struct Entry {
    place: usize,
    key: &'static str,
    text: String,
}

impl Entry {
    fn find<'a>(&self, list: &'a mut [Json]) -> Option<&'a mut Json> {
        let is_it = |entry: &Json| {
            let text = entry.as_object().and_then(|fields| fields.get(self.key)?.as_str());
            text.unwrap_or_default() == self.text
        };
        let place = if list.get(self.place).is_some_and(is_it) {
            self.place
        } else {
            list.iter().position(is_it)?
        };
        list.get_mut(place)
    }
}

impl Rest {
    /// Of something that is kept by its identifier, such as a risk; `way` leads to it.
    pub(super) fn of_object(way: &str, fields: Object) -> Self {
        Self { way: steps(way), entry: None, fields }
    }

    /// Of an entry of a list that stood at this place with this text under `key`; `way` leads to the
    /// list.
    pub(super) fn of_entry(
        way: &str,
        place: usize,
        (key, text): (&'static str, &str),
        fields: Object,
    ) -> Self {
        let entry = Entry { place, key, text: text.to_owned() };
        Self { way: steps(way), entry: Some(entry), fields }
    }

    /// Adds it to an assessment about to be written.
    pub(super) fn write_into(&self, assessment: Option<&mut Json>) {
        if let Some(known) = assessment.and_then(|assessment| self.find(assessment)) {
            add_missing(known, &self.fields);
        }
    }

    /// Drops what by now has a value in the assessment.
    pub(super) fn settle(&mut self, assessment: &mut Json) {
        if let Some(known) = self.find(assessment) {
            drop_known(&mut self.fields, known);
        }
    }

    /// The object that it belongs to, if that is still there.
    fn find<'a>(&self, assessment: &'a mut Json) -> Option<&'a mut Object> {
        let mut value = assessment;
        for key in &self.way {
            let Json::Object(fields) = value else { return None };
            value = fields.get_mut(key)?;
        }
        if let Some(entry) = &self.entry {
            let Json::Array(list) = value else { return None };
            value = entry.find(list)?;
        }
        if let Json::Object(fields) = value { Some(fields) } else { None }
    }
}

/// A way to something as steps. Identifiers may have points, so steps are parted by slashes.
fn steps(way: &str) -> Vec<String> {
    way.split('/').map(str::to_owned).collect()
}

/// The lists of which senseless entries are kept beside those that make sense.
const LISTS: [&str; 3] = ["controls", "evidence", "snapshots"];

/// Takes from `unknown` what `known` has a value for; objects that both have keep what only one has.
pub(super) fn drop_known(unknown: &mut Object, known: &Object) {
    for (key, value) in std::mem::take(unknown) {
        match (known.get(&key), value) {
            (Some(Json::Object(known)), Json::Object(mut inner)) => {
                drop_known(&mut inner, known);
                if !inner.is_empty() {
                    unknown.insert(key, Json::Object(inner));
                }
            }
            (Some(Json::Array(_)), entries @ Json::Array(_)) if LISTS.contains(&key.as_str()) => {
                unknown.insert(key, entries);
            }
            (Some(_), _) => {}
            (None, value) => {
                unknown.insert(key, value);
            }
        }
    }
}

/// Adds the fields of `more` that `fields` lacks, in nested objects too, and the senseless entries of
/// lists after the others.
pub(super) fn add_missing(fields: &mut Object, more: &Object) {
    for (key, value) in more {
        match (fields.get_mut(key), value) {
            (Some(Json::Object(known)), Json::Object(unknown)) => add_missing(known, unknown),
            (Some(Json::Array(known)), Json::Array(entries)) if LISTS.contains(&key.as_str()) => {
                known.extend(entries.iter().cloned());
            }
            (Some(_), _) => {}
            (None, value) => {
                fields.insert(key.clone(), value.clone());
            }
        }
    }
}
