//! Readiness for the audit: how far, what is in the way, and the way there on a calendar.

mod blockers;
mod days;
mod path;

use leptos::prelude::*;

use super::{
    super::{
        components::{button::Look, title::title, views::views},
        el::{El, el},
        live::part,
        route::Page,
        state::State,
        words::t,
    },
    outlook::outlook,
    work_tasks::ask_all,
};
use crate::{
    domain::{id::AssessmentId, readiness::Level},
    text::{Key, readiness::level_text},
};

/// The page.
pub fn readiness(state: State, id: &AssessmentId) -> Vec<El> {
    let outlook = outlook(state);
    let level = Memo::new(move |_| {
        outlook.with(|outlook| {
            let readiness = outlook.as_ref()?.readiness.as_ref();
            Some(readiness.map(|readiness| readiness.level))
        })
    });
    let verdict = part(move || {
        Some(match level.get()? {
            Some(level) => verdict(level).done(),
            None => not_judged(state).done(),
        })
    });
    vec![
        views(id, &Page::Readiness),
        title(t(Key::ViewsReadiness)),
        el("div").child(verdict),
        el("div").child(blockers::blockers(state, id.clone(), outlook)),
        path::section(state, outlook),
        days::section(state),
    ]
}

fn verdict(level: Level) -> El {
    let (words, means) = level_text(level);
    el("div")
        .el(el("p").class("verdict").text(t(words)))
        .el(el("p").class("measure-text").text(t(means)))
        .el(el("p").class("hint").text(t(Key::ReadinessBasis)))
}

fn not_judged(state: State) -> El {
    let able = (!state.read_only.get_untracked()).then(|| ask_all(Look::Primary, state).done());
    el("div")
        .el(el("p").class("verdict").text(t(Key::ReadinessUnjudged)))
        .el(el("p").class("measure-text").text(t(Key::ReadinessUnjudgedMeans)))
        .el(el("div").class("buttons").children(able))
}
