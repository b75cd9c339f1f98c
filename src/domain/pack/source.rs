//! A pack as its file writes it, before anything is checked.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Effort, Kind};
use crate::domain::{
    id::{AttributeId, AttributeValue, CheckId, GroupId, HeadingId, ItemId, PackId, SectionId},
    scale::LevelSource,
};

/// The whole file. `packs/schema/pack.schema.json` describes it for editors and other programs.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PackSource {
    /// For editors only.
    #[serde(rename = "$schema", default, skip_serializing_if = "Option::is_none")]
    pub schema: Option<String>,
    /// Always [`PackSource::FORMAT`].
    pub format: String,
    /// At most [`PackSource::FORMAT_VERSION`].
    pub format_version: u32,
    /// Identifier of the pack.
    pub id: PackId,
    /// Its version, raised with every change of items or scale.
    pub version: String,
    /// Levels from lowest to highest.
    pub scale: Vec<LevelSource>,
    /// Attributes that items may have.
    #[serde(default)]
    pub attributes: Vec<AttributeSource>,
    /// Sections in order.
    pub sections: Vec<SectionSource>,
}

impl PackSource {
    /// What `format` says.
    pub const FORMAT: &str = "plumbline-pack";
    /// The newest version of the format that this program reads.
    pub const FORMAT_VERSION: u32 = 1;
}

/// An attribute and its values.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AttributeSource {
    /// Its identifier.
    pub id: AttributeId,
    /// Its values in order.
    pub values: Vec<AttributeValue>,
}

/// A section with its groups.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SectionSource {
    /// Its identifier.
    pub id: SectionId,
    /// What its items are.
    pub kind: Kind,
    /// Its groups in order.
    pub groups: Vec<GroupSource>,
}

/// A group with its items.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GroupSource {
    /// Its identifier.
    pub id: GroupId,
    /// Its items in order.
    pub items: Vec<ItemSource>,
}

/// An item without its texts.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ItemSource {
    /// Its identifier.
    pub id: ItemId,
    /// The clause between group and item.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub heading: Option<HeadingId>,
    /// 1 to 5.
    #[serde(default = "one", skip_serializing_if = "is_one")]
    pub weight: u64,
    /// Values by attribute.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub attributes: BTreeMap<AttributeId, Vec<AttributeValue>>,
    /// Typical effort.
    pub effort: Effort,
    /// Step of the roadmap, 1 to 10.
    pub step: u8,
    /// Items it leans on.
    #[serde(default)]
    pub related: Vec<ItemId>,
    /// Its check-points in order.
    #[serde(default)]
    pub checks: Vec<CheckId>,
    /// Whether the quick check asks it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub quick: bool,
    /// What it was called in the edition before.
    #[serde(default)]
    pub previous: Vec<String>,
    /// Whether Amendment 1:2024 touches it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub amended: bool,
}

const fn one() -> u64 {
    1
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde passes a reference")]
const fn is_one(weight: &u64) -> bool {
    *weight == 1
}
