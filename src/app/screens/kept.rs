//! The part of the home page that knows of files and of what is kept: going on with it, opening a file,
//! the kept assessments with what can be done to them, the deleted ones.

use leptos::prelude::*;

use super::{
    super::pages::question,
    super::{
        components::{
            button::{Look, button, button_for, button_link, buttons},
            dialog::dialog,
            measure::looked_at,
            rename::rename,
            row::{row_main, rows},
        },
        el::{El, el},
        live::{part, text},
        messages::{Message, load_error},
        route::{Page, Route, Workshops},
        state::State,
        words::{fill, moment, t},
    },
    arrival,
    example::examples,
};
use crate::{
    domain::{evaluation::evaluate, id::AssessmentId, selection::Selection},
    persist::{
        document::Document,
        library::{Entry, Library},
        read::Opened,
    },
    text::Key,
};

/// The kept assessments and the deleted ones, and other ways to one: a file, an example.
pub fn kept(state: State) -> AnyView {
    let card = |id: &'static str, heading: Key, content: AnyView| {
        el("section")
            .class("card")
            .is("aria-labelledby", id)
            .el(el("h2").is("id", id).text(t(heading)))
            .child(content)
    };
    let others = el("div")
        .class("home others")
        .el(card("example", Key::ExampleTitle, examples(state)))
        .el(card("open", Key::KeptOpen, arrival::open_file(state)))
        .el(card("workshops", Key::WorkshopListHomeTitle, workshops()));
    vec![kept_list(state), deleted(state), others.done()].into_any()
}

/// The way of trainers to their workshops.
fn workshops() -> AnyView {
    let href = Route::Workshops(Workshops::All).href();
    let link = button_link(Look::Plain, t(Key::WorkshopListHomeOpen), href);
    el("div").el(el("p").text(t(Key::WorkshopListHomeText))).el(link).done()
}

/// The way back to what was saved last, with how far it is.
pub fn resume(state: State) -> AnyView {
    part(move || {
        state.track_shelf();
        let (entries, _) = entries(state);
        let document = entries.into_iter().find_map(|entry| entry.content.ok())?.document;
        let assessment = &document.assessment;
        let pack = &state.questionnaire().pack;
        let page = match assessment.selection {
            Selection::Quick => question::first_open(pack, assessment),
            Selection::All | Selection::Items(_) => Page::Hub,
        };
        let href = Route::Assessment(assessment.id.clone(), page).href();
        let name = assessment.name.clone();
        let link = button_link(Look::Primary, t(Key::KeptContinue), href);
        let section = el("section")
            .class("card resume-card")
            .is("aria-labelledby", "resume")
            .el(el("h2").is("id", "resume").text(t(Key::KeptLast)))
            .el(row_main(el("strong").string(name.clone()), about(state, &document)))
            .el(link.attr("aria-label", format!("{} {name}", t(Key::KeptContinue))));
        Some(section.done())
    })
}

/// What is kept, the one saved last first, and what kept it from being listed.
fn entries(state: State) -> (Vec<Entry>, Option<El>) {
    let (mut entries, trouble) = match state.with_library(Library::list) {
        Ok(entries) => (entries, None),
        Err(error) => {
            let notice = el("p").class("notice warning").string(load_error(&error.into()));
            (Vec::new(), Some(notice))
        }
    };
    // What is still open could not be kept as it is on the screen.
    if let Some(document) = state.document() {
        let id = document.assessment.id.clone();
        entries.retain(|entry| entry.id != id);
        let content = Ok(Opened { document, notices: Vec::new() });
        entries.insert(0, Entry { key: String::new(), id, content });
    }
    (entries, trouble)
}

/// "12 of 25 looked at · 22 Nov 2026, 21:13"
fn about(state: State, document: &Document) -> String {
    let measure = evaluate(&state.questionnaire().pack, &document.assessment).everything;
    let saved = document.saved.as_ref().map(|saved| moment(saved.as_str()));
    let about: Vec<String> = [Some(looked_at(&measure)), saved].into_iter().flatten().collect();
    about.join(" · ")
}

fn kept_list(state: State) -> AnyView {
    part(move || {
        state.track_shelf();
        let (entries, trouble) = entries(state);
        let trouble = trouble.map(El::done);
        if entries.is_empty() {
            return trouble;
        }
        let aside = state.with_library(|library, _| library.set_aside()).unwrap_or_default();
        let aside = aside.into_iter().map(|(key, id)| set_aside(state, key, &id));
        let entries = entries.into_iter().map(|entry| kept_entry(state, entry)).chain(aside);
        let heading = el("h2").is("id", "kept").is("tabindex", "-1").text(t(Key::KeptTitle));
        let section = el("section").is("aria-labelledby", "kept").el(heading).el(rows(entries));
        Some(el("div").child_maybe(trouble).el(section).done())
    })
}

fn kept_entry(state: State, Entry { id, content, .. }: Entry) -> El {
    match content {
        Ok(opened) if opened.read_only() => newer(state, id, &opened.document),
        Ok(opened) => whole(state, &opened.document),
        Err(error) => damaged(state, id, load_error(&error)),
    }
}

/// A row: what it is, something about it, and what can be done.
fn row(title: El, about: String, tools: impl IntoIterator<Item = El>) -> El {
    el("li").class("row kept").el(row_main(title, about)).el(buttons(tools))
}

fn whole(state: State, document: &Document) -> El {
    let id = document.assessment.id.clone();
    let name = document.assessment.name.clone();
    let renaming = RwSignal::new(false);
    let [saved, renamed, copied, deleted] = [(); 4].map(|()| id.clone());
    let deleted_name = name.clone();
    let tools = [
        button_for(Look::Quiet, t(Key::ToolbarSave), &name, move || {
            state.with_latest(&saved, State::download);
        }),
        button_for(Look::Quiet, t(Key::HomeRename), &name, move || renaming.set(true)),
        button_for(Look::Quiet, t(Key::KeptDuplicate), &name, move || {
            state.with_latest(&copied, |state, document| {
                state.duplicate(document);
            });
        }),
        button_for(Look::Danger, t(Key::KeptDelete), &name, move || {
            state.delete(&deleted, &deleted_name);
        }),
    ];
    let href = Route::Assessment(id, Page::Hub).href();
    let title = el("a").class("row-title").attr("href", href).string(name.clone());
    let renaming = rename(renaming, text(move || name.clone()), move |name| {
        state.rename_kept(&renamed, name);
    });
    row(title, about(state, document), tools).child(renaming)
}

/// A file of a newer version: it can be read and handed out, but not written.
fn newer(state: State, id: AssessmentId, document: &Document) -> El {
    let name = document.assessment.name.clone();
    let (deleted, deleted_name) = (id.clone(), name.clone());
    let href = Route::Assessment(id.clone(), Page::Hub).href();
    let tools = [
        button_for(Look::Quiet, t(Key::ToolbarSave), &name, move || state.download_raw(&id)),
        button_for(Look::Danger, t(Key::KeptDelete), &name, move || {
            state.delete(&deleted, &deleted_name);
        }),
    ];
    let title = el("a").class("row-title").attr("href", href).string(name);
    row(title, t(Key::ReadNewer).to_owned(), tools)
}

fn damaged(state: State, id: AssessmentId, reason: String) -> El {
    let title = fill(Key::KeptDamaged, &[("id", id.as_str())]);
    let name = id.to_string();
    let (deleted, deleted_name) = (id.clone(), name.clone());
    let tools = [
        button_for(Look::Quiet, t(Key::HomeDownloadRaw), &name, move || state.download_raw(&id)),
        button_for(Look::Danger, t(Key::KeptDelete), &name, move || {
            state.delete(&deleted, &deleted_name);
        }),
    ];
    row(el("strong").string(title), reason, tools)
}

fn deleted(state: State) -> AnyView {
    part(move || {
        state.track_shelf();
        let entries = state.with_library(Library::deleted).unwrap_or_default();
        if entries.is_empty() {
            return None;
        }
        let entries = entries.into_iter().map(|entry| deleted_entry(state, entry));
        let summary = el("summary").text(t(Key::KeptDeleted));
        Some(el("details").class("deleted").el(summary).el(rows(entries)).done())
    })
}

fn deleted_entry(state: State, Entry { key, id, content }: Entry) -> El {
    let (name, saved) = match content {
        Ok(Opened { document, .. }) => (document.assessment.name, document.saved),
        Err(_) => (fill(Key::KeptDamaged, &[("id", id.as_str())]), None),
    };
    // Several states of one assessment are told apart by this.
    let saved = saved.map(|saved| moment(saved.as_str())).unwrap_or_default();
    let restored = key.clone();
    let (erase, confirm) = erasing(state, key, &name);
    let tools = [
        button_for(Look::Quiet, t(Key::HomeRestore), &name, move || state.restore(&restored)),
        erase,
    ];
    row(el("span").string(name), saved, tools).child(confirm)
}

/// A damaged text that was set aside, in whose place there is a whole one.
fn set_aside(state: State, key: String, id: &AssessmentId) -> El {
    let name = fill(Key::KeptAside, &[("id", id.as_str())]);
    let (erase, confirm) = erasing(state, key.clone(), &name);
    let save = button_for(Look::Quiet, t(Key::HomeDownloadRaw), &name, move || {
        match state.with_library(|library, _| library.text_under(&key)) {
            Ok(text) => {
                let file = format!("{}.json", key.replace('/', "-"));
                state.hand_over(&file, "application/json", &text.unwrap_or_default());
            }
            Err(error) => state.messages.tell(Message::from_store_error(error)),
        }
    });
    let title = el("strong").string(name);
    row(title, t(Key::KeptAsideText).to_owned(), [save, erase]).child(confirm)
}

/// The way to erase something for good, and the question before.
fn erasing(state: State, key: String, name: &str) -> (El, AnyView) {
    let sure = RwSignal::new(false);
    let question = fill(Key::EraseText, &[("name", name)]);
    let confirm = dialog(sure, Key::EraseTitle, move || {
        let key = key.clone();
        el("div").el(el("p").string(question.clone())).el(buttons([
            button(Look::Danger, t(Key::EraseConfirm), move || state.erase(key.clone())),
            // So that Enter destroys nothing.
            button(Look::Plain, t(Key::DialogCancel), move || sure.set(false)).is("autofocus", ""),
        ]))
    });
    (button_for(Look::Danger, t(Key::KeptErase), name, move || sure.set(true)), confirm)
}
