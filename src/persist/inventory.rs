//! Everything that Plumbline keeps under a name of its own, whatever it is: listed, handed out as it is,
//! erased.

use super::{
    json::{Json, Object},
    keys,
    library::Library,
    read::read,
    seal::content,
    store::StoreError,
    workshop::whole,
};
use crate::domain::{pack::Pack, time::Timestamp};

/// The room that browsers give local storage, in bytes: 5,242,880 units of UTF-16.
pub const ROOM: usize = 2 * 5_242_880;

/// What a kept text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// An assessment.
    Assessment,
    /// An assessment that was deleted and can be restored.
    Deleted,
    /// A damaged text that was set aside.
    Broken,
    /// The text of an assessment as an earlier version had written it.
    Earlier,
    /// A trainer's workshop.
    Workshop,
    /// What a group of a workshop answers in this browser.
    Group,
    /// What the person prefers on this device.
    Preference,
    /// What the program notes for itself.
    Note,
    /// Something that this version doesn't know.
    Other,
}

impl Kind {
    fn of(key: &str) -> Self {
        const PREFERENCES: [&str; 5] =
            [keys::THEME, keys::SINGLE_KEYS, keys::REPORTS, keys::BRANDING, keys::NOTHING];
        if keys::id(keys::ASSESSMENT, key).is_some() {
            Self::Assessment
        } else if keys::id(keys::DELETED, key).is_some() {
            Self::Deleted
        } else if key.starts_with(keys::BROKEN) {
            Self::Broken
        } else if key.starts_with(keys::EARLIER) {
            Self::Earlier
        } else if key.starts_with(keys::WORKSHOP) {
            Self::Workshop
        } else if key.starts_with(keys::GROUP) {
            Self::Group
        } else if PREFERENCES.contains(&key) {
            Self::Preference
        } else if [keys::VOID, keys::SHOW].iter().any(|prefix| key.starts_with(prefix))
            || key == keys::FORMAT
        {
            Self::Note
        } else {
            Self::Other
        }
    }
}

/// A kept text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held {
    /// The name it is kept under.
    pub key: String,
    /// What it is.
    pub kind: Kind,
    /// What the assessment or workshop in it is called; `None` when there is none, it has no name, or it
    /// can't be read.
    pub name: Option<String>,
    /// When that was saved last.
    pub saved: Option<Timestamp>,
    /// The room that it takes, with its name, in bytes: browsers count two for each unit of UTF-16.
    pub bytes: usize,
}

impl Held {
    fn new(pack: &Pack, kind: Kind, key: String, text: &str) -> Self {
        let is_assessment = matches!(kind, Kind::Assessment | Kind::Deleted | Kind::Earlier);
        let opened = is_assessment.then(|| read(pack, content(text)).ok()).flatten();
        let document = opened.map(|opened| opened.document);
        let bytes = bytes(&key).saturating_add(bytes(text));
        let name = match kind {
            Kind::Workshop => workshop_name(pack, text),
            _ => document.as_ref().map(|document| document.assessment.name.clone()),
        };
        let saved = document.and_then(|document| document.saved);
        Self { key, kind, name, saved, bytes }
    }

    /// The second copy of an assessment, kept under its identifier.
    #[must_use]
    pub fn second(pack: &Pack, id: &str, text: &str) -> Self {
        Self::new(pack, Kind::Assessment, id.to_owned(), text)
    }
}

fn workshop_name(pack: &Pack, text: &str) -> Option<String> {
    let name = whole::read(pack, text).ok()?.workshop.session.plan().name.clone();
    (!name.is_empty()).then_some(name)
}

impl Library {
    /// All that is kept, by kind and name.
    ///
    /// # Errors
    /// [`StoreError`] when the store can't be read.
    pub fn inventory(&self, pack: &Pack) -> Result<Vec<Held>, StoreError> {
        let mut all = Vec::new();
        for (key, text) in self.texts()? {
            all.push(Held::new(pack, Kind::of(&key), key, &text));
        }
        all.sort_by(|one, other| (one.kind, &one.key).cmp(&(other.kind, &other.key)));
        Ok(all)
    }

    /// A kept text as it goes into a file.
    ///
    /// # Errors
    /// [`StoreError`] when the store can't be read.
    pub fn text_under(&self, key: &str) -> Result<Option<String>, StoreError> {
        let text = if key.starts_with(keys::ALL) { self.store.get(key)? } else { None };
        Ok(text.map(|text| content(&text).to_owned()))
    }

    /// All kept texts by name, as the text of one JSON object.
    ///
    /// # Errors
    /// [`StoreError`] when the store can't be read.
    pub fn everything(&self) -> Result<String, StoreError> {
        let texts = self.texts()?.into_iter();
        let texts: Object = texts.map(|(key, text)| (key, Json::String(text))).collect();
        // Texts by name can always be written.
        Ok(serde_json::to_string(&Json::Object(texts)).unwrap_or_default())
    }

    /// Erases all of it, then looks again, and returns the names of what is still there. What others
    /// keep in the same store stays.
    ///
    /// # Errors
    /// [`StoreError`] when the store doesn't say what there is.
    pub fn erase_everything(&self) -> Result<Vec<String>, StoreError> {
        self.second.borrow_mut().forget_all();
        for key in self.names()? {
            // Whether it is gone is seen afterwards.
            let _ = self.store.remove(&key);
        }
        self.names()
    }

    /// How much room everything at this address takes in the store, of other pages too, in bytes:
    /// browsers count two for each unit of UTF-16, and allow [`ROOM`] in all.
    ///
    /// # Errors
    /// [`StoreError`] when the store can't be read.
    pub fn taken(&self) -> Result<usize, StoreError> {
        let mut taken = 0_usize;
        for key in self.store.keys()? {
            let text = self.store.get(&key)?.unwrap_or_default();
            taken = taken.saturating_add(bytes(&key)).saturating_add(bytes(&text));
        }
        Ok(taken)
    }

    fn names(&self) -> Result<Vec<String>, StoreError> {
        let mut names = self.store.keys()?;
        names.retain(|key| key.starts_with(keys::ALL));
        Ok(names)
    }

    fn texts(&self) -> Result<Vec<(String, String)>, StoreError> {
        let mut texts = Vec::new();
        for key in self.names()? {
            if let Some(text) = self.store.get(&key)? {
                texts.push((key, text));
            }
        }
        Ok(texts)
    }
}

fn bytes(text: &str) -> usize {
    text.encode_utf16().count().saturating_mul(2)
}
