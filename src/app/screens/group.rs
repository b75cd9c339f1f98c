//! A clause or theme: its numbers and its items.

use leptos::prelude::*;

use super::{
    super::pages::failed::nowhere,
    super::{
        components::{
            button::Look, crumbs::crumbs, measure::measure_card, neighbours::neighbours, row::rows,
            title::title, views::areas,
        },
        el::{El, el},
        live::part,
        route::{Page, Route},
        state::State,
        words::t,
    },
    find::item_row,
    outlook::outlook_now,
    work_tasks::{ask_all, asked_groups, findings_of_whole, selection},
};
use crate::{
    domain::{
        explain::Subject,
        finding::{Finding, Place},
        id::{AssessmentId, GroupId},
        pack::Group,
        selection::Selection,
    },
    text::Key,
};

/// The page.
pub fn group(state: State, id: &AssessmentId, group: &GroupId) -> Vec<El> {
    let questionnaire = state.questionnaire();
    if questionnaire.pack.group(group).is_none() {
        return nowhere();
    }
    let label = t(Key::GroupResult).to_owned();
    let card = measure_card(state, label, id.clone(), Subject::Group(group.clone()));
    let selection = selection(state);
    let items = {
        let (id, group) = (id.clone(), group.clone());
        part(move || Some(items(state, &id, &group, selection)))
    };
    vec![
        areas(id, &Page::Hub),
        crumbs(id, []),
        title(format!("{group} {}", questionnaire.texts.group(group))),
        el("div").class("cards").child(card),
        el("div").child(findings(state, id, group)),
        el("h2").text(t(Key::GroupItems)),
        el("div").child(items),
    ]
}

/// What was found at the group as a whole.
fn findings(state: State, id: &AssessmentId, group: &GroupId) -> AnyView {
    let found =
        Memo::new(move |_| outlook_now(state).map(|outlook| outlook.findings).unwrap_or_default());
    let (id, group) = (id.clone(), group.clone());
    let at_group = group.clone();
    let any = Memo::new(move |_| {
        let is_here =
            |finding: &Finding| matches!(&finding.at, Place::Group(at) if *at == at_group);
        found.with(|found| found.iter().any(is_here))
    });
    part(move || {
        let href = Route::Assessment(id.clone(), Page::Findings).href();
        let all = el("a").attr("href", href).text(t(Key::GroupAllFindings));
        let section = el("section")
            .class("whole-findings")
            .is("aria-labelledby", "whole")
            .el(el("h2").is("id", "whole").text(t(Key::GroupFindings)))
            .child(findings_of_whole(state, found, group.clone()))
            .el(el("p").el(all));
        any.get().then(|| section.done())
    })
}

/// The items that are asked, and the ways to the other groups of which anything is.
fn items(state: State, id: &AssessmentId, group: &GroupId, selection: Memo<Selection>) -> AnyView {
    let questionnaire = state.questionnaire();
    let pack = &questionnaire.pack;
    let selection = selection.read();
    let known = pack.group(group).map(|group| pack.items_of(group)).unwrap_or_default();
    let asked: Vec<_> = known.iter().filter(|item| selection.asks(item)).collect();
    let list = if asked.is_empty() {
        let words = el("p").class("notice-text").text(t(Key::TableNothingAsked));
        el("div").class("notice").el(words).el(ask_all(Look::Plain, state))
    } else {
        untrack(|| rows(asked.into_iter().map(|item| item_row(state, id, item))))
    };
    let groups = asked_groups(pack, &selection);
    let place = |id: &GroupId| pack.groups().iter().position(|other| other.id == *id);
    let here = place(group);
    let before = groups.iter().rev().find(|other| place(&other.id) < here);
    let after = groups.iter().find(|other| place(&other.id) > here);
    let neighbour = |group: &&Group| {
        let href = Route::Assessment(id.clone(), Page::Group(group.id.clone())).href();
        (href, format!("{} {}", group.id, questionnaire.texts.group(&group.id)))
    };
    let ways = neighbours(Key::GroupNeighbours, before.map(neighbour), after.map(neighbour));
    vec![list.done(), ways.done()].into_any()
}
