//! What changed between two evaluations of one pack.

use std::cmp::Ordering;

use super::{
    evaluation::Evaluation,
    extent::{Seen, seen},
    id::{GroupId, ItemId, SectionId},
    pack::Pack,
    ratio::Ratio,
};

/// What became of an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// Rated both times, higher now.
    Rose,
    /// Rated both times, lower now.
    Fell,
    /// Rated now, not before.
    New,
    /// Rated before, not now.
    Gone,
    /// In scope before, not now.
    NewlyExcluded,
    /// In scope now, not before, rated or not.
    NoLongerExcluded,
    /// As before. *Don't know*, unanswered and not asked are the same here: none says how far an item is.
    Same,
}

/// An item and what became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ItemChange {
    /// The item.
    pub item: ItemId,
    /// What became of it.
    pub change: Change,
}

/// A conformity before and now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shift {
    /// Before; `None` when nothing was rated.
    pub older: Option<Ratio>,
    /// Now; `None` when nothing is rated.
    pub newer: Option<Ratio>,
}

/// What changed, everything in pack order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comparison {
    /// Every item.
    pub items: Vec<ItemChange>,
    /// Both sections together.
    pub everything: Shift,
    /// The theme-averaged view.
    pub theme_averaged: Shift,
    /// By section.
    pub sections: Vec<(SectionId, Shift)>,
    /// By group.
    pub groups: Vec<(GroupId, Shift)>,
}

impl Shift {
    /// The difference in percentage points between the numbers as they are shown: both are rounded
    /// first. From 33.4 % to 34.5 % people see 33 and 35, and would take a difference of 1 for a
    /// mistake. `None` when there is no number on one of the sides.
    #[must_use]
    pub fn points(self) -> Option<i64> {
        let shown = |ratio: Option<Ratio>| i64::try_from(ratio?.percent()).ok();
        shown(self.newer)?.checked_sub(shown(self.older)?)
    }
}

/// Compares two evaluations; `None` when they weren't both computed with this very pack.
#[must_use]
pub fn compare(pack: &Pack, older: &Evaluation, newer: &Evaluation) -> Option<Comparison> {
    let reference = pack.reference();
    if older.pack != reference || newer.pack != reference {
        return None;
    }
    let items = seen(pack, older).zip(seen(pack, newer));
    let sections = older.sections.iter().zip(&newer.sections);
    let groups = older.groups.iter().zip(&newer.groups);
    let shift = |older, newer| Shift { older, newer };
    Some(Comparison {
        items: items
            .map(|((item, older), (_, newer))| ItemChange {
                item: item.id.clone(),
                change: change(older, newer),
            })
            .collect(),
        everything: shift(older.everything.conformity, newer.everything.conformity),
        theme_averaged: shift(older.theme_averaged.conformity, newer.theme_averaged.conformity),
        sections: sections
            .map(|(older, newer)| {
                (older.id.clone(), shift(older.measure.conformity, newer.measure.conformity))
            })
            .collect(),
        groups: groups
            .map(|(older, newer)| {
                (older.id.clone(), shift(older.measure.conformity, newer.measure.conformity))
            })
            .collect(),
    })
}

fn change(older: Seen<'_>, newer: Seen<'_>) -> Change {
    use Seen::{DontKnow, NotAsked, Outside, Rated, Unanswered};
    match (older, newer) {
        (Rated { credit: older, .. }, Rated { credit: newer, .. }) => match newer.cmp(&older) {
            Ordering::Greater => Change::Rose,
            Ordering::Less => Change::Fell,
            Ordering::Equal => Change::Same,
        },
        (Outside, Outside)
        | (DontKnow | Unanswered | NotAsked, DontKnow | Unanswered | NotAsked) => Change::Same,
        (Outside, _) => Change::NoLongerExcluded,
        (_, Outside) => Change::NewlyExcluded,
        (DontKnow | Unanswered | NotAsked, Rated { .. }) => Change::New,
        (Rated { .. }, DontKnow | Unanswered | NotAsked) => Change::Gone,
    }
}
