//! A chart as SVG, inside a page or by itself.

use maud::{Markup, html};

use super::{
    contrast::hex,
    document::{Brand, Tone},
    drawing::{Anchor, Drawing, Ink, Shape, palette},
};

/// What a chart says to those who don't see it.
#[derive(Clone, Copy, Debug)]
pub struct Words<'a> {
    /// What the identifiers of its title and description begin with; one for each chart of a page.
    pub id: &'a str,
    /// What it is.
    pub title: &'a str,
    /// What it shows.
    pub description: &'a str,
}

/// Writes a chart; without words it is decoration, and what stands around it says the same. Each shape
/// has its colour and the class of its ink (`ink-accent`), so that a page may colour it anew.
#[must_use]
pub fn write(drawing: &Drawing, brand: &Brand, words: Option<Words<'_>>) -> Markup {
    let view = format!("0 0 {} {}", drawing.width.max(1), drawing.height.max(1));
    let (width, height) = (points(drawing.width), points(drawing.height));
    let shapes = html! { @for shape in &drawing.shapes { (draw(shape, brand)) } };
    let Some(Words { id, title, description }) = words else {
        return html! {
            svg xmlns="http://www.w3.org/2000/svg" viewBox=(view) width=(width) height=(height)
                aria-hidden="true" { (shapes) }
        };
    };
    let (title_id, description_id) = (format!("{id}-title"), format!("{id}-description"));
    html! {
        svg xmlns="http://www.w3.org/2000/svg" viewBox=(view) width=(width) height=(height)
            role="img" aria-labelledby=(title_id) aria-describedby=(description_id) {
            title id=(title_id) { (title) }
            desc id=(description_id) { (description) }
            (shapes)
        }
    }
}

/// Tenths of points as points.
fn points(tenths: i32) -> String {
    let tenths = tenths.max(1);
    format!("{}.{}pt", tenths / 10, tenths % 10)
}

fn draw(shape: &Shape, brand: &Brand) -> Markup {
    let colour = |ink: Ink| hex(palette::colour(ink, brand));
    let class = |ink: Ink| format!("ink-{}", name(ink));
    match shape {
        Shape::Rect { x, y, width, height, ink } => html! {
            rect x=(x) y=(y) width=((*width).max(0)) height=((*height).max(0))
                class=(class(*ink)) color=(colour(*ink)) fill="currentColor" {}
        },
        Shape::Line { points, thickness, ink, dashed } => html! {
            polyline points=(list(points)) fill="none" stroke="currentColor"
                stroke-width=((*thickness).max(0)) stroke-linejoin="round"
                stroke-dasharray=[dashed.then(|| dashes(*thickness))]
                class=(class(*ink)) color=(colour(*ink)) {}
        },
        Shape::Area { points, ink } => html! {
            polygon points=(list(points)) class=(class(*ink)) color=(colour(*ink)) fill="currentColor" {}
        },
        Shape::Dot { x, y, radius, ink } => html! {
            circle cx=(x) cy=(y) r=((*radius).max(0))
                class=(class(*ink)) color=(colour(*ink)) fill="currentColor" {}
        },
        Shape::Text { x, y, size, anchor, strong, ink, text } => {
            let anchor = match anchor {
                Anchor::Start => "start",
                Anchor::Middle => "middle",
                Anchor::End => "end",
            };
            html! {
                text x=(x) y=(y) font-size=((*size).max(0)) font-family="system-ui, sans-serif"
                    font-weight=[strong.then_some("600")] text-anchor=(anchor)
                    class=(class(*ink)) color=(colour(*ink)) fill="currentColor" { (text) }
            }
        }
    }
}

fn list(points: &[(i32, i32)]) -> String {
    let points: Vec<String> = points.iter().map(|(x, y)| format!("{x},{y}")).collect();
    points.join(" ")
}

fn dashes(thickness: i32) -> String {
    let thickness = thickness.max(1);
    format!("{} {}", thickness.saturating_mul(4), thickness.saturating_mul(3))
}

/// What an ink is called in the styles of a page.
#[must_use]
pub const fn name(ink: Ink) -> &'static str {
    match ink {
        Ink::Text => "text",
        Ink::Quiet => "quiet",
        Ink::Accent => "accent",
        Ink::Tint => "tint",
        Ink::Track => "track",
        Ink::Rule => "rule",
        Ink::Paper => "paper",
        Ink::Strong(Tone::Plain) => "strong-plain",
        Ink::Strong(Tone::Muted) => "strong-muted",
        Ink::Strong(Tone::Good) => "strong-good",
        Ink::Strong(Tone::Fair) => "strong-fair",
        Ink::Strong(Tone::Poor) => "strong-poor",
        Ink::Strong(Tone::Grave) => "strong-grave",
        Ink::Pale(Tone::Plain) => "pale-plain",
        Ink::Pale(Tone::Muted) => "pale-muted",
        Ink::Pale(Tone::Good) => "pale-good",
        Ink::Pale(Tone::Fair) => "pale-fair",
        Ink::Pale(Tone::Poor) => "pale-poor",
        Ink::Pale(Tone::Grave) => "pale-grave",
    }
}
