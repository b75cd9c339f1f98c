//! The file format: an assessment in its envelope. The same text goes into a file and into the
//! browser's storage. `docs/file-format.md` describes it for other programs.

use serde::Serialize;

use super::json::{self, Json, JsonError, Object};
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
    /// What the file said that this program doesn't understand: kept and written again.
    pub unknown: Object,
}

#[derive(Serialize)]
struct Envelope<'a> {
    format: &'static str,
    version: u64,
    app: &'static str,
    revision: u64,
    #[serde(skip_serializing_if = "Option::is_none")]
    saved: &'a Option<Timestamp>,
    pack: PackRef,
    assessment: &'a Assessment,
}

impl Document {
    /// A new document around an assessment that was never saved.
    #[must_use]
    pub fn new(assessment: Assessment) -> Self {
        Self { assessment, revision: 0, saved: None, unknown: Object::new_vec() }
    }

    /// The text of its file.
    ///
    /// # Errors
    /// None that can occur with these types; passed on so that nobody has to believe it.
    pub fn write(&self, pack: PackRef) -> Result<String, JsonError> {
        let envelope = Envelope {
            format: FORMAT,
            version: VERSION,
            app: env!("CARGO_PKG_VERSION"),
            revision: self.revision,
            saved: &self.saved,
            pack,
            assessment: &self.assessment,
        };
        // Read again as a value, into which what is unknown can be put.
        let (mut value, _) = json::parse(&serde_json::to_string(&envelope)?)?;
        if let Json::Object(fields) = &mut value {
            add_missing(fields, &self.unknown);
        }
        Ok(serde_json::to_string(&value)?)
    }

    /// A name for its file: what people call it, the day, no character that a file system minds.
    #[must_use]
    pub fn file_name(&self, ending: &str) -> String {
        let day = self.saved.as_ref().map_or("", Timestamp::day);
        file_name(&self.assessment.name, day, ending)
    }
}

/// Adds the fields of `more` that `fields` lacks, in nested objects too.
fn add_missing(fields: &mut Object, more: &Object) {
    for (key, value) in more {
        match (fields.get_mut(key), value) {
            (Some(Json::Object(known)), Json::Object(unknown)) => add_missing(known, unknown),
            (Some(_), _) => {}
            (None, value) => {
                fields.insert(key.clone(), value.clone());
            }
        }
    }
}

/// `Acme GmbH: ISMS/2026`, `2026-11-22`, `json` becomes `Acme-GmbH-ISMS-2026-2026-11-22.json`.
fn file_name(name: &str, day: &str, ending: &str) -> String {
    const LONGEST: usize = 60;
    let mut stem = String::new();
    for letter in name.chars() {
        if letter.is_alphanumeric() {
            stem.push(letter);
        } else if !stem.ends_with('-') && !stem.is_empty() {
            stem.push('-');
        }
    }
    let mut stem: String = stem.chars().take(LONGEST).collect();
    while stem.ends_with('-') {
        stem.pop();
    }
    if stem.is_empty() {
        stem.push_str("assessment");
    }
    if day.is_empty() { format!("{stem}.{ending}") } else { format!("{stem}-{day}.{ending}") }
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
            ("***", "", "assessment.json"),
        ];
        for (name, day, expected) in cases {
            assert_eq!(file_name(name, day, "json"), expected);
        }
    }
}
