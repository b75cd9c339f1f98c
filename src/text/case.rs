//! The words of a case company, and the company as an assessment that is filled in.

use crate::{
    domain::{action::Action, assessment::Rating, facts::Facts, selection::Selection},
    persist::{
        case::Case,
        node::{FormError, Words, read},
    },
};

/// The words of a case company in one language. What is handed out in a workshop isn't among them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseTexts {
    /// The name of the firm.
    pub name: String,
    /// What it does, in a line.
    pub tagline: String,
    /// What its ISMS covers, in a sentence.
    pub scope: String,
    /// Why an item is rated as it is, by identifier of the item.
    pub reasons: Words,
}

impl CaseTexts {
    /// Reads a file of `cases/<language>/`; `packs/schema/case-texts.schema.json` describes it.
    ///
    /// # Errors
    /// [`FormError`] with the place of the first fault.
    pub fn read(json: &str) -> Result<Self, FormError> {
        read(json, |node| {
            node.only(&[
                "$schema", "name", "tagline", "story", "facts", "scope", "exhibits", "reasons",
                "prompts",
            ]);
            Some(Self {
                name: node.text_in("name"),
                tagline: node.text_in("tagline"),
                scope: node.text_in("scope"),
                reasons: node.get("reasons").words(),
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

/// Reads the words of the sectors from `handbook/<language>/scenarios.json`, by identifier.
///
/// # Errors
/// [`FormError`] with the place of the first fault.
pub fn read_sector_words(json: &str) -> Result<Words, FormError> {
    read(json, |node| Some(node.get("sectors").words()))
}
