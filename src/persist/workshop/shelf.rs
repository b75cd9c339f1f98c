//! What is kept of workshops in the browser: a trainer's own, what of them is presented, and what groups
//! answer here. The only place that reads and writes it. Windows of one browser meet here: what a group
//! answers in one tab, the trainer's finds.

use super::{
    code::session_name,
    group_file::{self, GroupFileError},
    whole::{self, Opened, WorkshopFileError},
};
use crate::{
    domain::{
        pack::Pack,
        workshop::{
            Workshop,
            returned::Return,
            session::{Session, SessionId},
        },
    },
    persist::{
        keys,
        library::Library,
        store::{Store, StoreError},
    },
};

/// What is kept of workshops in a store.
pub struct Shelf<'a> {
    store: &'a dyn Store,
}

/// A kept text that is a workshop, or should be one.
#[derive(Debug)]
pub struct Entry {
    /// The name of its session, from that under which it is kept.
    pub session: String,
    /// What was read, or why not; the text is still there.
    pub content: Result<Opened, WorkshopFileError>,
}

impl Library {
    /// What is kept of workshops beside the assessments.
    #[must_use]
    pub fn workshops(&self) -> Shelf<'_> {
        Shelf { store: &*self.store }
    }
}

impl Shelf<'_> {
    /// All kept workshops, by the names of their sessions; broken ones too.
    ///
    /// # Errors
    /// [`StoreError`] when the store doesn't even say what there is.
    pub fn list(&self, pack: &Pack) -> Result<Vec<Entry>, StoreError> {
        let mut entries = Vec::new();
        for session in self.names(keys::WORKSHOP)? {
            if let Some(content) = self.load(pack, &session)? {
                entries.push(Entry { session, content });
            }
        }
        Ok(entries)
    }

    /// A workshop by the name of its session; `None` when none is kept.
    ///
    /// # Errors
    /// [`StoreError`] when the store can't be read.
    pub fn load(
        &self,
        pack: &Pack,
        session: &str,
    ) -> Result<Option<Result<Opened, WorkshopFileError>>, StoreError> {
        let text = self.store.get(&workshop(session))?;
        Ok(text.map(|text| whole::read(pack, &text)))
    }

    /// The text of a workshop as it is kept, by which a reader tells whether it has changed.
    ///
    /// # Errors
    /// [`StoreError`] when the store can't be read.
    pub fn text(&self, session: &str) -> Result<Option<String>, StoreError> {
        self.store.get(&workshop(session))
    }

    /// Keeps a workshop in place of what was kept of it.
    ///
    /// # Errors
    /// [`StoreError`] when it was not kept; what was kept before is still there.
    pub fn save(&self, pack: &Pack, workshop: &Workshop) -> Result<(), StoreError> {
        let name = session_name(workshop.session.id());
        self.store.set(&self::workshop(&name), &whole::write(pack, workshop))
    }

    /// Forgets a workshop, what was presented of it, and what groups answered here.
    ///
    /// # Errors
    /// [`StoreError`] when something of it may still be there.
    pub fn remove(&self, session: &str) -> Result<(), StoreError> {
        for place in self.names(&group_prefix(session))? {
            self.store.remove(&format!("{}{place}", group_prefix(session)))?;
        }
        self.store.remove(&show(session))?;
        self.store.remove(&workshop(session))
    }

    /// What is presented of a workshop, as it was given to [`Self::save_show`].
    ///
    /// # Errors
    /// [`StoreError`] when the store can't be read.
    pub fn show(&self, session: &str) -> Result<Option<String>, StoreError> {
        self.store.get(&show(session))
    }

    /// Keeps what is presented of a workshop.
    ///
    /// # Errors
    /// [`StoreError`] when it was not kept.
    pub fn save_show(&self, session: &str, text: &str) -> Result<(), StoreError> {
        self.store.set(&show(session), text)
    }

    /// What a group, by its place from 0, answered in a round in this browser; `None` when nothing.
    ///
    /// # Errors
    /// [`StoreError`] when the store can't be read.
    pub fn group(
        &self,
        pack: &Pack,
        session: &Session,
        group: u16,
        round: u8,
    ) -> Result<Option<Result<group_file::Opened, GroupFileError>>, StoreError> {
        let text = self.store.get(&answers(session.id(), group, round))?;
        Ok(text.map(|text| group_file::read(pack, session, &text)))
    }

    /// What all groups that answer in this browser say, as far as it can be read.
    ///
    /// # Errors
    /// [`StoreError`] when the store can't be read.
    pub fn groups(&self, pack: &Pack, session: &Session) -> Result<Vec<Return>, StoreError> {
        let prefix = group_prefix(&session_name(session.id()));
        let mut all = Vec::new();
        for place in self.names(&prefix)? {
            let text = self.store.get(&format!("{prefix}{place}"))?.unwrap_or_default();
            all.extend(group_file::read(pack, session, &text).map(|opened| opened.returned));
        }
        Ok(all)
    }

    /// Keeps what a group says; `name` is what the group is called.
    ///
    /// # Errors
    /// [`StoreError`] when it was not kept.
    pub fn save_group(
        &self,
        pack: &Pack,
        session: &Session,
        returned: &Return,
        name: &str,
    ) -> Result<(), StoreError> {
        let Return { group, round, .. } = *returned;
        let text = group_file::write(pack, session, returned, name);
        self.store.set(&answers(session.id(), group, round), &text)
    }

    /// Forgets what a group answered in a round in this browser.
    ///
    /// # Errors
    /// [`StoreError`] when it may still be there.
    pub fn remove_group(&self, session: &Session, group: u16, round: u8) -> Result<(), StoreError> {
        self.store.remove(&answers(session.id(), group, round))
    }

    /// What follows a prefix in the names of what is kept, in order.
    fn names(&self, prefix: &str) -> Result<Vec<String>, StoreError> {
        let keys = self.store.keys()?;
        let rest = keys.iter().filter_map(|key| key.strip_prefix(prefix));
        let mut names: Vec<String> = rest.map(str::to_owned).collect();
        names.sort();
        Ok(names)
    }
}

fn workshop(session: &str) -> String {
    format!("{}{session}", keys::WORKSHOP)
}

fn show(session: &str) -> String {
    format!("{}{session}", keys::SHOW)
}

fn group_prefix(session: &str) -> String {
    format!("{}{session}.", keys::GROUP)
}

fn answers(session: SessionId, group: u16, round: u8) -> String {
    let prefix = group_prefix(&session_name(session));
    format!("{prefix}{}.{round}", group.saturating_add(1))
}
