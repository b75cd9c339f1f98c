//! The kinds of file that make up a pack, each with its schema and, if the program reads it, its
//! reader.

use std::{fmt, fs, path::Path};

use jsonschema::Validator;
use plumbline::{
    domain::pack::{Pack, PackError},
    persist::{
        case::read_case,
        handbook::read_handbook,
        node::FormError,
        pack::{PackReadError, read_pack},
    },
    text::{CaseTexts, HandbookTexts, PackTexts, PackTextsError, read_guidance},
};
use serde_json::{Value, json};

/// A kind of file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// `pack.json`
    Pack,
    /// `en.json`
    Texts,
    /// `guidance/en/A.5.json`
    Guidance,
    /// `handbook/documents.json`
    Documents,
    /// `handbook/guide.json`
    Guide,
    /// `handbook/scenarios.json`
    Scenarios,
    /// `handbook/en/documents.json`
    DocumentTexts,
    /// `handbook/en/guide.json`
    GuideTexts,
    /// `handbook/en/scenarios.json`
    ScenarioTexts,
    /// `handbook/en/facilitator.json`
    Facilitator,
    /// `cases/software-house.json`
    Case,
    /// `cases/en/software-house.json`
    CaseTexts,
}

/// Reads a file as the program does. Texts have to be those of the pack.
pub type Reader = fn(&Pack, &str) -> Result<(), Refusal>;

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
    pub const ALL: [Self; 12] = [
        Self::Pack,
        Self::Texts,
        Self::Guidance,
        Self::Documents,
        Self::Guide,
        Self::Scenarios,
        Self::DocumentTexts,
        Self::GuideTexts,
        Self::ScenarioTexts,
        Self::Facilitator,
        Self::Case,
        Self::CaseTexts,
    ];

    /// What a file in the folder of a pack has to be, by its way from there.
    pub fn of(path: &Path) -> Option<Self> {
        let parts: Vec<&str> = path.iter().map(|part| part.to_str().unwrap()).collect();
        let is_json = path.extension().is_some_and(|extension| extension == "json");
        match *parts {
            _ if !is_json => None,
            ["pack.json"] => Some(Self::Pack),
            [_] => Some(Self::Texts),
            ["guidance", _, _] => Some(Self::Guidance),
            ["handbook", "documents.json"] => Some(Self::Documents),
            ["handbook", "guide.json"] => Some(Self::Guide),
            ["handbook", "scenarios.json"] => Some(Self::Scenarios),
            ["handbook", _, "documents.json"] => Some(Self::DocumentTexts),
            ["handbook", _, "guide.json"] => Some(Self::GuideTexts),
            ["handbook", _, "scenarios.json"] => Some(Self::ScenarioTexts),
            ["handbook", _, "facilitator.json"] => Some(Self::Facilitator),
            ["cases", _] => Some(Self::Case),
            ["cases", _, _] => Some(Self::CaseTexts),
            _ => None,
        }
    }

    /// Where its schema is.
    pub const fn schema_path(self) -> &'static str {
        match self {
            Self::Pack => "packs/schema/pack.schema.json",
            Self::Texts => "packs/schema/texts.schema.json",
            Self::Guidance => "packs/schema/guidance.schema.json",
            Self::Documents | Self::Guide | Self::Scenarios => "packs/schema/handbook.schema.json",
            Self::DocumentTexts | Self::GuideTexts | Self::ScenarioTexts | Self::Facilitator => {
                "packs/schema/handbook-texts.schema.json"
            }
            Self::Case => "packs/schema/case.schema.json",
            Self::CaseTexts => "packs/schema/case-texts.schema.json",
        }
    }

    /// The part of its schema, where a schema describes several kinds.
    const fn definition(self) -> Option<&'static str> {
        match self {
            Self::Documents | Self::DocumentTexts => Some("documents"),
            Self::Guide | Self::GuideTexts => Some("guide"),
            Self::Scenarios | Self::ScenarioTexts => Some("scenarios"),
            Self::Facilitator => Some("facilitator"),
            Self::Pack | Self::Texts | Self::Guidance | Self::Case | Self::CaseTexts => None,
        }
    }

    /// The file of its schema, which editors use as a whole.
    pub fn whole_schema(self) -> Value {
        serde_json::from_str(&fs::read_to_string(self.schema_path()).unwrap()).unwrap()
    }

    /// Its schema: a file of one kind has to be of that kind, and not of another one that the same
    /// schema describes.
    pub fn schema(self) -> Value {
        let whole = self.whole_schema();
        self.definition().map_or(whole.clone(), |definition| {
            json!({
                "$schema": whole["$schema"],
                "$defs": whole["$defs"],
                "$ref": format!("#/$defs/{definition}"),
            })
        })
    }

    /// What checks a file against its schema.
    pub fn validator(self) -> Validator {
        jsonschema::draft202012::new(&self.schema()).unwrap()
    }

    /// Whether it holds words for people.
    pub const fn is_words(self) -> bool {
        match self {
            Self::Pack | Self::Documents | Self::Guide | Self::Scenarios | Self::Case => false,
            Self::Texts
            | Self::Guidance
            | Self::DocumentTexts
            | Self::GuideTexts
            | Self::ScenarioTexts
            | Self::Facilitator
            | Self::CaseTexts => true,
        }
    }

    /// Its reader, if the program has one. The two files of a handbook are read together: the other
    /// one is empty here.
    pub fn reader(self) -> Option<Reader> {
        const NO_DOCUMENTS: &str = r#"{ "documents": [] }"#;
        const NO_GUIDE: &str =
            r#"{ "helper": { "questions": [] }, "reasons": [], "steps": [], "audit_days": [] }"#;
        Some(match self {
            Self::Pack => |_, text| read_pack(text).map(drop).map_err(Refusal::from),
            Self::Texts => {
                |pack, text| PackTexts::read(pack, text).map(drop).map_err(Refusal::from)
            }
            Self::Guidance => |_, text| form(read_guidance(text)),
            Self::Documents => |_, text| form(read_handbook(text, NO_GUIDE)),
            Self::Guide => |_, text| form(read_handbook(NO_DOCUMENTS, text)),
            Self::DocumentTexts => |_, text| form(HandbookTexts::read(text, &no_guide_texts())),
            Self::GuideTexts => |_, text| form(HandbookTexts::read("{}", text)),
            Self::Case => |_, text| form(read_case(text)),
            Self::CaseTexts => |_, text| form(CaseTexts::read(text)),
            Self::Scenarios | Self::ScenarioTexts | Self::Facilitator => return None,
        })
    }
}

fn no_guide_texts() -> String {
    let article = json!({ "title": "", "lead": "", "sections": [] });
    let outcome = json!({ "title": "", "text": "" });
    let outcomes = json!({ "27001": outcome, "27002": outcome, "both": outcome });
    json!({
        "articles": { "standards": article, "certification": article },
        "helper": { "title": "", "lead": "", "questions": {}, "outcomes": outcomes },
        "reasons": {},
        "steps": {},
    })
    .to_string()
}

fn form<T>(read: Result<T, FormError>) -> Result<(), Refusal> {
    read.map(drop).map_err(Refusal::Form)
}

impl From<PackReadError> for Refusal {
    fn from(error: PackReadError) -> Self {
        match error {
            PackReadError::Form(error) => Self::Form(error),
            PackReadError::Pack(error) => Self::Pack(error),
        }
    }
}

impl From<PackTextsError> for Refusal {
    fn from(error: PackTextsError) -> Self {
        match error {
            PackTextsError::Form(error) => Self::Form(error),
            PackTextsError::Missing(at) => Self::Missing(at),
        }
    }
}
