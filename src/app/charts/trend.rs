//! Conformity over time as a line, with its range as a band. The numbers stand beside it in a table.

use std::fmt::Write as _;

use leptos::prelude::AnyView;

use super::over_time;
use crate::domain::{ratio::Ratio, score::Measure};

/// The numbers at a moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Point {
    /// When, in minutes since whenever.
    pub minutes: i64,
    /// Whether the same is measured as at the point before; nothing goes on where it isn't.
    pub goes_on: bool,
    /// The numbers.
    pub measure: Measure,
}

/// The parts as outlines of SVG, in a box of 1000 by 1000: time goes to the right, by real spacing,
/// and 100 per cent is on top.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Trend {
    /// The ranges; interrupted where nothing is in scope, or something else is measured.
    pub band: String,
    /// The conformities; interrupted where nothing is rated, or something else is measured.
    pub line: String,
    /// A dot at each conformity: lines without length, which stay round when the box is stretched.
    pub dots: String,
}

const SIDE: i64 = 1000;

impl Trend {
    /// The outlines for points in the order of their moments.
    #[must_use]
    pub fn new(points: &[Point]) -> Self {
        let mut trend = Self::default();
        let mut goes_on = false;
        let (mut upper, mut lower) = (Vec::new(), Vec::new());
        for (place, point) in points.iter().enumerate() {
            let x = across(points, place);
            if !point.goes_on {
                goes_on = false;
                trend.add_band(&mut upper, &mut lower);
            }
            if let Some(conformity) = point.measure.conformity {
                let y = down(conformity);
                let command = if goes_on { 'L' } else { 'M' };
                let _ = write!(trend.line, "{command}{x} {y}");
                let _ = write!(trend.dots, "M{x} {y}h0");
            }
            goes_on = point.measure.conformity.is_some();
            if let (Some(low), Some(high)) = (point.measure.low, point.measure.high) {
                upper.push(format!("{x} {}", down(high)));
                lower.push(format!("{x} {}", down(low)));
            } else {
                trend.add_band(&mut upper, &mut lower);
            }
        }
        trend.add_band(&mut upper, &mut lower);
        trend
    }

    /// To the right along the upper ends, back along the lower ones.
    fn add_band(&mut self, upper: &mut Vec<String>, lower: &mut Vec<String>) {
        lower.reverse();
        upper.append(lower);
        if !upper.is_empty() {
            let _ = write!(self.band, "M{}Z", upper.join("L"));
        }
        upper.clear();
    }
}

/// Where a point lies from left to right; evenly when all are of one minute.
fn across(points: &[Point], place: usize) -> i64 {
    let minutes = |point: Option<&Point>| point.map_or(0, |point| point.minutes);
    let first = minutes(points.first());
    let (from, to) = match minutes(points.last()).saturating_sub(first) {
        0 => (
            i64::try_from(place).unwrap_or_default(),
            i64::try_from(points.len().saturating_sub(1)).unwrap_or_default(),
        ),
        all => (minutes(points.get(place)).saturating_sub(first), all),
    };
    from.saturating_mul(SIDE).checked_div(to).unwrap_or_default()
}

fn down(ratio: Ratio) -> i64 {
    let thousandths = ratio.num().saturating_mul(1000).checked_div(ratio.den()).unwrap_or_default();
    SIDE.saturating_sub(i64::try_from(thousandths).unwrap_or(SIDE))
}

/// Draws it; `label` says in words what is to be seen.
pub fn trend(trend: Trend, label: String) -> AnyView {
    let Trend { band, line, dots } = trend;
    let lines = [("trend-band", band), ("trend-line", line), ("trend-dots", dots)];
    over_time(label, "M0 0H1000M0 500H1000M0 1000H1000", lines).done()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::score::Counts;

    fn point(minutes: i64, tenths: Option<[u64; 3]>) -> Point {
        let ratio = |tenths: Option<u64>| Ratio::new(tenths?, 10);
        let measure = Measure {
            counts: Counts::default(),
            low: ratio(tenths.map(|[low, _, _]| low)),
            conformity: ratio(tenths.map(|[_, conformity, _]| conformity)),
            high: ratio(tenths.map(|[_, _, high]| high)),
            completeness: None,
        };
        Point { minutes, goes_on: true, measure }
    }

    #[test]
    fn points_lie_where_their_moments_and_numbers_are() {
        let points =
            [point(100, Some([1, 2, 9])), point(125, Some([2, 4, 8])), point(200, Some([5, 5, 6]))];
        let trend = Trend::new(&points);
        assert_eq!(trend.line, "M0 800L250 600L1000 500");
        assert_eq!(trend.dots, "M0 800h0M250 600h0M1000 500h0");
        assert_eq!(trend.band, "M0 100L250 200L1000 400L1000 500L250 800L0 900Z");
    }

    #[test]
    fn where_there_is_no_number_there_is_no_line() {
        let points = [
            point(0, Some([0, 1, 2])),
            point(1, None),
            point(3, Some([0, 1, 2])),
            point(4, Some([0, 1, 2])),
        ];
        let trend = Trend::new(&points);
        assert_eq!(trend.line, "M0 900M750 900L1000 900");
        assert_eq!(trend.band, "M0 800L0 1000ZM750 800L1000 800L1000 1000L750 1000Z");
        assert_eq!(Trend::new(&[]), Trend::default());
    }

    #[test]
    fn where_something_else_is_measured_nothing_goes_on() {
        let mut points = [0, 1, 2, 4].map(|minutes| point(minutes, Some([0, 1, 2])));
        points[2].goes_on = false;
        let trend = Trend::new(&points);
        assert_eq!(trend.line, "M0 900L250 900M500 900L1000 900");
        assert_eq!(trend.dots, "M0 900h0M250 900h0M500 900h0M1000 900h0");
        assert_eq!(
            trend.band,
            "M0 800L250 800L250 1000L0 1000ZM500 800L1000 800L1000 1000L500 1000Z"
        );
    }

    #[test]
    fn moments_of_one_minute_are_spread_evenly() {
        let points = [point(7, Some([0, 0, 0])), point(7, Some([0, 10, 10]))];
        assert_eq!(Trend::new(&points).line, "M0 1000L1000 0");
        assert_eq!(Trend::new(&points[..1]).line, "M0 1000");
    }
}
