//! The worker that reads QR codes: hears pictures from the page, has `plumbline::persist::workshop::scan`
//! look at them, and answers with their texts. `start.js` stands in front of it.

use js_sys::{Array, ArrayBuffer, Uint8Array};
use plumbline::persist::workshop::scan;
use wasm_bindgen::{JsCast as _, JsValue, closure::Closure};
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

/// Bytes of a point as a canvas gives it: red, green, blue, and how opaque it is.
const POINT: usize = 4;

fn main() {
    let hear = Closure::<dyn FnMut(MessageEvent)>::new(|event: MessageEvent| {
        let texts = texts(&event.data());
        // It can't fail: it is plain data.
        let told = serde_json::to_string(&texts).unwrap_or_default();
        let _ = scope().post_message(&Array::of1(&told.into()));
    });
    scope().set_onmessage(Some(hear.as_ref().unchecked_ref()));
    hear.forget();
}

fn scope() -> DedicatedWorkerGlobalScope {
    js_sys::global().unchecked_into()
}

/// The texts in a picture: its width as a text, and its points.
fn texts(message: &JsValue) -> Vec<String> {
    let parts: &Array = message.unchecked_ref();
    let width = parts.get(0).as_string().and_then(|width| width.parse().ok()).unwrap_or_default();
    let Ok(points) = parts.get(1).dyn_into::<ArrayBuffer>() else { return Vec::new() };
    let points = Uint8Array::new(&points).to_vec();
    let brightness: Vec<u8> = points.chunks_exact(POINT).map(brightness).collect();
    scan::texts(width, &brightness)
}

/// How bright a point is, by the weights of Rec. 601.
fn brightness(point: &[u8]) -> u8 {
    let [red, green, blue, _] = *point else { return 0 };
    let sum = u32::from(red) * 77 + u32::from(green) * 150 + u32::from(blue) * 29;
    u8::try_from(sum >> 8).unwrap_or(u8::MAX)
}
