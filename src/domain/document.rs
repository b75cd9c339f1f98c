//! Documented information: what is there of the documents and records that an ISMS keeps.

use serde::Serialize;

use super::{
    assessment::Assessment,
    evaluation::Evaluation,
    extent::{Seen, seen_of},
    handbook::{Demand, DocumentRule, Form},
    id::{DocumentId, ItemId},
    pack::Pack,
    time::Day,
};

/// How far a document or record is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum DocumentState {
    /// There is none.
    Missing,
    /// Begun, or not approved.
    Draft,
    /// It is there.
    InPlace,
}

impl DocumentState {
    /// All of them, the worst first.
    pub const ALL: [Self; 3] = [Self::Missing, Self::Draft, Self::InPlace];

    /// As written in files.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::Draft => "draft",
            Self::InPlace => "in_place",
        }
    }

    /// Reads a state as written in files.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.as_str() == text)
    }
}

/// What was written down about a document or record.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct DocumentEntry {
    /// How far it is; `None` when nobody has looked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub state: Option<DocumentState>,
    /// Where it is.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub place: String,
    /// Who keeps it.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub owner: String,
    /// When it is to be looked at again.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub review: Option<Day>,
}

impl DocumentEntry {
    /// Nothing was written; such an entry isn't kept.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// A document or record with what follows from its rule and its entry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DocumentResult {
    /// Which one.
    pub id: DocumentId,
    /// The item that it belongs to.
    pub item: ItemId,
    /// Who says that it is needed.
    pub demand: Demand,
    /// Kept up to date or kept as proof.
    pub form: Form,
    /// Whether it is needed here: one that belongs to a control is as far as the control applies.
    pub needed: bool,
    /// How far it is; `None` when nobody has looked.
    pub state: Option<DocumentState>,
}

impl DocumentResult {
    /// Whether a clause asks it of everybody and it isn't in place.
    #[must_use]
    pub fn is_lacking(&self) -> bool {
        self.demand == Demand::Mandatory && self.state != Some(DocumentState::InPlace)
    }
}

/// Every document of the pack, in its order. Those that are needed only if applicable follow the
/// Statement of Applicability: an excluded control needs none.
#[must_use]
pub fn documents(
    pack: &Pack,
    rules: &[DocumentRule],
    assessment: &Assessment,
    evaluation: &Evaluation,
) -> Vec<DocumentResult> {
    let results = rules.iter().map(|rule| DocumentResult {
        id: rule.id.clone(),
        item: rule.item.clone(),
        demand: rule.demand,
        form: rule.form,
        needed: seen_of(pack, evaluation, &rule.item) != Some(Seen::Outside),
        state: assessment.work().documents.get(&rule.id).and_then(|entry| entry.state),
    });
    results.collect()
}
