//! How what is on the screen gets into the browser's storage and back: load, save a moment after the
//! last change, save at once before the page goes, and hold on to what can't be saved.

use std::time::Duration;

use leptos::prelude::*;

use super::{
    messages::{Message, Offer},
    state::{State, now},
};
use crate::{
    browser::{crash::Rescued, location},
    domain::{filter::Filter, history::History, id::AssessmentId, pack::Pack},
    persist::{
        keys,
        library::{Access, LoadError, Open, SaveError},
    },
};

/// How long after the last change it is saved. Leaving the page saves at once.
const SAVE_AFTER: Duration = Duration::from_millis(400);

/// What the person is told about the stored copy. Always true.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Status {
    /// The stored copy is what is on the screen.
    Saved,
    /// A change is on its way into storage.
    Saving,
    /// Storage took no more: the last change is in the second copy only.
    SecondOnly,
    /// Storage failed: the change is only on the screen.
    NotSaved(SaveError),
    /// There is no storage: everything is only on the screen.
    MemoryOnly,
    /// It can't be changed here, and why.
    ReadOnly(Access),
}

/// What isn't kept yet.
#[derive(Debug, Default)]
pub struct Keeping {
    /// When the open assessment is saved next.
    planned: Option<TimeoutHandle>,
    /// Whether it has changed since it was saved, whatever became of the plan.
    unsaved: bool,
    /// Assessments with changes that are in this page only: neither in the browser's storage nor in a
    /// file.
    loose: Vec<AssessmentId>,
    /// The open assessment as last read or saved, for a failure in the middle of a change.
    last: Option<Rescued>,
}

impl State {
    /// Opens a kept assessment, unless it is open already. Close what was open first. `None` as long
    /// as the second part of the wasm isn't there, which reads it.
    ///
    /// # Errors
    /// [`LoadError`]; nothing is open then, and nothing was written.
    pub fn load(&self, id: &AssessmentId) -> Option<Result<(), LoadError>> {
        if self.open_id().as_ref() == Some(id) {
            return Some(Ok(()));
        }
        Some((self.screens.get_untracked()?.open)(*self, id))
    }

    /// Opens an assessment that was just kept, if what is open can be closed.
    pub(super) fn show_new(&self, open: Open) {
        if self.close() {
            self.show(open);
        }
    }

    /// Shows what was read or written just now.
    pub fn show(&self, open: Open) {
        let access = open.access;
        self.remember(&open);
        let is_alone =
            self.with_library(|library, _| library.is_alone(&open.document.assessment.id));
        self.open.set(Some(open));
        self.history.set(History::default());
        self.read_only.set(access != Access::Writes);
        self.status.set(match (self.keeps(), access) {
            (true, Access::Writes) if is_alone => Status::SecondOnly,
            (true, Access::Writes) => Status::Saved,
            (false, Access::Writes) => Status::MemoryOnly,
            (_, other) => Status::ReadOnly(other),
        });
    }

    /// What may be done with the open assessment, not following its changes.
    #[must_use]
    pub fn access(&self) -> Access {
        self.open.with_untracked(|open| open.as_ref().map(|open| open.access)).unwrap_or_default()
    }

    /// What may be done with the open assessment has changed.
    pub fn set_access(&self, access: Access) {
        self.open.update(|open| {
            if let Some(open) = open {
                open.access = access;
            }
        });
        self.read_only.set(access != Access::Writes);
        let is_unsaved = self.keeping.with_value(|keeping| keeping.unsaved);
        self.status.set(match access {
            Access::Writes if is_unsaved => Status::Saving,
            Access::Writes => Status::Saved,
            other => Status::ReadOnly(other),
        });
    }

    /// Whether the open assessment has changes that aren't stored.
    #[must_use]
    pub fn is_unsaved(&self) -> bool {
        self.keeping.with_value(|keeping| keeping.unsaved)
    }

    fn remember(&self, open: &Open) {
        let last = last(open);
        self.keeping.update_value(|keeping| keeping.last = last);
    }

    /// Saves what is open and closes it. False when it stays open: it has changes that can't be saved
    /// and aren't in a file either, and whoever asks for something else has been told.
    pub fn close(&self) -> bool {
        self.flush();
        let held = self.open_id().is_some_and(|id| {
            self.keeping.with_value(|keeping| keeping.unsaved && keeping.loose.contains(&id))
        });
        if !held {
            self.let_go();
        }
        !held
    }

    /// Closes what is open as it is.
    pub fn let_go(&self) {
        self.is_saved();
        self.keeping.update_value(|keeping| keeping.last = None);
        self.messages.close_offering(&Offer::TakeOver);
        self.open.set(None);
        self.find.set(Filter::default());
        self.picked.set(Vec::new());
        self.averaged.set(false);
    }

    /// Nothing waits to be saved any more.
    pub(super) fn is_saved(&self) {
        self.is_taken(self.open_id().filter(|_| self.keeps()).as_ref());
        self.messages.close_unkept();
    }

    /// What is open is kept somewhere.
    pub(super) fn is_taken(&self, id: Option<&AssessmentId>) {
        self.keeping.update_value(|keeping| keeping.unsaved = false);
        if let Some(id) = id {
            self.is_safe(id);
        }
    }

    /// Whether a change since then waits to be saved.
    pub(super) fn is_planned(&self) -> bool {
        self.keeping.with_value(|keeping| keeping.planned.is_some())
    }

    /// All of an assessment is in the browser's storage or in a file.
    pub fn is_safe(&self, id: &AssessmentId) {
        self.keeping.update_value(|keeping| keeping.loose.retain(|loose| loose != id));
    }

    /// Saves what can be saved; whether changes would be lost if the page went now.
    #[must_use]
    pub fn would_lose(&self) -> bool {
        self.flush();
        self.keeping.with_value(|keeping| !keeping.loose.is_empty())
    }

    /// Saves in a moment, unless something else changes until then.
    pub(super) fn plan_save(&self) {
        if self.keeps() {
            self.status.set(Status::Saving);
        }
        let (state, id) = (*self, self.open_id());
        let planned = set_timeout_with_handle(move || state.flush(), SAVE_AFTER).ok();
        self.keeping.update_value(|keeping| {
            if let Some(earlier) = std::mem::replace(&mut keeping.planned, planned) {
                earlier.clear();
            }
            keeping.unsaved = true;
            keeping.loose.extend(id.filter(|id| !keeping.loose.contains(id)));
        });
    }

    /// Saves now what isn't saved, also what could not be saved before.
    pub fn flush(&self) {
        self.tell_done();
        let unsaved = self.keeping.try_update_value(|keeping| {
            if let Some(planned) = keeping.planned.take() {
                planned.clear();
            }
            keeping.unsaved
        });
        if unsaved != Some(true) {
            return;
        }
        let now = now();
        let saved = self.open.try_update_untracked(|open| {
            let open = open.as_mut()?;
            let saved = self.with_library(|library, pack| library.save(pack, open, now));
            Some(saved.map(|()| self.remember(open)))
        });
        let error = match saved.flatten() {
            Some(Err(error)) => Some(error),
            Some(Ok(())) => {
                self.is_saved();
                if self.keeps() {
                    self.status.set(Status::Saved);
                }
                None
            }
            None => return,
        };
        match (self.screens.get_untracked(), error) {
            // The second copy may take what storage didn't; then nobody is told of a loss.
            (Some(screens), error) => (screens.copy)(*self, error),
            (None, Some(error)) => self.is_not_saved(error),
            (None, None) => {}
        }
    }

    /// Gives the second copy what waits for it.
    pub(super) fn copy(&self) {
        if let Some(screens) = self.screens.get_untracked() {
            (screens.copy)(*self, None);
        }
    }

    pub(super) fn is_not_saved(&self, error: SaveError) {
        self.messages.tell(Message::not_kept(&error));
        self.status.set(Status::NotSaved(error));
    }

    /// Another tab has changed what is stored under a key, or all: shows it, unless something here
    /// isn't saved.
    pub fn hear_of(&self, key: Option<&str>) {
        if key.is_none_or(|key| keys::WORKSHOPS.iter().any(|prefix| key.starts_with(prefix))) {
            self.workshops_changed();
        }
        let Some(id) = self.open_id() else { return };
        if key == Some(keys::FORMAT) && self.with_library(|library, _| library.is_outdated()) {
            self.flush();
            self.set_access(Access::Outdated);
            return self.messages.tell(Message::read_only(Access::Outdated));
        }
        if key.is_some_and(|key| key != keys::assessment(&id)) {
            return;
        }
        if self.keeping.with_value(|keeping| keeping.unsaved) {
            self.flush();
        } else {
            self.take_theirs(&id);
        }
    }

    /// Shows what another tab has stored in place of what is open.
    fn take_theirs(&self, id: &AssessmentId) {
        // Without the second part nothing can be read; the next save will find out.
        if let Some(screens) = self.screens.get_untracked() {
            (screens.take_theirs)(*self, id);
        }
    }

    /// Does what a message offers.
    pub fn take_up(&self, offer: &Offer) {
        match offer {
            Offer::Restore(key) => self.restore(key),
            Offer::SaveFile => self.save_file(),
            Offer::TakeOver => {
                if let Some(screens) = self.screens.get_untracked() {
                    (screens.take_over)(*self);
                }
            }
            Offer::Reload => location::reload(),
            Offer::TakeTheirs => {
                if let Some(id) = self.open_id() {
                    self.take_theirs(&id);
                }
            }
            Offer::KeepCopy => {
                if self.document().is_some_and(|document| self.duplicate(&document)) {
                    self.let_go();
                }
            }
        }
    }

    /// What a failing program can still hand over; reads without waiting for anybody.
    #[must_use]
    pub fn rescue(&self) -> Option<Rescued> {
        rescue(self.open, self.keeping, &self.questionnaire().pack)
    }
}

/// What was last read from the store or written there.
fn last(open: &Open) -> Option<Rescued> {
    let name = open.document.file_name("plumbline.json");
    open.stored().map(|text| Rescued { name, text: text.to_owned() })
}

/// What is on the screen, or, in the middle of a change, when nobody can read it, what it was when it
/// was last read or saved.
fn rescue(
    open: RwSignal<Option<Open>>,
    keeping: StoredValue<Keeping>,
    pack: &Pack,
) -> Option<Rescued> {
    let now = || {
        // The handle of Leptos itself would panic where this one says that it can't be read.
        let open = ArcRwSignal::from(open).try_read_untracked()?;
        let document = &open.as_ref().filter(|open| open.access != Access::Newer)?.document;
        let text = document.write(pack.reference()).ok()?;
        Some(Rescued { name: document.file_name("plumbline.json"), text })
    };
    now().or_else(|| keeping.try_with_value(|keeping| keeping.last.clone())?)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::*;
    use crate::{
        domain::{
            action::{Action, apply},
            assessment::Assessment,
            time::Timestamp,
        },
        persist::{document::Document, library::Library, pack::read_pack, store::MemoryStore},
    };

    #[test]
    fn whatever_fails_something_is_rescued() {
        let owner = Owner::new();
        owner.set();
        let pack = read_pack(include_str!("../../packs/iso27001-2022/pack.json")).unwrap();
        let library = Library::new(Box::new(MemoryStore::default()));
        let id = AssessmentId::from_random([0; 16]);
        let assessment = Assessment::new(id, "Kept".into(), Timestamp::default());
        let document = Document::new(assessment);
        let mut kept = library.create(&pack, document, Timestamp::default()).unwrap();
        let keeping = StoredValue::new(Keeping { last: last(&kept), ..Keeping::default() });
        apply(&pack, &mut kept.document.assessment, Action::Rename("Changed".into())).unwrap();
        let open = RwSignal::new(Some(kept));
        let rescued = || rescue(open, keeping, &pack).unwrap();

        assert!(rescued().text.contains("Changed") && rescued().name.starts_with("Changed"));
        // In the middle of a change nobody can read it.
        let meanwhile = open.try_update_untracked(|_| rescued()).unwrap();
        assert!(meanwhile.text.contains("Kept") && meanwhile.name.starts_with("Kept"));
    }
}
