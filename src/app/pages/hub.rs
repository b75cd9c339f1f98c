//! The home of an assessment: headline numbers and the task list.

use leptos::prelude::*;

use super::super::{
    components::{
        measure::{MeasureCard, MeasureLine},
        rename::Rename,
        title::Title,
    },
    live::{part, text},
    route::{Page, Route},
    state::{State, use_state},
    words::{fill, t, texts},
};
use crate::{
    domain::{
        action::Action,
        explain::Subject,
        id::AssessmentId,
        pack::{Group, Section},
    },
    report::model::{notice_text, percent},
    text::Key,
};

/// The page.
#[component]
pub fn Hub(id: AssessmentId) -> impl IntoView {
    let state = use_state();
    let questionnaire = state.questionnaire();
    let renaming = RwSignal::new(false);
    let name = text(move || state.name());
    let rename = move |name| {
        state.pause_typing();
        state.dispatch(Action::Rename(name));
        state.pause_typing();
    };
    let cards = questionnaire
        .pack
        .sections()
        .iter()
        .map(|section| {
            view! {
                <MeasureCard
                    label=questionnaire.texts.section(&section.id).to_owned()
                    id=id.clone()
                    subject=Subject::Section(section.id.clone())
                />
            }
        })
        .collect_view();
    let averaged = text(move || {
        let averaged = state.with_evaluation(|evaluation| evaluation.theme_averaged.conformity);
        fill(Key::HubAveraged, &[("percent", &percent(averaged.flatten()))])
    });
    let lists = questionnaire
        .pack
        .sections()
        .iter()
        .map(|section| view! { <TaskList id=id.clone() section=section.clone()/> })
        .collect_view();
    view! {
        <div class="title-row">
            <Title text=name/>
            <button type="button" class="button quiet-button" on:click=move |_| renaming.set(true)>
                {t(Key::HomeRename)}
            </button>
        </div>
        <Rename open=renaming name=name on_rename=rename/>
        <p class="quiet">{questionnaire.texts.title.clone()}</p>
        <section class="cards" aria-label=t(Key::HubNumbers)>
            <MeasureCard
                label=t(Key::MeasureEverything).to_owned()
                id=id.clone()
                subject=Subject::Everything
            />
            {cards}
        </section>
        <p class="quiet">
            {averaged}
        </p>
        <Notices id=id.clone()/>
        <div class="buttons">
            <NextOpen id=id.clone()/>
            <a class="button" href=Route::Assessment(id, Page::All).href()>{t(Key::HubAll)}</a>
        </div>
        {lists}
    }
}

/// What the results had to correct, each with the way to mend it.
#[component]
fn Notices(id: AssessmentId) -> impl IntoView {
    let state = use_state();
    part(move || {
        let notices = state.with_evaluation(|evaluation| evaluation.notices.clone())?;
        let lines = notices.iter().map(|notice| {
            let href = Route::Assessment(id.clone(), Page::Item(notice.item().clone())).href();
            view! { <li><a href=href>{notice_text(texts(), notice)}</a></li> }
        });
        let list = || {
            view! {
                <div class="notice warning">
                    <div class="notice-text">
                        <strong>{t(Key::HubNotices)}</strong>
                        <ul>{lines.collect_view()}</ul>
                    </div>
                </div>
            }
        };
        (!notices.is_empty()).then(|| list().into_any())
    })
}

/// The way to the next item that nobody has looked at.
#[component]
fn NextOpen(id: AssessmentId) -> impl IntoView {
    let state = use_state();
    part(move || {
        let next = state.next_open()?;
        let begun = state.with_assessment(|assessment| !assessment.answers.is_empty())?;
        let href = Route::Assessment(id.clone(), Page::Item(next)).href();
        let text = t(if begun { Key::HubContinue } else { Key::HubStart });
        Some(view! { <a class="button primary" href=href>{text}</a> }.into_any())
    })
}

#[component]
fn TaskList(id: AssessmentId, section: Section) -> impl IntoView {
    let state = use_state();
    let questionnaire = state.questionnaire();
    let rows = questionnaire
        .pack
        .groups_of(&section)
        .iter()
        .map(|group| view! { <TaskRow id=id.clone() group=group.clone() state/> })
        .collect_view();
    view! {
        <section>
            <h2>{questionnaire.texts.section(&section.id).to_owned()}</h2>
            <ul class="rows">{rows}</ul>
        </section>
    }
}

#[component]
fn TaskRow(id: AssessmentId, group: Group, state: State) -> impl IntoView {
    let title = state.questionnaire().texts.group(&group.id).to_owned();
    let href = Route::Assessment(id, Page::Group(group.id.clone())).href();
    view! {
        <li class="row">
            <a class="row-title" href=href>
                <span class="item-id">{group.id.to_string()}</span>
                " "
                {title}
            </a>
            <MeasureLine subject=Subject::Group(group.id)/>
        </li>
    }
}
