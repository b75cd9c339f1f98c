//! How long a workshop takes, by the rules of thumb that the notes for facilitators give.

use super::session::Plan;

/// What a group needs for an item without a timer.
const VOTE: usize = 3;
/// What the room needs to discuss a disputed item.
const DISCUSSION: usize = 6;
/// Two votes on a disputed item, or two minutes of what was agreed on, with the change between items.
const TWO_VOTES: usize = 5;
/// Welcome, scale, case, collecting and debrief.
const FRAME: usize = 45;
/// After so much of a workshop people need a break of [`BREAK`].
const STRETCH: usize = 90;
const BREAK: usize = 15;
/// Nobody plans more finely.
const QUARTER: usize = 15;

/// The minutes that a workshop takes with a discussion of the most disputed items, two of five, which
/// alone are voted on again; in whole quarters of an hour. For ten items in two rounds two hours.
#[must_use]
pub fn minutes(plan: &Plan, items: usize) -> usize {
    let vote = plan.minutes.map_or(VOTE, usize::from);
    let disputed = items.saturating_mul(2).div_ceil(5);
    // Each round but the first, and writing down what was agreed on.
    let times = usize::from(plan.rounds);
    let work = items
        .saturating_mul(vote)
        .saturating_add(disputed.saturating_mul(DISCUSSION))
        .saturating_add(disputed.saturating_mul(TWO_VOTES).saturating_mul(times).div_ceil(2))
        .saturating_add(FRAME);
    // None at the very end.
    let breaks = work.saturating_sub(FRAME).checked_div(STRETCH).unwrap_or_default();
    work.saturating_add(breaks.saturating_mul(BREAK)).next_multiple_of(QUARTER)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{
        selection::Selection,
        workshop::session::{About, Groups},
    };

    #[test]
    fn the_agendas_of_the_notes_come_out() {
        let check = |items, rounds, timer, expected| {
            let plan = Plan {
                name: String::new(),
                items: Selection::All,
                about: About::Own,
                groups: Groups::Numbered(6),
                rounds,
                minutes: timer,
            };
            assert_eq!(minutes(&plan, items), expected, "{items} items");
        };
        // 30 + 4 × 6 + 4 × 2.5 × 2 + 45 = 119
        check(10, 2, None, 120);
        // 60 + 8 × 6 + 8 × 2.5 × 2 + 45 = 193, and a break
        check(20, 2, None, 210);
        // 4 + 6 + 2.5 + 45 = 57.5
        check(1, 1, Some(4), 60);
        // 10 + 24 + 10 + 45 = 89
        check(10, 1, Some(1), 90);
    }
}
