//! Exact shares of a whole.

use std::cmp::Ordering;

use serde::{Serialize, Serializer, ser::SerializeStruct};

/// Most above or below the line, 119 bits: leaves room to work out per cent.
const MOST: u128 = u128::MAX >> 9;

/// A ratio of whole numbers in lowest terms. Equal ratios are equal values.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Ratio {
    num: u128,
    den: u128,
}

impl Ratio {
    /// Nothing of it.
    pub const ZERO: Self = Self { num: 0, den: 1 };
    /// All of it.
    pub const ONE: Self = Self { num: 1, den: 1 };

    /// `num / den` in lowest terms; `None` when `den` is zero, for a share of nothing is undefined.
    #[must_use]
    pub fn new(num: u64, den: u64) -> Option<Self> {
        Self::reduced(num.into(), den.into())
    }

    fn reduced(num: u128, den: u128) -> Option<Self> {
        let divisor = gcd(num, den);
        Some(Self { num: num.checked_div(divisor)?, den: den.checked_div(divisor)? })
            .filter(|ratio| ratio.den != 0 && ratio.num <= MOST && ratio.den <= MOST)
    }

    /// The numerator in lowest terms.
    #[must_use]
    pub const fn num(self) -> u128 {
        self.num
    }

    /// The denominator in lowest terms, never zero.
    #[must_use]
    pub const fn den(self) -> u128 {
        self.den
    }

    /// Whole per cent, rounded half up: the only rounding there is, for display (scoring.md, top).
    #[must_use]
    pub fn percent(self) -> u64 {
        let halves = self.num.saturating_mul(200).saturating_add(self.den);
        let percent = halves.checked_div(self.den.saturating_mul(2)).unwrap_or_default();
        u64::try_from(percent).unwrap_or(u64::MAX)
    }

    /// The mean of some ratios, exactly; `None` for none, or where the exact result has more than
    /// 119 bits above or below the line, or 128 on the way to it. The least common multiple of the
    /// denominators decides: a dozen and a half of unlike ones around 100 still fit.
    #[must_use]
    pub fn mean(ratios: impl IntoIterator<Item = Self>) -> Option<Self> {
        let mut sum = (0_u128, 1_u128);
        let mut count = 0_u128;
        for Self { num, den } in ratios {
            let common = gcd(sum.1, den);
            let own = den.checked_div(common)?;
            let theirs = sum.1.checked_div(common)?;
            sum.0 = sum.0.checked_mul(own)?.checked_add(num.checked_mul(theirs)?)?;
            sum.1 = sum.1.checked_mul(own)?;
            count = count.checked_add(1)?;
        }
        Self::reduced(sum.0, sum.1.checked_mul(count)?)
    }
}

impl PartialOrd for Ratio {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// Compares whole parts, then what is left over turned upside down, as Euclid would: cross products
/// could overflow.
impl Ord for Ratio {
    fn cmp(&self, other: &Self) -> Ordering {
        let (mut one, mut other) = (*self, *other);
        loop {
            let wholes = (one.num / one.den).cmp(&(other.num / other.den));
            let rests = (one.num % one.den, other.num % other.den);
            if wholes.is_ne() {
                return wholes;
            }
            if rests.0 == 0 || rests.1 == 0 {
                return rests.0.cmp(&rests.1);
            }
            (one, other) =
                (Self { num: other.den, den: rests.1 }, Self { num: one.den, den: rests.0 });
        }
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
        assert_eq!(Ratio { num: MOST, den: 1 }.percent(), u64::MAX);
        assert_eq!(Ratio { num: MOST / 8, den: MOST }.percent(), 12);
        assert_eq!(Ratio { num: MOST / 8 + 1, den: MOST }.percent(), 13);
    }

    #[test]
    fn mean_is_exact() {
        assert_eq!(Ratio::mean([]), None);
        assert_eq!(Ratio::mean([ratio(1, 3)]), Some(ratio(1, 3)));
        assert_eq!(Ratio::mean([ratio(1, 3), ratio(1, 2), Ratio::ONE]), Some(ratio(11, 18)));
    }

    /// Every one of the primes stays in the denominator, and their product has more than 64 bits.
    #[test]
    fn mean_goes_beyond_64_bits() {
        let primes = [61, 67, 71, 73, 79, 83, 89, 97, 101, 103, 107, 109, 113, 127];
        let mean = Ratio::mean(primes.map(|prime| ratio(1, prime))).unwrap();
        let product: u128 = primes.iter().map(|prime| u128::from(*prime)).product();
        let sum: u128 = primes.iter().map(|prime| product / u128::from(*prime)).sum();
        assert_eq!(Ratio::reduced(sum, product * 14), Some(mean));
        assert!(mean.den() > u64::MAX.into());
        assert_eq!(mean.percent(), 1);
        assert!(ratio(1, 127) < mean && mean < ratio(1, 61));
    }

    #[test]
    fn a_mean_that_no_128_bits_hold_is_none() {
        let primes = [u64::MAX - 58, u64::MAX - 82, u64::MAX - 94];
        assert_eq!(Ratio::mean(primes.map(|prime| ratio(1, prime))), None);
    }

    #[test]
    fn order_is_that_of_the_numbers() {
        assert!(ratio(1, 3) < ratio(1, 2));
        assert!(ratio(u64::MAX - 1, u64::MAX) < Ratio::ONE);
        let just_below = Ratio { num: MOST - 1, den: MOST };
        assert!(just_below < Ratio::ONE && ratio(u64::MAX - 1, u64::MAX) < just_below);
        let small = || (0..9).flat_map(|num| (1..9).map(move |den| (num, den)));
        for (a, b) in small() {
            for (c, d) in small() {
                assert_eq!(ratio(a, b).cmp(&ratio(c, d)), (a * d).cmp(&(c * b)), "{a}/{b} {c}/{d}");
            }
        }
    }
}
