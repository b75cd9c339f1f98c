//! Risk criteria: the scales, the matrix, and how high a risk may be retained.

use std::fmt;

use serde::Serialize;

/// Fewest and most levels of a scale, and of risk.
pub const LEVELS: (usize, usize) = (3, 6);
/// Most levels by which controls may be set to lower likelihood or impact.
pub const MOST_REDUCTION: usize = 5;

/// What risks are judged by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scale {
    /// How likely.
    Likelihood,
    /// How bad.
    Impact,
}

/// A level of likelihood or impact. Blank words stand for those that the program has for it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct ScaleLevel {
    /// What it is called.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// What it means.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub meaning: String,
}

/// A level of risk.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct RiskLevel {
    /// What it is called; blank stands for the program's word.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// The colour of its cells in the matrix; without one the program has a colour for it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub colour: Option<Colour>,
}

/// A colour as six hexadecimal digits in lower case behind `#`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Colour(String);

impl Colour {
    /// Reads a colour; `None` when the text is anything else than `#` and six digits in lower case.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('#')?;
        let digit = |byte: u8| matches!(byte, b'0'..=b'9' | b'a'..=b'f');
        (digits.len() == 6 && digits.bytes().all(digit)).then(|| Self(text.to_owned()))
    }

    /// As written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// By what risks are judged. Levels are counted from 0, the lowest.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Criteria {
    /// Levels of likelihood, the lowest first.
    pub likelihood: Vec<ScaleLevel>,
    /// Levels of impact, the lowest first.
    pub impact: Vec<ScaleLevel>,
    /// Levels of risk, the lowest first.
    pub levels: Vec<RiskLevel>,
    /// The level of risk for each pair: rows by likelihood, in each the impacts.
    pub matrix: Vec<Vec<usize>>,
    /// The highest level that may be retained.
    pub threshold: usize,
    /// By how many levels controls that are fully in place lower likelihood or impact at most.
    pub reduction: usize,
}

/// Criteria to begin with, named by the levels of both scales.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Preset {
    /// 3 by 3, with 3 levels of risk.
    Three,
    /// 4 by 4, with 4 levels of risk.
    Four,
    /// 5 by 5, with 5 levels of risk.
    Five,
}

impl Preset {
    /// All of them, the smallest first.
    pub const ALL: [Self; 3] = [Self::Three, Self::Four, Self::Five];

    /// How many levels each of its scales has.
    #[must_use]
    pub const fn size(self) -> usize {
        match self {
            Self::Three => 3,
            Self::Four => 4,
            Self::Five => 5,
        }
    }

    /// Its criteria, without words of their own.
    #[must_use]
    pub fn criteria(self) -> Criteria {
        let (matrix, threshold): (Vec<Vec<usize>>, _) = match self {
            Self::Three => (vec![vec![0, 0, 1], vec![0, 1, 2], vec![1, 2, 2]], 0),
            Self::Four => {
                (vec![vec![0, 0, 1, 1], vec![0, 1, 1, 2], vec![1, 1, 2, 3], vec![1, 2, 3, 3]], 0)
            }
            // scoring.md, Risk: the default.
            Self::Five => (
                vec![
                    vec![0, 0, 1, 1, 1],
                    vec![0, 1, 1, 2, 2],
                    vec![1, 1, 2, 3, 3],
                    vec![1, 2, 3, 3, 4],
                    vec![2, 3, 3, 4, 4],
                ],
                1,
            ),
        };
        let size = self.size();
        Criteria {
            likelihood: vec![ScaleLevel::default(); size],
            impact: vec![ScaleLevel::default(); size],
            levels: vec![RiskLevel::default(); size],
            matrix,
            threshold,
            reduction: 2,
        }
    }
}

impl Default for Criteria {
    fn default() -> Self {
        Preset::Five.criteria()
    }
}

/// What is wrong with criteria.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// A scale, or the levels of risk, are fewer or more than [`LEVELS`] allows.
    Size,
    /// The matrix hasn't one cell for each pair, or a cell names no level of risk.
    Shape,
    /// The threshold is no level of risk.
    Threshold,
    /// More levels of reduction than [`MOST_REDUCTION`].
    Reduction,
    /// In this cell the level of risk is lower than in one with less likelihood or less impact.
    Falls {
        /// The row.
        likelihood: usize,
        /// The column.
        impact: usize,
    },
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Size => f.write_str("too few or too many levels"),
            Self::Shape => f.write_str("matrix without a level of risk for each pair"),
            Self::Threshold => f.write_str("threshold is no level of risk"),
            Self::Reduction => f.write_str("too many levels of reduction"),
            Self::Falls { likelihood, impact } => {
                write!(f, "matrix falls at likelihood {likelihood}, impact {impact}")
            }
        }
    }
}

impl Criteria {
    /// Whether these are the ones that every assessment begins with; they aren't written.
    #[must_use]
    pub fn is_default(&self) -> bool {
        *self == Self::default()
    }

    /// The levels of a scale.
    #[must_use]
    pub fn scale(&self, scale: Scale) -> &[ScaleLevel] {
        match scale {
            Scale::Likelihood => &self.likelihood,
            Scale::Impact => &self.impact,
        }
    }

    /// A level of a scale, to be changed.
    pub fn scale_level_mut(&mut self, scale: Scale, level: usize) -> Option<&mut ScaleLevel> {
        match scale {
            Scale::Likelihood => self.likelihood.get_mut(level),
            Scale::Impact => self.impact.get_mut(level),
        }
    }

    /// Checks that risks can be judged by them.
    ///
    /// # Errors
    /// The first [`Fault`].
    pub fn check(&self) -> Result<(), Fault> {
        let (fewest, most) = LEVELS;
        let sizes = [self.likelihood.len(), self.impact.len(), self.levels.len()];
        if sizes.iter().any(|size| !(fewest..=most).contains(size)) {
            return Err(Fault::Size);
        }
        let whole = self.matrix.len() == self.likelihood.len()
            && self.matrix.iter().all(|row| row.len() == self.impact.len())
            && self.matrix.iter().flatten().all(|level| *level < self.levels.len());
        if !whole {
            return Err(Fault::Shape);
        }
        if self.threshold >= self.levels.len() {
            return Err(Fault::Threshold);
        }
        if self.reduction > MOST_REDUCTION {
            return Err(Fault::Reduction);
        }
        self.falls().map_or(Ok(()), Err)
    }

    /// The first cell that is lower than its neighbour of less likelihood or less impact.
    fn falls(&self) -> Option<Fault> {
        let mut below: Option<&Vec<usize>> = None;
        for (likelihood, row) in self.matrix.iter().enumerate() {
            let mut left = 0;
            for (impact, level) in row.iter().enumerate() {
                let under = below.and_then(|below| below.get(impact)).copied().unwrap_or_default();
                if *level < left || *level < under {
                    return Some(Fault::Falls { likelihood, impact });
                }
                left = *level;
            }
            below = Some(row);
        }
        None
    }

    /// The level of risk of a pair; levels beyond a scale count as its highest.
    #[must_use]
    pub fn level(&self, likelihood: usize, impact: usize) -> usize {
        let last = |levels: usize| levels.saturating_sub(1);
        let row = self.matrix.get(likelihood.min(last(self.matrix.len())));
        let cell = row.and_then(|row| row.get(impact.min(last(row.len()))));
        cell.copied().unwrap_or_default()
    }

    /// The same criteria with other numbers of levels: words and cells of the levels that stay are
    /// kept from the lowest up, and what is added repeats the highest.
    #[must_use]
    pub fn resized(&self, likelihood: usize, impact: usize, levels: usize) -> Self {
        let mut resized = self.clone();
        resized.likelihood.resize(likelihood, ScaleLevel::default());
        resized.impact.resize(impact, ScaleLevel::default());
        resized.levels.resize(levels, RiskLevel::default());
        let highest = levels.saturating_sub(1);
        let row = |row: usize| (0..impact).map(|at| self.level(row, at).min(highest)).collect();
        resized.matrix = (0..likelihood).map(row).collect();
        resized.threshold = self.threshold.min(highest);
        resized
    }
}

/// A level of one scale in the terms of another: as far along, rounded half up.
#[must_use]
pub const fn rescaled(level: usize, from: usize, to: usize) -> usize {
    let (from, to) = (from.saturating_sub(1), to.saturating_sub(1));
    if from == 0 {
        return 0;
    }
    let level = if level < from { level } else { from };
    (level * to * 2 + from) / (from * 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn presets_are_sound_and_the_default_is_the_largest() {
        for preset in Preset::ALL {
            assert_eq!(preset.criteria().check(), Ok(()), "{preset:?}");
        }
        assert!(Preset::Five.criteria().is_default());
    }

    #[test]
    fn what_is_wrong_is_named() {
        let broken = |edit: fn(&mut Criteria)| {
            let mut criteria = Criteria::default();
            edit(&mut criteria);
            criteria.check()
        };
        let falls = |likelihood, impact| Err(Fault::Falls { likelihood, impact });
        assert_eq!(broken(|it| it.matrix[2][3] = 2), Ok(()));
        assert_eq!(broken(|it| it.matrix[2][3] = 1), falls(2, 3));
        // Its neighbour to the right is then too low.
        assert_eq!(broken(|it| it.matrix[0][0] = 2), falls(0, 1));
        assert_eq!(broken(|it| it.matrix[4][0] = 0), falls(4, 0));
        assert_eq!(broken(|it| it.matrix[4][4] = 5), Err(Fault::Shape));
        assert_eq!(broken(|it| drop(it.matrix.pop())), Err(Fault::Shape));
        assert_eq!(broken(|it| it.matrix[1].truncate(4)), Err(Fault::Shape));
        assert_eq!(broken(|it| it.threshold = 5), Err(Fault::Threshold));
        assert_eq!(broken(|it| it.reduction = 6), Err(Fault::Reduction));
        assert_eq!(broken(|it| it.levels.truncate(2)), Err(Fault::Size));
        assert_eq!(broken(|it| it.impact.resize(7, ScaleLevel::default())), Err(Fault::Size));
    }

    #[test]
    fn other_numbers_of_levels_leave_criteria_sound() {
        for (likelihood, impact, levels) in [(3, 6, 3), (6, 3, 6), (5, 5, 5), (4, 4, 3), (6, 6, 6)]
        {
            let resized = Criteria::default().resized(likelihood, impact, levels);
            assert_eq!(resized.check(), Ok(()), "{likelihood}x{impact}, {levels}");
        }
        assert_eq!(Criteria::default().resized(5, 5, 5), Criteria::default());
    }

    #[test]
    fn levels_go_as_far_along_on_another_scale() {
        let all = |from, to| (0..from).map(|level| rescaled(level, from, to)).collect::<Vec<_>>();
        assert_eq!(all(5, 3), [0, 1, 1, 2, 2]);
        assert_eq!(all(3, 5), [0, 2, 4]);
        assert_eq!(all(5, 5), [0, 1, 2, 3, 4]);
        assert_eq!(rescaled(9, 5, 3), 2);
    }

    #[test]
    fn colours_are_six_digits() {
        assert_eq!(Colour::parse("#0a1b2c").unwrap().as_str(), "#0a1b2c");
        for bad in ["", "0a1b2c", "#0A1B2C", "#fff", "#0a1b2c3", "#0a1b2g", "#"] {
            assert_eq!(Colour::parse(bad), None, "{bad:?}");
        }
    }
}
