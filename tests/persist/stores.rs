//! A store that fails where a test wants it to.

use std::{
    cell::{Cell, RefCell},
    collections::BTreeMap,
    rc::Rc,
};

use plumbline::persist::store::{Store, StoreError};

/// What goes wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The call fails and does nothing.
    Fails(StoreError),
    /// A write does nothing and says nothing; a call that doesn't write goes well.
    DropsWrite,
    /// The same, but half of the text is written.
    CutsWrite,
}

impl Fault {
    pub const ALL: [Self; 3] =
        [Self::Fails(StoreError::Full), Self::Fails(StoreError::Refused), Self::DropsWrite];
}

/// A store that counts its calls. A handle: copies are the same store, as two tabs have it.
#[derive(Clone, Debug, Default)]
pub struct TestStore(Rc<Inner>);

#[derive(Debug, Default)]
struct Inner {
    texts: RefCell<BTreeMap<String, String>>,
    /// Bytes that names and texts may take together; nothing is no limit.
    room: Cell<Option<usize>>,
    calls: Cell<usize>,
    changes: Cell<usize>,
    fault: Cell<Option<(usize, Fault)>>,
}

impl TestStore {
    /// Lets the call with this number from now on, from 1, go wrong.
    pub fn strike(&self, call: usize, fault: Fault) {
        self.0.calls.set(0);
        self.0.fault.set(Some((call, fault)));
    }

    /// Lets nothing go wrong any more and counts from the beginning.
    pub fn mend(&self) {
        self.0.calls.set(0);
        self.0.fault.set(None);
    }

    /// Leaves no more room than is taken.
    pub fn fill_up(&self) {
        self.0.room.set(Some(taken(&self.0.texts.borrow())));
    }

    /// How many calls there were.
    pub fn calls(&self) -> usize {
        self.0.calls.get()
    }

    /// How many calls there ever were that write or remove.
    pub fn changes(&self) -> usize {
        self.0.changes.get()
    }

    /// All that is kept.
    pub fn texts(&self) -> BTreeMap<String, String> {
        self.0.texts.borrow().clone()
    }

    /// Writes as another tab does, past all faults.
    pub fn write(&self, key: &str, text: &str) {
        self.0.texts.borrow_mut().insert(key.to_owned(), text.to_owned());
    }

    /// All at once as it was, or as nothing.
    pub fn replace(&self, texts: &BTreeMap<String, String>) {
        self.0.texts.replace(texts.clone());
    }

    /// Any room again.
    pub fn make_room(&self) {
        self.0.room.set(None);
    }

    fn call(&self) -> Result<Option<Fault>, StoreError> {
        self.0.calls.set(self.0.calls.get() + 1);
        match self.0.fault.get() {
            Some((call, Fault::Fails(error))) if call == self.calls() => Err(error),
            Some((call, fault)) if call == self.calls() => Ok(Some(fault)),
            _ => Ok(None),
        }
    }
}

fn taken(texts: &BTreeMap<String, String>) -> usize {
    texts.iter().map(|(key, text)| key.len() + text.len()).sum()
}

impl Store for TestStore {
    fn keys(&self) -> Result<Vec<String>, StoreError> {
        self.call()?;
        Ok(self.0.texts.borrow().keys().cloned().collect())
    }

    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        self.call()?;
        Ok(self.0.texts.borrow().get(key).cloned())
    }

    fn set(&self, key: &str, text: &str) -> Result<(), StoreError> {
        self.0.changes.set(self.changes() + 1);
        let taken_in = match self.call()? {
            Some(Fault::DropsWrite) => return Ok(()),
            Some(Fault::CutsWrite) => text.chars().take(text.len() / 2).collect(),
            _ => text.to_owned(),
        };
        let mut after = self.texts();
        after.insert(key.to_owned(), taken_in);
        if self.0.room.get().is_some_and(|room| taken(&after) > room) {
            return Err(StoreError::Full);
        }
        self.0.texts.replace(after);
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), StoreError> {
        self.0.changes.set(self.changes() + 1);
        self.call()?;
        self.0.texts.borrow_mut().remove(key);
        Ok(())
    }
}
