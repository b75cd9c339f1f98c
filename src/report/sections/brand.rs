//! How a report looks, from what a consultancy set up.

use base64::{Engine, prelude::BASE64_STANDARD};

use super::super::{
    document::{Brand, Logo},
    request::Branding,
};
use crate::domain::risk::criteria::Colour;

/// Plumbline's own colour.
const ACCENT: [u8; 3] = [0x0b, 0x55, 0x63];
/// What every PNG begins with, up to its width.
const HEAD: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR";

impl From<&Branding> for Brand {
    fn from(branding: &Branding) -> Self {
        let name = branding.name.trim().to_owned();
        Self {
            accent: accent(&branding.accent).unwrap_or(ACCENT),
            logo: logo(&branding.logo, &name),
            name,
        }
    }
}

/// A colour as `#0b5c6b`; `None` for anything else.
fn accent(text: &str) -> Option<[u8; 3]> {
    let colour = Colour::parse(text)?;
    let channel = |from: usize| u8::from_str_radix(colour.as_str().get(from..from + 2)?, 16).ok();
    Some([channel(1)?, channel(3)?, channel(5)?])
}

/// A picture from base64; `None` for anything else than a PNG with a width and a height.
fn logo(text: &str, name: &str) -> Option<Logo> {
    let png = BASE64_STANDARD.decode(text).ok()?;
    let (width, rest) = png.strip_prefix(HEAD)?.split_first_chunk()?;
    let (height, _) = rest.split_first_chunk()?;
    let size = (u32::from_be_bytes(*width), u32::from_be_bytes(*height));
    (size.0 > 0 && size.1 > 0).then(|| Logo { png, size, name: name.to_owned() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_and_pictures_or_nothing() {
        let brand = |accent: &str, logo: &str| {
            let (accent, logo) = (accent.into(), logo.into());
            Brand::from(&Branding { accent, logo, name: " Acme ".into(), ..Branding::default() })
        };
        assert_eq!(brand("#102030", "").accent, [0x10, 0x20, 0x30]);
        for odd in ["", "#12", "red", "#gggggg"] {
            assert_eq!(brand(odd, "").accent, ACCENT, "{odd}");
        }
        let png = |size: [u8; 8]| BASE64_STANDARD.encode([HEAD, &size].concat());
        let logo = brand("", &png([0, 0, 1, 0, 0, 0, 0, 40])).logo.expect("a logo");
        assert_eq!((logo.size, logo.name.as_str()), ((256, 40), "Acme"));
        for odd in ["", "?", "aGVsbG8=", &png([0, 0, 0, 0, 0, 0, 0, 40])] {
            assert_eq!(brand("", odd).logo, None, "{odd}");
        }
    }
}
