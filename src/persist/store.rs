//! Where texts are kept: a port. The browser's storage is one implementation, memory another.

use std::{cell::RefCell, fmt};

use litemap::LiteMap;

/// Why the store failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StoreError {
    /// There is no room left; what was stored before is still there.
    Full,
    /// The browser refuses storage.
    Refused,
}

impl fmt::Display for StoreError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Full => "storage is full",
            Self::Refused => "storage is refused",
        })
    }
}

impl std::error::Error for StoreError {}

/// Texts by name. A failing [`Store::set`] leaves the old text in place.
pub trait Store {
    /// All names, in any order.
    ///
    /// # Errors
    /// [`StoreError`] when the store can't be read.
    fn keys(&self) -> Result<Vec<String>, StoreError>;

    /// The text of a name; `None` when there is none.
    ///
    /// # Errors
    /// [`StoreError`] when the store can't be read.
    fn get(&self, key: &str) -> Result<Option<String>, StoreError>;

    /// Keeps a text.
    ///
    /// # Errors
    /// [`StoreError`] when it was not kept.
    fn set(&self, key: &str, text: &str) -> Result<(), StoreError>;

    /// Forgets a name; one that isn't there is no error.
    ///
    /// # Errors
    /// [`StoreError`] when it may still be there.
    fn remove(&self, key: &str) -> Result<(), StoreError>;
}

/// Keeps texts as long as the page is open: where the browser refuses storage, and in tests.
#[derive(Debug, Default)]
pub struct MemoryStore {
    texts: RefCell<LiteMap<String, String>>,
}

impl Store for MemoryStore {
    fn keys(&self) -> Result<Vec<String>, StoreError> {
        Ok(self.texts.borrow().keys().cloned().collect())
    }

    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        Ok(self.texts.borrow().get(key).cloned())
    }

    fn set(&self, key: &str, text: &str) -> Result<(), StoreError> {
        self.texts.borrow_mut().insert(key.to_owned(), text.to_owned());
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), StoreError> {
        self.texts.borrow_mut().remove(key);
        Ok(())
    }
}
