//! A trainer's workshop: how groups come in, who is in, and the ways to all else.

mod present;
mod way_in;
mod who;

use leptos::prelude::*;

use super::{
    super::super::{
        components::{
            button::{Look, button, button_link, buttons},
            title::title,
        },
        el::{El, el},
        live::{part, text},
        route::{Room, Route, Workshops},
        state::State,
        words::{fill, t},
    },
    kept::Kept,
    prepare::draft::Draft,
    remove::{deleting, save},
    words::{about, called, extent, href},
};
use crate::{browser::location, text::Key};

/// The page.
pub fn hub(state: State, kept: Kept) -> Vec<El> {
    kept.listen();
    let session = kept.session();
    let plan = session.plan();
    let facts = extent(plan, session.items().len());
    let case = plan.about.clone();
    let who = text(move || about(state, &case));
    let facts = el("p").class("workshop-facts").string(facts).text(" · ").live(who);
    let number = el("p")
        .class("workshop-number")
        .text(t(Key::WorkshopHubSession))
        .text(" ")
        .el(el("strong").string(kept.name()));
    vec![
        crumbs(),
        title(called(&session)),
        facts,
        number.text(" ").el(el("span").class("quiet").text(t(Key::WorkshopHubSessionHint))),
        el("div").child(gone(kept)),
        el("div")
            .class("workshop-hub")
            .el(el("div").class("workshop-steps").el(present::present(&kept)).el(further(kept)))
            .el(way_in::way_in(state, &session)),
        who::who(state, kept),
        ending(state, kept),
    ]
}

/// The way back to all workshops.
pub fn crumbs() -> El {
    let all = el("a").attr("href", Route::Workshops(Workshops::All).href());
    el("nav")
        .class("crumbs")
        .is("aria-label", t(Key::CrumbsLabel))
        .el(all.text(t(Key::WorkshopAllTitle)))
}

/// What is said when another window has deleted it.
fn gone(kept: Kept) -> AnyView {
    part(move || {
        let gone = kept.with(|_| ()).is_none();
        gone.then(|| el("p").class("notice warning").text(t(Key::WorkshopHubGone)).done())
    })
}

fn section(id: &'static str, heading: Key) -> El {
    let heading = el("h2").is("id", id).is("tabindex", "-1").text(t(heading));
    el("section").is("aria-labelledby", id).el(heading)
}

/// The ways to all else.
fn further(kept: Kept) -> El {
    let session = kept.name();
    let notes = Route::Workshops(Workshops::Notes(None)).href();
    let ways = [
        (href(&session, Room::Collect), Key::WorkshopHubCollect, Key::WorkshopHubCollectText),
        (href(&session, Room::After), Key::WorkshopHubAfter, Key::WorkshopHubAfterText),
        (href(&session, Room::Sheet), Key::WorkshopHubSheet, Key::WorkshopHubSheetText),
        (notes, Key::WorkshopListNotes, Key::WorkshopHubNotesText),
    ];
    let ways = ways.map(|(href, name, words)| {
        let link = el("a").class("row-title").attr("href", href).text(t(name));
        let words = el("span").class("quiet").text(t(words));
        el("li").class("row").el(el("div").class("row-main").el(link).el(words)).done()
    });
    let agreed = text(move || {
        let numbers = kept.with(|workshop| {
            let items = workshop.session.items();
            let agreed = items.iter().filter(|item| workshop.agreed.contains_key(*item)).count();
            (agreed.to_string(), items.len().to_string())
        });
        let (agreed, items) = numbers.unwrap_or_default();
        fill(Key::WorkshopHubAgreed, &[("number", &agreed), ("all", &items)])
    });
    section("further", Key::WorkshopHubFurther).el(el("ul").class("rows").children(ways)).el(el(
        "p",
    )
    .class("quiet")
    .live(agreed))
}

/// What is done with the workshop as a whole.
fn ending(state: State, kept: Kept) -> El {
    let session = kept.name();
    let (delete, question) = deleting(state, session.clone(), &called(&kept.session()));
    let again = button(Look::Quiet, t(Key::WorkshopHubAgain), move || {
        let pack = &state.questionnaire().pack;
        Draft::leave(Some(Draft::like(pack, kept.session().plan())));
        location::go(&Route::Workshops(Workshops::New).to_string());
    });
    let save = button(Look::Quiet, t(Key::ToolbarSave), move || save(state, &session));
    section("whole", Key::WorkshopHubWhole)
        .el(el("p").class("measure-text").text(t(Key::WorkshopHubWholeText)))
        .el(buttons([save, again, delete]))
        .child(question)
}

/// A link that looks like a button and opens a window of its own.
fn window_link(look: Look, label: &'static str, fragment: String, name: String) -> El {
    button_link(look, label, format!("#{fragment}")).is("target", "_blank").on(
        "click",
        move |event| {
            if crate::browser::windows::open(&format!("#{fragment}"), &name) {
                event.prevent_default();
            }
        },
    )
}
