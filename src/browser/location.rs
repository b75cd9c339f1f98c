//! The fragment of the page's address, in which the app keeps where it is.

use wasm_bindgen::JsValue;
use web_sys::ScrollRestoration;

/// What stands behind the `#`, decoded by nobody yet; empty when nothing does.
#[must_use]
pub fn fragment() -> String {
    super::window()
        .and_then(|window| window.location().hash().ok())
        .map(|hash| hash.trim_start_matches('#').to_owned())
        .unwrap_or_default()
}

/// Goes to a fragment, as following a link does.
pub fn go(fragment: &str) {
    if let Some(window) = super::window() {
        let _ = window.location().set_hash(fragment);
    }
}

/// Loads the page anew.
pub fn reload() {
    if let Some(window) = super::window() {
        let _ = window.location().reload();
    }
}

/// Which visit of the history the page is at: 0 for one that [`number_visit`] hasn't numbered.
#[must_use]
pub fn visit() -> u32 {
    let state = super::window().and_then(|window| window.history().ok()?.state().ok());
    let number = state.and_then(|state| state.as_string());
    number.and_then(|number| number.parse().ok()).unwrap_or_default()
}

/// Numbers the visit that the page is at; the browser leaves scrolling to the page from now on.
pub fn number_visit(number: u32) {
    let Some(history) = super::window().and_then(|window| window.history().ok()) else { return };
    let _ = history.set_scroll_restoration(ScrollRestoration::Manual);
    let _ = history.replace_state(&JsValue::from_str(&number.to_string()), "");
}
