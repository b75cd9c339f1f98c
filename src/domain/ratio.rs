//! Exact shares of a whole.

use std::cmp::Ordering;

use serde::{Serialize, Serializer, ser::SerializeStruct};

/// A ratio of whole numbers in lowest terms. Equal ratios are equal values.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Ratio {
    num: u64,
    den: u64,
}

impl Ratio {
    /// Nothing of it.
    pub const ZERO: Self = Self { num: 0, den: 1 };
    /// All of it.
    pub const ONE: Self = Self { num: 1, den: 1 };

    /// `num / den` in lowest terms; `None` when `den` is zero, for a share of nothing is undefined.
    #[must_use]
    pub fn new(num: u64, den: u64) -> Option<Self> {
        let divisor = gcd(num.into(), den.into());
        Some(Self {
            num: num.checked_div(u64::try_from(divisor).ok()?)?,
            den: den.checked_div(u64::try_from(divisor).ok()?)?,
        })
        .filter(|ratio| ratio.den != 0)
    }

    /// The numerator in lowest terms.
    #[must_use]
    pub const fn num(self) -> u64 {
        self.num
    }

    /// The denominator in lowest terms, never zero.
    #[must_use]
    pub const fn den(self) -> u64 {
        self.den
    }

    /// Whole per cent, rounded half up: the only rounding there is, for display (scoring.md, top).
    #[must_use]
    pub fn percent(self) -> u64 {
        let (num, den) = (u128::from(self.num), u128::from(self.den));
        let percent = num
            .saturating_mul(200)
            .saturating_add(den)
            .checked_div(den.saturating_mul(2))
            .unwrap_or_default();
        u64::try_from(percent).unwrap_or(u64::MAX)
    }

    /// The mean of some ratios, exactly; `None` for none, or where the exact result has more than
    /// 64 bits above or below the line (hundreds of unlike groups).
    #[must_use]
    pub fn mean(ratios: impl IntoIterator<Item = Self>) -> Option<Self> {
        let mut sum = (0_u128, 1_u128);
        let mut count = 0_u128;
        for ratio in ratios {
            let (num, den) = (u128::from(ratio.num), u128::from(ratio.den));
            let common = gcd(sum.1, den);
            let own = den.checked_div(common)?;
            let theirs = sum.1.checked_div(common)?;
            sum.0 = sum.0.checked_mul(own)?.checked_add(num.checked_mul(theirs)?)?;
            sum.1 = sum.1.checked_mul(own)?;
            count = count.checked_add(1)?;
        }
        let den = sum.1.checked_mul(count)?;
        let divisor = gcd(sum.0, den);
        let num = u64::try_from(sum.0.checked_div(divisor)?).ok()?;
        let den = u64::try_from(den.checked_div(divisor)?).ok()?;
        Self::new(num, den)
    }
}

impl PartialOrd for Ratio {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Ratio {
    fn cmp(&self, other: &Self) -> Ordering {
        let cross = |a: u64, b: u64| u128::from(a).saturating_mul(b.into());
        cross(self.num, other.den).cmp(&cross(other.num, self.den))
    }
}

impl Serialize for Ratio {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut ratio = serializer.serialize_struct("Ratio", 3)?;
        ratio.serialize_field("num", &self.num)?;
        ratio.serialize_field("den", &self.den)?;
        ratio.serialize_field("percent", &self.percent())?;
        ratio.end()
    }
}

/// The greatest common divisor; `gcd(a, 0) = a`.
pub(crate) const fn gcd(a: u128, b: u128) -> u128 {
    let (mut a, mut b) = (a, b);
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ratio(num: u64, den: u64) -> Ratio {
        Ratio::new(num, den).unwrap()
    }

    #[test]
    fn a_share_of_nothing_is_undefined() {
        assert_eq!(Ratio::new(0, 0), None);
        assert_eq!(Ratio::new(3, 0), None);
    }

    #[test]
    fn lowest_terms_make_equal_values() {
        assert_eq!(ratio(2, 6), ratio(1, 3));
        assert_eq!(ratio(0, 7), Ratio::ZERO);
        assert_eq!(ratio(7, 7), Ratio::ONE);
    }

    #[test]
    fn percent_rounds_half_up_once() {
        let cases = [
            (0, 3, 0),
            (1, 3, 33),
            (2, 3, 67),
            (1, 200, 1),
            (1, 201, 0),
            (199, 200, 100),
            (1, 8, 13),
        ];
        for (num, den, expected) in cases {
            assert_eq!(ratio(num, den).percent(), expected, "{num}/{den}");
        }
        assert_eq!(ratio(u64::MAX, u64::MAX - 1).percent(), 100);
    }

    #[test]
    fn mean_is_exact() {
        assert_eq!(Ratio::mean([]), None);
        assert_eq!(Ratio::mean([ratio(1, 3)]), Some(ratio(1, 3)));
        assert_eq!(Ratio::mean([ratio(1, 3), ratio(1, 2), Ratio::ONE]), Some(ratio(11, 18)));
    }

    #[test]
    fn order_is_that_of_the_numbers() {
        assert!(ratio(1, 3) < ratio(1, 2));
        assert!(ratio(u64::MAX - 1, u64::MAX) < Ratio::ONE);
    }
}
