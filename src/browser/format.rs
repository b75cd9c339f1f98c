//! Moments and numbers as their reader writes them, by the browser's `Intl`.

use js_sys::{
    Array, Date,
    Intl::{NumberFormat, RelativeTimeFormat},
    Object, Reflect,
};
use wasm_bindgen::JsValue;

/// The moment now, as `2026-11-22T20:13:23.456Z`.
#[must_use]
pub fn now() -> String {
    Date::new_0().to_iso_string().into()
}

/// A language as it is written where the reader lives: English for a browser that is set to `de-AT`
/// is `en-AT`. The words between the numbers are in that language, so it is never another one.
#[must_use]
pub fn locale(language: &str) -> String {
    let theirs = super::window().and_then(|window| window.navigator().language());
    let region = theirs.as_deref().and_then(region);
    region.map_or_else(|| language.to_owned(), |region| format!("{language}-{region}"))
}

/// The region in a BCP 47 tag: two letters after the language.
fn region(tag: &str) -> Option<&str> {
    let is_region =
        |part: &&str| part.len() == 2 && part.bytes().all(|byte| byte.is_ascii_alphabetic());
    tag.split('-').skip(1).find(is_region)
}

/// Options for what `Intl` writes.
fn options(chosen: &[(&str, &str)]) -> Object {
    let options = Object::new();
    for (name, value) in chosen {
        let _ = Reflect::set(&options, &(*name).into(), &(*value).into());
    }
    options
}

/// A quarter as a percentage, with Latin digits.
#[inline(never)] // see super::hold
#[must_use]
pub fn quarter(locale: &str) -> String {
    number(0.25, locale, &[("style", "percent"), ("numberingSystem", "latn")])
}

/// An amount of data in whole units, the largest of which there is one: "12 kB", "10 MB".
#[inline(never)] // see super::hold
#[must_use]
pub fn size(kilobytes: u32, locale: &str) -> String {
    let (count, unit) = match kilobytes {
        0..1_000 => (kilobytes, "kilobyte"),
        1_000..1_000_000 => (kilobytes / 1_000, "megabyte"),
        _ => (kilobytes / 1_000_000, "gigabyte"),
    };
    number(count, locale, &[("style", "unit"), ("unit", unit)])
}

fn number(number: impl Into<JsValue>, locale: &str, chosen: &[(&str, &str)]) -> String {
    let format = NumberFormat::new(&Array::of1(&locale.into()), &options(chosen)).format();
    let written = format.call1(&JsValue::NULL, &number.into()).ok();
    written.and_then(|written| written.as_string()).unwrap_or_default()
}

/// A moment in the reader's own zone: "22 Nov 2026, 21:13".
#[inline(never)] // see super::hold
#[must_use]
pub fn moment(iso: &str, locale: &str) -> String {
    date(iso, locale, &[("dateStyle", "medium"), ("timeStyle", "short")])
}

/// The day of a moment in the reader's own zone: "22 Nov 2026".
#[inline(never)] // see super::hold
#[must_use]
pub fn day(iso: &str, locale: &str) -> String {
    date(iso, locale, &[("dateStyle", "medium")])
}

fn date(iso: &str, locale: &str, chosen: &[(&str, &str)]) -> String {
    Date::new(&JsValue::from_str(iso)).to_locale_string(locale, &options(chosen)).into()
}

/// A day of the calendar, wherever the reader is: "22 Nov 2026".
#[inline(never)] // see super::hold
#[must_use]
pub fn calendar_day(day: &str, locale: &str) -> String {
    // Without a time it is read as its first moment in UTC.
    date(day, locale, &[("dateStyle", "medium"), ("timeZone", "UTC")])
}

/// How long ago something was: "3 days ago" for 3 and `day`.
#[inline(never)] // see super::hold
#[must_use]
pub fn ago(count: i32, unit: &str, locale: &str) -> String {
    let format = RelativeTimeFormat::new(&Array::of1(&locale.into()), &Object::new());
    format.format(f64::from(-count), unit).into()
}

#[cfg(test)]
mod tests {
    use super::region;

    #[test]
    fn a_region_stands_after_the_language() {
        for (tag, expected) in [
            ("de-AT", Some("AT")),
            ("zh-Hant-TW", Some("TW")),
            ("de", None),
            ("es-419", None),
            ("", None),
        ] {
            assert_eq!(region(tag), expected, "{tag}");
        }
    }
}
