//! How percentages are written. Which sign stands where is a matter of language and region; whoever
//! makes the [`super::Texts`] says so once, so that no page asks the browser for each number.

use crate::domain::{ratio::Ratio, score::Measure};

/// What stands around the number of a percentage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Numbers {
    before: String,
    after: String,
}

/// `25 %`, as ISO 80000-1 has it.
impl Default for Numbers {
    fn default() -> Self {
        Self { before: String::new(), after: "\u{a0}%".into() }
    }
}

impl Numbers {
    /// Learns it from how a quarter is written as a percentage: `25%`, `25 %`, `%25`. `None` when
    /// there is no 25 in the text.
    #[must_use]
    pub fn from_quarter(written: &str) -> Option<Self> {
        // In two steps: to look for a text takes far more code than to look for a letter.
        let (before, after) = written.split_once('2')?;
        let after = after.strip_prefix('5')?;
        Some(Self { before: before.into(), after: after.into() })
    }

    /// A percentage, or a dash where there is none.
    #[must_use]
    pub fn percent(&self, ratio: Option<Ratio>) -> String {
        ratio.map_or_else(|| "–".to_owned(), |ratio| self.around(&ratio.percent().to_string()))
    }

    /// The range in which the conformity will be once everything is rated, or a dash where there is
    /// none.
    #[must_use]
    pub fn range(&self, measure: &Measure) -> String {
        match (measure.low, measure.high) {
            (Some(low), Some(high)) if low != high => {
                self.around(&format!("{}–{}", low.percent(), high.percent()))
            }
            (low, _) => self.percent(low),
        }
    }

    fn around(&self, number: &str) -> String {
        [&self.before, number, &self.after].concat()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::score::Counts;

    #[test]
    fn a_quarter_shows_where_the_sign_stands() {
        for (quarter, expected) in [
            ("25%", "7%"),
            ("25\u{a0}%", "7\u{a0}%"),
            ("%25", "%7"),
            ("\u{200e}25%\u{200e}", "\u{200e}7%\u{200e}"),
        ] {
            let numbers = Numbers::from_quarter(quarter).unwrap();
            assert_eq!(numbers.percent(Ratio::new(7, 100)), expected);
        }
        assert_eq!(Numbers::from_quarter("٢٥٪"), None);
    }

    #[test]
    fn a_range_has_one_sign_and_no_second_end_that_is_the_first() {
        let check = |low, high, expected: &str| {
            let measure = Measure {
                counts: Counts::default(),
                conformity: None,
                low,
                high,
                completeness: None,
            };
            assert_eq!(Numbers::from_quarter("%25").unwrap().range(&measure), expected);
        };
        let tenths = |tenths| Ratio::new(tenths, 10);
        check(tenths(1), tenths(9), "%10–90");
        check(tenths(5), tenths(5), "%50");
        check(None, None, "–");
    }
}
