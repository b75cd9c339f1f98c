//! Light, dark, or as the device has it.

use leptos::prelude::*;

use super::{
    super::{
        live::{flag, follow},
        state::State,
        words::t,
    },
    segments::{Segment, segments},
};
use crate::{
    browser::{page, preferences},
    persist::keys,
    text::Key,
};

/// Their names and words.
pub const THEMES: [(&str, Key); 3] =
    [("auto", Key::ThemeAuto), ("light", Key::ThemeLight), ("dark", Key::ThemeDark)];

/// What was chosen before.
#[must_use]
pub fn kept_theme() -> &'static str {
    let known = THEMES.into_iter().find(|(name, _)| preferences::is(keys::THEME, name));
    known.map_or("auto", |(name, _)| name)
}

/// Chooses, and remembers it where the browser keeps anything.
pub fn choose_theme(state: State, name: &'static str) {
    state.theme.set(name);
    preferences::set(keys::THEME, name);
}

/// Lets the person choose, and remembers it where the browser keeps anything.
pub fn theme_choice(state: State) -> AnyView {
    let theme = state.theme;
    follow(move || {
        let theme = Some(theme.get()).filter(|theme| *theme != "auto");
        page::set_root_attribute("data-theme", theme);
    });
    let choices = THEMES.map(|(name, label)| {
        Segment::new(t(label), flag(move || theme.get() == name), move || choose_theme(state, name))
    });
    segments("segments", "theme", t(Key::ThemeLabel).to_owned(), flag(|| false), choices).done()
}
