//! The page of an assessment that could not be opened.

use super::super::{
    components::{
        button::{Look, button, button_link, buttons},
        title::title,
    },
    el::{El, el},
    messages::load_error,
    route::Route,
    state::State,
    words::t,
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
        LoadError::Read(_) | LoadError::Corrupt => {
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
