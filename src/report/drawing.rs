//! Charts as shapes, before they become SVG, a part of a PDF or a picture.

use super::document::Tone;

/// A chart. Its unit is a tenth of a point (1/720 inch) at the size it is made for; writers may scale it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Drawing {
    /// How wide it is.
    pub width: i32,
    /// How high it is.
    pub height: i32,
    /// What is drawn, from the lowest layer to the highest.
    pub shapes: Vec<Shape>,
}

/// A shape. Its places count from the left and from the top.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shape {
    /// A rectangle.
    Rect {
        /// Its left edge.
        x: i32,
        /// Its upper edge.
        y: i32,
        /// How wide it is.
        width: i32,
        /// How high it is.
        height: i32,
        /// Its colour.
        ink: Ink,
    },
    /// A line through points.
    Line {
        /// The points, at least two.
        points: Vec<(i32, i32)>,
        /// How thick it is.
        thickness: i32,
        /// Its colour.
        ink: Ink,
        /// Whether it is broken into dashes.
        dashed: bool,
    },
    /// A closed outline, filled.
    Area {
        /// Its corners, at least three.
        points: Vec<(i32, i32)>,
        /// Its colour.
        ink: Ink,
    },
    /// A disc.
    Dot {
        /// The place of its centre.
        x: i32,
        /// The height of its centre.
        y: i32,
        /// Half of its width.
        radius: i32,
        /// Its colour.
        ink: Ink,
    },
    /// One line of words.
    Text {
        /// Where it begins, has its middle or ends, as `anchor` says.
        x: i32,
        /// Where its letters stand.
        y: i32,
        /// The size of its letters.
        size: i32,
        /// To which part of it `x` belongs.
        anchor: Anchor,
        /// Whether it stands out.
        strong: bool,
        /// Its colour.
        ink: Ink,
        /// The words.
        text: String,
    },
}

/// The part of a line of words that stands at its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// Its beginning.
    Start,
    /// Its middle.
    Middle,
    /// Its end.
    End,
}

/// What something is drawn with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ink {
    /// As words are.
    Text,
    /// As words that matter less.
    Quiet,
    /// The colour of the brand.
    Accent,
    /// A light tint of it: what isn't known yet.
    Tint,
    /// The ground on which bars lie.
    Track,
    /// Thin lines between things.
    Rule,
    /// As paper.
    Paper,
    /// The full colour of a tone.
    Strong(Tone),
    /// The pale colour of a tone, on which words can be read.
    Pale(Tone),
}

/// The colours of a report, as red, green and blue.
pub mod palette {
    use super::{Ink, Tone};
    use crate::report::document::Brand;

    /// The colour of an ink.
    #[must_use]
    pub fn colour(ink: Ink, brand: &Brand) -> [u8; 3] {
        match ink {
            Ink::Text => [0x1b, 0x24, 0x29],
            Ink::Quiet => [0x53, 0x60, 0x68],
            Ink::Accent => brand.accent,
            Ink::Tint => brand.accent.map(tint),
            Ink::Track => [0xec, 0xef, 0xf0],
            Ink::Rule => [0xc9, 0xd1, 0xd5],
            Ink::Paper => [0xff, 0xff, 0xff],
            Ink::Strong(tone) => strong(tone),
            Ink::Pale(tone) => pale(tone),
        }
    }

    /// A quarter of a colour on paper.
    fn tint(channel: u8) -> u8 {
        u8::MAX - (u8::MAX - channel) / 4
    }

    const fn strong(tone: Tone) -> [u8; 3] {
        match tone {
            Tone::Plain => [0x53, 0x60, 0x68],
            Tone::Muted => [0x8a, 0x96, 0x9c],
            Tone::Good => [0x1d, 0x7a, 0x4c],
            Tone::Fair => [0xa8, 0x7a, 0x00],
            Tone::Poor => [0xb8, 0x55, 0x0a],
            Tone::Grave => [0xa8, 0x22, 0x2d],
        }
    }

    const fn pale(tone: Tone) -> [u8; 3] {
        match tone {
            Tone::Plain => [0xff, 0xff, 0xff],
            Tone::Muted => [0xf1, 0xf3, 0xf4],
            Tone::Good => [0xe0, 0xf2, 0xe8],
            Tone::Fair => [0xfb, 0xf1, 0xcf],
            Tone::Poor => [0xfb, 0xe5, 0xd3],
            Tone::Grave => [0xf8, 0xdd, 0xdf],
        }
    }
}
