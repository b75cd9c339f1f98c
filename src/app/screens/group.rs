//! A clause or theme: its numbers and its items.

use super::{
    super::pages::failed::nowhere,
    super::{
        components::{
            badge::item_badge,
            crumbs::crumbs,
            measure::measure_card,
            neighbours::neighbours,
            row::{item_link, row_main, rows},
            title::title,
        },
        el::{El, el},
        route::{Page, Route},
        state::State,
        words::t,
    },
};
use crate::{
    domain::{
        explain::Subject,
        id::{AssessmentId, GroupId},
        pack::{Group, Item},
    },
    text::Key,
};

/// The page.
pub fn group(state: State, id: &AssessmentId, group: &GroupId) -> Vec<El> {
    let questionnaire = state.questionnaire();
    let Some(known) = questionnaire.pack.group(group) else {
        return nowhere();
    };
    let items = questionnaire.pack.items_of(known).iter();
    let label = t(Key::GroupResult).to_owned();
    let card = measure_card(state, label, id.clone(), Subject::Group(group.clone()));
    let neighbour = |group: &Group| {
        let href = Route::Assessment(id.clone(), Page::Group(group.id.clone())).href();
        (href, format!("{} {}", group.id, questionnaire.texts.group(&group.id)))
    };
    let groups = questionnaire.pack.groups();
    let place = groups.iter().position(|other| other.id == *group);
    let before = place.and_then(|place| groups.get(place.checked_sub(1)?));
    let after = place.and_then(|place| groups.get(place.checked_add(1)?));
    vec![
        crumbs(id, []),
        title(format!("{group} {}", questionnaire.texts.group(group))),
        el("div").class("cards").child(card),
        el("h2").text(t(Key::GroupItems)),
        rows(items.map(|item| item_row(state, id, item))),
        neighbours(Key::GroupNeighbours, before.map(neighbour), after.map(neighbour)),
    ]
}

fn item_row(state: State, id: &AssessmentId, item: &Item) -> El {
    let questionnaire = state.questionnaire();
    let texts = &questionnaire.texts;
    let mut link = item_link(id, item, texts.title(&item.id));
    if let Some(heading) = texts.heading(item) {
        link = link.el(el("span").class("quiet").string(format!(" · {heading}")));
    }
    el("li")
        .class("row")
        .el(row_main(link, texts.ask(&item.id).to_owned()))
        .child(item_badge(state, item.id.clone()))
}
