//! What clicks and keys do in the table of all items, which has one handler for all of its rows.

use leptos::prelude::*;

use super::{
    super::{
        components::{badge::applicability_of, rating::rate},
        state::State,
        words::{fill, t},
    },
    all::Picked,
    keys::single_keys,
};
use crate::{
    browser::rows::{self, Control, Spot},
    domain::{
        assessment::{Applicability, Rating},
        id::ItemId,
    },
    text::Key,
};

fn item_of(spot: &Spot) -> Option<ItemId> {
    ItemId::parse(&spot.item).ok()
}

/// Rates an item to which the rating applies; whether it does.
fn rate_row(state: State, item: &ItemId, rating: Option<Rating>) -> bool {
    let applies = applicability_of(state, item) == Applicability::Applicable;
    if applies {
        rate(state, item, rating);
    }
    applies
}

/// A rating is chosen, or a row ticked.
pub fn on_change(state: State, picked: Picked, event: &web_sys::Event) {
    let Some(spot) = rows::spot(event) else { return };
    let Some((item, control)) = item_of(&spot).zip(spot.control) else { return };
    match control {
        Control { radio: true, value, .. } => {
            rate_row(state, &item, Rating::parse(&value));
        }
        Control { checked, .. } => picked.pick(&item, checked, false),
    }
}

/// A click on the rating that an item has already takes it away, or confirms it where the item is marked
/// for review; Shift ticks a range of rows.
pub fn on_click(state: State, picked: Picked, event: &web_sys::Event) {
    let Some(spot) = rows::spot(event) else { return };
    let Some((item, control)) = item_of(&spot).zip(spot.control) else { return };
    if !control.radio {
        if spot.shift {
            picked.pick(&item, control.checked, true);
        }
        return;
    }
    // What was chosen just now isn't known to the state yet.
    let had = untrack(|| state.answer(&item));
    if spot.single_click && had.rating.is_some() && had.rating == Rating::parse(&control.value) {
        rate_row(state, &item, had.rating.filter(|_| had.review));
    }
}

/// Keys that act while the focus is in the table, and nowhere else (WCAG 2.1.4); digits only as long as
/// keys without Ctrl are on.
pub fn on_key(state: State, event: &web_sys::Event) {
    let Some(key) = rows::plain_key(event) else { return };
    let Some(item) = rows::spot(event).as_ref().and_then(item_of) else { return };
    match key.as_str() {
        "ArrowDown" => rows::step(event, 1),
        "ArrowUp" => rows::step(event, -1),
        "Delete" | "Backspace" => {
            rate_row(state, &item, None);
        }
        digit => {
            let rating = rating_of(state, digit).filter(|_| single_keys());
            let Some(rating) = rating else { return };
            if rate_row(state, &item, Some(rating.clone())) {
                tell_rated(state, &item, &rating, event);
            }
        }
    }
    rows::keep(event);
}

/// The rating that a digit stands for: the levels from 1, 0 for *Don't know*.
fn rating_of(state: State, digit: &str) -> Option<Rating> {
    let Some(place) = digit.parse::<usize>().ok()?.checked_sub(1) else {
        return Some(Rating::DontKnow);
    };
    let questionnaire = state.questionnaire();
    let level = questionnaire.pack.scale().levels().get(place)?;
    Some(Rating::Level(level.code.clone()))
}

/// Screen readers say what has the focus: the choice that a digit has made. Where the focus is elsewhere
/// in the row, the choice is told with the numbers.
fn tell_rated(state: State, item: &ItemId, rating: &Rating, event: &web_sys::Event) {
    if rows::follow_choice(event, rating.as_str()) {
        return;
    }
    let questionnaire = state.questionnaire();
    let words = match rating {
        Rating::Level(level) => questionnaire.texts.level(level),
        Rating::DontKnow => t(Key::RatingDontKnow),
    };
    let numbers = state.messages.announcement.get_untracked();
    let rated = [("item", item.as_str()), ("rating", words), ("numbers", &*numbers)];
    state.messages.announce(fill(Key::TableRatedItem, &rated));
}
