//! The note of an item.

use leptos::prelude::*;

use super::super::{
    live::{flag, text},
    state::use_state,
    words::t,
};
use crate::{
    domain::{action::Action, id::ItemId},
    text::Key,
};

/// A text field that is saved while the person types.
#[component]
pub fn NoteField(item: ItemId) -> impl IntoView {
    let state = use_state();
    let note = {
        let item = item.clone();
        text(move || state.answer(&item).note)
    };
    view! {
        <div class="field">
            <label for="note">{t(Key::NoteLabel)}</label>
            <p class="hint" id="note-hint">{t(Key::NoteHint)}</p>
            <textarea
                id="note"
                class="input"
                rows="4"
                aria-describedby="note-hint"
                prop:value=note
                prop:disabled=flag(move || state.read_only())
                on:input=move |event| {
                    state.dispatch(Action::Note(item.clone(), event_target_value(&event)));
                }
                on:blur=move |_| state.pause_typing()
            ></textarea>
        </div>
    }
}
