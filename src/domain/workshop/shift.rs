//! A later round beside an earlier one.

use super::{collected::Collected, returned::Vote};

/// What became of the votes on an item from one round to a later one, over the groups that returned both.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Shift {
    /// Groups that say the same as before.
    pub same: usize,
    /// Groups that give a higher level.
    pub higher: usize,
    /// Groups that give a lower level.
    pub lower: usize,
    /// Groups that give a level and gave none before.
    pub settled: usize,
    /// Groups that gave a level and give none any more.
    pub unsettled: usize,
}

impl Shift {
    /// Groups that returned both rounds.
    #[must_use]
    pub const fn both(&self) -> usize {
        self.same
            .saturating_add(self.higher)
            .saturating_add(self.lower)
            .saturating_add(self.settled)
            .saturating_add(self.unsettled)
    }
}

/// The shift on the item at a place of the session.
#[must_use]
pub fn shift(collected: &Collected, place: usize, from: u8, to: u8) -> Shift {
    let mut shift = Shift::default();
    for (group, before) in collected.columns(from) {
        let Some(after) = collected.column(to, group) else { continue };
        let level = |votes: &[Option<Vote>]| match votes.get(place) {
            Some(Some(Vote::Level(level))) => Some(*level),
            _ => None,
        };
        let count = match (level(before.votes()), level(after.votes())) {
            (Some(before), Some(after)) if before < after => &mut shift.higher,
            (Some(before), Some(after)) if before > after => &mut shift.lower,
            (None, Some(_)) => &mut shift.settled,
            (Some(_), None) => &mut shift.unsettled,
            _ => &mut shift.same,
        };
        *count = count.saturating_add(1);
    }
    shift
}
