//! How a report looks, from what a consultancy set up.

use base64::{Engine as _, prelude::BASE64_STANDARD};

use super::{
    contrast::{PAPER, Rgb, TEXT, contrast, reaching},
    document::{Brand, Logo},
    request::Branding,
};
use crate::domain::risk::criteria::Colour;

/// Plumbline's own colour.
pub const ACCENT: Rgb = [0x0b, 0x55, 0x63];
/// Largest logo in bytes.
pub const LARGEST_LOGO: usize = 512 * 1024;
/// Widest and highest logo in pixels.
pub const WIDEST_LOGO: u32 = 2000;
/// Longest name, classification, footer and name of a style, in characters.
pub const LONGEST: usize = 200;

/// The styles for which a client's template in Word may have names of its own, as Plumbline calls them.
pub const WORD_STYLES: [&str; 18] = [
    "Heading 1",
    "Heading 2",
    "Heading 3",
    "Body",
    "Lead",
    "Remark",
    "List bullet",
    "List number",
    "Table",
    "Table heading",
    "Table text",
    "Caption",
    "Title",
    "Subtitle",
    "Kind of report",
    "Key figure",
    "Key figure label",
    "Key figure note",
];

/// What every PNG begins with, up to its width.
const HEAD: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR";

/// Why a picture is no logo.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LogoError {
    /// No PNG.
    NoPng,
    /// More than [`LARGEST_LOGO`] bytes, or more than [`WIDEST_LOGO`] pixels wide or high.
    TooLarge,
}

/// An accent colour as it was chosen and as it is used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Accent {
    /// As it was chosen.
    pub chosen: Rgb,
    /// Its contrast on paper, in hundredths.
    pub contrast: u32,
    /// What reports use: the colour itself, or the darker one nearest to it in which titles can be read.
    pub used: Rgb,
}

impl Accent {
    /// From `#0b5c6b`; `None` when it is no such colour.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let colour = Colour::parse(text.trim())?;
        let channel =
            |from: usize| u8::from_str_radix(colour.as_str().get(from..from + 2)?, 16).ok();
        Some(Self::new([channel(1)?, channel(3)?, channel(5)?]))
    }

    /// Of a colour.
    #[must_use]
    pub fn new(chosen: Rgb) -> Self {
        Self { chosen, contrast: contrast(chosen, PAPER), used: reaching(TEXT, chosen, PAPER) }
    }

    /// Whether titles in the chosen colour can be read.
    #[must_use]
    pub fn is_readable(&self) -> bool {
        self.chosen == self.used
    }
}

impl From<&Branding> for Brand {
    /// What can't be used is left out: the page on which a branding is set up has told it.
    fn from(branding: &Branding) -> Self {
        let name = branding.name.trim().to_owned();
        let accent = Accent::parse(&branding.accent).unwrap_or_else(|| Accent::new(ACCENT));
        let logo = decode(&branding.logo).ok().map(|(png, size)| {
            let name = name.clone();
            Logo { png, size, name }
        });
        Self { name, accent: accent.used, logo }
    }
}

/// A logo from base64: its bytes, its width and its height.
///
/// # Errors
/// [`LogoError`] when it is none.
pub fn decode(text: &str) -> Result<(Vec<u8>, (u32, u32)), LogoError> {
    if text.len() / 4 * 3 > LARGEST_LOGO + 3 {
        return Err(LogoError::TooLarge);
    }
    let png = BASE64_STANDARD.decode(text).map_err(|_| LogoError::NoPng)?;
    let size = size(&png)?;
    Ok((png, size))
}

/// A logo in base64, as [`Branding`] holds it.
///
/// # Errors
/// [`LogoError`] when it is none.
pub fn encode(png: &[u8]) -> Result<String, LogoError> {
    size(png).map(|_| BASE64_STANDARD.encode(png))
}

/// The width and height of a PNG, neither of them 0, by its header alone.
fn size(png: &[u8]) -> Result<(u32, u32), LogoError> {
    let size = png.strip_prefix(HEAD).and_then(<[u8]>::split_first_chunk::<4>);
    let (width, rest) = size.ok_or(LogoError::NoPng)?;
    let (height, _) = rest.split_first_chunk::<4>().ok_or(LogoError::NoPng)?;
    let [width, height] = [*width, *height].map(u32::from_be_bytes);
    if width == 0 || height == 0 {
        return Err(LogoError::NoPng);
    }
    if width.max(height) > WIDEST_LOGO || png.len() > LARGEST_LOGO {
        return Err(LogoError::TooLarge);
    }
    Ok((width, height))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn png(width: u32, height: u32, rest: usize) -> Vec<u8> {
        [HEAD, &width.to_be_bytes(), &height.to_be_bytes(), &vec![0; rest]].concat()
    }

    #[test]
    fn colours_or_plumblines_own() {
        let accent = |accent: &str| {
            Brand::from(&Branding { accent: accent.into(), ..Branding::default() }).accent
        };
        assert_eq!(accent("#102030"), [0x10, 0x20, 0x30]);
        assert_eq!(accent(" #102030 "), [0x10, 0x20, 0x30]);
        for odd in ["", "#12", "red", "#gggggg", "#1020é"] {
            assert_eq!(accent(odd), ACCENT, "{odd}");
        }
    }

    #[test]
    fn what_is_too_faint_for_titles_is_darkened_and_told() {
        let yellow = Accent::parse("#ffd166").unwrap();
        assert_eq!(yellow.contrast, 144);
        assert!(!yellow.is_readable());
        assert!(contrast(yellow.used, PAPER) >= TEXT);
        let own = Accent::new(ACCENT);
        assert!(own.is_readable() && own.used == ACCENT);
    }

    #[test]
    fn a_logo_is_a_png_of_a_bounded_size() {
        let check = |png: &[u8], expected: Result<(u32, u32), LogoError>| {
            assert_eq!(encode(png).err(), expected.err());
            assert_eq!(decode(&BASE64_STANDARD.encode(png)).map(|(_, size)| size), expected);
        };
        check(&png(256, 40, 9), Ok((256, 40)));
        check(&png(2000, 2000, 9), Ok((2000, 2000)));
        check(&png(2001, 1, 9), Err(LogoError::TooLarge));
        check(&png(1, u32::MAX, 9), Err(LogoError::TooLarge));
        check(&png(0, 40, 9), Err(LogoError::NoPng));
        check(&png(1, 1, LARGEST_LOGO - 24), Ok((1, 1)));
        check(&png(1, 1, LARGEST_LOGO - 23), Err(LogoError::TooLarge));
        check(b"<svg onload=alert(1)>", Err(LogoError::NoPng));
        check(b"", Err(LogoError::NoPng));
        assert_eq!(decode("?"), Err(LogoError::NoPng));
        assert_eq!(decode(&"A".repeat(4 * LARGEST_LOGO)), Err(LogoError::TooLarge));
    }

    #[test]
    fn the_logo_is_called_as_whoever_hands_it_over() {
        let logo = encode(&png(256, 40, 9)).unwrap();
        let branding = Branding { logo, name: " Acme ".into(), ..Branding::default() };
        let brand = Brand::from(&branding);
        let logo = brand.logo.unwrap();
        assert_eq!((logo.size, &*logo.name, &*brand.name), ((256, 40), "Acme", "Acme"));
    }
}
