//! The steps to a certificate as a way with a stop for each.

use super::fit::fit;
use crate::{
    domain::roadmap::Progress,
    report::drawing::{Anchor, Drawing, Ink, Shape},
};

const WIDTH: i32 = 4800;
const HEIGHT: i32 = 520;
/// Where the way runs.
const WAY: i32 = 240;
/// Half of the width of a stop.
const RADIUS: i32 = 110;
/// How thick the ring of a stop is that isn't done.
const RING: i32 = 16;
const NUMBER: i32 = 95;
const WORD: i32 = 65;

/// A step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stop {
    /// Its number.
    pub number: u64,
    /// How far it is.
    pub progress: Progress,
    /// That in a word or two.
    pub word: String,
}

/// The way; `here` is the step where the organisation stands, and how that is said.
#[must_use]
pub fn path(stops: &[Stop], here: Option<(u64, &str)>) -> Drawing {
    let number = i32::try_from(stops.len()).unwrap_or(i32::MAX);
    let apart = WIDTH.checked_div(number).unwrap_or(WIDTH);
    let at = |place: usize| {
        let place = i32::try_from(place).unwrap_or(i32::MAX);
        apart.saturating_mul(place).saturating_add(apart / 2)
    };
    let last = at(stops.len().saturating_sub(1));
    let way = Shape::Line {
        points: vec![(at(0), WAY), (last, WAY)],
        thickness: 20,
        ink: Ink::Rule,
        dashed: false,
    };
    let mut shapes = vec![way];
    for (place, stop) in stops.iter().enumerate() {
        shapes.extend(self::stop(stop, at(place), apart));
        if let Some((_, words)) = here.filter(|(number, _)| *number == stop.number) {
            shapes.push(marker(words, place, stops.len(), at(place)));
        }
    }
    Drawing { width: WIDTH, height: HEIGHT, shapes }
}

fn stop(stop: &Stop, x: i32, apart: i32) -> Vec<Shape> {
    let dot = |radius, ink| Shape::Dot { x, y: WAY, radius, ink };
    let (mut shapes, ink) = match stop.progress {
        Progress::Done => (vec![dot(RADIUS, Ink::Accent)], Ink::Paper),
        Progress::Started => {
            (vec![dot(RADIUS, Ink::Accent), dot(RADIUS - RING, Ink::Tint)], Ink::Text)
        }
        Progress::NotStarted => {
            (vec![dot(RADIUS, Ink::Rule), dot(RADIUS - RING, Ink::Paper)], Ink::Quiet)
        }
    };
    shapes.push(Shape::Text {
        x,
        y: WAY + NUMBER / 3,
        size: NUMBER,
        anchor: Anchor::Middle,
        strong: true,
        ink,
        text: stop.number.to_string(),
    });
    shapes.push(Shape::Text {
        x,
        y: WAY + RADIUS + 110,
        size: WORD,
        anchor: Anchor::Middle,
        strong: false,
        ink: Ink::Quiet,
        text: fit(&stop.word, WORD, apart - 20),
    });
    shapes
}

/// "You are here", within the edges of the chart.
fn marker(words: &str, place: usize, of: usize, x: i32) -> Shape {
    let (x, anchor) = if place == 0 {
        (x - RADIUS, Anchor::Start)
    } else if place.saturating_add(1) == of {
        (x + RADIUS, Anchor::End)
    } else {
        (x, Anchor::Middle)
    };
    let text = fit(words, 80, WIDTH / 3);
    Shape::Text { x, y: 85, size: 80, anchor, strong: true, ink: Ink::Accent, text }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(here: u64) -> Drawing {
        let stop = |number, progress| Stop { number, progress, word: format!("{progress:?}") };
        let stops =
            [stop(1, Progress::Done), stop(2, Progress::Started), stop(3, Progress::NotStarted)];
        path(&stops, Some((here, "Here")))
    }

    #[test]
    fn stops_are_filled_as_far_as_they_are() {
        let dots: Vec<_> = drawn(2)
            .shapes
            .into_iter()
            .filter_map(|shape| match shape {
                Shape::Dot { x, ink, .. } => Some((x, ink)),
                _ => None,
            })
            .collect();
        assert_eq!(
            dots,
            [
                (800, Ink::Accent),
                (2400, Ink::Accent),
                (2400, Ink::Tint),
                (4000, Ink::Rule),
                (4000, Ink::Paper)
            ]
        );
    }

    #[test]
    fn the_marker_stays_within_the_chart() {
        let marker = |here| {
            drawn(here).shapes.into_iter().find_map(|shape| match shape {
                Shape::Text { x, anchor, text, .. } if text == "Here" => Some((x, anchor)),
                _ => None,
            })
        };
        assert_eq!(marker(1), Some((690, Anchor::Start)));
        assert_eq!(marker(2), Some((2400, Anchor::Middle)));
        assert_eq!(marker(3), Some((4110, Anchor::End)));
        assert_eq!(marker(4), None);
    }
}
