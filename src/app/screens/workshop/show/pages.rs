//! What the projector shows beside items: how to join, the items by disagreement, the end.

use leptos::prelude::*;

use super::{super::qr::qr, stage::Stage};
use crate::{
    app::{
        el::{El, el},
        live::{part, text},
        route::{Route, Seat, Workshops},
        words::{fill, t, texts},
    },
    browser::location,
    domain::workshop::show::Step,
    persist::workshop::start,
    text::{Key, workshop::median_text},
};

/// More groups than this aren't named one by one.
const MOST_NAMED: usize = 40;

/// How groups join.
pub fn join(stage: Stage) -> El {
    let session = stage.kept.session();
    let code = start::write(&stage.state.questionnaire().pack, &session);
    let seat = Route::Workshops(Workshops::Seat(code, Seat::Door));
    let link = format!("{}{}", location::address(), seat.href());
    let steps = [
        Key::WorkshopShowJoinOpen,
        Key::WorkshopShowJoinGroup,
        Key::WorkshopShowJoinRate,
        Key::WorkshopShowJoinBack,
    ];
    let steps = steps.map(|step| el("li").text(t(step)).done());
    let picture =
        qr(&link).unwrap_or_else(|| el("p").class("show-quiet").text(t(Key::WorkshopShowNoQr)));
    let rest = el("div")
        .el(el("ol").class("show-how").children(steps))
        .el(el("p").class("show-in").is("role", "status").live(text(move || said_in(stage))))
        .child(part(move || who(stage)));
    el("div").class("show-join").el(el("div").class("show-qr").el(picture)).el(rest)
}

/// Groups of whom something came in for the round.
fn said_in(stage: Stage) -> String {
    let count = of_round(stage).len().to_string();
    fill(Key::WorkshopShowIn, &[("count", &count), ("of", &stage.groups().to_string())])
}

fn of_round(stage: Stage) -> Vec<u16> {
    let round = stage.with(|show| show.round);
    let groups = stage.kept.with(|workshop| {
        workshop.collected.columns(round).map(|(group, _)| group).collect::<Vec<u16>>()
    });
    groups.unwrap_or_default()
}

/// The names of the groups, those that are in marked.
fn who(stage: Stage) -> Option<AnyView> {
    let session = stage.kept.session();
    let groups = &session.plan().groups;
    if usize::from(groups.count()) > MOST_NAMED {
        return None;
    }
    let here = of_round(stage);
    let chips = (0..groups.count()).map(|group| {
        let name = crate::text::workshop::group_name(texts(), groups, group);
        if here.contains(&group) {
            let name = fill(Key::WorkshopShowGroupIn, &[("group", &name)]);
            el("li").class("show-chip show-chip-in").string(name).done()
        } else {
            el("li").class("show-chip").string(name).done()
        }
    });
    Some(el("ul").class("show-chips").is("role", "list").children(chips).done())
}

/// The items by disagreement. Of those that aren't revealed it says how far apart the groups are, not where.
pub fn list(stage: Stage) -> El {
    let table = part(move || {
        let ranked = stage.ranked();
        let rows: Vec<AnyView> = ranked.into_iter().filter_map(|place| row(stage, place)).collect();
        if rows.is_empty() {
            return Some(el("p").class("show-ask").text(t(Key::WorkshopShowNobodyYet)).done());
        }
        let head = [
            Key::WorkshopShowItemHead,
            Key::WorkshopShowSpread,
            Key::WorkshopShowMedian,
            Key::WorkshopShowAgreed,
        ];
        let head = head.map(|key| el("th").is("scope", "col").text(t(key)).done());
        let table = el("table")
            .class("show-list")
            .el(el("caption").class("visually-hidden").text(t(Key::WorkshopShowList)))
            .el(el("thead").el(el("tr").children(head)))
            .el(el("tbody").children(rows));
        Some(table.done())
    });
    el("div").child(table)
}

fn row(stage: Stage, place: usize) -> Option<AnyView> {
    let tally = stage.last(place).filter(|tally| tally.voted() > 0)?;
    let go = el("button")
        .is("type", "button")
        .class("show-link")
        .on("click", move |_| stage.take(Step::Item(place)))
        .string(stage.name_of(&tally.item));
    let mut spread = vec![Stage::spread(&tally)];
    if tally.dont_know > 0 {
        let count = tally.dont_know.to_string();
        spread.push(fill(Key::WorkshopShowDontKnow, &[("count", &count)]));
    }
    spread.retain(|part| !part.is_empty());
    let questionnaire = stage.state.questionnaire();
    let seen = stage.with(|show| show.is_revealed(place, show.round));
    let median = tally.median().filter(|_| seen);
    let median = median
        .map(|median| median_text(texts(), &questionnaire.pack, &questionnaire.texts, median));
    let agreed = stage.agreed(&tally.item).map(|agreed| stage.rating(&agreed.rating));
    let row = el("tr")
        .el(el("th").is("scope", "row").el(go))
        .el(el("td").string(spread.join(", ")))
        .el(figure(Key::WorkshopShowMedian, median))
        .el(figure(Key::WorkshopShowAgreed, agreed));
    Some(row.done())
}

/// A cell that says what it is where there is no room for the head of the table.
fn figure(key: Key, value: Option<String>) -> El {
    let label = el("span").class("show-label").is("aria-hidden", "true").text(t(key));
    match value {
        Some(value) => el("td").el(label).el(el("span").string(value)),
        None => el("td").class("show-none").text("–"),
    }
}

/// The end: what the room has agreed on.
pub fn end(stage: Stage) -> El {
    let agreed = part(move || {
        let session = stage.kept.session();
        let rows: Vec<AnyView> = session
            .items()
            .iter()
            .filter_map(|item| {
                let agreed = stage.agreed(item)?;
                let rating = el("dd").string(stage.rating(&agreed.rating));
                Some(el("div").el(el("dt").string(stage.name_of(item))).el(rating).done())
            })
            .collect();
        let count = rows.len().to_string();
        let all = session.items().len().to_string();
        let lead = fill(Key::WorkshopShowEndAgreed, &[("count", &count), ("of", &all)]);
        let list = (!rows.is_empty()).then(|| el("dl").class("show-result").children(rows).done());
        Some(el("div").el(el("p").class("show-ask").string(lead)).child_maybe(list).done())
    });
    el("div").class("show-last").child(agreed)
}
