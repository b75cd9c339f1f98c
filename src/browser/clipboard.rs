//! Putting a text where the person can paste it from.

use js_sys::{Promise, Reflect};
use wasm_bindgen::JsCast as _;
use wasm_bindgen_futures::JsFuture;
use web_sys::HtmlInputElement;

/// Copies a text; false when the browser didn't let it.
pub async fn copy(text: &str) -> bool {
    match begin(text) {
        Some(copied) => JsFuture::from(copied).await.is_ok(),
        None => false,
    }
}

/// Begins to copy a text; `None` where the browser has no clipboard for pages, as without https.
#[inline(never)] // see super::hold
#[must_use]
pub fn begin(text: &str) -> Option<Promise> {
    let navigator = super::window()?.navigator();
    let there = Reflect::get(&navigator, &"clipboard".into()).ok()?.is_object();
    there.then(|| navigator.clipboard().write_text(text))
}

/// Moves the focus to the field with this id and selects what stands in it, for the person to copy.
pub fn select(id: &str) {
    let field = super::document().and_then(|document| document.get_element_by_id(id));
    if let Some(field) = field.and_then(|field| field.dyn_into::<HtmlInputElement>().ok()) {
        let _ = field.focus();
        field.select();
    }
}
