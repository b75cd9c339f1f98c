//! On a computer that others use too: nothing is kept, if the person wishes so.

use leptos::{prelude::*, task::spawn_local};

use super::your_data::{erase_all, section};
use crate::{
    app::{
        components::{
            button::{Look, button, buttons},
            dialog::dialog,
        },
        el::{El, el},
        messages::Message,
        state::State,
        words::{fill, t},
    },
    browser::{
        location,
        storage::{keep_again, keep_nothing, keeps_nothing},
    },
    text::Key,
};

/// The part of *Your data* about it.
pub fn section_of(state: State) -> El {
    let words = el("p").class("measure-text").text(t(Key::SharedText));
    let section = section("shared", Key::SharedTitle).el(words);
    if keeps_nothing() {
        let again = button(Look::Plain, t(Key::SharedOff), move || match keep_again() {
            Ok(()) => location::reload(),
            Err(error) => state.messages.tell(Message::from_store_error(error)),
        });
        section.el(buttons([again]))
    } else if state.keeps() {
        let asking = RwSignal::new(false);
        let ask = button(Look::Danger, t(Key::SharedAsk), move || asking.set(true));
        section.el(buttons([ask])).child(question(state, asking))
    } else {
        section.el(el("p").class("empty").text(t(Key::SharedRefused)))
    }
}

/// What is here goes first: the next one at this computer must not find it.
fn question(state: State, asking: RwSignal<bool>) -> AnyView {
    dialog(asking, Key::SharedQuestion, move || {
        let go = button(Look::Danger, t(Key::SharedConfirm), move || {
            asking.set(false);
            spawn_local(begin(state));
        });
        let cancel = button(Look::Plain, t(Key::DialogCancel), move || asking.set(false))
            .is("autofocus", "");
        el("div").el(el("p").text(t(Key::SharedQuestionText))).el(buttons([go, cancel]))
    })
}

async fn begin(state: State) {
    let left = erase_all(state).await;
    state.shelf_changed();
    match left.map(|left| left.join(", ")) {
        Ok(left) if left.is_empty() => match keep_nothing() {
            Ok(()) => location::reload(),
            Err(error) => state.messages.tell(Message::from_store_error(error)),
        },
        Ok(left) => state.messages.tell(Message::warning(fill(Key::DataLeft, &[("names", &left)]))),
        Err(reason) => state.messages.tell(Message::warning(reason)),
    }
}
