//! All items on one page, to be rated quickly. Rows out of sight are not laid out
//! (`content-visibility`), but stay in the document for find-in-page and screen readers.

use leptos::prelude::*;

use super::super::{
    components::{measure::MeasureLine, rating::RatingRow, title::Title},
    route::{Page, Route},
    state::use_state,
    words::t,
};
use crate::{
    domain::{
        explain::Subject,
        id::AssessmentId,
        pack::{Group, Item},
    },
    text::Key,
};

/// The page.
#[component]
pub fn All(id: AssessmentId) -> impl IntoView {
    let state = use_state();
    let questionnaire = state.questionnaire();
    let groups = questionnaire
        .pack
        .groups()
        .iter()
        .map(|group| view! { <GroupRows id=id.clone() group=group.clone()/> })
        .collect_view();
    let hub = Route::Assessment(id, Page::Hub).href();
    view! {
        <nav class="crumbs" aria-label=t(Key::CrumbsLabel)>
            <a href=hub>{t(Key::CrumbsHub)}</a>
        </nav>
        <Title text=t(Key::AllTitle)/>
        <p class="lead">{t(Key::AllLead)}</p>
        <div class="sticky">
            <span>{t(Key::MeasureEverything)}</span>
            <MeasureLine subject=Subject::Everything/>
        </div>
        {groups}
    }
}

#[component]
fn GroupRows(id: AssessmentId, group: Group) -> impl IntoView {
    let state = use_state();
    let questionnaire = state.questionnaire();
    let rows = questionnaire
        .pack
        .items_of(&group)
        .iter()
        .map(|item| view! { <Row id=id.clone() item=item.clone()/> })
        .collect_view();
    view! {
        <section>
            <h2>{format!("{} {}", group.id, questionnaire.texts.group(&group.id))}</h2>
            <ul class="rows">{rows}</ul>
        </section>
    }
}

#[component]
fn Row(id: AssessmentId, item: Item) -> impl IntoView {
    let questionnaire = use_state().questionnaire();
    let href = Route::Assessment(id, Page::Item(item.id.clone())).href();
    view! {
        <li class="row quick-row">
            <div class="row-main">
                <a class="row-title" href=href>
                    <span class="item-id">{item.id.to_string()}</span>
                    " "
                    {questionnaire.texts.title(&item.id).to_owned()}
                </a>
                <span class="quiet">{questionnaire.texts.ask(&item.id).to_owned()}</span>
            </div>
            <RatingRow item/>
        </li>
    }
}
