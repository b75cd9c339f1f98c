//! Charts of a report as drawings, in whole numbers. What a colour tells, a shape or a letter tells too.

pub mod bars;
pub mod burn;
pub mod fit;
pub mod heat;
pub mod matrix;
pub mod path;
pub mod span;

use super::drawing::{Anchor, Ink, Shape};

/// How wide a chart is that fills a page: 482 points.
pub const WIDTH: i32 = 4820;

/// A line of words that begins at its place.
fn text(x: i32, y: i32, size: i32, ink: Ink, words: impl Into<String>) -> Shape {
    Shape::Text { x, y, size, anchor: Anchor::Start, strong: false, ink, text: words.into() }
}

/// The same with another part of it at its place.
fn at(anchor: Anchor, shape: Shape) -> Shape {
    match shape {
        Shape::Text { x, y, size, strong, ink, text, .. } => {
            Shape::Text { x, y, size, anchor, strong, ink, text }
        }
        other => other,
    }
}

/// The same, standing out.
fn bold(shape: Shape) -> Shape {
    match shape {
        Shape::Text { x, y, size, anchor, ink, text, .. } => {
            Shape::Text { x, y, size, anchor, strong: true, ink, text }
        }
        other => other,
    }
}

const fn rect(x: i32, y: i32, width: i32, height: i32, ink: Ink) -> Shape {
    Shape::Rect { x, y, width, height, ink }
}

/// The outline of a rectangle.
fn frame(x: i32, y: i32, width: i32, height: i32, ink: Ink) -> Shape {
    let (right, bottom) = (x + width, y + height);
    let points = vec![(x, y), (right, y), (right, bottom), (x, bottom), (x, y)];
    Shape::Line { points, thickness: 5, ink, dashed: false }
}

fn line(from: (i32, i32), to: (i32, i32), thickness: i32, ink: Ink) -> Shape {
    Shape::Line { points: vec![from, to], thickness, ink, dashed: false }
}
