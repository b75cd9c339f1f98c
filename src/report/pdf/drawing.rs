//! Draws charts.

use krilla::{
    geom::{Path, PathBuilder},
    num::NormalizedF32,
    paint::{LineCap, LineJoin, Stroke, StrokeDash},
};

use super::{
    edge::{point, points, rect},
    lines::in_one_line,
    paint::Pen,
    style::{Length, Style},
};
use crate::report::drawing::{Anchor, Drawing, Ink, Shape};

/// How far the control points of a quarter of a circle are from its ends, in thousandths of its radius.
const ROUND: Length = 552;

/// Where a drawing stands and how much smaller it is made.
#[derive(Clone, Copy)]
struct Scale {
    left: Length,
    top: Length,
    width: Length,
    natural: Length,
}

impl Scale {
    fn length(self, length: i32) -> Length {
        Length::from(length) * self.width / self.natural
    }

    fn place(self, x: i32, y: i32) -> (Length, Length) {
        (self.left + self.length(x), self.top + self.length(y))
    }
}

/// Draws a chart as wide as it is told.
pub fn draw(pen: &mut Pen<'_, '_>, drawing: &Drawing, place: (Length, Length), width: Length) {
    let natural = Length::from(drawing.width.max(1));
    let scale = Scale { left: place.0, top: place.1, width, natural };
    for shape in &drawing.shapes {
        draw_shape(pen, shape, scale);
    }
}

fn draw_shape(pen: &mut Pen<'_, '_>, shape: &Shape, scale: Scale) {
    match shape {
        Shape::Rect { x, y, width, height, ink } => {
            let (left, top) = scale.place(*x, *y);
            let mut path = PathBuilder::new();
            if let Some(area) = rect(left, top, scale.length(*width), scale.length(*height)) {
                path.push_rect(area);
            }
            fill(pen, path.finish(), *ink);
        }
        Shape::Area { points, ink } => fill(pen, outline(points, scale, true), *ink),
        Shape::Dot { x, y, radius, ink } => {
            let (x, y) = scale.place(*x, *y);
            fill(pen, disc(x, y, scale.length(*radius)), *ink);
        }
        Shape::Line { points: places, thickness, ink, dashed } => {
            let Some(path) = outline(places, scale, false) else { return };
            let thickness = scale.length(*thickness);
            let dash = || {
                let dash = points(thickness * 3);
                StrokeDash { array: vec![dash, dash], offset: 0.0 }
            };
            let stroke = Stroke {
                paint: pen.colour(*ink).into(),
                width: points(thickness),
                miter_limit: 10.0,
                line_cap: LineCap::Butt,
                line_join: LineJoin::Miter,
                opacity: NormalizedF32::ONE,
                dash: dashed.then(dash),
            };
            pen.surface.set_fill(None);
            pen.surface.set_stroke(Some(stroke));
            pen.surface.draw_path(&path);
        }
        Shape::Text { x, y, size, anchor, strong, ink, text } => {
            let size = scale.length(*size);
            let style = Style { size, leading: size, strong: *strong, ink: *ink };
            // The blank keeps labels apart for those who copy them.
            let text = format!("{} ", in_one_line(text));
            let width = pen.fonts.width(text.trim_end(), style);
            let (x, y) = scale.place(*x, *y);
            let begins = match anchor {
                Anchor::Start => x,
                Anchor::Middle => x - width / 2,
                Anchor::End => x - width,
            };
            pen.words(begins, y, style, &text);
        }
    }
}

fn fill(pen: &mut Pen<'_, '_>, path: Option<Path>, ink: Ink) {
    if let Some(path) = path {
        pen.ink(ink);
        pen.surface.draw_path(&path);
    }
}

fn outline(places: &[(i32, i32)], scale: Scale, closed: bool) -> Option<Path> {
    let mut path = PathBuilder::new();
    for (number, (x, y)) in places.iter().enumerate() {
        let (x, y) = scale.place(*x, *y);
        let (x, y) = (points(x), points(y));
        if number == 0 { path.move_to(x, y) } else { path.line_to(x, y) }
    }
    if closed {
        path.close();
    }
    path.finish()
}

fn disc(x: Length, y: Length, radius: Length) -> Option<Path> {
    let bend = radius * ROUND / 1000;
    let mut path = PathBuilder::new();
    let start = point(x + radius, y);
    path.move_to(start.x, start.y);
    let quarters = [
        [(radius, bend), (bend, radius), (0, radius)],
        [(-bend, radius), (-radius, bend), (-radius, 0)],
        [(-radius, -bend), (-bend, -radius), (0, -radius)],
        [(bend, -radius), (radius, -bend), (radius, 0)],
    ];
    for quarter in quarters {
        let [one, two, end] = quarter.map(|(right, down)| point(x + right, y + down));
        path.cubic_to(one.x, one.y, two.x, two.y, end.x, end.y);
    }
    path.close();
    path.finish()
}
