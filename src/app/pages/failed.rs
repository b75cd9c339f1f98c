//! Pages for addresses that lead nowhere, or not now, and what stands in place of what is still missing.

use leptos::prelude::*;

use super::super::{
    components::{
        button::{Look, button, button_link, buttons},
        title::title,
    },
    el::{El, el},
    live::{flag, text},
    route::{Page, Route},
    state::State,
    words::{fill, t},
};
use crate::{browser::location, domain::id::AssessmentId, text::Key};

/// The open assessment has changes that would be lost if another were opened now.
pub fn waiting(state: State, open: AssessmentId) -> Vec<El> {
    let back = Route::Assessment(open, Page::Hub).href();
    vec![
        title(t(Key::WaitingTitle)),
        el("p").class("lead").string(fill(Key::WaitingText, &[("name", &state.name())])),
        buttons([
            button_link(Look::Primary, t(Key::WaitingBack), back),
            button_link(Look::Plain, t(Key::FailedHome), Route::Home.href()),
        ]),
    ]
}

/// A page that hasn't arrived yet.
pub fn coming(state: State) -> Vec<El> {
    let words = move || {
        let missing = state.later_failed.get() && state.screens.with(Option::is_none);
        t(if missing { Key::LaterFailedTitle } else { Key::LaterTitle }).to_owned()
    };
    vec![title(text(words)), not_here(state)]
}

/// Says in place of what comes later that it is coming, or that it didn't and how to try again.
pub fn not_here(state: State) -> El {
    let words = el("p").class("quiet").live(text(move || t(state.later()).to_owned()));
    let again = button(Look::Plain, t(Key::LaterReload), location::reload);
    el("div").el(words).el(again.absent(flag(move || !state.later_failed.get())))
}

/// An address that nobody knows.
pub fn nowhere() -> Vec<El> {
    vec![
        title(t(Key::NowhereTitle)),
        el("p").class("lead").text(t(Key::NowhereText)),
        buttons([button_link(Look::Primary, t(Key::FailedHome), Route::Home.href())]),
    ]
}
