//! The home of an assessment: headline numbers and the task list.

use leptos::prelude::*;

use super::{
    super::{
        components::{
            button::{Look, button, button_link},
            measure::measure_card,
            rename::rename,
            title::title,
            views::views,
        },
        el::{El, el},
        live::{part, text},
        route::{Page, Route},
        state::State,
        words::{fill, percent, t, texts},
    },
    find::hub_items,
    work_tasks::{hub_notice, review_notice},
};
use crate::{
    domain::{action::Action, explain::Subject, id::AssessmentId, selection::Selection},
    report::model::notice_text,
    text::Key,
};

/// The page.
pub fn hub(state: State, id: &AssessmentId) -> Vec<El> {
    let questionnaire = state.questionnaire();
    let sections = questionnaire.pack.sections();
    let renaming = RwSignal::new(false);
    let name = text(move || state.name());
    let renamed = move |name| state.dispatch(Action::Rename(name));
    let everything =
        measure_card(state, t(Key::MeasureEverything).to_owned(), id.clone(), Subject::Everything);
    let cards = sections.iter().map(|section| {
        let label = questionnaire.texts.section(&section.id).to_owned();
        measure_card(state, label, id.clone(), Subject::Section(section.id.clone()))
    });
    let why_averaged = Route::Assessment(id.clone(), Page::Averaged).href();
    let averaged = part(move || {
        let averaged = state.with_evaluation(|evaluation| evaluation.theme_averaged.conformity);
        let words = fill(Key::HubAveraged, &[("percent", &percent(Some(averaged??)))]);
        let link = el("a").attr("href", why_averaged.clone()).text(t(Key::MeasureWhy));
        Some(el("p").class("quiet").string(words).text(" ").el(link).done())
    });
    let title_row = el("div")
        .class("title-row")
        .el(title(name))
        .el(button(Look::Quiet, t(Key::HomeRename), move || renaming.set(true)))
        .child(rename(renaming, name, renamed));
    let ways = el("div").class("buttons").child(next_open(state, id.clone())).el(button_link(
        Look::Plain,
        t(Key::HubAll),
        Route::Assessment(id.clone(), Page::All).href(),
    ));
    vec![
        views(id, &Page::Hub),
        title_row,
        el("p").class("quiet").string(questionnaire.texts.title.clone()),
        el("div").child(hub_notice(state, id.clone())),
        el("section")
            .class("cards")
            .is("aria-label", t(Key::HubNumbers))
            .child(everything)
            .children(cards),
        el("div").child(averaged),
        el("div").child(notices(state, id.clone())),
        el("div").child(review_notice(state, id.clone())),
        ways,
        el("div").child(hub_items(state, id.clone())),
    ]
}

/// What the results had to correct, each with the way to mend it.
fn notices(state: State, id: AssessmentId) -> AnyView {
    part(move || {
        let notices = state.with_evaluation(|evaluation| evaluation.notices.clone())?;
        if notices.is_empty() {
            return None;
        }
        let lines = notices.iter().map(|notice| {
            let href = Route::Assessment(id.clone(), Page::Item(notice.item().clone())).href();
            let link = el("a").attr("href", href).string(notice_text(texts(), notice));
            el("li").el(link).done()
        });
        let words = el("div")
            .class("notice-text")
            .el(el("strong").text(t(Key::HubNotices)))
            .el(el("ul").children(lines));
        Some(el("div").class("notice warning").el(words).done())
    })
}

/// The way to the next item that nobody has looked at.
fn next_open(state: State, id: AssessmentId) -> AnyView {
    part(move || {
        let next = state.next_open()?;
        let (begun, quick) = state.with_assessment(|assessment| {
            (!assessment.answers.is_empty(), assessment.selection == Selection::Quick)
        })?;
        if quick {
            // Its own way on stands first on the page.
            return None;
        }
        let href = Route::Assessment(id.clone(), Page::Item(next)).href();
        let label = t(if begun { Key::HubContinue } else { Key::HubStart });
        Some(button_link(Look::Primary, label, href).done())
    })
}
