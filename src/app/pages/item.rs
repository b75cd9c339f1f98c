//! One item: the question, the rating, what it moves, and all that helps to answer.

use leptos::prelude::*;

use super::{
    super::{
        components::{crumbs::crumbs, measure::measure_card, rating::rating_field, title::title},
        el::{El, el},
        live::part,
        route::{Page, Route},
        state::State,
        words::t,
    },
    failed::{not_here, nowhere},
};
use crate::{
    domain::{
        explain::Subject,
        id::{AssessmentId, ItemId},
    },
    text::Key,
};

/// The page.
pub fn item(state: State, id: &AssessmentId, item: &ItemId) -> Vec<El> {
    let questionnaire = state.questionnaire();
    let known = questionnaire.pack.item(item);
    let Some((known, group)) =
        known.and_then(|item| Some((item, questionnaire.pack.group_of(item)?)))
    else {
        return nowhere();
    };
    let texts = &questionnaire.texts;
    let group_title = format!("{} {}", group.id, texts.group(&group.id));
    let group_link = el("a")
        .attr("href", Route::Assessment(id.clone(), Page::Group(group.id.clone())).href())
        .string(group_title.clone());
    let heading = known.heading.as_ref().zip(texts.heading(known));
    let heading = heading.map(|(id, heading)| el("span").string(format!("{id} {heading}")));

    let notice = {
        let item = item.clone();
        part(move || Some((state.screens.get()?.item_notice)(state, item.clone())))
    };
    let guidance = {
        let (id, item) = (id.clone(), known.clone());
        part(move || {
            Some(match state.screens.get() {
                Some(screens) => (screens.guidance)(state, id.clone(), item.clone()),
                None => not_here(state).done(),
            })
        })
    };
    let work = {
        let (id, item) = (id.clone(), known.clone());
        part(move || {
            let screens = state.screens.get()?;
            Some(untrack(|| (screens.work)(state, &id, &item)))
        })
    };
    let everything = t(Key::MeasureEverything).to_owned();
    let numbers = el("aside")
        .class("item-numbers")
        .is("aria-label", t(Key::ItemNumbers))
        .child(measure_card(state, group_title, id.clone(), Subject::Group(group.id.clone())))
        .child(measure_card(state, everything, id.clone(), Subject::Everything));
    let rate = el("div").child(rating_field(state, item)).el(numbers);
    vec![
        crumbs(id, [group_link].into_iter().chain(heading)),
        title(format!("{item} {}", texts.title(item))),
        el("p").class("lead").string(texts.ask(item).to_owned()),
        el("div").child(notice),
        el("div")
            .class("item-layout")
            .el(rate.class("item-main"))
            .el(el("div").class("item-guide").child(guidance))
            .el(el("div").class("item-main").child(work)),
    ]
}
