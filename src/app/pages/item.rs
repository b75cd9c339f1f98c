//! One item: the question, the rating, what it moves, and all that helps to answer.

use leptos::prelude::*;

use super::{
    super::{
        components::{
            exclusion::Exclusion, measure::MeasureCard, note::NoteField, rating::RatingField,
            title::Title,
        },
        route::{Page, Route},
        state::use_state,
        words::t,
    },
    guidance::{CheckPoints, GuidanceView},
};
use crate::{
    domain::{
        explain::Subject,
        id::{AssessmentId, ItemId},
        pack::{Item, Kind, Pack},
    },
    text::Key,
};

/// The page.
#[component]
pub fn ItemPage(id: AssessmentId, item: ItemId) -> AnyView {
    let state = use_state();
    let questionnaire = state.questionnaire();
    let known = questionnaire.pack.item(&item);
    let Some((known, group)) = known.zip(known.and_then(|item| questionnaire.pack.group_of(item)))
    else {
        return view! { <super::failed::Nowhere/> }.into_any();
    };
    let texts = &questionnaire.texts;
    let link = |page| Route::Assessment(id.clone(), page).href();
    let group_title = format!("{} {}", group.id, texts.group(&group.id));
    let heading = known.heading.as_ref().zip(texts.heading(known));
    view! {
        <nav class="crumbs" aria-label=t(Key::CrumbsLabel)>
            <a href=link(Page::Hub)>{t(Key::CrumbsHub)}</a>
            <a href=link(Page::Group(group.id.clone()))>{group_title.clone()}</a>
            {heading.map(|(id, heading)| view! { <span>{format!("{id} {heading}")}</span> })}
        </nav>
        <Title text=format!("{item} {}", texts.title(&item))/>
        <p class="lead">{texts.ask(&item).to_owned()}</p>
        <div class="item-layout">
            <div class="item-main">
                <RatingField item=known.clone()/>
                {(known.kind == Kind::Control).then(|| view! { <Exclusion item=item.clone()/> })}
                <CheckPoints item=known.clone()/>
                <NoteField item=item.clone()/>
            </div>
            <aside class="item-side" aria-label=t(Key::ItemNumbers)>
                <MeasureCard
                    label=group_title
                    id=id.clone()
                    subject=Subject::Group(group.id.clone())
                />
                <MeasureCard
                    label=t(Key::MeasureEverything).to_owned()
                    id=id.clone()
                    subject=Subject::Everything
                />
            </aside>
        </div>
        <Neighbours id=id.clone() item=item.clone() pack=&questionnaire.pack/>
        <GuidanceView id item=known.clone()/>
    }
    .into_any()
}

/// The ways to the items before and after.
#[component]
fn Neighbours<'a>(id: AssessmentId, item: ItemId, pack: &'a Pack) -> impl IntoView + use<> {
    let questionnaire = use_state().questionnaire();
    let link = |neighbour: &Item, key: Key| {
        let href = Route::Assessment(id.clone(), Page::Item(neighbour.id.clone())).href();
        let title = format!("{} {}", neighbour.id, questionnaire.texts.title(&neighbour.id));
        view! {
            <a href=href>
                <span class="quiet">{t(key)}</span>
                <span>{title}</span>
            </a>
        }
    };
    let (before, after) = pack.neighbours(&item);
    view! {
        <nav class="neighbours" aria-label=t(Key::ItemNeighbours)>
            {before.map(|item| link(item, Key::ItemPrevious))}
            {after.map(|item| link(item, Key::ItemNext))}
        </nav>
    }
}
