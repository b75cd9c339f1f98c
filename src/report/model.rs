//! What a report says, before it has a format. Every text in it is ready to be read and clean.

use std::sync::Arc;

use super::summary::{Basis, Summary};
use crate::{
    domain::{
        assessment::{Answer, Applicability, Assessment, CheckAnswer},
        evaluation::{Evaluation, evaluate},
        handbook::Handbook,
        id::{CheckId, ItemId, ReasonId},
        pack::{Group, Item, Kind, Pack},
        ratio::Ratio,
        scope::{Notice, Standing},
        score::Measure,
        selection::Selection,
        time::Timestamp,
    },
    text::{HandbookTexts, ItemGuidance, Key, PackTexts, Texts, entry as words_of},
};

/// A report on an assessment.
#[derive(Clone, Debug)]
pub struct Report {
    /// BCP 47 tag of its language.
    pub language: String,
    /// Name of the assessment.
    pub name: String,
    /// Title of the questionnaire.
    pub questionnaire: String,
    /// The day it was made: `2026-11-22`.
    pub day: String,
    /// What it means in short, as on one page.
    pub summary: Summary,
    /// What the assessment covers; empty when that isn't known.
    pub scope: String,
    /// Why the organisation wants an ISMS, as far as it said so.
    pub reasons: Vec<String>,
    /// Everything, then clauses 4 to 10 and Annex A.
    pub headlines: Vec<Line>,
    /// The theme-averaged conformity.
    pub theme_averaged: Option<Ratio>,
    /// Levels and what they mean.
    pub scale: Vec<(String, String)>,
    /// Clauses and themes of which something is asked, with all their answers.
    pub chapters: Vec<Chapter>,
    /// What had to be corrected.
    pub notices: Vec<String>,
}

/// The numbers of a group.
#[derive(Clone, Debug)]
pub struct Line {
    /// What it is about.
    pub label: String,
    /// Its numbers.
    pub measure: Measure,
}

/// A clause or theme.
#[derive(Clone, Debug)]
pub struct Chapter {
    /// Its number, title and result.
    pub line: Line,
    /// Its items that are asked.
    pub entries: Vec<Entry>,
}

/// An item and what was answered.
#[derive(Clone, Debug)]
pub struct Entry {
    /// Its identifier.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Its question.
    pub ask: String,
    /// The rating in words.
    pub state: String,
    /// What it counts as.
    pub standing: Standing,
    /// Why it was excluded; empty otherwise.
    pub justification: String,
    /// The note.
    pub note: String,
    /// The check-points that were answered: question and answer.
    pub checks: Vec<(String, String)>,
}

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

impl Report {
    /// Makes the report; `now` is the day it bears.
    #[must_use]
    pub fn new(material: Material<'_>, now: &Timestamp) -> Self {
        let Material { pack, pack_texts, texts, handbook, assessment, .. } = material;
        let evaluation = evaluate(pack, assessment);
        let guidance = |item: &ItemId| {
            let found = material.guidance.iter().find(|(id, _)| id == item.as_str());
            found.map(|(_, guidance)| Arc::clone(guidance))
        };
        let summary = Summary::new(Basis {
            pack,
            pack_texts,
            texts,
            assessment,
            evaluation: &evaluation,
            handbook,
            guidance: &guidance,
        });
        let reason = |id: &ReasonId| {
            let (_, words) = handbook?;
            Some(words_of(&words.reasons, id.as_str())?.title.clone())
        };
        let sections = evaluation.sections.iter().map(|section| Line {
            label: pack_texts.section(&section.id).to_owned(),
            measure: section.measure,
        });
        let everything = Line {
            label: texts.get(Key::MeasureEverything).into(),
            measure: evaluation.everything,
        };
        Self {
            language: texts.language().into(),
            name: clean(&assessment.name),
            questionnaire: pack_texts.title.clone(),
            day: now.day().into(),
            summary,
            scope: clean(assessment.facts.scope.trim()),
            reasons: assessment.facts.reasons.iter().filter_map(reason).collect(),
            headlines: [everything].into_iter().chain(sections).collect(),
            theme_averaged: evaluation.theme_averaged.conformity,
            scale: pack
                .scale()
                .levels()
                .iter()
                .map(|level| &level.code)
                .map(|code| (pack_texts.level(code).into(), pack_texts.level_meaning(code).into()))
                .collect(),
            chapters: pack
                .groups()
                .iter()
                .zip(&evaluation.groups)
                .map(|(group, result)| Chapter {
                    line: Line {
                        label: format!("{} {}", group.id, pack_texts.group(&group.id)),
                        measure: result.measure,
                    },
                    entries: entries(material, &evaluation, group),
                })
                .filter(|chapter| !chapter.entries.is_empty())
                .collect(),
            notices: evaluation.notices.iter().map(|notice| notice_text(texts, notice)).collect(),
        }
    }
}

fn entries(material: Material<'_>, evaluation: &Evaluation, group: &Group) -> Vec<Entry> {
    let results = evaluation.items.get(group.items.clone()).unwrap_or_default();
    let items = material.pack.items_of(group).iter().zip(results);
    let asked = items.filter(|(_, result)| result.standing != Standing::NotAsked);
    asked.map(|(item, result)| entry(material, item, result.standing.clone())).collect()
}

fn entry(material: Material<'_>, item: &Item, standing: Standing) -> Entry {
    let Material { pack_texts, texts, assessment, .. } = material;
    let nothing = Answer::default();
    let answer = assessment.answer(&item.id).unwrap_or(&nothing);
    Entry {
        id: item.id.to_string(),
        title: pack_texts.full_title(&item.id).to_owned(),
        ask: match assessment.selection {
            Selection::Quick => pack_texts.quick_ask(&item.id),
            Selection::All | Selection::Items(_) => pack_texts.ask(&item.id),
        }
        .to_owned(),
        state: if item.kind == Kind::Control && answer.applicability.lacks_justification() {
            texts.get(Key::RatingExcludedMissing).to_owned()
        } else {
            standing_text(pack_texts, texts, &standing).to_owned()
        },
        standing,
        justification: match &answer.applicability {
            Applicability::Excluded { justification } => clean(justification.trim()),
            Applicability::Applicable => String::new(),
        },
        note: clean(answer.note.trim()),
        checks: checks(material, item, answer),
    }
}

fn checks(material: Material<'_>, item: &Item, answer: &Answer) -> Vec<(String, String)> {
    let Material { guidance, texts, .. } = material;
    let guidance = guidance.iter().find(|(id, _)| id == item.id.as_str());
    let question = |check: &CheckId| {
        let mut words = guidance.iter().flat_map(|(_, guidance)| &guidance.checks);
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

/// Text without the control characters that no file format for people takes, and without the two code
/// points that XML doesn't have.
pub(super) fn clean(text: &str) -> String {
    let readable = |letter: &char| match letter {
        '\n' | '\t' => true,
        '\u{fffe}' | '\u{ffff}' => false,
        other => !other.is_control(),
    };
    text.chars().filter(readable).collect()
}
