//! What helps with a question of the quick check.

use leptos::prelude::*;

use super::super::{
    components::row::item_href,
    el::el,
    live::part,
    pages::failed::not_here,
    state::State,
    words::{fill, t},
};
use crate::{
    domain::id::{AssessmentId, ItemId},
    text::Key,
};

/// Abbreviations and terms that question and levels may use, with what they mean.
const GLOSSES: [(&str, Key); 3] = [
    ("ISMS", Key::QuickGlossIsms),
    ("SoA", Key::QuickGlossSoa),
    ("onconformit", Key::QuickGlossNonconformity),
];

/// What the abbreviations in the levels mean.
pub fn glosses(state: State, item: &ItemId) -> AnyView {
    let item = item.clone();
    part(move || {
        let guidance = state.guidance(&item)?;
        let questionnaire = state.questionnaire();
        let texts = &questionnaire.texts;
        let used = |word: &str| {
            texts.title(&item).contains(word)
                || texts.ask(&item).contains(word)
                || guidance.levels.iter().any(|(_, level)| level.contains(word))
        };
        let glosses = GLOSSES.iter().filter(|(word, _)| used(word));
        let glosses = glosses.map(|(_, key)| el("p").class("hint").text(t(*key)).done());
        Some(glosses.collect::<Vec<_>>().into_any())
    })
}

/// What helps to answer, closed until it is wanted.
pub fn help(state: State, id: &AssessmentId, item: &ItemId) -> AnyView {
    let title = state.questionnaire().texts.title(item).to_owned();
    let more = fill(Key::QuickHelpMore, &[("item", &format!("{item} {title}"))]);
    let more = el("p").el(el("a").attr("href", item_href(id, item)).string(more));
    el("details")
        .class("quick-help")
        .el(el("summary").text(t(Key::QuickHelp)))
        .el(el("div").class("quick-words").child(words(state, item)).el(more))
        .done()
}

/// What an item is about, why it matters, and what would show that it is in place.
pub fn words(state: State, item: &ItemId) -> AnyView {
    let item = item.clone();
    part(move || {
        let Some(guidance) = state.guidance(&item) else { return Some(not_here(state).done()) };
        let evidence = guidance.evidence.iter().map(|line| el("li").string(line.clone()).done());
        let parts = el("div")
            .el(el("h2").text(t(Key::QuickWhat)))
            .el(el("p").string(guidance.what.clone()))
            .el(el("h2").text(t(Key::QuickWhy)))
            .el(el("p").string(guidance.why.clone()))
            .el(el("h2").text(t(Key::QuickGood)))
            .el(el("ul").children(evidence));
        Some(parts.done())
    })
}
