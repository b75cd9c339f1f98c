//! Files that come in: what is in them, and where it goes.

use super::{
    super::{
        messages::{Message, read_error},
        route::Page,
        state::State,
        words::{fill, t},
    },
    copies,
};
use crate::{
    browser::file::{self, FileError},
    persist::{
        carried::{self, LARGEST_FILE},
        library::SaveError,
        locked::{Locked, LockedError},
        read::{Opened, ReadError, read},
        workshop::intake::kind,
    },
    text::Key,
};

/// A file that was read and waits for the person to decide, because an assessment with the same
/// identifier is kept already.
#[derive(Clone, Debug, PartialEq)]
pub struct Arrival {
    /// The text of the assessment in it.
    pub text: String,
    /// What is in it.
    pub opened: Opened,
}

/// Why a file that the person chose isn't read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unread {
    /// For this reason.
    Told(String),
    /// It is locked with a password.
    Locked(Box<Locked>),
    /// It is a file of workshops, with this text.
    Workshop(String),
}

impl Unread {
    /// What to tell where nobody is asked for a password.
    #[must_use]
    pub fn words(self) -> String {
        match self {
            Self::Told(words) => words,
            Self::Locked(_) => t(Key::LockElsewhere).to_owned(),
            Self::Workshop(_) => t(Key::WorkshopCollectOpenElsewhere).to_owned(),
        }
    }
}

impl State {
    /// Reads a file that the person chose.
    ///
    /// # Errors
    /// [`Unread`]
    pub async fn read_file(&self, chosen: file::Chosen) -> Result<Arrival, Unread> {
        let largest = u32::try_from(LARGEST_FILE).unwrap_or(u32::MAX);
        match chosen.text(largest).await {
            Ok(file) => self.read_text(&file),
            Err(FileError::TooLarge) => Err(Unread::Told(read_error(&ReadError::TooLarge))),
            Err(FileError::Unreadable(reason)) => {
                Err(Unread::Told(fill(Key::ReadUnreadable, &[("reason", &reason)])))
            }
        }
    }

    /// Reads the text of a file.
    ///
    /// # Errors
    /// [`Unread`]
    pub fn read_text(&self, file: &str) -> Result<Arrival, Unread> {
        let read = carried::find(file).and_then(|text| {
            let opened = self.with_library(|_, pack| read(pack, text))?;
            Ok(Arrival { text: text.to_owned(), opened })
        });
        let error = match read {
            Ok(arrival) => return Ok(arrival),
            Err(ReadError::Format) if kind(file).is_some() => {
                return Err(Unread::Workshop(file.to_owned()));
            }
            Err(ReadError::Format) => match Locked::read(file) {
                Ok(locked) => return Err(Unread::Locked(Box::new(locked))),
                Err(error) => locked_error(error),
            },
            Err(error) => read_error(&error),
        };
        Err(Unread::Told(error))
    }

    /// Opens what was in a file, and goes to it. Returns it when an assessment with the same identifier
    /// is kept already, for nothing is replaced without asking.
    pub fn arrive(&self, arrival: Arrival) -> Option<Arrival> {
        let document = &arrival.opened.document;
        let id = &document.assessment.id;
        let kept = self.with_library(|library, _| library.import(document, &arrival.text));
        if kept == Err(SaveError::Exists) {
            return Some(arrival);
        }
        copies::copy(*self, None);
        self.arrive_at(id, Page::Hub, &kept);
        None
    }

    /// Puts the kept assessment aside and opens the file in its place.
    pub fn replace_with(&self, arrival: &Arrival) {
        let document = &arrival.opened.document;
        let id = &document.assessment.id;
        if self.open_id().as_ref() == Some(id) && !self.close() {
            return;
        }
        let kept = self.with_library(|library, _| {
            let aside = library.delete(id)?;
            library.import(document, &arrival.text).inspect_err(|_| {
                let _ = library.restore(&aside);
            })
        });
        copies::copy(*self, None);
        if self.arrive_at(id, Page::Hub, &kept) {
            self.messages.tell_there(Message::success(t(Key::ArrivalReplaced)));
        }
    }
}

/// Why a locked file can't be opened with any password, and what to do.
fn locked_error(error: LockedError) -> String {
    match error {
        LockedError::Format => read_error(&ReadError::Format),
        LockedError::Newer => t(Key::LockNewer).to_owned(),
        LockedError::Rounds => t(Key::LockRounds).to_owned(),
        LockedError::Damaged => t(Key::LockDamaged).to_owned(),
    }
}
