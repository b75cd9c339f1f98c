//! The texts of the interface, by language.

use std::{borrow::Cow, collections::BTreeMap, fmt, sync::OnceLock};

use super::numbers::Numbers;
use crate::domain::{ratio::Ratio, score::Measure};

include!(concat!(env!("OUT_DIR"), "/texts.rs"));

/// The texts of the interface in one language.
#[derive(Clone, Debug)]
pub struct Texts {
    language: String,
    /// How percentages are written; learnt later than the texts.
    numbers: OnceLock<Numbers>,
    first: Vec<Cow<'static, str>>,
    /// What follows on `first`, when it comes by itself.
    later: OnceLock<&'static [&'static str]>,
    /// What follows on `later`.
    files: &'static [&'static str],
}

/// Why a locale file can't be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TextError {
    /// Not a JSON object of texts; the message says where.
    Json(String),
    /// Texts that the file lacks.
    Missing(Vec<&'static str>),
}

impl fmt::Display for TextError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Json(message) => write!(f, "not a JSON object of texts: {message}"),
            Self::Missing(keys) => write!(f, "texts are missing: {}", keys.join(", ")),
        }
    }
}

impl std::error::Error for TextError {}

impl Texts {
    /// All English texts, those that stand in files only among them.
    #[must_use]
    pub fn english() -> Self {
        let texts = Self::first_english();
        texts.add_english();
        Self { files: &ENGLISH_FILES, ..texts }
    }

    /// The English texts of the first part of the wasm; the others are empty until
    /// [`Texts::add_english`].
    #[must_use]
    pub fn first_english() -> Self {
        let first = ENGLISH.into_iter().map(Cow::Borrowed).collect();
        Self {
            language: "en".into(),
            numbers: OnceLock::new(),
            first,
            later: OnceLock::new(),
            files: &[],
        }
    }

    /// Adds what the second part of the wasm brings.
    pub fn add_english(&self) {
        let _ = self.later.set(&ENGLISH_LATER);
    }

    /// Reads another language's file, a copy of `locales/en.json` with other values.
    ///
    /// # Errors
    /// [`TextError`] when it is no such file or lacks texts.
    pub fn read(language: &str, json: &str) -> Result<Self, TextError> {
        let mut found: BTreeMap<String, String> =
            serde_json::from_str(json).map_err(|error| TextError::Json(error.to_string()))?;
        let mut missing = Vec::new();
        let mut texts = Vec::with_capacity(COUNT);
        for &key in &KEYS {
            match found.remove(key) {
                Some(text) => texts.push(Cow::Owned(text)),
                None => missing.push(key),
            }
        }
        if missing.is_empty() {
            let (language, numbers) = (language.into(), OnceLock::new());
            Ok(Self { language, numbers, first: texts, later: OnceLock::new(), files: &[] })
        } else {
            Err(TextError::Missing(missing))
        }
    }

    /// The same texts with numbers written in another way.
    #[must_use]
    pub fn with_numbers(self, numbers: Numbers) -> Self {
        Self { numbers: numbers.into(), ..self }
    }

    /// Says how numbers are written, once and before any is.
    pub fn add_numbers(&self, numbers: Numbers) {
        let _ = self.numbers.set(numbers);
    }

    fn numbers(&self) -> &Numbers {
        self.numbers.get_or_init(Numbers::default)
    }

    /// A percentage, or a dash where there is none.
    #[must_use]
    pub fn percent(&self, ratio: Option<Ratio>) -> String {
        self.numbers().percent(ratio)
    }

    /// The range in which the conformity will be once everything is rated.
    #[must_use]
    pub fn range(&self, measure: &Measure) -> String {
        self.numbers().range(measure)
    }

    /// The language as a BCP 47 tag: `en`.
    #[must_use]
    pub fn language(&self) -> &str {
        &self.language
    }

    /// A text.
    #[must_use]
    pub fn get(&self, key: Key) -> &str {
        let place = key as usize;
        let later = || {
            let place = place.checked_sub(self.first.len())?;
            let later = self.later.get().copied().unwrap_or_default();
            let files = || self.files.get(place.checked_sub(later.len())?);
            later.get(place).or_else(files).copied()
        };
        self.first.get(place).map(AsRef::as_ref).or_else(later).unwrap_or_default()
    }

    /// A text with its placeholders filled, see [`fill`].
    #[must_use]
    pub fn fill(&self, key: Key, values: &[(&str, &str)]) -> String {
        fill(self.get(key), values)
    }
}

/// Puts values into a text: `{name}` becomes the value of `name`. What is put in is not searched
/// again, and a placeholder without a value stays as it is.
#[must_use]
pub fn fill(text: &str, values: &[(&str, &str)]) -> String {
    let mut filled = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        let value = after.split_once('}').and_then(|(name, after)| {
            let (_, value) = values.iter().find(|(known, _)| *known == name)?;
            Some((value, after))
        });
        if let Some((value, after)) = value {
            filled.push_str(value);
            rest = after;
        } else {
            filled.push('{');
            rest = after;
        }
    }
    filled.push_str(rest);
    filled
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn placeholders_are_filled_once() {
        let cases = [
            ("{a} of {b}", "1 of {a}"),
            ("{c} {a}", "{c} 1"),
            ("{ {a} }", "{ 1 }"),
            ("{a", "{a"),
            ("plain", "plain"),
        ];
        for (text, expected) in cases {
            assert_eq!(fill(text, &[("a", "1"), ("b", "{a}")]), expected, "{text}");
        }
    }

    #[test]
    fn another_language_must_be_complete() {
        let english = include_str!("../../locales/en.json");
        assert_eq!(Texts::read("de", english).unwrap().language(), "de");
        assert!(matches!(Texts::read("de", "[]"), Err(TextError::Json(_))));
        assert_eq!(Texts::read("de", "{}").unwrap_err(), TextError::Missing(KEYS.to_vec()));
    }

    #[test]
    fn every_key_finds_its_own_text() {
        let texts = Texts::english();
        let english: BTreeMap<String, String> =
            serde_json::from_str(include_str!("../../locales/en.json")).unwrap();
        assert_eq!(texts.get(Key::AppName), english["app.name"]);
        assert_eq!(texts.get(Key::WhyTitle), english["why.title"]);
        assert_eq!(Texts::first_english().get(Key::AppName), english["app.name"]);
        assert_eq!(Texts::first_english().get(Key::WhyTitle), "");
        assert_eq!(texts.get(Key::ReportSkip), english["report.skip"]);
        let page = Texts::first_english();
        page.add_english();
        assert_eq!(page.get(Key::WhyTitle), english["why.title"]);
        assert_eq!(page.get(Key::ReportSkip), "");
        assert_eq!(english.len(), KEYS.len());
    }
}
