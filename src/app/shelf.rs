//! What can be done with kept assessments without opening them. Every failure is told to the
//! person here.

use super::{
    messages::{Message, load_error, read_error},
    route::{Page, Route},
    state::{State, now},
    words::{fill, t},
};
use crate::{
    browser::{file, location, random},
    domain::{
        action::{Action, apply},
        assessment::Assessment,
        id::AssessmentId,
    },
    persist::{
        document::Document,
        library::SaveError,
        read::{LARGEST, Opened, read},
    },
    text::Key,
};

/// A file that was read and waits for the person to decide, because an assessment with the same
/// identifier is kept already.
#[derive(Clone, Debug, PartialEq)]
pub struct Arrival {
    /// Its text.
    pub text: String,
    /// What is in it.
    pub opened: Opened,
}

impl State {
    /// Begins an assessment and goes to it.
    pub fn create(&self, name: &str) {
        let id = AssessmentId::from_random(random::bytes());
        self.keep(Document::new(Assessment::new(id, name.to_owned(), now())));
    }

    /// Keeps a document that isn't kept yet and goes to it.
    fn keep(&self, document: Document) {
        let id = document.assessment.id.clone();
        match self.with_library(|library, pack| library.create(pack, document, now())) {
            Ok(_) => go_to(&id),
            Err(error) => self.messages.tell(Message::from_save_error(&error)),
        }
    }

    /// Makes a copy under a fresh identifier and goes to it.
    pub fn duplicate(&self, document: &Document) {
        let mut copy = document.clone();
        copy.assessment.id = AssessmentId::from_random(random::bytes());
        copy.assessment.name = fill(Key::HomeCopyName, &[("name", &document.assessment.name)]);
        copy.assessment.created = now();
        copy.revision = 0;
        copy.saved = None;
        self.keep(copy);
    }

    /// Renames a kept assessment.
    pub fn rename_kept(&self, id: &AssessmentId, name: String) {
        let renamed = self.with_library(|library, pack| {
            let (mut open, _) =
                library.load(pack, id).map_err(|error| Message::warning(load_error(&error)))?;
            apply(pack, &mut open.document.assessment, Action::Rename(name))
                .map_err(|refusal| Message::from_refusal(&refusal))?;
            library.save(pack, &mut open, now()).map_err(|error| Message::from_save_error(&error))
        });
        if let Err(message) = renamed {
            self.messages.tell(message);
        }
        self.shelf_changed();
    }

    /// Puts an assessment aside and says how to bring it back.
    pub fn delete(&self, id: &AssessmentId, name: &str) {
        self.messages.tell(match self.with_library(|library, _| library.delete(id)) {
            Ok(()) => Message::deleted(name, id.clone()),
            Err(error) => Message::from_save_error(&error),
        });
        self.shelf_changed();
    }

    /// Brings a deleted assessment back.
    pub fn restore(&self, id: &AssessmentId) {
        match self.with_library(|library, _| library.restore(id)) {
            Ok(()) => self.messages.close_successes(),
            Err(error) => self.messages.tell(Message::from_save_error(&error)),
        }
        self.shelf_changed();
    }

    /// Erases a deleted assessment for good.
    pub fn erase(&self, id: &AssessmentId) {
        if let Err(error) = self.with_library(|library, _| library.erase(id)) {
            self.messages.tell(Message::from_store_error(error));
        }
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

    /// Opens a file that the person chose, and goes to it. Returns it when an assessment with the
    /// same identifier is kept already, for nothing is replaced without asking.
    pub async fn open_file(&self, chosen: file::Chosen) -> Option<Arrival> {
        let largest = u32::try_from(LARGEST).unwrap_or(u32::MAX);
        let Some(text) = chosen.text(largest).await else {
            let megabytes = (LARGEST / 1_000_000).to_string();
            self.messages
                .tell(Message::warning(fill(Key::ReadTooLarge, &[("megabytes", &megabytes)])));
            return None;
        };
        let opened = match self.with_library(|_, pack| read(pack, &text)) {
            Ok(opened) => opened,
            Err(error) => {
                self.messages.tell(Message::warning(read_error(&error)));
                return None;
            }
        };
        let arrival = Arrival { text, opened };
        match self.import(&arrival) {
            Ok(()) => None,
            Err(SaveError::Exists) => Some(arrival),
            Err(error) => {
                self.messages.tell(Message::from_save_error(&error));
                None
            }
        }
    }

    fn import(&self, arrival: &Arrival) -> Result<(), SaveError> {
        let id = &arrival.opened.document.assessment.id;
        self.with_library(|library, _| library.import(id, &arrival.text))?;
        go_to(id);
        Ok(())
    }

    /// Puts the kept assessment aside and opens the file in its place.
    pub fn replace_with(&self, arrival: &Arrival) {
        let id = &arrival.opened.document.assessment.id;
        let replaced =
            self.with_library(|library, _| library.delete(id)).and_then(|()| self.import(arrival));
        if let Err(error) = replaced {
            self.messages.tell(Message::from_save_error(&error));
        }
    }
}

fn go_to(id: &AssessmentId) {
    location::go(&Route::Assessment(id.clone(), Page::Hub).to_string());
}
