//! The first page: what this is, begin an assessment, open a file, go on with a kept one.

use leptos::prelude::*;

use super::{
    super::{
        components::{
            button::submit,
            field::{Frame, name_field, sent_name},
            title::title,
        },
        el::{El, el},
        live::{part, text},
        screens::Screens,
        state::State,
        words::t,
    },
    failed::not_here,
};
use crate::text::Key;

/// The page.
pub fn home(state: State) -> Vec<El> {
    let (tone, keep) = if state.keeps() {
        ("notice", Key::HomeKeep)
    } else {
        ("notice warning", Key::StatusMemoryHint)
    };
    let card = |id: &'static str, heading: Key, content: AnyView| {
        el("section")
            .class("card")
            .is("aria-labelledby", id)
            .el(el("h2").is("id", id).text(t(heading)))
            .child(content)
    };
    let keep_title = el("strong").text(t(Key::HomeKeepTitle));
    vec![
        title(t(Key::HomeTitle)),
        el("p").class("lead").text(t(Key::HomeLead)),
        el("div").class("home").el(card("begin", Key::HomeBegin, begin(state))).el(card(
            "open",
            Key::HomeOpen,
            later(state, |screens| screens.open_file, true),
        )),
        el("div").child(later(state, |screens| screens.kept, false)),
        el("p").class(tone).el(keep_title).text(" ").text(t(keep)),
    ]
}

fn begin(state: State) -> AnyView {
    let blank = RwSignal::new(false);
    let frame = Frame {
        id: "name",
        label: Key::HomeName,
        hint: Some(Key::HomeNameHint),
        error: Some((Key::RenameBlank, blank.into())),
    };
    let sent = move |event| {
        if let Some(name) = sent_name(&event, blank) {
            state.create(&name);
        }
    };
    el("form")
        .is("novalidate", "")
        .on("submit", sent)
        .child(name_field(&frame, text(String::new)))
        .el(submit(t(Key::HomeCreate)))
        .done()
}

/// What the second part draws, once it is there; until then words in its place, if they are wanted.
fn later(state: State, find: fn(&Screens) -> fn(State) -> AnyView, tell: bool) -> AnyView {
    part(move || match state.screens.get() {
        Some(screens) => Some(untrack(|| find(screens)(state))),
        None => tell.then(|| not_here(state).done()),
    })
}
