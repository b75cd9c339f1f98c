//! A JSON value and the way to it, for readers that name the place of the first fault.
//!
//! Readers don't stop at a fault: it is noted, a stand-in is returned, and at the end the whole is
//! refused. So a reader is a list of its fields, without a way out at each of them, which is also
//! half the machine code.

use std::{cell::RefCell, fmt};

use litemap::LiteMap;

use super::json::{self, Json, JsonError, Object};
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
            Self::Repeated(key) => write!(f, "“{key}” stands twice in one object"),
            Self::Field(at) => write!(f, "{at} is missing, unknown or not as the schema says"),
        }
    }
}

impl std::error::Error for FormError {}

/// Words by identifier.
pub type Words = LiteMap<String, String>;

/// Reads a whole text with `read`.
///
/// # Errors
/// [`FormError`] with the place of the first fault.
pub fn read<T>(text: &str, read: impl FnOnce(&Node<'_>) -> Option<T>) -> Result<T, FormError> {
    let value = parse(text)?;
    let fault = RefCell::new(None);
    let root = Node { value: &value, way: Way::Root, fault: &fault };
    let found = read(&root);
    if found.is_none() {
        root.fault("");
    }
    match (found, fault.into_inner()) {
        (Some(found), None) => Ok(found),
        (_, fault) => Err(fault.unwrap_or_else(|| FormError::Field(String::new()))),
    }
}

fn parse(text: &str) -> Result<Json, FormError> {
    let (value, repeated) = json::parse_own(text).map_err(FormError::Json)?;
    repeated.into_iter().next().map_or(Ok(value), |key| Err(FormError::Repeated(key)))
}

/// A value and the way to it. Its methods note a fault when the value is of another form, and return
/// a stand-in then: an empty text, zero, nothing.
#[derive(Debug)]
pub struct Node<'a> {
    value: &'a Json,
    way: Way<'a>,
    /// The first one of the whole text.
    fault: &'a RefCell<Option<FormError>>,
}

/// How a value is reached.
#[derive(Debug)]
enum Way<'a> {
    Root,
    Field(&'a Node<'a>, &'a str),
    Place(&'a Node<'a>, usize),
}

/// What a missing field holds.
static NOTHING: Json = Json::Null;

#[allow(
    clippy::redundant_closure_for_method_calls,
    reason = "a method of one Node isn't a function of every Node"
)]
impl Node<'_> {
    fn at(&self) -> String {
        let (above, key) = match self.way {
            Way::Root => return String::new(),
            Way::Field(above, key) => (above.at(), key.to_owned()),
            Way::Place(above, place) => (above.at(), place.to_string()),
        };
        if above.is_empty() { key } else { format!("{above}.{key}") }
    }

    /// Notes a fault of a field of this object, or of this value with an empty key.
    #[inline(never)]
    pub fn fault(&self, key: &str) {
        let mut fault = self.fault.borrow_mut();
        if fault.is_none() {
            let at = self.at();
            let at = if at.is_empty() || key.is_empty() { at + key } else { format!("{at}.{key}") };
            *fault = Some(FormError::Field(at));
        }
    }

    #[inline(never)]
    fn object(&self) -> Option<&Object> {
        let object = self.value.as_object();
        if object.is_none() {
            self.fault("");
        }
        object
    }

    /// Makes sure that an object has no other fields than these.
    #[inline(never)]
    pub fn only(&self, known: &[&str]) {
        let mut keys = self.object().into_iter().flat_map(Object::keys);
        if let Some(key) = keys.find(|key| !known.contains(&key.as_str())) {
            self.fault(key);
        }
    }

    /// A field that has to be there.
    #[must_use]
    #[inline(never)]
    pub fn get<'b>(&'b self, key: &'b str) -> Node<'b> {
        self.may(key).unwrap_or_else(|| {
            self.fault(key);
            Node { value: &NOTHING, way: Way::Field(self, key), fault: self.fault }
        })
    }

    /// A field that may be absent.
    #[must_use]
    #[inline(never)]
    pub fn may<'b>(&'b self, key: &'b str) -> Option<Node<'b>> {
        let value = self.object()?.get(key)?;
        Some(Node { value, way: Way::Field(self, key), fault: self.fault })
    }

    /// Every field of an object, in the order of the keys.
    pub fn each_field(&self, mut read: impl FnMut(&str, &Node<'_>)) {
        for (key, value) in self.object().into_iter().flatten() {
            read(key, &Node { value, way: Way::Field(self, key), fault: self.fault });
        }
    }

    /// Every value of a list.
    pub fn list<T>(&self, read: fn(&Node<'_>) -> T) -> Vec<T> {
        let Some(values) = self.value.as_array() else {
            self.fault("");
            return Vec::new();
        };
        let mut list = Vec::with_capacity(values.len());
        for (place, value) in values.iter().enumerate() {
            list.push(read(&Node { value, way: Way::Place(self, place), fault: self.fault }));
        }
        list
    }

    /// Every value of a list; those of which no stand-in can be made are left out.
    pub fn some<T>(&self, read: fn(&Node<'_>) -> Option<T>) -> Vec<T> {
        self.list(read).into_iter().flatten().collect()
    }

    /// Every value of a list in a field that may be absent.
    pub fn some_in<T>(&self, key: &str, read: fn(&Node<'_>) -> Option<T>) -> Vec<T> {
        self.may(key).map_or_else(Vec::new, |node| node.some(read))
    }

    /// Texts by key.
    #[must_use]
    #[inline(never)]
    pub fn words(&self) -> Words {
        let mut words = Words::new_vec();
        self.each_field(|key, node| {
            words.insert(key.to_owned(), node.text());
        });
        words
    }

    #[inline(never)]
    fn str(&self) -> &str {
        self.value.as_str().unwrap_or_else(|| {
            self.fault("");
            ""
        })
    }

    /// Whether this is a text.
    #[must_use]
    pub const fn is_text(&self) -> bool {
        matches!(self.value, Json::String(_))
    }

    /// A text.
    #[must_use]
    #[inline(never)]
    pub fn text(&self) -> String {
        self.str().to_owned()
    }

    /// A text in a field that has to be there.
    #[must_use]
    #[inline(never)]
    pub fn text_in(&self, key: &str) -> String {
        self.get(key).text()
    }

    /// A list of texts.
    #[must_use]
    #[inline(never)]
    pub fn texts(&self) -> Vec<String> {
        self.list(|node| node.text())
    }

    /// A list of lists of texts.
    #[must_use]
    pub fn text_rows(&self) -> Vec<Vec<String>> {
        self.list(|node| node.texts())
    }

    /// A list of texts in a field that has to be there.
    #[must_use]
    #[inline(never)]
    pub fn texts_in(&self, key: &str) -> Vec<String> {
        self.get(key).texts()
    }

    /// Yes or no; no when the field is absent.
    #[must_use]
    #[inline(never)]
    pub fn flag_in(&self, key: &str) -> bool {
        self.may(key).is_some_and(|node| {
            node.value.as_bool().unwrap_or_else(|| {
                node.fault("");
                false
            })
        })
    }

    /// A whole number.
    #[must_use]
    #[inline(never)]
    pub fn number(&self) -> u64 {
        self.value.as_u64().unwrap_or_else(|| {
            self.fault("");
            0
        })
    }

    /// A list of whole numbers.
    #[must_use]
    #[inline(never)]
    pub fn numbers(&self) -> Vec<u64> {
        self.list(|node| node.number())
    }

    /// An identifier; `None`, and a fault, when it is none.
    pub fn id<T>(&self, parse: fn(&str) -> Result<T, IdError>) -> Option<T> {
        let id = parse(self.value.as_str().unwrap_or_default()).ok();
        if id.is_none() {
            self.fault("");
        }
        id
    }

    /// An identifier in a field that has to be there.
    pub fn id_in<T>(&self, key: &str, parse: fn(&str) -> Result<T, IdError>) -> Option<T> {
        self.get(key).id(parse)
    }

    /// One of some words in a field that has to be there; `None`, and a fault, when it is another.
    pub fn one_of<T: Copy>(&self, key: &str, known: &[(&str, T)]) -> Option<T> {
        let node = self.get(key);
        let text = node.str();
        let found = known.iter().find(|(name, _)| *name == text).map(|(_, value)| *value);
        if found.is_none() {
            self.fault(key);
        }
        found
    }
}
