//! An assessment's file that is locked with a password: its form, and what of it can be told without the
//! password. What needs the password is done by the browser (`browser::lock`); docs/locked-files.md
//! describes all of it for other programs, docs/decisions/0028 why it is so.

use std::fmt::{self, Write as _};

use base64::{Engine as _, prelude::BASE64_STANDARD};
use serde::Serialize;
use sha2::{Digest, Sha256};

use super::{
    document::WriteError,
    json::{self, Json, Object},
    read::LARGEST,
};

/// What `format` says in every such file.
pub const FORMAT: &str = "plumbline-locked";
/// The version of the format, and the newest that this program opens.
pub const VERSION: u64 = 1;
/// How often the password is hashed: what OWASP asks of PBKDF2 with SHA-256.
pub const ROUNDS: u32 = 600_000;
/// No file makes this program hash more often: some ten seconds on a slow machine.
pub const MOST_ROUNDS: u32 = 10_000_000;
/// Fewest letters of a password.
pub const SHORTEST: usize = 12;

const KEY: &str = "PBKDF2-SHA-256";
const CIPHER: &str = "AES-256-GCM";
/// Bytes that the cipher adds, by which it knows whether key and content are right.
const TAG: usize = 16;

/// A locked file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Locked {
    /// How often the password is hashed.
    pub rounds: u32,
    /// What is hashed with the password, so that no two files have one key.
    pub salt: [u8; 16],
    /// What the cipher begins with; never used twice with one key.
    pub nonce: [u8; 12],
    /// The text of the assessment's file, encrypted.
    pub content: Vec<u8>,
}

/// Why a file can't be unlocked, whatever the password.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LockedError {
    /// It isn't a locked file.
    Format,
    /// It has a newer format, or is locked in a way that this program doesn't know.
    Newer,
    /// It asks for more rounds than [`MOST_ROUNDS`], or for none.
    Rounds,
    /// Something in it isn't as it was written.
    Damaged,
}

impl fmt::Display for LockedError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Format => "not a locked file",
            Self::Newer => "locked in a way that isn't known",
            Self::Rounds => "too many rounds",
            Self::Damaged => "damaged",
        })
    }
}

impl std::error::Error for LockedError {}

#[derive(Serialize)]
struct File<'a> {
    format: &'static str,
    version: u64,
    app: &'static str,
    key: Key,
    cipher: Cipher,
    sha256: &'a str,
    content: String,
}

#[derive(Serialize)]
struct Key {
    name: &'static str,
    rounds: u32,
    salt: String,
}

#[derive(Serialize)]
struct Cipher {
    name: &'static str,
    nonce: String,
}

impl Locked {
    /// What the cipher binds the content to: with another head it doesn't open.
    #[must_use]
    pub fn head(&self) -> String {
        let Self { rounds, salt, nonce, .. } = self;
        let (salt, nonce) = (BASE64_STANDARD.encode(salt), BASE64_STANDARD.encode(nonce));
        format!("{FORMAT} {VERSION} {KEY} {rounds} {salt} {CIPHER} {nonce}")
    }

    /// By what damage is told from a wrong password: the SHA-256 of head and content.
    fn checksum(&self) -> String {
        let mut digest = Sha256::new();
        digest.update(self.head());
        digest.update([b'\n']);
        digest.update(&self.content);
        let mut digits = String::with_capacity(64);
        for byte in digest.finalize() {
            let _ = write!(digits, "{byte:02x}");
        }
        digits
    }

    /// The text of the file.
    ///
    /// # Errors
    /// [`WriteError`]; no file is better than one that can't be opened.
    pub fn write(&self) -> Result<String, WriteError> {
        let file = File {
            format: FORMAT,
            version: VERSION,
            app: env!("CARGO_PKG_VERSION"),
            key: Key { name: KEY, rounds: self.rounds, salt: BASE64_STANDARD.encode(self.salt) },
            cipher: Cipher { name: CIPHER, nonce: BASE64_STANDARD.encode(self.nonce) },
            sha256: &self.checksum(),
            content: BASE64_STANDARD.encode(&self.content),
        };
        let text = serde_json::to_string(&file)?;
        if text.len() > LARGEST { Err(WriteError::TooLarge) } else { Ok(text) }
    }

    /// Reads a file. Nothing is computed but a checksum, so a hostile one costs nothing.
    ///
    /// # Errors
    /// [`LockedError`]
    pub fn read(text: &str) -> Result<Self, LockedError> {
        let Ok((Json::Object(file), _)) = json::parse(text) else {
            return Err(LockedError::Format);
        };
        if file.get("format").and_then(Json::as_str) != Some(FORMAT) {
            return Err(LockedError::Format);
        }
        match file.get("version").and_then(Json::as_u64) {
            Some(VERSION) => {}
            Some(version) if version > VERSION => return Err(LockedError::Newer),
            _ => return Err(LockedError::Damaged),
        }
        let part = |name| file.get(name).and_then(Json::as_object).ok_or(LockedError::Damaged);
        let (key, cipher) = (part("key")?, part("cipher")?);
        if word(key, "name")? != KEY || word(cipher, "name")? != CIPHER {
            return Err(LockedError::Newer);
        }
        let rounds = key.get("rounds").and_then(Json::as_u64).ok_or(LockedError::Damaged)?;
        let locked = Self {
            rounds: u32::try_from(rounds)
                .ok()
                .filter(|rounds| (1..=MOST_ROUNDS).contains(rounds))
                .ok_or(LockedError::Rounds)?,
            salt: bytes(key, "salt")?.try_into().map_err(|_| LockedError::Damaged)?,
            nonce: bytes(cipher, "nonce")?.try_into().map_err(|_| LockedError::Damaged)?,
            content: bytes(&file, "content")?,
        };
        let whole = locked.content.len() >= TAG && word(&file, "sha256")? == locked.checksum();
        if whole { Ok(locked) } else { Err(LockedError::Damaged) }
    }
}

fn word<'a>(fields: &'a Object, name: &str) -> Result<&'a str, LockedError> {
    fields.get(name).and_then(Json::as_str).ok_or(LockedError::Damaged)
}

fn bytes(fields: &Object, name: &str) -> Result<Vec<u8>, LockedError> {
    BASE64_STANDARD.decode(word(fields, name)?).map_err(|_| LockedError::Damaged)
}

/// What is wrong with a password for a new file, if anything.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PasswordFault {
    /// Fewer letters than [`SHORTEST`].
    Short,
    /// The second time it was typed otherwise.
    Different,
}

/// Looks at a password that was typed twice.
///
/// # Errors
/// [`PasswordFault`]
pub fn check_password(once: &str, again: &str) -> Result<(), PasswordFault> {
    if once.chars().count() < SHORTEST {
        Err(PasswordFault::Short)
    } else if once == again {
        Ok(())
    } else {
        Err(PasswordFault::Different)
    }
}
