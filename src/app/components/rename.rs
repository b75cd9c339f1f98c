//! The dialog that gives an assessment another name.

use std::sync::Arc;

use leptos::prelude::*;

use super::{
    super::{el::el, words::t},
    button::{Look, button, buttons},
    dialog::dialog,
    field::{Frame, name_field, sent_name},
};
use crate::text::Key;

/// Asks for a name of the assessment while `open` is true, and calls `on_rename` with one that isn't
/// blank.
pub fn rename(
    open: RwSignal<bool>,
    name: Signal<String>,
    on_rename: impl Fn(String) + Send + Sync + 'static,
) -> AnyView {
    rename_as([Key::RenameTitle, Key::HomeName], open, name, Arc::new(on_rename))
}

/// The same for anything that has a name; `words` are the title of the dialog and the label of the
/// field.
pub fn rename_as(
    words: [Key; 2],
    open: RwSignal<bool>,
    name: Signal<String>,
    on_rename: Arc<dyn Fn(String) + Send + Sync>,
) -> AnyView {
    let [title, label] = words;
    dialog(open, title, move || {
        let blank = RwSignal::new(false);
        let error = Some((Key::RenameBlank, blank.into()));
        let frame = Frame { id: "rename", label, hint: None, error };
        let on_rename = on_rename.clone();
        let submit = move |event: web_sys::Event| {
            if let Some(name) = sent_name(&event, blank) {
                open.set(false);
                on_rename(name);
            }
        };
        let cancel = button(Look::Plain, t(Key::DialogCancel), move || open.set(false));
        el("form")
            .is("novalidate", "")
            .on("submit", submit)
            .child(name_field(&frame, name))
            .el(buttons([super::button::submit(t(Key::RenameSave)), cancel]))
    })
}
