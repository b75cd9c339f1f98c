//! The first page: what this is, for whom, and the ways to begin.

use leptos::prelude::*;

use super::{
    super::{
        components::{
            button::{Look, button},
            field::{Frame, name_field, sent_name},
            title::title,
        },
        el::{El, el},
        live::{part, text},
        screens::Screens,
        state::{State, now},
        words::{fill, moment, t, today},
    },
    failed::not_here,
};
use crate::{domain::selection::Selection, text::Key};

/// The page.
pub fn home(state: State) -> Vec<El> {
    let (tone, short, keep) = if state.keeps() {
        ("notice", Key::HomeKeepShort, Key::HomeKeep)
    } else {
        ("notice warning", Key::StatusMemory, Key::StatusMemoryHint)
    };
    // Its room is kept, so that nothing moves when it comes.
    let resume = state
        .with_library(|library, _| library.keeps_any())
        .then(|| el("div").class("resume").child(later(state, |screens| screens.resume, false)));
    let look = if resume.is_some() { Look::Plain } else { Look::Primary };
    let keep_title = el("strong").text(t(Key::HomeKeepTitle));
    let mut page = vec![
        title(t(Key::HomeTitle)),
        el("p").class("lead").text(t(Key::HomeLead)),
        el("p").class("home-keep").text(t(short)),
    ];
    page.extend(resume);
    page.extend([
        el("div").class("home").el(quick_check(state, look)).el(full_analysis(state)),
        el("p").class(tone).el(keep_title).text(" ").text(t(keep)),
        el("div").class("room").child(later(state, |screens| screens.kept, true)),
    ]);
    page
}

/// A way to begin: what it is called, how much it asks and how long it takes, what it is for.
fn way(state: State, id: &'static str, [name, facts, words]: [Key; 3], asked: &Selection) -> El {
    let questionnaire = state.questionnaire();
    let items = questionnaire.pack.items().iter();
    let count = items.filter(|item| asked.asks(item)).count();
    el("section")
        .class("card way")
        .is("aria-labelledby", id)
        .el(el("h2").is("id", id).text(t(name)))
        .el(el("p").class("way-facts").string(fill(facts, &[("count", &count.to_string())])))
        .el(el("p").text(t(words)))
}

fn quick_check(state: State, look: Look) -> El {
    // With the time of day: some begin a second one on the same day.
    let name = || fill(Key::HomeQuickName, &[("date", &moment(now().as_str()))]);
    let start = move || state.create(&name(), Selection::Quick);
    let words = [Key::HomeQuick, Key::HomeQuickFacts, Key::HomeQuickText];
    way(state, "quick", words, &Selection::Quick).el(button(look, t(Key::HomeQuickStart), start))
}

fn full_analysis(state: State) -> El {
    let blank = RwSignal::new(false);
    let error = Some((Key::RenameBlank, blank.into()));
    let frame = Frame { id: "name", label: Key::HomeName, hint: None, error };
    let sent = move |event| {
        if let Some(name) = sent_name(&event, blank) {
            state.create(&name, Selection::All);
        }
    };
    let form = el("form")
        .is("novalidate", "")
        .on("submit", sent)
        .child(name_field(&frame, text(|| fill(Key::HomeFullName, &[("date", &today())]))))
        .el(el("button").class("button").text(t(Key::HomeFullStart)));
    let words = [Key::HomeFull, Key::HomeFullFacts, Key::HomeFullText];
    way(state, "full", words, &Selection::All).el(form)
}

/// What the second part draws, once it is there; until then words in its place, if they are wanted.
fn later(state: State, find: fn(&Screens) -> fn(State) -> AnyView, tell: bool) -> AnyView {
    part(move || match state.screens.get() {
        Some(screens) => Some(untrack(|| find(screens)(state))),
        None => tell.then(|| not_here(state).done()),
    })
}
