//! Reading QR codes where the browser does it by itself (`BarcodeDetector`): Chromium on phones, Chromebooks
//! and Macs.

use js_sys::Array;
use wasm_bindgen::JsValue;

use super::{
    dynamic::{ask, get, list, make, object},
    pixels::Drawable,
    window,
    worker::text,
};

/// The name of it in the window, and of the only kind of code that is looked for.
const DETECTOR: &str = "BarcodeDetector";
const KIND: &str = "qr_code";

/// The browser's own reader of QR codes.
#[derive(Clone, Debug)]
pub struct Detector(JsValue);

/// The browser's own reader; `None` where it has none, or none for QR codes.
pub async fn detector() -> Option<Detector> {
    let kind = get(window()?.as_ref(), DETECTOR)?;
    let known = Array::from(&ask(&kind, "getSupportedFormats", &[]).await.ok()?);
    if !known.iter().any(|known| known.as_string().as_deref() == Some(KIND)) {
        return None;
    }
    let options = object("formats", &list(&[&text(KIND)]));
    make(DETECTOR, &options).map(Detector)
}

impl Detector {
    /// The texts of all QR codes in a picture; `None` when it fails.
    pub async fn texts(&self, picture: &Drawable) -> Option<Vec<String>> {
        let found = Array::from(&ask(&self.0, "detect", &[&picture.0]).await.ok()?);
        Some(found.iter().filter_map(|code| get(&code, "rawValue")?.as_string()).collect())
    }
}
