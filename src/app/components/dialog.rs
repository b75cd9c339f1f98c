//! A modal dialog: the browser's own, which traps the focus, closes on Escape and gives the focus
//! back.

use leptos::prelude::*;

use super::super::{
    el::{El, el},
    live::{part, when_drawn},
    words::t,
};
use crate::{browser::page, text::Key};

/// A dialog that is there as long as `open` is true; `draw` says what is in it.
pub fn dialog(open: RwSignal<bool>, title: Key, draw: impl Fn() -> El + Send + 'static) -> AnyView {
    part(move || {
        if !open.get() {
            // While it is still there, so that the focus goes back to where it came from.
            page::close_dialog();
            return None;
        }
        // Only once it is drawn can it be shown.
        when_drawn(page::show_dialog);
        let heading = el("h2").text(t(title));
        let dialog = el("dialog")
            .class("dialog")
            .is("aria-label", t(title))
            .on("close", move |_| open.set(false))
            .el(heading)
            .el(draw());
        Some(dialog.done())
    })
}
