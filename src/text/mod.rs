//! Texts for people: those of the interface and those of a pack. Pure; nothing is drawn in here.

mod bundle;
mod case;
mod handbook;
mod interface;
pub mod names;
mod numbers;
pub mod outcome;
mod pack;
pub mod readiness;
mod relevel;
pub mod risk;
mod scenario;
pub mod statement;
pub mod work;
pub mod workshop;

pub use bundle::Bundle;
pub use case::{CaseTexts, Exhibit, read_sector_words};
pub use handbook::{
    Article, Block, DocumentTexts, HandbookTexts, HelperTexts, QuestionTexts, ReasonTexts,
    StepTexts, entry, read_articles,
};
pub use interface::{FIRST, KEYS, Key, PAGE, TextError, Texts, fill};
pub use numbers::Numbers;
pub use pack::{CheckText, ItemGuidance, PackTexts, PackTextsError, read_guidance};
pub use scenario::{Hints, ScenarioTexts, read_scenario_texts};
