//! The second copy of what is kept: compared when the page comes, written after each save.

use leptos::{prelude::*, task::spawn_local};

use super::{
    super::{
        keep::Status,
        messages::{Message, Offer},
        state::State,
        words::{fill, t},
    },
    turns,
};
use crate::{
    browser::second,
    domain::id::AssessmentId,
    persist::{document::VERSION, library::SaveError},
    text::Key,
};

/// Compares both copies and brings both to the newest whole state, before anything is opened.
pub async fn begin(state: State) {
    if state.keeps() {
        if let Ok(copies) = second::read(false).await {
            let found = state.with_library(|library, pack| {
                library.note_format(VERSION);
                library.begin_second();
                library.reconcile(pack, &copies).unwrap_or_default()
            });
            let tell = |ids: &[AssessmentId], key| {
                if !ids.is_empty() {
                    let words = fill(key, &[("names", &names(state, ids))]);
                    state.messages.tell(Message::warning(words));
                    state.shelf_changed();
                }
            };
            tell(&found.back, Key::CopyBack);
            tell(&found.mended, Key::CopyMended);
            copy(state, None);
        } else {
            state.with_library(|library, _| library.end_second());
            if state.with_library(|library, _| library.keeps_any()) {
                tell_failure(state);
            }
            state.second_failed.set(true);
        }
    }
    turns::begin(state);
}

/// What these are called.
fn names(state: State, ids: &[AssessmentId]) -> String {
    let name = |id: &AssessmentId| {
        let loaded = state.with_library(|library, pack| library.load(pack, id)).ok();
        let name = loaded.map(|(open, _)| open.document.assessment.name);
        format!("“{}”", name.unwrap_or_else(|| id.to_string()))
    };
    ids.iter().map(name).collect::<Vec<_>>().join(", ")
}

/// Gives the second copy what waits for it. The error is why storage didn't take the last change, which
/// the person is told only if the second copy doesn't take it either.
pub fn copy(state: State, error: Option<SaveError>) {
    let open = state.open_id();
    if let Some(error) = error {
        let waits = |id: &AssessmentId| {
            state.with_library(|library, _| library.is_alone(id) && library.is_waiting(id))
        };
        if !open.as_ref().is_some_and(waits) {
            return state.is_not_saved(error);
        }
        state.status.set(Status::Saving);
        state.denied.set_value(open.map(|id| (id, error)));
    }
    if state.copying.get_value() {
        return;
    }
    state.copying.set_value(true);
    spawn_local(async move {
        while give(state).await {}
        state.copying.set_value(false);
    });
}

/// Gives it what waits now; whether there may be more.
async fn give(state: State) -> bool {
    let due = state.with_library(|library, _| library.due());
    if due.is_empty() {
        return false;
    }
    let texts = due.iter().map(|(id, text)| (id.as_str(), text.as_deref()));
    let is_taken = second::write(texts).await.is_ok();
    state.with_library(|library, _| {
        if is_taken {
            library.taken_by_second(&due);
        } else {
            library.refused_by_second(due);
        }
    });
    state.second_failed.set(!is_taken);
    state.copied.notify();
    let denied = state.denied.try_update_value(Option::take).flatten();
    // What was closed since is in a file.
    let denied = denied.filter(|(id, _)| state.open_id().as_ref() == Some(id));
    let waits = |id: &AssessmentId| state.with_library(|library, _| library.is_waiting(id));
    match denied {
        // What it took was an earlier state.
        Some((id, error)) if is_taken && waits(&id) => state.denied.set_value(Some((id, error))),
        Some(_) if is_taken => is_kept_once(state),
        Some((_, error)) => state.is_not_saved(error),
        None if !is_taken => tell_failure(state),
        None => {}
    }
    is_taken
}

/// The second copy alone has what is on the screen.
fn is_kept_once(state: State) {
    let Some(id) = state.open_id().filter(|_| !state.is_planned()) else { return };
    let message = Message { unkept: true, ..Message::warning(t(Key::CopyOnly)) };
    let message = Message { offers: vec![Offer::SaveFile], ..message };
    let is_told = |shown: &Vec<(u32, Message)>| shown.iter().any(|(_, told)| *told == message);
    if !state.messages.shown.with_untracked(is_told) {
        state.messages.close_unkept();
        state.messages.tell(message);
    }
    state.is_taken(Some(&id));
    state.status.set(Status::SecondOnly);
}

/// Once on each page: what is stored is stored, but only once.
fn tell_failure(state: State) {
    if !state.second_told.get_value() {
        state.second_told.set_value(true);
        state.messages.tell(Message::warning(t(Key::CopyFailed)));
    }
}
