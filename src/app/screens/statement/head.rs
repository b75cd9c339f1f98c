//! The head of the statement, and how far it is.

use leptos::prelude::*;

use super::{
    super::{
        super::{
            el::{El, el},
            live::{flag, text},
            state::State,
            words::{calendar_day, fill, t},
        },
        work_field::{Entered, day_field, labelled},
    },
    sheet::Sheet,
};
use crate::{
    domain::{
        action::Action,
        soa::{self, Lint, Statement},
        statement::Progress,
        time::Day,
        work::action::WorkAction,
    },
    text::Key,
};

fn statement(state: State) -> Statement {
    state.with_assessment(|assessment| assessment.work().statement.clone()).unwrap_or_default()
}

fn with(state: State, edit: impl FnOnce(&mut Statement)) -> Action {
    let mut statement = untrack(|| statement(state));
    edit(&mut statement);
    WorkAction::Statement(statement).into()
}

fn line(
    state: State,
    (id, label): (&'static str, Key),
    read: fn(&Statement) -> String,
    write: fn(&mut Statement, String),
) -> El {
    let input = el("input")
        .class("input")
        .is("maxlength", "120")
        .is("autocomplete", "off")
        .value(text(move || read(&statement(state))))
        .on("input", move |event| {
            let value = event_target_value(&event);
            state.type_in(with(state, |statement| write(statement, value)));
        })
        .on("blur", move |_| state.pause_typing());
    labelled(id, label, input)
}

/// Version, approver and day, as fields and, on paper, as facts.
pub fn head(state: State) -> El {
    let approved = move || statement(state).approved;
    let day = text(move || approved().as_ref().map(Day::to_string).unwrap_or_default());
    let day = day_field("statement-approved", Key::StatementApproved, day, move |entered| {
        let approved = match entered {
            Entered::Blank => None,
            Entered::Day(day) => Some(day),
            Entered::Incomplete => return,
        };
        state.dispatch(with(state, |statement| statement.approved = approved));
    });
    let fields = el("fieldset")
        .class("statement-head no-paper")
        .flag("disabled", state.read_only.into())
        .el(el("legend").class("visually-hidden").text(t(Key::StatementHead)))
        .el(line(
            state,
            ("statement-version", Key::StatementVersion),
            |statement| statement.version.clone(),
            |statement, version| statement.version = version,
        ))
        .el(line(
            state,
            ("statement-approver", Key::StatementApprover),
            |statement| statement.approver.clone(),
            |statement, approver| statement.approver = approver,
        ))
        .el(day);
    let organisation = text(move || {
        let name = state.with_assessment(|assessment| {
            let organisation = assessment.facts.organisation.trim();
            let name = if organisation.is_empty() { &assessment.name } else { organisation };
            name.to_owned()
        });
        name.unwrap_or_default()
    });
    let approved = text(move || approved().as_ref().map(calendar_day).unwrap_or_default());
    let facts = el("dl").class("statement-facts paper-only").children([
        fact(Key::StatementOrganisation, organisation),
        fact(Key::StatementVersion, text(move || statement(state).version)),
        fact(Key::StatementApprover, text(move || statement(state).approver)),
        fact(Key::StatementApproved, approved),
    ]);
    el("div").el(fields).el(facts)
}

fn fact(name: Key, value: Signal<String>) -> AnyView {
    el("div").el(el("dt").text(t(name))).el(el("dd").live(value)).done()
}

/// How many rows are decided and how, and whether the statement is complete.
pub fn progress(sheet: Sheet) -> El {
    let Sheet { progress, rows, .. } = sheet;
    let count =
        move |count: fn(&Progress) -> usize| text(move || count(&progress.get()).to_string());
    let decided = text(move || {
        let progress = progress.get();
        let (decided, all) = (progress.decided().to_string(), progress.all.to_string());
        let proposed = progress.count(Lint::Proposed);
        let key =
            if proposed > 0 { Key::StatementDecidedProposed } else { Key::StatementDecidedOf };
        let proposed = proposed.to_string();
        fill(key, &[("decided", &decided), ("all", &all), ("proposed", &proposed)])
    });
    let facts = el("dl").class("statement-counts").children([
        fact(Key::StatementDecided, decided),
        fact(Key::StatementApplicable, count(|progress| progress.applicable)),
        fact(Key::StatementExcluded, count(|progress| progress.excluded)),
        fact(Key::StatementUndecided, count(Progress::open)),
    ]);
    let complete = flag(move || rows.with(|rows| soa::is_complete(rows)));
    let words = text(move || {
        if complete.get() {
            return t(Key::StatementComplete).to_owned();
        }
        let [open, own] = rows.with(|rows| {
            let incomplete =
                || rows.iter().filter(|row| row.lints.iter().any(|lint| lint.is_incomplete()));
            let own = incomplete().filter(|row| !sheet.is_of_pack(&row.control));
            [incomplete().count(), own.count()]
        });
        let key = if own > 0 { Key::StatementIncompleteOwn } else { Key::StatementIncomplete };
        fill(key, &[("number", &open.to_string()), ("own", &own.to_string())])
    });
    el("div").class("statement-progress").el(facts).el(el("p").live(words))
}
