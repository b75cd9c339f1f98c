//! Reading a pack file. Written out field by field rather than derived, so that an error names the
//! place in the words of the file, and because the derived code is several times as large.

use std::{
    collections::BTreeMap,
    fmt::{self, Write as _},
};

use serde_json::{Map, Value};
use sha2::{Digest, Sha256};

use super::json::{self, JsonError};
use crate::domain::{
    id::{
        AttributeId, AttributeValue, CheckId, GroupId, HeadingId, IdError, ItemId, LevelCode,
        PackId, SectionId,
    },
    pack::{
        AttributeSource, Effort, GroupSource, ItemSource, Kind, Pack, PackError, PackSource,
        SectionSource,
    },
    scale::LevelSource,
};

/// Why a pack file can't be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PackReadError {
    /// No JSON.
    Json(JsonError),
    /// A key that stands twice in one object.
    Repeated(String),
    /// A field that is missing, unknown or of another form than the schema says; the way to it.
    Field(String),
    /// Of the right form, but breaking a rule.
    Pack(PackError),
}

impl fmt::Display for PackReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Json(error) => error.fmt(f),
            Self::Repeated(key) => write!(f, "{key:?} stands twice in one object"),
            Self::Field(at) => write!(f, "{at} is missing, unknown or not as the schema says"),
            Self::Pack(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for PackReadError {}

/// Reads and checks a pack file.
///
/// # Errors
/// [`PackReadError`] with the place of the first fault.
pub fn read_pack(text: &str) -> Result<Pack, PackReadError> {
    let (value, repeated) = json::parse(text).map_err(PackReadError::Json)?;
    if let Some(key) = repeated.into_iter().next() {
        return Err(PackReadError::Repeated(key));
    }
    let source = pack(&Node { value: &value, at: String::new() })?;
    Pack::new(source, sha256(text)).map_err(PackReadError::Pack)
}

/// SHA-256 of a text in hexadecimal.
#[must_use]
pub fn sha256(text: &str) -> String {
    let mut hash = String::with_capacity(64);
    for byte in Sha256::digest(text) {
        let _ = write!(hash, "{byte:02x}");
    }
    hash
}

type Read<T> = Result<T, PackReadError>;

fn pack(node: &Node<'_>) -> Read<PackSource> {
    const KNOWN: [&str; 8] =
        ["$schema", "format", "format_version", "id", "version", "scale", "attributes", "sections"];
    // Before anything else, so that a newer format is called newer and not wrong.
    let format = node.need("format", Node::text)?;
    let format_version = node.need("format_version", Node::number)?;
    if format == PackSource::FORMAT && format_version <= PackSource::FORMAT_VERSION {
        node.only(&KNOWN)?;
        Ok(PackSource {
            format,
            format_version,
            id: node.need("id", |node| node.id(PackId::parse))?,
            version: node.need("version", Node::text)?,
            scale: node.need("scale", |node| node.list(level))?,
            attributes: node.may("attributes", |node| node.list(attribute))?,
            sections: node.need("sections", |node| node.list(section))?,
        })
    } else {
        let id = node.need("id", |node| node.id(PackId::parse))?;
        Ok(PackSource { format, format_version, ..PackSource::empty(id) })
    }
}

fn level(node: &Node<'_>) -> Read<LevelSource> {
    node.only(&["code", "credit"])?;
    let credit = node.need("credit", |node| node.list(Node::number))?;
    Ok(LevelSource {
        code: node.need("code", |node| node.id(LevelCode::parse))?,
        credit: credit.try_into().map_err(|_| node.fault("credit"))?,
    })
}

fn attribute(node: &Node<'_>) -> Read<AttributeSource> {
    node.only(&["id", "values"])?;
    Ok(AttributeSource {
        id: node.need("id", |node| node.id(AttributeId::parse))?,
        values: node.need("values", |node| node.list(|node| node.id(AttributeValue::parse)))?,
    })
}

fn section(node: &Node<'_>) -> Read<SectionSource> {
    node.only(&["id", "kind", "groups"])?;
    Ok(SectionSource {
        id: node.need("id", |node| node.id(SectionId::parse))?,
        kind: node.need("kind", |node| {
            node.one_of(&[("requirement", Kind::Requirement), ("control", Kind::Control)])
        })?,
        groups: node.need("groups", |node| node.list(group))?,
    })
}

fn group(node: &Node<'_>) -> Read<GroupSource> {
    node.only(&["id", "items"])?;
    Ok(GroupSource {
        id: node.need("id", |node| node.id(GroupId::parse))?,
        items: node.need("items", |node| node.list(item))?,
    })
}

fn item(node: &Node<'_>) -> Read<ItemSource> {
    const KNOWN: [&str; 11] = [
        "id",
        "heading",
        "weight",
        "attributes",
        "effort",
        "step",
        "related",
        "checks",
        "quick",
        "previous",
        "amended",
    ];
    const EFFORTS: [(&str, Effort); 4] =
        [("S", Effort::S), ("M", Effort::M), ("L", Effort::L), ("XL", Effort::XL)];
    node.only(&KNOWN)?;
    Ok(ItemSource {
        id: node.need("id", |node| node.id(ItemId::parse))?,
        heading: node.may("heading", |node| node.id(HeadingId::parse).map(Some))?,
        weight: node.may("weight", |node| node.number().map(Some))?.unwrap_or(1),
        attributes: node.may("attributes", attributes)?,
        effort: node.need("effort", |node| node.one_of(&EFFORTS))?,
        step: node.need("step", Node::number)?,
        related: node.may("related", |node| node.list(|node| node.id(ItemId::parse)))?,
        checks: node.may("checks", |node| node.list(|node| node.id(CheckId::parse)))?,
        quick: node.may("quick", Node::flag)?,
        previous: node.may("previous", |node| node.list(Node::text))?,
        amended: node.may("amended", Node::flag)?,
    })
}

fn attributes(node: &Node<'_>) -> Read<BTreeMap<AttributeId, Vec<AttributeValue>>> {
    let mut attributes = BTreeMap::new();
    for key in node.object()?.keys() {
        let id = AttributeId::parse(key).map_err(|_| node.fault(key))?;
        let values = node.need(key, |node| node.list(|node| node.id(AttributeValue::parse)))?;
        attributes.insert(id, values);
    }
    Ok(attributes)
}

/// A value and the way to it.
struct Node<'a> {
    value: &'a Value,
    at: String,
}

impl<'a> Node<'a> {
    fn fault(&self, key: &str) -> PackReadError {
        PackReadError::Field(self.way_to(key))
    }

    /// Lists are walked by place, objects by key: `sections.1.groups.0.items.4.weight`.
    fn way_to(&self, key: &str) -> String {
        match (self.at.as_str(), key) {
            ("", key) => key.to_owned(),
            (at, "") => at.to_owned(),
            (at, key) => format!("{at}.{key}"),
        }
    }

    fn object(&self) -> Read<&'a Map<String, Value>> {
        self.value.as_object().ok_or_else(|| self.fault(""))
    }

    fn only(&self, known: &[&str]) -> Read<()> {
        let unknown = self.object()?.keys().find(|key| !known.contains(&key.as_str()));
        unknown.map_or(Ok(()), |key| Err(self.fault(key)))
    }

    fn need<T>(&self, key: &str, read: impl FnOnce(&Node<'a>) -> Read<T>) -> Read<T> {
        let value = self.object()?.get(key).ok_or_else(|| self.fault(key))?;
        read(&Node { value, at: self.way_to(key) })
    }

    fn may<T: Default>(&self, key: &str, read: impl FnOnce(&Node<'a>) -> Read<T>) -> Read<T> {
        if self.object()?.contains_key(key) { self.need(key, read) } else { Ok(T::default()) }
    }

    fn list<T>(&self, read: impl Fn(&Node<'a>) -> Read<T>) -> Read<Vec<T>> {
        let values = self.value.as_array().ok_or_else(|| self.fault(""))?;
        let nodes = values.iter().enumerate();
        nodes
            .map(|(place, value)| read(&Node { value, at: self.way_to(&place.to_string()) }))
            .collect()
    }

    fn text(&self) -> Read<String> {
        self.value.as_str().map(str::to_owned).ok_or_else(|| self.fault(""))
    }

    fn flag(&self) -> Read<bool> {
        self.value.as_bool().ok_or_else(|| self.fault(""))
    }

    fn number<T: TryFrom<u64>>(&self) -> Read<T> {
        let number = self.value.as_u64().and_then(|number| T::try_from(number).ok());
        number.ok_or_else(|| self.fault(""))
    }

    fn id<T>(&self, parse: fn(&str) -> Result<T, IdError>) -> Read<T> {
        self.value.as_str().and_then(|text| parse(text).ok()).ok_or_else(|| self.fault(""))
    }

    fn one_of<T: Copy>(&self, known: &[(&str, T)]) -> Read<T> {
        let text = self.value.as_str().ok_or_else(|| self.fault(""))?;
        let found = known.iter().find(|(name, _)| *name == text);
        found.map(|(_, value)| *value).ok_or_else(|| self.fault(""))
    }
}
