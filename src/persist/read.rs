//! Reading a document: a value and notices, never a failure over a detail.
//!
//! Fields are taken out of the file one by one. What is left over in the end (unknown fields, and
//! values that make no sense) stays with the document and is written again, so that reading with an
//! older program loses nothing.

use std::fmt;

use litemap::LiteMap;

use super::{
    document::{Document, FORMAT, VERSION},
    json::{self, Json, JsonError, Object},
};
use crate::domain::{
    assessment::{Answer, Applicability, Assessment, CheckAnswer, LONGEST_NAME, Rating},
    id::{AssessmentId, CheckId, ItemId},
    pack::{Item, Kind, Pack},
    time::Timestamp,
};

/// Largest file in bytes: the work of years is a hundredth of it.
pub const LARGEST: usize = 10_000_000;

/// Why a file can't be opened at all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReadError {
    /// More than [`LARGEST`] bytes.
    TooLarge,
    /// Nothing but white space.
    Empty,
    /// No JSON.
    Json(JsonError),
    /// JSON, but not ours.
    Format,
    /// The version of the format, or the identifier, name, date or answers of the assessment are
    /// missing or broken.
    Broken(&'static str),
    /// Made with a questionnaire that isn't here.
    OtherPack(String),
}

/// Something that was not as expected, and what was done about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// The file has a newer format than this program: it opens read-only.
    Newer(u64),
    /// The questionnaire has changed since the file was saved.
    PackChanged {
        /// The version in the file.
        was: String,
    },
    /// A key stands twice in one object; the last one counts.
    Repeated(String),
    /// An answer to an item that the questionnaire doesn't have: kept, but not shown.
    UnknownItem(String),
    /// A value that makes no sense is treated as absent, and kept.
    Ignored {
        /// The way to it: `answers.4.1.rating`.
        at: String,
    },
    /// A requirement can't be excluded: it is in scope again.
    RequirementExcluded(ItemId),
    /// The name is longer than [`LONGEST_NAME`]: the rest of it is left out.
    NameCut,
}

/// A document that was read.
#[derive(Clone, Debug, PartialEq)]
pub struct Opened {
    /// The document.
    pub document: Document,
    /// What to tell the person.
    pub notices: Vec<Notice>,
}

impl Opened {
    /// Whether the document may be changed: a newer format may hold what this program would harm.
    #[must_use]
    pub fn read_only(&self) -> bool {
        self.notices.iter().any(|notice| matches!(notice, Notice::Newer(_)))
    }
}

/// Reads the text of a file or of the browser's storage.
///
/// # Errors
/// [`ReadError`] when there is no assessment in it, or one of another questionnaire.
pub fn read(pack: &Pack, text: &str) -> Result<Opened, ReadError> {
    if text.len() > LARGEST {
        return Err(ReadError::TooLarge);
    }
    if json::without_mark(text).trim().is_empty() {
        return Err(ReadError::Empty);
    }
    let (value, repeated) = json::parse(text).map_err(ReadError::Json)?;
    let notices = repeated.into_iter().map(Notice::Repeated).collect();
    let mut reader = Reader { pack, notices, exclusions: Vec::new() };
    let document = reader.document(value)?;
    Ok(Opened { document, notices: reader.notices })
}

struct Reader<'a> {
    pack: &'a Pack,
    notices: Vec<Notice>,
    /// What is left over within exclusions.
    exclusions: Vec<(ItemId, Object)>,
}

impl Reader<'_> {
    fn document(&mut self, value: Json) -> Result<Document, ReadError> {
        let Json::Object(mut file) = value else {
            return Err(ReadError::Format);
        };
        if file.remove("format").as_ref().and_then(Json::as_str) != Some(FORMAT) {
            return Err(ReadError::Format);
        }
        match file.remove("version").as_ref().and_then(Json::as_u64) {
            Some(version) if version > VERSION => self.notices.push(Notice::Newer(version)),
            Some(VERSION) => {}
            _ => return Err(ReadError::Broken("version")),
        }
        file.remove("app");
        let pack = self.check_pack(file.remove("pack"))?;
        if !pack.is_empty() {
            file.insert("pack".into(), Json::Object(pack));
        }
        let revision = self.take(&mut file, "", "revision", Json::as_u64).unwrap_or_default();
        let saved: Option<Timestamp> = self.take(&mut file, "", "saved", timestamp);
        let Some(Json::Object(mut inner)) = file.remove("assessment") else {
            return Err(ReadError::Broken("assessment"));
        };
        let id: AssessmentId = self
            .take(&mut inner, "assessment", "id", |value| AssessmentId::parse(value.as_str()?).ok())
            .ok_or(ReadError::Broken("assessment.id"))?;
        let mut name = self
            .take(&mut inner, "assessment", "name", text)
            .filter(|name: &String| !name.trim().is_empty())
            .ok_or(ReadError::Broken("assessment.name"))?;
        if let Some((end, _)) = name.char_indices().nth(LONGEST_NAME) {
            name.truncate(end);
            self.notices.push(Notice::NameCut);
        }
        let created = self
            .take(&mut inner, "assessment", "created", timestamp)
            .or_else(|| saved.clone())
            .ok_or(ReadError::Broken("assessment.created"))?;
        let mut assessment = Assessment::new(id, name, created);
        assessment.answers = self.answers(&mut inner)?;
        if !inner.is_empty() {
            file.insert("assessment".into(), Json::Object(inner));
        }
        let exclusions = std::mem::take(&mut self.exclusions);
        Ok(Document { assessment, revision, saved, unknown: file, exclusions })
    }

    /// Checks which questionnaire it is and returns what else the file says of it.
    fn check_pack(&mut self, value: Option<Json>) -> Result<Object, ReadError> {
        let mut pack = match value {
            Some(Json::Object(pack)) => pack,
            _ => Object::new_vec(),
        };
        let mut field = |name| match pack.remove(name) {
            Some(Json::String(text)) => text,
            _ => String::new(),
        };
        let (id, version, hash) = (field("id"), field("version"), field("hash"));
        let here = self.pack.reference();
        if id != here.id.as_str() {
            return Err(ReadError::OtherPack(id.chars().take(64).collect()));
        }
        if hash != here.hash {
            self.notices.push(Notice::PackChanged { was: version });
        }
        Ok(pack)
    }

    /// Takes a field out when `parse` can read it; otherwise it stays in the leftovers and is
    /// noticed.
    fn take<T>(
        &mut self,
        from: &mut Object,
        path: &str,
        key: &str,
        parse: impl FnOnce(&Json) -> Option<T>,
    ) -> Option<T> {
        let read = parse(from.get(key)?);
        if read.is_some() {
            from.remove(key);
        } else {
            let at = if path.is_empty() { key.to_owned() } else { format!("{path}.{key}") };
            self.notices.push(Notice::Ignored { at });
        }
        read
    }

    /// Takes an object out; the caller puts back what it leaves over.
    fn take_object(&mut self, from: &mut Object, path: &str, key: &str) -> Option<Object> {
        self.take(from, path, key, |value| value.as_object().cloned())
    }

    /// Answers that are no object are no detail: opened without them, the next save would be the
    /// end of them.
    fn answers(&mut self, assessment: &mut Object) -> Result<LiteMap<ItemId, Answer>, ReadError> {
        let mut answers = LiteMap::new_vec();
        let mut raw = match assessment.remove("answers") {
            None => return Ok(answers),
            Some(Json::Object(raw)) => raw,
            Some(_) => return Err(ReadError::Broken("assessment.answers")),
        };
        let keys: Vec<String> = raw.keys().cloned().collect();
        for key in keys {
            let item = ItemId::parse(&key).ok().and_then(|id| self.pack.item(&id));
            let Some(item) = item.cloned() else {
                self.notices.push(Notice::UnknownItem(key));
                continue;
            };
            let Some(mut fields) = self.take_object(&mut raw, "answers", &key) else {
                continue;
            };
            let answer = self.answer(&item, &mut fields);
            if !fields.is_empty() {
                raw.insert(key, Json::Object(fields));
            }
            if !answer.is_empty() {
                answers.insert(item.id, answer);
            }
        }
        if !raw.is_empty() {
            assessment.insert("answers".into(), Json::Object(raw));
        }
        Ok(answers)
    }

    fn answer(&mut self, item: &Item, fields: &mut Object) -> Answer {
        let path = format!("answers.{}", item.id);
        Answer {
            rating: self.rating(&path, fields),
            applicability: self.applicability(item, &path, fields),
            note: self.take(fields, &path, "note", text).unwrap_or_default(),
            checks: self.checks(item, &path, fields),
        }
    }

    fn rating(&mut self, path: &str, fields: &mut Object) -> Option<Rating> {
        let pack = self.pack;
        self.take(fields, path, "rating", |value| {
            let rating = Rating::parse(value.as_str()?)?;
            let known = match &rating {
                Rating::Level(code) => pack.scale().level(code).is_some(),
                Rating::DontKnow => true,
            };
            known.then_some(rating)
        })
    }

    fn applicability(&mut self, item: &Item, path: &str, fields: &mut Object) -> Applicability {
        let Some(mut value) = self.take_object(fields, path, "applicability") else {
            return Applicability::Applicable;
        };
        let path = format!("{path}.applicability");
        let excluded = self.take_object(&mut value, &path, "excluded").map(|mut excluded| {
            let path = format!("{path}.excluded");
            let justification =
                self.take(&mut excluded, &path, "justification", text).unwrap_or_default();
            if !excluded.is_empty() {
                self.exclusions.push((item.id.clone(), excluded));
            }
            Applicability::Excluded { justification }
        });
        if !value.is_empty() {
            fields.insert("applicability".into(), Json::Object(value));
        }
        match (excluded, item.kind) {
            (Some(_), Kind::Requirement) => {
                self.notices.push(Notice::RequirementExcluded(item.id.clone()));
                Applicability::Applicable
            }
            (excluded, _) => excluded.unwrap_or_default(),
        }
    }

    fn checks(
        &mut self,
        item: &Item,
        path: &str,
        fields: &mut Object,
    ) -> LiteMap<CheckId, CheckAnswer> {
        let mut checks = LiteMap::new_vec();
        let Some(mut raw) = self.take_object(fields, path, "checks") else {
            return checks;
        };
        for check in &item.checks {
            let given = self.take(&mut raw, &format!("{path}.checks"), check.as_str(), |value| {
                CheckAnswer::parse(value.as_str()?)
            });
            if let Some(answer) = given {
                checks.insert(check.clone(), answer);
            }
        }
        if !raw.is_empty() {
            fields.insert("checks".into(), Json::Object(raw));
        }
        checks
    }
}

fn text(value: &Json) -> Option<String> {
    value.as_str().map(str::to_owned)
}

fn timestamp(value: &Json) -> Option<Timestamp> {
    Timestamp::parse(value.as_str()?)
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooLarge => write!(f, "more than {LARGEST} bytes"),
            Self::Empty => f.write_str("empty"),
            Self::Json(error) => write!(f, "not JSON: {error}"),
            Self::Format => write!(f, "no Plumbline assessment: \"format\" is not {FORMAT:?}"),
            Self::Broken(at) => write!(f, "{at} is missing or broken"),
            Self::OtherPack(id) => write!(f, "made with another questionnaire: {id:?}"),
        }
    }
}

impl std::error::Error for ReadError {}

impl fmt::Display for Notice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Newer(version) => write!(f, "format version {version} is newer than {VERSION}"),
            Self::PackChanged { was } => {
                write!(f, "the questionnaire has changed since version {was:?}")
            }
            Self::Repeated(key) => write!(f, "key {key:?} stands twice, the last one counts"),
            Self::UnknownItem(id) => write!(f, "no item {id:?} in the questionnaire"),
            Self::Ignored { at } => write!(f, "{at} makes no sense and is ignored"),
            Self::RequirementExcluded(item) => write!(f, "requirement {item} can't be excluded"),
            Self::NameCut => write!(f, "the name is cut after {LONGEST_NAME} letters"),
        }
    }
}
