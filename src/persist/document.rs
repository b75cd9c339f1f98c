//! The file format: an assessment in its envelope. The same text goes into a file and into the
//! browser's storage. `docs/file-format.md` describes it for other programs.

use std::fmt;

use serde::Serialize;

use super::{
    json::{self, Json, JsonError, Object},
    read::LARGEST,
    rest::{Rest, add_missing, drop_known},
};
use crate::domain::{assessment::Assessment, pack::PackRef, time::Timestamp};

/// What `format` says in every file.
pub const FORMAT: &str = "plumbline-assessment";
/// The version of the format that this program writes, and the newest that it edits.
pub const VERSION: u64 = 1;

/// An assessment with all that its file carries besides.
#[derive(Clone, Debug, PartialEq)]
pub struct Document {
    /// The assessment itself.
    pub assessment: Assessment,
    /// Counts the saves, so that of two copies the later one is known without a clock.
    pub revision: u64,
    /// When it was last saved; `None` when never.
    pub saved: Option<Timestamp>,
    /// When it was last saved to a file, as far as this copy knows; `None` when never.
    pub filed: Option<Timestamp>,
    /// What the file said that this program doesn't understand: kept and written again.
    pub unknown: Object,
    /// The same within exclusions and entries of lists.
    pub rests: Vec<Rest>,
}

/// Why a document was not written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WriteError {
    /// It would be too large to be opened again.
    TooLarge,
    /// Cannot occur with these types; passed on so that nobody has to believe it.
    Json,
}

impl fmt::Display for WriteError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::TooLarge => "too large to be opened again",
            Self::Json => "can't be written as text",
        })
    }
}

impl std::error::Error for WriteError {}

impl From<serde_json::Error> for WriteError {
    fn from(_: serde_json::Error) -> Self {
        Self::Json
    }
}

impl From<JsonError> for WriteError {
    fn from(_: JsonError) -> Self {
        Self::Json
    }
}

#[derive(Serialize)]
struct Envelope<'a> {
    format: &'static str,
    version: u64,
    app: &'static str,
    revision: u64,
    #[serde(skip_serializing_if = "Option::is_none")]
    saved: &'a Option<Timestamp>,
    #[serde(skip_serializing_if = "Option::is_none")]
    filed: &'a Option<Timestamp>,
    pack: PackRef,
    assessment: &'a Assessment,
}

impl Document {
    /// A new document around an assessment that was never saved.
    #[must_use]
    pub fn new(assessment: Assessment) -> Self {
        let (unknown, rests) = (Object::new_vec(), Vec::new());
        Self { assessment, revision: 0, saved: None, filed: None, unknown, rests }
    }

    /// The text of its file.
    ///
    /// # Errors
    /// [`WriteError`]; no file is better than one that can't be opened.
    pub fn write(&self, pack: PackRef) -> Result<String, WriteError> {
        let envelope = Envelope {
            format: FORMAT,
            version: VERSION,
            app: env!("CARGO_PKG_VERSION"),
            revision: self.revision,
            saved: &self.saved,
            filed: &self.filed,
            pack,
            assessment: &self.assessment,
        };
        let mut text = with_work(serde_json::to_string(&envelope)?, "}}", &self.assessment);
        if !self.is_understood() {
            // Read again as a value, into which what is unknown can be put.
            let mut value = json::parse_own(&text)?.0;
            if let Json::Object(fields) = &mut value {
                for rest in &self.rests {
                    rest.write_into(fields.get_mut("assessment"));
                }
                add_missing(fields, &self.unknown);
            }
            text = serde_json::to_string(&value)?;
        }
        if text.len() > LARGEST { Err(WriteError::TooLarge) } else { Ok(text) }
    }

    /// Drops what made no sense of every field that has a value by now, so that it doesn't come back
    /// when that value goes. To be called after each change.
    pub fn settle(&mut self) {
        if self.is_understood() {
            return;
        }
        let Ok(text) = serde_json::to_string(&self.assessment) else { return };
        let Ok((mut known, _)) = json::parse_own(&with_work(text, "}", &self.assessment)) else {
            return;
        };
        if let (Some(Json::Object(unknown)), Json::Object(known)) =
            (self.unknown.get_mut("assessment"), &known)
        {
            drop_known(unknown, known);
        }
        for rest in &mut self.rests {
            rest.settle(&mut known);
        }
    }

    /// Whether its file said nothing that this program doesn't understand.
    fn is_understood(&self) -> bool {
        self.unknown.is_empty() && self.rests.is_empty()
    }

    /// A name for its file: what people call it, the day, no character that a file system minds.
    #[must_use]
    pub fn file_name(&self, ending: &str) -> String {
        let day = self.saved.as_ref().map_or("", Timestamp::day);
        file_name(&self.assessment.name, &[day], ending)
    }
}

/// Adds what is done beside answering to an assessment that was written: its fields come after the
/// others, before `end`, with which the text ends.
fn with_work(mut text: String, end: &str, of: &Assessment) -> String {
    let fields = of.work.write().and_then(|work| work.strip_prefix('{')?.strip_suffix('}'));
    if let Some(fields) = fields.filter(|fields| !fields.is_empty()) {
        text.truncate(text.len().saturating_sub(end.len()));
        for part in [",", fields, end] {
            text.push_str(part);
        }
    }
    text
}

/// Whether a character stays in the name of a file. By blocks: the tables of all letters would be
/// one per cent of the wasm. Spaces, dashes and marks of direction are general punctuation.
const fn stays(letter: char) -> bool {
    match letter {
        '0'..='9' | 'A'..='Z' | 'a'..='z' => true,
        '\u{2000}'..='\u{206f}' | '\u{3000}'..='\u{3003}' | '\u{feff}' => false,
        _ => letter >= '\u{c0}',
    }
}

/// A name for a file: what it is of, what is further to be said, no character that a file system
/// minds. `Acme GmbH: ISMS/2026`, `2026-11-22`, `json` becomes `Acme-GmbH-ISMS-2026-2026-11-22.json`. A
/// day that the name tells already isn't said again.
#[must_use]
pub fn file_name(of: &str, further: &[&str], ending: &str) -> String {
    let mut name = stem(of);
    if name.is_empty() {
        name.push_str("assessment");
    }
    let of = name.clone();
    for part in further.iter().filter(|part| !part.is_empty() && !tells_day(&of, part)) {
        name.push('-');
        name.push_str(&stem(part));
    }
    name.push('.');
    name.push_str(ending);
    name
}

/// Whether a name has this very day in it. A day in words doesn't count: names of files are sorted by it.
fn tells_day(name: &str, day: &str) -> bool {
    let parts: Vec<&str> = name.split('-').collect();
    parts.windows(3).any(|three| three.join("-") == day)
}

fn stem(of: &str) -> String {
    const LONGEST: usize = 60;
    let mut stem = String::new();
    for letter in of.chars() {
        if stays(letter) {
            stem.push(letter);
        } else if !stem.ends_with('-') && !stem.is_empty() {
            stem.push('-');
        }
    }
    let mut stem: String = stem.chars().take(LONGEST).collect();
    while stem.ends_with('-') {
        stem.pop();
    }
    stem
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn file_names_are_dated_and_clean() {
        let cases = [
            ("Acme GmbH: ISMS/2026", "2026-11-22", "Acme-GmbH-ISMS-2026-2026-11-22.json"),
            ("  ../../etc ", "2026-11-22", "etc-2026-11-22.json"),
            ("Überprüfung 株式会社", "", "Überprüfung-株式会社.json"),
            ("“Acme” – 2026\u{202e}\u{a0}", "", "Acme-2026.json"),
            ("***", "", "assessment.json"),
            // Files are sorted by the day in numbers.
            (
                "Quick check, Nov 23 2026 18:05",
                "2026-11-23",
                "Quick-check-Nov-23-2026-18-05-2026-11-23.json",
            ),
            ("Gap analysis, 22.11.2026", "2026-11-22", "Gap-analysis-22-11-2026-2026-11-22.json"),
            ("Acme 2026-11-22", "2026-11-22", "Acme-2026-11-22.json"),
            // Another day is told.
            ("Gap analysis, 3 Nov 2026", "2026-11-22", "Gap-analysis-3-Nov-2026-2026-11-22.json"),
            (
                "Gap analysis, 3 Nov 2026, 22:05",
                "2026-11-22",
                "Gap-analysis-3-Nov-2026-22-05-2026-11-22.json",
            ),
            ("Acme 22", "2026-11-22", "Acme-22-2026-11-22.json"),
        ];
        for (name, day, expected) in cases {
            assert_eq!(file_name(name, &[day], "json"), expected);
        }
    }
}
