//! Reading a case company: what its exhibits rest on, and a model rating of it.

use super::node::{FormError, Node, read};
use crate::domain::{
    facts::is_head_count,
    id::{ItemId, LevelCode, SectorId},
};

/// A fictional company, rated. Its words are in [`crate::text::CaseTexts`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Case {
    /// How many people work there.
    pub people: u64,
    /// Its line of business.
    pub sector: SectorId,
    /// The model rating, in the order of the identifiers.
    pub ratings: Vec<(ItemId, LevelCode)>,
}

/// Reads a file of `cases/`; `packs/schema/case.schema.json` describes it. Exhibits and the items to
/// discuss are left to workshops.
///
/// # Errors
/// [`FormError`] with the place of the first fault.
pub fn read_case(json: &str) -> Result<Case, FormError> {
    read(json, |node| {
        node.only(&["$schema", "id", "people", "sector", "exhibits", "ratings", "discuss"]);
        let people = node.get("people").number();
        if !is_head_count(people) {
            node.fault("people");
        }
        let mut ratings = Vec::new();
        node.get("ratings").each_field(|item, node| ratings.extend(rating(item, node)));
        Some(Case { people, sector: node.id_in("sector", SectorId::parse)?, ratings })
    })
}

fn rating(item: &str, node: &Node<'_>) -> Option<(ItemId, LevelCode)> {
    node.only(&["level", "exhibits"]);
    let Ok(item) = ItemId::parse(item) else {
        node.fault("");
        return None;
    };
    Some((item, node.id_in("level", LevelCode::parse)?))
}

/// Reads which sectors there are from `handbook/scenarios.json`, in the order in which they are offered.
///
/// # Errors
/// [`FormError`] with the place of the first fault.
pub fn read_sectors(json: &str) -> Result<Vec<SectorId>, FormError> {
    read(json, |node| Some(node.get("sectors").some(|node| node.id(SectorId::parse))))
}
