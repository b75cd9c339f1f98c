//! What a group sees: the door, one item after the other, and what it hands in.

mod answers;
mod case;
mod door;
pub mod hand;
mod item;
mod said;
mod timer;

use std::sync::Arc;

use leptos::prelude::*;

use crate::{
    app::{
        components::{
            button::{Look, button, button_link, buttons},
            title::title,
        },
        el::{El, el},
        live::flag,
        route::{Route, Seat, Workshops},
        state::State,
        words::{fill, t},
    },
    browser::location,
    domain::workshop::session::Session,
    persist::workshop::start::{self, StartError},
    text::Key,
};
use said::Said;

/// The page.
pub fn group(state: State, code: &str, seat: &Seat) -> Vec<El> {
    let session = match start::read(&state.questionnaire().pack, code) {
        Ok(session) => Arc::new(session),
        Err(error) => return no_start(state, &error),
    };
    match seat {
        Seat::Door => door::door(state, code, &session),
        Seat::Answers(group, round) if is_known(&session, *group, *round) => {
            answers::answers(state, code, Said::find(state, &session, *group, *round))
        }
        Seat::Item(group, round, item) if is_known(&session, *group, *round) => {
            match session.place(item) {
                Some(place) => {
                    let said = Said::find(state, &session, *group, *round);
                    item::item(state, code, said, item, place)
                }
                None => no_seat(code),
            }
        }
        Seat::Answers(..) | Seat::Item(..) => no_seat(code),
    }
}

fn is_known(session: &Session, group: u16, round: u8) -> bool {
    let plan = session.plan();
    group < plan.groups.count() && (1..=plan.rounds).contains(&round)
}

/// Where a group is.
fn href(code: &str, seat: Seat) -> String {
    Route::Workshops(Workshops::Seat(code.to_owned(), seat)).href()
}

/// Who answers, and in which round where there are several.
fn whose(said: Said) -> String {
    let rounds = said.session().plan().rounds;
    let name = said.name();
    if rounds == 1 {
        return name;
    }
    let (round, rounds) = (said.round().to_string(), rounds.to_string());
    fill(Key::WorkshopGroupWhose, &[("group", &name), ("round", &round), ("rounds", &rounds)])
}

/// Says on a page that what is said stands on this page only.
fn unkept_notice(said: Said) -> El {
    let unkept = said.is_unkept();
    el("p")
        .class("notice warning seat-unkept")
        .absent(flag(move || !unkept.get()))
        .text(t(Key::WorkshopGroupUnkept))
}

/// The code leads to no session.
fn no_start(state: State, error: &StartError) -> Vec<El> {
    let (heading, words) = match error {
        StartError::None => (Key::WorkshopGroupNoneTitle, t(Key::WorkshopGroupNone).to_owned()),
        StartError::Newer => (Key::WorkshopGroupNewerTitle, t(Key::WorkshopGroupNewer).to_owned()),
        StartError::Damaged => {
            (Key::WorkshopGroupDamagedTitle, t(Key::WorkshopGroupDamaged).to_owned())
        }
        StartError::OtherPack { id, version } => {
            let here = state.questionnaire().pack.reference();
            let values = [
                ("id", id.as_str()),
                ("version", version.as_str()),
                ("here_id", here.id.as_str()),
                ("here_version", here.version.as_str()),
            ];
            (Key::WorkshopGroupPackTitle, fill(Key::WorkshopGroupPack, &values))
        }
    };
    let mut ways = Vec::new();
    if matches!(error, StartError::Newer | StartError::OtherPack { .. }) {
        ways.push(button(Look::Primary, t(Key::LaterReload), location::reload));
    }
    ways.push(button_link(Look::Plain, t(Key::FailedHome), Route::Home.href()));
    vec![title(t(heading)), el("p").class("lead").string(words), buttons(ways)]
}

/// The session has no such group, round or item.
fn no_seat(code: &str) -> Vec<El> {
    let door = href(code, Seat::Door);
    vec![
        title(t(Key::WorkshopGroupNowhere)),
        el("p").class("lead").text(t(Key::WorkshopGroupNowhereText)),
        buttons([button_link(Look::Primary, t(Key::WorkshopGroupToDoor), door)]),
    ]
}
