//! Where the cells of a matrix lie, and what is drawn there.

use super::{
    super::fit::fit, GAP, HEAD, HEAVY, LEVEL, LINE, NAME, NAMES, NUMBER, SEAM, tone, whole,
};
use crate::{
    domain::risk::criteria::Scale,
    report::drawing::{Anchor, Ink, Shape},
    text::risk::LevelWords,
};

/// Where the cells lie.
pub struct Grid {
    /// How high each row is, by likelihood.
    pub heights: Vec<i32>,
    /// How wide each column is.
    pub cell: i32,
}

impl Grid {
    /// Where the grid ends.
    pub fn bottom(&self) -> i32 {
        self.heights.iter().sum::<i32>().saturating_add(HEAD)
    }

    fn height(&self, likelihood: usize) -> i32 {
        self.heights.get(likelihood).copied().unwrap_or_default()
    }

    fn left(&self, impact: usize) -> i32 {
        NAMES.saturating_add(whole(impact).saturating_mul(self.cell))
    }

    /// The upper edge of a row: the highest likelihood is on top.
    fn top(&self, likelihood: usize) -> i32 {
        let above = self.heights.iter().skip(likelihood.saturating_add(1)).sum::<i32>();
        above.saturating_add(HEAD)
    }

    /// A cell with its level and the lines of numbers in it.
    pub fn cell(
        &self,
        words: &LevelWords<'_>,
        (likelihood, impact): (usize, usize),
        lines: &[String],
    ) -> Vec<Shape> {
        let level = words.criteria.level(likelihood, impact);
        let (left, top) = (self.left(impact), self.top(likelihood));
        let height = self.height(likelihood);
        let ground = Shape::Rect {
            x: left + SEAM,
            y: top + SEAM,
            width: self.cell - 2 * SEAM,
            height: height - 2 * SEAM,
            ink: Ink::Pale(tone(level, words.criteria.levels.len())),
        };
        let name = fit(words.level(level), LEVEL, self.cell - 2 * GAP);
        let name = Shape::Text {
            x: left + GAP,
            y: top + height - 40,
            size: LEVEL,
            anchor: Anchor::Start,
            strong: false,
            ink: Ink::Quiet,
            text: name,
        };
        let numbers = lines.iter().enumerate().map(|(line, text)| Shape::Text {
            x: left + GAP,
            y: top + LINE * whole(line + 1) + 10,
            size: NUMBER,
            anchor: Anchor::Start,
            strong: true,
            ink: Ink::Text,
            text: text.clone(),
        });
        [ground, name].into_iter().chain(numbers).collect()
    }

    /// The names of the levels along the sides.
    pub fn names(&self, words: &LevelWords<'_>) -> Vec<Shape> {
        let criteria = words.criteria;
        let name = |x, y, anchor, text| Shape::Text {
            x,
            y,
            size: NAME,
            anchor,
            strong: false,
            ink: Ink::Text,
            text,
        };
        let rows = (0..criteria.likelihood.len()).map(|level| {
            let y = self.top(level) + self.height(level) / 2 + NAME / 3;
            let text = fit(words.name(Scale::Likelihood, level), NAME, NAMES - 2 * GAP);
            name(NAMES - GAP, y, Anchor::End, text)
        });
        let columns = (0..criteria.impact.len()).map(|level| {
            let text = fit(words.name(Scale::Impact, level), NAME, self.cell - GAP);
            name(self.left(level) + self.cell / 2, self.bottom() + 100, Anchor::Middle, text)
        });
        rows.chain(columns).collect()
    }

    /// A line between what may be retained and what is above the threshold; nothing where all cells
    /// are on one side.
    pub fn threshold(&self, words: &LevelWords<'_>) -> Option<Shape> {
        let criteria = words.criteria;
        let columns = criteria.impact.len();
        let mut points: Vec<(i32, i32)> = Vec::new();
        for likelihood in (0..criteria.likelihood.len()).rev() {
            let above = |impact: &usize| criteria.level(likelihood, *impact) > criteria.threshold;
            let first = (0..columns).find(above).unwrap_or(columns);
            let (x, top) = (self.left(first), self.top(likelihood));
            if first == 0 {
                points = vec![(x, top + self.height(likelihood))];
            } else if first == columns {
                // Below, nothing is above it: the matrix doesn't fall.
                points.extend((!points.is_empty()).then_some((x, top)));
                break;
            } else {
                points.extend([(x, top), (x, top + self.height(likelihood))]);
            }
        }
        points.dedup();
        let line = Shape::Line { points, thickness: HEAVY, ink: Ink::Text, dashed: false };
        matches!(&line, Shape::Line { points, .. } if points.len() > 1).then_some(line)
    }
}
