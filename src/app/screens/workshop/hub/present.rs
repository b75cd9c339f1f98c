//! The windows in which it is presented.

use super::{
    super::super::super::{
        components::button::{Look, buttons},
        el::{El, el},
        route::{Room, Route, Workshops},
        words::t,
    },
    super::kept::Kept,
    section, window_link,
};
use crate::text::Key;

/// The ways to the projector and to the presenter's window.
pub fn present(kept: &Kept) -> El {
    let fragment = |room| Route::Workshops(Workshops::Room(kept.name(), room)).to_string();
    let window = |room: &str| format!("plumbline-{room}-{}", kept.name());
    let show =
        window_link(Look::Primary, t(Key::WorkshopHubShow), fragment(Room::Show), window("show"));
    let control = window_link(
        Look::Plain,
        t(Key::WorkshopHubControl),
        fragment(Room::Control),
        window("control"),
    );
    section("present", Key::WorkshopHubPresent)
        .el(el("p").text(t(Key::WorkshopHubPresentText)))
        .el(buttons([show, control]))
}
