//! Painting charts with the browser: the only place in the worker that draws.

use std::f64::consts::TAU;

use js_sys::{Array, ArrayBuffer, Uint8Array};
use plumbline::{
    export::pictures::Painter,
    report::{
        document::Brand,
        drawing::{Anchor, Drawing},
        picture::{self, Canvas, Picture, SCALE, Words},
    },
};
use wasm_bindgen::JsCast as _;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, OffscreenCanvas, OffscreenCanvasRenderingContext2d};

/// Fonts that look much the same, wherever the picture is made.
const FONTS: &str = "'Helvetica Neue', Helvetica, Arial, 'Liberation Sans', sans-serif";

/// Makes pictures on canvases that nobody sees.
pub struct Canvases;

impl Painter for Canvases {
    async fn paint(&self, drawing: &Drawing, brand: &Brand) -> Option<Picture> {
        let (width, height) = picture::size(drawing);
        // A browser may lack such canvases, or refuse one: the report then has words in its place.
        let canvas = OffscreenCanvas::new(width, height).ok()?;
        let context = canvas.get_context("2d").ok()??;
        let context: OffscreenCanvasRenderingContext2d = context.dyn_into().ok()?;
        context.scale(scale(), scale()).ok()?;
        picture::paint(drawing, brand, &mut Paper(context));
        let blob: Blob =
            JsFuture::from(canvas.convert_to_blob().ok()?).await.ok()?.dyn_into().ok()?;
        let bytes: ArrayBuffer = JsFuture::from(blob.array_buffer()).await.ok()?.dyn_into().ok()?;
        Some(Picture { png: Uint8Array::new(&bytes).to_vec(), width, height })
    }
}

#[allow(clippy::float_arithmetic, reason = "a canvas is scaled by a float")]
fn scale() -> f64 {
    let (pixels, units) = SCALE;
    f64::from(pixels) / f64::from(units)
}

/// A canvas, scaled to the units of drawings.
struct Paper(OffscreenCanvasRenderingContext2d);

impl Paper {
    fn trace(&self, points: &[(i32, i32)]) {
        self.0.begin_path();
        for (x, y) in points {
            // A path that nothing was added to begins where its first line leads.
            self.0.line_to(f64::from(*x), f64::from(*y));
        }
    }
}

impl Canvas for Paper {
    fn area(&mut self, corners: &[(i32, i32)], colour: &str) {
        self.trace(corners);
        self.0.set_fill_style_str(colour);
        self.0.fill();
    }

    fn line(&mut self, points: &[(i32, i32)], thickness: i32, dashed: bool, colour: &str) {
        self.trace(points);
        let width = f64::from(thickness);
        let dash = f64::from(thickness.saturating_mul(3));
        let pattern = if dashed { Array::of2(&dash.into(), &dash.into()) } else { Array::new() };
        let _ = self.0.set_line_dash(&pattern);
        self.0.set_line_width(width);
        self.0.set_stroke_style_str(colour);
        self.0.stroke();
    }

    fn dot(&mut self, (x, y): (i32, i32), radius: i32, colour: &str) {
        self.0.begin_path();
        let _ = self.0.arc(f64::from(x), f64::from(y), f64::from(radius.max(0)), 0.0, TAU);
        self.0.set_fill_style_str(colour);
        self.0.fill();
    }

    fn words(&mut self, (x, y): (i32, i32), words: &Words<'_>, colour: &str) {
        let Words { text, size, anchor, strong } = *words;
        let weight = if strong { "bold " } else { "" };
        self.0.set_font(&format!("{weight}{size}px {FONTS}"));
        self.0.set_text_align(match anchor {
            Anchor::Start => "left",
            Anchor::Middle => "center",
            Anchor::End => "right",
        });
        self.0.set_fill_style_str(colour);
        let _ = self.0.fill_text(text, f64::from(x), f64::from(y));
    }
}
