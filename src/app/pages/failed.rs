//! Pages for addresses that lead nowhere, or not now, and what stands in place of what is still missing.

use super::super::{
    components::{
        button::{Look, button, button_link, buttons},
        title::title,
    },
    el::{El, el},
    live::text,
    messages::load_error,
    route::{Page, Route},
    state::State,
    words::{fill, t},
};
use crate::{
    domain::id::AssessmentId,
    persist::library::{Library, LoadError},
    text::Key,
};

/// An assessment that could not be opened: why, and what can be done about that.
pub fn failed(state: State, id: AssessmentId, error: &LoadError) -> Vec<El> {
    let mut tools = Vec::new();
    let mut home = Look::Primary;
    let mut reason = load_error(error);
    let mut hint = None;
    match error {
        LoadError::Read(_) => {
            hint = Some(el("p").text(t(Key::FailedHint)));
            let raw = button(Look::Plain, t(Key::HomeDownloadRaw), move || state.download_raw(&id));
            tools.push(raw);
        }
        LoadError::NotFound => {
            let deleted = state.with_library(Library::deleted).unwrap_or_default();
            if let Some(entry) = deleted.into_iter().find(|entry| entry.id == id) {
                t(Key::LoadDeleted).clone_into(&mut reason);
                let restore = move || state.restore(&entry.key);
                tools.push(button(Look::Primary, t(Key::HomeRestore), restore));
                home = Look::Plain;
            }
        }
        LoadError::Store(_) => {}
    }
    tools.push(button_link(home, t(Key::FailedHome), Route::Home.href()));
    let page = [title(t(Key::FailedTitle)), el("p").class("lead").string(reason)];
    page.into_iter().chain(hint).chain([buttons(tools)]).collect()
}

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
