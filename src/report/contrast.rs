//! How well a colour can be told from its ground, after WCAG 2.2, in whole numbers.

/// A colour as red, green and blue.
pub type Rgb = [u8; 3];

/// Paper.
pub const PAPER: Rgb = [0xff; 3];
/// What text needs (WCAG 2.2, 1.4.3), in hundredths.
pub const TEXT: u32 = 450;
/// What the parts of a chart need (WCAG 2.2, 1.4.11), in hundredths.
pub const CHART: u32 = 300;

/// The contrast of two colours in hundredths, rounded down: from 100 to 2100.
#[must_use]
pub fn contrast(one: Rgb, other: Rgb) -> u32 {
    /// 0.05 in the unit of [`luminance`].
    const FLARE: u64 = 32_767_500;
    let (one, other) = (luminance(one) + FLARE, luminance(other) + FLARE);
    u32::try_from(one.max(other) * 100 / one.min(other)).unwrap_or(u32::MAX)
}

/// The relative luminance of WCAG 2.2, white being 655 350 000.
fn luminance([red, green, blue]: Rgb) -> u64 {
    let linear =
        |channel: u8| u64::from(LINEAR.get(usize::from(channel)).copied().unwrap_or_default());
    2126 * linear(red) + 7152 * linear(green) + 722 * linear(blue)
}

/// The colour nearest to one that reaches a contrast (in hundredths) with its ground, darker on a light
/// ground and lighter on a dark one. It is the colour itself when that is enough, and black or white
/// when nothing is.
#[must_use]
pub fn reaching(wanted: u32, colour: Rgb, ground: Rgb) -> Rgb {
    const BLACK: Rgb = [0; 3];
    let end = if contrast(ground, BLACK) > contrast(ground, PAPER) { BLACK } else { PAPER };
    let steps = (0..=u8::MAX).map(|step| mixed(colour, end, step));
    steps.into_iter().find(|mixed| contrast(*mixed, ground) >= wanted).unwrap_or(end)
}

/// A colour with `part` of 255 parts of another in it.
#[must_use]
pub fn mixed(colour: Rgb, other: Rgb, part: u8) -> Rgb {
    let mix = |(one, other): (u8, u8)| {
        let (rest, part) = (u16::from(u8::MAX - part), u16::from(part));
        let sum = u32::from(one) * u32::from(rest) + u32::from(other) * u32::from(part);
        u8::try_from(sum / u32::from(u8::MAX)).unwrap_or(u8::MAX)
    };
    let [red, green, blue] = colour;
    let [other_red, other_green, other_blue] = other;
    [mix((red, other_red)), mix((green, other_green)), mix((blue, other_blue))]
}

/// `#0b5563`.
#[must_use]
pub fn hex([red, green, blue]: Rgb) -> String {
    format!("#{red:02x}{green:02x}{blue:02x}")
}

/// The light of each value of a channel of sRGB, 65 535 being all of it: `((c + 0.055) / 1.055) ^ 2.4`,
/// and `c / 12.92` for the darkest.
#[rustfmt::skip]
static LINEAR: [u16; 256] = [
    0, 20, 40, 60, 80, 99, 119, 139, 159, 179, 199, 219,
    241, 264, 288, 313, 340, 367, 396, 427, 458, 491, 526, 562,
    599, 637, 677, 718, 761, 805, 851, 898, 947, 997, 1048, 1101,
    1156, 1212, 1270, 1330, 1391, 1453, 1517, 1583, 1651, 1720, 1790, 1863,
    1937, 2013, 2090, 2170, 2250, 2333, 2418, 2504, 2592, 2681, 2773, 2866,
    2961, 3058, 3157, 3258, 3360, 3464, 3570, 3678, 3788, 3900, 4014, 4129,
    4247, 4366, 4488, 4611, 4736, 4864, 4993, 5124, 5257, 5392, 5530, 5669,
    5810, 5953, 6099, 6246, 6395, 6547, 6700, 6856, 7014, 7174, 7335, 7500,
    7666, 7834, 8004, 8177, 8352, 8528, 8708, 8889, 9072, 9258, 9445, 9635,
    9828, 10_022, 10_219, 10_417, 10_619, 10_822, 11_028, 11_235, 11_446, 11_658, 11_873, 12_090,
    12_309, 12_530, 12_754, 12_980, 13_209, 13_440, 13_673, 13_909, 14_146, 14_387, 14_629, 14_874,
    15_122, 15_371, 15_623, 15_878, 16_135, 16_394, 16_656, 16_920, 17_187, 17_456, 17_727, 18_001,
    18_277, 18_556, 18_837, 19_121, 19_407, 19_696, 19_987, 20_281, 20_577, 20_876, 21_177, 21_481,
    21_787, 22_096, 22_407, 22_721, 23_038, 23_357, 23_678, 24_002, 24_329, 24_658, 24_990, 25_325,
    25_662, 26_001, 26_344, 26_688, 27_036, 27_386, 27_739, 28_094, 28_452, 28_813, 29_176, 29_542,
    29_911, 30_282, 30_656, 31_033, 31_412, 31_794, 32_179, 32_567, 32_957, 33_350, 33_745, 34_143,
    34_544, 34_948, 35_355, 35_764, 36_176, 36_591, 37_008, 37_429, 37_852, 38_278, 38_706, 39_138,
    39_572, 40_009, 40_449, 40_891, 41_337, 41_785, 42_236, 42_690, 43_147, 43_606, 44_069, 44_534,
    45_002, 45_473, 45_947, 46_423, 46_903, 47_385, 47_871, 48_359, 48_850, 49_344, 49_841, 50_341,
    50_844, 51_349, 51_858, 52_369, 52_884, 53_401, 53_921, 54_445, 54_971, 55_500, 56_032, 56_567,
    57_105, 57_646, 58_190, 58_737, 59_287, 59_840, 60_396, 60_955, 61_517, 62_082, 62_650, 63_221,
    63_795, 64_372, 64_952, 65_535,
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[allow(clippy::float_arithmetic, reason = "the formula of WCAG itself")]
    fn the_table_is_the_formula() {
        for channel in 0..=u8::MAX {
            let part = f64::from(channel) / 255.0;
            let light =
                if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) };
            let known = f64::from(LINEAR[usize::from(channel)]);
            assert!((light * 65_535.0 - known).abs() <= 0.5, "{channel}");
        }
    }

    /// As other tools compute them.
    #[test]
    fn known_pairs() {
        let check = |one, other, expected| {
            assert_eq!(contrast(one, other), expected);
            assert_eq!(contrast(other, one), expected);
        };
        check([0; 3], PAPER, 2100);
        check(PAPER, PAPER, 100);
        // The lightest grey that text may have on white, and the one that it may not.
        check([0x76; 3], PAPER, 454);
        check([0x77; 3], PAPER, 447);
        check([0xff, 0, 0], PAPER, 399);
        check([0, 0, 0xff], PAPER, 859);
    }

    #[test]
    fn what_is_too_faint_comes_nearer_to_the_other_end() {
        assert_eq!(reaching(TEXT, [0x0b, 0x55, 0x63], PAPER), [0x0b, 0x55, 0x63]);
        for colour in [[0xff, 0xd1, 0x66], [0x7f, 0xd0, 0xde], PAPER, [0x77; 3]] {
            let found = reaching(TEXT, colour, PAPER);
            assert!((TEXT..TEXT + 15).contains(&contrast(found, PAPER)), "{found:?}");
        }
        let dark = [0x17, 0x1d, 0x22];
        let found = reaching(TEXT, [0x0b, 0x55, 0x63], dark);
        assert!((TEXT..TEXT + 15).contains(&contrast(found, dark)), "{found:?}");
        assert_eq!(reaching(2200, [1, 2, 3], PAPER), [0; 3]);
    }
}
