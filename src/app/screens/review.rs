//! All answers of the quick check, before its result.

use leptos::prelude::*;

use super::{
    super::pages::question::{answered, first_open, is_open, questions},
    super::{
        components::{
            badge::item_badge,
            button::{Look, button_link, buttons},
            row::rows,
            title::title,
            views::views,
        },
        el::{El, el},
        live::part,
        route::{Page, Route},
        state::State,
        words::{self, fill, t},
    },
};
use crate::{
    domain::{id::AssessmentId, pack::Item},
    text::Key,
};

/// The page.
pub fn review(state: State, id: &AssessmentId) -> Vec<El> {
    let questionnaire = state.questionnaire();
    let sections = questionnaire.pack.sections().iter().map(|section| {
        let groups = questionnaire.pack.groups_of(section);
        let of_section = questions(&questionnaire.pack).filter(|item| {
            let group = questionnaire.pack.group_of(item);
            group.is_some_and(|group| groups.iter().any(|of| of.id == group.id))
        });
        el("section")
            .el(el("h2").string(questionnaire.texts.section(&section.id).to_owned()))
            .el(rows(of_section.map(|item| row(state, id, item))))
    });
    let mut page = vec![
        views(id, &Page::Review),
        title(t(Key::QuickReview)),
        el("p").class("lead").live(answered(state)),
        el("div").child(ways(state, id)),
    ];
    page.extend(sections);
    // Whoever has read to the end goes on from here.
    let result = Route::Assessment(id.clone(), Page::Result).href();
    page.push(buttons([button_link(Look::Plain, t(Key::QuickResultEnd), result)]));
    page
}

/// What the open questions mean for the result, and the ways from here.
fn ways(state: State, id: &AssessmentId) -> AnyView {
    let id = id.clone();
    part(move || {
        let questionnaire = state.questionnaire();
        let next =
            state.with_assessment(|assessment| first_open(&questionnaire.pack, assessment))?;
        let to = |page: Page| Route::Assessment(id.clone(), page).href();
        let result = button_link(Look::Primary, t(Key::QuickResult), to(Page::Result));
        let buttons = el("div").class("buttons").el(result);
        let (words, buttons) = if next == Page::Review {
            (t(Key::QuickReviewAll).to_owned(), buttons)
        } else {
            let range = state.with_evaluation(|evaluation| words::range(&evaluation.everything))?;
            let next = button_link(Look::Plain, t(Key::QuickNext), to(next));
            (fill(Key::QuickOpen, &[("range", &range)]), buttons.el(next))
        };
        let about = el("a").attr("href", to(Page::About)).text(t(Key::QuickAbout));
        let parts = [el("p").class("quick-hint").string(words), buttons, el("p").el(about)];
        Some(parts.map(El::done).into_iter().collect::<Vec<_>>().into_any())
    })
}

/// A question, its answer, and the way to change it.
fn row(state: State, id: &AssessmentId, item: &Item) -> El {
    let ask = state.questionnaire().texts.quick_ask(&item.id).to_owned();
    let href = Route::Assessment(id.clone(), Page::Quick(item.id.clone())).href();
    let (known, about) = (item.clone(), ask.clone());
    let change = part(move || {
        let questionnaire = state.questionnaire();
        let open = |assessment: &_| is_open(&questionnaire.pack, assessment, &known);
        let open = state.with_assessment(open)?;
        let word = t(if open { Key::QuickAnswer } else { Key::QuickChange });
        let link = el("a").class("quick-change").attr("href", href.clone()).text(word);
        Some(link.el(el("span").class("visually-hidden").string(format!(" {about}"))).done())
    });
    el("li")
        .class("row quick-row")
        .el(el("span").class("quick-ask").string(ask))
        .child(item_badge(state, item.id.clone()))
        .child(change)
}
