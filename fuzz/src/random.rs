//! Numbers that look random and are the same every time.

/// A generator (`SplitMix64`, Steele, Lea and Flood 2014).
#[derive(Clone, Debug)]
pub struct Random(u64);

impl Random {
    /// The generator of one input: of a run, a reader and a number.
    pub fn of(seed: u64, reader: u64, input: u64) -> Self {
        let mut random = Self(seed);
        for part in [reader, input] {
            random.0 = random.next().wrapping_add(part);
        }
        random
    }

    /// Any number.
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below another, and 0 below 0.
    pub fn below(&mut self, end: usize) -> usize {
        let end = u64::try_from(end).unwrap_or(u64::MAX);
        let found = self.next().checked_rem(end).unwrap_or_default();
        usize::try_from(found).unwrap_or_default()
    }

    /// One of these, which aren't none.
    pub fn pick<'a, T>(&mut self, from: &'a [T]) -> &'a T {
        &from[self.below(from.len())]
    }
}
