//! A text to be copied: in a field, with a button, for not every browser lets pages copy.

use leptos::{prelude::*, task::spawn_local};

use super::super::super::{
    components::button::{Look, button},
    el::{El, el},
    live::text,
    words::t,
};
use crate::{browser::clipboard, text::Key};

/// The field below its label, the button, and what became of it.
pub fn copied(id: &'static str, label: &'static str, value: String) -> El {
    let told = RwSignal::new(None::<Key>);
    let content = value.clone();
    let copy = move || {
        let content = content.clone();
        told.set(None);
        spawn_local(async move {
            let done = clipboard::copy(&content).await;
            if !done {
                clipboard::select(id);
            }
            // The person may have left the page.
            let key = if done { Key::WorkshopHubCopied } else { Key::WorkshopHubCopyYourself };
            let _ = told.try_set(Some(key));
        });
    };
    let field = el("input").is("id", id).class("input").is("readonly", "").attr("value", value);
    el("div")
        .class("field copied")
        .el(el("label").is("for", id).text(label))
        .el(field)
        .el(button(Look::Plain, t(Key::WorkshopHubCopy), copy)
            .attr("aria-label", format!("{} {label}", t(Key::WorkshopHubCopy))))
        .el(el("p")
            .class("hint")
            .is("role", "status")
            .live(text(move || told.get().map(t).unwrap_or_default().to_owned())))
}
