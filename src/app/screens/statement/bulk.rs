//! One change to all rows that are ticked.

use leptos::prelude::*;

use super::{
    super::{
        super::{
            components::button::{Look, button},
            el::{El, el},
            live::{text, when_drawn},
            state::State,
            words::{fill, t},
        },
        bulk_bar::{Part, Value, bar},
        work_field::{choice, owner_input},
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
enum What {
    Need,
    Exclude,
    Undecide,
    Confirm,
    Owner,
}

impl Part for What {
    const ALL: &'static [Self] =
        &[Self::Need, Self::Exclude, Self::Undecide, Self::Confirm, Self::Owner];

    fn name(self) -> Key {
        match self {
            Self::Need => Key::StatementBulkNeed,
            Self::Exclude => Key::StatementBulkExclude,
            Self::Undecide => Key::StatementBulkUndecide,
            Self::Confirm => Key::StatementBulkConfirm,
            Self::Owner => Key::WorkOwner,
        }
    }

    fn first(self) -> String {
        String::new()
    }

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

    fn field(self, _state: State, value: Value) -> Option<El> {
        let read = value.text.into();
        let on_input = move |event| value.set(event_target_value(&event));
        let (label, field) = match self {
            Self::Need => {
                let none = (String::new(), t(Key::TableNone).to_owned());
                let reasons = InclusionReason::ALL
                    .map(|one| (one.as_str().to_owned(), t(words::reason(one)).to_owned()));
                let all = [none].into_iter().chain(reasons);
                (Key::StatementBulkReason, choice(all, read, move |new| value.set(new)))
            }
            Self::Exclude => {
                let field = el("input").class("input").value(read).on("input", on_input);
                (Key::StatementBulkJustification, field)
            }
            Self::Owner => (Key::TableValue, owner_input(read).on("input", on_input)),
            Self::Undecide | Self::Confirm => return None,
        };
        Some(value.labelled(label, field, None))
    }
}

/// The bar at the end of the table while anything is ticked.
pub fn bulk(sheet: Sheet) -> El {
    let Sheet { state, picked, .. } = sheet;
    let clear = button(Look::Quiet, t(Key::TablePickNone), move || {
        picked.set(Vec::new());
        // The bar goes away.
        when_drawn(|| page::focus(SHOWN));
    });
    bar(state, picked, What::Need, Key::StatementBulk, clear)
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
