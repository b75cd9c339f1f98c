//! The assessments that are kept: list, load, save, duplicate, delete, restore. The only place that
//! reads and writes them.

use std::fmt;

use super::{
    document::Document,
    keys,
    read::{Opened, ReadError, read},
    store::{Store, StoreError},
};
use crate::domain::{id::AssessmentId, pack::Pack, time::Timestamp};

/// A document that is open, with what the store held when it was last read or written.
#[derive(Clone, Debug, PartialEq)]
pub struct Open {
    /// The document.
    pub document: Document,
    /// What the store holds as far as this page knows; `None` when nothing.
    stored: Option<String>,
    /// Whether it may be changed.
    pub read_only: bool,
}

/// A kept text that is an assessment, or should be one.
#[derive(Debug)]
pub struct Entry {
    /// Its identifier, from the name it is kept under.
    pub id: AssessmentId,
    /// What was read, or why not; the text is still there.
    pub content: Result<Opened, ReadError>,
}

impl Entry {
    fn saved(&self) -> Option<&Timestamp> {
        self.content.as_ref().ok()?.document.saved.as_ref()
    }
}

/// Why an assessment was not loaded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LoadError {
    /// There is none with this identifier.
    NotFound,
    /// It is there but can't be read.
    Read(ReadError),
    /// The store failed.
    Store(StoreError),
}

/// Why an assessment was not saved. What was stored before is still there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SaveError {
    /// Another tab has written since: saving would undo its work.
    ChangedElsewhere,
    /// There is one with this identifier already, and it stays as it is.
    Exists,
    /// Another state of it is among the deleted ones, and stays as it is.
    DeletedBefore,
    /// The file is of a newer format.
    ReadOnly,
    /// The document could not be written as text.
    Write,
    /// The store failed.
    Store(StoreError),
}

impl fmt::Display for SaveError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::ChangedElsewhere => f.write_str("changed in another tab"),
            Self::Exists => f.write_str("there is one with this identifier already"),
            Self::DeletedBefore => f.write_str("another state of it is among the deleted ones"),
            Self::ReadOnly => f.write_str("read-only"),
            Self::Write => f.write_str("can't be written as text"),
            Self::Store(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for SaveError {}

impl From<StoreError> for SaveError {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

impl From<StoreError> for LoadError {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

/// All assessments of a store that were made with a pack.
pub struct Library {
    store: Box<dyn Store>,
}

impl Library {
    /// A library over a store.
    #[must_use]
    pub fn new(store: Box<dyn Store>) -> Self {
        Self { store }
    }

    /// All kept assessments, the one saved last first; broken ones too.
    ///
    /// # Errors
    /// [`StoreError`] when the store can't be read.
    pub fn list(&self, pack: &Pack) -> Result<Vec<Entry>, StoreError> {
        self.entries(pack, keys::ASSESSMENT)
    }

    /// All deleted assessments that can be restored.
    ///
    /// # Errors
    /// [`StoreError`] when the store can't be read.
    pub fn deleted(&self, pack: &Pack) -> Result<Vec<Entry>, StoreError> {
        self.entries(pack, keys::DELETED)
    }

    fn entries(&self, pack: &Pack, prefix: &str) -> Result<Vec<Entry>, StoreError> {
        let mut entries = Vec::new();
        for key in self.store.keys()? {
            let id = key.strip_prefix(prefix).and_then(|id| AssessmentId::parse(id).ok());
            let (Some(id), Some(text)) = (id, self.store.get(&key)?) else {
                continue;
            };
            let entry = Entry { id, content: read(pack, &text) };
            let place = entries.partition_point(|other: &Entry| other.saved() >= entry.saved());
            entries.insert(place, entry);
        }
        Ok(entries)
    }

    /// The text of a kept assessment exactly as stored, for a download when it can't be read.
    ///
    /// # Errors
    /// [`StoreError`] when the store can't be read.
    pub fn text(&self, id: &AssessmentId) -> Result<Option<String>, StoreError> {
        self.store.get(&keys::assessment(id))
    }

    /// Loads an assessment.
    ///
    /// # Errors
    /// [`LoadError`]; nothing is written in any case.
    pub fn load(&self, pack: &Pack, id: &AssessmentId) -> Result<(Open, Opened), LoadError> {
        let text = self.text(id)?.ok_or(LoadError::NotFound)?;
        let opened = read(pack, &text).map_err(LoadError::Read)?;
        let read_only = opened.read_only();
        Ok((Open { document: opened.document.clone(), stored: Some(text), read_only }, opened))
    }

    /// Keeps a document that isn't kept yet, under the identifier of its assessment.
    ///
    /// # Errors
    /// [`SaveError`]; [`SaveError::Exists`] when one with that identifier is kept already.
    pub fn create(
        &self,
        pack: &Pack,
        document: Document,
        now: Timestamp,
    ) -> Result<Open, SaveError> {
        if self.text(&document.assessment.id)?.is_some() {
            return Err(SaveError::Exists);
        }
        let mut open = Open { document, stored: None, read_only: false };
        self.save(pack, &mut open, now)?;
        Ok(open)
    }

    /// Keeps the text of a file as it is, so that nothing of it is lost even when it is newer than
    /// this program.
    ///
    /// # Errors
    /// [`SaveError`]; [`SaveError::Exists`] when one with that identifier is kept already.
    pub fn import(&self, id: &AssessmentId, text: &str) -> Result<(), SaveError> {
        if self.text(id)?.is_some() {
            return Err(SaveError::Exists);
        }
        Ok(self.put(&keys::assessment(id), None, text)?)
    }

    /// Saves an open document as its next revision.
    ///
    /// # Errors
    /// [`SaveError`]; the open document stays as it was and can be saved again.
    pub fn save(&self, pack: &Pack, open: &mut Open, now: Timestamp) -> Result<(), SaveError> {
        if open.read_only {
            return Err(SaveError::ReadOnly);
        }
        let key = keys::assessment(&open.document.assessment.id);
        if self.store.get(&key)? != open.stored {
            return Err(SaveError::ChangedElsewhere);
        }
        let before = (open.document.revision, open.document.saved.replace(now));
        open.document.revision = before.0.saturating_add(1);
        let written =
            open.document.write(pack.reference()).map_err(|_| SaveError::Write).and_then(|text| {
                self.put(&key, open.stored.as_deref(), &text)?;
                Ok(text)
            });
        match written {
            Ok(text) => {
                open.stored = Some(text);
                Ok(())
            }
            Err(error) => {
                (open.document.revision, open.document.saved) = before;
                Err(error)
            }
        }
    }

    /// Puts an assessment aside, from where [`Library::restore`] brings it back.
    ///
    /// # Errors
    /// [`SaveError`]; the assessment is still there then. [`SaveError::DeletedBefore`] when another
    /// state of it was deleted before and can still be restored: that one isn't overwritten.
    pub fn delete(&self, id: &AssessmentId) -> Result<(), SaveError> {
        let before = self.store.get(&keys::deleted(id))?;
        if before.is_some() && before != self.text(id)? {
            return Err(SaveError::DeletedBefore);
        }
        Ok(self.rename(&keys::assessment(id), &keys::deleted(id))?)
    }

    /// Brings a deleted assessment back.
    ///
    /// # Errors
    /// [`SaveError`]; the assessment is still among the deleted ones then.
    pub fn restore(&self, id: &AssessmentId) -> Result<(), SaveError> {
        if self.text(id)?.is_some() {
            return Err(SaveError::Exists);
        }
        Ok(self.rename(&keys::deleted(id), &keys::assessment(id))?)
    }

    /// Erases a deleted assessment for good.
    ///
    /// # Errors
    /// [`StoreError`] when it may still be there.
    pub fn erase(&self, id: &AssessmentId) -> Result<(), StoreError> {
        self.store.remove(&keys::deleted(id))
    }

    /// Some stores drop what they are given without a word: they still hold what they held before.
    /// One that can't be read just then has taken the text all the same.
    fn put(&self, key: &str, before: Option<&str>, text: &str) -> Result<(), StoreError> {
        self.store.set(key, text)?;
        match self.store.get(key) {
            Ok(held) if held.as_deref() == before => Err(StoreError::Refused),
            _ => Ok(()),
        }
    }

    /// Writes before it removes: a fault in between leaves two copies, never none. When there is no
    /// room for two, the old one makes room and comes back should the new one still not fit.
    fn rename(&self, from: &str, to: &str) -> Result<(), StoreError> {
        let Some(text) = self.store.get(from)? else {
            return Ok(());
        };
        match self.store.set(to, &text) {
            Ok(()) if self.store.get(to)?.as_ref() == Some(&text) => self.store.remove(from),
            Ok(()) => Err(StoreError::Refused),
            Err(StoreError::Full) => {
                self.store.remove(from)?;
                self.store.set(to, &text).inspect_err(|_| {
                    let _ = self.store.set(from, &text);
                })
            }
            Err(error) => Err(error),
        }
    }
}
