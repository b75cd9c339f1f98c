//! Conformity, its range and completeness of a group of items (scoring.md, Conformity of a group).

use serde::Serialize;

use super::{ratio::Ratio, scope::Standing};

/// One of the four numbers that are always shown together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Number {
    /// Credit of what is rated over the weight of what is rated.
    Conformity,
    /// The conformity if everything not rated turned out *Not in place*.
    Low,
    /// The conformity if everything not rated turned out *Fully*.
    High,
    /// How much of what is in scope has been looked at.
    Completeness,
}

impl Number {
    /// All four, in the order they are shown.
    pub const ALL: [Self; 4] = [Self::Conformity, Self::Low, Self::High, Self::Completeness];

    /// What one item adds above and below the line; `(0, 0)` when it isn't counted. `unit` is the
    /// scale's ([`super::scale::Scale::unit`]).
    #[must_use]
    pub const fn contribution(self, weight: u64, standing: &Standing, unit: u64) -> (u64, u64) {
        let whole = weight.saturating_mul(unit);
        match (self, standing) {
            (_, Standing::Excluded | Standing::NotAsked)
            | (Self::Conformity, Standing::DontKnow | Standing::Unanswered) => (0, 0),
            (Self::Conformity | Self::Low | Self::High, Standing::Rated { credit, .. }) => {
                (weight.saturating_mul(*credit), whole)
            }
            (Self::Low, Standing::DontKnow | Standing::Unanswered) => (0, whole),
            (Self::High, Standing::DontKnow | Standing::Unanswered) => (whole, whole),
            (Self::Completeness, Standing::Rated { .. } | Standing::DontKnow) => (1, 1),
            (Self::Completeness, Standing::Unanswered) => (0, 1),
        }
    }
}

/// The sums of a group while it is being added up; two tallies add up to that of both groups.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    counts: Counts,
    sums: [(u64, u64); Number::ALL.len()],
}

/// How many items of a group are in which state.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Counts {
    /// All that are asked.
    pub items: u64,
    /// All but the excluded ones.
    pub in_scope: u64,
    /// Rated with a level.
    pub rated: u64,
    /// Looked at, nobody could tell.
    pub dont_know: u64,
    /// Without a rating.
    pub unanswered: u64,
    /// Excluded with a justification.
    pub excluded: u64,
}

impl Counts {
    /// Adds another group.
    pub const fn merge(&mut self, more: &Self) {
        self.items += more.items;
        self.in_scope += more.in_scope;
        self.rated += more.rated;
        self.dont_know += more.dont_know;
        self.unanswered += more.unanswered;
        self.excluded += more.excluded;
    }
}

impl Tally {
    /// Adds one item; one that isn't asked adds nothing.
    pub fn add(&mut self, weight: u64, standing: &Standing, unit: u64) {
        let counts = &mut self.counts;
        let (count, in_scope) = match standing {
            Standing::Rated { .. } => (&mut counts.rated, 1),
            Standing::DontKnow => (&mut counts.dont_know, 1),
            Standing::Unanswered => (&mut counts.unanswered, 1),
            Standing::Excluded => (&mut counts.excluded, 0),
            Standing::NotAsked => return,
        };
        *count += 1;
        counts.items += 1;
        counts.in_scope += in_scope;
        for (sum, number) in self.sums.iter_mut().zip(Number::ALL) {
            let (num, den) = number.contribution(weight, standing, unit);
            *sum = (sum.0.saturating_add(num), sum.1.saturating_add(den));
        }
    }

    /// Adds another group.
    pub fn merge(&mut self, other: &Self) {
        self.counts.merge(&other.counts);
        for (sum, other) in self.sums.iter_mut().zip(other.sums) {
            *sum = (sum.0.saturating_add(other.0), sum.1.saturating_add(other.1));
        }
    }

    /// The four numbers.
    #[must_use]
    pub fn measure(&self) -> Measure {
        let [conformity, low, high, completeness] =
            self.sums.map(|(num, den)| Ratio::new(num, den));
        Measure { counts: self.counts, conformity, low, high, completeness }
    }
}

/// The numbers of a group: always shown together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Measure {
    /// How many items are in which state.
    pub counts: Counts,
    /// `None` when nothing is rated.
    pub conformity: Option<Ratio>,
    /// `None` when nothing is in scope.
    pub low: Option<Ratio>,
    /// `None` when nothing is in scope.
    pub high: Option<Ratio>,
    /// `None` when nothing is in scope.
    pub completeness: Option<Ratio>,
}

impl Measure {
    /// One of the four.
    #[must_use]
    pub const fn number(&self, number: Number) -> Option<Ratio> {
        match number {
            Number::Conformity => self.conformity,
            Number::Low => self.low,
            Number::High => self.high,
            Number::Completeness => self.completeness,
        }
    }
}
