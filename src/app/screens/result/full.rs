//! From the quick check to the full analysis, and the way back to what it said.

use leptos::prelude::*;

use super::super::{
    super::{
        components::measure::in_words,
        el::{El, el},
        messages::Message,
        route::{Page, Route},
        state::{State, now},
        words::{fill, t, today},
    },
    time::snapshots::{is_full, numbers, taken},
};
use crate::{
    browser::location,
    domain::{
        action::Action, assessment::Assessment, id::AssessmentId, selection::Selection,
        snapshot::Snapshot,
    },
    report::summary::Summary,
    text::Key,
};

/// Another name where the assessment still has the one that the quick check gave it: it would be wrong
/// from now on. What a person has chosen stays.
fn other_name(state: State) -> Option<String> {
    let given = fill(Key::HomeQuickName, &[("date", "")]);
    let is_given = untrack(|| state.name()).starts_with(&given);
    is_given.then(|| fill(Key::HomeFullName, &[("date", &today())]))
}

/// Asks everything from now on, keeps the answers so far as a snapshot, and goes to the overview: one
/// step that can be taken back.
pub fn go_on(state: State, id: &AssessmentId) {
    let name = t(Key::ResultSnapshot);
    let with_snapshot = |assessment: &Assessment| {
        let mut snapshots = assessment.snapshots.clone();
        Snapshot::of(assessment, name.to_owned(), now()).file_into(&mut snapshots);
        Action::Snapshots(snapshots)
    };
    if untrack(|| is_full(state)) {
        state.messages.tell(Message::warning(t(Key::TimeFull)));
        return;
    }
    let Some(keep) = untrack(|| state.with_assessment(with_snapshot)) else { return };
    let renamed = other_name(state);
    let rename = renamed.clone().map(Action::Rename);
    let steps = [keep, Action::Select(Selection::All)].into_iter().chain(rename);
    state.dispatch(Action::Several(steps.collect()));
    // What they said of the quick check isn't true of everything.
    state.messages.close_reminders();
    let all = state.questionnaire().pack.items().len().to_string();
    let done = fill(Key::ResultFullDone, &[("name", name), ("all", &all)]);
    let renamed = renamed.map(|name| fill(Key::ResultFullRenamed, &[("name", &name)]));
    let told = [Some(done), renamed].into_iter().flatten().collect::<Vec<_>>().join(" ");
    state.messages.tell_there(Message::success(told));
    location::go(&Route::Assessment(id.clone(), Page::Hub).to_string());
}

/// Where the answers of the quick check are that came before.
pub fn before(state: State, id: &AssessmentId, summary: &Summary) -> Option<El> {
    if summary.quick {
        return None;
    }
    let words = state.with_assessment(|assessment| {
        let all = &assessment.snapshots;
        let quick = all.iter().rev().find(|kept| kept.selection == Selection::Quick)?;
        let then = in_words(&numbers(state, quick)?.everything);
        let values = [("name", &*quick.name), ("day", &taken(all, quick)), ("numbers", &then)];
        Some(fill(Key::ResultBefore, &values))
    })??;
    let time = Route::Assessment(id.clone(), Page::Time).href();
    let time = el("a").attr("href", time).text(t(Key::ResultBeforeLink));
    Some(el("p").class("hint").string(words).text(" ").el(time))
}
