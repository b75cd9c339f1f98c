//! The way of risks through the matrix: from the level without controls over today's to the one that is
//! aimed at. Names and levels stand beside it as text.

use leptos::prelude::AnyView;

use super::super::el::{El, circle, line, marker, path, svg};
use crate::domain::risk::level::{RiskResult, Spot};

/// A place in the matrix, in hundredths of a percent of its width and height: what has no unit of length
/// of its own is stretched by nothing.
type Place = (usize, usize);

/// The way of one risk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Arrow {
    /// Without controls.
    start: Place,
    /// Today.
    today: Place,
    /// What is aimed at.
    aim: Place,
}

impl Arrow {
    /// The way of a risk in a matrix of so many columns and rows; `None` while it isn't assessed.
    #[must_use]
    pub fn new((columns, rows): (usize, usize), result: &RiskResult) -> Option<Self> {
        // The middle of a cell.
        let middle = |at: usize, all: usize| (at * 2 + 1) * 5000 / all.max(1);
        let place = |spot: Spot| {
            let row = rows.saturating_sub(1).saturating_sub(spot.likelihood);
            (middle(spot.impact, columns), middle(row, rows))
        };
        let (start, today) = (place(result.inherent?), place(result.current?));
        Some(Self { start, today, aim: place(result.residual?) })
    }

    /// What is drawn, below on the ground of the page and above it in ink: so it shows on every colour.
    fn draw(self) -> impl Iterator<Item = El> {
        let Self { start, today, aim } = self;
        let ring = |class: &'static str| {
            let ring = circle().class(class).attr("cx", percent(start.0));
            ring.attr("cy", percent(start.1)).is("r", "5.5")
        };
        let ways = [("arrow-lowered", start, today), ("arrow-aimed", today, aim)];
        let drawn = move |of: fn(&'static str) -> &'static str| {
            let ways = ways.into_iter().filter(|(_, from, to)| from != to);
            ways.map(move |(class, from, to)| {
                let begun = line().class(of(class)).attr("x1", percent(from.0));
                let begun = begun.attr("y1", percent(from.1));
                begun.attr("x2", percent(to.0)).attr("y2", percent(to.1))
            })
        };
        drawn(|_| "arrow-halo")
            .chain([ring("arrow-halo")])
            .chain(drawn(|class| class))
            .chain([ring("arrow-start")])
    }
}

/// "46.5%".
fn percent(hundredths: usize) -> String {
    format!("{}.{:02}%", hundredths / 100, hundredths % 100)
}

/// Draws ways over a matrix.
pub fn risk_arrows(arrows: Vec<Arrow>) -> AnyView {
    let head = marker()
        .is("id", "arrow-head")
        .is("viewBox", "-2 -2 14 14")
        .is("refX", "9")
        .is("refY", "5")
        .is("orient", "auto")
        .is("markerUnits", "userSpaceOnUse")
        .is("markerWidth", "14")
        .is("markerHeight", "14")
        .el(path().is("d", "M0 0L10 5L0 10z"));
    svg()
        .class("matrix-arrows")
        .is("aria-hidden", "true")
        .el(head)
        .children(arrows.into_iter().flat_map(Arrow::draw).map(El::done))
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
        assert_eq!(Arrow::new((5, 4), &result), Some(expected));
    }

    #[test]
    fn likelihood_rises_upwards() {
        let (start, today, aim) = ((9000, 1250), (5000, 6250), (1000, 8750));
        check([(3, 4), (1, 2), (0, 0)], Arrow { start, today, aim });
    }

    #[test]
    fn places_are_told_in_percent() {
        assert_eq!(percent(9000), "90.00%");
        assert_eq!(percent(1205), "12.05%");
    }
}
