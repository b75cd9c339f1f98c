//! What the groups say of an item, once it is revealed: how many gave each level, round beside round, and what
//! that comes to.

use leptos::prelude::*;

use super::{
    item::{Level, levels},
    stage::Stage,
};
use crate::{
    app::{
        el::{El, el},
        live::part,
        words::{fill, t, texts},
    },
    domain::{
        id::ItemId,
        workshop::{
            shift::{Shift, shift},
            show::Shown,
            tally::Tally,
        },
    },
    text::{Key, workshop::median_text},
};

/// The distribution and its figures.
pub fn votes(stage: Stage, place: usize, item: &ItemId, shown: Shown) -> El {
    let (of, about) = (item.clone(), item.clone());
    let chart = part(move || Some(chart(stage, place, &of).done()));
    let figures = part(move || Some(figures(stage, place, &about, shown).done()));
    el("div").class("show-votes").child(chart).child(figures)
}

/// A table whose figures are drawn as bars too.
fn chart(stage: Stage, place: usize, item: &ItemId) -> El {
    let rounds = stage.rounds_of(place);
    let counts = rounds.iter().flat_map(|(_, tally)| tally.levels.iter().chain([&tally.dont_know]));
    let most = counts.copied().max().unwrap_or_default().max(1);
    let column = |(round, _): &(u8, Tally)| {
        let heading = match rounds.len() {
            1 => t(Key::WorkshopShowGroups).to_owned(),
            _ => fill(Key::WorkshopShowRound, &[("round", &round.to_string())]),
        };
        el("th").is("scope", "col").string(heading).done()
    };
    let head = el("tr")
        .el(el("th").is("scope", "col").text(t(Key::WorkshopShowLevel)))
        .children(rounds.iter().map(column));
    let last = rounds.len().saturating_sub(1);
    let columns = rounds.len().saturating_add(1).to_string();
    let rows =
        levels(stage, item).into_iter().enumerate().flat_map(|(level, Level { name, words })| {
            let cell = |(at, (_, tally)): (usize, &(u8, Tally))| {
                let count = tally.levels.get(level).copied().unwrap_or(tally.dont_know);
                bar(count, most, if at == last { "show-fill" } else { "show-fill show-before" })
                    .done()
            };
            let row = el("tr")
                .el(el("th").is("scope", "row").el(name))
                .children(rounds.iter().enumerate().map(cell));
            // Below, over the whole width: beside the bars they would make the page longer than the screen.
            let words = el("td").attr("colspan", columns.clone()).class("show-words").live(words);
            [row.done(), el("tr").el(words).done()]
        });
    let caption = el("caption").class("visually-hidden").text(t(Key::WorkshopShowVotes));
    el("table")
        .class("show-chart")
        .el(caption)
        .el(el("thead").el(head))
        .el(el("tbody").children(rows))
}

fn bar(count: usize, most: usize, class: &'static str) -> El {
    let share = count.saturating_mul(1000).checked_div(most).unwrap_or_default();
    let length = Signal::stored(format!("{}.{}%", share / 10, share % 10));
    let fill = (count > 0).then(|| el("span").class(class).property("inline-size", length).done());
    let trough = el("span").class("show-track").is("aria-hidden", "true").child_maybe(fill);
    let count = el("span").class("show-number").string(count.to_string());
    el("td").el(el("span").class("show-bar-row").el(trough).el(count))
}

/// What the distribution comes to, in words.
fn figures(stage: Stage, place: usize, item: &ItemId, shown: Shown) -> El {
    let rounds = stage.rounds_of(place);
    let mut list = el("dl").class("show-figures");
    let mut fact = |key: Key, class: &'static str, value: String, more: Option<String>| {
        if value.is_empty() {
            return;
        }
        let more = more.filter(|more| !more.is_empty());
        let more = more.map(|more| el("dd").class("show-reason").string(more).done());
        let entry = el("div")
            .class(class)
            .el(el("dt").text(t(key)))
            .el(el("dd").string(value))
            .child_maybe(more);
        list = std::mem::replace(&mut list, el("dl")).el(entry);
    };
    let Some((round, tally)) = rounds.last() else { return list };
    if tally.voted() == 0 {
        fact(Key::WorkshopShowVotes, "show-fact", t(Key::WorkshopShowNobody).into(), None);
    }
    let questionnaire = stage.state.questionnaire();
    let median = tally
        .median()
        .map(|median| median_text(texts(), &questionnaire.pack, &questionnaire.texts, median));
    fact(Key::WorkshopShowMedian, "show-fact", median.unwrap_or_default(), None);
    fact(Key::WorkshopShowSpread, "show-fact", Stage::spread(tally), None);
    if let Some((before, _)) = rounds.iter().rev().nth(1) {
        let shift = stage.kept.with(|workshop| shift(&workshop.collected, place, *before, *round));
        let moved = shift.map(said_shift).unwrap_or_default();
        fact(Key::WorkshopShowShift, "show-fact", moved, None);
    }
    let voted = tally.voted();
    let all = stage.groups();
    let came =
        fill(Key::WorkshopShowIn, &[("count", &voted.to_string()), ("of", &all.to_string())]);
    if voted > 0 && voted < all {
        fact(Key::WorkshopShowAnswered, "show-fact", came, None);
    }
    if shown == Shown::Model
        && let Some(model) = stage.model(item)
    {
        let rating = stage.rating(&model.rating);
        fact(Key::WorkshopShowModel, "show-fact show-model", rating, Some(model.reason.to_owned()));
    }
    if let Some(agreed) = stage.agreed(item) {
        let rating = stage.rating(&agreed.rating);
        fact(Key::WorkshopShowAgreed, "show-fact show-agreed", rating, Some(agreed.minute));
    }
    list
}

/// What became of the votes, in words; empty while no group handed in both rounds.
fn said_shift(shift: Shift) -> String {
    let Shift { same, higher, lower, settled, unsettled } = shift;
    let parts = [
        (Key::WorkshopShowHigher, higher),
        (Key::WorkshopShowLower, lower),
        (Key::WorkshopShowSettled, settled),
        (Key::WorkshopShowUnsettled, unsettled),
        (Key::WorkshopShowSame, same),
    ];
    let said = parts.into_iter().filter(|(_, count)| *count > 0);
    let said = said.map(|(key, count)| fill(key, &[("count", &count.to_string())]));
    said.collect::<Vec<_>>().join(", ")
}
