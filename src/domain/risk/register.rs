//! The risk register: what is written down about risks and assets.

use serde::Serialize;

use super::super::{
    id::{AssetId, ItemId, ScenarioId, SectorId},
    time::Day,
};

/// What a threat can take from information.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Property {
    /// Others get to see it.
    Confidentiality,
    /// It is no longer right or whole.
    Integrity,
    /// It isn't there when needed.
    Availability,
}

impl Property {
    /// All of them, in the usual order.
    pub const ALL: [Self; 3] = [Self::Confidentiality, Self::Integrity, Self::Availability];

    /// As written in files.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Confidentiality => "confidentiality",
            Self::Integrity => "integrity",
            Self::Availability => "availability",
        }
    }

    /// Reads a property as written in files.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|property| property.as_str() == text)
    }
}

/// What is done about a risk.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Treatment {
    /// Reduce it by controls.
    Modify,
    /// Accept it.
    Retain,
    /// Give up what brings it.
    Avoid,
    /// Transfer a part of it: insurance, contracts.
    Share,
}

impl Treatment {
    /// All of them, in the order they are offered.
    pub const ALL: [Self; 4] = [Self::Modify, Self::Retain, Self::Avoid, Self::Share];

    /// As written in files.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Modify => "modify",
            Self::Retain => "retain",
            Self::Avoid => "avoid",
            Self::Share => "share",
        }
    }

    /// Reads a treatment as written in files.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|treatment| treatment.as_str() == text)
    }
}

/// A control that treats a risk.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Link {
    /// A control of the pack, or one of the organisation's own.
    pub control: ItemId,
    /// Whether the scenario library brought it and nobody has confirmed it.
    #[serde(skip_serializing_if = "is_false")]
    pub suggested: bool,
}

/// A pair of levels, counted from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Pair {
    /// Level of likelihood.
    pub likelihood: usize,
    /// Level of impact.
    pub impact: usize,
}

/// That somebody with the authority accepts what remains of a risk.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Acceptance {
    /// Who.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub by: String,
    /// When.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub on: Option<Day>,
    /// Why.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub why: String,
}

impl Acceptance {
    /// Nothing of it is written.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        *self == Self::default()
    }

    /// Who, when and why are all there; less is no acceptance (scoring.md, Risk).
    #[must_use]
    pub fn is_whole(&self) -> bool {
        !self.by.trim().is_empty() && self.on.is_some() && !self.why.trim().is_empty()
    }
}

/// A risk: a scenario with what is thought of it and done about it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Risk {
    /// Counted from 1 in the order they were added; what people call it by: "R7".
    pub number: u64,
    /// What happens, in a few words.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub title: String,
    /// The scenario of the library that it was made from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub scenario: Option<ScenarioId>,
    /// What could cause it.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub threat: String,
    /// What it would exploit.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub vulnerability: String,
    /// What it would hit.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub assets: Vec<AssetId>,
    /// What would be lost of these, each once, in the order of [`Property::ALL`].
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub properties: Vec<Property>,
    /// Who answers for it.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub owner: String,
    /// How likely it would be without controls, counted from 0.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub likelihood: Option<usize>,
    /// How bad it would be without controls, counted from 0.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub impact: Option<usize>,
    /// What treats it, each control once.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub controls: Vec<Link>,
    /// What is done about it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub treatment: Option<Treatment>,
    /// What the treatment plan aims at, if that isn't what the controls would bring.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub residual: Option<Pair>,
    /// Who accepts what remains.
    #[serde(skip_serializing_if = "Acceptance::is_blank")]
    pub acceptance: Acceptance,
    /// When it is to be looked at again.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub review: Option<Day>,
    /// Free text.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub note: String,
}

impl Risk {
    /// Whether its treatment, as far as it is said, is carried out by controls: what is retained or
    /// avoided needs none.
    #[must_use]
    pub const fn needs_controls(&self) -> bool {
        matches!(self.treatment, None | Some(Treatment::Modify | Treatment::Share))
    }

    /// Whether a control is linked to it.
    #[must_use]
    pub fn is_treated_by(&self, control: &ItemId) -> bool {
        self.controls.iter().any(|link| link.control == *control)
    }
}

/// Something worth protecting.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Asset {
    /// Counted from 1 in the order they were added.
    pub number: u64,
    /// What it is called.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// Who answers for it.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub owner: String,
    /// How it is classified, in the organisation's words.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub classification: String,
    /// Free text.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub note: String,
}

/// A scenario of a pack's library, from which risks are made. Its words are in
/// [`crate::text::ScenarioTexts`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scenario {
    /// Its identifier.
    pub id: ScenarioId,
    /// What would be lost.
    pub properties: Vec<Property>,
    /// Controls that treat it.
    pub controls: Vec<ItemId>,
    /// The lines of business that it is typical of; of all when there is none.
    pub sectors: Vec<SectorId>,
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde wants a reference")]
pub(in super::super) const fn is_false(value: &bool) -> bool {
    !*value
}
