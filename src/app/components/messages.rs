//! The list of messages, and the place where screen readers hear announcements.

use leptos::prelude::*;

use super::super::{
    live::part,
    messages::{Message, Tone},
    state::use_state,
    words::t,
};
use crate::text::Key;

/// All messages that are shown.
#[component]
pub fn MessageList() -> impl IntoView {
    let state = use_state();
    let messages = state.messages;
    view! {
        <div class="visually-hidden" role="status">{messages.announcement}</div>
        <div class="messages" role="region" aria-live="polite" aria-label=t(Key::MessagesLabel)>
            {part(move || {
                let shown = messages.shown.get().into_iter();
                let views = shown.map(|(number, message)| view! { <MessageView number message/> });
                Some(views.collect_view().into_any())
            })}
        </div>
    }
}

#[component]
fn MessageView(number: u32, message: Message) -> impl IntoView {
    let state = use_state();
    let Message { tone, text, details, restore } = message;
    let (class, word) = match tone {
        Tone::Success => ("notice success", t(Key::MessagesSuccess)),
        Tone::Warning => ("notice warning", t(Key::MessagesWarning)),
    };
    let details = (!details.is_empty()).then(|| {
        let lines = details.into_iter().map(|line| view! { <li>{line}</li> }).collect_view();
        view! {
            <details><summary>{t(Key::MessagesDetails)}</summary><ul>{lines}</ul></details>
        }
    });
    let undo = restore.map(|id| {
        let undo = move |_| {
            state.restore(&id);
            state.messages.close(number);
        };
        view! { <button type="button" class="button quiet-button" on:click=undo>{t(Key::HomeRestoreNow)}</button> }
    });
    view! {
        <div class=class>
            <div class="notice-text">
                <p><strong class="notice-tone">{word}</strong> " " {text}</p>
                {details}
            </div>
            {undo}
            <button
                type="button"
                class="button quiet-button"
                on:click=move |_| state.messages.close(number)
            >
                {t(Key::MessagesClose)}
            </button>
        </div>
    }
}
