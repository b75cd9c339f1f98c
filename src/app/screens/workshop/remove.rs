//! Deleting a workshop: it is asked first, for nothing brings it back but its file.

use leptos::prelude::*;

use super::{
    super::super::{
        components::{
            button::{Look, button, button_for, buttons},
            dialog::dialog,
        },
        el::{El, el},
        messages::Message,
        route::{Route, Workshops},
        state::State,
        words::{fill, t},
    },
    words::save_file,
};
use crate::{
    browser::location,
    domain::workshop::Workshop,
    persist::{keys, library::Library},
    text::Key,
};

/// The button, and the question that it asks. `name` is what the person knows it by.
pub fn deleting(state: State, session: String, name: &str) -> (El, AnyView) {
    let sure = RwSignal::new(false);
    let about = name.to_owned();
    let question = dialog(sure, Key::WorkshopListDeleteTitle, move || {
        let words = fill(Key::WorkshopListDeleteText, &[("name", &about)]);
        let (saved, gone, called) = (session.clone(), session.clone(), about.clone());
        let save = button(Look::Plain, t(Key::WorkshopListSaveFirst), move || save(state, &saved));
        let delete = button(Look::Danger, t(Key::WorkshopListDeleteConfirm), move || {
            sure.set(false);
            delete(state, &gone, &called);
        });
        // So that Enter destroys nothing.
        let cancel = button(Look::Plain, t(Key::DialogCancel), move || sure.set(false));
        el("div")
            .el(el("p").string(words))
            .el(el("p").text(t(Key::WorkshopListDeleteFor)))
            .el(buttons([delete, save, cancel.is("autofocus", "")]))
    });
    (button_for(Look::Danger, t(Key::KeptDelete), name, move || sure.set(true)), question)
}

fn delete(state: State, session: &str, name: &str) {
    match state.with_library(|library, _| library.workshops().remove(session)) {
        Ok(()) => {
            let told = Message::success(fill(Key::WorkshopListDeleted, &[("name", name)]));
            if location::fragment() == Workshops::All.to_string() {
                state.messages.tell(told);
            } else {
                state.messages.tell_there(told);
                location::go(&Route::Workshops(Workshops::All).to_string());
            }
        }
        Err(error) => state.messages.tell(Message::from_store_error(error)),
    }
    state.workshops_changed();
    // What had the focus may be gone with its row.
    state.shelf_changed();
}

/// Gives a kept workshop to the person: as a file, or, when it can't be read, as it is.
pub fn save(state: State, session: &str) {
    let found = state.with_library(|library, pack| library.workshops().load(pack, session));
    match found {
        Ok(Some(Ok(opened))) if opened.left_aside.is_empty() => {
            save_file(state, &opened.workshop);
        }
        Ok(Some(_)) => raw(state, session),
        Ok(None) => state.messages.tell(Message::warning(t(Key::WorkshopMissing))),
        Err(error) => state.messages.tell(Message::from_store_error(error)),
    }
}

/// Gives the kept text of a workshop to the person as it is.
pub fn raw(state: State, session: &str) {
    let key = format!("{}{session}", keys::WORKSHOP);
    match state.with_library(|library, _| Library::text_under(library, &key)) {
        Ok(Some(text)) => {
            state.hand_over(&format!("{key}.json"), "application/json", &text);
        }
        Ok(None) => state.messages.tell(Message::warning(t(Key::WorkshopMissing))),
        Err(error) => state.messages.tell(Message::from_store_error(error)),
    }
}

/// What a workshop is called and how many of its groups are in.
pub fn groups_in(workshop: &Workshop) -> usize {
    let mut groups: Vec<u16> = workshop.collected.all().map(|(_, group, _)| group).collect();
    groups.sort_unstable();
    groups.dedup();
    groups.len()
}
