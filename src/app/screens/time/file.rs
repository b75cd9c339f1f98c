//! A file to compare with: read, and forgotten when the page is left.

use std::sync::Arc;

use leptos::{prelude::*, task::spawn_local};

use super::super::super::{
    el::{El, el},
    live::{flag, part, text},
    state::State,
    words::{day, fill, t},
};
use crate::{
    browser::file,
    domain::assessment::Assessment,
    persist::read::{Notice, Opened},
    text::Key,
};

/// What was read from a file.
#[derive(Debug, PartialEq, Eq)]
pub struct Foreign {
    /// The assessment in it, which is compared with and not kept.
    pub assessment: Assessment,
    /// What it is called in the choice: its name and day.
    pub label: String,
    /// What has to be known when reading the comparison.
    notes: Vec<String>,
}

impl Foreign {
    fn new(state: State, opened: Opened) -> Self {
        let Opened { document, notices } = opened;
        let saved = document.saved.as_ref().map_or_else(String::new, |saved| day(saved.as_str()));
        let values = [("name", &*document.assessment.name), ("day", &*saved)];
        let label = fill(Key::TimeFileLabel, &values);
        let here = state.questionnaire().pack.reference().version;
        let versions = notices.iter().find_map(|notice| match notice {
            Notice::PackChanged { was } => {
                Some(fill(Key::TimeFileVersion, &[("was", was), ("here", &here)]))
            }
            _ => None,
        });
        let lost = notices.iter().any(|notice| !matches!(notice, Notice::PackChanged { .. }));
        let lost = lost.then(|| t(Key::TimeFileNotices).to_owned());
        let notes = versions.into_iter().chain(lost).collect();
        Self { assessment: document.assessment, label, notes }
    }
}

/// The file that was chosen last.
pub type Chosen = RwSignal<Option<Arc<Foreign>>>;

/// The field; `on_read` is called when there is something new to compare with.
pub fn field(state: State, chosen: Chosen, on_read: impl Fn() + Copy + 'static) -> El {
    let error = RwSignal::new(String::new());
    let fine = flag(move || error.with(String::is_empty));
    let read = move |event| {
        let Some(picked) = file::chosen(&event) else { return };
        spawn_local(async move {
            match state.read_file(picked).await {
                Ok(arrival) => {
                    error.set(String::new());
                    chosen.set(Some(Arc::new(Foreign::new(state, arrival.opened))));
                    on_read();
                }
                Err(reason) => {
                    // What was compared with before isn't what the field says any more.
                    chosen.set(None);
                    error.set(reason.words());
                }
            }
        });
    };
    let input = el("input")
        .is("type", "file")
        .is("id", "compare-file")
        .class("input")
        .is("accept", ".json,.html,.htm,application/json,text/html")
        .is("aria-describedby", "compare-file-hint compare-file-error")
        .attr_live("aria-invalid", text(move || (!fine.get()).to_string()))
        .on("change", read);
    let notes = part(move || {
        let notes = chosen.get()?.notes.clone();
        let lines = notes.into_iter().map(|note| el("p").class("notice warning").string(note));
        Some(lines.map(El::done).collect::<Vec<_>>().into_any())
    });
    el("div")
        .class("field")
        .el(el("label").is("for", "compare-file").text(t(Key::TimeFile)))
        .el(el("p").class("hint").is("id", "compare-file-hint").text(t(Key::TimeFileHint)))
        .el(el("p")
            .class("field-error")
            .is("id", "compare-file-error")
            .is("role", "alert")
            .absent(fine)
            .live(error.into()))
        .el(input)
        .child(notes)
}
