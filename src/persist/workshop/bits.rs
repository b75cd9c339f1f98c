//! Numbers of few bits one after the other.

/// Bits of a number below 8; a greater one takes as many more for every three further bits.
const PIECE: u32 = 4;
/// What of a piece says that another one follows.
const MORE: u32 = 8;

/// Writes bits, the highest of each number first.
#[derive(Debug, Default)]
pub struct Writer {
    bytes: Vec<u8>,
    /// Bits of the last byte that aren't used yet.
    free: u32,
}

impl Writer {
    /// The lowest `count` bits of a number.
    pub fn put(&mut self, value: u128, count: u32) {
        for place in (0..count).rev() {
            if self.free == 0 {
                self.bytes.push(0);
                self.free = 8;
            }
            self.free = self.free.saturating_sub(1);
            if let Some(last) = self.bytes.last_mut()
                && value >> place & 1 == 1
            {
                *last |= 1 << self.free;
            }
        }
    }

    /// A number that is mostly small.
    pub fn number(&mut self, mut value: u32) {
        while value >= MORE {
            self.put(((value % MORE) | MORE).into(), PIECE);
            value /= MORE;
        }
        self.put(value.into(), PIECE);
    }

    /// The bytes; what is free of the last one is 0.
    pub fn bytes(self) -> Vec<u8> {
        self.bytes
    }
}

/// Reads what a [`Writer`] wrote. Every method returns `None` behind the end.
#[derive(Debug)]
pub struct Reader<'a> {
    bytes: &'a [u8],
    /// How many bits are read.
    at: usize,
}

impl<'a> Reader<'a> {
    /// From the beginning.
    pub const fn new(bytes: &'a [u8]) -> Self {
        Self { bytes, at: 0 }
    }

    /// The next `count` bits, at most 128.
    pub fn take(&mut self, count: u32) -> Option<u128> {
        let mut value = 0;
        for _ in 0..count {
            let byte = self.bytes.get(self.at / 8)?;
            let bit = byte >> (7 - self.at % 8) & 1;
            value = value << 1 | u128::from(bit);
            self.at = self.at.saturating_add(1);
        }
        Some(value)
    }

    /// The next bits as a smaller number; `None` also when they don't fit it.
    pub fn few<T: TryFrom<u128>>(&mut self, count: u32) -> Option<T> {
        T::try_from(self.take(count)?).ok()
    }

    /// A number as [`Writer::number`] wrote it.
    pub fn number(&mut self) -> Option<u32> {
        let mut value = 0_u32;
        let mut shift = 0_u32;
        loop {
            let piece: u32 = self.few(PIECE)?;
            let part = piece % MORE;
            let shifted = part.checked_shl(shift)?;
            // A number has one form only.
            let longer = piece == 0 && shift > 0;
            if shifted >> shift != part || longer {
                return None;
            }
            value |= shifted;
            if piece < MORE {
                return Some(value);
            }
            shift = shift.saturating_add(3);
        }
    }

    /// Whether nothing is left but what a [`Writer`] leaves free of the last byte.
    pub fn ends(mut self) -> bool {
        let left = self.bytes.len().saturating_mul(8).saturating_sub(self.at);
        left < 8 && self.take(u32::try_from(left).unwrap_or_default()) == Some(0)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn numbers_take_four_bits_for_every_three() {
        let length = |value| {
            let mut writer = Writer::default();
            writer.number(value);
            writer.put(u128::MAX, 4);
            writer.bytes().len()
        };
        assert_eq!([0, 7, 8, 63, 64, 511, u32::MAX].map(length), [1, 1, 2, 2, 2, 2, 6]);
    }

    #[test]
    fn a_number_that_is_too_large_is_none() {
        let mut reader = Reader::new(&[0xff; 9]);
        assert_eq!(reader.number(), None);
        assert_eq!(Reader::new(&[0xff]).number(), None);
        assert!(!Reader::new(&[0]).ends() && Reader::new(&[]).ends());
    }

    proptest! {
        #[test]
        fn what_is_written_is_read(values in prop::collection::vec((any::<u32>(), any::<u128>(), 1..=128_u32), 0..20)) {
            let mut writer = Writer::default();
            for (number, value, count) in &values {
                writer.number(*number);
                writer.put(*value, *count);
            }
            let bytes = writer.bytes();
            let mut reader = Reader::new(&bytes);
            for (number, value, count) in values {
                prop_assert_eq!(reader.number(), Some(number));
                prop_assert_eq!(reader.take(count), Some(value & u128::MAX >> (128 - count)));
            }
            prop_assert!(reader.ends());
        }
    }
}
