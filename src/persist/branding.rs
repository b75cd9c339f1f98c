//! How reports of a consultancy look, as a small file that is set up once and handed on.

use serde::Serialize;

use super::json::{self, Json, JsonError, Object};
use crate::report::{
    brand::{Accent, LARGEST_LOGO, LONGEST, decode},
    request::Branding,
};

/// What `format` says in every such file.
pub const FORMAT: &str = "plumbline-branding";
/// The version of the format that this program writes.
pub const VERSION: u64 = 1;
/// Largest file in bytes: a logo in base64 and some texts.
pub const LARGEST: usize = 2 * LARGEST_LOGO;
/// Most names of styles in it.
const MOST_STYLES: usize = 100;

/// Why a file isn't read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BrandingError {
    /// More than [`LARGEST`] bytes.
    TooLarge,
    /// No JSON.
    Json(JsonError),
    /// JSON, but no branding.
    Format,
}

/// A branding that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opened {
    /// What could be read; the rest is as if nothing stood there.
    pub branding: Branding,
    /// The fields that make no sense, or only a part of which could be taken: `accent`, `logo`.
    pub left_aside: Vec<String>,
}

#[derive(Serialize)]
struct Envelope<'a> {
    format: &'static str,
    version: u64,
    branding: &'a Branding,
}

/// The text of its file; empty when it can't be written, which these types don't allow.
#[must_use]
pub fn write(branding: &Branding) -> String {
    let envelope = Envelope { format: FORMAT, version: VERSION, branding };
    serde_json::to_string_pretty(&envelope).unwrap_or_default()
}

/// Reads a file.
///
/// # Errors
/// [`BrandingError`] when it is no branding; whatever in it is odd is only left aside.
pub fn read(text: &str) -> Result<Opened, BrandingError> {
    if text.len() > LARGEST {
        return Err(BrandingError::TooLarge);
    }
    let (value, repeated) = json::parse(text).map_err(BrandingError::Json)?;
    let Json::Object(mut file) = value else { return Err(BrandingError::Format) };
    if file.get("format").and_then(Json::as_str) != Some(FORMAT) {
        return Err(BrandingError::Format);
    }
    let Some(Json::Object(fields)) = file.remove("branding") else {
        return Err(BrandingError::Format);
    };
    let mut reader = Reader { fields, left_aside: repeated };
    if file.get("version").and_then(Json::as_u64) != Some(VERSION) {
        reader.left_aside.push("version".into());
    }
    let branding = Branding {
        name: reader.line("name"),
        accent: reader.text_if("accent", |text| Accent::parse(text).is_some()),
        logo: reader.text_if("logo", |text| decode(text).is_ok()),
        classification: reader.line("classification"),
        footer: reader.line("footer"),
        word_styles: reader.word_styles(),
    };
    let Reader { fields, mut left_aside } = reader;
    left_aside.extend(fields.into_iter().map(|(field, _)| field));
    Ok(Opened { branding, left_aside })
}

struct Reader {
    /// What wasn't taken yet.
    fields: Object,
    left_aside: Vec<String>,
}

impl Reader {
    fn text(&mut self, field: &str) -> String {
        match self.fields.remove(field) {
            Some(Json::String(text)) => text,
            None | Some(Json::Null) => String::new(),
            Some(_) => {
                self.left_aside.push(field.into());
                String::new()
            }
        }
    }

    fn text_if(&mut self, field: &str, makes_sense: fn(&str) -> bool) -> String {
        let text = self.text(field);
        if text.is_empty() || makes_sense(&text) {
            return text;
        }
        self.left_aside.push(field.into());
        String::new()
    }

    /// A text of one line and a bounded length.
    fn line(&mut self, field: &str) -> String {
        let text = self.text(field);
        let line = line(&text);
        if line != text {
            self.left_aside.push(field.into());
        }
        line
    }

    fn word_styles(&mut self) -> Vec<(String, String)> {
        let field = "word_styles";
        let pairs = match self.fields.remove(field) {
            None | Some(Json::Null) => return Vec::new(),
            Some(Json::Array(pairs)) => pairs,
            Some(_) => Vec::from([Json::Null]),
        };
        let pair = |value: &Json| match value.as_array()? {
            [Json::String(ours), Json::String(theirs)] => Some((line(ours), line(theirs))),
            _ => None,
        };
        let read: Vec<_> = pairs.iter().take(MOST_STYLES).filter_map(pair).collect();
        if read.len() < pairs.len() {
            self.left_aside.push(field.into());
        }
        read
    }
}

/// A text as one line of at most [`LONGEST`] characters.
fn line(text: &str) -> String {
    text.chars().filter(|letter| !letter.is_control()).take(LONGEST).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::report::brand::encode;

    fn logo() -> String {
        encode(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x02\0\0\0\x03rest").unwrap()
    }

    fn full() -> Branding {
        Branding {
            name: "Acme & Söhne".into(),
            accent: "#0b5c6b".into(),
            logo: logo(),
            classification: "Confidential".into(),
            footer: "© Acme".into(),
            word_styles: vec![("Heading 1".into(), "ACME Überschrift 1".into())],
        }
    }

    #[test]
    fn what_is_written_is_read_again() {
        for branding in [full(), Branding::default()] {
            let opened = read(&write(&branding)).unwrap();
            assert_eq!(opened, Opened { branding, left_aside: Vec::new() });
        }
    }

    #[test]
    fn what_makes_no_sense_is_left_aside_and_named() {
        let text = r#"{"format":"plumbline-branding","version":2,"branding":{"name":7,
            "accent":"red","logo":"PHN2Zz4=","footer":"a\nb","classification":null,
            "word_styles":[["Lead","X"],["Lead"],3],"font":"Comic Sans"}}"#;
        let Opened { branding, left_aside } = read(text).unwrap();
        assert_eq!(
            left_aside,
            ["version", "name", "accent", "logo", "footer", "word_styles", "font"]
        );
        let word_styles = vec![("Lead".into(), "X".into())];
        assert_eq!(branding, Branding { footer: "ab".into(), word_styles, ..Branding::default() });
    }

    #[test]
    fn other_files_are_refused() {
        for text in [
            "[]",
            "{}",
            r#"{"format":"plumbline-assessment","branding":{}}"#,
            r#"{"format":"plumbline-branding","branding":[]}"#,
        ] {
            assert_eq!(read(text), Err(BrandingError::Format), "{text}");
        }
        assert!(matches!(read("<svg/>"), Err(BrandingError::Json(_))));
        assert_eq!(read(&" ".repeat(LARGEST + 1)), Err(BrandingError::TooLarge));
    }

    #[test]
    fn the_largest_logo_fits() {
        let logo = "A".repeat(LARGEST_LOGO / 3 * 4);
        assert!(write(&Branding { logo, ..full() }).len() < LARGEST);
    }

    proptest! {
        #[test]
        fn any_text_comes_back_or_is_named(name in ".*", footer in "\\PC{0,300}") {
            let branding = Branding { name, footer, ..Branding::default() };
            let opened = read(&write(&branding)).unwrap();
            prop_assert_eq!(opened.branding == branding, opened.left_aside.is_empty());
        }
    }
}
