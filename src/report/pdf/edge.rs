//! Where whole numbers become the floats that a PDF is written with.

use krilla::geom::{Point, Rect};

use super::style::Length;

/// A share of something.
#[allow(
    clippy::float_arithmetic,
    clippy::cast_precision_loss,
    reason = "the library takes floats, and lengths on a page are far below their precision"
)]
pub fn ratio(part: Length, whole: Length) -> f32 {
    part as f32 / whole as f32
}

/// A length in points.
pub fn points(length: Length) -> f32 {
    ratio(length, 1000)
}

/// A place on a page.
pub fn point(x: Length, y: Length) -> Point {
    Point::from_xy(points(x), points(y))
}

/// A rectangle on a page; `None` without width or height.
pub fn rect(x: Length, y: Length, width: Length, height: Length) -> Option<Rect> {
    if width <= 0 || height <= 0 {
        return None;
    }
    Rect::from_xywh(points(x), points(y), points(width), points(height))
}
