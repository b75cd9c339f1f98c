//! A JSON value and the way to it, for readers that name the place of every error.

use std::fmt;

use litemap::LiteMap;
use serde_json::{Map, Value};

use super::json::{self, JsonError};
use crate::domain::id::IdError;

/// Why a text is not a file of the expected form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FormError {
    /// No JSON.
    Json(JsonError),
    /// A key that stands twice in one object.
    Repeated(String),
    /// A field that is missing, unknown or of another form than the schema says; the way to it:
    /// `sections.1.groups.0.items.4.weight`.
    Field(String),
}

impl fmt::Display for FormError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Json(error) => error.fmt(f),
            Self::Repeated(key) => write!(f, "{key:?} stands twice in one object"),
            Self::Field(at) => write!(f, "{at} is missing, unknown or not as the schema says"),
        }
    }
}

impl std::error::Error for FormError {}

/// Something read, or the place of the first fault.
pub type Read<T> = Result<T, FormError>;

/// Words by identifier.
pub type Words = LiteMap<String, String>;

/// Reads a whole text with `read`.
///
/// # Errors
/// [`FormError`] with the place of the first fault.
pub fn read<T>(text: &str, read: impl FnOnce(&Node<'_>) -> Read<T>) -> Read<T> {
    let (value, repeated) = json::parse(text).map_err(FormError::Json)?;
    match repeated.into_iter().next() {
        Some(key) => Err(FormError::Repeated(key)),
        None => read(&Node { value: &value, at: String::new() }),
    }
}

/// A value and the way to it. Its methods fail with [`FormError::Field`] when the value is of
/// another form.
#[derive(Debug)]
pub struct Node<'a> {
    value: &'a Value,
    at: String,
}

#[allow(clippy::missing_errors_doc, reason = "said once, at the type")]
impl<'a> Node<'a> {
    /// The error for a field of this object, or for this value with an empty key.
    #[must_use]
    #[inline(never)]
    pub fn fault(&self, key: &str) -> FormError {
        FormError::Field(match (self.at.as_str(), key) {
            ("", key) => key.to_owned(),
            (at, "") => at.to_owned(),
            (at, key) => format!("{at}.{key}"),
        })
    }

    #[inline(never)]
    fn child(&self, key: &str, value: &'a Value) -> Self {
        let at = if self.at.is_empty() { key.to_owned() } else { format!("{}.{key}", self.at) };
        Self { value, at }
    }

    #[inline(never)]
    fn object(&self) -> Read<&'a Map<String, Value>> {
        self.value.as_object().ok_or_else(|| self.fault(""))
    }

    /// Makes sure that an object has no other fields than these.
    #[inline(never)]
    pub fn only(&self, known: &[&str]) -> Read<()> {
        let unknown = self.object()?.keys().find(|key| !known.contains(&key.as_str()));
        unknown.map_or(Ok(()), |key| Err(self.fault(key)))
    }

    /// A field that has to be there.
    #[inline(never)]
    pub fn get(&self, key: &str) -> Read<Self> {
        self.may(key)?.ok_or_else(|| self.fault(key))
    }

    /// A field that may be absent.
    #[inline(never)]
    pub fn may(&self, key: &str) -> Read<Option<Self>> {
        Ok(self.object()?.get(key).map(|value| self.child(key, value)))
    }

    /// All fields of an object, in the order of the keys.
    #[inline(never)]
    pub fn fields(&self) -> Read<Vec<(&'a str, Self)>> {
        let fields = self.object()?.iter();
        Ok(fields.map(|(key, value)| (key.as_str(), self.child(key, value))).collect())
    }

    #[inline(never)]
    fn items(&self) -> Read<Vec<Self>> {
        let values = self.value.as_array().ok_or_else(|| self.fault(""))?.iter();
        let numbered = values.enumerate();
        Ok(numbered.map(|(place, value)| self.child(&place.to_string(), value)).collect())
    }

    /// Every value of a list.
    pub fn list<T>(&self, read: fn(&Self) -> Read<T>) -> Read<Vec<T>> {
        let items = self.items()?;
        let mut list = Vec::with_capacity(items.len());
        for item in items {
            list.push(read(&item)?);
        }
        Ok(list)
    }

    /// Every value of a list in a field that may be absent.
    pub fn list_in<T>(&self, key: &str, read: fn(&Self) -> Read<T>) -> Read<Vec<T>> {
        self.may(key)?.map_or_else(|| Ok(Vec::new()), |node| node.list(read))
    }

    /// Texts by key.
    #[inline(never)]
    pub fn words(&self) -> Read<Words> {
        let mut words = Words::new_vec();
        for (key, node) in self.fields()? {
            words.insert(key.to_owned(), node.text()?);
        }
        Ok(words)
    }

    #[inline(never)]
    fn str(&self) -> Read<&'a str> {
        self.value.as_str().ok_or_else(|| self.fault(""))
    }

    /// A text.
    #[inline(never)]
    pub fn text(&self) -> Read<String> {
        self.str().map(str::to_owned)
    }

    /// A text in a field that has to be there.
    #[inline(never)]
    pub fn text_in(&self, key: &str) -> Read<String> {
        self.get(key)?.text()
    }

    /// A list of texts.
    #[inline(never)]
    pub fn texts(&self) -> Read<Vec<String>> {
        self.list(Self::text)
    }

    /// Yes or no; no when the field is absent.
    #[inline(never)]
    pub fn flag_in(&self, key: &str) -> Read<bool> {
        let Some(node) = self.may(key)? else { return Ok(false) };
        node.value.as_bool().ok_or_else(|| node.fault(""))
    }

    /// A whole number.
    #[inline(never)]
    pub fn number(&self) -> Read<u64> {
        self.value.as_u64().ok_or_else(|| self.fault(""))
    }

    /// An identifier.
    pub fn id<T>(&self, parse: fn(&str) -> Result<T, IdError>) -> Read<T> {
        parse(self.str()?).map_err(|_| self.fault(""))
    }

    /// An identifier in a field that has to be there.
    pub fn id_in<T>(&self, key: &str, parse: fn(&str) -> Result<T, IdError>) -> Read<T> {
        self.get(key)?.id(parse)
    }

    /// One of some words in a field that has to be there.
    pub fn one_of<T: Copy>(&self, key: &str, known: &[(&str, T)]) -> Read<T> {
        let text = self.get(key)?.str()?;
        let found = known.iter().find(|(name, _)| *name == text);
        found.map(|(_, value)| *value).ok_or_else(|| self.fault(key))
    }
}
