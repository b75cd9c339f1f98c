//! The workshops that are kept in this browser, and the way to a new one.

use leptos::prelude::*;

use super::{
    super::super::{
        components::{
            button::{Look, button_for, button_link, buttons},
            row::{row_main, rows},
            title::title,
        },
        el::{El, el},
        live::part,
        messages::load_error,
        route::{Room, Route, Workshops},
        state::State,
        words::{fill, t},
    },
    open_file::open_file,
    remove::{deleting, groups_in, raw, save},
    words::{about, called, extent, href},
};
use crate::{
    domain::workshop::Workshop,
    persist::workshop::{shelf::Entry, start::StartError, whole::WorkshopFileError},
    text::Key,
};

/// The page.
pub fn list(state: State) -> Vec<El> {
    let new = button_link(
        Look::Primary,
        t(Key::WorkshopListNew),
        Route::Workshops(Workshops::New).href(),
    );
    let notes = button_link(
        Look::Plain,
        t(Key::WorkshopListNotes),
        Route::Workshops(Workshops::Notes(None)).href(),
    );
    let mut page = vec![
        title(t(Key::WorkshopAllTitle).to_owned()),
        el("p").class("lead").text(t(Key::WorkshopListLead)),
        el("p").class("measure-text").text(t(Key::WorkshopListHow)),
        buttons([new, notes]),
    ];
    if !state.keeps() {
        page.push(el("p").class("notice warning").text(t(Key::WorkshopListMemory)));
    }
    page.push(el("div").child(kept(state)));
    page.push(el("section").class("card").child(open_file(state)));
    page
}

fn kept(state: State) -> AnyView {
    part(move || {
        state.track_workshops();
        let heading = el("h2").is("id", "kept").is("tabindex", "-1").text(t(Key::WorkshopListKept));
        let section = el("section").is("aria-labelledby", "kept").el(heading);
        Some(match state.with_library(|library, pack| library.workshops().list(pack)) {
            Ok(all) if all.is_empty() => {
                section.el(el("p").class("empty").text(t(Key::WorkshopListEmpty))).done()
            }
            Ok(all) => section.el(rows(all.into_iter().map(|it| entry(state, it)))).done(),
            Err(error) => el("p").class("notice warning").string(load_error(&error.into())).done(),
        })
    })
}

fn entry(state: State, Entry { session, content }: Entry) -> El {
    match content {
        Ok(opened) => whole(state, session, &opened.workshop),
        Err(error) => broken(state, &session, &error),
    }
}

/// A row: what it is, something about it, and what can be done.
fn row(title: El, about: String, tools: impl IntoIterator<Item = El>, question: AnyView) -> El {
    el("li").class("row kept").el(row_main(title, about)).el(buttons(tools)).child(question)
}

fn whole(state: State, session: String, workshop: &Workshop) -> El {
    let name = called(&workshop.session);
    let (delete, question) = deleting(state, session.clone(), &name);
    let saved = session.clone();
    let save = button_for(Look::Quiet, t(Key::ToolbarSave), &name, move || save(state, &saved));
    let open = el("a").class("row-title").attr("href", href(&session, Room::Hub)).string(name);
    let plan = workshop.session.plan();
    let seen = [("in", groups_in(workshop).to_string()), ("all", plan.groups.count().to_string())];
    let seen = seen.each_ref().map(|(name, value)| (*name, value.as_str()));
    let about = [
        fill(Key::WorkshopListIn, &seen),
        extent(plan, workshop.session.items().len()),
        about(state, &plan.about),
        session,
    ];
    row(open, about.join(" · "), [save, delete], question)
}

fn broken(state: State, session: &str, error: &WorkshopFileError) -> El {
    let name = fill(Key::WorkshopListBroken, &[("session", session)]);
    let (delete, question) = deleting(state, session.to_owned(), session);
    let saved = session.to_owned();
    let download = button_for(Look::Quiet, t(Key::HomeDownloadRaw), session, move || {
        raw(state, &saved);
    });
    row(el("strong").string(name), reason(error), [download, delete], question)
}

/// Why a kept workshop isn't read, and what to do.
fn reason(error: &WorkshopFileError) -> String {
    match error {
        WorkshopFileError::Start(StartError::Newer) => t(Key::WorkshopListNewer).to_owned(),
        WorkshopFileError::Start(StartError::OtherPack { id, version }) => {
            fill(Key::WorkshopListOtherPack, &[("pack", id), ("version", version)])
        }
        WorkshopFileError::TooLarge
        | WorkshopFileError::Json(_)
        | WorkshopFileError::Format
        | WorkshopFileError::Start(StartError::None | StartError::Damaged) => {
            t(Key::WorkshopListDamaged).to_owned()
        }
    }
}
