//! What the projector shows: large, calm, and nothing that nobody has revealed.

mod item;
pub mod keys;
mod pages;
pub mod stage;
pub mod timer;
mod votes;

use leptos::prelude::*;

use super::{control, kept::Kept};
use crate::{
    app::{
        components::{
            button::{Look, button, button_link},
            title::title,
        },
        el::{El, el},
        live::{flag, part, text},
        route::{Room, Route, Workshops},
        state::State,
        words::t,
    },
    browser::screen,
    domain::workshop::show::{Step, View},
    text::Key,
};
use stage::Stage;

/// The page.
pub fn show(app: State, kept: Kept) -> Vec<El> {
    let stage = Stage::new(app, kept);
    kept.listen();
    keys::listen(stage);
    let view = stage.part(|show| show.view);
    let is_blank = stage.part(|show| show.blank);
    let page = part(move || {
        let view = view.get();
        Some(untrack(|| match view {
            View::Join => pages::join(stage).done(),
            View::Item => item::item(stage).done(),
            View::List => pages::list(stage).done(),
            View::End => pages::end(stage).done(),
        }))
    });
    let there = timer::is_there(stage);
    let runs = stage.part(|show| show.timer.runs());
    // Beside other pages than items it matters only while it runs.
    let is_timed = flag(move || there.get() && (runs.get() || view.get() == View::Item));
    let head = el("header")
        .class("show-head")
        .el(el("p").class("show-where").live(text(move || said_where(stage))))
        .el(timer::timer(stage, is_timed))
        .el(title(text(move || stage.heading())).class("show-title"));
    let content =
        el("div").class("show-content").absent(flag(move || is_blank.get())).el(head).child(page);
    let stage_itself = el("div")
        .class("show")
        .el(content)
        .child(part(move || is_blank.get().then(|| blank(stage).done())))
        .el(bar(stage));
    let mut all = vec![stage_itself];
    if !app.keeps() {
        all.push(alone(stage));
    }
    all
}

/// What stands above the heading.
fn said_where(stage: Stage) -> String {
    let plan_name = stage.kept.session().plan().name.clone();
    let (item, case) = match stage.with(|show| show.view) {
        View::Item => (stage.said_where(), stage.case().map(|(_, texts)| texts.name.clone())),
        View::Join | View::List | View::End => (plan_name, None),
    };
    let parts = [Some(item), case].into_iter().flatten().filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join(" · ")
}

/// A dark screen, and a way out of it for those who have no key for it.
fn blank(stage: Stage) -> El {
    el("div")
        .class("show-blank")
        .el(el("p").class("visually-hidden").text(t(Key::WorkshopShowBlank)))
        .el(button(Look::Quiet, t(Key::WorkshopControlLight), move || stage.take(Step::Blank)))
}

/// The ways on and back for those without keys, quietly at the lower edge.
fn bar(stage: Stage) -> El {
    let hub = Route::Workshops(Workshops::Room(stage.kept.name(), Room::Hub)).href();
    let full = screen::can_be_full()
        .then(|| button(Look::Quiet, t(Key::WorkshopShowFull), screen::toggle_full).done());
    el("nav")
        .class("show-bar")
        .is("aria-label", t(Key::WorkshopShowSteps))
        .el(button_link(Look::Quiet, t(Key::WorkshopShowLeave), hub))
        .child_maybe(full)
        .el(el("span").class("show-room"))
        .el(button(Look::Quiet, t(Key::WorkshopControlBack), move || stage.take(Step::Back)))
        .el(control::next_button(stage, "button quiet-button"))
}

/// Where nothing is kept no other window can follow: what a presenter needs stands below.
fn alone(stage: Stage) -> El {
    el("section")
        .class("show-alone")
        .is("aria-labelledby", "show-alone")
        .el(el("h2").is("id", "show-alone").text(t(Key::WorkshopControlDesk)))
        .el(el("p").class("hint").text(t(Key::WorkshopShowAlone)))
        .children(control::desk(stage).into_iter().map(El::done))
        .el(control::agreed(stage))
        .el(control::items(stage))
}
