//! Taking fields out of an object, one by one.

use litemap::LiteMap;

use super::{
    super::{
        json::{Json, Object},
        rest::Rest,
    },
    Notice, Reader,
};
use crate::domain::{
    id::IdError,
    time::{Day, Timestamp},
};

impl Reader<'_> {
    /// Takes a field out when `parse` can read it; otherwise it stays in the leftovers and is
    /// noticed.
    pub(super) fn take<T>(
        &mut self,
        from: &mut Object,
        path: &str,
        key: &str,
        parse: impl FnOnce(&Json) -> Option<T>,
    ) -> Option<T> {
        let read = parse(from.get(key)?);
        if read.is_some() {
            from.remove(key);
        } else {
            let at = if path.is_empty() { key.to_owned() } else { format!("{path}.{key}") };
            self.notices.push(Notice::Ignored { at });
        }
        read
    }

    /// Takes an object out; the caller puts back what it leaves over.
    pub(super) fn take_object(
        &mut self,
        from: &mut Object,
        path: &str,
        key: &str,
    ) -> Option<Object> {
        self.take(from, path, key, |value| value.as_object().cloned())
    }

    /// Takes an object out, reads its fields, and puts back what they leave over.
    pub(super) fn within<T>(
        &mut self,
        from: &mut Object,
        path: &str,
        key: &str,
        read: impl FnOnce(&mut Self, &mut Object) -> T,
    ) -> Option<T> {
        let mut fields = self.take_object(from, path, key)?;
        let value = read(self, &mut fields);
        if !fields.is_empty() {
            from.insert(key.to_owned(), Json::Object(fields));
        }
        Some(value)
    }

    /// Takes a list of objects apart: `read` is given each with the way to it, and says whether it
    /// could make sense of it. An entry of which there is no sense to be made is noticed, and stays.
    pub(super) fn take_list(
        &mut self,
        from: &mut Object,
        path: &str,
        key: &str,
        read: &mut dyn FnMut(&mut Self, &str, Object) -> bool,
    ) {
        let list = self.take(from, path, key, |value| value.as_array().map(<[Json]>::to_vec));
        let mut senseless = Vec::new();
        for (place, entry) in list.unwrap_or_default().into_iter().enumerate() {
            let at = if path.is_empty() {
                format!("{key}.{place}")
            } else {
                format!("{path}.{key}.{place}")
            };
            let made_sense = match &entry {
                Json::Object(fields) => read(self, &at, fields.clone()),
                _ => false,
            };
            if !made_sense {
                self.notices.push(Notice::Ignored { at });
                senseless.push(entry);
            }
        }
        if !senseless.is_empty() {
            from.insert(key.to_owned(), Json::Array(senseless));
        }
    }
}

impl Reader<'_> {
    /// Takes texts out that stand for some words, each word once and in their order; nothing when one
    /// of them is another.
    pub(super) fn set<T: Ord>(
        &mut self,
        from: &mut Object,
        path: &str,
        key: &str,
        parse: fn(&str) -> Option<T>,
    ) -> Vec<T> {
        let mut words = self.take(from, path, key, |value| list(value, parse)).unwrap_or_default();
        words.sort();
        words.dedup();
        words
    }

    /// Takes identifiers out of a list, each once and in the order of the list.
    pub(super) fn ids<T: PartialEq>(
        &mut self,
        from: &mut Object,
        path: &str,
        key: &str,
        parse: fn(&str) -> Result<T, IdError>,
    ) -> Vec<T> {
        let parse = |id: &str| parse(id).ok();
        let all = self.take(from, path, key, |value| list(value, parse)).unwrap_or_default();
        let mut ids = Vec::with_capacity(all.len());
        for id in all {
            if !ids.contains(&id) {
                ids.push(id);
            }
        }
        ids
    }

    /// Takes the number out by which people call something. Whatever has none isn't one of these
    /// things: it stays as it is.
    pub(super) fn counted(&mut self, from: &mut Object, path: &str) -> Option<u64> {
        let number = from.get("number").and_then(Json::as_u64);
        if number.is_some() {
            from.remove("number");
        } else {
            self.notices.push(Notice::Ignored { at: path.to_owned() });
        }
        number
    }

    /// Takes apart an object that keeps objects by identifier. `read` is given each with the way to
    /// it, in steps parted by slashes, and makes something of it, or nothing: then it stays. What it
    /// leaves over is kept as long as there is something under that identifier.
    pub(super) fn entries<K: Ord + Clone, V>(
        &mut self,
        from: &mut Object,
        key: &str,
        parse: fn(&str) -> Result<K, IdError>,
        read: fn(&mut Self, &K, &str, &mut Object) -> Option<V>,
    ) -> LiteMap<K, V> {
        let entries = self.within(from, "", key, |reader, raw| {
            let mut entries = LiteMap::new_vec();
            for name in raw.keys().cloned().collect::<Vec<_>>() {
                let way = format!("{key}/{name}");
                let fields = raw.get(&name).and_then(Json::as_object).cloned();
                let (Ok(id), Some(mut fields)) = (parse(&name), fields) else {
                    reader.notices.push(Notice::Ignored { at: way.replace('/', ".") });
                    continue;
                };
                if let Some(value) = read(reader, &id, &way, &mut fields) {
                    raw.remove(&name);
                    entries.insert(id, value);
                    if !fields.is_empty() {
                        reader.rests.push(Rest::of_object(&way, fields));
                    }
                }
            }
            entries
        });
        entries.unwrap_or_default()
    }
}

pub(super) fn text(value: &Json) -> Option<String> {
    value.as_str().map(str::to_owned)
}

pub(super) fn timestamp(value: &Json) -> Option<Timestamp> {
    Timestamp::parse(value.as_str()?)
}

pub(super) fn day(value: &Json) -> Option<Day> {
    Day::parse(value.as_str()?)
}

/// A list of texts that all can be parsed.
pub(super) fn list<T>(value: &Json, parse: impl Fn(&str) -> Option<T>) -> Option<Vec<T>> {
    value.as_array()?.iter().map(|value| parse(value.as_str()?)).collect()
}
