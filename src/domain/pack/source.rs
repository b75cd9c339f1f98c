//! A pack as its file writes it, before anything is checked.

use super::{Effort, Kind};
use crate::domain::{
    id::{AttributeId, AttributeValue, CheckId, GroupId, HeadingId, ItemId, PackId, SectionId},
    scale::LevelSource,
};

/// The whole file. `packs/schema/pack.schema.json` describes it for editors and other programs.
#[derive(Clone, Debug)]
pub struct PackSource {
    /// Always [`PackSource::FORMAT`].
    pub format: String,
    /// At most [`PackSource::FORMAT_VERSION`].
    pub format_version: u64,
    /// Identifier of the pack.
    pub id: PackId,
    /// Its version, raised with every change of items or scale.
    pub version: String,
    /// Levels from lowest to highest.
    pub scale: Vec<LevelSource>,
    /// Attributes that items may have.
    pub attributes: Vec<AttributeSource>,
    /// Sections in order.
    pub sections: Vec<SectionSource>,
}

impl PackSource {
    /// What `format` says.
    pub const FORMAT: &str = "plumbline-pack";
    /// The newest version of the format that this program reads.
    pub const FORMAT_VERSION: u64 = 1;

    /// A pack without anything in it.
    #[must_use]
    pub fn empty(id: PackId) -> Self {
        Self {
            format: Self::FORMAT.to_owned(),
            format_version: Self::FORMAT_VERSION,
            id,
            version: String::new(),
            scale: Vec::new(),
            attributes: Vec::new(),
            sections: Vec::new(),
        }
    }
}

/// An attribute and its values.
#[derive(Clone, Debug)]
pub struct AttributeSource {
    /// Its identifier.
    pub id: AttributeId,
    /// Its values in order.
    pub values: Vec<AttributeValue>,
}

/// A section with its groups.
#[derive(Clone, Debug)]
pub struct SectionSource {
    /// Its identifier.
    pub id: SectionId,
    /// What its items are.
    pub kind: Kind,
    /// Its groups in order.
    pub groups: Vec<GroupSource>,
}

/// A group with its items.
#[derive(Clone, Debug)]
pub struct GroupSource {
    /// Its identifier.
    pub id: GroupId,
    /// Its items in order.
    pub items: Vec<ItemSource>,
}

/// An item without its texts.
#[derive(Clone, Debug)]
pub struct ItemSource {
    /// Its identifier.
    pub id: ItemId,
    /// The clause between group and item.
    pub heading: Option<HeadingId>,
    /// 1 to 5.
    pub weight: u64,
    /// Values by attribute.
    pub attributes: Vec<(AttributeId, Vec<AttributeValue>)>,
    /// Typical effort.
    pub effort: Effort,
    /// Step of the roadmap, 1 to 10.
    pub step: u64,
    /// Items it leans on.
    pub related: Vec<ItemId>,
    /// Its check-points in order.
    pub checks: Vec<CheckId>,
    /// Whether the quick check asks it.
    pub quick: bool,
    /// What it was called in the edition before.
    pub previous: Vec<String>,
    /// Whether Amendment 1:2024 touches it.
    pub amended: bool,
}
