//! The next cycle, begun from this one.

use leptos::prelude::*;

use super::{
    super::super::{
        components::{
            button::submit,
            field::{Frame, name_field, sent_name},
        },
        el::{El, el},
        live::{part, text},
        route::Page,
        state::{State, now},
        words::{fill, t},
    },
    snapshots::{full, is_full},
};
use crate::{
    browser::random,
    domain::{assessment::LONGEST_NAME, id::AssessmentId, snapshot::next_cycle},
    persist::document::Document,
    text::Key,
};

fn begin(state: State, name: String) {
    let Some(document) = state.document() else { return };
    let id = AssessmentId::from_random(random::bytes());
    let next = next_cycle(&document.assessment, id, name, now());
    state.keep(Document::new(next), Page::Hub);
}

/// What it is, and the form that begins it.
pub fn section(state: State) -> El {
    let kept = [Key::TimeNextKeeps, Key::TimeNextReview, Key::TimeNextDue, Key::TimeNextOld];
    let kept = kept.map(|key| el("li").text(t(key)).done());
    let room = Memo::new(move |_| !is_full(state));
    el("section")
        .class("next-cycle")
        .is("aria-labelledby", "next-cycle")
        .el(el("h2").is("id", "next-cycle").text(t(Key::TimeNext)))
        .el(el("p").text(t(Key::TimeNextLead)))
        .el(el("ul").children(kept))
        .child(part(move || Some(if room.get() { form(state) } else { full() }.done())))
}

fn form(state: State) -> El {
    let blank = RwSignal::new(false);
    let frame = Frame {
        id: "next",
        label: Key::TimeNextName,
        hint: None,
        error: Some((Key::RenameBlank, blank.into())),
    };
    let name = text(move || {
        let name = fill(Key::TimeNextDefault, &[("name", &state.name())]);
        name.chars().take(LONGEST_NAME).collect()
    });
    let sent = move |event| {
        if let Some(name) = sent_name(&event, blank) {
            begin(state, name);
        }
    };
    el("form")
        .class("inline-form")
        .is("novalidate", "")
        .on("submit", sent)
        .child(name_field(&frame, name))
        .el(submit(t(Key::TimeNextBegin)))
}
