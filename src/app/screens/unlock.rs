//! Asking for the password of a locked file.

use std::sync::Arc;

use leptos::{prelude::*, task::spawn_local};

use super::{
    super::{
        components::{
            button::{Look, button, buttons, submit},
            dialog::dialog,
            field::Frame,
        },
        el::el,
        live::{text, when_drawn},
        messages::Message,
        state::State,
        words::t,
    },
    incoming::{Arrival, Unread},
};
use crate::{
    browser::{
        form,
        lock::{self, LockError, Recipe},
        page,
    },
    persist::locked::Locked,
    text::Key,
};

/// The id of the field.
const FIELD: &str = "unlock-password";

/// A locked file that waits for its password.
#[derive(Clone, Copy)]
pub struct Waiting {
    file: RwSignal<Option<Arc<Locked>>>,
    asking: RwSignal<bool>,
}

impl Waiting {
    /// Nothing waits.
    pub fn new() -> Self {
        Self { file: RwSignal::new(None), asking: RwSignal::new(false) }
    }

    /// Asks for the password of this file.
    pub fn ask(self, file: Locked) {
        self.file.set(Some(Arc::new(file)));
        self.asking.set(true);
    }
}

/// What a file was locked with.
pub fn recipe(locked: &Locked) -> Recipe {
    let Locked { rounds, salt, nonce, .. } = *locked;
    Recipe { rounds, salt, nonce, head: locked.head() }
}

/// The dialog; `got` gets what was in the file.
pub fn unlock(state: State, waiting: Waiting, got: Arc<dyn Fn(Arrival) + Send + Sync>) -> AnyView {
    let Waiting { file, asking } = waiting;
    dialog(asking, Key::LockAskTitle, move || {
        let wrong = RwSignal::new(false);
        let busy = RwSignal::new(false);
        let error = Some((Key::LockWrong, wrong.into()));
        let frame = Frame { id: FIELD, label: Key::LockPassword, hint: None, error };
        let got = got.clone();
        let send = move |event: web_sys::Event| {
            event.prevent_default();
            let password = form::first_value(&event);
            let Some(file) = file.get_untracked() else { return };
            if password.is_empty() || busy.get_untracked() {
                return;
            }
            busy.set(true);
            let got = got.clone();
            spawn_local(async move {
                let plain = lock::unlock(&password, &recipe(&file), &file.content).await;
                // The person may have left the page.
                busy.try_set(false);
                if asking.try_get_untracked() != Some(true) {
                    return;
                }
                if plain == Err(LockError::Refused) {
                    wrong.set(true);
                    return when_drawn(|| page::focus(FIELD));
                }
                asking.set(false);
                match read(state, plain) {
                    Ok(arrival) => got(arrival),
                    Err(reason) => state.messages.tell(Message::warning(reason)),
                }
            });
        };
        let field =
            frame.field("input").is("type", "password").is("autocomplete", "current-password");
        let told =
            text(move || if busy.get() { t(Key::LockOpening).to_owned() } else { String::new() });
        let cancel = button(Look::Plain, t(Key::DialogCancel), move || asking.set(false));
        el("form")
            .is("novalidate", "")
            .on("submit", send)
            .el(el("p").text(t(Key::LockAsk)))
            .child(frame.around(field))
            .el(el("p").class("hint").is("role", "status").live(told))
            .el(buttons([submit(t(Key::LockOpen)), cancel]))
    })
}

fn read(state: State, plain: Result<Vec<u8>, LockError>) -> Result<Arrival, String> {
    let plain = plain.map_err(|_| t(Key::LockMissing).to_owned())?;
    let plain = String::from_utf8(plain).map_err(|_| t(Key::LockDamaged).to_owned())?;
    state.read_text(&plain).map_err(Unread::words)
}
