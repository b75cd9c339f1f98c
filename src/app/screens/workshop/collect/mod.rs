//! Taking in what groups hand in: files, links, codes, pictures, the camera. All ways are there at once.

mod camera;
mod import;
mod lens;
mod report;
mod who;

use std::cell::RefCell;

use leptos::prelude::*;

use self::import::Import;
use super::{
    super::super::{
        components::{
            button::{Look, button, buttons},
            field::{Frame, text_area},
            title::title,
        },
        el::{El, el},
        live::{text, when_drawn},
        route::{Room, Route, Workshops},
        state::State,
        words::t,
    },
    kept::Kept,
};
use crate::{
    browser::{bring, file},
    persist::workshop::intake::Source,
    text::Key,
};

/// What the browser offers to choose.
const ACCEPT: &str = ".json,.txt,.csv,application/json,text/*,image/*";

thread_local! {
    /// A file that was opened elsewhere and is taken in by the page that comes next.
    static BROUGHT: RefCell<Option<(String, String)>> = const { RefCell::new(None) };
}

/// Has a file taken in by the page when it is opened: its name and its text.
pub fn bring(name: String, text: String) {
    BROUGHT.set(Some((name, text)));
}

/// The page.
pub fn collect(state: State, kept: Kept) -> Vec<El> {
    let import = Import::new(state, kept);
    kept.listen();
    // Both end with the page.
    StoredValue::new_local(bring::listen(move |brought| import.brought(brought)));
    lens::warm();
    if let Some((name, text)) = BROUGHT.take() {
        when_drawn(move || {
            import.text(Source::File(name), text);
        });
    }
    let ways = el("div")
        .class("collect-ways")
        .el(card("collect-files", Key::WorkshopCollectFiles, files(import)))
        .el(card("collect-paste", Key::WorkshopCollectPaste, paste(import)))
        .el(card("collect-scan", Key::WorkshopCameraTitle, scan(import)));
    let below = el("div").class("collect-below").el(report::report(import)).el(who::who(kept));
    vec![
        above(kept),
        title(t(Key::WorkshopCollectTitle).to_owned()),
        el("p").class("lead").text(t(Key::WorkshopCollectLead)),
        ways,
        below,
    ]
}

/// The way back to the workshop.
fn above(kept: Kept) -> El {
    let place = Workshops::Room(kept.name(), Room::Hub);
    let name = kept.session().plan().name.clone();
    let name = if name.is_empty() { t(Key::WorkshopCollectUnnamed).to_owned() } else { name };
    let link =
        |place, words: String| el("a").attr("href", Route::Workshops(place).href()).string(words);
    el("nav")
        .class("crumbs")
        .is("aria-label", t(Key::CrumbsLabel))
        .el(link(Workshops::All, t(Key::WorkshopAllTitle).to_owned()))
        .el(link(place, name))
}

fn card(id: &'static str, heading: Key, content: El) -> El {
    el("section")
        .class("card")
        .is("aria-labelledby", id)
        .el(el("h2").is("id", id).text(t(heading)))
        .el(content)
}

fn files(import: Import) -> El {
    let input = el("input")
        .is("type", "file")
        .is("id", "collect-file")
        .class("input")
        .is("multiple", "")
        .is("accept", ACCEPT)
        .is("aria-describedby", "collect-file-hint")
        .on("change", move |event| import.files(file::all_chosen(&event)));
    el("div")
        .class("field")
        .el(el("label").is("for", "collect-file").text(t(Key::WorkshopCollectFileLabel)))
        .el(el("p")
            .class("hint")
            .is("id", "collect-file-hint")
            .text(t(Key::WorkshopCollectFileHint)))
        .el(input)
}

fn paste(import: Import) -> El {
    let (pasted, blank) = (RwSignal::new(String::new()), RwSignal::new(false));
    let frame = Frame {
        id: "collect-text",
        label: Key::WorkshopCollectPasteLabel,
        hint: Some(Key::WorkshopCollectPasteHint),
        error: Some((Key::WorkshopCollectPasteBlank, blank.into())),
    };
    let field = text_area(
        &frame,
        text(move || pasted.get()),
        Signal::derive(|| false),
        move |text| pasted.set(text),
        || (),
    );
    let take = button(Look::Primary, t(Key::WorkshopCollectTake), move || {
        let text = pasted.get_untracked();
        blank.set(text.trim().is_empty());
        if blank.get_untracked() {
            return;
        }
        // What isn't taken in stays, to be looked at.
        if import.text(Source::Pasted, text).is_some_and(|last| last.receipt.refused.is_empty()) {
            pasted.set(String::new());
        }
    });
    el("div").child(field).el(buttons([take]))
}

fn scan(import: Import) -> El {
    el("div").el(el("p").class("hint").text(t(Key::WorkshopCameraHint))).el(camera::scanner(import))
}
