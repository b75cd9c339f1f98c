//! Charts as pictures, for formats that hold no shapes. Here is what is to be painted and how large
//! the picture is; a port of the browser paints it.

use super::{
    document::{Block, Brand, Document, Figure},
    drawing::{Anchor, Drawing, Ink, Shape, palette::colour},
};

/// A painted chart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// As PNG.
    pub png: Vec<u8>,
    /// How wide it is, in pixels.
    pub width: u32,
    /// How high it is, in pixels.
    pub height: u32,
}

/// How many pixels lie along a unit of a [`Drawing`], as numerator and denominator: three times as
/// many as on a screen, where there are 96 to the inch. A canvas is scaled by this before [`paint`].
pub const SCALE: (u32, u32) = (4, 10);

/// Something that paints. Places count from the left and from the top, in units of the drawing;
/// colours are written as in `#1b2429`.
pub trait Canvas {
    /// Fills a closed outline.
    fn area(&mut self, corners: &[(i32, i32)], colour: &str);
    /// Draws a line through points, broken into dashes or not.
    fn line(&mut self, points: &[(i32, i32)], thickness: i32, dashed: bool, colour: &str);
    /// Fills a disc around a point.
    fn dot(&mut self, centre: (i32, i32), radius: i32, colour: &str);
    /// Writes a line of words, whose letters stand at a point.
    fn words(&mut self, at: (i32, i32), words: &Words<'_>, colour: &str);
}

/// A line of words that is painted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Words<'a> {
    /// The words.
    pub text: &'a str,
    /// The size of their letters.
    pub size: i32,
    /// The part of them that stands at their point.
    pub anchor: Anchor,
    /// Whether they stand out.
    pub strong: bool,
}

/// The charts of a document, in its order: a picture of each goes with it to its writer.
pub fn figures(document: &Document) -> impl Iterator<Item = &Figure> {
    let blocks = document.sections.iter().flat_map(|section| &section.blocks);
    blocks.filter_map(|block| match block {
        Block::Figure(figure) => Some(figure),
        _ => None,
    })
}

/// Width and height of the picture of a chart, in pixels, neither of them 0.
#[must_use]
pub fn size(drawing: &Drawing) -> (u32, u32) {
    (pixels(drawing.width), pixels(drawing.height))
}

fn pixels(units: i32) -> u32 {
    let (pixels, units_for_them) = SCALE;
    units.max(1).unsigned_abs().saturating_mul(pixels).div_ceil(units_for_them)
}

/// Paints a chart on white paper.
pub fn paint(drawing: &Drawing, brand: &Brand, canvas: &mut impl Canvas) {
    let paper = rectangle(0, 0, drawing.width, drawing.height);
    canvas.area(&paper, &hex(colour(Ink::Paper, brand)));
    let ink = |ink: &Ink| hex(colour(*ink, brand));
    for shape in &drawing.shapes {
        match shape {
            Shape::Rect { x, y, width, height, ink: with } => {
                canvas.area(&rectangle(*x, *y, *width, *height), &ink(with));
            }
            Shape::Line { points, thickness, ink: with, dashed } => {
                canvas.line(points, *thickness, *dashed, &ink(with));
            }
            Shape::Area { points, ink: with } => canvas.area(points, &ink(with)),
            Shape::Dot { x, y, radius, ink: with } => canvas.dot((*x, *y), *radius, &ink(with)),
            Shape::Text { x, y, size, anchor, strong, ink: with, text } => {
                let words = Words { text, size: *size, anchor: *anchor, strong: *strong };
                canvas.words((*x, *y), &words, &ink(with));
            }
        }
    }
}

fn rectangle(x: i32, y: i32, width: i32, height: i32) -> [(i32, i32); 4] {
    let (right, below) = (x.saturating_add(width), y.saturating_add(height));
    [(x, y), (right, y), (right, below), (x, below)]
}

/// `#1b2429`.
#[must_use]
pub fn hex([red, green, blue]: [u8; 3]) -> String {
    format!("#{red:02x}{green:02x}{blue:02x}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::document::Tone;

    /// Writes down what it is asked to paint.
    #[derive(Default)]
    struct Record(Vec<String>);

    impl Canvas for Record {
        fn area(&mut self, corners: &[(i32, i32)], colour: &str) {
            self.0.push(format!("area {corners:?} {colour}"));
        }
        fn line(&mut self, points: &[(i32, i32)], thickness: i32, dashed: bool, colour: &str) {
            self.0.push(format!("line {points:?} {thickness} {dashed} {colour}"));
        }
        fn dot(&mut self, centre: (i32, i32), radius: i32, colour: &str) {
            self.0.push(format!("dot {centre:?} {radius} {colour}"));
        }
        fn words(&mut self, at: (i32, i32), words: &Words<'_>, colour: &str) {
            self.0.push(format!("words {at:?} {:?} {} {colour}", words.text, words.size));
        }
    }

    #[test]
    fn shapes_are_painted_from_the_lowest_to_the_highest() {
        let drawing = Drawing {
            width: 100,
            height: 50,
            shapes: vec![
                Shape::Rect { x: 10, y: 20, width: 30, height: 5, ink: Ink::Accent },
                Shape::Line {
                    points: vec![(0, 0), (9, 9)],
                    thickness: 5,
                    ink: Ink::Rule,
                    dashed: true,
                },
                Shape::Area { points: vec![(0, 0), (1, 0), (0, 1)], ink: Ink::Pale(Tone::Good) },
                Shape::Dot { x: 3, y: 4, radius: 2, ink: Ink::Strong(Tone::Grave) },
                Shape::Text {
                    x: 5,
                    y: 6,
                    size: 80,
                    anchor: Anchor::Middle,
                    strong: false,
                    ink: Ink::Text,
                    text: "62 %".into(),
                },
            ],
        };
        let brand = Brand { accent: [0x0b, 0x5c, 0x6b], ..Brand::default() };
        let mut record = Record::default();
        paint(&drawing, &brand, &mut record);
        let expected = [
            "area [(0, 0), (100, 0), (100, 50), (0, 50)] #ffffff",
            "area [(10, 20), (40, 20), (40, 25), (10, 25)] #0b5c6b",
            "line [(0, 0), (9, 9)] 5 true #c9d1d5",
            "area [(0, 0), (1, 0), (0, 1)] #e0f2e8",
            "dot (3, 4) 2 #a8222d",
            "words (5, 6) \"62 %\" 80 #1b2429",
        ];
        assert_eq!(record.0, expected);
    }

    #[test]
    fn a_picture_has_three_times_the_pixels_of_a_screen() {
        let size = |width, height| size(&Drawing { width, height, shapes: Vec::new() });
        // 4,800 tenths of a point are 480 points or 640 pixels of a screen.
        assert_eq!(size(4_800, 1), (1_920, 1));
        assert_eq!(size(0, -5), (1, 1));
    }
}
