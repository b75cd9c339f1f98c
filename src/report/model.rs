//! What reports are made from, and the words that all of them share.

use std::sync::Arc;

pub use super::clean::clean;
use crate::{
    domain::{
        assessment::{Answer, Assessment, CheckAnswer},
        handbook::Handbook,
        id::{CheckId, ItemId},
        pack::{Item, Pack},
        scope::{Notice, Standing},
    },
    text::{HandbookTexts, ItemGuidance, Key, PackTexts, Texts},
};

/// What a report is made from.
#[derive(Clone, Copy, Debug)]
pub struct Material<'a> {
    /// The questionnaire.
    pub pack: &'a Pack,
    /// Its texts.
    pub pack_texts: &'a PackTexts,
    /// The texts of the interface.
    pub texts: &'a Texts,
    /// The long texts of items as far as they have arrived, for the questions of check-points.
    pub guidance: &'a [(String, Arc<ItemGuidance>)],
    /// Documents, reasons and steps, once they have arrived.
    pub handbook: Option<&'a (Handbook, HandbookTexts)>,
    /// The answers.
    pub assessment: &'a Assessment,
}

impl Material<'_> {
    /// The long texts of an item, if they have arrived.
    #[must_use]
    pub fn guidance_of(&self, item: &ItemId) -> Option<Arc<ItemGuidance>> {
        let found = self.guidance.iter().find(|(id, _)| id == item.as_str());
        found.map(|(_, guidance)| Arc::clone(guidance))
    }
}

/// The check-points of an item that were answered: question, or its identifier until the long texts
/// are there, and answer.
pub(super) fn checks(
    material: Material<'_>,
    item: &Item,
    answer: &Answer,
) -> Vec<(String, String)> {
    let texts = material.texts;
    let guidance = material.guidance_of(&item.id);
    let question = |check: &CheckId| {
        let mut words = guidance.iter().flat_map(|guidance| &guidance.checks);
        let words = words.find(|words| words.id == check.as_str());
        words.map_or_else(|| check.to_string(), |words| words.text.clone())
    };
    let answered = item.checks.iter().filter_map(|check| {
        let given = answer.checks.get(check)?;
        Some((question(check), texts.get(check_text(*given)).to_owned()))
    });
    answered.collect()
}

/// The word for an answer to a check-point.
#[must_use]
pub const fn check_text(answer: CheckAnswer) -> Key {
    match answer {
        CheckAnswer::Yes => Key::CheckYes,
        CheckAnswer::Partly => Key::CheckPartly,
        CheckAnswer::No => Key::CheckNo,
        CheckAnswer::DontKnow => Key::CheckDontKnow,
    }
}

/// What an item counts as, in words.
#[must_use]
pub fn standing_text<'a>(
    pack_texts: &'a PackTexts,
    texts: &'a Texts,
    standing: &'a Standing,
) -> &'a str {
    match standing {
        Standing::Rated { level, .. } => pack_texts.level(level),
        Standing::DontKnow => texts.get(Key::RatingDontKnow),
        Standing::Unanswered => texts.get(Key::RatingUnanswered),
        Standing::Excluded => texts.get(Key::RatingExcluded),
        Standing::NotAsked => texts.get(Key::RatingNotAsked),
    }
}

/// A notice of the evaluation in words.
#[must_use]
pub fn notice_text(texts: &Texts, notice: &Notice) -> String {
    let (key, item, level) = match notice {
        Notice::ExclusionWithoutJustification { item } => (Key::NoticeNoJustification, item, ""),
        Notice::RequirementExcluded { item } => (Key::NoticeRequirementExcluded, item, ""),
        Notice::UnknownLevel { item, level } => (Key::NoticeUnknownLevel, item, level.as_str()),
        Notice::UnknownItem { item } => (Key::NoticeUnknownItem, item, ""),
    };
    texts.fill(key, &[("item", item.as_str()), ("level", level)])
}
