//! One change to all items that are ticked in the table.

use leptos::prelude::*;

use super::{
    super::{
        components::button::{Look, button, button_for, submit},
        el::{El, el},
        live::{flag, part, text, when_drawn},
        state::State,
        words::{fill, t},
    },
    all::Picked,
    work_field::{DAYS, choice, labelled, levels, owner_input, owner_list},
};
use crate::{
    browser::{page, rows},
    domain::{
        action::Action,
        assessment::Rating,
        bulk::{Change, Left},
        id::{ItemId, LevelCode},
        time::Day,
    },
    text::Key,
};

/// What of the items is changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Rating,
    Owner,
    Due,
    Target,
    Review,
    Exclude,
    Include,
}

impl Part {
    const ALL: [Self; 7] = [
        Self::Rating,
        Self::Owner,
        Self::Due,
        Self::Target,
        Self::Review,
        Self::Exclude,
        Self::Include,
    ];

    const fn name(self) -> Key {
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

    /// What stands in the field for the new value at first: nothing that could be applied by mistake.
    fn first(self) -> String {
        match self {
            Self::Rating | Self::Target | Self::Review => UNCHOSEN.to_owned(),
            Self::Owner | Self::Due | Self::Exclude | Self::Include => String::new(),
        }
    }

    /// What is to be done with the value that was entered, or what is wrong with it.
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
}

/// The value by which items are marked for review.
const MARK: &str = "mark";

/// The value by which nothing is chosen yet; no rating and no level is written so.
const UNCHOSEN: &str = "-";

/// The id of the field for the new value.
pub const VALUE: &str = "bulk-value";

/// The id of its heading.
const TITLE: &str = "bulk-title";

/// The bar at the end of the table, while anything is ticked.
pub fn bulk(state: State, picked: Picked) -> AnyView {
    let chosen = RwSignal::new(Part::Rating);
    let value = RwSignal::new(Part::Rating.first());
    let wrong = RwSignal::new(None::<Key>);
    // What was done, and whether it changed anything.
    let told = RwSignal::new((String::new(), false));
    // Whether what was done is still to be heard of.
    let doing = StoredValue::new(false);
    let none = flag(move || picked.items.with(Vec::is_empty));
    let count = text(move || {
        fill(Key::TablePicked, &[("number", &picked.items.with(Vec::len).to_string())])
    });
    // What was told is about the items that were ticked then.
    Effect::new(move |_| {
        picked.items.track();
        told.set((String::new(), false));
        wrong.set(None);
    });
    // It is over with the next change, be it that it is taken back.
    Effect::new(move |_| {
        state.history.track();
        if !doing.try_update_value(std::mem::take).unwrap_or_default() {
            told.set((String::new(), false));
        }
    });

    let parts = Part::ALL.iter().enumerate();
    let parts = parts.map(|(place, part)| (place.to_string(), t(part.name()).to_owned()));
    let place = move || Part::ALL.iter().position(|part| *part == chosen.get());
    let place = text(move || place().unwrap_or_default().to_string());
    let what = choice(parts, place, move |place| {
        let place = place.parse::<usize>().ok();
        if let Some(part) = place.and_then(|place| Part::ALL.get(place)) {
            wrong.set(None);
            value.set(part.first());
            chosen.set(*part);
        }
    });
    let clear = button(Look::Quiet, t(Key::TablePickNone), move || {
        let last = picked.items.get_untracked().pop();
        picked.clear();
        // The bar goes away.
        when_drawn(move || match &last {
            Some(item) => rows::focus_tick(item.as_str()),
            None => page::focus_heading(),
        });
    });
    let form = el("form")
        .is("novalidate", "")
        .class("bulk-form")
        .on("submit", move |event| {
            event.prevent_default();
            match chosen.get_untracked().change(&value.get_untracked()) {
                Ok(change) => {
                    let done = carry_out(state, &picked.items.get_untracked(), &change);
                    doing.set_value(done.1);
                    told.set(done);
                }
                Err(key) => {
                    wrong.set(Some(key));
                    page::focus(VALUE);
                }
            }
        })
        .el(labelled("bulk-part", Key::TableWhat, what))
        .child(part(move || value_field(state, chosen.get(), value, wrong)))
        .el(el("div").class("bulk-do").el(submit(t(Key::TableApply))).el(clear));
    el("section")
        .class("bulk")
        .is("aria-labelledby", TITLE)
        .absent(none)
        .el(el("h2").is("id", TITLE).is("tabindex", "-1").live(count))
        .el(form)
        .child(part(move || {
            let (words, changed) = told.get();
            let undo = move || {
                state.undo();
                // The button goes away.
                page::focus(TITLE);
            };
            let undo = || button_for(Look::Quiet, t(Key::ToolbarUndo), &words, undo).done();
            let undo = changed.then(undo);
            let told = el("p").class("bulk-told").el(el("span").string(words.clone()));
            (!words.is_empty()).then(|| told.child_maybe(undo).done())
        }))
        .child(owner_list(state))
        .done()
}

/// Changes these items as one step; says what was done, why not everything, and whether anything was.
pub fn carry_out(state: State, items: &[ItemId], change: &Change) -> (String, bool) {
    let questionnaire = state.questionnaire();
    let pack = &questionnaire.pack;
    let (actions, left) = untrack(|| {
        state.with_assessment(|assessment| {
            (change.actions(pack, assessment, items), change.left(pack, assessment, items))
        })
    })
    .unwrap_or_default();
    let number = actions.len();
    if number > 0 {
        state.dispatch(Action::Several(actions));
    }
    let changed = fill(Key::TableChanged, &[("number", &number.to_string())]);
    let left = left.into_iter().map(|(why, count)| {
        let key = match why {
            Left::Same => Key::TableLeftSame,
            Left::Requirement => Key::TableLeftRequirements,
            Left::Excluded => Key::TableLeftExcluded,
        };
        fill(key, &[("number", &count.to_string())])
    });
    let told = [changed].into_iter().chain(left).collect::<Vec<_>>().join(" ");
    state.messages.announce(told.clone());
    (told, number > 0)
}

/// The field for the new value, which each part has of its own kind.
fn value_field(
    state: State,
    part: Part,
    value: RwSignal<String>,
    wrong: RwSignal<Option<Key>>,
) -> Option<AnyView> {
    let none = (String::new(), t(Key::TableNone).to_owned());
    let unchosen = (UNCHOSEN.to_owned(), t(Key::TableChoose).to_owned());
    let choose = move |new| {
        wrong.set(None);
        value.set(new);
    };
    let read = value.into();
    let on_input = move |event| {
        wrong.set(None);
        value.set(event_target_value(&event));
    };
    let hint = matches!(part, Part::Owner | Part::Due)
        .then(|| el("p").class("hint").text(t(Key::TableEmpties)).done());
    let field = match part {
        Part::Rating => {
            let dont_know = (Rating::DONT_KNOW.to_owned(), t(Key::RatingDontKnow).to_owned());
            let unanswered = (String::new(), t(Key::RatingUnanswered).to_owned());
            let levels = [unchosen].into_iter().chain(levels(state));
            choice(levels.chain([dont_know, unanswered]), read, choose)
        }
        Part::Target => {
            choice([unchosen].into_iter().chain(levels(state)).chain([none]), read, choose)
        }
        Part::Review => {
            let mark = (MARK.to_owned(), t(Key::TableReviewMark).to_owned());
            let unmark = (String::new(), t(Key::TableReviewUnmark).to_owned());
            choice([unchosen, mark, unmark], read, choose)
        }
        Part::Owner => owner_input(read).on("input", on_input),
        Part::Due => el("input")
            .is("type", "date")
            .class("input")
            .is("min", DAYS.0)
            .is("max", DAYS.1)
            // A date is read when it is whole.
            .on("change", on_input),
        Part::Exclude => el("input").class("input").value(read).on("input", on_input),
        Part::Include => return None,
    };
    let label = if part == Part::Exclude { Key::ExclusionJustification } else { Key::TableValue };
    let field = labelled(VALUE, label, described(field, wrong)).child_maybe(hint);
    Some(with_error(field, wrong).done())
}

/// The field for the new value with its error, where a screen reader looks for it.
pub fn described(field: El, wrong: RwSignal<Option<Key>>) -> El {
    field
        .is("aria-describedby", "bulk-error")
        .attr_live("aria-invalid", text(move || wrong.get().is_some().to_string()))
}

/// The same below its label, with the error.
pub fn with_error(field: El, wrong: RwSignal<Option<Key>>) -> El {
    let words = text(move || wrong.get().map(t).unwrap_or_default().to_owned());
    let right = flag(move || wrong.get().is_none());
    field.el(el("p").class("field-error").is("id", "bulk-error").absent(right).live(words))
}
