//! Fields for text, with label, hint and error where a reader and a screen reader look for them.

use leptos::prelude::*;

use super::super::{
    el::{El, el},
    live::{flag, text},
    words::t,
};
use crate::{browser::form, text::Key};

/// What stands around a field.
pub struct Frame {
    /// The field's id.
    pub id: &'static str,
    /// What to enter.
    pub label: Key,
    /// What helps to enter it.
    pub hint: Option<Key>,
    /// What can be wrong, shown while the signal is true.
    pub error: Option<(Key, Signal<bool>)>,
}

impl Frame {
    /// The field with label, hint and error.
    pub fn around(&self, field: El) -> AnyView {
        let Self { id, label, hint, error } = *self;
        let mut frame = el("div").class("field").el(el("label").is("for", id).text(t(label)));
        if let Some(hint) = hint {
            frame = frame.el(el("p").class("hint").attr("id", format!("{id}-hint")).text(t(hint)));
        }
        if let Some((error, wrong)) = error {
            let right = flag(move || !wrong.get());
            let id = format!("{id}-error");
            frame =
                frame.el(el("p").class("field-error").attr("id", id).absent(right).text(t(error)));
        }
        frame.el(field).done()
    }

    /// An element that is the field itself: `input`, `select`, `textarea`.
    pub fn field(&self, tag: &'static str) -> El {
        el(tag)
            .is("id", self.id)
            .class("input")
            .attr_maybe("aria-describedby", self.described_by())
            .attr_live("aria-invalid", self.invalid())
    }

    fn described_by(&self) -> Option<String> {
        let Self { id, hint, error, .. } = self;
        match (hint, error) {
            (None, None) => None,
            (Some(_), None) => Some(format!("{id}-hint")),
            (None, Some(_)) => Some(format!("{id}-error")),
            (Some(_), Some(_)) => Some(format!("{id}-hint {id}-error")),
        }
    }

    fn invalid(&self) -> Signal<String> {
        let wrong = self.error.map(|(_, wrong)| wrong);
        text(move || wrong.is_some_and(|wrong| wrong.get()).to_string())
    }
}

/// A name: one line, read when the form is sent.
pub fn name_field(frame: &Frame, value: Signal<String>) -> AnyView {
    let field = frame.field("input").is("maxlength", "120").is("autocomplete", "off").value(value);
    frame.around(field)
}

/// The name in a form that was sent; `None` and an error beside the field when it is blank.
pub fn sent_name(event: &web_sys::Event, blank: RwSignal<bool>) -> Option<String> {
    event.prevent_default();
    let name = form::first_value(event);
    blank.set(name.trim().is_empty());
    (!blank.get_untracked()).then(|| name.trim().to_owned())
}

/// A text of several lines. `on_input` gets it with every change, `on_leave` is called when the
/// person has gone elsewhere.
pub fn text_area(
    frame: &Frame,
    value: Signal<String>,
    disabled: Signal<bool>,
    on_input: impl Fn(String) + 'static,
    on_leave: impl Fn() + 'static,
) -> AnyView {
    let field = frame
        .field("textarea")
        .is("rows", "3")
        .value(value)
        .flag("disabled", disabled)
        .on("input", move |event| on_input(event_target_value(&event)))
        .on("blur", move |_| on_leave());
    frame.around(field)
}
