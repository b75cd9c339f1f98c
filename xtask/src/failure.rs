//! What can go wrong, said with a hint what to do.

use std::{fmt, io, path::Path};

/// Result of a step.
pub type Result<T = ()> = std::result::Result<T, Failure>;

/// Why a command of this tool failed.
#[derive(Debug)]
pub enum Failure {
    /// The command line is not understood.
    Usage(String),
    /// A program doesn't start.
    Start {
        /// Its name.
        program: String,
        /// What the system said.
        error: io::Error,
    },
    /// A program said no; it has told why itself.
    Ended {
        /// The command line.
        shown: String,
        /// How it ended.
        status: String,
    },
    /// A file or folder can't be used.
    File {
        /// What was tried, which file, and what the system said.
        told: String,
    },
    /// Something is needed that is not installed here by itself.
    Missing {
        /// What.
        what: String,
        /// The command, or the place, that gets it.
        get: String,
    },
    /// A check that this tool makes itself did not pass.
    Check(String),
}

impl Failure {
    /// A file that can't be read, written, …
    pub fn file(tried: &str, path: &Path, error: impl fmt::Display) -> Self {
        Self::File { told: format!("can't {tried} {}: {error}", path.display()) }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Usage(told) => write!(f, "{told}\n`cargo xtask help` lists the commands"),
            Self::Start { program, error } => {
                write!(f, "{program} doesn't start: {error}\nis it installed and on PATH?")
            }
            Self::Ended { shown, status } => write!(f, "failed ({status}): {shown}"),
            Self::File { told } | Self::Check(told) => f.write_str(told),
            Self::Missing { what, get } => write!(f, "{what} is missing. Get it:\n    {get}"),
        }
    }
}
