//! Reading a pack file. Written out field by field rather than derived, so that an error names the
//! place in the words of the file, and because the derived code is several times as large.

use std::fmt::{self, Write as _};

use sha2::{Digest, Sha256};

use super::node::{FormError, Node, read};
use crate::domain::{
    id::{
        AttributeId, AttributeValue, CheckId, GroupId, HeadingId, ItemId, LevelCode, PackId,
        SectionId,
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
    /// Not of the form that the schema describes.
    Form(FormError),
    /// Of the right form, but breaking a rule.
    Pack(PackError),
}

impl fmt::Display for PackReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Form(error) => error.fmt(f),
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
    let source = read(text, pack).map_err(PackReadError::Form)?;
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

fn pack(node: &Node<'_>) -> Option<PackSource> {
    // Before anything else, so that a newer format is called newer and not wrong.
    let format = node.text_in("format");
    let format_version = node.get("format_version").number();
    let source = PackSource {
        format,
        format_version,
        ..PackSource::empty(node.id_in("id", PackId::parse)?)
    };
    if source.format != PackSource::FORMAT || format_version > PackSource::FORMAT_VERSION {
        return Some(source);
    }
    node.only(&[
        "$schema",
        "format",
        "format_version",
        "id",
        "version",
        "scale",
        "attributes",
        "sections",
    ]);
    Some(PackSource {
        version: node.text_in("version"),
        scale: node.get("scale").some(level),
        attributes: node.some_in("attributes", attribute),
        sections: node.get("sections").some(section),
        ..source
    })
}

fn level(node: &Node<'_>) -> Option<LevelSource> {
    node.only(&["code", "credit"]);
    let code = node.id_in("code", LevelCode::parse)?;
    let credit = node.get("credit").numbers();
    let credit = credit.try_into().ok();
    if credit.is_none() {
        node.fault("credit");
    }
    Some(LevelSource { code, credit: credit? })
}

fn attribute(node: &Node<'_>) -> Option<AttributeSource> {
    node.only(&["id", "values"]);
    Some(AttributeSource {
        id: node.id_in("id", AttributeId::parse)?,
        values: node.get("values").some(value),
    })
}

fn value(node: &Node<'_>) -> Option<AttributeValue> {
    node.id(AttributeValue::parse)
}

fn section(node: &Node<'_>) -> Option<SectionSource> {
    const KINDS: [(&str, Kind); 2] =
        [("requirement", Kind::Requirement), ("control", Kind::Control)];
    node.only(&["id", "kind", "groups"]);
    Some(SectionSource {
        id: node.id_in("id", SectionId::parse)?,
        kind: node.one_of("kind", &KINDS)?,
        groups: node.get("groups").some(group),
    })
}

fn group(node: &Node<'_>) -> Option<GroupSource> {
    node.only(&["id", "items"]);
    Some(GroupSource { id: node.id_in("id", GroupId::parse)?, items: node.get("items").some(item) })
}

fn item(node: &Node<'_>) -> Option<ItemSource> {
    const EFFORTS: [(&str, Effort); 4] =
        [("S", Effort::S), ("M", Effort::M), ("L", Effort::L), ("XL", Effort::XL)];
    node.only(&[
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
    ]);
    let id = node.id_in("id", ItemId::parse)?;
    let effort = node.one_of("effort", &EFFORTS)?;
    let mut attributes = Vec::new();
    if let Some(node) = node.may("attributes") {
        node.each_field(|key, values| match AttributeId::parse(key) {
            Ok(id) => attributes.push((id, values.some(value))),
            Err(_) => node.fault(key),
        });
    }
    Some(ItemSource {
        id,
        heading: node.may("heading").and_then(|node| node.id(HeadingId::parse)),
        weight: node.may("weight").map_or(1, |node| node.number()),
        attributes,
        effort,
        step: node.get("step").number(),
        related: node.some_in("related", |node| node.id(ItemId::parse)),
        checks: node.some_in("checks", |node| node.id(CheckId::parse)),
        quick: node.flag_in("quick"),
        previous: node.may("previous").map_or_else(Vec::new, |node| node.texts()),
        amended: node.flag_in("amended"),
    })
}
