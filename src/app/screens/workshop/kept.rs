//! A trainer's workshop as this page has it: follows what is kept, whichever window has changed it.

use std::sync::Arc;

use leptos::prelude::*;

use crate::app::{messages::Message, state::State};
use crate::{
    domain::workshop::{Workshop, session::Session},
    persist::workshop::whole,
};

/// Why there is no workshop to show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Missing {
    /// None is kept under this name.
    Nowhere,
    /// Its text can't be read.
    Broken,
}

/// A kept workshop. A handle: copies are the same workshop.
#[derive(Clone, Copy)]
pub struct Kept {
    state: State,
    session: StoredValue<Arc<Session>>,
    name: StoredValue<String>,
    now: Memo<Option<Arc<Workshop>>>,
}

impl Kept {
    /// The workshop of a session, by its name.
    ///
    /// # Errors
    /// [`Missing`] when there is nothing to show.
    pub fn find(state: State, name: &str) -> Result<Self, Missing> {
        let workshop = load(state, name)?;
        let name = StoredValue::new(name.to_owned());
        // What is presented is told by the same signal, and far more often.
        let last = StoredValue::new((String::new(), None::<Arc<Workshop>>));
        let now = Memo::new(move |_| {
            state.track_workshops();
            let kept =
                |name: &String| state.with_library(|library, _| library.workshops().text(name));
            let text = name.with_value(kept).ok().flatten()?;
            let same = last.with_value(|(seen, read)| (*seen == text).then(|| read.clone()));
            same.unwrap_or_else(|| {
                let read = whole::read(&state.questionnaire().pack, &text).ok();
                let read = read.map(|opened| Arc::new(opened.workshop));
                last.set_value((text, read.clone()));
                read
            })
        });
        let session = StoredValue::new(Arc::new(workshop.session));
        Ok(Self { state, session, name, now })
    }

    /// What is asked of whom, which never changes.
    #[must_use]
    pub fn session(&self) -> Arc<Session> {
        self.session.get_value()
    }

    /// The name of its session.
    #[must_use]
    pub fn name(&self) -> String {
        self.name.get_value()
    }

    /// Reads it as it is now, following its changes; `None` once it is deleted.
    pub fn with<T>(&self, f: impl FnOnce(&Workshop) -> T) -> Option<T> {
        self.now.with(|workshop| workshop.as_deref().map(f))
    }

    /// Changes it and keeps it: the latest that any window has kept, so that nothing of another is lost.
    /// `None` when that failed, and the person was told.
    pub fn change<T>(&self, act: impl FnOnce(&mut Workshop) -> T) -> Option<T> {
        let state = self.state;
        let mut workshop = self.name.with_value(|name| load(state, name)).ok()?;
        let before = workshop.clone();
        let done = act(&mut workshop);
        if workshop == before {
            return Some(done);
        }
        let saved = state.with_library(|library, pack| library.workshops().save(pack, &workshop));
        if let Err(error) = saved {
            state.messages.tell(Message::from_store_error(error));
            return None;
        }
        state.workshops_changed();
        Some(done)
    }

    /// Takes in, now and from now on, what groups answer in other tabs and windows of this browser.
    pub fn listen(&self) {
        let kept = *self;
        crate::app::live::follow(move || {
            kept.state.track_workshops();
            untrack(|| kept.take_in());
        });
    }

    fn take_in(&self) {
        let session = self.session();
        let groups = self
            .state
            .with_library(|library, pack| library.workshops().groups(pack, &session))
            .unwrap_or_default();
        if !groups.is_empty() {
            self.change(|workshop| {
                for returned in groups {
                    // What isn't of this session was sorted out when it was read.
                    let _ = workshop.collected.add(&workshop.session, returned);
                }
            });
        }
    }
}

fn load(state: State, name: &str) -> Result<Workshop, Missing> {
    let found = state.with_library(|library, pack| library.workshops().load(pack, name));
    let opened = found.ok().flatten().ok_or(Missing::Nowhere)?;
    Ok(opened.map_err(|_| Missing::Broken)?.workshop)
}
