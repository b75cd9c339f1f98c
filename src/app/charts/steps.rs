//! What was to be done and what was, day by day, as two stairs. The numbers stand beside it in a table.

use std::fmt::Write as _;

use leptos::prelude::AnyView;

use super::{over_time, path::Span};
use crate::domain::{plan::Milestone, time::Day};

/// The stairs as outlines of SVG, in a box of 1000 by 1000: time goes to the right, and `most` is on
/// top.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stairs {
    /// What was to be done.
    pub planned: String,
    /// What was done, up to today.
    pub done: String,
    /// A line at today.
    pub today: String,
}

impl Stairs {
    /// The outlines; days that are over end the stairs of what is done at today.
    #[must_use]
    pub fn new(milestones: &[Milestone], today: &Day) -> Self {
        let days = || milestones.iter().map(|milestone| &milestone.day).chain([today]);
        let span = Span::of(days());
        let counts = milestones.iter().map(|milestone| milestone.planned.max(milestone.done));
        let most = i64::try_from(counts.max().unwrap_or_default()).unwrap_or(i64::MAX);
        let stairs = |count: fn(&Milestone) -> usize, until: Option<&Day>| {
            let mut outline = "M0 1000".to_owned();
            let shown = milestones
                .iter()
                .filter(|milestone| until.is_none_or(|until| milestone.day <= *until));
            for milestone in shown {
                let count = i64::try_from(count(milestone)).unwrap_or(i64::MAX);
                let up = count.saturating_mul(1000).checked_div(most).unwrap_or_default();
                let (x, y) = (span.across(&milestone.day), 1000_i64.saturating_sub(up));
                // Writing into a String can't fail.
                let _ = write!(outline, "H{x}V{y}");
            }
            let end = until.map_or(1000, |until| span.across(until));
            let _ = write!(outline, "H{end}");
            outline
        };
        Self {
            planned: stairs(|milestone| milestone.planned, None),
            done: stairs(|milestone| milestone.done, Some(today)),
            today: format!("M{} 0V1000", span.across(today)),
        }
    }
}

/// Draws them; `label` says in words what is to be seen.
pub fn stairs(stairs: Stairs, label: String) -> AnyView {
    let Stairs { planned, done, today } = stairs;
    let lines = [("path-today", today), ("stairs-planned", planned), ("trend-line", done)];
    over_time(label, "M0 0H1000M0 1000H1000", lines).done()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stairs_rise_on_their_days() {
        let day = |text: &str| Day::parse(text).unwrap();
        let milestone = |text, planned, done| Milestone { day: day(text), planned, done };
        let milestones = [
            milestone("2026-01-01", 1, 0),
            milestone("2026-01-06", 1, 1),
            milestone("2026-01-21", 4, 1),
        ];
        let drawn = Stairs::new(&milestones, &day("2026-01-11"));
        assert_eq!(drawn.planned, "M0 1000H0V750H250V750H1000V0H1000");
        assert_eq!(drawn.done, "M0 1000H0V1000H250V750H500");
        assert_eq!(drawn.today, "M500 0V1000");
    }
}
