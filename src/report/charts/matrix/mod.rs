//! The risk matrix with the risks in its cells and the acceptance threshold drawn.

mod grid;

use grid::Grid;

use super::fit::{fit, width};
use crate::{
    domain::risk::{criteria::Scale, level::Spot},
    report::{
        document::Tone,
        drawing::{Anchor, Drawing, Ink, Shape},
    },
    text::{Key, risk::LevelWords},
};

/// How wide the chart is made: a page of A4 between its margins.
const WIDTH: i32 = 4800;
/// What the names of likelihoods take at the left.
const NAMES: i32 = 900;
/// What the name of the scale takes on top.
const HEAD: i32 = 150;
/// What the names of impacts, their scale and the key of the threshold take below.
const FOOT: i32 = 340;
/// The sizes of letters.
const NUMBER: i32 = 85;
const NAME: i32 = 75;
const LEVEL: i32 = 60;
/// What a line of numbers takes, and what else is in a cell.
const LINE: i32 = 105;
const REST: i32 = 150;
/// Between the numbers of a line, and between them and the edges of the cell.
const GAP: i32 = 50;
/// Half of what is left free between two cells.
const SEAM: i32 = 6;
/// How thick the threshold is drawn.
const HEAVY: i32 = 20;
/// Most lines of numbers in a cell, and fewest, so that the cells stay calm.
const LINES: (usize, usize) = (2, 5);

/// The ground of a level of risk, of so many: from good to grave, however many there are.
#[must_use]
pub const fn tone(level: usize, levels: usize) -> Tone {
    match level.saturating_mul(3).checked_div(levels.saturating_sub(1)) {
        None | Some(0) => Tone::Good,
        Some(1) => Tone::Fair,
        Some(2) => Tone::Poor,
        Some(_) => Tone::Grave,
    }
}

/// The matrix; `risks` are what they are called by ("R7") and where they stand.
#[must_use]
pub fn matrix(words: &LevelWords<'_>, risks: &[(String, Spot)]) -> Drawing {
    let criteria = words.criteria;
    let columns = criteria.impact.len();
    let cell = WIDTH.saturating_sub(NAMES).checked_div(whole(columns)).unwrap_or_default();
    let lines: Vec<Vec<Vec<String>>> = (0..criteria.likelihood.len())
        .map(|likelihood| {
            let places = (0..columns).map(|impact| numbers_at(risks, (likelihood, impact)));
            places.map(|numbers| lines(&numbers, cell - 2 * GAP)).collect()
        })
        .collect();
    let heights = lines.iter().map(|row| {
        let most = row.iter().map(Vec::len).max().unwrap_or_default();
        REST + LINE * whole(most.max(LINES.0))
    });
    let grid = Grid { heights: heights.collect(), cell };
    let mut shapes = vec![scale(0, HEAD - 50, Anchor::Start, words, Scale::Likelihood)];
    for (likelihood, row) in lines.iter().enumerate() {
        for (impact, lines) in row.iter().enumerate() {
            shapes.extend(grid.cell(words, (likelihood, impact), lines));
        }
    }
    shapes.extend(grid.names(words));
    shapes.extend(grid.threshold(words));
    let foot = grid.bottom() + FOOT - 130;
    shapes.push(scale(WIDTH, foot, Anchor::End, words, Scale::Impact));
    shapes.extend(key(words, foot));
    Drawing { width: WIDTH, height: grid.bottom() + FOOT - 80, shapes }
}

/// The numbers of the risks in a cell.
fn numbers_at(risks: &[(String, Spot)], place: (usize, usize)) -> Vec<&str> {
    let here = risks.iter().filter(|(_, spot)| (spot.likelihood, spot.impact) == place);
    here.map(|(number, _)| number.as_str()).collect()
}

/// Numbers on lines of a width; what finds no place is counted.
fn lines(numbers: &[&str], room: i32) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for (place, number) in numbers.iter().enumerate() {
        let fits = |line: &String| width(line, NUMBER) + GAP + width(number, NUMBER) <= room;
        let full = lines.len() == LINES.1;
        match lines.last_mut() {
            Some(line) if fits(line) => {
                line.push_str("  ");
                line.push_str(number);
            }
            Some(line) if full => {
                // The last one gives way to the count, with which it wouldn't fit.
                let shown = line.rfind("  ").unwrap_or(line.len());
                let given = usize::from(shown < line.len());
                line.truncate(shown);
                let more = numbers.len().saturating_sub(place).saturating_add(given);
                line.push_str("  +");
                line.push_str(&more.to_string());
                return lines;
            }
            _ => lines.push((*number).to_owned()),
        }
    }
    lines
}

/// The name of a scale.
fn scale(x: i32, y: i32, anchor: Anchor, words: &LevelWords<'_>, scale: Scale) -> Shape {
    let text = words.texts.get(crate::text::risk::scale_key(scale)).to_owned();
    Shape::Text { x, y, size: NAME, anchor, strong: true, ink: Ink::Quiet, text }
}

/// What the heavy line is.
fn key(words: &LevelWords<'_>, y: i32) -> [Shape; 2] {
    let highest = words.level(words.criteria.threshold);
    let text = words.texts.fill(Key::ReportMatrixThreshold, &[("level", highest)]);
    let middle = y - NAME / 3;
    [
        Shape::Line {
            points: vec![(NAMES, middle), (NAMES + 200, middle)],
            thickness: HEAVY,
            ink: Ink::Text,
            dashed: false,
        },
        Shape::Text {
            x: NAMES + 250,
            y,
            size: NAME,
            anchor: Anchor::Start,
            strong: false,
            ink: Ink::Quiet,
            text: fit(&text, NAME, WIDTH - NAMES - 1000),
        },
    ]
}

fn whole(number: usize) -> i32 {
    i32::try_from(number).unwrap_or(i32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        domain::risk::{
            criteria::{Criteria, Preset},
            register::Pair,
        },
        text::Texts,
    };

    fn drawn(criteria: &Criteria, risks: &[(&str, usize, usize)]) -> Drawing {
        let texts = Texts::english();
        let risks = risks.iter().map(|(number, likelihood, impact)| {
            let pair = Pair { likelihood: *likelihood, impact: *impact };
            ((*number).to_owned(), Spot::of(criteria, pair))
        });
        matrix(&LevelWords { texts: &texts, criteria }, &risks.collect::<Vec<_>>())
    }

    fn texts(drawing: &Drawing) -> Vec<&str> {
        let texts = drawing.shapes.iter().filter_map(|shape| match shape {
            Shape::Text { text, .. } => Some(text.as_str()),
            _ => None,
        });
        texts.collect()
    }

    /// The points of the threshold, as columns and rows from the upper left.
    fn threshold(criteria: &Criteria) -> Vec<(i32, i32)> {
        let drawing = drawn(criteria, &[]);
        let height = REST + 2 * LINE;
        let cell = (WIDTH - NAMES) / whole(criteria.impact.len());
        let mut lines = drawing.shapes.iter().filter_map(|shape| match shape {
            Shape::Line { points, .. } => Some(points),
            _ => None,
        });
        let (line, key) = (lines.next(), lines.next());
        let line = key.and(line).into_iter().flatten();
        line.map(|(x, y)| ((x - NAMES) / cell, (y - HEAD) / height)).collect()
    }

    #[test]
    fn the_threshold_runs_between_what_is_above_and_what_is_not() {
        let five = Preset::Five.criteria();
        // Above level 1 are, from the highest likelihood down: all, 1.., 2.., 3.., none.
        assert_eq!(
            threshold(&five),
            [(0, 1), (1, 1), (1, 2), (2, 2), (2, 3), (3, 3), (3, 4), (5, 4)]
        );
        let all = Criteria { threshold: 4, ..five.clone() };
        assert_eq!(threshold(&all), []);
        let three = Preset::Three.criteria();
        // Above level 0: all but the first, then two, then one.
        assert_eq!(threshold(&three), [(0, 1), (1, 1), (1, 2), (2, 2), (2, 3)]);
    }

    #[test]
    fn risks_stand_in_their_cells() {
        let criteria = Preset::Three.criteria();
        let drawing = drawn(&criteria, &[("R1", 2, 0), ("R2", 0, 2), ("R3", 2, 0)]);
        let place = |wanted: &str| {
            drawing.shapes.iter().find_map(|shape| match shape {
                Shape::Text { x, y, text, .. } if text == wanted => Some((*x, *y)),
                _ => None,
            })
        };
        let cell = (WIDTH - NAMES) / 3;
        let height = REST + 2 * LINE;
        assert_eq!(place("R1  R3"), Some((NAMES + GAP, HEAD + LINE + 10)));
        assert_eq!(place("R2"), Some((NAMES + 2 * cell + GAP, HEAD + 2 * height + LINE + 10)));
    }

    #[test]
    fn what_finds_no_place_is_counted() {
        let numbers: Vec<String> = (10..60).map(|number| format!("R{number}")).collect();
        let risks: Vec<_> = numbers.iter().map(|number| (number.as_str(), 0, 0)).collect();
        let drawing = drawn(&Preset::Five.criteria(), &risks);
        let shown = texts(&drawing).concat();
        let shown = numbers.iter().filter(|number| shown.contains(number.as_str())).count();
        let more = format!("+{}", numbers.len() - shown);
        assert!(texts(&drawing).iter().any(|text| text.ends_with(&more)), "{more}");
        assert!(shown > 10, "{shown}");
    }

    #[test]
    fn grounds_go_from_good_to_grave() {
        let tones = |levels| (0..levels).map(|level| tone(level, levels)).collect::<Vec<_>>();
        assert_eq!(tones(3), [Tone::Good, Tone::Fair, Tone::Grave]);
        assert_eq!(tones(4), [Tone::Good, Tone::Fair, Tone::Poor, Tone::Grave]);
        assert_eq!(tones(5), [Tone::Good, Tone::Good, Tone::Fair, Tone::Poor, Tone::Grave]);
        assert_eq!(tone(0, 1), Tone::Good);
    }
}
