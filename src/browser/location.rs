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

/// The address of the app, for people to enter it: without what stands after `#`.
#[must_use]
pub fn address() -> String {
    let href = super::window().and_then(|window| window.location().href().ok()).unwrap_or_default();
    href.split('#').next().unwrap_or_default().to_owned()
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

/// What the visit of the history that the page is at was called; `None` when it is a new one.
#[must_use]
pub fn visit() -> Option<String> {
    super::window()?.history().ok()?.state().ok()?.as_string()
}

/// Gives the visit that the page is at a name. The browser leaves scrolling to the page from now on.
pub fn name_visit(name: &str) {
    let Some(history) = super::window().and_then(|window| window.history().ok()) else { return };
    let _ = history.set_scroll_restoration(ScrollRestoration::Manual);
    let _ = history.replace_state(&JsValue::from_str(name), "");
}
