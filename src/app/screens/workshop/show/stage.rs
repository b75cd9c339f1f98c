//! What is presented of a workshop, the same in all windows of the browser.

use leptos::prelude::*;

use super::super::kept::Kept;
use crate::{
    app::{
        messages::Message,
        screens::example,
        state::{State, now},
        words::{fill, t},
    },
    domain::{
        assessment::Rating,
        id::ItemId,
        workshop::{
            Workshop,
            agreed::Agreed,
            session::About,
            show::{Course, Show, Step, View},
            tally::{Tally, latest, ranking, tallies},
        },
    },
    persist::{
        case::Case,
        workshop::show::{read, write},
    },
    text::{CaseTexts, Key},
};

/// What is presented. A handle: copies are the same.
#[derive(Clone, Copy)]
pub struct Stage {
    /// What the page knows.
    pub state: State,
    /// The workshop.
    pub kept: Kept,
    show: Memo<Show>,
    rounds: Memo<Vec<Vec<Tally>>>,
    last: Memo<Vec<Tally>>,
    ranked: Memo<Vec<usize>>,
}

/// The model rating of an item.
pub struct Model {
    /// The level.
    pub rating: Rating,
    /// Why.
    pub reason: &'static str,
}

impl Stage {
    /// What is presented of a workshop.
    pub fn new(state: State, kept: Kept) -> Self {
        let show = Memo::new(move |_| {
            state.track_workshops();
            load(state, kept)
        });
        let rounds: Memo<Vec<Vec<Tally>>> = Memo::new(move |_| {
            let tallied = |workshop: &Workshop| -> Vec<Vec<Tally>> {
                let Workshop { session, collected, .. } = workshop;
                let rounds = 1..=session.plan().rounds;
                rounds.map(|round| tallies(session, collected, round)).collect()
            };
            kept.with(tallied).unwrap_or_default()
        });
        let round = Memo::new(move |_| usize::from(show.with(|show| show.round)));
        let last = Memo::new(move |_| {
            let round = round.get();
            rounds.with(|rounds| latest(rounds.get(..round).unwrap_or_default()))
        });
        let ranked = Memo::new(move |_| last.with(|last| ranking(last)));
        Self { state, kept, show, rounds, last, ranked }
    }

    /// What is shown now, following its changes.
    pub fn with<T>(&self, f: impl FnOnce(&Show) -> T) -> T {
        self.show.with(f)
    }

    /// A part of what is shown; readers are told only when it changes.
    pub fn part<T: PartialEq + Send + Sync + 'static>(&self, of: fn(&Show) -> T) -> Memo<T> {
        let show = self.show;
        Memo::new(move |_| show.with(of))
    }

    /// Takes a step, from what any window has shown last.
    pub fn take(&self, step: Step) {
        let (state, session) = (self.state, self.kept.session());
        let before = load(state, self.kept);
        let mut show = before.clone();
        let has_model = self.has_model();
        let course = Course { session: &session, has_model: &has_model };
        show.take(step, course, now().milliseconds());
        if show == before {
            return;
        }
        let name = self.kept.name();
        let saved =
            state.with_library(|library, _| library.workshops().save_show(&name, &write(&show)));
        match saved {
            Ok(()) => state.workshops_changed(),
            Err(error) => state.messages.tell(Message::from_store_error(error)),
        }
    }

    /// What the next step comes to.
    pub fn next(&self) -> Option<Step> {
        let session = self.kept.session();
        let has_model = self.has_model();
        let course = Course { session: &session, has_model: &has_model };
        self.with(|show| show.next(course))
    }

    fn has_model(&self) -> impl Fn(usize) -> bool + use<> {
        let stage = *self;
        move |place| {
            stage.item_at(place).is_some_and(|item| untrack(|| stage.model(&item)).is_some())
        }
    }

    /// The item at a place of the session.
    pub fn item_at(&self, place: usize) -> Option<ItemId> {
        self.kept.session().items().get(place).cloned()
    }

    /// The item that is shown, following it.
    pub fn item(&self) -> Option<ItemId> {
        self.item_at(self.with(|show| show.place))
    }

    /// The number and the title of an item.
    pub fn name_of(&self, item: &ItemId) -> String {
        format!("{item} {}", self.state.questionnaire().texts.title(item))
    }

    /// How many groups there are.
    pub fn groups(&self) -> usize {
        self.kept.session().plan().groups.count().into()
    }

    /// What the groups say of an item in a round, from 1.
    pub fn tally(&self, place: usize, round: u8) -> Option<Tally> {
        let round = usize::from(round).checked_sub(1)?;
        self.rounds.with(|rounds| rounds.get(round)?.get(place).cloned())
    }

    /// The rounds of an item, up to the one that is shown, in which a group said anything.
    pub fn rounds_of(&self, place: usize) -> Vec<(u8, Tally)> {
        let shown = self.with(|show| show.round);
        let rounds = (1..=shown).filter_map(|round| Some((round, self.tally(place, round)?)));
        rounds.filter(|(round, tally)| *round == shown || tally.voted() > 0).collect()
    }

    /// Of an item the last round in which a group said anything, up to the one that is shown.
    pub fn last(&self, place: usize) -> Option<Tally> {
        self.last.with(|last| last.get(place).cloned())
    }

    /// The places of the items by disagreement, the largest first.
    pub fn ranked(&self) -> Vec<usize> {
        self.ranked.get()
    }

    /// How many groups said anything of an item in the round that is shown.
    pub fn voted(&self, place: usize) -> usize {
        let round = self.with(|show| show.round);
        self.tally(place, round).map_or(0, |tally| tally.voted())
    }

    /// The case company, once it has arrived; `None` too where there is none.
    pub fn case(&self) -> Option<&'static (Case, CaseTexts)> {
        match &self.kept.session().plan().about {
            About::Own => None,
            About::Case(id) => example::case(self.state, id),
        }
    }

    /// The model rating of an item.
    pub fn model(&self, item: &ItemId) -> Option<Model> {
        let (case, texts) = self.case()?;
        let level = case.level_of(item)?.clone();
        let reason = texts.reasons.get(item.as_str()).map_or("", String::as_str);
        Some(Model { rating: Rating::Level(level), reason })
    }

    /// What the room agreed on for an item.
    pub fn agreed(&self, item: &ItemId) -> Option<Agreed> {
        self.kept.with(|workshop| workshop.agreed.get(item).cloned()).flatten()
    }

    /// A rating in words.
    pub fn rating(&self, rating: &Rating) -> String {
        match rating {
            Rating::DontKnow => t(Key::RatingDontKnow).to_owned(),
            Rating::Level(code) => self.state.questionnaire().texts.level(code).to_owned(),
        }
    }

    /// How far apart the groups are on an item, in words; empty where nobody gave a level.
    pub fn spread(tally: &Tally) -> String {
        match tally.disagreement() {
            None => String::new(),
            Some(0) if tally.rated() == 1 => t(Key::WorkshopShowOnlyOne).to_owned(),
            Some(0) => t(Key::WorkshopShowAgree).to_owned(),
            Some(1) => t(Key::WorkshopShowApartOne).to_owned(),
            Some(count) => fill(Key::WorkshopShowApart, &[("count", &count.to_string())]),
        }
    }

    /// How many groups are in for the item that is shown, in words.
    pub fn said_in(&self) -> String {
        let count = self.voted(self.with(|show| show.place)).to_string();
        fill(Key::WorkshopShowIn, &[("count", &count), ("of", &self.groups().to_string())])
    }

    /// Where one is among the items, in words.
    pub fn said_where(&self) -> String {
        let (place, round) = self.with(|show| (show.place, show.round));
        let session = self.kept.session();
        let number = place.saturating_add(1).to_string();
        let count = session.items().len().to_string();
        let item = fill(Key::WorkshopShowItem, &[("number", &number), ("count", &count)]);
        let rounds = session.plan().rounds;
        if rounds < 2 {
            return item;
        }
        let values = [("round", &*round.to_string()), ("rounds", &*rounds.to_string())];
        format!("{item} · {}", fill(Key::WorkshopShowRoundOf, &values))
    }

    /// What the page that is shown is called.
    pub fn heading(&self) -> String {
        match self.with(|show| show.view) {
            View::Item => self.item().map(|item| self.name_of(&item)).unwrap_or_default(),
            View::Join => t(Key::WorkshopShowJoin).to_owned(),
            View::List => t(Key::WorkshopShowList).to_owned(),
            View::End => t(Key::WorkshopShowEnd).to_owned(),
        }
    }
}

fn load(state: State, kept: Kept) -> Show {
    let name = kept.name();
    let text = state.with_library(|library, _| library.workshops().show(&name));
    read(&kept.session(), &text.ok().flatten().unwrap_or_default())
}
