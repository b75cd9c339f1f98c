//! What is done with an assessment beside answering: risks, Statement of Applicability, documents,
//! grades of findings, plan.

pub mod action;
pub mod carried;

use std::sync::LazyLock;

use litemap::LiteMap;
use serde::Serialize;

use super::{
    assessment::as_object,
    document::DocumentEntry,
    finding::Regrade,
    id::{AssetId, DocumentId, FindingId, ItemId, PlannedId, RiskId},
    plan::Planned,
    risk::{
        criteria::Criteria,
        register::{Asset, Risk},
    },
    soa::{OwnControl, Statement},
};

/// What stands before and after a risk.
pub type Beside<'a> = (Option<(&'a RiskId, &'a Risk)>, Option<(&'a RiskId, &'a Risk)>);

/// All of it. Changed only by [`action::WorkAction`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Work {
    /// By what risks are judged.
    #[serde(skip_serializing_if = "Criteria::is_default")]
    pub criteria: Criteria,
    /// What is worth protecting.
    #[serde(skip_serializing_if = "LiteMap::is_empty", serialize_with = "as_object")]
    pub assets: LiteMap<AssetId, Asset>,
    /// The risk register.
    #[serde(skip_serializing_if = "LiteMap::is_empty", serialize_with = "as_object")]
    pub risks: LiteMap<RiskId, Risk>,
    /// What stands at the head of the Statement of Applicability.
    #[serde(skip_serializing_if = "Statement::is_blank")]
    pub statement: Statement,
    /// Controls of the organisation's own.
    #[serde(skip_serializing_if = "LiteMap::is_empty", serialize_with = "as_object")]
    pub own_controls: LiteMap<ItemId, OwnControl>,
    /// What is there of documents and records; one that isn't here hasn't been looked at.
    #[serde(skip_serializing_if = "LiteMap::is_empty", serialize_with = "as_object")]
    pub documents: LiteMap<DocumentId, DocumentEntry>,
    /// Findings that the assessor grades otherwise than the rules.
    #[serde(skip_serializing_if = "LiteMap::is_empty", serialize_with = "as_object")]
    pub regraded: LiteMap<FindingId, Regrade>,
    /// What is to be done.
    #[serde(skip_serializing_if = "LiteMap::is_empty", serialize_with = "as_object")]
    pub plan: LiteMap<PlannedId, Planned>,
    /// Weeks that steps are thought to take, by their numbers, where that isn't the estimate.
    #[serde(skip_serializing_if = "LiteMap::is_empty", serialize_with = "as_object")]
    pub weeks: LiteMap<u64, u64>,
}

impl Default for Work {
    fn default() -> Self {
        Self {
            criteria: Criteria::default(),
            assets: LiteMap::new_vec(),
            risks: LiteMap::new_vec(),
            statement: Statement::default(),
            own_controls: LiteMap::new_vec(),
            documents: LiteMap::new_vec(),
            regraded: LiteMap::new_vec(),
            plan: LiteMap::new_vec(),
            weeks: LiteMap::new_vec(),
        }
    }
}

/// What there is before anything is done.
pub(super) static BLANK: LazyLock<Work> = LazyLock::new(Work::default);

impl Work {
    /// The risks in the order of their numbers.
    pub fn risks_in_order(&self) -> impl Iterator<Item = (&RiskId, &Risk)> {
        by_number(&self.risks, |risk| risk.number)
    }

    /// The risks before and after one, in the order of their numbers; `None` when it isn't there.
    #[must_use]
    pub fn beside_risk(&self, id: &RiskId) -> Option<Beside<'_>> {
        let here = (self.risks.get(id)?.number, id);
        let (mut before, mut after): Beside<'_> = (None, None);
        for (id, risk) in &self.risks {
            let place = (risk.number, id);
            if place < here && before.is_none_or(|(id, risk)| (risk.number, id) < place) {
                before = Some((id, risk));
            }
            if place > here && after.is_none_or(|(id, risk)| (risk.number, id) > place) {
                after = Some((id, risk));
            }
        }
        Some((before, after))
    }

    /// The assets in the order of their numbers.
    pub fn assets_in_order(&self) -> impl Iterator<Item = (&AssetId, &Asset)> {
        by_number(&self.assets, |asset| asset.number)
    }

    /// The organisation's own controls in the order of their numbers.
    pub fn own_in_order(&self) -> impl Iterator<Item = (&ItemId, &OwnControl)> {
        by_number(&self.own_controls, |own| own.number)
    }

    /// The actions of the plan in the order of their numbers.
    pub fn plan_in_order(&self) -> impl Iterator<Item = (&PlannedId, &Planned)> {
        by_number(&self.plan, |planned| planned.number)
    }
}

/// Everything in a map in the order of its numbers; of one number, in that of the identifiers.
fn by_number<K, V>(map: &LiteMap<K, V>, number: fn(&V) -> u64) -> impl Iterator<Item = (&K, &V)> {
    let mut all: Vec<(&K, &V)> = map.iter().collect();
    all.sort_by_key(|(_, value)| number(value));
    all.into_iter()
}

/// The number that comes after all of these.
#[must_use]
pub fn next_number(numbers: impl Iterator<Item = u64>) -> u64 {
    numbers.max().unwrap_or_default().saturating_add(1)
}
