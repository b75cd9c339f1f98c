//! The assessments that are kept: list, load, save, duplicate, delete, restore. The only place that
//! reads and writes them.

mod aside;
mod fault;

use std::cell::RefCell;

use aside::Before;
pub use fault::{LoadError, SaveError};

use super::{
    document::{Document, VERSION},
    keys,
    read::{Opened, read},
    seal::{content, seal, unseal},
    second::Second,
    store::{Store, StoreError},
};
use crate::domain::{id::AssessmentId, pack::Pack, time::Timestamp};

/// What may be done with an open document.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Access {
    /// It may be changed and saved.
    #[default]
    Writes,
    /// It is of a newer format, and only read.
    Newer,
    /// Another tab writes it; this one reads along.
    Follows,
    /// A newer version of the program has kept something here: this one writes nothing more.
    Outdated,
}

/// A document that is open, with what the store held when it was last read or written.
#[derive(Clone, Debug, PartialEq)]
pub struct Open {
    /// The document.
    pub document: Document,
    /// What the store holds as far as this page knows; `None` when nothing.
    stored: Option<String>,
    /// What the second copy alone has or is to have of it, as far as this page knows.
    alone: Option<String>,
    /// The counter of the newest copy.
    counter: u64,
    before: Before,
    /// What may be done with it.
    pub access: Access,
}

impl Open {
    /// What was last read from the store or written there, as it goes into a file.
    #[must_use]
    pub fn stored(&self) -> Option<&str> {
        self.stored.as_deref().map(content)
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

/// All assessments of a store that were made with a pack.
pub struct Library {
    pub(super) store: Box<dyn Store>,
    pub(super) second: RefCell<Second>,
}

impl Library {
    /// A library over a store, without second copies.
    #[must_use]
    pub fn new(store: Box<dyn Store>) -> Self {
        Self { store, second: RefCell::default() }
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
        let mut names = self.store.keys()?;
        if prefix == keys::ASSESSMENT {
            let alone = self.alone().into_iter().filter(|key| !names.contains(key));
            names.extend(alone.collect::<Vec<_>>());
        }
        let mut entries = Vec::new();
        for key in names {
            let Some(id) = keys::id(prefix, &key) else { continue };
            let content = match self.newest(&key) {
                Ok(None) => continue,
                Ok(Some(text)) => opened(pack, &text),
                Err(error) => Err(LoadError::Store(error)),
            };
            let entry = Entry { key, id, content };
            let place = entries.partition_point(|other: &Entry| other.saved() >= entry.saved());
            entries.insert(place, entry);
        }
        Ok(entries)
    }

    /// What is stored under a name, or what the second copy alone has of it.
    pub(super) fn newest(&self, key: &str) -> Result<Option<String>, StoreError> {
        match self.alone_under(key) {
            Some(text) => Ok(Some(text)),
            None => self.store.get(key),
        }
    }

    /// The text of a kept assessment as it goes into a file, for a download when it can't be read.
    ///
    /// # Errors
    /// [`StoreError`] when the store can't be read.
    pub fn text(&self, id: &AssessmentId) -> Result<Option<String>, StoreError> {
        let text = self.newest(&keys::assessment(id))?;
        Ok(text.map(|text| content(&text).to_owned()))
    }

    /// Loads an assessment.
    ///
    /// # Errors
    /// [`LoadError`]; nothing is written in any case.
    pub fn load(&self, pack: &Pack, id: &AssessmentId) -> Result<(Open, Opened), LoadError> {
        let key = keys::assessment(id);
        let stored = self.store.get(&key)?;
        let alone = self.alone_under(&key);
        let text = alone.clone().or_else(|| stored.clone()).ok_or(LoadError::NotFound)?;
        let opened = opened(pack, &text)?;
        let before = self.before(id, stored.as_deref());
        let counter = counter(&text).unwrap_or(opened.document.revision);
        let access = if opened.read_only() { Access::Newer } else { Access::Writes };
        let document = opened.document.clone();
        Ok((Open { document, stored, alone, counter, before, access }, opened))
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
        let id = &document.assessment.id;
        if self.newest(&keys::assessment(id))?.is_some() {
            return Err(SaveError::Exists);
        }
        let (counter, before, access) = (self.voided(id), Before::Nothing, Access::Writes);
        let mut open = Open { document, stored: None, alone: None, counter, before, access };
        self.save(pack, &mut open, now)?;
        Ok(open)
    }

    /// Keeps the text of a file as it is, so that nothing of it is lost even when it is newer than
    /// this program. The document is what was read of it.
    ///
    /// # Errors
    /// [`SaveError`]; [`SaveError::Exists`] when one with that identifier is kept already.
    pub fn import(&self, document: &Document, text: &str) -> Result<(), SaveError> {
        let id = &document.assessment.id;
        let key = keys::assessment(id);
        if self.newest(&key)?.is_some() {
            return Err(SaveError::Exists);
        }
        if self.is_outdated() {
            return Err(SaveError::Outdated);
        }
        let counter = document.revision.max(self.voided(id).saturating_add(1));
        self.put(&key, &seal(counter, text))?;
        self.waits(id);
        Ok(())
    }

    /// Saves an open document as its next revision.
    ///
    /// # Errors
    /// [`SaveError`]; the open document stays as it was and can be saved again. When the store refused,
    /// the second copy may still take it: see [`Library::due`].
    pub fn save(&self, pack: &Pack, open: &mut Open, now: Timestamp) -> Result<(), SaveError> {
        match open.access {
            Access::Writes => {}
            Access::Newer => return Err(SaveError::ReadOnly),
            Access::Follows => return Err(SaveError::TakenOver),
            Access::Outdated => return Err(SaveError::Outdated),
        }
        let id = open.document.assessment.id.clone();
        let key = keys::assessment(&id);
        match self.store.get(&key)? {
            held if held == open.stored || held.is_some() && held == open.alone => {}
            None => return Err(SaveError::DeletedElsewhere),
            Some(_) => return Err(SaveError::ChangedElsewhere),
        }
        if self.is_outdated() {
            return Err(SaveError::Outdated);
        }
        let before = (open.document.revision, open.document.saved.replace(now));
        open.document.revision = before.0.saturating_add(1);
        let counter = open.document.revision.max(open.counter.saturating_add(1));
        let written = open.document.write(pack.reference()).map_err(SaveError::Write);
        let written = written.map(|text| seal(counter, &text)).and_then(|text| {
            let kept = self.make_way(open, &id).and_then(|()| self.put(&key, &text));
            // What was never kept isn't begun in the second copy alone.
            if kept.is_err() && open.stored.is_some() {
                self.stands_alone(&id, &text);
                open.alone = self.alone_under(&key);
            }
            kept?;
            Ok(text)
        });
        match written {
            Ok(text) => {
                (open.stored, open.alone, open.counter) = (Some(text), None, counter);
                open.before = self.made_way(open.before, &id);
                self.waits(&id);
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

    /// Whether a newer version of the program has kept something here.
    #[must_use]
    pub fn is_outdated(&self) -> bool {
        let noted = self.store.get(keys::FORMAT).ok().flatten();
        noted.and_then(|noted| noted.parse().ok()).is_some_and(|noted: u64| noted > VERSION)
    }

    /// Notes which format this program writes, for older ones that are still open. The first needs none.
    pub fn note_format(&self, version: u64) {
        let noted = self.store.get(keys::FORMAT).ok().flatten();
        let noted = noted.and_then(|noted| noted.parse().ok()).unwrap_or(1);
        if version > noted {
            // Where this fails, nothing else can be stored either.
            let _ = self.store.set(keys::FORMAT, &version.to_string());
        }
    }

    /// Puts an assessment aside, beside whatever was deleted of it before, and returns where it is
    /// now, for [`Library::restore`] and [`Library::erase`].
    ///
    /// # Errors
    /// [`SaveError`]; the assessment is still there then.
    pub fn delete(&self, id: &AssessmentId) -> Result<String, SaveError> {
        let key = keys::assessment(id);
        let Some(text) = self.newest(&key)? else { return Ok(keys::deleted(id, 1)) };
        let to = self.free(keys::DELETED, id, &text)?;
        let counter = counter(&text).unwrap_or_default();
        // Before, so that no end of the page comes in between; and after, when there is more room.
        self.void(id, counter);
        if let Err(error) = self.shift(&key, &text, &to) {
            self.unvoid(id);
            return Err(error.into());
        }
        self.void(id, counter);
        self.forgets(id);
        Ok(to)
    }

    /// Brings a deleted assessment back.
    ///
    /// # Errors
    /// [`SaveError`]; the assessment is still among the deleted ones then.
    pub fn restore(&self, key: &str) -> Result<(), SaveError> {
        let Some(id) = keys::id(keys::DELETED, key) else { return Ok(()) };
        if self.newest(&keys::assessment(&id))?.is_some() {
            return Err(SaveError::Exists);
        }
        let Some(text) = self.store.get(key)? else { return Ok(()) };
        self.shift(key, &text, &keys::assessment(&id))?;
        self.waits(&id);
        Ok(())
    }

    /// Erases a deleted assessment, or a damaged text that was set aside, for good.
    ///
    /// # Errors
    /// [`StoreError`] when it may still be there.
    pub fn erase(&self, key: &str) -> Result<(), StoreError> {
        // Anything else is never erased.
        if key.starts_with(keys::DELETED) || key.starts_with(keys::BROKEN) {
            self.store.remove(key)
        } else {
            Ok(())
        }
    }

    /// Some stores drop what they are given, or a part of it, without a word. One that can't be read
    /// just then has taken the text all the same.
    pub(super) fn put(&self, key: &str, text: &str) -> Result<(), StoreError> {
        self.store.set(key, text)?;
        match self.store.get(key) {
            Ok(held) if held.as_deref() != Some(text) => Err(StoreError::Refused),
            _ => Ok(()),
        }
    }

    /// Writes before it removes: a fault in between leaves two copies, never none. When there is no
    /// room for two, the old one makes room and comes back should the new one still not fit.
    fn shift(&self, from: &str, text: &str, to: &str) -> Result<(), StoreError> {
        let held = self.store.get(from)?;
        match self.store.set(to, text) {
            Ok(()) if self.store.get(to)?.as_deref() == Some(text) => self.store.remove(from),
            Ok(()) => Err(StoreError::Refused),
            Err(StoreError::Full) => {
                self.store.remove(from)?;
                self.put(to, text).inspect_err(|_| {
                    if let Some(held) = held {
                        let _ = self.store.set(from, &held);
                    }
                })
            }
            Err(error) => Err(error),
        }
    }
}

/// Reads a stored text.
pub(super) fn opened(pack: &Pack, stored: &str) -> Result<Opened, LoadError> {
    let unsealed = unseal(stored).map_err(|_| LoadError::Corrupt)?;
    read(pack, unsealed.text).map_err(LoadError::Read)
}

/// The counter of a stored text that is whole.
pub(super) fn counter(stored: &str) -> Option<u64> {
    unseal(stored).ok()?.counter
}
