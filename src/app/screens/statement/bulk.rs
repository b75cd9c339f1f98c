//! One change to all rows that are ticked.

use leptos::prelude::*;

use super::{
    super::{
        super::{
            components::button::{Look, button, submit},
            el::{El, el},
            live::{flag, part, text, when_drawn},
            words::{fill, t},
        },
        work_bulk::{VALUE, carry_out, described, with_error},
        work_field::{choice, labelled, owner_input},
    },
    sheet::{SHOWN, Sheet},
    words,
};
use crate::{
    browser::page,
    domain::{bulk::Change, soa::InclusionReason},
    text::Key,
};

/// What of the rows is changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Need,
    Exclude,
    Undecide,
    Confirm,
    Owner,
}

impl Part {
    const ALL: [Self; 5] = [Self::Need, Self::Exclude, Self::Undecide, Self::Confirm, Self::Owner];

    const fn name(self) -> Key {
        match self {
            Self::Need => Key::StatementBulkNeed,
            Self::Exclude => Key::StatementBulkExclude,
            Self::Undecide => Key::StatementBulkUndecide,
            Self::Confirm => Key::StatementBulkConfirm,
            Self::Owner => Key::WorkOwner,
        }
    }

    /// What is to be done with the value that was entered, or what is wrong with it.
    fn change(self, value: &str) -> Result<Change, Key> {
        let value = value.trim();
        Ok(match self {
            Self::Need => Change::Need(InclusionReason::parse(value)),
            Self::Exclude if value.is_empty() => return Err(Key::StatementBulkMissing),
            Self::Exclude => Change::Exclude(value.to_owned()),
            Self::Undecide => Change::Undecide,
            Self::Confirm => Change::Confirm,
            Self::Owner => Change::Owner(value.to_owned()),
        })
    }
}

/// The ways to tick all rows, and the bar at the end of the table while anything is ticked.
pub fn bulk(sheet: Sheet) -> El {
    let Sheet { state, picked, .. } = sheet;
    let chosen = RwSignal::new(Part::Need);
    let value = RwSignal::new(String::new());
    let wrong = RwSignal::new(None::<Key>);
    let told = RwSignal::new(String::new());
    let none = flag(move || picked.with(Vec::is_empty));
    let count =
        text(move || fill(Key::StatementBulk, &[("number", &picked.with(Vec::len).to_string())]));
    // What was told is about the rows that were ticked then.
    Effect::new(move |_| {
        picked.track();
        told.set(String::new());
        wrong.set(None);
    });
    let parts = Part::ALL.iter().enumerate();
    let parts = parts.map(|(place, part)| (place.to_string(), t(part.name()).to_owned()));
    let place = move || Part::ALL.iter().position(|part| *part == chosen.get());
    let place = text(move || place().unwrap_or_default().to_string());
    let what = choice(parts, place, move |place| {
        let place = place.parse::<usize>().ok();
        if let Some(part) = place.and_then(|place| Part::ALL.get(place)) {
            wrong.set(None);
            value.set(String::new());
            chosen.set(*part);
        }
    });
    let clear = button(Look::Quiet, t(Key::TablePickNone), move || {
        picked.set(Vec::new());
        // The bar goes away.
        when_drawn(|| page::focus(SHOWN));
    });
    let form = el("form")
        .is("novalidate", "")
        .class("bulk-form")
        .on("submit", move |event| {
            event.prevent_default();
            match chosen.get_untracked().change(&value.get_untracked()) {
                Ok(change) => told.set(carry_out(state, &picked.get_untracked(), &change).0),
                Err(key) => {
                    wrong.set(Some(key));
                    page::focus(VALUE);
                }
            }
        })
        .el(labelled("bulk-part", Key::TableWhat, what))
        .child(part(move || value_field(chosen.get(), value, wrong)))
        .el(el("div").class("bulk-do").el(submit(t(Key::TableApply))).el(clear));
    el("section")
        .class("bulk")
        .is("aria-labelledby", "bulk-title")
        .absent(none)
        .el(el("h2").is("id", "bulk-title").live(count))
        .el(form)
        .el(el("p")
            .class("bulk-told")
            .absent(flag(move || told.with(String::is_empty)))
            .live(told.into()))
}

/// Ticks all rows that are shown.
pub fn pick_shown(sheet: Sheet) -> El {
    let number = text(move || {
        fill(Key::StatementPickShown, &[("number", &sheet.shown().len().to_string())])
    });
    el("button")
        .is("type", "button")
        .class("button quiet-button")
        .flag("disabled", sheet.state.read_only.into())
        .on("click", move |_| sheet.picked.set(untrack(|| sheet.shown())))
        .live(number)
}

/// The field for the new value, which each part has of its own kind.
fn value_field(
    part: Part,
    value: RwSignal<String>,
    wrong: RwSignal<Option<Key>>,
) -> Option<AnyView> {
    let read = value.into();
    let on_input = move |event| {
        wrong.set(None);
        value.set(event_target_value(&event));
    };
    let (label, field) = match part {
        Part::Need => {
            let none = (String::new(), t(Key::TableNone).to_owned());
            let reasons = InclusionReason::ALL
                .map(|one| (one.as_str().to_owned(), t(words::reason(one)).to_owned()));
            let field = choice([none].into_iter().chain(reasons), read, move |new| value.set(new));
            (Key::StatementBulkReason, field)
        }
        Part::Exclude => {
            let field = el("input").class("input").value(read).on("input", on_input);
            (Key::StatementBulkJustification, field)
        }
        Part::Owner => (Key::TableValue, owner_input(read).on("input", on_input)),
        Part::Undecide | Part::Confirm => return None,
    };
    Some(with_error(labelled(VALUE, label, described(field, wrong)), wrong).done())
}
