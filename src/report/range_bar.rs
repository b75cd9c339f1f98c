//! The range as a bar on a track from 0 to 100 per cent: where its parts lie. The page and the
//! report draw the same.

use crate::domain::{ratio::Ratio, score::Measure};

/// The box in which the parts lie; it is stretched to whatever width there is.
pub const VIEW_BOX: &str = "0 0 1000 10";

/// The parts as outlines of SVG; all of them empty where nothing is in scope.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RangeBar {
    /// From nothing to the low end: what is in place whatever the rest turns out to be.
    pub solid: String,
    /// From the low end to the high end: what isn't known yet.
    pub band: String,
    /// A tick at the conformity, longer than the bar is high; empty while nothing is rated.
    pub mark: String,
}

impl RangeBar {
    /// The bar of a measure.
    #[must_use]
    pub fn new(measure: &Measure) -> Self {
        let (Some(low), Some(high)) = (measure.low, measure.high) else {
            return Self::default();
        };
        let (low, high) = (thousandths(low), thousandths(high));
        Self {
            solid: format!("M0 0H{low}V10H0Z"),
            band: format!("M{low} 0H{high}V10H{low}Z"),
            mark: measure
                .conformity
                .map(|conformity| format!("M{} -4V14", thousandths(conformity)))
                .unwrap_or_default(),
        }
    }
}

fn thousandths(ratio: Ratio) -> u128 {
    ratio.num().saturating_mul(1000).checked_div(ratio.den()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::score::Counts;

    fn bar(conformity: Option<(u64, u64)>, low: (u64, u64), high: (u64, u64)) -> RangeBar {
        let ratio = |(num, den)| Ratio::new(num, den);
        RangeBar::new(&Measure {
            counts: Counts::default(),
            conformity: conformity.and_then(ratio),
            low: ratio(low),
            high: ratio(high),
            completeness: None,
        })
    }

    #[test]
    fn parts_lie_where_the_numbers_are() {
        let bar = bar(Some((1, 2)), (1, 4), (3, 4));
        assert_eq!(bar.solid, "M0 0H250V10H0Z");
        assert_eq!(bar.band, "M250 0H750V10H250Z");
        assert_eq!(bar.mark, "M500 -4V14");
    }

    #[test]
    fn all_in_place_is_filled_to_the_end() {
        let bar = bar(Some((1, 1)), (1, 1), (1, 1));
        assert_eq!((bar.solid.as_str(), bar.mark.as_str()), ("M0 0H1000V10H0Z", "M1000 -4V14"));
    }

    #[test]
    fn while_nothing_is_rated_all_of_it_is_unknown() {
        let unrated = bar(None, (0, 1), (1, 1));
        assert_eq!((unrated.band.as_str(), unrated.mark.as_str()), ("M0 0H1000V10H0Z", ""));
        assert_eq!(bar(None, (0, 0), (0, 0)), RangeBar::default());
    }
}
