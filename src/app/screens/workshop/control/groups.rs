//! Who says what of the item, and who hasn't yet. Only the trainer sees it.

use leptos::prelude::*;

use super::super::show::stage::Stage;
use crate::{
    app::{
        el::{El, el},
        live::part,
        words::{fill, t, texts},
    },
    domain::workshop::{Workshop, returned::Vote},
    text::{
        Key,
        workshop::{group_name, level_name},
    },
};

/// More groups than this aren't named when they are missing.
const MOST_NAMED: usize = 12;

/// The part of the page.
pub fn groups(stage: Stage) -> El {
    let at = stage.part(|show| (show.place, show.round));
    let table = part(move || {
        let (place, round) = at.get();
        stage.kept.with(|workshop| table(stage, workshop, place, round).done())
    });
    el("section")
        .is("aria-labelledby", "control-groups")
        .el(el("h2").is("id", "control-groups").text(t(Key::WorkshopControlGroups)))
        .child(table)
}

/// What a group says of an item.
struct Line {
    name: String,
    votes: Vec<Option<Vote>>,
    note: String,
}

fn table(stage: Stage, workshop: &Workshop, place: usize, round: u8) -> El {
    let plan = workshop.session.plan();
    let line = |group: u16| {
        let column = |round: u8| workshop.collected.column(round, group);
        let note = |round| column(round)?.notes().get(place).filter(|note| !note.is_empty());
        let note = (1..=round).rev().find_map(note).cloned().unwrap_or_default();
        let vote = |round: u8| column(round)?.votes().get(place).copied().flatten();
        let votes = (1..=plan.rounds).map(vote).collect();
        Line { name: group_name(texts(), &plan.groups, group), votes, note }
    };
    let lines: Vec<Line> = (0..plan.groups.count()).map(line).collect();
    let now = usize::from(round).saturating_sub(1);
    let voted = |line: &&Line| matches!(line.votes.get(now), Some(Some(_)));
    let missing: Vec<&str> =
        lines.iter().filter(|line| !voted(line)).map(|line| line.name.as_str()).collect();
    let count = lines.len().saturating_sub(missing.len()).to_string();
    let came = fill(Key::WorkshopShowIn, &[("count", &count), ("of", &lines.len().to_string())]);
    let who = match missing.split_at_checked(MOST_NAMED) {
        _ if missing.is_empty() => String::new(),
        Some((some, more)) if !more.is_empty() => {
            let values = [("groups", &*some.join(", ")), ("count", &more.len().to_string())];
            fill(Key::WorkshopControlMissingMany, &values)
        }
        _ => fill(Key::WorkshopControlMissing, &[("groups", &missing.join(", "))]),
    };
    let lead = el("p").el(el("strong").string(came)).text(" ").el(el("span").string(who));
    let some: Vec<&Line> = lines
        .iter()
        .filter(|line| line.votes.iter().any(Option::is_some) || !line.note.is_empty())
        .collect();
    if some.is_empty() {
        return el("div").el(lead);
    }
    let notes = some.iter().any(|line| !line.note.is_empty());
    let rounds: Vec<usize> = (0..usize::from(plan.rounds))
        .filter(|at| {
            *at == now || some.iter().any(|line| matches!(line.votes.get(*at), Some(Some(_))))
        })
        .collect();
    let mut heads = vec![t(Key::WorkshopControlGroup).to_owned()];
    heads.extend(
        rounds.iter().map(|at| {
            fill(Key::WorkshopShowRound, &[("round", &at.saturating_add(1).to_string())])
        }),
    );
    if notes {
        heads.push(t(Key::WorkshopControlNote).to_owned());
    }
    let heads = heads.into_iter().map(|head| el("th").is("scope", "col").string(head).done());
    let rows = some.into_iter().map(|line| {
        let cells = rounds.iter().map(|at| {
            let vote = line.votes.get(*at).copied().flatten();
            el("td").string(vote.map_or_else(|| "–".to_owned(), |vote| said(stage, vote))).done()
        });
        el("tr")
            .el(el("th").is("scope", "row").string(line.name.clone()))
            .children(cells)
            .child_maybe(
                notes.then(|| el("td").class("control-note").string(line.note.clone()).done()),
            )
            .done()
    });
    let caption = el("caption").class("visually-hidden").text(t(Key::WorkshopControlGroups));
    let table = el("table")
        .class("control-table")
        .el(caption)
        .el(el("thead").el(el("tr").children(heads)))
        .el(el("tbody").children(rows));
    el("div").el(lead).el(el("div").class("control-scroll").el(table))
}

fn said(stage: Stage, vote: Vote) -> String {
    let questionnaire = stage.state.questionnaire();
    match vote {
        Vote::DontKnow => t(Key::RatingDontKnow).to_owned(),
        Vote::Level(place) => {
            level_name(&questionnaire.pack, &questionnaire.texts, place.into()).to_owned()
        }
    }
}
