//! Who has handed in, and who is missing.

use leptos::prelude::*;

use super::{
    super::{
        super::super::{
            components::article::scrolling,
            el::{El, el},
            live::part,
            words::{fill, t},
        },
        kept::Kept,
    },
    report::name,
};
use crate::{
    domain::workshop::{Workshop, collected::Column},
    persist::workshop::intake::counts,
    text::Key,
};

/// The part of the page with all groups and rounds, as they are now.
pub fn who(kept: Kept) -> El {
    let shown = part(move || kept.with(shown));
    el("section")
        .class("collect-who")
        .is("aria-labelledby", "who-is-in")
        .el(el("h2").is("id", "who-is-in").text(t(Key::WorkshopCollectWho)))
        .child(shown)
}

fn shown(workshop: &Workshop) -> AnyView {
    let Workshop { session, collected, .. } = workshop;
    let (groups, rounds) = (session.plan().groups.count(), session.plan().rounds);
    let sums = (1..=rounds).map(|round| {
        let number = collected.columns(round).count().to_string();
        let values =
            [("round", &*round.to_string()), ("number", &number), ("all", &groups.to_string())];
        let key = match rounds {
            1 => Key::WorkshopCollectSumOne,
            _ => Key::WorkshopCollectSum,
        };
        el("p").class("collect-sum").string(fill(key, &values)).done()
    });
    let head = |round: u8| {
        let words = match rounds {
            1 => t(Key::WorkshopCollectAnswers).to_owned(),
            _ => fill(Key::WorkshopCollectRoundNumber, &[("round", &round.to_string())]),
        };
        el("th").is("scope", "col").string(words).done()
    };
    let heads = el("tr")
        .el(el("th").is("scope", "col").text(t(Key::WorkshopCollectGroup)))
        .children((1..=rounds).map(head));
    let all = session.items().len();
    let rows = (0..groups).map(|group| {
        let cells = (1..=rounds).map(|round| cell(collected.column(round, group), all).done());
        el("tr")
            .el(el("th").is("scope", "row").string(name(session, group)))
            .children(cells.collect::<Vec<_>>())
            .done()
    });
    let table = el("table")
        .class("table collect-groups")
        .el(el("thead").el(heads))
        .el(el("tbody").children(rows.collect::<Vec<_>>()));
    let scrolling = scrolling(t(Key::WorkshopCollectGroups).to_owned(), table);
    el("div")
        .children(sums.collect::<Vec<_>>())
        .el(scrolling.class("table-scroll collect-long"))
        .done()
}

fn cell(column: Option<&Column>, all: usize) -> El {
    let Some(column) = column else {
        return el("td").class("collect-missing").text(t(Key::WorkshopCollectMissing));
    };
    let (answered, notes) = counts(column);
    let values = [("number", &*answered.to_string()), ("all", &all.to_string())];
    let mut cell = el("td").class("collect-in").string(fill(Key::WorkshopCollectIn, &values));
    if notes > 0 {
        let notes = fill(Key::WorkshopCollectInNotes, &[("number", &notes.to_string())]);
        cell = cell.el(el("span").class("quiet").string(notes));
    }
    cell
}
