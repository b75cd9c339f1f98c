//! The note of an item.

use leptos::prelude::*;

use super::{
    super::{live::text, state::State},
    field::{Frame, text_area},
};
use crate::{
    domain::{action::Action, id::ItemId},
    text::Key,
};

/// A text field that is saved while the person types.
pub fn note_field(state: State, item: ItemId) -> AnyView {
    let frame = Frame { id: "note", label: Key::NoteLabel, hint: Some(Key::NoteHint), error: None };
    let note = {
        let item = item.clone();
        text(move || state.answer(&item).note)
    };
    text_area(
        &frame,
        note,
        state.read_only.into(),
        move |note| state.type_in(Action::Note(item.clone(), note)),
        move || state.pause_typing(),
    )
}
