//! The time for an item, counted down from when it was opened in this window. It tells and locks nothing.

use std::cell::RefCell;

use leptos::{prelude::*, task::spawn_local};

use crate::{
    app::{
        el::{El, el},
        live::{flag, text},
        state::now,
        words::{fill, t},
    },
    browser::page,
    text::Key,
};

thread_local! {
    /// When what was opened in this window, in seconds.
    static OPENED: RefCell<Vec<(String, i64)>> = const { RefCell::new(Vec::new()) };
}

/// What is left of some minutes since a place was opened.
pub fn timer(place: &str, minutes: u16) -> El {
    let opened = opened(place);
    let left = move || {
        let spent = seconds().saturating_sub(opened);
        i64::from(minutes).saturating_mul(60).saturating_sub(spent).max(0)
    };
    let shown = RwSignal::new(left());
    spawn_local(async move {
        // Ends with the page, which takes the signal with it.
        while left() > 0 && shown.try_get_untracked().is_some() {
            page::rest().await;
            shown.try_set(left());
        }
    });
    let clock = el("span").is("role", "timer").live(text(move || {
        let left = shown.get();
        let seconds = left.checked_rem(60).unwrap_or_default();
        let clock = format!("{}:{seconds:02}", left.checked_div(60).unwrap_or_default());
        fill(Key::WorkshopGroupLeft, &[("time", &clock)])
    }));
    // Told once, when it is over.
    let over = el("span").is("role", "status").live(text(move || {
        if shown.get() == 0 { t(Key::WorkshopGroupOver).to_owned() } else { String::new() }
    }));
    el("p").class("seat-timer").el(clock.absent(flag(move || shown.get() == 0))).el(over)
}

/// When a place was opened first in this window.
fn opened(place: &str) -> i64 {
    OPENED.with_borrow_mut(|all| {
        if let Some((_, opened)) = all.iter().find(|(of, _)| of == place) {
            return *opened;
        }
        let now = seconds();
        all.push((place.to_owned(), now));
        now
    })
}

/// Seconds since the beginning of 1970.
fn seconds() -> i64 {
    let now = now();
    let seconds = now.as_str().get(17..19).and_then(|seconds| seconds.parse().ok());
    now.minutes().saturating_mul(60).saturating_add(seconds.unwrap_or(0))
}
