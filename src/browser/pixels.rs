//! The points of what is shown: of a picture, or of a video at this moment.

use js_sys::ArrayBuffer;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::HtmlCanvasElement;

use super::{
    dynamic::{call, get, number_in, object, set},
    worker::{number, text},
};

/// Points, four bytes each, row by row.
#[derive(Clone, Debug)]
pub struct Points {
    /// How many there are in a row.
    pub width: u32,
    /// All of them.
    pub bytes: ArrayBuffer,
}

/// What can be drawn: a picture that was read, or a video.
#[derive(Clone, Debug)]
pub struct Drawable(pub(super) JsValue);

impl Drawable {
    /// How wide and high it is; `None` while it shows nothing.
    #[must_use]
    pub fn size(&self) -> Option<(u32, u32)> {
        let one = |of_picture, of_video| match number_in(&self.0, of_video) {
            0 => number_in(&self.0, of_picture),
            length => length,
        };
        let size = (one("naturalWidth", "videoWidth"), one("naturalHeight", "videoHeight"));
        (size.0 > 0 && size.1 > 0).then_some(size)
    }

    /// Its points, with no side longer than `longest`; `None` when the browser doesn't give them.
    #[must_use]
    pub fn points(&self, longest: u32) -> Option<Points> {
        let (width, height) = self.size()?;
        let (width, height) = super::picture::scaled(width, height, longest, false);
        let canvas = super::document()?.create_element("canvas").ok()?;
        let canvas: HtmlCanvasElement = canvas.dyn_into().ok()?;
        canvas.set_width(width);
        canvas.set_height(height);
        // The points are for the program and not for the screen.
        let read = object("willReadFrequently", &JsValue::TRUE);
        let context = call(&canvas, "getContext", &[&text("2d"), &read]).ok()?;
        let [zero, wide, high] = [0, width, height].map(number);
        // What can be seen through is on paper.
        set(&context, "fillStyle", &text("white"));
        call(&context, "fillRect", &[&zero, &zero, &wide, &high]).ok()?;
        call(&context, "drawImage", &[&self.0, &zero, &zero, &wide, &high]).ok()?;
        let data = call(&context, "getImageData", &[&zero, &zero, &wide, &high]).ok()?;
        let bytes = get(&get(&data, "data")?, "buffer")?.dyn_into().ok()?;
        Some(Points { width, bytes })
    }
}
