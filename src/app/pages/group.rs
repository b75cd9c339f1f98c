//! A clause or theme: its numbers and its items.

use leptos::prelude::*;

use super::super::{
    components::{
        badge::{Badge, standing_of},
        measure::MeasureCard,
        title::Title,
    },
    route::{Page, Route},
    state::use_state,
    words::t,
};
use crate::{
    domain::{
        explain::Subject,
        id::{AssessmentId, GroupId},
        pack::Item,
    },
    text::Key,
};

/// The page.
#[component]
pub fn GroupPage(id: AssessmentId, group: GroupId) -> AnyView {
    let state = use_state();
    let questionnaire = state.questionnaire();
    let Some(known) = questionnaire.pack.group(&group) else {
        return view! { <super::failed::Nowhere/> }.into_any();
    };
    let rows = questionnaire
        .pack
        .items_of(known)
        .iter()
        .map(|item| view! { <ItemRow id=id.clone() item=item.clone()/> })
        .collect_view();
    let hub = Route::Assessment(id.clone(), Page::Hub).href();
    view! {
        <nav class="crumbs" aria-label=t(Key::CrumbsLabel)>
            <a href=hub>{t(Key::CrumbsHub)}</a>
        </nav>
        <Title text=format!("{group} {}", questionnaire.texts.group(&group))/>
        <div class="cards">
            <MeasureCard
                label=t(Key::GroupResult).to_owned()
                id
                subject=Subject::Group(group)
            />
        </div>
        <h2>{t(Key::GroupItems)}</h2>
        <ul class="rows">{rows}</ul>
    }
    .into_any()
}

#[component]
fn ItemRow(id: AssessmentId, item: Item) -> impl IntoView {
    let state = use_state();
    let questionnaire = state.questionnaire();
    let href = Route::Assessment(id, Page::Item(item.id.clone())).href();
    let title = questionnaire.texts.title(&item.id).to_owned();
    let heading = questionnaire.texts.heading(&item).map(str::to_owned);
    let ask = questionnaire.texts.ask(&item.id).to_owned();
    let key = item.id.clone();
    let standing = move || standing_of(state, &key);
    view! {
        <li class="row">
            <div class="row-main">
                <a class="row-title" href=href>
                    <span class="item-id">{item.id.to_string()}</span>
                    " "
                    {title}
                    {heading.map(|heading| view! { <span class="quiet">" · " {heading}</span> })}
                </a>
                <span class="quiet">{ask}</span>
            </div>
            <Badge standing state/>
        </li>
    }
}
