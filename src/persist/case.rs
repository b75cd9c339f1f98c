//! Reading a case company: what its exhibits rest on, and a model rating of it.

use super::node::{FormError, Node, read};
use crate::domain::{
    facts::is_head_count,
    id::{CaseId, ExhibitId, ItemId, LevelCode, SectorId},
};

/// On how many exhibits a rating rests at most.
const MOST_EXHIBITS: usize = 3;

/// A fictional company, rated. Its words are in [`crate::text::CaseTexts`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Case {
    /// Its identifier.
    pub id: CaseId,
    /// How many people work there.
    pub people: u64,
    /// Its line of business.
    pub sector: SectorId,
    /// What participants get to see, in the order in which it is shown.
    pub exhibits: Vec<ExhibitId>,
    /// The model rating, in the order of the identifiers.
    pub ratings: Vec<(ItemId, LevelCode)>,
    /// On which exhibits it rests, in the same order; none for an item that the facts alone decide.
    pub rests: Vec<(ItemId, Vec<ExhibitId>)>,
    /// Items on which groups will honestly disagree.
    pub discuss: Vec<ItemId>,
}

impl Case {
    /// The exhibits on which the model rating of an item rests; empty for an item without.
    #[must_use]
    pub fn exhibits_of(&self, item: &ItemId) -> &[ExhibitId] {
        let found = self.rests.iter().find(|(of, _)| of == item);
        found.map_or(&[], |(_, exhibits)| exhibits)
    }

    /// The level of the model rating of an item; `None` for an item that isn't rated.
    #[must_use]
    pub fn level_of(&self, item: &ItemId) -> Option<&LevelCode> {
        self.ratings.iter().find(|(of, _)| of == item).map(|(_, level)| level)
    }
}

/// Reads a file of `cases/`; `packs/schema/case.schema.json` describes it.
///
/// # Errors
/// [`FormError`] with the place of the first fault.
pub fn read_case(json: &str) -> Result<Case, FormError> {
    read(json, |node| {
        node.only(&["id", "people", "sector", "exhibits", "ratings", "discuss"]);
        let people = node.get("people").number();
        if !is_head_count(people) {
            node.fault("people");
        }
        let (mut ratings, mut rests) = (Vec::new(), Vec::new());
        node.get("ratings").each_field(|item, node| {
            if let Some((item, level, exhibits)) = rating(item, node) {
                ratings.push((item.clone(), level));
                rests.push((item, exhibits));
            }
        });
        Some(Case {
            id: node.id_in("id", CaseId::parse)?,
            people,
            sector: node.id_in("sector", SectorId::parse)?,
            exhibits: different(node, "exhibits", |node| node.id(ExhibitId::parse)),
            ratings,
            rests,
            discuss: different(node, "discuss", |node| node.id(ItemId::parse)),
        })
    })
}

fn rating(item: &str, node: &Node<'_>) -> Option<(ItemId, LevelCode, Vec<ExhibitId>)> {
    node.only(&["level", "exhibits"]);
    let Ok(item) = ItemId::parse(item) else {
        node.fault("");
        return None;
    };
    let exhibits = different(node, "exhibits", |node| node.id(ExhibitId::parse));
    if exhibits.len() > MOST_EXHIBITS {
        node.fault("exhibits");
    }
    Some((item, node.id_in("level", LevelCode::parse)?, exhibits))
}

/// A list of identifiers, none of which stands in it twice.
fn different<T: PartialEq>(node: &Node<'_>, key: &str, read: fn(&Node<'_>) -> Option<T>) -> Vec<T> {
    let ids = node.get(key).some(read);
    let mut rest = ids.as_slice();
    while let [id, behind @ ..] = rest {
        if behind.contains(id) {
            node.fault(key);
        }
        rest = behind;
    }
    ids
}

/// Reads which sectors there are from `handbook/scenarios.json`, in the order in which they are offered.
///
/// # Errors
/// [`FormError`] with the place of the first fault.
pub fn read_sectors(json: &str) -> Result<Vec<SectorId>, FormError> {
    read(json, |node| Some(node.get("sectors").some(|node| node.id(SectorId::parse))))
}
