//! From [`PackSource`] to [`Pack`]: every rule a pack must keep, with the place of each breach.

use std::fmt;

use litemap::LiteMap;

use super::{
    Attribute, AttributeSource, Group, GroupSource, Item, ItemSource, Kind, Pack, PackSource,
    Section, SectionSource,
};
use crate::domain::{
    id::{AttributeId, AttributeValue, ItemId},
    scale::{Scale, ScaleError},
};

/// Most items of a pack: what evaluation and the pages were measured with.
const MOST_ITEMS: usize = 20_000;

/// What a pack does that it must not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The file is of another kind.
    Format,
    /// The format is newer than this program.
    Newer(u64),
    /// Format version 0, which never was.
    VersionZero,
    /// No visible character where one is needed.
    Blank,
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
    /// An item related to itself.
    Itself,
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
            Self::Format => write!(f, "not “{}”: this is no pack", PackSource::FORMAT),
            Self::Newer(version) => write!(
                f,
                "format version {version} is newer than {}, which this program reads: get a newer Plumbline",
                PackSource::FORMAT_VERSION
            ),
            Self::VersionZero => f.write_str("versions of the format begin at 1"),
            Self::Blank => f.write_str("at least one visible character is needed"),
            Self::Scale(error) => error.fmt(f),
            Self::Twice => f.write_str("this identifier stands at another place already"),
            Self::Weight(weight) => write!(f, "a weight is 1 to 5, not {weight}"),
            Self::Step(step) => write!(f, "a step is 1 to 10, not {step}"),
            Self::UnknownAttribute => f.write_str("the pack declares no such attribute or value"),
            Self::UnknownRelated => f.write_str("the pack has no such item"),
            Self::Itself => f.write_str("an item can't be related to itself"),
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

impl PackError {
    /// The same, told from further out. Places are put together on the way back from a fault, so
    /// that a pack without one costs no texts.
    fn within(self, list: &str, id: impl fmt::Display) -> Self {
        let at = match self.at.as_str() {
            "" => format!("{list}.{id}"),
            at => format!("{list}.{id}.{at}"),
        };
        Self { at, ..self }
    }
}

fn at(place: &str, fault: Fault) -> PackError {
    PackError { at: place.to_owned(), fault }
}

/// A fault of the very thing that is looked at.
fn here(fault: Fault) -> PackError {
    at("", fault)
}

/// What stands more than once in a list, which is short.
fn repeated<T: PartialEq>(list: &[T]) -> Option<&T> {
    let mut places = list.iter().enumerate();
    places.find_map(|(place, one)| list.iter().skip(place + 1).find(|other| *other == one))
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
        match source.format_version {
            0 => return Err(at("format_version", Fault::VersionZero)),
            1..=PackSource::FORMAT_VERSION => {}
            version => return Err(at("format_version", Fault::Newer(version))),
        }
        if source.version.trim().is_empty() {
            return Err(at("version", Fault::Blank));
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
        if builder.items.len() > MOST_ITEMS {
            return Err(at("sections", Fault::TooLarge(builder.items.len())));
        }
        let pack = Self {
            id: source.id,
            version: source.version,
            hash,
            scale,
            sections: builder.sections,
            groups: builder.groups,
            items: builder.items,
            attributes: builder.attributes,
            places: builder.places,
        };
        pack.check_relations()?;
        Ok(pack)
    }

    fn check_relations(&self) -> Result<(), PackError> {
        for section in self.sections() {
            for group in self.groups_of(section) {
                for item in self.items_of(group) {
                    let Some((related, fault)) = self.wrong_relation(item) else { continue };
                    return Err(here(fault)
                        .within("related", related)
                        .within("items", &item.id)
                        .within("groups", &group.id)
                        .within("sections", &section.id));
                }
            }
        }
        Ok(())
    }

    fn wrong_relation<'item>(&self, item: &'item Item) -> Option<(&'item ItemId, Fault)> {
        if let Some(related) = repeated(&item.related) {
            return Some((related, Fault::Twice));
        }
        item.related.iter().find_map(|related| {
            let fault = match self.item(related) {
                _ if *related == item.id => Fault::Itself,
                None => Fault::UnknownRelated,
                Some(other) if !other.related.contains(&item.id) => Fault::OneWay,
                Some(_) => return None,
            };
            Some((related, fault))
        })
    }
}

#[derive(Default)]
struct Builder {
    sections: Vec<Section>,
    groups: Vec<Group>,
    items: Vec<Item>,
    attributes: Vec<Attribute>,
    places: LiteMap<ItemId, usize>,
}

impl Builder {
    fn attributes(&mut self, sources: Vec<AttributeSource>) -> Result<(), PackError> {
        for AttributeSource { id, values } in sources {
            let known = self.attributes.iter().any(|attribute| attribute.id == id);
            let fault = if values.is_empty() {
                Fault::Empty
            } else if known || repeated(&values).is_some() {
                Fault::Twice
            } else {
                self.attributes.push(Attribute { id, values });
                continue;
            };
            return Err(here(fault).within("attributes", id));
        }
        Ok(())
    }

    fn section(&mut self, source: SectionSource) -> Result<(), PackError> {
        let SectionSource { id, kind, groups } = source;
        let within = |error: PackError| error.within("sections", &id);
        if self.sections.iter().any(|section| section.id == id) {
            return Err(within(here(Fault::Twice)));
        }
        if groups.is_empty() {
            return Err(within(here(Fault::Empty)));
        }
        let first = self.groups.len();
        for group in groups {
            self.group(group, kind).map_err(within)?;
        }
        self.sections.push(Section { id, kind, groups: first..self.groups.len() });
        Ok(())
    }

    fn group(&mut self, source: GroupSource, kind: Kind) -> Result<(), PackError> {
        let GroupSource { id, items } = source;
        let within = |error: PackError| error.within("groups", &id);
        if self.groups.iter().any(|group| group.id == id) {
            return Err(within(here(Fault::Twice)));
        }
        if items.is_empty() {
            return Err(within(here(Fault::Empty)));
        }
        let first = self.items.len();
        for item in items {
            let attributes =
                self.check_item(&item).map_err(|error| within(error.within("items", &item.id)))?;
            self.places.insert(item.id.clone(), self.items.len());
            self.items.push(Item {
                id: item.id,
                kind,
                group: self.groups.len(),
                heading: item.heading,
                weight: item.weight,
                attributes,
                effort: item.effort,
                step: item.step,
                related: item.related,
                checks: item.checks,
                quick: item.quick,
                previous: item.previous,
                amended: item.amended,
            });
        }
        let section = self.sections.len();
        self.groups.push(Group { id, section, items: first..self.items.len() });
        Ok(())
    }

    /// Checks an item by itself and returns its attributes.
    fn check_item(&self, item: &ItemSource) -> Result<Vec<(usize, usize)>, PackError> {
        if self.places.contains_key(&item.id) {
            return Err(here(Fault::Twice));
        }
        if !(1..=5).contains(&item.weight) {
            return Err(at("weight", Fault::Weight(item.weight)));
        }
        if !(1..=10).contains(&item.step) {
            return Err(at("step", Fault::Step(item.step)));
        }
        if repeated(&item.checks).is_some() {
            return Err(at("checks", Fault::Twice));
        }
        let mut attributes = Vec::new();
        for (place, (id, values)) in item.attributes.iter().enumerate() {
            let within = |error: PackError| error.within("attributes", id);
            if item.attributes.iter().skip(place + 1).any(|(other, _)| other == id) {
                return Err(within(here(Fault::Twice)));
            }
            self.attribute(id, values, &mut attributes).map_err(within)?;
        }
        Ok(attributes)
    }

    /// Adds the values that an item has of one attribute.
    fn attribute(
        &self,
        id: &AttributeId,
        values: &[AttributeValue],
        attributes: &mut Vec<(usize, usize)>,
    ) -> Result<(), PackError> {
        let mut declared = self.attributes.iter().enumerate();
        let known = declared.find(|(_, attribute)| attribute.id == *id);
        let (place, attribute) = known.ok_or_else(|| here(Fault::UnknownAttribute))?;
        if let Some(value) = repeated(values) {
            return Err(at(value.as_str(), Fault::Twice));
        }
        for value in values {
            let known = attribute.values.iter().position(|known| known == value);
            let value = known.ok_or_else(|| at(value.as_str(), Fault::UnknownAttribute))?;
            attributes.push((place, value));
        }
        Ok(())
    }
}
