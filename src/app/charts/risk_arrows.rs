//! The way of risks through the matrix: from the level without controls over today's to the one that is
//! aimed at. Names and levels stand beside it as text.

use leptos::prelude::AnyView;

use super::super::el::{El, circle, marker, path, svg};
use crate::domain::risk::level::{RiskResult, Spot};

/// Width and height of a cell, as the style sheet has them.
const CELL: (usize, usize) = (300, 200);
/// Where in its cell a level lies: beside the numbers, which begin at the other corner.
const ANCHOR: (usize, usize) = (232, 146);

/// The way of one risk.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Arrow {
    /// Where it begins.
    start: (usize, usize),
    /// From there to today, if that is elsewhere.
    lowered: String,
    /// From today to what is aimed at, if that is elsewhere.
    aimed: String,
}

impl Arrow {
    /// The way of a risk in a matrix with so many rows; `None` while it isn't assessed.
    #[must_use]
    pub fn new(rows: usize, result: &RiskResult) -> Option<Self> {
        let place = |spot: Spot| {
            let row = rows.saturating_sub(1).saturating_sub(spot.likelihood);
            (spot.impact * CELL.0 + ANCHOR.0, row * CELL.1 + ANCHOR.1)
        };
        let (start, today) = (place(result.inherent?), place(result.current?));
        let aim = place(result.residual?);
        let line = |from: (usize, usize), to: (usize, usize)| {
            if from == to {
                return String::new();
            }
            format!("M{} {}L{} {}", from.0, from.1, to.0, to.1)
        };
        Some(Self { start, lowered: line(start, today), aimed: line(today, aim) })
    }
}

/// Draws ways over a matrix of so many columns and rows.
pub fn risk_arrows(columns: usize, rows: usize, arrows: Vec<Arrow>) -> AnyView {
    let view_box = format!("0 0 {} {}", columns * CELL.0, rows * CELL.1);
    let head = marker()
        .is("id", "arrow-head")
        .is("viewBox", "0 0 10 10")
        .is("refX", "9")
        .is("refY", "5")
        .is("orient", "auto")
        .is("markerWidth", "4.5")
        .is("markerHeight", "4.5")
        .el(path().is("d", "M0 0L10 5L0 10z"));
    let ways = arrows.into_iter().flat_map(|Arrow { start: (x, y), lowered, aimed }| {
        let start = circle().class("arrow-start").attr("cx", x.to_string());
        [
            start.attr("cy", y.to_string()).is("r", "17"),
            path().class("arrow-lowered").attr("d", lowered),
            path().class("arrow-aimed").attr("d", aimed),
        ]
    });
    svg()
        .class("matrix-arrows")
        .attr("viewBox", view_box)
        .is("preserveAspectRatio", "none")
        .is("aria-hidden", "true")
        .el(head)
        .children(ways.map(El::done))
        .done()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{id::RiskId, risk::level::Reduction};

    fn check(spots: [(usize, usize); 3], expected: Arrow) {
        let spot = |(likelihood, impact)| Some(Spot { likelihood, impact, level: 0 });
        let [inherent, current, residual] = spots.map(spot);
        let result = RiskResult {
            id: RiskId::parse("r").unwrap(),
            inherent,
            current,
            residual,
            likelihood: Reduction::default(),
            impact: Reduction::default(),
            inherent_above: false,
            above: false,
            notices: Vec::new(),
        };
        assert_eq!(Arrow::new(5, &result), Some(expected));
    }

    #[test]
    fn likelihood_rises_upwards() {
        let lowered = "M1432 146L832 546".to_owned();
        let aimed = "M832 546L232 946".to_owned();
        check([(4, 4), (2, 2), (0, 0)], Arrow { start: (1432, 146), lowered, aimed });
    }

    #[test]
    fn nothing_is_drawn_where_nothing_moves() {
        let lowered = String::new();
        let aimed = "M232 146L232 346".to_owned();
        check([(4, 0), (4, 0), (3, 0)], Arrow { start: (232, 146), lowered, aimed });
    }
}
