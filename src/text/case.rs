//! The words of a case company, and the company as an assessment that is filled in.

use litemap::LiteMap;

use crate::{
    domain::{action::Action, assessment::Rating, facts::Facts, selection::Selection},
    persist::{
        case::Case,
        node::{FormError, Node, Words, read},
    },
};

/// The words of a case company in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseTexts {
    /// The name of the firm.
    pub name: String,
    /// What it does, in a line.
    pub tagline: String,
    /// What happened to it, in paragraphs.
    pub story: Vec<String>,
    /// What is known of it, as labels and values.
    pub facts: Vec<(String, String)>,
    /// What its ISMS covers, in a sentence.
    pub scope: String,
    /// What participants get to see, by identifier.
    pub exhibits: LiteMap<String, Exhibit>,
    /// Why an item is rated as it is, by identifier of the item.
    pub reasons: Words,
    /// What the trainer asks about an item to discuss, by identifier of the item.
    pub prompts: Words,
}

/// The words of an exhibit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exhibit {
    /// What it is called.
    pub title: String,
    /// What kind of paper it is.
    pub kind: String,
    /// Its lines or short paragraphs.
    pub body: Vec<String>,
}

impl CaseTexts {
    /// Reads a file of `cases/<language>/`; `packs/schema/case-texts.schema.json` describes it.
    ///
    /// # Errors
    /// [`FormError`] with the place of the first fault.
    pub fn read(json: &str) -> Result<Self, FormError> {
        read(json, |node| {
            node.only(&[
                "name", "tagline", "story", "facts", "scope", "exhibits", "reasons", "prompts",
            ]);
            let mut exhibits = LiteMap::new_vec();
            node.get("exhibits").each_field(|id, node| {
                exhibits.insert(id.to_owned(), exhibit(node));
            });
            Some(Self {
                name: node.text_in("name"),
                tagline: node.text_in("tagline"),
                story: node.texts_in("story"),
                facts: node.get("facts").list(fact),
                scope: node.text_in("scope"),
                exhibits,
                reasons: node.get("reasons").words(),
                prompts: node.get("prompts").words(),
            })
        })
    }

    /// What fills an empty assessment in as this company's: facts, ratings, and the reasons for these
    /// as notes. Only what is rated is asked, so that there is a result to look at.
    #[must_use]
    pub fn filled_in(&self, case: &Case) -> Action {
        let facts = Facts {
            organisation: self.name.clone(),
            people: Some(case.people),
            sector: Some(case.sector.clone()),
            scope: self.scope.clone(),
            ..Facts::BLANK
        };
        let rated = case.ratings.iter().map(|(item, _)| item.clone());
        let mut actions = vec![Action::Facts(facts), Action::Select(Selection::of(rated))];
        for (item, level) in &case.ratings {
            actions.push(Action::Rate(item.clone(), Some(Rating::Level(level.clone()))));
            if let Some(reason) = self.reasons.get(item.as_str()) {
                actions.push(Action::Note(item.clone(), reason.clone()));
            }
        }
        Action::Several(actions)
    }
}

fn fact(node: &Node<'_>) -> (String, String) {
    node.only(&["label", "value"]);
    (node.text_in("label"), node.text_in("value"))
}

fn exhibit(node: &Node<'_>) -> Exhibit {
    node.only(&["title", "kind", "body"]);
    Exhibit {
        title: node.text_in("title"),
        kind: node.text_in("kind"),
        body: node.texts_in("body"),
    }
}

/// Reads the words of the sectors from `handbook/<language>/scenarios.json`, by identifier.
///
/// # Errors
/// [`FormError`] with the place of the first fault.
pub fn read_sector_words(json: &str) -> Result<Words, FormError> {
    read(json, |node| Some(node.get("sectors").words()))
}
