//! What holds of all that comes in from the groups of a workshop, and of its figures.

use plumbline::domain::{
    ratio::Ratio,
    workshop::{
        collected::{Added, Collected},
        returned::{Return, Vote},
        tally::{Median, Tally, ranking},
    },
};
use proptest::prelude::*;

use crate::workshop::{returned, session, tally};

fn any_vote() -> impl Strategy<Value = Option<Vote>> {
    prop_oneof![
        Just(None),
        Just(Some(Vote::DontKnow)),
        (0..4_u8).prop_map(|level| Some(Vote::Level(level)))
    ]
}

/// Few groups, rounds and numbers, so that many meet.
fn any_return() -> impl Strategy<Value = Return> {
    let votes = prop::collection::vec(any_vote(), 4);
    let notes = prop::option::of(prop::collection::vec("[ab]{0,1}", 4));
    (0..3_u16, 1..=2_u8, 1..=2_u32, votes, notes).prop_map(
        |(group, round, counter, votes, notes)| Return {
            votes,
            notes,
            ..returned(group, round, counter, "----")
        },
    )
}

fn collect(returns: &[Return]) -> Collected {
    let mut collected = Collected::default();
    for returned in returns {
        collected.add(&session(3), returned.clone()).unwrap();
    }
    collected
}

proptest! {
    #[test]
    fn the_order_of_returns_is_without_effect(
        (returns, shuffled) in prop::collection::vec(any_return(), 0..12)
            .prop_flat_map(|returns| (Just(returns.clone()), Just(returns).prop_shuffle()))
    ) {
        prop_assert_eq!(collect(&returns), collect(&shuffled));
    }

    #[test]
    fn the_same_again_changes_nothing(returns in prop::collection::vec(any_return(), 0..12)) {
        let once = collect(&returns);
        let mut twice = once.clone();
        for returned in returns {
            prop_assert_ne!(twice.add(&session(3), returned), Ok(Added::New));
        }
        prop_assert_eq!(&twice, &once);
        twice.merge(once.clone());
        prop_assert_eq!(twice, once);
    }

    #[test]
    fn it_does_not_matter_who_collects(
        parts in prop::collection::vec(prop::collection::vec(any_return(), 0..5), 3)
    ) {
        let [one, two, three] = [0, 1, 2].map(|part| collect(&parts[part]));
        let merged = |mut into: Collected, other: &Collected| {
            into.merge(other.clone());
            into
        };
        let left = merged(merged(one.clone(), &two), &three);
        let right = merged(one.clone(), &merged(two.clone(), &three));
        prop_assert_eq!(&left, &right);
        prop_assert_eq!(&left, &merged(merged(three, &one), &two));
        prop_assert_eq!(left, collect(&parts.concat()));
    }

    #[test]
    fn what_adding_says_is_what_it_does(
        returns in prop::collection::vec(any_return(), 0..8), last in any_return()
    ) {
        let before = collect(&returns);
        let mut after = before.clone();
        let key = (last.round, last.group);
        let added = after.add(&session(3), last).unwrap();
        prop_assert_eq!(added == Added::New, before.column(key.0, key.1).is_none());
        prop_assert_eq!(matches!(added, Added::New | Added::Newer), before != after);
    }

    /// Beside what is computed here: all votes in a row, in order.
    #[test]
    fn figures_are_those_of_the_votes_in_order(column in "[NPLF?-]{0,12}") {
        let tally = tally(&column);
        let mut levels: Vec<usize> = column.chars().filter_map(|vote| "NPLF".find(vote)).collect();
        levels.sort_unstable();
        let count = levels.len();
        prop_assert_eq!(tally.rated(), count);
        prop_assert_eq!(tally.lowest(), levels.first().copied());
        prop_assert_eq!(tally.highest(), levels.last().copied());
        let halves = (count > 0).then(|| levels[(count - 1) / 2] + levels[count / 2]);
        prop_assert_eq!(tally.median().map(Median::halves), halves);
        let deviation = halves.and_then(|halves| {
            let sum: usize = levels.iter().map(|level| (level * 2).abs_diff(halves)).sum();
            Ratio::new(u64::try_from(sum).unwrap(), u64::try_from(count * 2).unwrap())
        });
        prop_assert_eq!(tally.deviation(), deviation);
        prop_assert_eq!(tally.voted() + tally.open, column.len());
    }

    #[test]
    fn the_ranking_is_one_and_keeps_its_order(columns in prop::collection::vec("[NPLF?-]{0,5}", 0..12)) {
        let all: Vec<Tally> = columns.iter().map(|column| tally(column)).collect();
        let ranked = ranking(&all);
        let mut places = ranked.clone();
        places.sort_unstable();
        prop_assert_eq!(places, (0..all.len()).collect::<Vec<_>>());
        for pair in ranked.windows(2) {
            let [one, next] = [&all[pair[0]], &all[pair[1]]];
            prop_assert!(one.disagreement().unwrap_or(0) >= next.disagreement().unwrap_or(0));
            if one.disagreement() == next.disagreement() && one.disagreement().is_some() {
                prop_assert!((one.dont_know, one.deviation()) >= (next.dont_know, next.deviation()));
            }
        }
    }
}
