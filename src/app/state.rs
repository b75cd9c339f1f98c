//! What the page knows, and the one place where it changes.
//!
//! [`State::dispatch`], or [`State::type_in`] while a person types, is the only way an assessment
//! changes: it applies the action, remembers how to take it back, tells the readers of the item, and
//! plans the save. Undo, autosave and the announcements for screen readers all hang on it.

use std::{ops::Deref, sync::Arc};

use leptos::prelude::*;

use super::{
    components::theme::kept_theme,
    keep::{Keeping, Status},
    live::when_drawn,
    messages::{Message, Messages},
    screens::Screens,
};
use crate::{
    browser::{self, storage::LocalStore},
    domain::{
        action::Action,
        assessment::{Answer, Assessment},
        evaluation::Evaluation,
        explain::Subject,
        filter::Filter,
        handbook::Handbook,
        history::History,
        id::{AssessmentId, ItemId},
        pack::Pack,
        scope::Standing,
        score::Measure,
        time::Timestamp,
    },
    persist::{
        library::{Library, Open, SaveError},
        store::{MemoryStore, Store},
    },
    text::{HandbookTexts, ItemGuidance, Key, PackTexts},
};

/// The questionnaire and its words, fixed for the life of the page.
#[derive(Debug)]
pub struct Questionnaire {
    /// What to ask.
    pub pack: Pack,
    /// In which words.
    pub texts: PackTexts,
}

/// By question, the place of the answer that was chosen.
pub type Chosen = Vec<Option<usize>>;

/// The long texts of the items of a group.
pub type Guidance = Vec<(String, Arc<ItemGuidance>)>;

/// The state of the page. A handle: copies are the same state, and no larger than an address, since
/// every part of every page keeps one.
#[derive(Clone, Copy)]
pub struct State(&'static Parts);

impl Deref for State {
    type Target = Parts;

    fn deref(&self) -> &Parts {
        self.0
    }
}

/// What the state consists of.
pub struct Parts {
    questionnaire: &'static Questionnaire,
    library: StoredValue<Library, LocalStorage>,
    keeps: bool,
    pub(super) open: RwSignal<Option<Open>>,
    pub(super) history: RwSignal<History>,
    pub(super) changed: Vec<ArcTrigger>,
    pub(super) keeping: StoredValue<Keeping>,
    shelf: Trigger,
    workshops: Trigger,
    /// By group, so that texts that arrive redraw nothing but the pages they belong to.
    pub(super) guidance: Vec<RwSignal<Guidance>>,
    /// Whether the long texts didn't come, or not whole.
    pub later_failed: RwSignal<bool>,
    pub(super) handbook: RwSignal<Option<&'static (Handbook, HandbookTexts)>>,
    /// The second part of the wasm, once it has arrived.
    pub screens: RwSignal<Option<&'static Screens>>,
    /// What is looked for among the items of the open assessment.
    pub find: RwSignal<Filter>,
    /// The items that are ticked in the table of the open assessment, in pack order.
    pub picked: RwSignal<Vec<ItemId>>,
    /// Whether its headline numbers are averaged over clauses and themes.
    pub averaged: RwSignal<bool>,
    /// What was answered in the guide's helper, which nobody keeps.
    pub helper: RwSignal<Chosen>,
    /// The row that the next page shows.
    pub landing: StoredValue<Option<String>>,
    /// All results of the open assessment, once the second part of the wasm, which computes them, is there.
    pub evaluation: Memo<Option<Arc<Evaluation>>>,
    /// What is told about the stored copy.
    pub status: RwSignal<Status>,
    /// Whether the second copy failed the last time.
    pub second_failed: RwSignal<bool>,
    /// Told whenever the second copy was written.
    pub copied: Trigger,
    /// Whether the person was told so.
    pub(super) second_told: StoredValue<bool>,
    /// Why storage didn't take what the second copy is being given.
    pub(super) denied: StoredValue<Option<(AssessmentId, SaveError)>>,
    /// Whether it is being written.
    pub(super) copying: StoredValue<bool>,
    /// Whether the open assessment must not be changed. Not read from the status, which changes with
    /// every save: each row of a long page follows this.
    pub read_only: RwSignal<bool>,
    /// What the person is told.
    pub messages: Messages,
    /// Light, dark, or as the device has it.
    pub theme: RwSignal<&'static str>,
    /// Told each minute, for what says how long ago something was.
    pub minute: Trigger,
    /// Whether the person is asked where to go.
    pub going: RwSignal<bool>,
    /// Whether the list of keys is shown.
    pub showing_keys: RwSignal<bool>,
    /// The last change and how it is spoken of, until it is told to screen readers.
    untold: StoredValue<Option<(Option<Key>, Action)>>,
}

impl State {
    /// The state of a page on which nothing is open yet.
    #[must_use]
    pub fn new(questionnaire: Questionnaire) -> Self {
        let keeps = browser::storage::works();
        let store: Box<dyn Store> =
            if keeps { Box::new(LocalStore) } else { Box::new(MemoryStore::default()) };
        let changed = questionnaire.pack.items().iter().map(|_| ArcTrigger::new()).collect();
        let groups = questionnaire.pack.groups().iter();
        let guidance = groups.map(|_| RwSignal::new(Guidance::new())).collect();
        let open = RwSignal::new(None::<Open>);
        let screens = RwSignal::new(None::<&'static Screens>);
        // All of it is for the life of the page, which has one.
        let questionnaire: &'static Questionnaire = Box::leak(Box::new(questionnaire));
        let evaluation = Memo::new(move |_| {
            let screens = screens.get()?;
            open.with(|open| {
                let open = open.as_ref()?;
                let assessment = &open.document.assessment;
                Some(Arc::new((screens.evaluate)(&questionnaire.pack, assessment)))
            })
        });
        Self(Box::leak(Box::new(Parts {
            questionnaire,
            library: StoredValue::new_local(Library::new(store)),
            keeps,
            open,
            history: RwSignal::new(History::default()),
            changed,
            keeping: StoredValue::new(Keeping::default()),
            shelf: Trigger::new(),
            workshops: Trigger::new(),
            guidance,
            later_failed: RwSignal::new(false),
            handbook: RwSignal::new(None),
            screens,
            find: RwSignal::new(Filter::default()),
            picked: RwSignal::new(Vec::new()),
            averaged: RwSignal::new(false),
            helper: RwSignal::new(Chosen::new()),
            landing: StoredValue::new(None),
            evaluation,
            status: RwSignal::new(if keeps { Status::Saved } else { Status::MemoryOnly }),
            second_failed: RwSignal::new(false),
            copied: Trigger::new(),
            second_told: StoredValue::new(false),
            denied: StoredValue::new(None),
            copying: StoredValue::new(false),
            read_only: RwSignal::new(false),
            messages: Messages::new(),
            theme: RwSignal::new(kept_theme()),
            minute: Trigger::new(),
            going: RwSignal::new(false),
            showing_keys: RwSignal::new(false),
            untold: StoredValue::new(None),
        })))
    }

    /// The questionnaire and its words.
    #[must_use]
    pub fn questionnaire(&self) -> &'static Questionnaire {
        self.questionnaire
    }

    /// Whether the browser keeps anything.
    #[must_use]
    pub fn keeps(&self) -> bool {
        self.keeps
    }

    /// Follows changes of what is kept.
    pub fn track_shelf(&self) {
        self.shelf.track();
    }

    /// Follows what is kept of workshops, also by other windows.
    pub fn track_workshops(&self) {
        self.workshops.track();
    }

    /// Tells the readers of workshops that something kept of them has changed.
    pub fn workshops_changed(&self) {
        self.workshops.notify();
    }

    /// Follows what is in the second copy.
    pub fn track_copies(&self) {
        self.copied.track();
    }

    /// Tells the readers of the library that it has changed.
    pub fn shelf_changed(&self) {
        self.shelf.notify();
        // What had the focus may be gone with its row.
        when_drawn(browser::page::catch_focus);
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

    /// Which assessment is open, not following its changes.
    #[must_use]
    pub fn open_id(&self) -> Option<AssessmentId> {
        self.open
            .with_untracked(|open| open.as_ref().map(|open| open.document.assessment.id.clone()))
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

    /// The answer to an item, following the changes of this one item only; of a control of the
    /// organisation's own, all changes.
    #[must_use]
    pub fn answer(&self, item: &ItemId) -> Answer {
        match self.trigger(item) {
            Some(changed) => changed.track(),
            None => self.open.track(),
        }
        self.open.with_untracked(|open| {
            open.as_ref()
                .and_then(|open| open.document.assessment.answer(item).cloned())
                .unwrap_or_default()
        })
    }

    fn trigger(&self, item: &ItemId) -> Option<ArcTrigger> {
        let place = self.questionnaire.pack.places().get(item).copied()?;
        self.changed.get(place).cloned()
    }

    /// Carries out a person's intent: one step that can be taken back. With [`State::type_in`] the only
    /// way an assessment changes.
    pub fn dispatch(&self, action: Action) {
        self.pause_typing();
        self.type_in(action);
        self.pause_typing();
    }

    /// Carries out what a person is typing: one step with what was typed before it in the same field.
    pub fn type_in(&self, action: Action) {
        let done = self.change(|history, pack, assessment| {
            match history.perform(pack, assessment, action.clone()) {
                Ok(()) => Some(action),
                Err(refusal) => {
                    self.messages.tell(Message::from_refusal(&refusal));
                    None
                }
            }
        });
        self.untold.set_value(done.map(|action| (None, action)));
    }

    /// Ends a run of typing, so that undo takes back this run and no more.
    pub fn pause_typing(&self) {
        self.tell_done();
        self.history.update_untracked(History::pause);
    }

    /// Takes the last action back.
    pub fn undo(&self) {
        self.step_back(Key::UndoDone, History::undo);
    }

    /// Does the last action that was taken back again.
    pub fn redo(&self) {
        self.step_back(Key::RedoDone, History::redo);
    }

    fn step_back(&self, told: Key, step: fn(&mut History, &mut Assessment) -> Option<Action>) {
        let done = self.change(|history, _, assessment| step(history, assessment));
        self.untold.set_value(done.map(|action| (Some(told), action)));
        self.tell_done();
    }

    /// Speaks of what was done; of typing once the person pauses, not at each letter. The second part of
    /// the wasm has the words; until it is there, the last change waits for them.
    pub(super) fn tell_done(&self) {
        let Some(screens) = self.screens.get_untracked() else { return };
        if let Some((told, action)) = self.untold.try_update_value(Option::take).flatten() {
            (screens.announce)(*self, told, &action);
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
        if self.read_only.get_untracked() {
            self.messages.tell(Message::read_only(self.access()));
            return None;
        }
        let questionnaire = self.questionnaire();
        let action = self.history.try_update_untracked(|history| {
            self.open.try_update_untracked(|open| {
                let document = &mut open.as_mut()?.document;
                let action = step(history, &questionnaire.pack, &mut document.assessment)?;
                document.settle();
                Some(action)
            })?
        })??;
        for changed in action.items().into_iter().filter_map(|item| self.trigger(item)) {
            changed.notify();
        }
        self.history.notify();
        self.open.notify();
        self.plan_save();
        Some(action)
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

/// The moment now.
#[must_use]
pub fn now() -> Timestamp {
    Timestamp::parse(&browser::format::now()).unwrap_or_default()
}
