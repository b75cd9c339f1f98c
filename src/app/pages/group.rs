//! A clause or theme: its numbers and its items.

use super::{
    super::{
        components::{
            badge::{badge, standing_of},
            crumbs::crumbs,
            measure::measure_card,
            row::{item_link, row_main, rows},
            title::title,
        },
        el::{El, el},
        state::State,
        words::t,
    },
    failed::nowhere,
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
pub fn group(state: State, id: &AssessmentId, group: &GroupId) -> Vec<El> {
    let questionnaire = state.questionnaire();
    let Some(known) = questionnaire.pack.group(group) else {
        return nowhere();
    };
    let items = questionnaire.pack.items_of(known).iter();
    let label = t(Key::GroupResult).to_owned();
    let card = measure_card(state, label, id.clone(), Subject::Group(group.clone()));
    vec![
        crumbs(id, []),
        title(format!("{group} {}", questionnaire.texts.group(group))),
        el("div").class("cards").child(card),
        el("h2").text(t(Key::GroupItems)),
        rows(items.map(|item| item_row(state, id, item))),
    ]
}

fn item_row(state: State, id: &AssessmentId, item: &Item) -> El {
    let questionnaire = state.questionnaire();
    let texts = &questionnaire.texts;
    let mut link = item_link(id, item, texts.title(&item.id));
    if let Some(heading) = texts.heading(item) {
        link = link.el(el("span").class("quiet").string(format!(" · {heading}")));
    }
    let key = item.id.clone();
    el("li")
        .class("row")
        .el(row_main(link, texts.ask(&item.id).to_owned()))
        .child(badge(state, move || standing_of(state, &key)))
}
