//! Workshops: a trainer prepares one, groups answer, the room looks at it and agrees.

mod after;
mod collect;
mod control;
mod copied;
mod group;
mod hub;
mod kept;
mod list;
pub mod notes;
pub mod open_file;
mod prepare;
mod qr;
mod remove;
mod returned;
mod sheet;
mod show;
mod words;

use super::super::{
    el::{El, el},
    route::{Room, Workshops},
    state::State,
    words::t,
};
use crate::{app::components::title::title, text::Key};
use kept::{Kept, Missing};
pub use words::called;

/// A page of workshops.
pub fn workshops(state: State, place: &Workshops) -> Vec<El> {
    match place {
        Workshops::All => list::list(state),
        Workshops::New => prepare::prepare(state),
        Workshops::Notes(article) => notes::notes(state, article.as_deref()),
        Workshops::Room(session, room) => match Kept::find(state, session) {
            Ok(kept) => self::room(state, kept, *room),
            Err(missing) => nothing(missing),
        },
        Workshops::Seat(code, seat) => group::group(state, code, seat),
        Workshops::Return(code) => returned::returned(state, code),
    }
}

fn room(state: State, kept: Kept, room: Room) -> Vec<El> {
    match room {
        Room::Hub => hub::hub(state, kept),
        Room::Sheet => sheet::sheet(state, kept),
        Room::Collect => collect::collect(state, kept),
        Room::Show => show::show(state, kept),
        Room::Control => control::control(state, kept),
        Room::After => after::after(state, kept),
    }
}

fn nothing(missing: Missing) -> Vec<El> {
    let heading = match missing {
        Missing::Nowhere => Key::WorkshopMissing,
        Missing::Broken => Key::WorkshopBroken,
    };
    vec![title(t(heading).to_owned()), el("p").class("lead").text(t(Key::WorkshopMissingText))]
}
