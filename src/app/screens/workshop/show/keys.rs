//! Keys like those of a slide show, in both windows. Clickers send the page keys.

use leptos::prelude::*;

use super::stage::Stage;
use crate::{
    app::screens::keys::single_keys,
    browser::screen::{self, Keys},
    domain::workshop::show::{Shown, Step, View},
};

/// Listens as long as the page is there.
pub fn listen(stage: Stage) {
    let keys = Keys::hear(move |key| {
        let act = single_keys().then(|| meaning(stage, key)).flatten();
        match act {
            Some(Meaning::Step(step)) => stage.take(step),
            Some(Meaning::Full) => screen::toggle_full(),
            None => return false,
        }
        true
    });
    // It lives in the page alone.
    let keys = StoredValue::new_local(Some(keys));
    on_cleanup(move || {
        keys.try_update_value(Option::take);
    });
}

enum Meaning {
    Step(Step),
    Full,
}

fn meaning(stage: Stage, key: &str) -> Option<Meaning> {
    let (view, shown) = untrack(|| stage.with(|show| (show.view, show.shown())));
    Some(Meaning::Step(match key {
        "ArrowRight" | "PageDown" | " " => Step::Next,
        "ArrowLeft" | "PageUp" => Step::Back,
        "Home" => Step::First,
        "End" => Step::Last,
        "b" | "B" | "." => Step::Blank,
        "l" | "L" => Step::View(View::List),
        "r" | "R" if view == View::Item => match shown {
            Shown::Hidden => Step::Reveal,
            Shown::Votes | Shown::Model => Step::Hide,
        },
        "f" | "F" if screen::can_be_full() => return Some(Meaning::Full),
        _ => return None,
    }))
}
