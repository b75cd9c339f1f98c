//! The three kinds of file that make up a pack, each with its schema and its reader.

use std::{fs, path::Path};

use jsonschema::Validator;
use plumbline::{
    domain::pack::Fault,
    persist::pack::{PackReadError, read_pack},
    text::{Guidance, PackTexts},
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
pub struct Refusal {
    /// In words.
    pub message: String,
    /// The rule beyond fields and types that is broken.
    pub fault: Option<Fault>,
}

impl Refusal {
    fn shape(error: &impl ToString) -> Self {
        Self { message: error.to_string(), fault: None }
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

    /// Reads a file as the program does and tells why it refuses, if it does.
    pub fn refuses(self, text: &str) -> Option<Refusal> {
        match self {
            Self::Pack => match read_pack(text).err() {
                Some(PackReadError::Pack(error)) => {
                    Some(Refusal { message: error.to_string(), fault: Some(error.fault) })
                }
                error => error.as_ref().map(Refusal::shape),
            },
            Self::Texts => {
                serde_json::from_str::<PackTexts>(text).err().as_ref().map(Refusal::shape)
            }
            Self::Guidance => {
                serde_json::from_str::<Guidance>(text).err().as_ref().map(Refusal::shape)
            }
        }
    }
}
