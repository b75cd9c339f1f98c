//! Why an assessment was not loaded or saved.

use std::fmt;

use super::super::{document::WriteError, read::ReadError, store::StoreError};

/// Why an assessment was not loaded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LoadError {
    /// There is none with this identifier.
    NotFound,
    /// It is there but can't be read.
    Read(ReadError),
    /// It is there but isn't what was stored: the storage was damaged.
    Corrupt,
    /// The store failed.
    Store(StoreError),
}

/// Why an assessment was not saved. What was stored before is still there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SaveError {
    /// Another tab has written since: saving would undo its work.
    ChangedElsewhere,
    /// Another tab has deleted it since.
    DeletedElsewhere,
    /// There is one with this identifier already, and it stays as it is.
    Exists,
    /// It is of a newer format.
    ReadOnly,
    /// Another tab writes it.
    TakenOver,
    /// A newer version of the program has been here: this one would harm its work.
    Outdated,
    /// The document could not be written as text.
    Write(WriteError),
    /// The store failed.
    Store(StoreError),
}

impl fmt::Display for SaveError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::ChangedElsewhere => f.write_str("changed in another tab"),
            Self::DeletedElsewhere => f.write_str("deleted in another tab"),
            Self::Exists => f.write_str("there is one with this identifier already"),
            Self::ReadOnly => f.write_str("read-only"),
            Self::TakenOver => f.write_str("another tab writes it"),
            Self::Outdated => f.write_str("a newer version has been here"),
            Self::Write(error) => error.fmt(f),
            Self::Store(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for SaveError {}

impl From<StoreError> for SaveError {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

impl From<StoreError> for LoadError {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}
