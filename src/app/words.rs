//! The interface texts of the page's language, at hand everywhere.

use std::sync::OnceLock;

use crate::{
    browser::format,
    text::{Key, Texts},
};

static TEXTS: OnceLock<Texts> = OnceLock::new();

/// The texts of the page. Another language is chosen by loading the page anew.
#[must_use]
pub fn texts() -> &'static Texts {
    TEXTS.get_or_init(Texts::first_english)
}

/// A text.
#[must_use]
pub fn t(key: Key) -> &'static str {
    texts().get(key)
}

/// A text with its placeholders filled.
#[must_use]
pub fn fill(key: Key, values: &[(&str, &str)]) -> String {
    texts().fill(key, values)
}

/// A stored moment as the reader writes it.
#[must_use]
pub fn moment(iso: &str) -> String {
    format::moment(iso, locale())
}

/// Today as the reader writes it.
#[must_use]
pub fn today() -> String {
    format::today(locale())
}

/// For dates. The English of the texts is British.
fn locale() -> &'static str {
    match texts().language() {
        "en" => "en-GB",
        language => language,
    }
}
