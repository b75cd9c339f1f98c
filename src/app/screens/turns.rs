//! Which tab writes the open assessment: the one that holds it, until another takes over
//! (docs/decisions/0030).

use leptos::task::spawn_local;

use super::{
    super::{
        messages::{Message, Offer},
        state::State,
        words::t,
    },
    open::take_theirs,
};
use crate::{
    browser::tabs::{self, Turn},
    domain::id::AssessmentId,
    persist::library::{Access, SaveError},
    text::Key,
};

/// Listens to what becomes of the wish to write, for the life of the page.
pub fn begin(state: State) {
    spawn_local(async move {
        while let Some((turn, name)) = tabs::turn().await {
            if let Some(id) = state.open_id().filter(|id| id.as_str() == name) {
                act(state, turn, &id);
            }
        }
    });
}

/// Wishes to write this, and nothing else.
pub fn hold(state: State, id: Option<&AssessmentId>) {
    match id.filter(|_| state.keeps()) {
        Some(id) => tabs::hold(id.as_str()),
        None => tabs::leave(),
    }
}

/// Asks the tab that writes the open assessment to let go.
pub fn take_over(state: State) {
    if let Some(id) = state.open_id() {
        tabs::take(id.as_str());
    }
}

fn act(state: State, turn: Turn, id: &AssessmentId) {
    match (turn, state.access()) {
        (Turn::Writes, Access::Follows) => {
            state.messages.close_offering(&Offer::TakeOver);
            state.set_access(Access::Writes);
            if state.is_unsaved() {
                // Whether that undoes another tab's work is found out then.
                state.flush();
            } else {
                take_theirs(state, id);
                state.messages.close_successes();
                state.messages.tell(Message::success(t(Key::CopyTookOver)));
            }
        }
        (Turn::Follows | Turn::Asked | Turn::Lost, Access::Writes) => {
            state.flush();
            state.set_access(Access::Follows);
            state.messages.tell(Message::read_only(Access::Follows));
            if state.is_unsaved() {
                state.is_not_saved(SaveError::TakenOver);
            }
            if turn == Turn::Asked {
                tabs::hold(id.as_str());
            }
        }
        _ => {}
    }
}
