//! What can be done with kept assessments without opening them. Every failure is told to the
//! person here.

use super::{
    messages::{Message, Offer, load_error},
    pages::question::first_open,
    route::{Page, Route},
    state::{State, now},
    words::{fill, t},
};
use crate::{
    browser::{location, random},
    domain::{
        action::{Action, apply},
        assessment::{Assessment, LONGEST_NAME},
        id::AssessmentId,
        selection::Selection,
    },
    persist::{
        document::Document,
        library::{Library, SaveError},
    },
    text::Key,
};

/// An assessment without answers that isn't kept yet.
#[must_use]
pub fn fresh(name: String) -> Assessment {
    Assessment::new(AssessmentId::from_random(random::bytes()), name, now())
}

impl State {
    /// Begins an assessment and goes to the first question of the quick check, or to the page that asks
    /// for facts, which leads on.
    pub fn create(&self, name: &str, selection: Selection) {
        let assessment = Assessment { selection, ..fresh(name.to_owned()) };
        let page = match assessment.selection {
            Selection::Quick => first_open(&self.questionnaire().pack, &assessment),
            Selection::All | Selection::Items(_) => Page::About,
        };
        self.keep(Document::new(assessment), page);
    }

    /// Keeps a document that isn't kept yet and goes to a page of it; true when it is kept.
    pub fn keep(&self, document: Document, page: Page) -> bool {
        let id = document.assessment.id.clone();
        let kept = self.with_library(|library, pack| library.create(pack, document, now()));
        self.copy();
        self.arrive_at(&id, page, &kept.map(|open| self.show_new(open)))
    }

    /// Goes to an assessment that was to be kept, or tells why it isn't; true when it is.
    pub fn arrive_at(&self, id: &AssessmentId, page: Page, kept: &Result<(), SaveError>) -> bool {
        match kept {
            Ok(()) => {
                self.messages.close_unkept();
                location::go(&Route::Assessment(id.clone(), page).to_string());
            }
            Err(error) => self.messages.tell(Message::from_save_error(error)),
        }
        kept.is_ok()
    }

    /// Makes a copy under a fresh identifier and goes to it; true when it is kept.
    pub fn duplicate(&self, document: &Document) -> bool {
        let mut copy = document.clone();
        copy.assessment.id = AssessmentId::from_random(random::bytes());
        let name = fill(Key::HomeCopyName, &[("name", &document.assessment.name)]);
        copy.assessment.name = name.chars().take(LONGEST_NAME).collect();
        copy.assessment.created = now();
        copy.revision = 0;
        copy.saved = None;
        copy.filed = None;
        self.keep(copy, Page::Hub)
    }

    /// Does something with an assessment as it is now: as on the screen when it is still open, else as
    /// stored, perhaps by another tab.
    pub fn with_latest(&self, id: &AssessmentId, act: fn(&Self, &Document)) {
        if self.open_id().as_ref() == Some(id) {
            return self.document().iter().for_each(|document| act(self, document));
        }
        match self.with_library(|library, pack| library.load(pack, id)) {
            Ok((open, _)) => act(self, &open.document),
            Err(error) => self.messages.tell(Message::warning(load_error(&error))),
        }
    }

    /// Renames a kept assessment.
    pub fn rename_kept(&self, id: &AssessmentId, name: String) {
        if self.open_id().as_ref() == Some(id) {
            self.dispatch(Action::Rename(name));
            self.flush();
            self.shelf_changed();
            return;
        }
        let renamed = self.with_library(|library, pack| {
            let (mut open, _) =
                library.load(pack, id).map_err(|error| Message::warning(load_error(&error)))?;
            apply(pack, &mut open.document.assessment, Action::Rename(name))
                .map_err(|refusal| Message::from_refusal(&refusal))?;
            library.save(pack, &mut open, now()).map_err(|error| Message::from_save_error(&error))
        });
        self.copy();
        if let Err(message) = renamed {
            self.messages.tell(message);
        }
        self.shelf_changed();
    }

    /// Puts an assessment aside and says how to bring it back.
    pub fn delete(&self, id: &AssessmentId, name: &str) {
        if self.open_id().as_ref() == Some(id) && !self.close() {
            return;
        }
        self.messages.tell(match self.with_library(|library, _| library.delete(id)) {
            Ok(key) => Message::deleted(name, key),
            Err(error) => Message::from_save_error(&error),
        });
        self.copy();
        self.shelf_changed();
    }

    /// Brings a deleted assessment back.
    pub fn restore(&self, key: &str) {
        match self.with_library(|library, _| library.restore(key)) {
            Ok(()) => self.messages.close_successes(),
            Err(error) => self.messages.tell(Message::from_save_error(&error)),
        }
        self.copy();
        self.shelf_changed();
    }

    /// Erases a deleted assessment for good.
    pub fn erase(&self, key: String) {
        match self.with_library(|library, _| library.erase(&key)) {
            Ok(()) => self.messages.close_offering(&Offer::Restore(key)),
            Err(error) => self.messages.tell(Message::from_store_error(error)),
        }
        // There is more room now.
        self.with_library(Library::bring_home);
        self.flush();
        self.shelf_changed();
    }

    /// Gives the stored text of an assessment to the person as it is.
    pub fn download_raw(&self, id: &AssessmentId) {
        match self.with_library(|library, _| library.text(id)) {
            Ok(Some(text)) => {
                self.hand_over(&format!("{id}.plumbline.json"), "application/json", &text);
            }
            Ok(None) => self.messages.tell(Message::warning(t(Key::LoadNotFound))),
            Err(error) => self.messages.tell(Message::from_store_error(error)),
        }
    }
}
