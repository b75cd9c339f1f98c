//! Saving the assessment as a file that is locked with a password.

use leptos::{prelude::*, task::spawn_local};

use super::{
    super::{
        components::{button::submit, field::Frame},
        el::{El, el},
        live::{text, when_drawn},
        messages::Message,
        state::State,
        words::{fill, t},
    },
    unlock::recipe,
};
use crate::{
    browser::{digest, lock, page, random},
    persist::{
        document::{Document, WriteError},
        library::{Access, SaveError},
        locked::{Locked, PasswordFault, ROUNDS, check_password},
    },
    text::Key,
};

/// The ids of the fields.
const ONCE: &str = "lock-password";
const AGAIN: &str = "lock-again";

/// What was typed, and what is wrong with it.
#[derive(Clone, Copy)]
struct Typed {
    once: RwSignal<String>,
    again: RwSignal<String>,
    short: RwSignal<bool>,
    different: RwSignal<bool>,
    busy: RwSignal<bool>,
}

/// The part of the page.
pub fn section(state: State) -> El {
    let content =
        if digest::works() { form(state) } else { el("p").class("hint").text(t(Key::LockMissing)) };
    el("section")
        .class("lock")
        .is("aria-labelledby", "lock")
        .el(el("h2").is("id", "lock").text(t(Key::LockTitle)))
        .el(el("p").class("hint").text(t(Key::LockLead)))
        .el(content)
}

fn form(state: State) -> El {
    let typed = Typed {
        once: RwSignal::new(String::new()),
        again: RwSignal::new(String::new()),
        short: RwSignal::new(false),
        different: RwSignal::new(false),
        busy: RwSignal::new(false),
    };
    let field = |id, label, hint, value: RwSignal<String>, error| {
        let frame = Frame { id, label, hint, error: Some(error) };
        let input = frame
            .field("input")
            .is("type", "password")
            .is("autocomplete", "new-password")
            .value(value.into())
            .on("input", move |event| value.set(event_target_value(&event)));
        frame.around(input)
    };
    let short = (Key::LockShort, typed.short.into());
    let different = (Key::LockDifferent, typed.different.into());
    let told =
        text(move || if typed.busy.get() { t(Key::LockBusy).to_owned() } else { String::new() });
    let send = move |event: web_sys::Event| {
        event.prevent_default();
        if !typed.busy.get_untracked() {
            typed.send(state);
        }
    };
    el("form")
        .is("novalidate", "")
        .on("submit", send)
        .child(field(ONCE, Key::LockPassword, Some(Key::LockHint), typed.once, short))
        .child(field(AGAIN, Key::LockAgain, None, typed.again, different))
        .el(el("p").class("notice warning").text(t(Key::LockWarning)))
        .el(el("div").class("buttons").el(submit(t(Key::LockSave))))
        .el(el("p").class("hint").is("role", "status").live(told))
}

impl Typed {
    fn send(self, state: State) {
        let (once, again) = (self.once.get_untracked(), self.again.get_untracked());
        let fault = check_password(&once, &again).err();
        self.short.set(fault == Some(PasswordFault::Short));
        self.different.set(fault == Some(PasswordFault::Different));
        match fault {
            Some(PasswordFault::Short) => return when_drawn(|| page::focus(ONCE)),
            Some(PasswordFault::Different) => return when_drawn(|| page::focus(AGAIN)),
            None => {}
        }
        if state.access() == Access::Newer {
            return state.messages.tell(Message::warning(t(Key::StatusReadOnlyHint)));
        }
        state.flush();
        let Some((document, text)) =
            state.document().and_then(|document| state.outgoing(&document))
        else {
            return;
        };
        self.busy.set(true);
        spawn_local(async move {
            match locked(&once, &text).await {
                Ok(file) => {
                    self.once.try_set(String::new());
                    self.again.try_set(String::new());
                    hand_over(state, &document, &file);
                }
                Err(Some(error)) => {
                    state.messages.tell(Message::from_save_error(&SaveError::Write(error)));
                }
                Err(None) => state.messages.tell(Message::warning(t(Key::LockFailed))),
            }
            self.busy.try_set(false);
        });
    }
}

/// The text of a locked file, which was unlocked again to see that it can be. Where it can't be written
/// the error says why; nothing is said where the browser failed.
async fn locked(password: &str, text: &str) -> Result<String, Option<WriteError>> {
    let [salt, more] = [random::secure(), random::secure()];
    let salt = salt.ok_or(None)?;
    let nonce = more.as_ref().and_then(|more| more.first_chunk()).copied().ok_or(None)?;
    let mut file = Locked { rounds: ROUNDS, salt, nonce, content: Vec::new() };
    let recipe = recipe(&file);
    file.content = lock::lock(password, &recipe, text.as_bytes()).await.map_err(|_| None)?;
    let written = file.write().map_err(Some)?;
    let read = Locked::read(&written).map_err(|_| None)?;
    let plain = lock::unlock(password, &recipe, &read.content).await.map_err(|_| None)?;
    if read == file && plain == text.as_bytes() { Ok(written) } else { Err(None) }
}

fn hand_over(state: State, document: &Document, file: &str) {
    let name = document.file_name("locked.json");
    if state.hand_over(&name, "application/json", file) {
        state.is_filed(document);
        let told = fill(Key::LockSaved, &[("name", &name)]);
        state.messages.tell(Message::success(told));
    }
}
