//! One item: the question, the rating, what it moves, and all that helps to answer.

use super::{
    super::{
        components::{
            crumbs::crumbs, measure::measure_card, rating::rating_field, title::title, views::areas,
        },
        el::{El, el},
        pages::failed::nowhere,
        route::{Page, Route},
        state::State,
        words::t,
    },
    guidance::guidance,
    risk::calls::calls,
    work::{review_notice, work},
    work_paper::on_paper,
    work_tasks::item_notice,
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
    let heading = heading.map(|(id, heading)| format!("{id} {heading}"));
    // The way above isn't printed.
    let above = [Some(group_title.clone()), heading.clone()].into_iter().flatten();
    let above = above.collect::<Vec<_>>().join(" / ");
    let heading = heading.map(|heading| el("span").string(heading));

    let everything = t(Key::MeasureEverything).to_owned();
    let numbers = el("aside")
        .class("item-numbers")
        .is("aria-label", t(Key::ItemNumbers))
        .child(measure_card(state, group_title, id.clone(), Subject::Group(group.id.clone())))
        .child(measure_card(state, everything, id.clone(), Subject::Everything));
    let rate = el("div")
        .child(review_notice(state, item.clone()))
        .child(rating_field(state, item))
        .el(numbers)
        .child(on_paper(state, item.clone()));
    vec![
        areas(id, &Page::Hub),
        crumbs(id, [group_link].into_iter().chain(heading)),
        title(format!("{item} {}", texts.title(item))),
        el("p").class("on-paper quiet").string(above),
        el("p").class("lead").string(texts.ask(item).to_owned()),
        el("div").child(item_notice(state, item.clone())),
        el("div").child(calls(state, id.clone(), item.clone())),
        el("div")
            .class("item-layout")
            .el(rate.class("item-main"))
            .el(el("div").class("item-guide").child(guidance(state, id.clone(), known.clone())))
            .el(el("div").class("item-main").child(work(state, id, known))),
    ]
}
