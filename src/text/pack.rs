//! The texts of a pack, by language: a short file that is needed at once, and guidance that may
//! come later.

use std::{collections::BTreeMap, fmt};

use serde::{Deserialize, Serialize};

use crate::domain::{
    id::{CheckId, GroupId, ItemId, LevelCode, SectionId},
    pack::{Item, Pack},
};

/// Words by identifier.
pub type Words = BTreeMap<String, String>;

/// What every screen of an assessment needs. `packs/schema/texts.schema.json` describes the file.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PackTexts {
    /// For editors only.
    #[serde(rename = "$schema", default, skip_serializing_if = "Option::is_none")]
    pub schema: Option<String>,
    /// BCP 47 tag: `en`.
    pub language: String,
    /// What the questionnaire is called.
    pub title: String,
    /// Names of the levels.
    pub levels: BTreeMap<String, LevelText>,
    /// Names of the sections.
    pub sections: Words,
    /// Titles of clauses and themes.
    pub groups: Words,
    /// Titles of the clauses between group and item.
    pub headings: Words,
    /// Names of attributes.
    pub attributes: Words,
    /// Names of attribute values.
    pub values: Words,
    /// Title and question of each item.
    pub items: BTreeMap<String, ItemText>,
}

/// A level in words.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LevelText {
    /// *Not in place*, *Partly*, *Largely*, *Fully*.
    pub name: String,
    /// What it means for any item.
    pub meaning: String,
}

/// An item in short.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ItemText {
    /// The short title, used as a name.
    pub title: String,
    /// One plain question.
    pub ask: String,
    /// A plainer question for the quick check, where `ask` is too technical.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quick_ask: Option<String>,
}

/// The long texts of some items. `packs/schema/guidance.schema.json` describes the file.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Guidance {
    /// By item.
    pub items: BTreeMap<ItemId, ItemGuidance>,
}

/// The long texts of an item.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ItemGuidance {
    /// What 27001 asks.
    pub what: String,
    /// How 27002 helps to do it (for clauses: how to meet it), step by step.
    pub how: Vec<String>,
    /// What goes wrong without it.
    pub why: String,
    /// Check-points in order.
    pub checks: Vec<CheckText>,
    /// What an auditor would ask to see.
    pub evidence: Vec<String>,
    /// Prompts for talking with the people who do it.
    pub interview: Vec<String>,
    /// What each level looks like for this item.
    pub levels: Words,
    /// The mistake most often made.
    pub pitfall: String,
}

/// A check-point in words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CheckText {
    /// Its identifier in the pack.
    pub id: CheckId,
    /// One verifiable fact, as a question.
    pub text: String,
}

/// A text that a pack has no words for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MissingText(
    /// The way to it: `items.A.5.7`.
    pub String,
);

impl fmt::Display for MissingText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the pack's texts lack {}", self.0)
    }
}

impl std::error::Error for MissingText {}

impl PackTexts {
    /// Checks that the pack finds words for everything that it names.
    ///
    /// # Errors
    /// [`MissingText`] names the first text that isn't there.
    pub fn check(&self, pack: &Pack) -> Result<(), MissingText> {
        let missing = |kind: &str, id: &dyn fmt::Display| Err(MissingText(format!("{kind}.{id}")));
        for level in pack.scale().levels() {
            if !self.levels.contains_key(level.code.as_str()) {
                return missing("levels", &level.code);
            }
        }
        for section in pack.sections() {
            if !self.sections.contains_key(section.id.as_str()) {
                return missing("sections", &section.id);
            }
        }
        for group in pack.groups() {
            if !self.groups.contains_key(group.id.as_str()) {
                return missing("groups", &group.id);
            }
        }
        for attribute in pack.attributes() {
            if !self.attributes.contains_key(attribute.id.as_str()) {
                return missing("attributes", &attribute.id);
            }
            if let Some(value) =
                attribute.values.iter().find(|value| !self.values.contains_key(value.as_str()))
            {
                return missing("values", value);
            }
        }
        for item in pack.items() {
            if !self.items.contains_key(item.id.as_str()) {
                return missing("items", &item.id);
            }
            if let Some(heading) =
                item.heading.as_ref().filter(|id| !self.headings.contains_key(id.as_str()))
            {
                return missing("headings", heading);
            }
        }
        Ok(())
    }

    /// The title of an item.
    #[must_use]
    pub fn title(&self, item: &ItemId) -> &str {
        self.items.get(item.as_str()).map_or("", |text| text.title.as_str())
    }

    /// The title of the clause between group and item, without which some titles ("General") say
    /// too little.
    #[must_use]
    pub fn heading(&self, item: &Item) -> Option<&str> {
        self.headings.get(item.heading.as_ref()?.as_str()).map(String::as_str)
    }

    /// The question of an item.
    #[must_use]
    pub fn ask(&self, item: &ItemId) -> &str {
        self.items.get(item.as_str()).map_or("", |text| text.ask.as_str())
    }

    /// The title of a clause or theme.
    #[must_use]
    pub fn group(&self, group: &GroupId) -> &str {
        self.groups.get(group.as_str()).map_or("", String::as_str)
    }

    /// The name of a section.
    #[must_use]
    pub fn section(&self, section: &SectionId) -> &str {
        self.sections.get(section.as_str()).map_or("", String::as_str)
    }

    /// The levels of a pack in words, from lowest to highest.
    pub fn levels_of<'a>(&'a self, pack: &'a Pack) -> impl Iterator<Item = &'a LevelText> {
        pack.scale().levels().iter().filter_map(|level| self.levels.get(level.code.as_str()))
    }

    /// The name of a level.
    #[must_use]
    pub fn level<'a>(&'a self, code: &'a LevelCode) -> &'a str {
        self.levels.get(code.as_str()).map_or(code.as_str(), |text| text.name.as_str())
    }
}
