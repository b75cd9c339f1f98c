//! Giving the person a file.

use leptos::prelude::*;

use super::{
    messages::Message,
    state::{State, now},
    words::fill,
};
use crate::{
    browser::download::{self, DownloadError, Way},
    persist::{
        document::Document,
        library::{Access, SaveError},
    },
    text::Key,
};

impl State {
    /// The open document as it is on the screen.
    #[must_use]
    pub fn document(&self) -> Option<Document> {
        self.open.with_untracked(|open| open.as_ref().map(|open| open.document.clone()))
    }

    /// Gives the open assessment to the person as a file.
    pub fn save_file(&self) {
        self.flush();
        let Some(document) = self.document() else { return };
        if self.access() == Access::Newer {
            // Written by this program, a newer file would lose what makes it newer.
            self.download_raw(&document.assessment.id);
        } else {
            self.download(&document);
        }
    }

    /// Gives a document to the person as a file.
    pub fn download(&self, document: &Document) {
        let Some((document, text)) = self.outgoing(document) else { return };
        let screens = self.screens.get_untracked();
        if screens.is_some_and(|screens| (screens.keep_filed)(*self, &document, &text)) {
            return;
        }
        let name = document.file_name("plumbline.json");
        if self.hand_over(&name, "application/json", &text) {
            self.is_filed(&document);
        }
    }

    /// A document as it is handed out now, with its text, which was read back; `None` when there is no
    /// such text, and the person was told.
    pub fn outgoing(&self, document: &Document) -> Option<(Document, String)> {
        let mut document = document.clone();
        // The file says it too, for whoever opens it elsewhere.
        document.filed = Some(now());
        if document.saved.is_none() {
            document.saved.clone_from(&document.filed);
        }
        match document.write(self.questionnaire().pack.reference()) {
            Ok(text) => {
                // Without the second part nothing can be read.
                let screens = self.screens.get_untracked();
                let whole = screens.is_none_or(|it| (it.reads_back)(*self, &document, &text));
                whole.then_some((document, text))
            }
            Err(error) => {
                self.messages.tell(Message::from_save_error(&SaveError::Write(error)));
                None
            }
        }
    }

    /// Keeps when an assessment was handed out as a file. No step that can be taken back: the file is
    /// out there.
    pub fn is_filed(&self, document: &Document) {
        let Some(filed) = document.filed.clone() else { return };
        let id = &document.assessment.id;
        if self.open_id().as_ref() == Some(id) {
            self.open.update(|open| {
                if let Some(open) = open {
                    open.document.filed = Some(filed);
                }
            });
            self.plan_save();
        } else if let Some(screens) = self.screens.get_untracked() {
            (screens.note_filed)(*self, id, filed);
        }
        self.is_safe(id);
        self.messages.close_reminders();
    }

    /// Gives a text to the person as a file, and says so; true when the browser took it.
    pub fn hand_over(&self, name: &str, mime: &str, text: &str) -> bool {
        let saved = download::save(name, mime, text);
        self.tell_handed_over(name, &saved);
        saved.is_ok()
    }

    /// Says whether the browser took a file.
    pub fn tell_handed_over(&self, name: &str, saved: &Result<(), DownloadError>) {
        self.messages.tell(match saved {
            Ok(()) => {
                let said = |key| fill(key, &[("name", name)]);
                match download::way() {
                    Way::Open => Message::success(said(Key::FileHandedOver)),
                    // Nobody knows whether it arrived, so it isn't said to be done.
                    _ => Message::warning(said(Key::FileHandedOverFramed)),
                }
            }
            Err(error) => Message::warning(fill(Key::FileRefused, &[("reason", &error.0)])),
        });
    }
}
