//! The list of messages, and the place where screen readers hear announcements.

use std::time::Duration;

use leptos::prelude::*;

use super::{
    super::{
        el::{El, el},
        live::{follow, part, text, when_drawn},
        messages::{Message, Tone},
        state::State,
        words::t,
    },
    button::{Look, button},
};
use crate::{browser::page, text::Key};

/// All messages that are shown.
pub fn messages(state: State) -> AnyView {
    let messages = state.messages;
    follow(move || {
        messages.shown.with(|_| ());
        when_drawn(page::note_foot);
    });
    let announcement = text(move || messages.announcement.get());
    let shown = part(move || {
        let shown = messages.shown.get().into_iter();
        let views: Vec<AnyView> =
            shown.map(|(number, message)| message_view(state, number, message).done()).collect();
        Some(views.into_any())
    });
    let region = el("div")
        .class("messages")
        .is("role", "region")
        .is("aria-live", "polite")
        .is("aria-label", t(Key::MessagesLabel))
        .child(shown);
    let speaker = el("div").class("visually-hidden").is("role", "status").live(announcement);
    vec![speaker.done(), region.done()].into_any()
}

/// How long a message stays that only says that something worked.
const SUCCESS_STAYS: Duration = Duration::from_secs(12);

/// Closes a message after a while, but not while the person points at it or has the focus there.
fn close_later(state: State, number: u32) {
    let close = move || {
        if page::attends_messages() {
            close_later(state, number);
        } else {
            state.messages.close(number);
        }
    };
    set_timeout(close, SUCCESS_STAYS);
}

fn message_view(state: State, number: u32, message: Message) -> El {
    let Message { tone, text, details, offers, .. } = message;
    if tone == Tone::Success && offers.is_empty() {
        close_later(state, number);
    }
    let (class, word) = match tone {
        Tone::Success => ("notice success", t(Key::MessagesSuccess)),
        Tone::Warning => ("notice warning", t(Key::MessagesWarning)),
    };
    let first = el("p").el(el("strong").class("notice-tone").text(word)).text(" ").string(text);
    let mut words = el("div").class("notice-text").el(first);
    if !details.is_empty() {
        let lines = details.into_iter().map(|line| el("li").string(line).done());
        let summary = el("summary").text(t(Key::MessagesDetails));
        words = words.el(el("details").el(summary).el(el("ul").children(lines)));
    }
    let mut notice = el("div").class(class).el(words);
    for offer in offers {
        notice = notice.el(button(Look::Quiet, offer.label(), move || state.take_up(&offer)));
    }
    notice.el(button(Look::Quiet, t(Key::MessagesClose), move || state.messages.close(number)))
}
