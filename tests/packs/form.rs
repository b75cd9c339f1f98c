//! The three kinds of file that make up a pack, each with its schema and its reader.

use std::{fmt, fs, path::Path};

use jsonschema::Validator;
use plumbline::{
    domain::pack::{Pack, PackError},
    persist::{
        node::FormError,
        pack::{PackReadError, read_pack},
    },
    text::{PackTexts, PackTextsError, read_guidance},
};
use serde_json::Value;

/// A kind of file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// `pack.json`
    Pack,
    /// `en.json`
    Texts,
    /// `guidance/en/A.5.json`
    Guidance,
}

/// Why a reader refuses a file.
#[derive(Debug)]
pub enum Refusal {
    /// Fields and their types are not as they should be.
    Form(FormError),
    /// A rule of packs beyond that is broken.
    Pack(PackError),
    /// The form is right, but the pack lacks words; the way to them.
    Missing(String),
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Form(error) => error.fmt(f),
            Self::Pack(error) => error.fmt(f),
            Self::Missing(at) => write!(f, "no words for {at}"),
        }
    }
}

impl Form {
    /// All kinds.
    pub const ALL: [Self; 3] = [Self::Pack, Self::Texts, Self::Guidance];

    /// What a file in the folder of a pack has to be, by its way from there.
    pub fn of(path: &Path) -> Option<Self> {
        let parts: Vec<&str> = path.iter().map(|part| part.to_str().unwrap()).collect();
        let is_json = path.extension().is_some_and(|extension| extension == "json");
        match *parts {
            _ if !is_json => None,
            ["pack.json"] => Some(Self::Pack),
            [_] => Some(Self::Texts),
            ["guidance", _, _] => Some(Self::Guidance),
            _ => None,
        }
    }

    /// Where its schema is.
    pub const fn schema_path(self) -> &'static str {
        match self {
            Self::Pack => "packs/schema/pack.schema.json",
            Self::Texts => "packs/schema/texts.schema.json",
            Self::Guidance => "packs/schema/guidance.schema.json",
        }
    }

    /// Its schema.
    pub fn schema(self) -> Value {
        serde_json::from_str(&fs::read_to_string(self.schema_path()).unwrap()).unwrap()
    }

    /// What checks a file against its schema.
    pub fn validator(self) -> Validator {
        jsonschema::draft202012::new(&self.schema()).unwrap()
    }

    /// Reads a file as the program does and tells why it refuses, if it does. Texts have to be those
    /// of `pack`.
    pub fn refuses(self, pack: &Pack, text: &str) -> Option<Refusal> {
        match self {
            Self::Pack => read_pack(text).err().map(|error| match error {
                PackReadError::Form(error) => Refusal::Form(error),
                PackReadError::Pack(error) => Refusal::Pack(error),
            }),
            Self::Texts => PackTexts::read(pack, text).err().map(|error| match error {
                PackTextsError::Form(error) => Refusal::Form(error),
                PackTextsError::Missing(at) => Refusal::Missing(at),
            }),
            Self::Guidance => read_guidance(text).err().map(Refusal::Form),
        }
    }
}
