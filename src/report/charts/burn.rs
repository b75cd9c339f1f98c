//! What was to be done and what was, day by day, as two stairs.

use super::{fit::fit, span::Span};
use crate::{
    domain::{plan::Milestone, time::Day},
    report::drawing::{Anchor, Drawing, Ink, Shape},
};

const WIDTH: i32 = 4800;
const HEIGHT: i32 = 1700;
/// The edges of the field in which the stairs rise.
const LEFT: i32 = 250;
const RIGHT: i32 = 3900;
const TOP: i32 = 200;
const BOTTOM: i32 = 1450;
const SIZE: i32 = 75;

/// What is written beside the stairs.
#[derive(Clone, Copy, Debug)]
pub struct Words<'a> {
    /// What was to be done.
    pub due: &'a str,
    /// What was done.
    pub done: &'a str,
    /// The day of the report.
    pub today: &'a str,
}

/// The chart. What is done ends today; what is due goes on to the last day.
#[must_use]
pub fn burn(milestones: &[Milestone], today: &Day, words: Words<'_>) -> Drawing {
    let days = || milestones.iter().map(|milestone| &milestone.day).chain([today]);
    let span = Span::of(days());
    let most = milestones.iter().map(|it| it.planned.max(it.done)).max().unwrap_or_default();
    let field = Field { span, most };
    let planned = field.stairs(milestones.iter().map(|it| (&it.day, it.planned)), None);
    let over = milestones.iter().filter(|it| it.day <= *today);
    let done = field.stairs(over.map(|it| (&it.day, it.done)), Some(today));
    let (due_end, done_end) = (end(&planned), end(&done));
    let day = |day: Option<&Day>| day.map(|day| day.as_str().to_owned()).unwrap_or_default();
    let x = field.x(today);
    let mut shapes = vec![
        line(vec![(LEFT, BOTTOM), (RIGHT, BOTTOM)], 8, Ink::Rule),
        line(vec![(LEFT, TOP), (RIGHT, TOP)], 8, Ink::Rule),
        Shape::Line {
            points: vec![(x, TOP - 60), (x, BOTTOM)],
            thickness: 8,
            ink: Ink::Quiet,
            dashed: true,
        },
        line(planned, 18, Ink::Quiet),
        line(done, 28, Ink::Accent),
        text(x, TOP - 85, Anchor::Middle, Ink::Quiet, words.today),
        text(LEFT - 50, BOTTOM + 25, Anchor::End, Ink::Quiet, "0"),
        text(LEFT - 50, TOP + 25, Anchor::End, Ink::Quiet, &most.to_string()),
        text(LEFT, BOTTOM + 130, Anchor::Start, Ink::Quiet, &day(days().min())),
        text(RIGHT, BOTTOM + 130, Anchor::End, Ink::Quiet, &day(days().max())),
    ];
    // Where both end at one height, their names stand above and below the line.
    let near = (due_end - done_end).abs() < SIZE;
    let aside = if near { 60 } else { 0 };
    shapes.push(named(due_end - aside, Ink::Quiet, words.due));
    shapes.push(named(done_end + aside, Ink::Accent, words.done));
    Drawing { width: WIDTH, height: HEIGHT, shapes }
}

/// Where days and numbers lie.
struct Field {
    span: Span,
    most: usize,
}

impl Field {
    fn x(&self, day: &Day) -> i32 {
        let across = i32::try_from(self.span.across(day)).unwrap_or_default();
        LEFT.saturating_add((RIGHT - LEFT).saturating_mul(across) / 1000)
    }

    fn y(&self, count: usize) -> i32 {
        let [count, most] = [count, self.most].map(|it| i32::try_from(it).unwrap_or(i32::MAX));
        let up = (BOTTOM - TOP).saturating_mul(count).checked_div(most).unwrap_or_default();
        BOTTOM.saturating_sub(up)
    }

    /// Up by the day, from the left to the last day, or to another one.
    fn stairs<'a>(
        &self,
        counts: impl Iterator<Item = (&'a Day, usize)>,
        until: Option<&Day>,
    ) -> Vec<(i32, i32)> {
        let mut points = vec![(LEFT, BOTTOM)];
        let mut height = BOTTOM;
        for (day, count) in counts {
            let (x, y) = (self.x(day), self.y(count));
            points.extend([(x, height), (x, y)]);
            height = y;
        }
        points.push((until.map_or(RIGHT, |until| self.x(until)), height));
        points.dedup();
        points
    }
}

fn end(points: &[(i32, i32)]) -> i32 {
    points.last().map_or(BOTTOM, |(_, y)| *y)
}

fn line(points: Vec<(i32, i32)>, thickness: i32, ink: Ink) -> Shape {
    Shape::Line { points, thickness, ink, dashed: false }
}

fn text(x: i32, y: i32, anchor: Anchor, ink: Ink, text: &str) -> Shape {
    Shape::Text { x, y, size: SIZE, anchor, strong: false, ink, text: text.to_owned() }
}

/// What a line is, at the right of the field.
fn named(y: i32, ink: Ink, words: &str) -> Shape {
    let text = fit(words, SIZE, WIDTH - RIGHT - 60);
    Shape::Text {
        x: RIGHT + 60,
        y: y + SIZE / 3,
        size: SIZE,
        anchor: Anchor::Start,
        strong: true,
        ink,
        text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    #[test]
    fn stairs_rise_on_their_days() {
        let milestone = |text, planned, done| Milestone { day: day(text), planned, done };
        let milestones = [
            milestone("2026-01-01", 1, 0),
            milestone("2026-01-06", 1, 1),
            milestone("2026-01-21", 4, 1),
        ];
        let words = Words { due: "Due", done: "Done", today: "Today" };
        let drawing = burn(&milestones, &day("2026-01-11"), words);
        let lines: Vec<_> = drawing
            .shapes
            .into_iter()
            .filter_map(|shape| match shape {
                Shape::Line { points, ink: Ink::Accent | Ink::Quiet, dashed: false, .. } => {
                    Some(points)
                }
                _ => None,
            })
            .collect();
        // A quarter of the field is 312 high, and 912 wide.
        let planned = vec![(250, 1450), (250, 1138), (1162, 1138), (3900, 1138), (3900, 200)];
        let done = vec![(250, 1450), (1162, 1450), (1162, 1138), (2075, 1138)];
        assert_eq!(lines, [planned, done]);
    }
}
