//! Opening a file. When its assessment is here already, what differs is shown, and nothing is replaced
//! without asking.

use std::sync::Arc;

use leptos::{prelude::*, task::spawn_local};

use super::{
    super::{
        components::{
            button::{Look, button, button_while, buttons},
            dialog::dialog,
        },
        el::{El, el},
        live::part,
        messages::Message,
        route::{Page, Route},
        state::State,
        words::{fill, moment, t},
    },
    incoming::{Arrival, Unread},
    merge,
    unlock::{Waiting, unlock},
    workshop::open_file::Opening,
};
use crate::{
    browser::{file, location},
    domain::{
        id::AssessmentId,
        merge::{Count, Side, merge as meet, tally},
    },
    persist::document::Document,
    text::Key,
};

/// A file whose assessment is here already.
#[derive(Clone, Copy)]
struct Question {
    state: State,
    arrival: RwSignal<Option<Arrival>>,
    asking: RwSignal<bool>,
}

/// The field for a file.
pub fn open_file(state: State) -> AnyView {
    let (arrival, asking) = (RwSignal::new(None::<Arrival>), RwSignal::new(false));
    let question = Question { state, arrival, asking };
    let waiting = Waiting::new();
    let workshop = Opening::new(state);
    let chosen = move |event| {
        if let Some(chosen) = file::chosen(&event) {
            spawn_local(async move {
                let name = chosen.name();
                match state.read_file(chosen).await {
                    Ok(arrival) => question.open(arrival),
                    Err(Unread::Locked(file)) => waiting.ask(*file),
                    Err(Unread::Workshop(text)) => workshop.open(&name, &text),
                    Err(Unread::Told(words)) => state.messages.tell(Message::warning(words)),
                }
            });
        }
    };
    let input = el("input")
        .is("type", "file")
        .is("id", "file")
        .class("input")
        .is("accept", ".json,.html,.htm,application/json,text/html")
        .is("aria-describedby", "file-hint")
        .on("change", chosen);
    el("div")
        .class("field")
        .el(el("label").is("for", "file").text(t(Key::KeptFile)))
        .el(el("p").class("hint").is("id", "file-hint").text(t(Key::KeptFileHint)))
        .el(input)
        .child(question.dialog())
        .child(workshop.dialog())
        .child(unlock(state, waiting, Arc::new(move |arrival| question.open(arrival))))
        .done()
}

impl Question {
    fn open(self, arrival: Arrival) {
        if let Some(known) = self.state.arrive(arrival) {
            self.arrival.set(Some(known));
            self.asking.set(true);
        }
    }

    fn dialog(self) -> AnyView {
        let Self { state, arrival, asking } = self;
        let decide = move |decision: fn(State, &Arrival)| {
            move || {
                asking.set(false);
                if let Some(arrival) = arrival.get_untracked() {
                    decision(state, &arrival);
                }
            }
        };
        // A newer file can't be written under another identifier without harm.
        let can_write = move || arrival.get().is_some_and(|arrival| !arrival.opened.read_only());
        dialog(asking, Key::ArrivalTitle, move || {
            let merge = decide(|_, arrival| {
                merge::bring(arrival.clone());
                let id = arrival.opened.document.assessment.id.clone();
                location::go(&Route::Assessment(id, Page::Report).to_string());
            });
            let keep_both = decide(|state, arrival| {
                state.duplicate(&arrival.opened.document);
            });
            let replace = decide(|state, arrival| state.replace_with(arrival));
            let shown = part(move || Some(preview(state, &arrival.get()?)));
            el("div").class("arrival").child(shown).el(buttons([
                button_while(can_write, Look::Primary, t(Key::ArrivalMerge), merge),
                button_while(can_write, Look::Plain, t(Key::ArrivalKeepBoth), keep_both),
                button(Look::Plain, t(Key::ArrivalReplace), replace),
                button(Look::Plain, t(Key::ArrivalKeepMine), move || asking.set(false)),
            ]))
        })
    }
}

/// The assessment as it is here, if it can be read.
fn here(state: State, id: &AssessmentId) -> Option<Document> {
    if state.open_id().as_ref() == Some(id) {
        return state.document();
    }
    state.with_library(|library, pack| library.load(pack, id)).ok().map(|(open, _)| open.document)
}

/// Both sides, and what differs.
fn preview(state: State, arrival: &Arrival) -> AnyView {
    let theirs = &arrival.opened.document;
    let mine = here(state, &theirs.assessment.id);
    let side = |label, document: Option<&Document>| {
        let words = document.map_or_else(|| t(Key::ArrivalUnreadable).to_owned(), about);
        el("div").el(el("dt").text(t(label))).el(el("dd").string(words))
    };
    let sides = el("dl")
        .class("arrival-sides")
        .el(side(Key::ArrivalHere, mine.as_ref()))
        .el(side(Key::ArrivalFile, Some(theirs)));
    let differences = mine.map(|mine| {
        let merged = meet(None, &mine.assessment, &theirs.assessment, &|_| Side::Mine);
        table(&tally(&merged.differences)).done()
    });
    el("div").el(el("p").text(t(Key::ArrivalText))).el(sides).child_maybe(differences).done()
}

/// "Acme 2026 · revision 12 · 22 Nov 2026, 21:13"
fn about(document: &Document) -> String {
    let revision = fill(Key::ArrivalRevision, &[("number", &document.revision.to_string())]);
    let saved = document.saved.as_ref().map(|saved| moment(saved.as_str()));
    let parts = [Some(document.assessment.name.clone()), Some(revision), saved];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// What differs, by kind.
pub fn table(counts: &[Count]) -> El {
    if counts.is_empty() {
        return el("p").text(t(Key::ArrivalSame));
    }
    let column = |key: Key| el("th").is("scope", "col").text(t(key));
    let head = el("tr")
        .el(column(Key::ArrivalKind))
        .el(column(Key::ArrivalOnlyHere).class("number"))
        .el(column(Key::ArrivalOnlyFile).class("number"))
        .el(column(Key::ArrivalDifferent).class("number"));
    let rows = counts.iter().map(|count| {
        let number = |number: usize| {
            let shown = if number == 0 { "\u{2013}".to_owned() } else { number.to_string() };
            el("td").class("number").string(shown)
        };
        el("tr")
            .el(el("th").is("scope", "row").text(t(merge::kind(count.kind))))
            .el(number(count.kept))
            .el(number(count.taken))
            .el(number(count.conflicts))
            .done()
    });
    el("table")
        .class("table arrival-table")
        .el(el("caption").text(t(Key::ArrivalCaption)))
        .el(el("thead").el(head))
        .el(el("tbody").children(rows))
}
