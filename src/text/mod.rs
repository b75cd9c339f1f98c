//! Texts for people: those of the interface and those of a pack. Pure; nothing is drawn in here.

mod interface;
mod pack;

pub use interface::{KEYS, Key, TextError, Texts, fill};
pub use pack::{CheckText, ItemGuidance, PackTexts, PackTextsError, read_guidance};
