//! Light, dark, or as the device has it.

use leptos::prelude::*;

use super::{
    super::{live::flag, words::t},
    segments::{Segment, segments},
};
use crate::{
    browser::{page, preferences},
    persist::keys,
    text::Key,
};

const THEMES: [(&str, Key); 3] =
    [("auto", Key::ThemeAuto), ("light", Key::ThemeLight), ("dark", Key::ThemeDark)];

/// Lets the person choose, and remembers it where the browser keeps anything.
pub fn theme_choice() -> AnyView {
    let kept = preferences::get(keys::THEME);
    let known = THEMES.into_iter().find(|(name, _)| Some(*name) == kept.as_deref());
    let theme = RwSignal::new(known.map_or("auto", |(name, _)| name));
    Effect::new(move |_| {
        let theme = Some(theme.get()).filter(|theme| *theme != "auto");
        page::set_root_attribute("data-theme", theme);
    });
    let choose = move |name: &'static str| {
        theme.set(name);
        preferences::set(keys::THEME, name);
    };
    let choices = THEMES.map(|(name, label)| {
        Segment::new(t(label), flag(move || theme.get() == name), move || choose(name))
    });
    segments("segments", "theme", t(Key::ThemeLabel).to_owned(), flag(|| false), choices).done()
}
