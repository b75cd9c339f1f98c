//! Reading a pack file.

use std::fmt::{self, Write as _};

use sha2::{Digest, Sha256};

use super::json::{JsonError, without_mark};
use crate::domain::pack::{Pack, PackError, PackSource};

/// Why a pack file can't be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PackReadError {
    /// Not of the form that the schema describes.
    Json(JsonError),
    /// Of the form, but breaking a rule.
    Pack(PackError),
}

impl fmt::Display for PackReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Json(error) => error.fmt(f),
            Self::Pack(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for PackReadError {}

/// Reads and checks a pack file.
///
/// # Errors
/// [`PackReadError`] with the place of the first fault.
pub fn read_pack(text: &str) -> Result<Pack, PackReadError> {
    let source: PackSource = serde_json::from_str(without_mark(text))
        .map_err(|error| PackReadError::Json(error.into()))?;
    Pack::new(source, sha256(text)).map_err(PackReadError::Pack)
}

/// SHA-256 of a text in hexadecimal.
#[must_use]
pub fn sha256(text: &str) -> String {
    let mut hash = String::with_capacity(64);
    for byte in Sha256::digest(text) {
        let _ = write!(hash, "{byte:02x}");
    }
    hash
}
