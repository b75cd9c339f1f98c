//! What an assessment means, ready to be read: for the page with the result and for the report on one
//! page.

use std::sync::Arc;

use super::{
    model::clean,
    row::{Row, groups, headlines, rows},
};
use crate::{
    domain::{
        assessment::Assessment,
        endangered::endangered,
        evaluation::Evaluation,
        finding::{Finding, Grade, Place},
        handbook::{Handbook, Reason},
        id::{GroupId, ItemId},
        next_standard::{NextStandard, next_standard},
        outlook::{Outlook, outlook},
        pack::Pack,
        priority::{gaps, major_wholes},
        roadmap::{Progress, StepState, current},
        selection::Selection,
        verdict::{Verdict, contrast, is_too_early, verdict},
    },
    text::{
        HandbookTexts, ItemGuidance, Key, PackTexts, Texts, entry,
        outcome::{
            Names, endangered_text, finding_text, left_out_text, stage_text, step_text,
            strengths_text, verdict_text, weaknesses_text,
        },
    },
};

/// Most gaps that are told.
const MOST_GAPS: usize = 5;
/// Most gaps that are told for a reason.
const MOST_DANGERS: usize = 3;
/// Most strengths, and most weaknesses.
const MOST_CONTRAST: usize = 3;

/// What a summary is made from.
#[derive(Clone, Copy)]
pub struct Basis<'a> {
    /// The questionnaire.
    pub pack: &'a Pack,
    /// Its texts.
    pub pack_texts: &'a PackTexts,
    /// The texts of the interface.
    pub texts: &'a Texts,
    /// The answers.
    pub assessment: &'a Assessment,
    /// Their results.
    pub evaluation: &'a Evaluation,
    /// Reasons and steps, once they have arrived.
    pub handbook: Option<&'a (Handbook, HandbookTexts)>,
    /// The long texts of an item, once they have arrived.
    pub guidance: &'a dyn Fn(&ItemId) -> Option<Arc<ItemGuidance>>,
}

/// What an assessment means. Every text in it is ready to be read and clean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Summary {
    /// BCP 47 tag of its language.
    pub language: String,
    /// Name of the assessment.
    pub name: String,
    /// Name of the organisation; empty when it isn't known.
    pub organisation: String,
    /// Title of the questionnaire.
    pub questionnaire: String,
    /// Whether it rests on the quick check alone.
    pub quick: bool,
    /// The verdict.
    pub verdict: Verdict,
    /// That in a sentence or two.
    pub sentence: String,
    /// Everything and the sections, as far as something of them is asked.
    pub headlines: Vec<Row>,
    /// Clauses and themes, likewise.
    pub groups: Vec<Row>,
    /// Where the organisation is strongest and where it has furthest to go, see [`contrast_text`].
    pub contrast: String,
    /// The gaps that matter most.
    pub gaps: Vec<Gap>,
    /// The clauses and themes that are a probable major nonconformity as a whole, with their names.
    pub wholes: Vec<(GroupId, String)>,
    /// What the gaps endanger; `None` until the handbook is there.
    pub reasons: Option<Reasons>,
    /// The steps to a certificate; `None` until the handbook is there.
    pub steps: Option<Vec<StepLine>>,
    /// Which standard to open next; `None` while nothing is rated.
    pub next: Option<NextStandard>,
}

/// A gap.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gap {
    /// The item.
    pub item: ItemId,
    /// Its title.
    pub title: String,
    /// What an auditor would probably call it.
    pub grade: Grade,
    /// Why.
    pub finding: String,
    /// Why it matters and the first thing to do; `None` until the long texts are there.
    pub help: Option<(String, String)>,
}

/// Reasons for an ISMS.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reasons {
    /// Whether the organisation gave them; otherwise they are all that there are.
    pub own: bool,
    /// Each with what endangers it.
    pub each: Vec<ReasonLine>,
}

/// A reason for an ISMS.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReasonLine {
    /// What the reason is called.
    pub title: String,
    /// What the gaps put at risk, or on how much rests that there are none.
    pub sentence: String,
    /// The gravest of these gaps.
    pub gaps: Vec<(Place, String)>,
    /// How many more there are: "and 2 more"; empty where all are told.
    pub more: String,
}

/// A step to a certificate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StepLine {
    /// Its number, from 1.
    pub number: u64,
    /// Its title.
    pub title: String,
    /// How far it is.
    pub progress: Progress,
    /// That in a word or two.
    pub stage: String,
    /// That in a sentence.
    pub sentence: String,
    /// Whether the organisation stands there.
    pub here: bool,
}

impl Summary {
    /// Makes the summary.
    #[must_use]
    pub fn new(basis: Basis<'_>) -> Self {
        let Basis { pack, pack_texts, texts, assessment, evaluation, .. } = basis;
        let blank = Handbook::default();
        let handbook = basis.handbook.map_or(&blank, |(handbook, _)| handbook);
        let outlook = outlook(pack, handbook, assessment, evaluation);
        let findings = &outlook.findings;
        let verdict = verdict(evaluation, findings);
        let rows = |subjects| rows(texts, pack_texts, evaluation, subjects);
        Self {
            language: texts.language().into(),
            name: clean(&assessment.name),
            organisation: clean(assessment.facts.organisation.trim()),
            questionnaire: pack_texts.title.clone(),
            quick: assessment.selection == Selection::Quick,
            verdict,
            sentence: verdict_text(texts, &verdict),
            headlines: rows(headlines(pack)),
            groups: rows(groups(pack)),
            contrast: contrast_text(texts, pack_texts, evaluation),
            gaps: gap_lines(basis, &outlook),
            wholes: wholes(basis, findings),
            reasons: basis.handbook.map(|handbook| reasons(basis, handbook, findings)),
            steps: basis.handbook.map(|handbook| steps(basis, handbook, &outlook.steps)),
            next: next_standard(pack, evaluation),
        }
    }
}

/// Where an organisation is strongest and where it has furthest to go; empty where it is the same
/// everywhere, and while it is too early for a verdict: a single rating makes nobody strong.
#[must_use]
pub fn contrast_text(texts: &Texts, pack_texts: &PackTexts, evaluation: &Evaluation) -> String {
    if is_too_early(&evaluation.everything) {
        return String::new();
    }
    let contrast = contrast(evaluation, MOST_CONTRAST);
    let strengths = strengths_text(texts, pack_texts, &contrast.strengths);
    let weaknesses = weaknesses_text(texts, pack_texts, &contrast.weaknesses);
    let mut sentences: Vec<String> = strengths.into_iter().chain(weaknesses).collect();
    if !sentences.is_empty() {
        sentences.extend(left_out_text(texts, &contrast.left_out));
    }
    sentences.join(" ")
}

/// The first sentence of a text.
#[must_use]
pub fn first_sentence(text: &str) -> &str {
    text.split_inclusive(". ").next().unwrap_or_default().trim_end()
}

fn names(basis: Basis<'_>) -> Names<'_> {
    let handbook = basis.handbook.map(|(_, texts)| texts);
    Names { pack: basis.pack_texts, handbook, assessment: basis.assessment }
}

fn gap_lines(basis: Basis<'_>, outlook: &Outlook) -> Vec<Gap> {
    let Basis { pack_texts, texts, guidance, .. } = basis;
    let names = names(basis);
    let finding = |item: &ItemId| {
        let place = Place::Item(item.clone());
        let here = outlook.findings.iter().filter(|finding| finding.at == place);
        // Of equals the first, which is that of the rating.
        here.rev().max_by_key(|finding| finding.grade)
    };
    let gaps = gaps(&outlook.priorities, MOST_GAPS).into_iter().filter_map(|gap| {
        let finding = finding(&gap.item)?;
        let help = guidance(&gap.item).map(|guidance| {
            let first = guidance.how.first().cloned().unwrap_or_default();
            (guidance.why.clone(), first)
        });
        Some(Gap {
            title: pack_texts.full_title(&gap.item).to_owned(),
            grade: finding.grade,
            finding: finding_text(texts, &names, finding),
            help,
            item: gap.item.clone(),
        })
    });
    gaps.collect()
}

fn wholes(basis: Basis<'_>, findings: &[Finding]) -> Vec<(GroupId, String)> {
    let names = names(basis);
    let name = |group: &GroupId| (group.clone(), names.place(&Place::Group(group.clone())));
    major_wholes(findings).map(name).collect()
}

/// Only what an auditor would call a nonconformity puts a reason at risk.
fn reasons(
    basis: Basis<'_>,
    (handbook, words): &(Handbook, HandbookTexts),
    findings: &[Finding],
) -> Reasons {
    let given = &basis.assessment.facts.reasons;
    // What a file brings may be unknown here.
    let mut known: Vec<Reason> = given
        .iter()
        .filter_map(|id| handbook.reasons.iter().find(|reason| reason.id == *id).cloned())
        .collect();
    let own = !known.is_empty();
    if !own {
        known.clone_from(&handbook.reasons);
    }
    let grave: Vec<Finding> =
        findings.iter().filter(|finding| finding.grade >= Grade::Minor).cloned().collect();
    let names = names(basis);
    let each = endangered(basis.pack, basis.evaluation, &known, &grave).into_iter();
    let each = each.filter_map(|endangered| {
        let words = entry(&words.reasons, endangered.reason.as_str())?;
        let gaps = endangered.gaps.iter().take(MOST_DANGERS);
        let more = endangered.gaps.len().saturating_sub(MOST_DANGERS);
        let more =
            (more > 0).then(|| basis.texts.fill(Key::ResultMore, &[("count", &more.to_string())]));
        Some(ReasonLine {
            title: words.title.clone(),
            sentence: endangered_text(basis.texts, words, &endangered),
            gaps: gaps.map(|(place, _)| (place.clone(), names.place(place))).collect(),
            more: more.unwrap_or_default(),
        })
    });
    Reasons { own, each: each.collect() }
}

fn steps(
    basis: Basis<'_>,
    (_, words): &(Handbook, HandbookTexts),
    states: &[StepState],
) -> Vec<StepLine> {
    let here = current(states).map(|state| state.number);
    let line = states.iter().filter_map(|state| {
        Some(StepLine {
            number: state.number,
            title: entry(&words.steps, &state.number.to_string())?.title.clone(),
            progress: state.progress,
            stage: stage_text(basis.texts, state).to_owned(),
            sentence: step_text(basis.texts, state),
            here: Some(state.number) == here,
        })
    });
    line.collect()
}
