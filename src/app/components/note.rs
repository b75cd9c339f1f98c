//! The note of an item.

use leptos::prelude::*;

use super::super::{state::use_state, words::t};
use crate::{
    domain::{action::Action, id::ItemId},
    text::Key,
};

/// A text field that is saved while the person types.
#[component]
pub fn NoteField(item: ItemId) -> impl IntoView {
    let state = use_state();
    let item = StoredValue::new(item);
    let note = Memo::new(move |_| item.with_value(|item| state.answer(item).note));
    view! {
        <div class="field">
            <label for="note">{t(Key::NoteLabel)}</label>
            <p class="hint" id="note-hint">{t(Key::NoteHint)}</p>
            <textarea
                id="note"
                class="input"
                rows="4"
                aria-describedby="note-hint"
                prop:value=move || note.get()
                prop:disabled=move || state.read_only()
                on:input=move |event| {
                    state.dispatch(Action::Note(item.get_value(), event_target_value(&event)));
                }
                on:blur=move |_| state.pause_typing()
            ></textarea>
        </div>
    }
}
