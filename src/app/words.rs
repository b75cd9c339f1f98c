//! The interface texts of the page's language, at hand everywhere, and numbers and moments as its
//! reader writes them.

use std::sync::OnceLock;

use crate::{
    browser::format,
    domain::{ratio::Ratio, score::Measure, time::Day},
    text::{Key, Numbers, Texts},
};

static TEXTS: OnceLock<Texts> = OnceLock::new();
/// The language of the interface as it is written where the reader lives: `en-GB`.
static LOCALE: OnceLock<String> = OnceLock::new();

/// Asks the browser once where the reader lives. To be called before anything is drawn.
pub fn learn() {
    let _ = LOCALE.set(format::locale(texts().language()));
}

/// Adds the texts of the second part, and asks the browser once how the reader writes numbers. Not before,
/// for the browser takes its time, and the start shows no number of that kind.
pub fn learn_rest() {
    let texts = texts();
    texts.add_english();
    texts.add_numbers(Numbers::from_quarter(&format::quarter(locale())).unwrap_or_default());
}

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

/// A percentage, or a dash where there is none.
#[must_use]
pub fn percent(ratio: Option<Ratio>) -> String {
    texts().percent(ratio)
}

/// The range in which the conformity will be once everything is rated.
#[must_use]
pub fn range(measure: &Measure) -> String {
    texts().range(measure)
}

fn locale() -> &'static str {
    LOCALE.get().map_or("en", String::as_str)
}

/// A stored moment, with the time of day.
#[must_use]
pub fn moment(iso: &str) -> String {
    format::moment(iso, locale())
}

/// Today as the reader writes it.
#[must_use]
pub fn today() -> String {
    day(&format::now())
}

/// The day of a stored moment.
#[must_use]
pub fn day(iso: &str) -> String {
    format::day(iso, locale())
}

/// How long ago something was, for `count` of a unit such as `day`: "3 days ago".
#[must_use]
pub fn ago(count: i32, unit: &str) -> String {
    format::ago(count, unit, locale())
}

/// So many bytes, rounded up to thousands: "12 kB", "10 MB".
#[must_use]
pub fn size(bytes: u64) -> String {
    format::size(u32::try_from(bytes.div_ceil(1000)).unwrap_or(u32::MAX), locale())
}

/// A stored day as the reader writes it.
#[must_use]
pub fn calendar_day(day: &Day) -> String {
    format::calendar_day(day.as_str(), locale())
}
