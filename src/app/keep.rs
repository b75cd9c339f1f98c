//! How what is on the screen gets into the browser's storage and back: load, save a moment after the
//! last change, save at once before the page goes.

use std::time::Duration;

use leptos::prelude::*;

use super::{
    messages::Message,
    state::{State, now},
};
use crate::{
    browser::crash::Rescued,
    domain::{history::History, id::AssessmentId},
    persist::{
        library::{LoadError, Open, SaveError},
        read::Notice,
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
    /// Storage failed: the change is only on the screen.
    NotSaved(SaveError),
    /// There is no storage: everything is only on the screen.
    MemoryOnly,
    /// The file is newer than this program.
    ReadOnly,
}

impl State {
    /// Opens a kept assessment, unless it is open already. Whatever was open is saved first.
    ///
    /// # Errors
    /// [`LoadError`]; nothing is open then, and nothing was written.
    pub fn load(&self, id: &AssessmentId) -> Result<(), LoadError> {
        let is_open = |open: &Option<Open>| {
            open.as_ref().is_some_and(|open| open.document.assessment.id == *id)
        };
        if self.open.with_untracked(is_open) {
            return Ok(());
        }
        self.close();
        let (open, opened) = self.with_library(|library, pack| library.load(pack, id))?;
        let read_only = open.read_only;
        self.open.set(Some(open));
        self.history.set(History::default());
        self.read_only.set(read_only);
        self.status.set(match (self.keeps(), read_only) {
            (_, true) => Status::ReadOnly,
            (true, false) => Status::Saved,
            (false, false) => Status::MemoryOnly,
        });
        self.tell_notices(&opened.notices);
        Ok(())
    }

    /// Saves what is open and closes it.
    pub fn close(&self) {
        self.flush();
        self.open.set(None);
    }

    /// Tells what was not as expected in a file.
    pub fn tell_notices(&self, notices: &[Notice]) {
        if !notices.is_empty() {
            self.messages.tell(Message::from_notices(notices));
        }
    }

    /// Saves in a moment, unless something else changes until then.
    pub(super) fn plan_save(&self) {
        if self.keeps() {
            self.status.set(Status::Saving);
        }
        let state = *self;
        let planned = set_timeout_with_handle(move || state.flush(), SAVE_AFTER).ok();
        if let Some(earlier) =
            self.pending.try_update_value(|pending| std::mem::replace(pending, planned)).flatten()
        {
            earlier.clear();
        }
    }

    /// Saves now what is waiting to be saved.
    pub fn flush(&self) {
        let Some(planned) = self.pending.try_update_value(Option::take).flatten() else {
            return;
        };
        planned.clear();
        let now = now();
        let saved = self.open.try_update_untracked(|open| {
            let open = open.as_mut()?;
            Some(self.with_library(|library, pack| library.save(pack, open, now)))
        });
        match saved.flatten() {
            Some(Err(error)) => {
                self.messages.tell(Message::from_save_error(&error));
                self.status.set(Status::NotSaved(error));
            }
            Some(Ok(())) if self.keeps() => self.status.set(Status::Saved),
            _ => {}
        }
    }

    /// What a failing program can still hand over; reads without waiting for anybody.
    #[must_use]
    pub fn rescue(&self) -> Option<Rescued> {
        let open = self.open.try_read_untracked()?;
        let open = open.as_ref().filter(|open| !open.read_only)?;
        let document = &open.document;
        let pack = self.questionnaire.try_get_value()?.pack.reference();
        let text = document.write(pack).ok()?;
        Some(Rescued { name: document.file_name("plumbline.json"), text })
    }
}
