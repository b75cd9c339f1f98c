//! What changed between two evaluations of one pack.

use std::cmp::Ordering;

use super::{
    evaluation::Evaluation,
    extent::{Seen, seen},
    id::{GroupId, ItemId, SectionId},
    pack::Pack,
    ratio::Ratio,
    scope::Standing,
    score::Tally,
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
    /// Asked now, not before, and not rated.
    NewlyAsked,
    /// Asked before, not now, and not rated.
    NoLongerAsked,
    /// As before. *Don't know* and unanswered are the same here: neither says how far an item is.
    Same,
    /// Asked neither time.
    NeverAsked,
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

/// Which items were asked, before and now. Excluded ones are asked: that they don't apply is the answer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AskedThen {
    /// How many before.
    pub older: usize,
    /// How many now.
    pub newer: usize,
    /// How many now that weren't before.
    pub newly: usize,
    /// How many before that aren't now.
    pub no_longer: usize,
    /// The groups in which that differs, in pack order: their conformities are those of different items.
    pub unlike: Vec<GroupId>,
}

impl AskedThen {
    /// Whether the same was asked both times.
    #[must_use]
    pub const fn is_alike(&self) -> bool {
        self.newly == 0 && self.no_longer == 0
    }
}

/// What changed, everything in pack order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comparison {
    /// What was asked.
    pub asked: AskedThen,
    /// How many items are rated both times.
    pub rated_twice: usize,
    /// The conformity of these alone, which compares like with like whatever was asked.
    pub of_rated_twice: Shift,
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
    let (rated_twice, of_rated_twice) = rated_twice(pack, older, newer);
    let sections = older.sections.iter().zip(&newer.sections);
    let groups = older.groups.iter().zip(&newer.groups);
    let shift = |older, newer| Shift { older, newer };
    Some(Comparison {
        asked: asked(pack, older, newer),
        rated_twice,
        of_rated_twice,
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

fn asked(pack: &Pack, older: &Evaluation, newer: &Evaluation) -> AskedThen {
    let mut asked = AskedThen::default();
    let mut items = seen(pack, older).zip(seen(pack, newer));
    for group in pack.groups() {
        let mut alike = true;
        for ((_, older), (_, newer)) in items.by_ref().take(group.items.len()) {
            let (before, now) = (older != Seen::NotAsked, newer != Seen::NotAsked);
            asked.older += usize::from(before);
            asked.newer += usize::from(now);
            asked.newly += usize::from(now && !before);
            asked.no_longer += usize::from(before && !now);
            alike &= before == now;
        }
        if !alike {
            asked.unlike.push(group.id.clone());
        }
    }
    asked
}

fn rated_twice(pack: &Pack, older: &Evaluation, newer: &Evaluation) -> (usize, Shift) {
    let unit = pack.scale().unit();
    let [mut before, mut now] = [Tally::default(); 2];
    let sides = older.items.iter().zip(&newer.items);
    for (item, (older, newer)) in pack.items().iter().zip(sides) {
        if let (Standing::Rated { .. }, Standing::Rated { .. }) = (&older.standing, &newer.standing)
        {
            before.add(item.weight, &older.standing, unit);
            now.add(item.weight, &newer.standing, unit);
        }
    }
    let (before, now) = (before.measure(), now.measure());
    let count = usize::try_from(now.counts.rated).unwrap_or(usize::MAX);
    (count, Shift { older: before.conformity, newer: now.conformity })
}

fn change(older: Seen<'_>, newer: Seen<'_>) -> Change {
    use Seen::{DontKnow, NotAsked, Outside, Rated, Unanswered};
    match (older, newer) {
        (Rated { credit: older, .. }, Rated { credit: newer, .. }) => match newer.cmp(&older) {
            Ordering::Greater => Change::Rose,
            Ordering::Less => Change::Fell,
            Ordering::Equal => Change::Same,
        },
        (NotAsked, NotAsked) => Change::NeverAsked,
        (Outside, Outside) | (DontKnow | Unanswered, DontKnow | Unanswered) => Change::Same,
        (NotAsked, DontKnow | Unanswered) => Change::NewlyAsked,
        (DontKnow | Unanswered, NotAsked) => Change::NoLongerAsked,
        (Outside, _) => Change::NoLongerExcluded,
        (_, Outside) => Change::NewlyExcluded,
        (DontKnow | Unanswered | NotAsked, Rated { .. }) => Change::New,
        (Rated { .. }, DontKnow | Unanswered | NotAsked) => Change::Gone,
    }
}
