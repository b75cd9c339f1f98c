//! Which ink can be read on a colour that somebody chose.

use super::criteria::Colour;

/// What is written with on a colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ink {
    /// On light colours.
    Black,
    /// On dark colours.
    White,
}

/// The relative luminance at which black and white have the same contrast, in millionths: where
/// `(L + 0.05)² = 1.05 × 0.05` (WCAG 2.2, contrast ratio).
const EVEN: u64 = 179_129;

impl Colour {
    /// The ink with the higher contrast, which is always at least 4.5 to 1.
    #[must_use]
    pub fn ink(&self) -> Ink {
        if self.luminance() > EVEN { Ink::Black } else { Ink::White }
    }

    /// Its relative luminance in millionths (WCAG 2.2).
    fn luminance(&self) -> u64 {
        let parts = [(1..3, 2126), (3..5, 7152), (5..7, 722)];
        let sum = parts.into_iter().map(|(place, weight)| {
            let digits = self.as_str().get(place).unwrap_or_default();
            linear(u64::from_str_radix(digits, 16).unwrap_or_default()).saturating_mul(weight)
        });
        sum.sum::<u64>() / 10_000
    }
}

/// A channel of sRGB, 0 to 255, as light, in millionths. In whole numbers by a cubic that keeps within
/// two thousandths of the curve of sRGB.
const fn linear(channel: u64) -> u64 {
    let (one, two) = (255, 255 * 255);
    let sum = 305_306 * channel * channel * channel
        + 682_171 * channel * channel * one
        + 12_523 * channel * two;
    sum / (two * one)
}

#[cfg(test)]
#[allow(clippy::float_arithmetic, reason = "the formula of WCAG, to compare with")]
mod tests {
    use super::*;

    fn contrast(colour: [u8; 3], ink: Ink) -> f64 {
        let light = |channel: u8| {
            let share = f64::from(channel) / 255.0;
            if share <= 0.04045 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
        };
        let [red, green, blue] = colour.map(light);
        let luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
        match ink {
            Ink::Black => (luminance + 0.05) / 0.05,
            Ink::White => 1.05 / (luminance + 0.05),
        }
    }

    #[test]
    fn text_on_any_colour_can_be_read() {
        let steps: Vec<u8> = (0..=255).step_by(5).collect();
        for &red in &steps {
            for &green in &steps {
                for &blue in &steps {
                    let text = format!("#{red:02x}{green:02x}{blue:02x}");
                    let ink = Colour::parse(&text).unwrap().ink();
                    let contrast = contrast([red, green, blue], ink);
                    assert!(contrast >= 4.5, "{text}: {ink:?} {contrast}");
                }
            }
        }
    }

    #[test]
    fn white_on_dark_and_black_on_light() {
        let ink = |text: &str| Colour::parse(text).unwrap().ink();
        assert_eq!(ink("#000000"), Ink::White);
        assert_eq!(ink("#a32a22"), Ink::White);
        assert_eq!(ink("#ffd166"), Ink::Black);
        assert_eq!(ink("#ffffff"), Ink::Black);
    }
}
