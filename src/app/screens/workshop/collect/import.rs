//! An import: whatever was brought is read, taken in at once, kept once, and can be taken back.

use std::sync::Arc;

use leptos::{prelude::*, task::spawn_local};

use super::{
    super::{
        super::super::{messages::Message, state::State, words::t},
        kept::Kept,
    },
    lens::{self, Blind},
};
use crate::{
    browser::{
        bring::Brought,
        file::{self, Chosen, FileError},
        picture,
    },
    domain::workshop::{Workshop, collected::Change},
    persist::{
        read::LARGEST,
        workshop::intake::{Fault, Intake, Receipt, Source},
    },
    text::Key,
};

/// How large a picture is looked at: first as phones show codes, then as cameras of many points see small
/// ones, then as a blurred one is read best.
const SIZES: [u32; 3] = [1600, 3200, 800];

/// The last import.
#[derive(Debug)]
pub struct Last {
    /// What it brought.
    pub receipt: Receipt,
    /// What it changed.
    changes: Vec<Change>,
}

/// What is taken in on this page.
#[derive(Clone, Copy)]
pub struct Import {
    /// The page.
    pub state: State,
    /// Into what.
    pub kept: Kept,
    /// What the last one brought; none before the first, and when it was taken back.
    pub last: RwSignal<Option<Arc<Last>>>,
    /// Whether files are being read.
    pub reading: RwSignal<bool>,
}

type Piece = (Source, Result<String, Fault>);

impl Import {
    /// Nothing was taken in yet.
    pub fn new(state: State, kept: Kept) -> Self {
        Self { state, kept, last: RwSignal::new(None), reading: RwSignal::new(false) }
    }

    /// Takes in what was dropped or pasted somewhere.
    pub fn brought(self, brought: Brought) {
        match brought {
            Brought::Files(files) => self.files(files),
            Brought::Text(text) => {
                self.text(Source::Pasted, text);
            }
        }
    }

    /// Takes in a text.
    pub fn text(self, source: Source, text: String) -> Option<Arc<Last>> {
        self.take(&[(source, Ok(text))])
    }

    /// Takes in files, all of them at once.
    pub fn files(self, files: Vec<Chosen>) {
        if files.is_empty() {
            return;
        }
        self.reading.set(true);
        spawn_local(async move {
            let pieces = read(files).await;
            // Who has left the page meanwhile has left it to others.
            if self.reading.try_set(false).is_none() {
                self.take(&pieces);
            }
        });
    }

    fn take(self, pieces: &[Piece]) -> Option<Arc<Last>> {
        let pack = &self.state.questionnaire().pack;
        let done = self.kept.change(|workshop| {
            let Workshop { session, collected, .. } = workshop;
            let before = collected.clone();
            let mut intake = Intake::new(pack, session, collected);
            for (source, piece) in pieces {
                match piece {
                    Ok(text) => intake.text(source, text),
                    Err(why) => intake.refuse(source, why.clone()),
                }
            }
            let receipt = intake.done();
            Last { receipt, changes: collected.changes_since(&before) }
        });
        let last = self.told(done).map(Arc::new);
        if last.is_some() {
            self.last.set(last.clone());
        }
        last
    }

    /// Whether the last import changed anything.
    pub fn can_take_back(self) -> bool {
        self.last.with(|last| last.as_ref().is_some_and(|last| !last.changes.is_empty()))
    }

    /// Takes the last import back, but for what was handed in anew since.
    pub fn take_back(self) {
        let Some(last) = self.last.get_untracked() else { return };
        let done = self.kept.change(|workshop| workshop.collected.take_back(&last.changes));
        if self.told(done).is_some() {
            self.last.set(None);
            self.state.messages.tell(Message::success(t(Key::WorkshopCollectTakenBack)));
        }
    }

    /// Tells when a workshop is gone; that it couldn't be kept, was told.
    fn told<T>(self, done: Option<T>) -> Option<T> {
        if done.is_none() && self.kept.with(|_| ()).is_none() {
            self.state.messages.tell(Message::warning(t(Key::WorkshopMissing)));
        }
        done
    }
}

async fn read(files: Vec<Chosen>) -> Vec<Piece> {
    let (pictures, others): (Vec<_>, Vec<_>) = files.into_iter().partition(Chosen::is_picture);
    let texts = file::texts(&others, u32::try_from(LARGEST).unwrap_or(u32::MAX)).await;
    let source = |file: &Chosen| Source::File(file.name());
    let texts = others.iter().zip(texts);
    let mut pieces: Vec<Piece> =
        texts.map(|(file, text)| (source(file), text.map_err(unread))).collect();
    for picture in &pictures {
        pieces.push((source(picture), seen(picture).await));
    }
    pieces
}

/// The texts of the QR codes in a picture, one a line.
async fn seen(picture: &Chosen) -> Result<String, Fault> {
    let shown = picture::read(picture).await.map_err(unread)?;
    match lens::texts(&shown, &SIZES).await {
        Ok(texts) if texts.is_empty() => Err(Fault::NoCode),
        Ok(texts) => Ok(texts.join("\n")),
        Err(Blind(reason)) => Err(Fault::Unreadable(reason)),
    }
}

fn unread(error: FileError) -> Fault {
    match error {
        FileError::TooLarge => Fault::TooLarge,
        FileError::Unreadable(reason) => Fault::Unreadable(reason),
    }
}
