//! The way of risks through the matrix: from the level without controls over today's to the one that is
//! aimed at. Names and levels stand beside it as text.

use leptos::prelude::*;

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
    fn draw(self) -> AnyView {
        let Self { start, today, aim } = self;
        let ring = |class: &'static str| {
            view! { <circle class=class cx=percent(start.0) cy=percent(start.1) r="5.5"></circle> }
        };
        let ways = [("arrow-lowered", start, today), ("arrow-aimed", today, aim)];
        let line = |class: &'static str, from: Place, to: Place| {
            (from != to).then(|| {
                view! {
                    <line
                        class=class
                        x1=percent(from.0)
                        y1=percent(from.1)
                        x2=percent(to.0)
                        y2=percent(to.1)
                    ></line>
                }
                .into_any()
            })
        };
        let halos: Vec<AnyView> =
            ways.iter().filter_map(|(_, from, to)| line("arrow-halo", *from, *to)).collect();
        let lines: Vec<AnyView> =
            ways.iter().filter_map(|(class, from, to)| line(class, *from, *to)).collect();
        view! { <g>{halos} {ring("arrow-halo")} {lines} {ring("arrow-start")}</g> }.into_any()
    }
}

/// "46.5%".
fn percent(hundredths: usize) -> String {
    format!("{}.{:02}%", hundredths / 100, hundredths % 100)
}

/// Draws ways over a matrix.
pub fn risk_arrows(arrows: Vec<Arrow>) -> AnyView {
    let ways: Vec<AnyView> = arrows.into_iter().map(Arrow::draw).collect();
    view! {
        <svg class="matrix-arrows" aria-hidden="true">
            <marker
                id="arrow-head"
                viewBox="-2 -2 14 14"
                refX="9"
                refY="5"
                orient="auto"
                markerUnits="userSpaceOnUse"
                markerWidth="14"
                markerHeight="14"
            >
                <path d="M0 0L10 5L0 10z"></path>
            </marker>
            {ways}
        </svg>
    }
    .into_any()
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
