//! What the page knows, and the one place where it changes.
//!
//! [`State::dispatch`] is the only way an assessment changes: it applies the action, remembers how
//! to take it back, tells the readers of the item, and plans the save. Undo, autosave and the
//! announcements for screen readers all hang on it.

use std::{sync::Arc, time::Duration};

use leptos::prelude::*;

use super::{
    messages::{Message, Messages},
    words::{fill, t},
};
use crate::{
    browser::{self, storage::LocalStore},
    domain::{
        action::Action,
        assessment::{Answer, Assessment},
        evaluation::{Evaluation, evaluate},
        explain::Subject,
        history::History,
        id::{AssessmentId, ItemId},
        pack::Pack,
        scope::Standing,
        score::Measure,
        time::Timestamp,
    },
    persist::{
        document::Document,
        library::{Library, LoadError, Open, SaveError},
        read::Notice,
        store::{MemoryStore, Store},
    },
    report::{
        html,
        model::{Material, Report},
    },
    text::{ItemGuidance, Key, PackTexts},
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

/// The questionnaire and its words, fixed for the life of the page.
#[derive(Debug)]
pub struct Questionnaire {
    /// What to ask.
    pub pack: Pack,
    /// In which words.
    pub texts: PackTexts,
}

/// The state of the page. A handle: copies are the same state.
#[derive(Clone, Copy)]
pub struct State {
    questionnaire: StoredValue<Arc<Questionnaire>>,
    library: StoredValue<Library, LocalStorage>,
    keeps: bool,
    open: RwSignal<Option<Open>>,
    history: RwSignal<History>,
    changed: StoredValue<Vec<ArcTrigger>>,
    pending: StoredValue<Option<TimeoutHandle>>,
    shelf: Trigger,
    guidance: RwSignal<Vec<(String, Arc<ItemGuidance>)>>,
    /// All results of the open assessment.
    pub evaluation: Memo<Option<Arc<Evaluation>>>,
    /// What is told about the stored copy.
    pub status: RwSignal<Status>,
    /// What the person is told.
    pub messages: Messages,
}

impl State {
    /// The state of a page on which nothing is open yet.
    #[must_use]
    pub fn new(questionnaire: Questionnaire) -> Self {
        let keeps = browser::storage::works();
        let store: Box<dyn Store> =
            if keeps { Box::new(LocalStore) } else { Box::new(MemoryStore::default()) };
        let changed = questionnaire.pack.items().iter().map(|_| ArcTrigger::new()).collect();
        let questionnaire = StoredValue::new(Arc::new(questionnaire));
        let open = RwSignal::new(None::<Open>);
        let evaluation = Memo::new(move |_| {
            let questionnaire = questionnaire.get_value();
            open.with(|open| {
                let open = open.as_ref()?;
                Some(Arc::new(evaluate(&questionnaire.pack, &open.document.assessment)))
            })
        });
        Self {
            questionnaire,
            library: StoredValue::new_local(Library::new(store)),
            keeps,
            open,
            history: RwSignal::new(History::default()),
            changed: StoredValue::new(changed),
            pending: StoredValue::new(None),
            shelf: Trigger::new(),
            guidance: RwSignal::new(Vec::new()),
            evaluation,
            status: RwSignal::new(if keeps { Status::Saved } else { Status::MemoryOnly }),
            messages: Messages::new(),
        }
    }

    /// The questionnaire and its words.
    #[must_use]
    pub fn questionnaire(&self) -> Arc<Questionnaire> {
        self.questionnaire.get_value()
    }

    /// Whether the browser keeps anything.
    #[must_use]
    pub const fn keeps(&self) -> bool {
        self.keeps
    }

    /// Follows changes of what is kept.
    pub fn track_shelf(&self) {
        self.shelf.track();
    }

    /// Tells the readers of the library that it has changed.
    pub fn shelf_changed(&self) {
        self.shelf.notify();
    }

    /// Does something with the library of kept assessments.
    pub fn with_library<T>(&self, f: impl FnOnce(&Library, &Pack) -> T) -> T {
        let questionnaire = self.questionnaire();
        self.library.with_value(|library| f(library, &questionnaire.pack))
    }

    /// Reads the open assessment, following its changes.
    pub fn with_assessment<T>(&self, f: impl FnOnce(&Assessment) -> T) -> Option<T> {
        self.open.with(|open| open.as_ref().map(|open| f(&open.document.assessment)))
    }

    /// The name of the open assessment, following its changes.
    #[must_use]
    pub fn name(&self) -> String {
        self.with_assessment(|assessment| assessment.name.clone()).unwrap_or_default()
    }

    /// The numbers of some items, following their changes.
    #[must_use]
    pub fn measure(&self, subject: Subject) -> Signal<Option<Measure>> {
        let evaluation = self.evaluation;
        Signal::derive(move || {
            evaluation.with(|evaluation| evaluation.as_ref()?.measure(&subject).copied())
        })
    }

    /// The answer to an item, following the changes of this one item only.
    #[must_use]
    pub fn answer(&self, item: &ItemId) -> Answer {
        if let Some(changed) = self.trigger(item) {
            changed.track();
        }
        self.open.with_untracked(|open| {
            open.as_ref()
                .and_then(|open| open.document.assessment.answer(item).cloned())
                .unwrap_or_default()
        })
    }

    fn trigger(&self, item: &ItemId) -> Option<ArcTrigger> {
        let place = self.questionnaire().pack.places().get(item).copied()?;
        self.changed.with_value(|changed| changed.get(place).cloned())
    }

    /// Whether the open assessment must not be changed.
    #[must_use]
    pub fn read_only(&self) -> bool {
        self.status.get() == Status::ReadOnly
    }

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
        self.status.set(match (self.keeps, read_only) {
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

    /// Carries out a person's intent. The only way an assessment changes.
    pub fn dispatch(&self, action: Action) {
        self.change(|history, pack, assessment| {
            match history.perform(pack, assessment, action.clone()) {
                Ok(()) => Some(action),
                Err(refusal) => {
                    self.messages.tell(Message::from_refusal(&refusal));
                    None
                }
            }
        });
    }

    /// Ends a run of typing, so that undo takes back this run and no more.
    pub fn pause_typing(&self) {
        self.history.update_untracked(History::pause);
    }

    /// Takes the last action back.
    pub fn undo(&self) {
        if let Some(action) = self.change(|history, _, assessment| history.undo(assessment)) {
            self.messages.announce(fill(Key::UndoDone, &[("what", &describe(&action))]));
        }
    }

    /// Does the last action that was taken back again.
    pub fn redo(&self) {
        if let Some(action) = self.change(|history, _, assessment| history.redo(assessment)) {
            self.messages.announce(fill(Key::RedoDone, &[("what", &describe(&action))]));
        }
    }

    /// Whether there is something to take back.
    #[must_use]
    pub fn can_undo(&self) -> bool {
        self.history.with(History::can_undo)
    }

    /// Whether there is something to do again.
    #[must_use]
    pub fn can_redo(&self) -> bool {
        self.history.with(History::can_redo)
    }

    fn change(
        &self,
        step: impl FnOnce(&mut History, &Pack, &mut Assessment) -> Option<Action>,
    ) -> Option<Action> {
        if self.status.get_untracked() == Status::ReadOnly {
            self.messages.tell(Message::warning(t(Key::StatusReadOnlyHint)));
            return None;
        }
        let questionnaire = self.questionnaire();
        let action = self.history.try_update_untracked(|history| {
            self.open.try_update_untracked(|open| {
                step(history, &questionnaire.pack, &mut open.as_mut()?.document.assessment)
            })?
        })??;
        if let Some(changed) = action.item().and_then(|item| self.trigger(item)) {
            changed.notify();
        }
        self.history.notify();
        self.open.notify();
        self.plan_save();
        Some(action)
    }

    fn plan_save(&self) {
        if self.keeps {
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
            Some(Ok(())) if self.keeps => self.status.set(Status::Saved),
            _ => {}
        }
    }

    /// Adds long texts that have arrived.
    pub fn add_guidance(&self, guidance: Vec<(String, ItemGuidance)>) {
        self.guidance.update(|known| {
            for (item, text) in guidance {
                known.push((item, Arc::new(text)));
            }
        });
    }

    /// The long texts of an item, once they have arrived.
    #[must_use]
    pub fn guidance(&self, item: &ItemId) -> Option<Arc<ItemGuidance>> {
        self.guidance.with(|known| {
            let found = known.iter().find(|(id, _)| id == item.as_str());
            found.map(|(_, guidance)| guidance.clone())
        })
    }

    /// The open document as it is on the screen.
    #[must_use]
    pub fn document(&self) -> Option<Document> {
        self.open.with_untracked(|open| open.as_ref().map(|open| open.document.clone()))
    }

    /// Gives the open assessment to the person as a file.
    pub fn save_file(&self) {
        self.flush();
        let Some(document) = self.document() else { return };
        if self.status.get_untracked() == Status::ReadOnly {
            // Written by this program, a newer file would lose what makes it newer.
            self.download_raw(&document.assessment.id);
        } else {
            self.download(&document);
        }
    }

    /// Gives a document to the person as a file.
    pub fn download(&self, document: &Document) {
        let mut document = document.clone();
        document.saved = document.saved.or_else(|| Some(now()));
        let name = document.file_name("plumbline.json");
        match document.write(self.questionnaire().pack.reference()) {
            Ok(text) => self.hand_over(&name, "application/json", &text),
            Err(_) => self.messages.tell(Message::from_save_error(&SaveError::Write)),
        }
    }

    /// Gives a text to the person as a file, and says so.
    pub fn hand_over(&self, name: &str, mime: &str, text: &str) {
        match browser::download::save(name, mime, text) {
            Ok(()) => {
                self.messages.tell(Message::success(fill(Key::FileHandedOver, &[("name", name)])));
            }
            Err(error) => {
                self.messages
                    .tell(Message::warning(fill(Key::FileRefused, &[("reason", &error.0)])));
            }
        }
    }

    /// Gives the report on the open assessment to the person.
    pub fn save_report(&self) {
        let Some(document) = self.document() else { return };
        let questionnaire = self.questionnaire();
        let texts = super::words::texts();
        let material = Material {
            pack: &questionnaire.pack,
            pack_texts: &questionnaire.texts,
            texts,
            assessment: &document.assessment,
        };
        let report = html::write(&Report::new(material, &now()), texts);
        self.hand_over(&document.file_name("html"), "text/html", &report);
    }

    /// What a failing program can still hand over; reads without waiting for anybody.
    #[must_use]
    pub fn rescue(&self) -> Option<browser::crash::Rescued> {
        let open = self.open.try_read_untracked()?;
        let open = open.as_ref().filter(|open| !open.read_only)?;
        let document = &open.document;
        let pack = self.questionnaire.try_get_value()?.pack.reference();
        let text = document.write(pack).ok()?;
        Some(browser::crash::Rescued { name: document.file_name("plumbline.json"), text })
    }

    /// The results that belong to a page, following their changes.
    pub fn with_evaluation<T>(&self, f: impl FnOnce(&Evaluation) -> T) -> Option<T> {
        self.evaluation.with(|evaluation| evaluation.as_deref().map(f))
    }

    /// The first item in pack order that nobody has looked at.
    #[must_use]
    pub fn next_open(&self) -> Option<ItemId> {
        self.with_evaluation(|evaluation| {
            let mut items = evaluation.items.iter();
            items.find(|item| item.standing == Standing::Unanswered).map(|item| item.id.clone())
        })
        .flatten()
    }
}

/// An action in words, for announcements.
fn describe(action: &Action) -> String {
    let key = match action {
        Action::Rename(_) => Key::ActionRename,
        Action::Rate(..) => Key::ActionRate,
        Action::Apply(..) => Key::ActionApply,
        Action::Note(..) => Key::ActionNote,
        Action::Check(..) => Key::ActionCheck,
    };
    fill(key, &[("item", action.item().map_or("", ItemId::as_str))])
}

/// The moment now.
#[must_use]
pub fn now() -> Timestamp {
    Timestamp::parse(&browser::format::now()).unwrap_or_default()
}
