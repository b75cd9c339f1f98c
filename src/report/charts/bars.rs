//! Conformities as bars: filled up to what is in place whatever the rest turns out to be, lighter as far
//! as it can still rise, with a tick at the conformity.

use super::{WIDTH, at, bold, fit::fit, frame, line, rect, text};
use crate::{
    domain::{ratio::Ratio, score::Measure},
    report::drawing::{Anchor, Drawing, Ink, Shape},
};

/// A bar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bar {
    /// What it is about.
    pub label: String,
    /// Its numbers.
    pub measure: Measure,
    /// The conformity in words: `62 %`.
    pub value: String,
    /// Its range in words: `55–70 %`.
    pub range: String,
    /// Whether it sums up others.
    pub sum: bool,
}

/// The words of a chart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    /// What the filled part is, what the lighter part is, what the tick is.
    pub legend: [String; 3],
    /// What the numbers at the right are: the conformity, and its range.
    pub columns: [String; 2],
    /// Nothing, a quarter, half, three quarters and all of it: `25 %`.
    pub scale: [String; 5],
}

/// From one bar to the next.
const ROW: i32 = 118;
/// What stands free between sums and what they sum up.
const APART: i32 = 40;
/// How high a bar is.
const HEIGHT: i32 = 62;
/// How far the tick stands out.
const OUT: i32 = 14;
/// Where bars begin, and how wide a whole one is.
const TRACK: (i32, i32) = (1560, 2080);
/// Where the conformity ends, and where its range.
const ENDS: (i32, i32) = (4240, WIDTH);
/// The size of letters.
const SIZE: i32 = 85;
/// That of what matters less.
const SMALL: i32 = 75;

/// The chart.
#[must_use]
pub fn bars(bars: &[Bar], words: &Words) -> Drawing {
    let mut shapes = legend(words);
    let top = 270;
    let rows = i32::try_from(bars.len()).unwrap_or_default();
    // Sums stand first, and a little apart.
    let sums = bars.iter().take_while(|bar| bar.sum).count();
    let apart = |row: usize| if (1..=row).contains(&sums) { APART } else { 0 };
    let bottom = top + rows * ROW + apart(bars.len());
    for (quarter, label) in (0_i32..).zip(&words.scale) {
        let x = TRACK.0 + TRACK.1 * quarter / 4;
        shapes.push(line((x, top - 20), (x, bottom), 4, Ink::Rule));
        shapes.push(at(Anchor::Middle, text(x, top - 50, SMALL, Ink::Quiet, label)));
    }
    for (x, label) in [ENDS.0, ENDS.1].into_iter().zip(&words.columns) {
        shapes.push(at(Anchor::End, text(x, top - 50, SMALL, Ink::Quiet, label)));
    }
    let mut y = top - ROW;
    for (place, bar) in bars.iter().enumerate() {
        y += ROW + if place == sums { apart(place) } else { 0 };
        let stands = y + ROW / 2 + SIZE / 3;
        let label = fit(&bar.label, SIZE, TRACK.0 - 60);
        let mut label = text(0, stands, SIZE, Ink::Text, label);
        if bar.sum {
            label = bold(label);
        }
        shapes.push(label);
        shapes.extend(range(&bar.measure, TRACK.0, y + (ROW - HEIGHT) / 2, TRACK.1, HEIGHT));
        let value = at(Anchor::End, text(ENDS.0, stands, SIZE, Ink::Text, &bar.value));
        shapes.push(bold(value));
        shapes.push(at(Anchor::End, text(ENDS.1, stands, SIZE, Ink::Quiet, &bar.range)));
    }
    Drawing { width: WIDTH, height: bottom + 20, shapes }
}

/// A bar by itself, for the cell of a table.
#[must_use]
pub fn small(measure: &Measure) -> Drawing {
    let (width, height) = (1200, 100);
    let shapes = range(measure, 10, OUT + 6, width - 20, height - 2 * OUT - 12);
    Drawing { width, height, shapes }
}

/// What each part of a bar means.
fn legend(words: &Words) -> Vec<Shape> {
    let mut shapes = Vec::new();
    let (y, mut x) = (10, 0);
    for (part, words) in (0..).zip(&words.legend) {
        let swatch = match part {
            0 => vec![rect(x, y, 150, HEIGHT, Ink::Accent)],
            1 => vec![rect(x, y, 150, HEIGHT, Ink::Tint), frame(x, y, 150, HEIGHT, Ink::Accent)],
            _ => vec![line((x + 75, y - 8), (x + 75, y + HEIGHT + 8), 22, Ink::Text)],
        };
        shapes.extend(swatch);
        shapes.push(text(x + 190, y + 56, SMALL, Ink::Quiet, words));
        // With wide letters, too, nothing overlaps.
        let letters = i32::try_from(words.chars().count()).unwrap_or_default();
        x += 190 + letters * SMALL * 11 / 20 + 70;
    }
    shapes
}

/// The parts of a bar; only its ground where nothing is in scope.
fn range(measure: &Measure, x: i32, y: i32, width: i32, height: i32) -> Vec<Shape> {
    let mut shapes = vec![rect(x, y, width, height, Ink::Track)];
    let (Some(low), Some(high)) = (measure.low, measure.high) else { return shapes };
    let (low, high) = (share(low, width), share(high, width));
    if low > 0 {
        shapes.push(rect(x, y, low, height, Ink::Accent));
    }
    if high > low {
        shapes.push(rect(x + low, y, high - low, height, Ink::Tint));
        shapes.push(frame(x + low, y, high - low, height, Ink::Accent));
    }
    if let Some(conformity) = measure.conformity {
        let x = x + share(conformity, width);
        shapes.push(line((x, y - OUT), (x, y + height + OUT), 22, Ink::Text));
    }
    shapes
}

/// So much of a width, rounded down.
fn share(ratio: Ratio, width: i32) -> i32 {
    let width = u128::try_from(width).unwrap_or_default();
    let share = ratio.num().saturating_mul(width).checked_div(ratio.den());
    i32::try_from(share.unwrap_or_default()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::score::Counts;

    fn measure(conformity: Option<(u64, u64)>, low: (u64, u64), high: (u64, u64)) -> Measure {
        let ratio = |(num, den)| Ratio::new(num, den);
        Measure {
            counts: Counts::default(),
            conformity: conformity.and_then(ratio),
            low: ratio(low),
            high: ratio(high),
            completeness: None,
        }
    }

    fn widths(measure: &Measure) -> Vec<(i32, i32, Ink)> {
        let parts = range(measure, 0, 0, 1000, 10).into_iter().filter_map(|shape| match shape {
            Shape::Rect { x, width, ink, .. } => Some((x, width, ink)),
            _ => None,
        });
        parts.skip(1).collect()
    }

    #[test]
    fn parts_lie_where_the_numbers_are() {
        let half = measure(Some((1, 2)), (1, 4), (3, 4));
        assert_eq!(widths(&half), [(0, 250, Ink::Accent), (250, 500, Ink::Tint)]);
        let Some(Shape::Line { points, .. }) = range(&half, 0, 0, 1000, 10).pop() else {
            panic!("a tick")
        };
        assert_eq!(points, [(500, -OUT), (500, 10 + OUT)]);
    }

    #[test]
    fn what_is_settled_has_no_lighter_part_and_what_is_open_no_filled_one() {
        assert_eq!(widths(&measure(Some((1, 1)), (1, 1), (1, 1))), [(0, 1000, Ink::Accent)]);
        assert_eq!(widths(&measure(None, (0, 1), (1, 1))), [(0, 1000, Ink::Tint)]);
        assert_eq!(widths(&measure(None, (0, 0), (0, 0))), []);
    }

    #[test]
    fn long_names_are_cut_where_the_bars_begin() {
        let long = Bar {
            label: "Information security event management and more".into(),
            measure: measure(None, (0, 0), (0, 0)),
            value: String::new(),
            range: String::new(),
            sum: true,
        };
        let words = Words {
            legend: [const { String::new() }; 3],
            columns: [const { String::new() }; 2],
            scale: [const { String::new() }; 5],
        };
        let drawing = bars(&[long], &words);
        let label = drawing.shapes.iter().find_map(|shape| match shape {
            Shape::Text { text, strong: true, .. } => Some(text.as_str()),
            _ => None,
        });
        assert_eq!(label, Some("Information security event ma…"));
    }
}
