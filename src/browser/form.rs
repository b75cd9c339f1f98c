//! Reading a form that was sent, and focus and keys in a group of choices.

use wasm_bindgen::JsCast as _;
use web_sys::{Event, HtmlElement, HtmlInputElement, HtmlSelectElement, KeyboardEvent};

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

/// Lets keys choose in a group of large options, only while the focus is on one of them: a digit chooses
/// the level in its place, 0 the last option, which is no level, Enter the one with the focus. On what is chosen already, Enter does what it
/// does anywhere: it sends the form.
pub fn choose_by_key(event: &Event) {
    let Some(pressed) = event.dyn_ref::<KeyboardEvent>() else { return };
    if pressed.ctrl_key() || pressed.meta_key() || pressed.alt_key() {
        return;
    }
    let focused = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    let Some(focused) = focused.filter(|focused| focused.type_() == "radio") else { return };
    let key = pressed.key();
    let choice = if key == "Enter" {
        Some(focused).filter(|focused| !focused.checked())
    } else if matches!(key.as_bytes(), [b'0'..=b'9']) {
        let group = focused.closest("fieldset").ok().flatten();
        let place = match key.as_str() {
            "0" => ".option:last-of-type input".to_owned(),
            key => format!(".option:nth-of-type({key}):not(:last-of-type) input"),
        };
        let choice = group.and_then(|group| group.query_selector(&place).ok().flatten());
        choice.and_then(|choice| choice.dyn_into().ok())
    } else {
        None
    };
    if let Some(choice) = choice {
        event.prevent_default();
        let _ = choice.focus();
        choice.click();
    }
}

/// What stands in the field that an event comes from; `None` while it is incomplete, such as a date
/// without its year.
#[must_use]
pub fn entered(event: &Event) -> Option<String> {
    let field: HtmlInputElement = event.target()?.dyn_into().ok()?;
    (!field.validity().bad_input()).then(|| field.value())
}

/// Moves the focus to the text field with this id and selects all that stands in it.
#[inline(never)] // see super::hold
pub fn select(id: &str) {
    let field = super::document().and_then(|document| document.get_element_by_id(id));
    if let Some(field) = field.and_then(|field| field.dyn_into::<HtmlInputElement>().ok()) {
        let _ = field.focus();
        field.select();
    }
}

/// Chooses again what was chosen before in the list that an event comes from, for what the person chose
/// isn't possible.
#[inline(never)] // see super::hold
pub fn choose_again(event: &Event, value: &str) {
    let field = event.target().and_then(|target| target.dyn_into::<HtmlSelectElement>().ok());
    if let Some(field) = field {
        field.set_value(value);
    }
}
