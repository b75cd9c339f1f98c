//! A text as a QR code, drawn as one outline.

use std::fmt::Write as _;

use qrcodegen::{QrCode, QrCodeEcc, QrSegment, Version};

/// Light modules around a code, without which cameras don't find it.
const QUIET: i32 = 4;
/// The largest version: 97 modules, which a phone reads from a projector.
const LARGEST: u8 = 20;
/// From so many letters on it is worth while to pack the end of a text more densely.
const WORTH: usize = 16;

/// A QR code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Qr {
    /// How many modules it is wide and high, without the light ones around it: 21 to 97.
    pub modules: usize,
    /// How wide and high it is with those, which is the box of [`Qr::outline`].
    pub side: usize,
    /// Its dark modules as an outline of SVG, each of size 1.
    pub outline: String,
}

impl Qr {
    /// The code of a text; `None` when that is too long. About a seventh of it may be covered
    /// or smudged. Where the text ends in capitals and digits, as links with codes do, it is the smaller.
    #[must_use]
    pub fn of(text: &str) -> Option<Self> {
        let dense = |letter: &char| {
            letter.is_ascii_uppercase() || letter.is_ascii_digit() || " $%*+-./:".contains(*letter)
        };
        let length = text.chars().rev().take_while(dense).count();
        let split = text.len().checked_sub(length).filter(|_| length >= WORTH);
        let (plain, end) = text.split_at_checked(split.unwrap_or(text.len()))?;
        let mut segments = vec![QrSegment::make_bytes(plain.as_bytes())];
        if plain.is_empty() {
            segments.clear();
        }
        if !end.is_empty() {
            segments.push(QrSegment::make_alphanumeric(end));
        }
        let code = QrCode::encode_segments_advanced(
            &segments,
            QrCodeEcc::Medium,
            Version::MIN,
            Version::new(LARGEST),
            None,
            true,
        );
        Some(drawn(&code.ok()?))
    }
}

fn drawn(code: &QrCode) -> Qr {
    let modules = code.size();
    let mut outline = String::new();
    for y in 0..modules {
        let mut x = 0;
        while x < modules {
            let run = (x..modules).take_while(|x| code.get_module(*x, y)).count();
            let run = i32::try_from(run).unwrap_or_default();
            if run > 0 {
                let (left, top) = (x.saturating_add(QUIET), y.saturating_add(QUIET));
                // Writing into a String can't fail.
                let _ = write!(outline, "M{left} {top}h{run}v1h-{run}z");
            }
            x = x.saturating_add(run).saturating_add(1);
        }
    }
    let side = modules.saturating_add(2 * QUIET);
    let whole = |number| usize::try_from(number).unwrap_or_default();
    Qr { modules: whole(modules), side: whole(side), outline }
}
