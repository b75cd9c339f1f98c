//! What a group has answered in a round, and the ways to hand it in.

use leptos::prelude::*;

use super::{
    door::to_door,
    hand, href,
    said::{Said, answered, first_open, is_begun, load, note},
    unkept_notice, whose,
};
use crate::{
    app::{
        charts::pie::pie,
        components::{
            badge::sign,
            button::{Look, button_link, buttons},
            row::numbered,
            title::title,
        },
        el::{El, el},
        live::part,
        route::Seat,
        state::State,
        words::{fill, t},
    },
    domain::{
        id::ItemId,
        workshop::returned::{Return, Vote},
    },
    text::{Key, workshop::level_name},
};

/// The page.
pub fn answers(state: State, code: &str, said: Said) -> Vec<El> {
    let plan = said.session().plan().clone();
    let heading = if plan.rounds == 1 {
        t(Key::WorkshopGroupHandIn).to_owned()
    } else {
        fill(Key::WorkshopGroupHandInRound, &[("round", &said.round().to_string())])
    };
    let summary = {
        let code = code.to_owned();
        part(move || Some(summary(&code, said, &said.now()).done()))
    };
    let list = {
        let code = code.to_owned();
        part(move || Some(list(state, &code, said, &said.now()).done()))
    };
    let mut page = vec![
        el("p").class("seat-place").string(whose(said)),
        title(heading),
        unkept_notice(said),
        el("div").child(unreadable(state, said)),
        el("div").child(summary),
        el("div").child(hand::ways(state, said)),
    ];
    page.extend(next_round(state, code, said));
    page.push(
        el("section")
            .is("aria-labelledby", "seat-list")
            .el(el("h2").is("id", "seat-list").text(t(Key::WorkshopGroupList)))
            .child(list),
    );
    page.push(to_door(code));
    page
}

/// Says that something is kept here which nobody can read.
fn unreadable(state: State, said: Said) -> AnyView {
    part(move || {
        said.now();
        load(state, &said.session(), said.group(), said.round()).err()?;
        Some(el("p").class("notice warning").text(t(Key::WorkshopGroupUnreadable)).done())
    })
}

/// How much is answered, and the way to what is open.
fn summary(code: &str, said: Said, now: &Return) -> El {
    let session = said.session();
    let all = session.items().len();
    let done = answered(now);
    let open = all.saturating_sub(done);
    let Some(first) = first_open(&session, now) else {
        return el("p").class("lead").text(t(Key::WorkshopGroupAllDone));
    };
    let words = match (done, open) {
        (0, _) => t(Key::WorkshopGroupNothing).to_owned(),
        (_, 1) => fill(Key::WorkshopGroupOpenOne, &[("all", &all.to_string())]),
        _ => {
            fill(Key::WorkshopGroupOpen, &[("open", &open.to_string()), ("all", &all.to_string())])
        }
    };
    let look = if done == 0 { Look::Primary } else { Look::Plain };
    let label = if is_begun(now) { Key::WorkshopGroupToOpen } else { Key::WorkshopGroupToFirst };
    let way = href(code, Seat::Item(said.group(), said.round(), first.clone()));
    el("div").el(el("p").class("lead").string(words)).el(buttons([button_link(
        look,
        t(label),
        way,
    )]))
}

/// The way to the next round, where there is one.
fn next_round(state: State, code: &str, said: Said) -> Option<El> {
    let session = said.session();
    let next = said.round().checked_add(1).filter(|round| *round <= session.plan().rounds)?;
    let begun = load(state, &session, said.group(), next).ok().flatten();
    let begun = begun.filter(is_begun);
    let seat = match &begun {
        Some(begun) => match first_open(&session, begun) {
            Some(item) => Seat::Item(said.group(), next, item.clone()),
            None => Seat::Answers(said.group(), next),
        },
        None => Seat::Item(said.group(), next, session.items().first()?.clone()),
    };
    let round = next.to_string();
    let key = if begun.is_some() { Key::WorkshopGroupNextOn } else { Key::WorkshopGroupNext };
    let link = el("a")
        .class("button")
        .attr("href", href(code, seat))
        .string(fill(key, &[("round", &round)]));
    Some(
        el("section")
            .is("aria-labelledby", "seat-next")
            .el(el("h2")
                .is("id", "seat-next")
                .string(fill(Key::WorkshopGroupNextTitle, &[("round", &round)])))
            .el(el("p").class("seat-say").text(t(Key::WorkshopGroupNextText)))
            .el(buttons([link])),
    )
}

fn list(state: State, code: &str, said: Said, now: &Return) -> El {
    let session = said.session();
    let items = session.items().iter().enumerate();
    let items = items.map(|(place, item)| row(state, code, said, now, place, item).done());
    el("ul").class("rows seat-rows").children(items)
}

fn row(state: State, code: &str, said: Said, now: &Return, place: usize, item: &ItemId) -> El {
    let title = state.questionnaire().texts.title(item).to_owned();
    let way = href(code, Seat::Item(said.group(), said.round(), item.clone()));
    let mut main = el("div").class("row-main").el(numbered(way, item.to_string(), title));
    let why = note(now, place);
    if !why.is_empty() {
        main = main.el(el("span").class("seat-why").string(why.to_owned()));
    }
    el("li").class("row").el(main).el(vote_badge(state, now.votes.get(place).copied().flatten()))
}

/// What was said of an item, as a shape and a word.
fn vote_badge(state: State, vote: Option<Vote>) -> El {
    let Some(vote) = vote else {
        let word = el("span").text(t(Key::WorkshopGroupUnanswered));
        return el("span").class("badge open").child(sign("")).el(word);
    };
    let scale = state.questionnaire().pack.scale();
    let shape = match vote {
        Vote::Level(place) => scale.levels().get(usize::from(place)),
        Vote::DontKnow => None,
    };
    let shape = shape.map_or_else(|| sign("?"), |level| pie(level.credit, scale.unit()));
    let word = el("span").string(level_text(state, vote).to_owned());
    el("span").class("badge").child(shape).el(word)
}

/// What a vote is called.
pub fn level_text(state: State, vote: Vote) -> &'static str {
    let questionnaire = state.questionnaire();
    match vote {
        Vote::Level(place) => {
            level_name(&questionnaire.pack, &questionnaire.texts, usize::from(place))
        }
        Vote::DontKnow => t(Key::RatingDontKnow),
    }
}
