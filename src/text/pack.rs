//! The texts of a pack, by language: a short file that is needed at once, and guidance that may
//! come later.

use std::fmt;

use crate::{
    domain::{
        id::{CheckId, GroupId, ItemId, LevelCode, SectionId},
        pack::{Item, Pack},
    },
    persist::node::{FormError, Node, Words, read},
};

/// What every screen of an assessment needs. `packs/schema/texts.schema.json` describes the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PackTexts {
    /// BCP 47 tag: `en`.
    pub language: String,
    /// What the questionnaire is called.
    pub title: String,
    /// Names of the levels.
    pub levels: Words,
    /// What each level means for any item.
    pub meanings: Words,
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
    /// Titles of items, used as names.
    pub titles: Words,
    /// The same after the title of the clause that stands between item and group, where there is one.
    pub full_titles: Words,
    /// One plain question for each item.
    pub asks: Words,
    /// Plainer questions for the quick check, where `asks` is too technical.
    pub quick_asks: Words,
}

/// Why a file of texts can't be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PackTextsError {
    /// Not of the form that the schema describes.
    Form(FormError),
    /// The pack names something that the file has no words for; the way to it: `items.A.5.7`.
    Missing(String),
}

impl fmt::Display for PackTextsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Form(error) => error.fmt(f),
            Self::Missing(at) => write!(f, "the pack's texts lack {at}"),
        }
    }
}

impl std::error::Error for PackTextsError {}

impl PackTexts {
    /// Reads the file and checks that the pack finds words for everything that it names.
    ///
    /// # Errors
    /// [`PackTextsError`] names the first fault.
    pub fn read(pack: &Pack, text: &str) -> Result<Self, PackTextsError> {
        let texts = read(text, |node| Some(texts(node))).map_err(PackTextsError::Form)?;
        texts.check(pack)?;
        Ok(texts.with_full_titles(pack))
    }

    fn with_full_titles(mut self, pack: &Pack) -> Self {
        for item in pack.items() {
            if let Some(heading) = self.heading(item) {
                let title = format!("{heading}: {}", self.title(&item.id));
                self.full_titles.insert(item.id.to_string(), title);
            }
        }
        self
    }

    fn check(&self, pack: &Pack) -> Result<(), PackTextsError> {
        let find = |kind: &str, words: &Words, id: &str| {
            let found = words.contains_key(id);
            if found { Ok(()) } else { Err(PackTextsError::Missing(format!("{kind}.{id}"))) }
        };
        for level in pack.scale().levels() {
            find("levels", &self.levels, level.code.as_str())?;
        }
        for section in pack.sections() {
            find("sections", &self.sections, section.id.as_str())?;
        }
        for group in pack.groups() {
            find("groups", &self.groups, group.id.as_str())?;
        }
        for attribute in pack.attributes() {
            find("attributes", &self.attributes, attribute.id.as_str())?;
            for value in &attribute.values {
                find("values", &self.values, value.as_str())?;
            }
        }
        for item in pack.items() {
            find("items", &self.titles, item.id.as_str())?;
            if let Some(heading) = &item.heading {
                find("headings", &self.headings, heading.as_str())?;
            }
        }
        Ok(())
    }

    /// The title of an item.
    #[must_use]
    pub fn title(&self, item: &ItemId) -> &str {
        word(&self.titles, item.as_str())
    }

    /// The title of the clause between group and item, without which some titles ("General") say
    /// too little.
    #[must_use]
    pub fn heading(&self, item: &Item) -> Option<&str> {
        self.headings.get(item.heading.as_ref()?.as_str()).map(String::as_str)
    }

    /// The title of an item for where it stands alone: "Documented information: General".
    #[must_use]
    pub fn full_title(&self, item: &ItemId) -> &str {
        self.full_titles.get(item.as_str()).map_or_else(|| self.title(item), String::as_str)
    }

    /// The question of an item.
    #[must_use]
    pub fn ask(&self, item: &ItemId) -> &str {
        word(&self.asks, item.as_str())
    }

    /// The question that the quick check puts: plainer, where the full one is too technical.
    #[must_use]
    pub fn quick_ask(&self, item: &ItemId) -> &str {
        self.quick_asks.get(item.as_str()).map_or_else(|| self.ask(item), String::as_str)
    }

    /// The title of a clause or theme.
    #[must_use]
    pub fn group(&self, group: &GroupId) -> &str {
        word(&self.groups, group.as_str())
    }

    /// The name of a section.
    #[must_use]
    pub fn section(&self, section: &SectionId) -> &str {
        word(&self.sections, section.as_str())
    }

    /// The name of an attribute.
    #[must_use]
    pub fn attribute(&self, attribute: &str) -> &str {
        word(&self.attributes, attribute)
    }

    /// The name of a value of an attribute.
    #[must_use]
    pub fn value(&self, value: &str) -> &str {
        word(&self.values, value)
    }

    /// The name of a level: *Not in place*, *Partly*, *Largely*, *Fully*.
    #[must_use]
    pub fn level(&self, code: &LevelCode) -> &str {
        word(&self.levels, code.as_str())
    }

    /// What a level means for any item.
    #[must_use]
    pub fn level_meaning(&self, code: &LevelCode) -> &str {
        word(&self.meanings, code.as_str())
    }
}

/// A word of which [`PackTexts::check`] made sure that it is there.
fn word<'a>(words: &'a Words, id: &str) -> &'a str {
    words.get(id).map_or("", String::as_str)
}

fn texts(node: &Node<'_>) -> PackTexts {
    const KNOWN: [&str; 10] = [
        "$schema",
        "language",
        "title",
        "levels",
        "sections",
        "groups",
        "headings",
        "attributes",
        "values",
        "items",
    ];
    node.only(&KNOWN);
    let [mut levels, mut meanings, mut titles, mut asks, mut quick_asks] =
        [const { Words::new_vec() }; 5];
    node.get("levels").each_field(|id, level| {
        level.only(&["name", "meaning"]);
        levels.insert(id.to_owned(), level.text_in("name"));
        meanings.insert(id.to_owned(), level.text_in("meaning"));
    });
    node.get("items").each_field(|id, item| {
        item.only(&["title", "ask", "quick_ask"]);
        titles.insert(id.to_owned(), item.text_in("title"));
        asks.insert(id.to_owned(), item.text_in("ask"));
        if let Some(ask) = item.may("quick_ask") {
            quick_asks.insert(id.to_owned(), ask.text());
        }
    });
    PackTexts {
        language: node.text_in("language"),
        title: node.text_in("title"),
        levels,
        meanings,
        sections: node.get("sections").words(),
        groups: node.get("groups").words(),
        headings: node.get("headings").words(),
        attributes: node.get("attributes").words(),
        values: node.get("values").words(),
        titles,
        full_titles: Words::new_vec(),
        asks,
        quick_asks,
    }
}

/// The long texts of an item.
#[derive(Clone, Debug, PartialEq, Eq)]
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
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CheckText {
    /// Its identifier in the pack.
    pub id: String,
    /// One verifiable fact, as a question.
    pub text: String,
}

/// Reads the long texts of a group: `packs/schema/guidance.schema.json` describes the file.
///
/// # Errors
/// [`FormError`] with the place of the first fault.
pub fn read_guidance(text: &str) -> Result<Vec<(String, ItemGuidance)>, FormError> {
    read(text, |node| {
        let mut items = Vec::new();
        node.each_field(|id, node| items.push((id.to_owned(), guidance(node))));
        Some(items)
    })
}

fn guidance(node: &Node<'_>) -> ItemGuidance {
    node.only(&["what", "how", "why", "checks", "evidence", "interview", "levels", "pitfall"]);
    ItemGuidance {
        what: node.text_in("what"),
        how: node.texts_in("how"),
        why: node.text_in("why"),
        checks: node.get("checks").some(|node| {
            node.only(&["id", "text"]);
            let id = node.id_in("id", CheckId::parse)?.to_string();
            Some(CheckText { id, text: node.text_in("text") })
        }),
        evidence: node.texts_in("evidence"),
        interview: node.texts_in("interview"),
        levels: node.get("levels").words(),
        pitfall: node.text_in("pitfall"),
    }
}
