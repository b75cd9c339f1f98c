//! The second copy of what is kept, which lasts where the first may be lost but answers later: which
//! texts it is to be given, what it alone has, and which of two copies counts (docs/decisions/0030).
//! The copy itself is elsewhere; here are the rules.

use litemap::LiteMap;

use super::{
    keys,
    library::{Library, counter, opened},
    store::StoreError,
};
use crate::domain::{id::AssessmentId, pack::Pack};

/// What is known of the second copy.
#[derive(Debug, Default)]
pub struct Second {
    /// Whether there is one at all.
    is_there: bool,
    /// What it is to be given or to forget.
    waiting: LiteMap<AssessmentId, Wish>,
    /// What it has, or is to have, that the store didn't take.
    alone: LiteMap<AssessmentId, String>,
}

/// What is to become of what the second copy has of an assessment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Wish {
    /// It is to be what is stored.
    Copy,
    /// It is to go: the person has deleted it. What is merely missing is no reason.
    Forget,
}

impl Second {
    /// Everything is erased.
    pub(super) fn forget_all(&mut self) {
        self.waiting.clear();
        self.alone.clear();
    }
}

/// What the second copy is to hold for an assessment: a text, or nothing.
pub type Due = (AssessmentId, Option<String>);

/// What was found when both copies were compared.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// Brought back from the second copy, which had the newer text or the only one.
    pub back: Vec<AssessmentId>,
    /// Brought back since what was stored is damaged.
    pub mended: Vec<AssessmentId>,
}

impl Library {
    /// From now on there is a second copy.
    pub fn begin_second(&self) {
        self.second.borrow_mut().is_there = true;
    }

    /// There is none: what it alone was to have is lost.
    pub fn end_second(&self) {
        *self.second.borrow_mut() = Second::default();
    }

    /// Whether there is a second copy.
    #[must_use]
    pub fn has_second(&self) -> bool {
        self.second.borrow().is_there
    }

    /// The second copy is to have what is stored of this now.
    pub(super) fn waits(&self, id: &AssessmentId) {
        self.wish(id, Wish::Copy);
    }

    /// The second copy is to forget this.
    pub(super) fn forgets(&self, id: &AssessmentId) {
        self.wish(id, Wish::Forget);
    }

    fn wish(&self, id: &AssessmentId, wish: Wish) {
        let mut second = self.second.borrow_mut();
        second.alone.remove(id);
        if second.is_there {
            second.waiting.insert(id.clone(), wish);
        }
    }

    /// The second copy alone is to have this.
    pub(super) fn stands_alone(&self, id: &AssessmentId, text: &str) {
        if self.has_second() {
            self.waits(id);
            self.second.borrow_mut().alone.insert(id.clone(), text.to_owned());
        }
    }

    /// Marks that what the second copy has of this counts for nothing, until it has heard of it.
    pub(super) fn void(&self, id: &AssessmentId, counter: u64) {
        let counter = counter.to_string();
        if self.has_second() && self.store.get(&void(id)).ok().flatten().as_ref() != Some(&counter)
        {
            // Without it, only the page's end within moments could bring back what was deleted.
            let _ = self.store.set(&void(id), &counter);
        }
    }

    /// It counts after all.
    pub(super) fn unvoid(&self, id: &AssessmentId) {
        if self.has_second() {
            let _ = self.store.remove(&void(id));
        }
    }

    /// Up to which counter the second copy counts for nothing.
    pub(super) fn voided(&self, id: &AssessmentId) -> u64 {
        let noted = self.store.get(&void(id)).ok().flatten();
        noted.and_then(|noted| noted.parse().ok()).unwrap_or_default()
    }

    /// The names under which the second copy alone has something.
    pub(super) fn alone(&self) -> Vec<String> {
        self.second.borrow().alone.keys().map(keys::assessment).collect()
    }

    /// What it alone has under a name.
    pub(super) fn alone_under(&self, key: &str) -> Option<String> {
        let id = keys::id(keys::ASSESSMENT, key)?;
        self.second.borrow().alone.get(&id).cloned()
    }

    /// Whether only the second copy has the newest state of this.
    #[must_use]
    pub fn is_alone(&self, id: &AssessmentId) -> bool {
        self.second.borrow().alone.contains_key(id)
    }

    /// What the second copy is to be given now, in one go; several saves are one by then. What can't be
    /// read just now waits on.
    #[must_use]
    pub fn due(&self) -> Vec<Due> {
        let waiting = std::mem::take(&mut self.second.borrow_mut().waiting);
        let mut due = Vec::new();
        for (id, wish) in waiting {
            if wish == Wish::Forget {
                due.push((id, None));
                continue;
            }
            let key = keys::assessment(&id);
            match self.newest(&key) {
                Ok(Some(text)) => due.push((id, Some(text))),
                // Somebody has cleared the store: now it is the only copy.
                Ok(None) => {}
                Err(_) => self.waits(&id),
            }
        }
        due
    }

    /// The second copy has taken this.
    pub fn taken_by_second(&self, due: &[Due]) {
        for (id, _) in due {
            // A newer state that waits by now makes the mark needed on.
            let waits = self.is_waiting(id);
            let marked = self.store.get(&void(id)).is_ok_and(|mark| mark.is_some());
            if marked && !waits {
                self.unvoid(id);
            }
        }
    }

    /// The second copy has refused this, which waits on for the next occasion.
    pub fn refused_by_second(&self, due: Vec<Due>) {
        let mut second = self.second.borrow_mut();
        for (id, text) in due {
            let wish = if text.is_some() { Wish::Copy } else { Wish::Forget };
            // What was wished since counts.
            second.waiting.entry(id).or_insert(wish);
        }
    }

    /// Whether it waits to be in the second copy.
    #[must_use]
    pub fn is_waiting(&self, id: &AssessmentId) -> bool {
        self.second.borrow().waiting.contains_key(id)
    }

    /// There is more room: what the second copy alone has may be stored now.
    pub fn bring_home(&self, pack: &Pack) {
        let alone = self.second.borrow().alone.clone();
        for (id, text) in alone {
            if self.put_home(pack, &id, &text).is_ok() {
                self.second.borrow_mut().alone.remove(&id);
            }
        }
    }

    /// Stores a text of the second copy. What is damaged there is set aside first.
    fn put_home(&self, pack: &Pack, id: &AssessmentId, text: &str) -> Result<(), StoreError> {
        let key = keys::assessment(id);
        if let Some(damaged) = self.store.get(&key)?.filter(|held| counts(pack, held).is_none()) {
            self.put_aside(id, &damaged)?;
        }
        self.put(&key, text)
    }

    /// Compares what is stored with the second copy, and brings both to the newest whole state of each
    /// assessment. Nothing may be open. A damaged text is set aside first, and where that fails it stays
    /// where it is.
    ///
    /// # Errors
    /// [`StoreError`] when the store doesn't even say what there is.
    pub fn reconcile(&self, pack: &Pack, copies: &[(String, String)]) -> Result<Found, StoreError> {
        let mut found = Found::default();
        for (id, copy) in copies {
            if let Ok(id) = AssessmentId::parse(id) {
                self.compare(pack, &id, copy, &mut found);
            }
        }
        for key in self.store.keys()? {
            let known = |id: &AssessmentId| copies.iter().any(|(copied, _)| copied == id.as_str());
            match keys::id(keys::ASSESSMENT, &key) {
                Some(id) if !known(&id) => self.waits(&id),
                _ => {}
            }
        }
        Ok(found)
    }

    fn compare(&self, pack: &Pack, id: &AssessmentId, copy: &str, found: &mut Found) {
        let key = keys::assessment(id);
        let Ok(stored) = self.store.get(&key) else { return };
        if stored.as_deref() == Some(copy) {
            return;
        }
        if self.store.get(&void(id)) != Ok(None) {
            return if stored.is_none() { self.forgets(id) } else { self.waits(id) };
        }
        let ours = stored.as_deref().map(|text| counts(pack, text));
        match (ours, counts(pack, copy)) {
            (Some(Some(ours)), Some(theirs)) if ours >= theirs => self.waits(id),
            (ours, Some(_)) => {
                // What the store doesn't take the second copy has alone.
                if self.put_home(pack, id, copy).is_err() {
                    self.second.borrow_mut().alone.insert(id.clone(), copy.to_owned());
                }
                let list = if ours == Some(None) { &mut found.mended } else { &mut found.back };
                list.push(id.clone());
            }
            // What is damaged there is set aside here, if there is room, before it is replaced.
            (ours, None) => {
                if self.put_aside(id, copy).is_ok() && ours.flatten().is_some() {
                    self.waits(id);
                }
            }
        }
    }
}

/// The counter of a text that is whole: its own, or the revision of one from before there were seals.
fn counts(pack: &Pack, text: &str) -> Option<u64> {
    counter(text).or_else(|| opened(pack, text).ok().map(|opened| opened.document.revision))
}

fn void(id: &AssessmentId) -> String {
    keys::numbered(keys::VOID, id, 1)
}
