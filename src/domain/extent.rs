//! How far an item is in place, in the terms in which the rules are written, whatever the scale.
//!
//! The only place that looks at each [`Standing`]: findings, priorities, roadmap and comparison ask
//! for what is [`Seen`].

use super::{
    evaluation::Evaluation,
    id::{ItemId, LevelCode},
    pack::{Item, Pack},
    scope::Standing,
};

/// How far something is in place. On a scale of a pack's own, credit 0 is like N, below one half like
/// P, from one half on like L, and 1 like F.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Extent {
    /// Like N.
    NotInPlace,
    /// Like P.
    Partly,
    /// Like L.
    Largely,
    /// Like F.
    Fully,
}

impl Extent {
    /// The extent of a credit, which is given in units of `1 / unit` (see
    /// [`super::scale::Scale::unit`]).
    #[must_use]
    pub const fn of(credit: u64, unit: u64) -> Self {
        if credit == 0 {
            Self::NotInPlace
        } else if credit.saturating_mul(2) < unit {
            Self::Partly
        } else if credit < unit {
            Self::Largely
        } else {
            Self::Fully
        }
    }
}

/// What was seen of an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Seen<'a> {
    /// It is rated.
    Rated {
        /// The level.
        level: &'a LevelCode,
        /// Its credit in units of the scale.
        credit: u64,
        /// How far that is.
        extent: Extent,
    },
    /// It was looked at, and nobody could tell.
    DontKnow,
    /// Nobody has looked.
    Unanswered,
    /// Excluded: it counts nowhere.
    Outside,
    /// The assessment doesn't ask it, so nobody has looked; it counts nowhere either.
    NotAsked,
}

impl<'a> Seen<'a> {
    /// What a standing amounts to; `unit` is the scale's.
    #[must_use]
    pub const fn of(standing: &'a Standing, unit: u64) -> Self {
        match standing {
            Standing::Rated { level, credit } => {
                Self::Rated { level, credit: *credit, extent: Extent::of(*credit, unit) }
            }
            Standing::DontKnow => Self::DontKnow,
            Standing::Unanswered => Self::Unanswered,
            Standing::Excluded => Self::Outside,
            Standing::NotAsked => Self::NotAsked,
        }
    }

    /// How far the item is in place, if it is rated.
    #[must_use]
    pub const fn extent(&self) -> Option<Extent> {
        match self {
            Self::Rated { extent, .. } => Some(*extent),
            Self::DontKnow | Self::Unanswered | Self::Outside | Self::NotAsked => None,
        }
    }

    /// Whether it counts at all.
    #[must_use]
    pub const fn is_in_scope(&self) -> bool {
        !matches!(self, Self::Outside | Self::NotAsked)
    }
}

/// Every item with what was seen of it, in pack order. The evaluation is one of this pack.
pub fn seen<'a>(
    pack: &'a Pack,
    evaluation: &'a Evaluation,
) -> impl Iterator<Item = (&'a Item, Seen<'a>)> {
    let unit = pack.scale().unit();
    let results = evaluation.items.iter();
    pack.items().iter().zip(results.map(move |result| Seen::of(&result.standing, unit)))
}

/// What was seen of one item; `None` when the pack doesn't have it.
#[must_use]
pub fn seen_of<'a>(pack: &Pack, evaluation: &'a Evaluation, id: &ItemId) -> Option<Seen<'a>> {
    let result = evaluation.items.get(*pack.places().get(id)?)?;
    Some(Seen::of(&result.standing, pack.scale().unit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_extent_of_a_credit() {
        use Extent::{Fully, Largely, NotInPlace, Partly};
        let cases = [
            // N, P, L, F
            (0, 3, NotInPlace),
            (1, 3, Partly),
            (2, 3, Largely),
            (3, 3, Fully),
            // Exactly one half and just below it.
            (2, 4, Largely),
            (1, 4, Partly),
            (2519, 5040, Partly),
            (2520, 5040, Largely),
            (5039, 5040, Largely),
            // Yes or no.
            (0, 1, NotInPlace),
            (1, 1, Fully),
        ];
        for (credit, unit, expected) in cases {
            assert_eq!(Extent::of(credit, unit), expected, "{credit}/{unit}");
        }
    }
}
