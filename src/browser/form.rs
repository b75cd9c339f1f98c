//! Reading a form that was sent.

use wasm_bindgen::JsCast as _;
use web_sys::{Event, HtmlElement, HtmlInputElement};

/// What stands in the first text field of the form; when it is blank, the field gets the focus.
#[must_use]
pub fn first_value(event: &Event) -> String {
    let form = event.target().and_then(|form| form.dyn_into::<HtmlElement>().ok());
    let field = form.and_then(|form| form.query_selector("input").ok().flatten());
    let Some(field) = field.and_then(|field| field.dyn_into::<HtmlInputElement>().ok()) else {
        return String::new();
    };
    let value = field.value();
    if value.trim().is_empty() {
        let _ = field.focus();
    }
    value
}
