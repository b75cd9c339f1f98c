//! The colours of a page: those of paper, and on dark screens others that say the same.

use std::fmt::Write as _;

use crate::report::{
    contrast::{Rgb, TEXT, hex, mixed, reaching},
    document::{Brand, Tone},
    drawing::{Ink, palette},
    svg,
};

/// The ground of dark screens.
const DARK: Rgb = [0x15, 0x1a, 0x1f];

const TONES: [Tone; 6] =
    [Tone::Plain, Tone::Muted, Tone::Good, Tone::Fair, Tone::Poor, Tone::Grave];

/// Every colour as a variable, `--accent` and the like, and a class for each ink of charts.
pub(super) fn rules(brand: &Brand) -> String {
    let plain = [Ink::Text, Ink::Quiet, Ink::Accent, Ink::Tint, Ink::Track, Ink::Rule, Ink::Paper];
    let toned = TONES.into_iter().flat_map(|tone| [Ink::Strong(tone), Ink::Pale(tone)]);
    let (mut light, mut dark, mut classes) = (String::new(), String::new(), String::new());
    for ink in plain.into_iter().chain(toned) {
        let name = svg::name(ink);
        let _ = write!(light, "--{name}:{};", hex(palette::colour(ink, brand)));
        let _ = write!(dark, "--{name}:{};", hex(on_dark(ink, brand)));
        let _ = write!(classes, ".ink-{name}{{color:var(--{name})}}");
    }
    for tone in TONES.into_iter().skip(1) {
        let (pale, strong) = (svg::name(Ink::Pale(tone)), svg::name(Ink::Strong(tone)));
        let class = pale.replace("pale", "tone");
        let _ = write!(classes, ".{class}{{--ground:var(--{pale});--edge:var(--{strong})}}");
    }
    format!(
        ":root{{color-scheme:light;{light}}}\n\
         @media screen and (prefers-color-scheme:dark){{:root{{color-scheme:dark;{dark}}}}}\n{classes}\n"
    )
}

/// The colour of an ink on a dark screen.
fn on_dark(ink: Ink, brand: &Brand) -> Rgb {
    let accent = reaching(TEXT + 150, brand.accent, DARK);
    match ink {
        Ink::Text => [0xe8, 0xec, 0xef],
        Ink::Quiet | Ink::Strong(Tone::Plain) => [0xa9, 0xb4, 0xbc],
        Ink::Accent => accent,
        Ink::Tint => mixed(DARK, accent, 90),
        Ink::Track => [0x26, 0x2f, 0x36],
        Ink::Rule => [0x3a, 0x45, 0x4d],
        Ink::Paper | Ink::Pale(Tone::Plain) => DARK,
        Ink::Strong(Tone::Muted) => [0x7b, 0x88, 0x91],
        Ink::Strong(Tone::Good) => [0x6f, 0xc9, 0x96],
        Ink::Strong(Tone::Fair) => [0xe2, 0xbb, 0x56],
        Ink::Strong(Tone::Poor) => [0xee, 0x9b, 0x5e],
        Ink::Strong(Tone::Grave) => [0xf2, 0x90, 0x90],
        Ink::Pale(Tone::Muted) => [0x1e, 0x25, 0x2b],
        Ink::Pale(Tone::Good) => [0x16, 0x33, 0x24],
        Ink::Pale(Tone::Fair) => [0x38, 0x2e, 0x10],
        Ink::Pale(Tone::Poor) => [0x40, 0x27, 0x13],
        Ink::Pale(Tone::Grave) => [0x47, 0x1d, 0x21],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::contrast::{CHART, contrast};

    /// Text on every ground of cells, and everything that has to be seen against paper, in both schemes.
    #[test]
    fn everything_can_be_read_in_both_schemes() {
        for accent in [[0x0b, 0x55, 0x63], [0; 3], [0x80, 0, 0], [0x4b, 0, 0xff]] {
            let brand = Brand { accent, ..Brand::default() };
            for colour in [palette::colour as fn(Ink, &Brand) -> Rgb, on_dark] {
                let pair = |one, other| contrast(colour(one, &brand), colour(other, &brand));
                for tone in TONES {
                    assert!(pair(Ink::Text, Ink::Pale(tone)) >= 1000, "{tone:?}");
                    assert!(pair(Ink::Quiet, Ink::Pale(tone)) >= TEXT, "quiet on {tone:?}");
                    if tone > Tone::Muted {
                        assert!(pair(Ink::Strong(tone), Ink::Paper) >= CHART, "{tone:?}");
                    }
                }
                assert!(pair(Ink::Accent, Ink::Paper) >= TEXT, "{accent:?}");
                assert!(pair(Ink::Accent, Ink::Track) >= CHART, "{accent:?}");
            }
        }
    }
}
