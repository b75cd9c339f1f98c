//! Reading a document: a value and notices, never a failure over a detail.
//!
//! Fields are taken out of the file one by one. What is left over in the end (unknown fields, and
//! values that make no sense) stays with the document and is written again, so that reading with an
//! older program loses nothing.

mod answers;
mod fields;
mod notice;
mod register;
mod whole;
mod work;

pub use notice::{Notice, ReadError};

use self::fields::{text, timestamp};
use super::{
    document::{Document, FORMAT, VERSION},
    json::{self, Json, Object},
    rest::Rest,
};
use crate::domain::{
    assessment::{Assessment, LONGEST_NAME},
    id::AssessmentId,
    pack::Pack,
    work::{Work, carried::Held},
};

/// Largest file in bytes: the work of years is a hundredth of it.
pub const LARGEST: usize = 10_000_000;

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
    let mut reader = Reader { pack, notices, rests: Vec::new() };
    let document = reader.document(value)?;
    Ok(Opened { document, notices: reader.notices })
}

struct Reader<'a> {
    pack: &'a Pack,
    notices: Vec<Notice>,
    /// What is left over within exclusions and entries of lists.
    rests: Vec<Rest>,
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
        let saved = self.take(&mut file, "", "saved", timestamp);
        let filed = self.take(&mut file, "", "filed", timestamp);
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
        assessment.facts = self.facts(&mut inner);
        assessment.selection = self.selection("", &mut inner);
        assessment.snapshots = self.snapshots(&mut inner);
        assessment.work = Held::new(Work {
            criteria: self.criteria(&mut inner),
            assets: self.assets(&mut inner),
            risks: self.risks(&mut inner),
            statement: self.statement(&mut inner),
            own_controls: self.own_controls(&mut inner),
            documents: self.documents(&mut inner),
            regraded: self.regraded(&mut inner),
            plan: self.plan(&mut inner),
            weeks: self.weeks(&mut inner),
        });
        if !inner.is_empty() {
            file.insert("assessment".into(), Json::Object(inner));
        }
        let rests = std::mem::take(&mut self.rests);
        Ok(Document { assessment, revision, saved, filed, unknown: file, rests })
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
}
