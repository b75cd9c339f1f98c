//! What is known of the organisation that is assessed.

use serde::Serialize;

use super::{
    id::{ReasonId, SectorId},
    time::Day,
};

/// Most people that an organisation can have here.
pub const MOST_PEOPLE: u64 = 1_000_000;

/// What is known of the organisation; everything may be left open.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Facts {
    /// Its name.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub organisation: String,
    /// How many people work in it: 1 to [`MOST_PEOPLE`].
    #[serde(skip_serializing_if = "Option::is_none")]
    pub people: Option<u64>,
    /// Its line of business, one of those that the pack's risk scenarios name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sector: Option<SectorId>,
    /// What the ISMS covers, in a sentence.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub scope: String,
    /// Why it wants an ISMS, in the order in which that was said.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub reasons: Vec<ReasonId>,
    /// The day by which the certificate is wanted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub target: Option<Day>,
}

impl Facts {
    /// Nothing is known yet.
    pub const BLANK: Self = Self {
        organisation: String::new(),
        people: None,
        sector: None,
        scope: String::new(),
        reasons: Vec::new(),
        target: None,
    };

    /// Whether nothing is known yet; such facts aren't written.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        *self == Self::BLANK
    }
}

/// Whether an organisation can have so many people.
#[must_use]
pub const fn is_head_count(people: u64) -> bool {
    0 < people && people <= MOST_PEOPLE
}
