//! From [`PackSource`] to [`Pack`]: every rule a pack must keep, with the place of each breach.

use std::{collections::BTreeMap, fmt};

use super::{
    Attribute, AttributeSource, Group, GroupSource, Item, ItemSource, Pack, PackSource, Section,
    SectionSource,
};
use crate::domain::scale::{Scale, ScaleError};

/// Most items of a pack: what evaluation and the pages were measured with.
const MOST_ITEMS: usize = 20_000;

/// What a pack does that it must not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The file is of another kind.
    Format,
    /// The format is newer than this program.
    Newer(u64),
    /// The scale is unusable.
    Scale(ScaleError),
    /// An identifier that stands at another place already.
    Twice,
    /// A weight outside 1 to 5.
    Weight(u64),
    /// A step outside 1 to 10.
    Step(u64),
    /// An attribute, or a value of one, that the pack doesn't declare.
    UnknownAttribute,
    /// A related item that isn't there.
    UnknownRelated,
    /// A related item that doesn't name this one in turn.
    OneWay,
    /// Nothing where at least one is needed.
    Empty,
    /// More than 20,000 items.
    TooLarge(usize),
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Format => write!(f, "not {:?}: this is no pack", PackSource::FORMAT),
            Self::Newer(version) => write!(
                f,
                "format version {version} is newer than {}, which this program reads: get a newer Plumbline",
                PackSource::FORMAT_VERSION
            ),
            Self::Scale(error) => error.fmt(f),
            Self::Twice => f.write_str("this identifier stands at another place already"),
            Self::Weight(weight) => write!(f, "a weight is 1 to 5, not {weight}"),
            Self::Step(step) => write!(f, "a step is 1 to 10, not {step}"),
            Self::UnknownAttribute => f.write_str("the pack declares no such attribute or value"),
            Self::UnknownRelated => f.write_str("the pack has no such item"),
            Self::OneWay => f.write_str("the related item doesn't name this one in turn"),
            Self::Empty => f.write_str("at least one is needed"),
            Self::TooLarge(count) => write!(f, "{count} items are more than {MOST_ITEMS}"),
        }
    }
}

/// A fault and where it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PackError {
    /// The way to it: `sections.annex-a.groups.A.5.items.A.5.7.weight`.
    pub at: String,
    /// What it is.
    pub fault: Fault,
}

impl fmt::Display for PackError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.at, self.fault)
    }
}

impl std::error::Error for PackError {}

fn at(place: impl fmt::Display, fault: Fault) -> PackError {
    PackError { at: place.to_string(), fault }
}

/// Whether something stands more than once in a list, which is short.
fn repeats<T: PartialEq>(list: &[T]) -> bool {
    list.iter()
        .enumerate()
        .any(|(place, one)| list.iter().skip(place + 1).any(|other| one == other))
}

impl Pack {
    /// Checks a pack file; `hash` is the SHA-256 of its text in hexadecimal.
    ///
    /// # Errors
    /// [`PackError`] with the first fault and its place.
    pub fn new(source: PackSource, hash: String) -> Result<Self, PackError> {
        if source.format != PackSource::FORMAT {
            return Err(at("format", Fault::Format));
        }
        if source.format_version > PackSource::FORMAT_VERSION {
            return Err(at("format_version", Fault::Newer(source.format_version)));
        }
        let scale = Scale::new(&source.scale).map_err(|error| at("scale", Fault::Scale(error)))?;
        let mut builder = Builder::default();
        builder.attributes(source.attributes)?;
        if source.sections.is_empty() {
            return Err(at("sections", Fault::Empty));
        }
        for section in source.sections {
            builder.section(section)?;
        }
        builder.check_related()?;
        if builder.items.len() > MOST_ITEMS {
            return Err(at("sections", Fault::TooLarge(builder.items.len())));
        }
        Ok(Self {
            id: source.id,
            version: source.version,
            hash,
            scale,
            sections: builder.sections,
            groups: builder.groups,
            items: builder.items,
            attributes: builder.attributes,
            places: builder.places,
        })
    }
}

#[derive(Default)]
struct Builder {
    sections: Vec<Section>,
    groups: Vec<Group>,
    items: Vec<Item>,
    attributes: Vec<Attribute>,
    places: BTreeMap<super::ItemId, usize>,
}

impl Builder {
    fn attributes(&mut self, sources: Vec<AttributeSource>) -> Result<(), PackError> {
        for AttributeSource { id, values } in sources {
            let place = format!("attributes.{id}");
            if self.attributes.iter().any(|attribute| attribute.id == id) {
                return Err(at(place, Fault::Twice));
            }
            if values.is_empty() {
                return Err(at(place, Fault::Empty));
            }
            if repeats(&values) {
                return Err(at(place, Fault::Twice));
            }
            self.attributes.push(Attribute { id, values });
        }
        Ok(())
    }

    fn section(&mut self, source: SectionSource) -> Result<(), PackError> {
        let place = format!("sections.{}", source.id);
        if self.sections.iter().any(|section| section.id == source.id) {
            return Err(at(place, Fault::Twice));
        }
        if source.groups.is_empty() {
            return Err(at(place, Fault::Empty));
        }
        let first = self.groups.len();
        let section = self.sections.len();
        for group in source.groups {
            self.group(group, section, source.kind, &place)?;
        }
        self.sections.push(Section {
            id: source.id,
            kind: source.kind,
            groups: first..self.groups.len(),
        });
        Ok(())
    }

    fn group(
        &mut self,
        source: GroupSource,
        section: usize,
        kind: super::Kind,
        place: &str,
    ) -> Result<(), PackError> {
        let place = format!("{place}.groups.{}", source.id);
        if self.groups.iter().any(|group| group.id == source.id) {
            return Err(at(place, Fault::Twice));
        }
        if source.items.is_empty() {
            return Err(at(place, Fault::Empty));
        }
        let first = self.items.len();
        for item in source.items {
            let item = self.item(item, kind, &place)?;
            self.places.insert(item.id.clone(), self.items.len());
            self.items.push(item);
        }
        self.groups.push(Group { id: source.id, section, items: first..self.items.len() });
        Ok(())
    }

    fn item(&self, source: ItemSource, kind: super::Kind, place: &str) -> Result<Item, PackError> {
        let place = format!("{place}.items.{}", source.id);
        if self.places.contains_key(&source.id) {
            return Err(at(place, Fault::Twice));
        }
        if !(1..=5).contains(&source.weight) {
            return Err(at(format!("{place}.weight"), Fault::Weight(source.weight)));
        }
        if !(1..=10).contains(&source.step) {
            return Err(at(format!("{place}.step"), Fault::Step(source.step)));
        }
        if repeats(&source.checks) {
            return Err(at(format!("{place}.checks"), Fault::Twice));
        }
        let mut attributes = Vec::new();
        for (id, values) in &source.attributes {
            for value in values {
                let pair = self.attribute_value(id, value).ok_or_else(|| {
                    at(format!("{place}.attributes.{id}.{value}"), Fault::UnknownAttribute)
                })?;
                if attributes.contains(&pair) {
                    return Err(at(format!("{place}.attributes.{id}.{value}"), Fault::Twice));
                }
                attributes.push(pair);
            }
        }
        Ok(Item {
            id: source.id,
            kind,
            group: self.groups.len(),
            heading: source.heading,
            weight: source.weight,
            attributes,
            effort: source.effort,
            step: source.step,
            related: source.related,
            checks: source.checks,
            quick: source.quick,
            previous: source.previous,
            amended: source.amended,
        })
    }

    fn attribute_value(
        &self,
        id: &super::AttributeId,
        value: &super::AttributeValue,
    ) -> Option<(usize, usize)> {
        let attribute = self.attributes.iter().position(|attribute| attribute.id == *id)?;
        let values = &self.attributes.get(attribute)?.values;
        Some((attribute, values.iter().position(|known| known == value)?))
    }

    fn check_related(&self) -> Result<(), PackError> {
        for item in &self.items {
            for related in &item.related {
                let place = || format!("{}.related.{related}", item.id);
                let other = self.places.get(related).and_then(|place| self.items.get(*place));
                let other = other.ok_or_else(|| at(place(), Fault::UnknownRelated))?;
                if !other.related.contains(&item.id) {
                    return Err(at(place(), Fault::OneWay));
                }
            }
        }
        Ok(())
    }
}
