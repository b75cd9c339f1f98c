//! Pages for addresses that lead nowhere, or not now, and what stands in place of what is still missing.

use super::super::{
    components::{
        button::{Look, button_link, buttons},
        title::title,
    },
    el::{El, el},
    live::text,
    route::{Page, Route},
    state::State,
    words::{fill, t},
};
use crate::{domain::id::AssessmentId, text::Key};

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
    vec![title(t(Key::LaterTitle)), not_here(state)]
}

/// Says in place of what comes later that it is coming, or that it didn't.
pub fn not_here(state: State) -> El {
    el("p").class("quiet").live(text(move || t(state.later()).to_owned()))
}

/// An address that nobody knows.
pub fn nowhere() -> Vec<El> {
    vec![
        title(t(Key::NowhereTitle)),
        el("p").class("lead").text(t(Key::NowhereText)),
        buttons([button_link(Look::Primary, t(Key::FailedHome), Route::Home.href())]),
    ]
}
