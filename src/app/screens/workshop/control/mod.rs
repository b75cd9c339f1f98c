//! What the trainer sees while the projector shows something else: who says what, what to ask about it, and
//! all that steers the projector.

mod agreed;
mod desk;
mod groups;
mod items;

use leptos::prelude::*;

use super::{
    kept::Kept,
    show::{keys, stage::Stage},
};
use crate::{
    app::{
        components::{
            button::{Look, button, button_link},
            title::title,
        },
        el::{El, el},
        live::{flag, part},
        route::{Room, Route, Workshops},
        state::State,
        words::{fill, t},
    },
    browser::screen::open_window,
    text::Key,
};
pub use agreed::agreed;
pub use desk::{desk, next_button};
pub use items::items;

/// The page.
pub fn control(app: State, kept: Kept) -> Vec<El> {
    let stage = Stage::new(app, kept);
    kept.listen();
    keys::listen(stage);
    let name = kept.session().plan().name.clone();
    let heading = if name.is_empty() {
        t(Key::WorkshopControlTitle).to_owned()
    } else {
        fill(Key::WorkshopControlTitleOf, &[("name", &name)])
    };
    let back = el("p")
        .el(el("a").attr("href", address(stage, Room::Hub)).text(t(Key::WorkshopControlHub)));
    let about = part(move || {
        let item = stage.item()?;
        Some(untrack(|| current(stage, &item)).done())
    });
    let main =
        el("div").class("control-main").child(about).el(groups::groups(stage)).el(agreed(stage));
    let mut desk =
        el("section").class("control-desk").is("aria-labelledby", "control-desk").el(el("h2")
            .class("visually-hidden")
            .is("id", "control-desk")
            .text(t(Key::WorkshopControlDesk)));
    for part in desk::desk(stage) {
        desk = desk.el(part);
    }
    let page = el("div").class("control").el(main).el(items(stage));
    vec![back, title(heading), projector(stage), desk, page]
}

fn address(stage: Stage, room: Room) -> String {
    Route::Workshops(Workshops::Room(stage.kept.name(), room)).href()
}

/// The way to the projector's window; where nothing is kept, to the page in this one.
fn projector(stage: Stage) -> El {
    let href = address(stage, Room::Show);
    if !stage.state.keeps() {
        return el("div")
            .class("notice")
            .el(el("p").text(t(Key::WorkshopControlAlone)))
            .el(button_link(Look::Plain, t(Key::WorkshopControlHere), href));
    }
    let blocked = RwSignal::new(false);
    let (target, link) = (format!("plumbline-projector-{}", stage.kept.name()), href.clone());
    let open = button(Look::Plain, t(Key::WorkshopControlOpen), move || {
        blocked.set(!open_window(&href, &target));
    });
    let hint = el("p").class("hint").text(t(Key::WorkshopControlOpenHint));
    let other = el("p")
        .is("role", "status")
        .child(part(move || {
            let link = el("a")
                .attr("href", link.clone())
                .is("target", "_blank")
                .is("rel", "opener")
                .text(t(Key::WorkshopControlBlockedLink));
            let said = el("span").text(t(Key::WorkshopControlBlocked)).text(" ").el(link);
            blocked.get().then(|| said.done())
        }))
        .absent(flag(move || !blocked.get()));
    el("div").class("control-open").el(open).el(hint).el(other)
}

/// The item, and what the trainer has on it.
fn current(stage: Stage, item: &crate::domain::id::ItemId) -> El {
    let texts = &stage.state.questionnaire().texts;
    let about = item.clone();
    let notes = part(move || {
        let (_, texts) = stage.case()?;
        let prompt = texts
            .prompts
            .get(about.as_str())
            .map(|prompt| fact(Key::WorkshopControlPrompt, prompt.clone(), None).done());
        let model = stage.model(&about).map(|model| {
            let rating = stage.rating(&model.rating);
            fact(Key::WorkshopControlModel, rating, Some(model.reason)).done()
        });
        let none = (prompt.is_none() && model.is_none())
            .then(|| el("p").class("hint").text(t(Key::WorkshopControlNoModel)).done());
        let list = el("dl").class("control-notes").child_maybe(prompt).child_maybe(model);
        Some(none.unwrap_or_else(|| list.done()))
    });
    el("section")
        .is("aria-labelledby", "control-item")
        .el(el("h2").is("id", "control-item").string(stage.name_of(item)))
        .el(el("p").class("lead").text(texts.ask(item)))
        .child(notes)
}

fn fact(key: Key, value: String, more: Option<&'static str>) -> El {
    el("div")
        .el(el("dt").text(t(key)))
        .el(el("dd").string(value))
        .child_maybe(more.map(|more| el("dd").text(more).done()))
}
