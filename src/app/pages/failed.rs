//! Pages for addresses that lead nowhere.

use super::super::{
    components::{
        button::{Look, button, button_link, buttons},
        title::title,
    },
    el::{El, el},
    route::Route,
    state::State,
    words::t,
};
use crate::{domain::id::AssessmentId, text::Key};

/// An assessment that could not be opened.
pub fn failed(state: State, id: AssessmentId, reason: String) -> Vec<El> {
    vec![
        title(t(Key::FailedTitle)),
        el("p").class("lead").string(reason),
        el("p").text(t(Key::FailedHint)),
        buttons([
            button_link(Look::Primary, t(Key::FailedHome), Route::Home.href()),
            button(Look::Plain, t(Key::HomeDownloadRaw), move || state.download_raw(&id)),
        ]),
    ]
}

/// An address that nobody knows.
pub fn nowhere() -> Vec<El> {
    vec![
        title(t(Key::NowhereTitle)),
        el("p").class("lead").text(t(Key::NowhereText)),
        buttons([button_link(Look::Primary, t(Key::FailedHome), Route::Home.href())]),
    ]
}
