//! Why a file isn't opened, and what was not as expected in one that is.

use std::fmt;

use super::{
    super::{
        document::{FORMAT, VERSION},
        json::JsonError,
    },
    LARGEST,
};
use crate::domain::{assessment::LONGEST_NAME, id::ItemId};

/// Why a file can't be opened at all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReadError {
    /// More than [`LARGEST`] bytes.
    TooLarge,
    /// Nothing but white space.
    Empty,
    /// No JSON.
    Json(JsonError),
    /// JSON, but not ours.
    Format,
    /// A page in HTML that carries no assessment.
    NotCarried,
    /// The version of the format, or the identifier, name, date or answers of the assessment are
    /// missing or broken.
    Broken(&'static str),
    /// Made with a questionnaire that isn't here.
    OtherPack(String),
}

/// Something that was not as expected, and what was done about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// The file has a newer format than this program: it opens read-only.
    Newer(u64),
    /// The questionnaire has changed since the file was saved.
    PackChanged {
        /// The version in the file.
        was: String,
    },
    /// A key stands twice in one object; the last one counts.
    Repeated(String),
    /// An answer to an item that the questionnaire doesn't have: kept, but not shown.
    UnknownItem(String),
    /// A value that makes no sense is treated as absent, and kept.
    Ignored {
        /// The way to it: `answers.4.1.rating`.
        at: String,
    },
    /// A requirement can't be excluded: it is in scope again.
    RequirementExcluded(ItemId),
    /// The name is longer than [`LONGEST_NAME`]: the rest of it is left out.
    NameCut,
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooLarge => write!(f, "more than {LARGEST} bytes"),
            Self::Empty => f.write_str("empty"),
            Self::Json(error) => write!(f, "not JSON: {error}"),
            Self::Format => write!(f, "no Plumbline assessment: \"format\" is not {FORMAT:?}"),
            Self::NotCarried => f.write_str("HTML without an assessment in it"),
            Self::Broken(at) => write!(f, "{at} is missing or broken"),
            Self::OtherPack(id) => write!(f, "made with another questionnaire: {id:?}"),
        }
    }
}

impl std::error::Error for ReadError {}

impl fmt::Display for Notice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Newer(version) => write!(f, "format version {version} is newer than {VERSION}"),
            Self::PackChanged { was } => {
                write!(f, "the questionnaire has changed since version {was:?}")
            }
            Self::Repeated(key) => write!(f, "key {key:?} stands twice, the last one counts"),
            Self::UnknownItem(id) => write!(f, "no item {id:?} in the questionnaire"),
            Self::Ignored { at } => write!(f, "{at} makes no sense and is ignored"),
            Self::RequirementExcluded(item) => write!(f, "requirement {item} can't be excluded"),
            Self::NameCut => write!(f, "the name is cut after {LONGEST_NAME} letters"),
        }
    }
}
