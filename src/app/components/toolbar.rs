//! The tools of the open assessment, at hand on every page of it.

use leptos::prelude::*;

use super::super::{
    live::{flag, part, text},
    route::{Page, Route},
    state::{Status, use_state},
    words::t,
};
use crate::{domain::id::AssessmentId, text::Key};

/// Name, state of the stored copy, undo, redo, save as a file, report.
#[component]
pub fn Toolbar(id: AssessmentId) -> impl IntoView {
    let state = use_state();
    let name = text(move || state.name());
    let hub = Route::Assessment(id, Page::Hub).href();
    view! {
        <a class="toolbar-name" href=hub>{name}</a>
        <StatusView/>
        <div class="toolbar" role="group" aria-label=t(Key::ToolbarLabel)>
            <button
                type="button"
                class="button tool"
                aria-keyshortcuts="Control+Z"
                prop:disabled=flag(move || !state.can_undo())
                on:click=move |_| state.undo()
            >
                {t(Key::ToolbarUndo)}
            </button>
            <button
                type="button"
                class="button tool"
                aria-keyshortcuts="Control+Shift+Z"
                prop:disabled=flag(move || !state.can_redo())
                on:click=move |_| state.redo()
            >
                {t(Key::ToolbarRedo)}
            </button>
            <button type="button" class="button tool" on:click=move |_| state.save_report()>
                {t(Key::ToolbarReport)}
            </button>
            <button
                type="button"
                class="button tool primary"
                aria-keyshortcuts="Control+S"
                on:click=move |_| state.save_file()
            >
                {t(Key::ToolbarSave)}
            </button>
        </div>
    }
}

#[component]
fn StatusView() -> impl IntoView {
    let state = use_state();
    part(move || {
        let (class, word, hint) = match state.status.get() {
            Status::Saved => ("status", Key::StatusSaved, Key::StatusSavedHint),
            Status::Saving => ("status", Key::StatusSaving, Key::StatusSavedHint),
            Status::NotSaved(_) => ("status alarm", Key::StatusNotSaved, Key::StatusNotSavedHint),
            Status::MemoryOnly => ("status alarm", Key::StatusMemory, Key::StatusMemoryHint),
            Status::ReadOnly => ("status alarm", Key::StatusReadOnly, Key::StatusReadOnlyHint),
        };
        Some(view! { <span class=class title=t(hint)>{t(word)}</span> }.into_any())
    })
}
