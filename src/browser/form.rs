//! Reading a form that was sent, and the focus in a group of choices.

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

/// Moves the focus to the first choice of the group that an event happened in.
pub fn focus_first_choice(event: &Event) {
    let target = event.target().and_then(|target| target.dyn_into::<HtmlElement>().ok());
    let group = target.and_then(|target| target.closest("fieldset").ok().flatten());
    let choice = group.and_then(|group| group.query_selector("input").ok().flatten());
    if let Some(choice) = choice.and_then(|choice| choice.dyn_into::<HtmlElement>().ok()) {
        let _ = choice.focus();
    }
}
