//! How far apart the groups are on an item (scoring.md, Workshop).

use std::cmp::Reverse;

use super::{collected::Collected, returned::Vote, session::Session};
use crate::domain::{id::ItemId, ratio::Ratio};

/// The middle of the votes. With an odd number of them both are the same level; with an even number it lies
/// half-way between both, which may be no level of the scale.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Median {
    /// The lower one of the two votes in the middle, as the place of a level.
    pub lower: usize,
    /// The upper one.
    pub upper: usize,
}

impl Median {
    /// How high it is on the scale in half levels: 3 is half-way between the second level and the third.
    #[must_use]
    pub const fn halves(self) -> usize {
        self.lower.saturating_add(self.upper)
    }
}

/// What the groups say of an item in a round.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tally {
    /// The item.
    pub item: ItemId,
    /// How many groups gave each level, from the lowest to the highest.
    pub levels: Vec<usize>,
    /// How many said *don't know*.
    pub dont_know: usize,
    /// How many handed in a return and left the item open.
    pub open: usize,
}

impl Tally {
    /// How many groups gave a level. All figures below are over these.
    #[must_use]
    pub fn rated(&self) -> usize {
        self.levels.iter().sum()
    }

    /// How many groups said anything.
    #[must_use]
    pub fn voted(&self) -> usize {
        self.rated().saturating_add(self.dont_know)
    }

    /// The lowest level that was given.
    #[must_use]
    pub fn lowest(&self) -> Option<usize> {
        self.levels.iter().position(|count| *count > 0)
    }

    /// The highest level that was given.
    #[must_use]
    pub fn highest(&self) -> Option<usize> {
        self.levels.iter().rposition(|count| *count > 0)
    }

    /// The median level.
    #[must_use]
    pub fn median(&self) -> Option<Median> {
        let last = self.rated().checked_sub(1)?;
        Some(Median { lower: self.vote_at(last / 2)?, upper: self.vote_at(last.div_ceil(2))? })
    }

    /// The vote at a place, from 0, when all stand in order of their levels.
    fn vote_at(&self, place: usize) -> Option<usize> {
        let mut seen = 0_usize;
        self.levels.iter().position(|count| {
            seen = seen.saturating_add(*count);
            place < seen
        })
    }

    /// How many levels lie between lowest and highest.
    #[must_use]
    pub fn disagreement(&self) -> Option<usize> {
        self.highest()?.checked_sub(self.lowest()?)
    }

    /// How far the votes are from the median on average, in levels.
    #[must_use]
    pub fn deviation(&self) -> Option<Ratio> {
        let median = self.median()?.halves();
        let distances =
            self.levels.iter().enumerate().map(|(level, count)| {
                level.saturating_mul(2).abs_diff(median).saturating_mul(*count)
            });
        let halves = u64::try_from(distances.sum::<usize>()).ok()?;
        Ratio::new(halves, u64::try_from(self.rated()).ok()?.checked_mul(2)?)
    }

    /// What the ranking goes by, the most first. Who only says *don't know* disagrees with nobody, yet there
    /// is more to talk about than where all say the same; what nobody looked at comes last.
    fn weight(&self) -> (bool, usize, usize, Ratio) {
        (
            self.voted() > 0,
            self.disagreement().unwrap_or_default(),
            self.dont_know,
            self.deviation().unwrap_or(Ratio::ZERO),
        )
    }
}

/// The tallies of all items of a session in a round, in their order.
#[must_use]
pub fn tallies(session: &Session, collected: &Collected, round: u8) -> Vec<Tally> {
    let blank = |item: &ItemId| Tally {
        item: item.clone(),
        levels: vec![0; session.levels().into()],
        dont_know: 0,
        open: 0,
    };
    let mut tallies: Vec<Tally> = session.items().iter().map(blank).collect();
    for (_, column) in collected.columns(round) {
        for (tally, vote) in tallies.iter_mut().zip(column.votes()) {
            let count = match vote {
                Some(Vote::Level(place)) => tally.levels.get_mut(usize::from(*place)),
                Some(Vote::DontKnow) => Some(&mut tally.dont_know),
                None => Some(&mut tally.open),
            };
            if let Some(count) = count {
                *count = count.saturating_add(1);
            }
        }
    }
    tallies
}

/// Of each item the tally of the last round in which a group said anything of it: a second round is often
/// about a few items only. Where nobody did, that of the first round.
#[must_use]
pub fn latest(rounds: &[Vec<Tally>]) -> Vec<Tally> {
    let mut latest = rounds.first().cloned().unwrap_or_default();
    for (here, tally) in rounds.iter().flat_map(|round| round.iter().enumerate()) {
        if let Some(before) = latest.get_mut(here).filter(|_| tally.voted() > 0) {
            before.clone_from(tally);
        }
    }
    latest
}

/// The places of tallies by disagreement, the largest first: then by more *don't know*, then by the mean
/// absolute deviation from the median, then as they stood.
#[must_use]
pub fn ranking(tallies: &[Tally]) -> Vec<usize> {
    let mut ranked: Vec<_> =
        tallies.iter().enumerate().map(|(place, tally)| (Reverse(tally.weight()), place)).collect();
    ranked.sort_unstable();
    ranked.into_iter().map(|(_, place)| place).collect()
}
