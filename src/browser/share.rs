//! Handing a text on: by the clipboard, or by whatever the device shares with.

use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;

/// Whether the device has a way of its own to share links.
#[inline(never)] // see super::hold
#[must_use]
pub fn can_share() -> bool {
    navigator().is_some_and(|navigator| method(&navigator, "share").is_some())
}

/// Puts a text on the clipboard; false when the browser doesn't let a page do so.
pub async fn copy(text: &str) -> bool {
    match begin_copy(text) {
        Some(promise) => JsFuture::from(promise).await.is_ok(),
        None => false,
    }
}

/// Begins to put a text on the clipboard; `None` where the browser has none for this page.
#[inline(never)] // see super::hold
#[must_use]
pub fn begin_copy(text: &str) -> Option<Promise> {
    let clipboard = Reflect::get(&navigator()?, &"clipboard".into()).ok()?;
    call(&clipboard, "writeText", &text.into())
}

/// Opens the device's own way to share a link. Only in answer to a click; what the person does there is
/// the person's.
#[inline(never)] // see super::hold
#[must_use]
pub fn begin_share(title: &str, link: &str) -> Option<Promise> {
    let what = Object::new();
    Reflect::set(&what, &"title".into(), &title.into()).ok()?;
    Reflect::set(&what, &"url".into(), &link.into()).ok()?;
    let promise = call(&navigator()?, "share", &what)?;
    // Whoever closes it without sharing does so on purpose: it isn't an error to report.
    Some(Promise::all_settled(&Array::of1(&promise)))
}

fn navigator() -> Option<JsValue> {
    Some(super::window()?.navigator().into())
}

fn method(of: &JsValue, name: &str) -> Option<Function> {
    Reflect::get(of, &name.into()).ok()?.dyn_into().ok()
}

fn call(of: &JsValue, name: &str, value: &JsValue) -> Option<Promise> {
    method(of, name)?.call1(of, value).ok()?.dyn_into().ok()
}
