//! One change to all items that are ticked in the table.

use leptos::prelude::*;

use super::{
    super::{
        components::button::{Look, button},
        el::{El, el},
        live::when_drawn,
        state::State,
        words::t,
    },
    all::Picked,
    bulk_bar::{Part, Value, bar},
    work_field::{DAYS, choice, levels, owner_input, owner_list},
};
use crate::{
    browser::{page, rows},
    domain::{assessment::Rating, bulk::Change, id::LevelCode, time::Day},
    text::Key,
};

/// What of the items is changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum What {
    Rating,
    Owner,
    Due,
    Target,
    Review,
    Exclude,
    Include,
}

impl Part for What {
    const ALL: &'static [Self] = &[
        Self::Rating,
        Self::Owner,
        Self::Due,
        Self::Target,
        Self::Review,
        Self::Exclude,
        Self::Include,
    ];

    fn name(self) -> Key {
        match self {
            Self::Rating => Key::TableRating,
            Self::Owner => Key::WorkOwner,
            Self::Due => Key::WorkDue,
            Self::Target => Key::WorkTarget,
            Self::Review => Key::TableReview,
            Self::Exclude => Key::TableExclude,
            Self::Include => Key::TableInclude,
        }
    }

    fn first(self) -> String {
        match self {
            Self::Rating | Self::Target | Self::Review => UNCHOSEN.to_owned(),
            Self::Owner | Self::Due | Self::Exclude | Self::Include => String::new(),
        }
    }

    fn change(self, value: &str) -> Result<Change, Key> {
        let value = value.trim();
        if value == UNCHOSEN && self.first() == UNCHOSEN {
            return Err(Key::TableValueMissing);
        }
        Ok(match self {
            Self::Rating => Change::Rate(Rating::parse(value)),
            Self::Owner => Change::Owner(value.to_owned()),
            Self::Due if value.is_empty() => Change::Due(None),
            Self::Due => {
                let day = Day::parse(value).filter(|day| (DAYS.0..=DAYS.1).contains(&day.as_str()));
                Change::Due(Some(day.ok_or(Key::WorkDueWrong)?))
            }
            Self::Target => Change::Target(LevelCode::parse(value).ok()),
            Self::Review => Change::Review(value == MARK),
            Self::Exclude if value.is_empty() => return Err(Key::TableExcludeMissing),
            Self::Exclude => Change::Exclude(value.to_owned()),
            Self::Include => Change::Include,
        })
    }

    fn field(self, state: State, value: Value) -> Option<El> {
        let none = (String::new(), t(Key::TableNone).to_owned());
        let unchosen = (UNCHOSEN.to_owned(), t(Key::TableChoose).to_owned());
        let choose = move |new| value.set(new);
        let read = value.text.into();
        let on_input = move |event| value.set(event_target_value(&event));
        let hint = matches!(self, Self::Owner | Self::Due)
            .then(|| el("p").class("hint").text(t(Key::TableEmpties)).done());
        let field = match self {
            Self::Rating => {
                let dont_know = (Rating::DONT_KNOW.to_owned(), t(Key::RatingDontKnow).to_owned());
                let unanswered = (String::new(), t(Key::RatingUnanswered).to_owned());
                let levels = [unchosen].into_iter().chain(levels(state));
                choice(levels.chain([dont_know, unanswered]), read, choose)
            }
            Self::Target => {
                choice([unchosen].into_iter().chain(levels(state)).chain([none]), read, choose)
            }
            Self::Review => {
                let mark = (MARK.to_owned(), t(Key::TableReviewMark).to_owned());
                let unmark = (String::new(), t(Key::TableReviewUnmark).to_owned());
                choice([unchosen, mark, unmark], read, choose)
            }
            Self::Owner => owner_input(read).on("input", on_input),
            Self::Due => el("input")
                .is("type", "date")
                .class("input")
                .is("min", DAYS.0)
                .is("max", DAYS.1)
                // A date is read when it is whole.
                .on("change", on_input),
            Self::Exclude => el("input").class("input").value(read).on("input", on_input),
            Self::Include => return None,
        };
        let label =
            if self == Self::Exclude { Key::ExclusionJustification } else { Key::TableValue };
        Some(value.labelled(label, field, hint))
    }
}

/// The value by which items are marked for review.
const MARK: &str = "mark";

/// The value by which nothing is chosen yet; no rating and no level is written so.
const UNCHOSEN: &str = "-";

/// The bar at the end of the table, while anything is ticked.
pub fn bulk(state: State, picked: Picked) -> AnyView {
    let clear = button(Look::Quiet, t(Key::TablePickNone), move || {
        let last = picked.items.get_untracked().pop();
        picked.clear();
        // The bar goes away.
        when_drawn(move || match &last {
            Some(item) => rows::focus_tick(item.as_str()),
            None => page::focus_heading(),
        });
    });
    let bar = bar(state, picked.items, What::Rating, Key::TablePicked, clear);
    bar.child(owner_list(state)).done()
}
