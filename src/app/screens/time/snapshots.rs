//! Taking, renaming and removing snapshots.

use std::sync::Arc;

use leptos::prelude::*;

use super::super::super::{
    components::{
        button::{Look, button_for, buttons, submit},
        field::{Frame, name_field, sent_name},
        measure::in_words,
        rename::rename_as,
        row::{row_main, rows},
    },
    el::{El, el},
    live::{part, text, when_drawn},
    messages::Message,
    state::{State, now},
    words::{day, fill, moment, t},
};
use crate::{
    browser::page,
    domain::{
        action::Action,
        assessment::Assessment,
        evaluation::{Evaluation, evaluate},
        snapshot::{MOST_SNAPSHOTS, Snapshot},
    },
    text::Key,
};

/// The snapshots of the open assessment.
pub type Snapshots = Memo<Vec<Snapshot>>;

/// The heading of the list, which takes the focus when what had it is gone.
const HEADING: &str = "snapshots";

/// What a snapshot is called unless the person says otherwise.
#[must_use]
pub fn default_name(state: State) -> String {
    let named = |number: u32| fill(Key::TimeDefaultName, &[("number", &number.to_string())]);
    let free = |all: &Assessment| {
        let is_free = |name: &String| all.snapshots.iter().all(|other| other.name != *name);
        (1..MOST_NUMBERS).map(named).find(is_free)
    };
    // The day stands beside it anyway.
    state.with_assessment(free).flatten().unwrap_or_default()
}

/// So many numbers are tried for a name.
const MOST_NUMBERS: u32 = 1000;

/// When a snapshot was taken: the day, and the time where another one is of the same day.
#[must_use]
pub fn taken(all: &[Snapshot], snapshot: &Snapshot) -> String {
    let day_of = |snapshot: &Snapshot| day(snapshot.taken.as_str());
    let mine = day_of(snapshot);
    // They stand in the order of their moments, so those of one day are neighbours.
    let place = all.partition_point(|other| other.taken < snapshot.taken);
    let before = place.checked_sub(1).and_then(|before| all.get(before));
    let after = all.get(place.saturating_add(1));
    let shared = before.into_iter().chain(after).any(|other| day_of(other) == mine);
    if shared { moment(snapshot.taken.as_str()) } else { mine }
}

/// A snapshot by its name and when it was taken, which many a name says already.
#[must_use]
pub fn dated(all: &[Snapshot], snapshot: &Snapshot) -> String {
    let (mine, when) = (day(snapshot.taken.as_str()), taken(all, snapshot));
    if snapshot.name.contains(&mine) {
        return snapshot.name.replace(&mine, &when);
    }
    fill(Key::TimeFileLabel, &[("name", &snapshot.name), ("day", &when)])
}

/// Whether the open assessment can't keep another snapshot.
pub fn is_full(state: State) -> bool {
    let count = state.with_assessment(|assessment| assessment.snapshots.len());
    count.is_some_and(|count| count >= MOST_SNAPSHOTS)
}

/// Says in place of a form that needs room for another snapshot why it isn't there.
pub fn full() -> El {
    el("p").class("empty").text(t(Key::TimeFull))
}

/// Takes a snapshot of the open assessment and says so.
pub fn take(state: State, name: String) {
    let Some(document) = state.document() else { return };
    let mut all = document.assessment.snapshots.clone();
    let told = Message::success(fill(Key::TimeTaken, &[("name", &name)]));
    Snapshot::of(&document.assessment, name, now()).file_into(&mut all);
    state.dispatch(Action::Snapshots(all));
    state.messages.tell(told);
}

/// Changes the list of snapshots.
fn change(state: State, edit: impl FnOnce(&mut Vec<Snapshot>)) {
    let Some(document) = state.document() else { return };
    let mut all = document.assessment.snapshots;
    edit(&mut all);
    state.dispatch(Action::Snapshots(all));
}

/// The numbers of a snapshot as of today's questionnaire.
pub fn numbers(state: State, snapshot: &Snapshot) -> Option<Evaluation> {
    let frozen: Assessment = snapshot.as_assessment(state.open_id()?);
    Some(evaluate(&state.questionnaire().pack, &frozen))
}

/// Taking one, and all that there are.
pub fn section(state: State, snapshots: Snapshots) -> El {
    let list = part(move || {
        let all = snapshots.get();
        if all.is_empty() {
            return Some(el("p").class("empty").text(t(Key::TimeEmpty)).done());
        }
        let rows_of = all.into_iter().enumerate().rev();
        Some(rows(rows_of.map(|(place, snapshot)| row(state, place, &snapshot))).done())
    });
    el("section")
        .is("aria-labelledby", HEADING)
        .el(el("h2").is("id", HEADING).is("tabindex", "-1").text(t(Key::TimeSnapshots)))
        .child(list)
        .child(form(state, snapshots))
}

fn form(state: State, snapshots: Snapshots) -> AnyView {
    let count = Memo::new(move |_| snapshots.with(Vec::len));
    part(move || {
        // Begins anew with each snapshot.
        count.get();
        if state.read_only.get() {
            return None;
        }
        if is_full(state) {
            return Some(full().done());
        }
        let blank = RwSignal::new(false);
        let frame = Frame {
            id: "snapshot",
            label: Key::TimeName,
            hint: None,
            error: Some((Key::RenameBlank, blank.into())),
        };
        let sent = move |event| {
            if let Some(name) = sent_name(&event, blank) {
                take(state, name);
                when_drawn(|| page::focus(HEADING));
            }
        };
        let form = el("form")
            .class("inline-form")
            .is("novalidate", "")
            .on("submit", sent)
            .child(name_field(&frame, text(move || default_name(state))))
            .el(submit(t(Key::TimeTake)));
        Some(form.done())
    })
}

fn row(state: State, place: usize, snapshot: &Snapshot) -> El {
    let name = snapshot.name.clone();
    let numbers = numbers(state, snapshot).map(|numbers| in_words(&numbers.everything));
    let about: Vec<String> =
        [Some(moment(snapshot.taken.as_str())), numbers].into_iter().flatten().collect();
    let title = el("span").class("row-title").string(name.clone());
    let row = el("li").class("row").el(row_main(title, about.join(" · ")));
    if state.read_only.get_untracked() {
        return row;
    }
    let renaming = RwSignal::new(false);
    let renamed: Arc<dyn Fn(String) + Send + Sync> = Arc::new(move |name: String| {
        change(state, |all| {
            if let Some(snapshot) = all.get_mut(place) {
                snapshot.name.clone_from(&name);
            }
        });
        when_drawn(move || page::focus(&rename_id(place)));
    });
    let removed = name.clone();
    let remove = move || {
        change(state, |all| {
            if place < all.len() {
                all.remove(place);
            }
        });
        let told = fill(Key::TimeRemoved, &[("name", &removed)]);
        state.messages.tell(Message::success(told));
        when_drawn(|| page::focus(HEADING));
    };
    let open = move || renaming.set(true);
    let tools = buttons([
        button_for(Look::Quiet, t(Key::HomeRename), &name, open).attr("id", rename_id(place)),
        button_for(Look::Danger, t(Key::TimeRemove), &name, remove),
    ]);
    let words = [Key::TimeRename, Key::TimeName];
    row.el(tools).child(rename_as(words, renaming, text(move || name.clone()), renamed))
}

fn rename_id(place: usize) -> String {
    format!("rename-{place}")
}
