//! A questionnaire as data: sections of groups of items, a scale, and what is known of each item.
//!
//! A [`Pack`] only exists checked: ids are unique, links lead somewhere, weights and credits are
//! within bounds. [`PackSource`] is the same as a file writes it.

mod check;
mod source;

use std::ops::Range;

use litemap::LiteMap;
use serde::Serialize;

pub use check::{Fault, PackError};
pub use source::{AttributeSource, GroupSource, ItemSource, PackSource, SectionSource};

use super::{
    id::{AttributeId, AttributeValue, CheckId, GroupId, HeadingId, ItemId, PackId, SectionId},
    scale::Scale,
};

/// What an item is, which decides whether it can be excluded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// A leaf of clauses 4 to 10: always in scope.
    Requirement,
    /// A control of Annex A: may be excluded with a justification.
    Control,
}

/// How much work it is to close an item from nothing (scoring.md, What to do first).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub enum Effort {
    /// Small: days.
    S,
    /// Medium: a few weeks.
    M,
    /// Large: a few months.
    L,
    /// Very large: more than half a year.
    XL,
}

impl Effort {
    /// All of them, the smallest first.
    pub const ALL: [Self; 4] = [Self::S, Self::M, Self::L, Self::XL];

    /// As written in files.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::S => "S",
            Self::M => "M",
            Self::L => "L",
            Self::XL => "XL",
        }
    }

    /// Reads an effort as written in files.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|effort| effort.as_str() == text)
    }

    /// What it counts (scoring.md, What to do first).
    #[must_use]
    pub const fn cost(self) -> u64 {
        match self {
            Self::S => 1,
            Self::M => 2,
            Self::L => 4,
            Self::XL => 8,
        }
    }
}

/// The smallest thing that is rated.
#[derive(Clone, Debug)]
pub struct Item {
    /// Its identifier.
    pub id: ItemId,
    /// Requirement or control.
    pub kind: Kind,
    /// The place of its group in [`Pack::groups`].
    pub group: usize,
    /// The clause between group and item, if there is one: 6.1 for 6.1.2.
    pub heading: Option<HeadingId>,
    /// How much it counts: 1 to 5 (scoring.md, Rating and scope).
    pub weight: u64,
    /// The values it has of each attribute, as places in [`Pack::attributes`] and their values.
    pub attributes: Vec<(usize, usize)>,
    /// Typical effort to close it.
    pub effort: Effort,
    /// The step of the roadmap that closes it: 1 to 10.
    pub step: u64,
    /// Items it leans on; the relation goes both ways.
    pub related: Vec<ItemId>,
    /// Its check-points in order.
    pub checks: Vec<CheckId>,
    /// Whether the quick check asks it.
    pub quick: bool,
    /// What it was called in the edition before; empty when it is new.
    pub previous: Vec<String>,
    /// Whether Amendment 1:2024 touches it.
    pub amended: bool,
}

/// A clause or a theme.
#[derive(Clone, Debug)]
pub struct Group {
    /// Its identifier.
    pub id: GroupId,
    /// The place of its section in [`Pack::sections`].
    pub section: usize,
    /// Its items, as places in [`Pack::items`].
    pub items: Range<usize>,
}

/// A part with a headline of its own: clauses 4 to 10, or Annex A.
#[derive(Clone, Debug)]
pub struct Section {
    /// Its identifier.
    pub id: SectionId,
    /// What its items are.
    pub kind: Kind,
    /// Its groups, as places in [`Pack::groups`].
    pub groups: Range<usize>,
}

/// A property by which items can be grouped: control type, concept, …
#[derive(Clone, Debug)]
pub struct Attribute {
    /// Its identifier.
    pub id: AttributeId,
    /// Its possible values in order.
    pub values: Vec<AttributeValue>,
}

/// A checked questionnaire. Made by [`Pack::new`] from a [`PackSource`].
#[derive(Clone, Debug)]
pub struct Pack {
    id: PackId,
    version: String,
    hash: String,
    scale: Scale,
    sections: Vec<Section>,
    groups: Vec<Group>,
    items: Vec<Item>,
    attributes: Vec<Attribute>,
    places: LiteMap<ItemId, usize>,
}

/// Which pack exactly an assessment was made with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PackRef {
    /// Identifier of the pack.
    pub id: PackId,
    /// Its version.
    pub version: String,
    /// SHA-256 of the pack file, in hexadecimal.
    pub hash: String,
}

impl Pack {
    /// Its identifier.
    #[must_use]
    pub const fn id(&self) -> &PackId {
        &self.id
    }

    /// Identifier, version and hash: what an assessment notes down.
    #[must_use]
    pub fn reference(&self) -> PackRef {
        PackRef { id: self.id.clone(), version: self.version.clone(), hash: self.hash.clone() }
    }

    /// Its rating scale.
    #[must_use]
    pub const fn scale(&self) -> &Scale {
        &self.scale
    }

    /// Sections in order.
    #[must_use]
    pub fn sections(&self) -> &[Section] {
        &self.sections
    }

    /// Groups of all sections in order.
    #[must_use]
    pub fn groups(&self) -> &[Group] {
        &self.groups
    }

    /// Items of all groups in order.
    #[must_use]
    pub fn items(&self) -> &[Item] {
        &self.items
    }

    /// Attributes in order.
    #[must_use]
    pub fn attributes(&self) -> &[Attribute] {
        &self.attributes
    }

    /// Places of all items, sorted by identifier.
    #[must_use]
    pub const fn places(&self) -> &LiteMap<ItemId, usize> {
        &self.places
    }

    /// The item with this identifier.
    #[must_use]
    pub fn item(&self, id: &ItemId) -> Option<&Item> {
        self.items.get(*self.places.get(id)?)
    }

    /// The group with this identifier.
    #[must_use]
    pub fn group(&self, id: &GroupId) -> Option<&Group> {
        self.groups.iter().find(|group| group.id == *id)
    }

    /// The section with this identifier.
    #[must_use]
    pub fn section(&self, id: &SectionId) -> Option<&Section> {
        self.sections.iter().find(|section| section.id == *id)
    }

    /// The group that an item stands in.
    #[must_use]
    pub fn group_of(&self, item: &Item) -> Option<&Group> {
        self.groups.get(item.group)
    }

    /// The groups of a section in order.
    #[must_use]
    pub fn groups_of(&self, section: &Section) -> &[Group] {
        self.groups.get(section.groups.clone()).unwrap_or_default()
    }

    /// The items of a group in order.
    #[must_use]
    pub fn items_of(&self, group: &Group) -> &[Item] {
        self.items.get(group.items.clone()).unwrap_or_default()
    }

    /// The items before and after one in pack order, among some that are given in that order; the item
    /// itself need not be one of them.
    #[must_use]
    pub fn neighbours<'a>(
        &self,
        among: &'a [ItemId],
        id: &ItemId,
    ) -> (Option<&'a ItemId>, Option<&'a ItemId>) {
        let Some(here) = self.places.get(id) else { return (None, None) };
        let place = |other: &ItemId| self.places.get(other).copied().unwrap_or(*here);
        let before = among.iter().rev().find(|other| place(other) < *here);
        (before, among.iter().find(|other| place(other) > *here))
    }
}
