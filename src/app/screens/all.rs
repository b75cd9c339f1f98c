//! All items on one page, to be rated quickly. Rows out of sight are not laid out
//! (`content-visibility`), but stay in the document for find-in-page and screen readers.

use leptos::prelude::*;

use super::super::{
    components::{
        badge::{applicability_of, item_badge},
        crumbs::crumbs,
        measure::measure_line,
        rating::rating_row,
        row::{item_href, item_link, row_main},
        title::title,
    },
    el::{El, el},
    live::part,
    state::State,
    words::t,
};
use crate::{
    domain::{
        assessment::Applicability,
        explain::Subject,
        id::{AssessmentId, ItemId},
        pack::{Group, Item},
    },
    text::Key,
};

/// How many rows are laid out together.
const TOGETHER: usize = 10;

/// The page.
pub fn all(state: State, id: &AssessmentId) -> Vec<El> {
    let questionnaire = state.questionnaire();
    let sticky = el("div")
        .class("sticky")
        .el(el("span").text(t(Key::MeasureEverything)))
        .child(measure_line(state, Subject::Everything));
    let mut page = vec![
        crumbs(id, []),
        title(t(Key::AllTitle)),
        el("p").class("lead").text(t(Key::AllLead)),
        sticky,
    ];
    page.extend(questionnaire.pack.groups().iter().map(|group| group_rows(state, id, group)));
    page
}

fn group_rows(state: State, id: &AssessmentId, group: &Group) -> El {
    let questionnaire = state.questionnaire();
    let heading = format!("{} {}", group.id, questionnaire.texts.group(&group.id));
    let portions = questionnaire.pack.items_of(group).chunks(TOGETHER).map(|items| {
        // A last portion that isn't full is always laid out: its height can't be told beforehand.
        let class = if items.len() == TOGETHER { "ten-rows" } else { "" };
        el("div").class(class).children(items.iter().map(|item| row(state, id, item).done())).done()
    });
    let list = el("div").class("rows").is("role", "list").children(portions);
    el("section").el(el("h2").string(heading)).el(list)
}

fn row(state: State, id: &AssessmentId, item: &Item) -> El {
    let questionnaire = state.questionnaire();
    let link = item_link(id, item, questionnaire.texts.title(&item.id));
    el("div")
        .class("row")
        .is("role", "listitem")
        .el(row_main(link, questionnaire.texts.ask(&item.id).to_owned()))
        .child(rating_or_excluded(state, id.clone(), item.id.clone()))
}

/// The rating, or the way to the exclusion of a control.
fn rating_or_excluded(state: State, id: AssessmentId, item: ItemId) -> AnyView {
    let key = item.clone();
    let applies = Memo::new(move |_| applicability_of(state, &key) == Applicability::Applicable);
    part(move || {
        if applies.get() {
            return Some(rating_row(state, &item));
        }
        let link = el("a").attr("href", item_href(&id, &item));
        Some(link.child(item_badge(state, item.clone())).done())
    })
}
