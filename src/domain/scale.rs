//! The rating scale of a pack: levels with a credit (scoring.md, Rating and scope).

use std::fmt;

use super::{
    id::LevelCode,
    ratio::{Ratio, gcd},
};

/// Largest common denominator of the credits of a scale: keeps every sum far from overflow.
const FINEST: u64 = 5040;
/// Most levels of a scale.
const MOST_LEVELS: usize = 10;

/// One level of a scale.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Level {
    /// Its code, as stored in files.
    pub code: LevelCode,
    /// Its credit in units of `1 / scale.unit()`.
    pub credit: u64,
}

/// Levels from lowest to highest: the first has credit 0, the last 1, strictly increasing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scale {
    levels: Vec<Level>,
    unit: u64,
}

/// A level as a pack file writes it; the credit is `num / den`.
#[derive(Clone, Debug)]
pub struct LevelSource {
    /// Its code.
    pub code: LevelCode,
    /// Numerator and denominator of the credit.
    pub credit: [u64; 2],
}

/// What is wrong with a scale.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ScaleError {
    /// Fewer than 2 or more than 10 levels.
    LevelCount(usize),
    /// A credit that is no fraction, or finer than 1/5040 in common terms.
    Credit(LevelCode),
    /// The credits don't start at 0, end at 1 and rise strictly; the level at fault.
    Order(LevelCode),
    /// Two levels with one code.
    Twice(LevelCode),
}

impl fmt::Display for ScaleError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::LevelCount(count) => {
                write!(f, "a scale has 2 to {MOST_LEVELS} levels, not {count}")
            }
            Self::Credit(code) => {
                write!(
                    f,
                    "level {code}: the credit is not a fraction with a common denominator up to {FINEST}"
                )
            }
            Self::Order(code) => {
                write!(f, "level {code}: credits start at 0, end at 1 and rise from level to level")
            }
            Self::Twice(code) => write!(f, "level {code} is there twice"),
        }
    }
}

impl Scale {
    /// Checks levels as written in a pack.
    ///
    /// # Errors
    /// [`ScaleError`] names the level and the rule that it breaks.
    pub fn new(sources: &[LevelSource]) -> Result<Self, ScaleError> {
        if !(2..=MOST_LEVELS).contains(&sources.len()) {
            return Err(ScaleError::LevelCount(sources.len()));
        }
        let mut unit = 1_u64;
        let mut credits = Vec::with_capacity(sources.len());
        for LevelSource { code, credit: [num, den] } in sources {
            let refused = || ScaleError::Credit(code.clone());
            let credit = Ratio::new(*num, *den).ok_or_else(refused)?;
            unit = common(unit, credit).ok_or_else(refused)?;
            credits.push(credit);
        }
        let mut levels: Vec<Level> = Vec::with_capacity(sources.len());
        for (LevelSource { code, .. }, credit) in sources.iter().zip(credits) {
            let credit = in_units(credit, unit);
            let rises = levels.last().map_or(credit == 0, |before| before.credit < credit);
            if !rises || credit > unit {
                return Err(ScaleError::Order(code.clone()));
            }
            if levels.iter().any(|level| level.code == *code) {
                return Err(ScaleError::Twice(code.clone()));
            }
            levels.push(Level { code: code.clone(), credit });
        }
        match levels.last() {
            Some(last) if last.credit != unit => Err(ScaleError::Order(last.code.clone())),
            _ => Ok(Self { levels, unit }),
        }
    }

    /// From lowest to highest.
    #[must_use]
    pub fn levels(&self) -> &[Level] {
        &self.levels
    }

    /// How many units of credit make a whole: the common denominator of all credits.
    #[must_use]
    pub const fn unit(&self) -> u64 {
        self.unit
    }

    /// The level with this code, if the scale has it.
    #[must_use]
    pub fn level(&self, code: &LevelCode) -> Option<&Level> {
        self.levels.iter().find(|level| level.code == *code)
    }

    /// A level's credit as a ratio.
    #[must_use]
    pub fn credit(&self, code: &LevelCode) -> Option<Ratio> {
        Ratio::new(self.level(code)?.credit, self.unit)
    }
}

/// The least common multiple of a unit and the denominator of a credit, if it is coarse enough.
fn common(unit: u64, credit: Ratio) -> Option<u64> {
    let divisor = gcd(unit.into(), credit.den());
    let multiple = u128::from(unit).checked_div(divisor)?.checked_mul(credit.den())?;
    u64::try_from(multiple).ok().filter(|unit| *unit <= FINEST)
}

/// A credit in units of which the scale has a whole number; the largest number there is for a credit
/// that is far above 1.
fn in_units(credit: Ratio, unit: u64) -> u64 {
    let units = credit.num().saturating_mul(unit.into()).checked_div(credit.den());
    units.and_then(|units| u64::try_from(units).ok()).unwrap_or(u64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scale(levels: &[(&str, u64, u64)]) -> Result<Scale, ScaleError> {
        let sources: Vec<_> = levels
            .iter()
            .map(|(code, num, den)| LevelSource { code: code_of(code), credit: [*num, *den] })
            .collect();
        Scale::new(&sources)
    }

    fn code_of(code: &str) -> LevelCode {
        LevelCode::parse(code).unwrap()
    }

    #[test]
    fn nplf_counts_in_thirds() {
        let scale = scale(&[("N", 0, 1), ("P", 1, 3), ("L", 2, 3), ("F", 1, 1)]).unwrap();
        assert_eq!(scale.unit(), 3);
        assert_eq!(
            scale.levels().iter().map(|level| level.credit).collect::<Vec<_>>(),
            [0, 1, 2, 3]
        );
        assert_eq!(scale.credit(&code_of("P")), Ratio::new(1, 3));
        assert_eq!(scale.credit(&code_of("X")), None);
    }

    #[test]
    fn a_pack_may_bring_its_own() {
        let scale =
            scale(&[("0", 0, 1), ("1", 1, 4), ("2", 1, 2), ("3", 5, 6), ("4", 1, 1)]).unwrap();
        assert_eq!(scale.unit(), 12);
        assert_eq!(
            scale.levels().iter().map(|level| level.credit).collect::<Vec<_>>(),
            [0, 3, 6, 10, 12]
        );
    }

    #[test]
    fn a_credit_is_judged_in_lowest_terms() {
        let half = u64::MAX / 2;
        let huge = scale(&[("N", 0, u64::MAX), ("P", half, half * 2), ("F", u64::MAX, u64::MAX)]);
        assert_eq!(huge, scale(&[("N", 0, 1), ("P", 1, 2), ("F", 1, 1)]));
        let third = u64::MAX / 3;
        let huge = scale(&[("N", 0, 1), ("P", third, u64::MAX), ("F", u64::MAX, u64::MAX)]);
        assert_eq!(huge, scale(&[("N", 0, 1), ("P", 1, 3), ("F", 1, 1)]));
    }

    #[test]
    fn what_breaks_a_rule_is_named() {
        assert_eq!(scale(&[("N", 0, 1)]), Err(ScaleError::LevelCount(1)));
        assert_eq!(scale(&[("N", 0, 1), ("F", 1, 0)]), Err(ScaleError::Credit(code_of("F"))));
        assert_eq!(
            scale(&[("N", 0, 1), ("P", 1, 5041), ("F", 1, 1)]),
            Err(ScaleError::Credit(code_of("P")))
        );
        assert_eq!(scale(&[("N", 1, 9), ("F", 1, 1)]), Err(ScaleError::Order(code_of("N"))));
        assert_eq!(scale(&[("N", 0, 1), ("F", 2, 3)]), Err(ScaleError::Order(code_of("F"))));
        assert_eq!(scale(&[("N", 0, 1), ("F", 3, 2)]), Err(ScaleError::Order(code_of("F"))));
        let huge = Err(ScaleError::Order(code_of("F")));
        assert_eq!(scale(&[("N", 0, 1), ("P", 1, 2), ("F", u64::MAX, 1)]), huge);
        assert_eq!(
            scale(&[("N", 0, 1), ("P", 0, 1), ("F", 1, 1)]),
            Err(ScaleError::Order(code_of("P")))
        );
        assert_eq!(scale(&[("N", 0, 1), ("N", 1, 1)]), Err(ScaleError::Twice(code_of("N"))));
    }
}
