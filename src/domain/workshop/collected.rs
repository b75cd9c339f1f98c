//! All that came in: in whichever order and however often, it comes to the same.

use litemap::LiteMap;

use super::{
    returned::{Refusal, Return, Vote},
    session::Session,
};

/// What one group says in one round: of votes and of notes what was handed in last, for a code brings no
/// notes and takes none back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    votes: (u32, Vec<Option<Vote>>),
    notes: Option<(u32, Vec<String>)>,
}

impl Column {
    /// One for each item of the session, in its order; `None` is unanswered.
    #[must_use]
    pub fn votes(&self) -> &[Option<Vote>] {
        &self.votes.1
    }

    /// Notes, one for each item, empty where there is none; none at all while only codes came in.
    #[must_use]
    pub fn notes(&self) -> &[String] {
        self.notes.as_ref().map_or(&[], |(_, notes)| notes)
    }

    /// The how-manieth return of the group the notes are, where there are any.
    #[must_use]
    pub fn notes_counter(&self) -> Option<u32> {
        self.notes.as_ref().map(|(counter, _)| *counter)
    }

    /// The how-manieth return of the group the votes are; never below that of the notes.
    #[must_use]
    pub const fn counter(&self) -> u32 {
        self.votes.0
    }

    /// Of both the later. Where two returns have one number, as from two devices of one group, the content
    /// decides, so that it doesn't matter which came in first.
    fn join(&mut self, other: Self) {
        if self.votes < other.votes {
            self.votes = other.votes;
        }
        if self.notes < other.notes {
            self.notes = other.notes;
        }
    }
}

/// What a return did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Added {
    /// It is the first of its group and round.
    New,
    /// It stands for an earlier one of its group, or adds notes to it.
    Newer,
    /// It was there already.
    Same,
    /// A later one of its group was there already.
    Older,
}

/// What of one group and round has come in, so that it can be taken back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The round and the group.
    key: (u8, u16),
    before: Option<Column>,
    now: Column,
}

/// The columns of all groups. Adding is idempotent, commutative and associative: of each group and round
/// there stands the greatest of all that came in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Collected {
    /// By round and group.
    columns: LiteMap<(u8, u16), Column>,
}

impl Collected {
    /// Takes a return in.
    ///
    /// # Errors
    /// [`Refusal`] when it is none of this session; nothing has changed then.
    pub fn add(&mut self, session: &Session, returned: Return) -> Result<Added, Refusal> {
        session.check(&returned)?;
        let Return { group, round, counter, votes, notes, .. } = returned;
        let column = Column { votes: (counter, votes), notes: notes.map(|notes| (counter, notes)) };
        Ok(self.put((round, group), column))
    }

    fn put(&mut self, key: (u8, u16), column: Column) -> Added {
        let Some(here) = self.columns.get_mut(&key) else {
            self.columns.insert(key, column);
            return Added::New;
        };
        let before = here.clone();
        let same = here.votes == column.votes;
        here.join(column);
        match (*here == before, same) {
            (false, _) => Added::Newer,
            (true, true) => Added::Same,
            (true, false) => Added::Older,
        }
    }

    /// Takes in what was collected elsewhere for the same session; says of each round and group what that
    /// did.
    pub fn merge(&mut self, other: Self) -> Vec<(u8, u16, Added)> {
        let all = other.columns.into_iter();
        all.map(|(key, column)| (key.0, key.1, self.put(key, column))).collect()
    }

    /// What has come in since it was as `before`.
    #[must_use]
    pub fn changes_since(&self, before: &Self) -> Vec<Change> {
        let changed = self.columns.iter().filter_map(|(key, now)| {
            let before = before.columns.get(key);
            (before != Some(now)).then(|| Change {
                key: *key,
                before: before.cloned(),
                now: now.clone(),
            })
        });
        changed.collect()
    }

    /// Takes changes back, but for those on which something later has come in; says how many were taken
    /// back.
    pub fn take_back(&mut self, changes: &[Change]) -> usize {
        let mut count = 0_usize;
        for Change { key, before, now } in changes {
            if self.columns.get(key) != Some(now) {
                continue;
            }
            match before {
                Some(before) => self.columns.insert(*key, before.clone()),
                None => self.columns.remove(key),
            };
            count = count.saturating_add(1);
        }
        count
    }

    /// Takes a column out, as one that two groups have handed in by mistake; false when there is none.
    pub fn remove(&mut self, round: u8, group: u16) -> bool {
        self.columns.remove(&(round, group)).is_some()
    }

    /// What a group says in a round.
    #[must_use]
    pub fn column(&self, round: u8, group: u16) -> Option<&Column> {
        self.columns.get(&(round, group))
    }

    /// What all groups say in a round, in the order of the groups; those that handed nothing in aren't
    /// there.
    pub fn columns(&self, round: u8) -> impl Iterator<Item = (u16, &Column)> {
        let of_round = self.columns.iter().filter(move |((of, _), _)| *of == round);
        of_round.map(|((_, group), column)| (*group, column))
    }

    /// All columns with their rounds and groups, in that order.
    pub fn all(&self) -> impl Iterator<Item = (u8, u16, &Column)> {
        self.columns.iter().map(|((round, group), column)| (*round, *group, column))
    }

    /// Whether nothing has come in.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.columns.is_empty()
    }
}
