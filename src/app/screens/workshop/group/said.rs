//! What a group says in a round, as this window has it: follows what is kept, whichever tab has changed it.

use std::{cell::RefCell, sync::Arc};

use leptos::prelude::*;

use crate::{
    app::{
        live::flag,
        messages::Message,
        state::State,
        words::{t, texts},
    },
    domain::{
        id::ItemId,
        workshop::{
            returned::{Return, Vote},
            session::{Session, SessionId, mark},
        },
    },
    persist::store::StoreError,
    text::{Key, workshop::group_name},
};

thread_local! {
    /// What the store didn't take. It stands here as long as the page is open, whichever of its places
    /// the group turns to.
    static UNKEPT: RefCell<Vec<Return>> = const { RefCell::new(Vec::new()) };
}

/// What a group says in a round. A handle: copies are the same.
#[derive(Clone, Copy)]
pub struct Said {
    state: State,
    session: StoredValue<Arc<Session>>,
    group: u16,
    round: u8,
    now: Memo<Arc<Return>>,
}

impl Said {
    /// What a group, by its place from 0, says in a round.
    pub fn find(state: State, session: &Arc<Session>, group: u16, round: u8) -> Self {
        let session = StoredValue::new(Arc::clone(session));
        let now = Memo::new(move |_| {
            state.track_workshops();
            let session = session.get_value();
            let said = load(state, &session, group, round).ok().flatten();
            Arc::new(said.unwrap_or_else(|| blank(&session, group, round)))
        });
        Self { state, session, group, round, now }
    }

    /// What is asked of whom.
    pub fn session(&self) -> Arc<Session> {
        self.session.get_value()
    }

    /// The place of the group, from 0.
    pub const fn group(&self) -> u16 {
        self.group
    }

    /// The round, from 1.
    pub const fn round(&self) -> u8 {
        self.round
    }

    /// What the group is called.
    pub fn name(&self) -> String {
        group_name(texts(), &self.session().plan().groups, self.group)
    }

    /// All of it, following its changes.
    pub fn now(&self) -> Arc<Return> {
        self.now.get()
    }

    /// What is said of an item by its place, following its changes.
    pub fn vote(&self, place: usize) -> Option<Vote> {
        self.now.with(|now| now.votes.get(place).copied().flatten())
    }

    /// The note on an item by its place, following its changes; empty where there is none.
    pub fn note(&self, place: usize) -> String {
        self.now.with(|now| note(now, place).to_owned())
    }

    /// Says something else of an item by its place; `None` takes back what was said.
    pub fn say(&self, place: usize, vote: Option<Vote>) {
        self.change(|said| {
            if let Some(here) = said.votes.get_mut(place) {
                *here = vote;
            }
        });
    }

    /// Writes the note on an item by its place.
    pub fn write(&self, place: usize, text: String) {
        self.change(|said| {
            let notes = said.notes.as_mut();
            if let Some(here) = notes.and_then(|notes| notes.get_mut(place)) {
                *here = text;
            }
        });
    }

    /// Whether something of it is on this page only, following its changes.
    pub fn is_unkept(&self) -> Signal<bool> {
        let said = *self;
        flag(move || {
            said.now.with(|_| ());
            let id = said.session.with_value(|session| session.id());
            !said.state.keeps() || unkept(id, said.group, said.round).is_some()
        })
    }

    /// Changes the latest that any tab has kept, so that nothing of another is lost, and keeps it.
    fn change(&self, act: impl FnOnce(&mut Return)) {
        let Self { state, group, round, .. } = *self;
        let session = self.session();
        let said = load(state, &session, group, round).ok().flatten();
        let mut said = said.unwrap_or_else(|| blank(&session, group, round));
        let before = said.clone();
        act(&mut said);
        if said == before {
            return;
        }
        said.counter = said.counter.saturating_add(1);
        let name = self.name();
        let saved = state.with_library(|library, pack| {
            library.workshops().save_group(pack, &session, &said, &name)
        });
        let had = forget(session.id(), group, round);
        if let Err(error) = saved {
            hold(said);
            if !had {
                let full = matches!(error, StoreError::Full);
                let why = if full { Key::WorkshopGroupFull } else { Key::WorkshopGroupRefused };
                state.messages.tell(Message::warning(t(why)));
            }
        }
        state.workshops_changed();
    }
}

/// The note on an item by its place; empty where there is none.
pub fn note(said: &Return, place: usize) -> &str {
    let notes = said.notes.as_deref().unwrap_or_default();
    notes.get(place).map(String::as_str).unwrap_or_default()
}

/// Whether something is said or written at all.
pub fn is_begun(said: &Return) -> bool {
    let notes = said.notes.as_deref().unwrap_or_default();
    said.votes.iter().any(Option::is_some) || notes.iter().any(|note| !note.is_empty())
}

/// How many items have an answer.
pub fn answered(said: &Return) -> usize {
    said.votes.iter().flatten().count()
}

/// The first item without an answer; `None` when there is none.
pub fn first_open<'a>(session: &'a Session, said: &Return) -> Option<&'a ItemId> {
    let open = said.votes.iter().position(Option::is_none)?;
    session.items().get(open)
}

/// That something is kept that can't be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unreadable;

/// What a group says in a round, by this page or by the store, whichever is later; `None` when nothing.
pub fn load(
    state: State,
    session: &Session,
    group: u16,
    round: u8,
) -> Result<Option<Return>, Unreadable> {
    let here = unkept(session.id(), group, round);
    let kept =
        state.with_library(|library, pack| library.workshops().group(pack, session, group, round));
    let kept = match kept {
        Ok(Some(Err(_))) if here.is_none() => return Err(Unreadable),
        Ok(Some(Ok(opened))) => Some(opened.returned),
        // A store that doesn't answer will say so when something is to be kept.
        Ok(Some(Err(_)) | None) | Err(_) => None,
    };
    Ok(match (here, kept) {
        (Some(here), Some(kept)) if kept.counter > here.counter => Some(kept),
        (Some(here), _) => Some(here),
        (None, kept) => kept,
    })
}

fn blank(session: &Session, group: u16, round: u8) -> Return {
    let asked = session.items().len();
    Return {
        session: session.id(),
        pack: mark(session.pack()),
        group,
        round,
        counter: 0,
        votes: vec![None; asked],
        notes: Some(vec![String::new(); asked]),
    }
}

fn is_of(said: &Return, session: SessionId, group: u16, round: u8) -> bool {
    (said.session, said.group, said.round) == (session, group, round)
}

fn unkept(session: SessionId, group: u16, round: u8) -> Option<Return> {
    UNKEPT.with_borrow(|all| all.iter().find(|said| is_of(said, session, group, round)).cloned())
}

/// False when there was nothing to forget.
fn forget(session: SessionId, group: u16, round: u8) -> bool {
    UNKEPT.with_borrow_mut(|all| {
        let before = all.len();
        all.retain(|said| !is_of(said, session, group, round));
        all.len() < before
    })
}

fn hold(said: Return) {
    UNKEPT.with_borrow_mut(|all| all.push(said));
}
