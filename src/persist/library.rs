//! The assessments that are kept: list, load, save, duplicate, delete, restore. The only place that
//! reads and writes them.

use std::fmt;

use super::{
    document::{Document, WriteError},
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

impl Open {
    /// What was last read from the store or written there.
    #[must_use]
    pub fn stored(&self) -> Option<&str> {
        self.stored.as_deref()
    }
}

/// A kept text that is an assessment, or should be one.
#[derive(Debug)]
pub struct Entry {
    /// The name it is kept under: of two deleted states of one assessment, which one.
    pub key: String,
    /// Its identifier, from that name.
    pub id: AssessmentId,
    /// What was read, or why not; the text is still there.
    pub content: Result<Opened, LoadError>,
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
    /// Another tab has deleted it since.
    DeletedElsewhere,
    /// There is one with this identifier already, and it stays as it is.
    Exists,
    /// The file is of a newer format.
    ReadOnly,
    /// The document could not be written as text.
    Write(WriteError),
    /// The store failed.
    Store(StoreError),
}

impl fmt::Display for SaveError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::ChangedElsewhere => f.write_str("changed in another tab"),
            Self::DeletedElsewhere => f.write_str("deleted in another tab"),
            Self::Exists => f.write_str("there is one with this identifier already"),
            Self::ReadOnly => f.write_str("read-only"),
            Self::Write(error) => error.fmt(f),
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
    pub(super) store: Box<dyn Store>,
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
    /// [`StoreError`] when the store doesn't even say what there is.
    pub fn list(&self, pack: &Pack) -> Result<Vec<Entry>, StoreError> {
        self.entries(pack, keys::ASSESSMENT)
    }

    /// Whether any assessment is kept, readable or not. Reads none of them.
    #[must_use]
    pub fn keeps_any(&self) -> bool {
        let keys = self.store.keys().unwrap_or_default();
        keys.iter().any(|key| keys::id(keys::ASSESSMENT, key).is_some())
    }

    /// All deleted assessments that can be restored.
    ///
    /// # Errors
    /// [`StoreError`] when the store doesn't even say what there is.
    pub fn deleted(&self, pack: &Pack) -> Result<Vec<Entry>, StoreError> {
        self.entries(pack, keys::DELETED)
    }

    fn entries(&self, pack: &Pack, prefix: &str) -> Result<Vec<Entry>, StoreError> {
        let mut entries = Vec::new();
        for key in self.store.keys()? {
            let Some(id) = keys::id(prefix, &key) else { continue };
            let content = match self.store.get(&key) {
                Ok(None) => continue,
                Ok(Some(text)) => read(pack, &text).map_err(LoadError::Read),
                Err(error) => Err(LoadError::Store(error)),
            };
            let entry = Entry { key, id, content };
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
        Ok(self.put(&keys::assessment(id), text)?)
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
        match self.store.get(&key)? {
            held if held == open.stored => {}
            None => return Err(SaveError::DeletedElsewhere),
            Some(_) => return Err(SaveError::ChangedElsewhere),
        }
        let before = (open.document.revision, open.document.saved.replace(now));
        open.document.revision = before.0.saturating_add(1);
        let written = open.document.write(pack.reference()).map_err(SaveError::Write);
        let written = written.and_then(|text| {
            self.put(&key, &text)?;
            Ok(text)
        });
        match written {
            Ok(text) => {
                open.stored = Some(text);
                Ok(())
            }
            Err(error) => {
                (open.document.revision, open.document.saved) = before;
                // Should only a part have been taken, it is ours, and the next save may replace it.
                if let Ok(held) = self.store.get(&key) {
                    open.stored = held;
                }
                Err(error)
            }
        }
    }

    /// Puts an assessment aside, beside whatever was deleted of it before, and returns where it is
    /// now, for [`Library::restore`] and [`Library::erase`].
    ///
    /// # Errors
    /// [`SaveError`]; the assessment is still there then.
    pub fn delete(&self, id: &AssessmentId) -> Result<String, SaveError> {
        let text = self.text(id)?;
        let mut number = 1_u32;
        loop {
            let key = keys::deleted(id, number);
            let taken = self.store.get(&key)?;
            // The very same state may lie there already, from a deletion that was cut short.
            if text.is_none() || taken.is_none() || taken == text {
                self.rename(&keys::assessment(id), &key)?;
                return Ok(key);
            }
            number = number.saturating_add(1);
        }
    }

    /// Brings a deleted assessment back.
    ///
    /// # Errors
    /// [`SaveError`]; the assessment is still among the deleted ones then.
    pub fn restore(&self, key: &str) -> Result<(), SaveError> {
        let Some(id) = keys::id(keys::DELETED, key) else { return Ok(()) };
        if self.text(&id)?.is_some() {
            return Err(SaveError::Exists);
        }
        Ok(self.rename(key, &keys::assessment(&id))?)
    }

    /// Erases a deleted assessment for good.
    ///
    /// # Errors
    /// [`StoreError`] when it may still be there.
    pub fn erase(&self, key: &str) -> Result<(), StoreError> {
        // What wasn't deleted is never erased.
        if key.starts_with(keys::DELETED) { self.store.remove(key) } else { Ok(()) }
    }

    /// Some stores drop what they are given, or a part of it, without a word. One that can't be read
    /// just then has taken the text all the same.
    fn put(&self, key: &str, text: &str) -> Result<(), StoreError> {
        self.store.set(key, text)?;
        match self.store.get(key) {
            Ok(held) if held.as_deref() != Some(text) => Err(StoreError::Refused),
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
                self.put(to, &text).inspect_err(|_| {
                    let _ = self.store.set(from, &text);
                })
            }
            Err(error) => Err(error),
        }
    }
}
