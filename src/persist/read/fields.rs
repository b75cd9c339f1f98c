//! Taking fields out of an object, one by one.

use super::{
    super::json::{Json, Object},
    Notice, Reader,
};
use crate::domain::time::{Day, Timestamp};

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
