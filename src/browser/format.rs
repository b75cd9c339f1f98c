//! Moments as the reader's language writes them, by the browser's `Intl`.

use js_sys::{Date, Object, Reflect};
use wasm_bindgen::JsValue;

/// The moment now, as `2026-11-22T20:13:23.456Z`.
#[must_use]
pub fn now() -> String {
    Date::new_0().to_iso_string().into()
}

/// A moment in the reader's own zone: "22 November 2026 at 21:13".
#[inline(never)] // see super::hold
#[must_use]
pub fn moment(iso: &str, language: &str) -> String {
    let options = medium_date();
    let _ = Reflect::set(&options, &"timeStyle".into(), &"short".into());
    let date = Date::new(&JsValue::from_str(iso));
    date.to_locale_string(language, &options).into()
}

/// Today in the reader's own zone: "22 Nov 2026".
#[must_use]
pub fn today(language: &str) -> String {
    Date::new_0().to_locale_string(language, &medium_date()).into()
}

fn medium_date() -> Object {
    let options = Object::new();
    let _ = Reflect::set(&options, &"dateStyle".into(), &"medium".into());
    options
}
