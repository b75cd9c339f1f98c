//! What an assessment means, in words: a sentence each for findings, what to do first, steps, the
//! verdict and what changed.

use super::{HandbookTexts, Key, PackTexts, ReasonTexts, Texts, entry};
use crate::domain::{
    assessment::Assessment,
    compare::{AskedThen, Change, Shift},
    document::DocumentState,
    endangered::Endangered,
    finding::{Finding, FindingReason, Grade, Place, Unknown, Unverified},
    handbook::Advice,
    id::{DocumentId, GroupId, ItemId, RiskId},
    next_standard::NextStandard,
    pack::Effort,
    plan::Planned,
    priority::Priority,
    roadmap::{Asked, Awaited, GAP_ANALYSIS, Progress, StepState},
    verdict::{Judgement, Verdict},
};

/// What an auditor would call a finding.
#[must_use]
pub fn grade_text(texts: &Texts, grade: Grade) -> &str {
    texts.get(match grade {
        Grade::Major => Key::OutcomeMajor,
        Grade::Minor => Key::OutcomeMinor,
        Grade::Opportunity => Key::OutcomeOpportunity,
    })
}

/// The same as a prediction: "Probable major nonconformity".
#[must_use]
pub fn probable_text(texts: &Texts, grade: Grade) -> &str {
    texts.get(match grade {
        Grade::Major => Key::OutcomeProbableMajor,
        Grade::Minor => Key::OutcomeProbableMinor,
        Grade::Opportunity => Key::OutcomeOpportunity,
    })
}

/// From where things have their names.
#[derive(Clone, Copy)]
pub struct Names<'a> {
    /// Items and groups.
    pub pack: &'a PackTexts,
    /// Documents, once the handbook has arrived.
    pub handbook: Option<&'a HandbookTexts>,
    /// Risks and controls of the organisation's own.
    pub assessment: &'a Assessment,
}

impl Names<'_> {
    /// "6.1.2 Information security risk assessment"; of a control of the organisation's own "C2" and
    /// its title.
    #[must_use]
    pub fn item(&self, id: &ItemId) -> String {
        match self.assessment.work().own_controls.get(id) {
            Some(own) => format!("C{} {}", own.number, own.title).trim_end().to_owned(),
            None => item_name(self.pack, id),
        }
    }

    /// Of an item as above; of a group "6 Planning".
    #[must_use]
    pub fn place(&self, place: &Place) -> String {
        match place {
            Place::Item(id) => self.item(id),
            Place::Group(id) => group_name(self.pack, id),
        }
    }

    /// The title of a document or record.
    #[must_use]
    pub fn document<'s>(&'s self, id: &'s DocumentId) -> &'s str {
        let words = self.handbook.and_then(|handbook| entry(&handbook.documents, id.as_str()));
        words.map_or(id.as_str(), |words| words.title.as_str())
    }

    /// "R7".
    #[must_use]
    pub fn risk(&self, id: &RiskId) -> String {
        let risk = self.assessment.work().risks.get(id);
        risk.map_or_else(|| id.to_string(), |risk| format!("R{}", risk.number))
    }

    /// "R2, R7".
    #[must_use]
    pub fn risks(&self, ids: &[RiskId]) -> String {
        ids.iter().map(|id| self.risk(id)).collect::<Vec<_>>().join(", ")
    }
}

/// What an action is called that nobody has named: "Close 5.2 Policy", of several items "Close 5.2,
/// 6.2", of documents alone "Write “Policy”".
#[must_use]
pub fn action_title(texts: &Texts, names: &Names<'_>, planned: &Planned) -> String {
    let items = match planned.items.as_slice() {
        [] => {
            let documents = planned.documents.iter().map(|id| names.document(id));
            let documents = documents.collect::<Vec<_>>().join("”, “");
            return texts.fill(Key::PlanTitleDocument, &[("documents", &documents)]);
        }
        [item] => names.item(item),
        items => {
            let numbers = items.iter().map(|item| names.item(item));
            let number = |name: String| name.split(' ').next().map(str::to_owned);
            numbers.filter_map(number).collect::<Vec<_>>().join(", ")
        }
    };
    texts.fill(Key::PlanTitleMany, &[("items", &items)])
}

/// What people call an action by: "P3 Write the policy".
#[must_use]
pub fn planned_name(planned: &Planned) -> String {
    format!("P{} {}", planned.number, planned.title.trim()).trim_end().to_owned()
}

/// What an effort is called.
#[must_use]
pub const fn effort_key(effort: Effort) -> Key {
    match effort {
        Effort::S => Key::EffortS,
        Effort::M => Key::EffortM,
        Effort::L => Key::EffortL,
        Effort::XL => Key::EffortXl,
    }
}

/// What an auditor would probably find, and why: by the rules, whatever the assessor makes of it.
#[must_use]
pub fn finding_text(texts: &Texts, names: &Names<'_>, finding: &Finding) -> String {
    let at = names.place(&finding.at);
    let systemic = |key, gaps: usize, of: usize| {
        let (gaps, of) = (gaps.to_string(), of.to_string());
        texts.fill(key, &[("group", &at), ("gaps", &gaps), ("all", &of)])
    };
    match &finding.reason {
        FindingReason::Level(level) => {
            let key = match finding.computed {
                Grade::Major => Key::OutcomeFindingMajor,
                Grade::Minor => Key::OutcomeFindingMinor,
                Grade::Opportunity => Key::OutcomeFindingOpportunity,
            };
            texts.fill(key, &[("item", &at), ("level", names.pack.level(level))])
        }
        FindingReason::Risks { level, risks } => texts.fill(
            Key::OutcomeFindingRisks,
            &[("item", &at), ("level", names.pack.level(level)), ("risks", &names.risks(risks))],
        ),
        FindingReason::Document { document, state } => {
            let key = match state {
                DocumentState::Missing => Key::OutcomeFindingMissing,
                DocumentState::Draft | DocumentState::InPlace => Key::OutcomeFindingDraft,
            };
            texts.fill(key, &[("item", &at), ("document", names.document(document))])
        }
        FindingReason::MinorsInClause { minors, of } => {
            systemic(Key::OutcomeFindingClause, *minors, *of)
        }
        FindingReason::GapsInTheme { gaps, of } => systemic(Key::OutcomeFindingTheme, *gaps, *of),
    }
}

/// Why nothing can be said of an item.
#[must_use]
pub fn unverified_text(texts: &Texts, pack_texts: &PackTexts, unverified: &Unverified) -> String {
    let key = match unverified.why {
        Unknown::NotVerified => Key::OutcomeNotVerified,
        Unknown::NotAssessed => Key::OutcomeNotAssessed,
    };
    texts.fill(key, &[("item", &item_name(pack_texts, &unverified.item))])
}

/// What to do about an item, and why at this place in the order.
#[must_use]
pub fn priority_text(texts: &Texts, pack_texts: &PackTexts, priority: &Priority) -> String {
    let key = match (priority.blocks_stage_1, priority.grade) {
        (true, Some(_)) => Key::OutcomePriorityStage1,
        (true, None) => Key::OutcomePriorityStage1Open,
        (false, Some(Grade::Major)) => Key::OutcomePriorityMajor,
        (false, Some(Grade::Minor)) => Key::OutcomePriorityMinor,
        (false, Some(Grade::Opportunity)) => Key::OutcomePriorityOpportunity,
        (false, None) => Key::OutcomePriorityOpen,
    };
    texts.fill(key, &[("item", &item_name(pack_texts, &priority.item))])
}

/// The state of a step in a word or two.
#[must_use]
pub fn progress_text(texts: &Texts, progress: Progress) -> &str {
    texts.get(match progress {
        Progress::NotStarted => Key::OutcomeNotStarted,
        Progress::Started => Key::OutcomeStarted,
        Progress::Done => Key::OutcomeDone,
    })
}

/// The state of a step in a word or two; of one that nothing is asked of, that.
#[must_use]
pub fn stage_text<'a>(texts: &'a Texts, state: &StepState) -> &'a str {
    match &state.asked {
        Some(Asked { of: 1.., asked: 0, .. }) => texts.get(Key::RatingNotAsked),
        _ => progress_text(texts, state.progress),
    }
}

/// The state of a step in a sentence: what it waits for, where that is all that it lacks.
#[must_use]
pub fn step_text(texts: &Texts, state: &StepState) -> String {
    if let Some(Asked { of, asked, in_place }) = state.asked.as_ref().filter(|of| of.asked < of.of)
    {
        let key = if *asked == 0 { Key::OutcomeStepNotAsked } else { Key::OutcomeStepAsked };
        let [of, asked, in_place] = [of, asked, in_place].map(usize::to_string);
        return texts.fill(key, &[("all", &of), ("asked", &asked), ("in_place", &in_place)]);
    }
    let key = match (state.waits_for(), state.progress) {
        (None, _) if state.number == GAP_ANALYSIS && state.asked.is_some() => {
            Key::OutcomeAnalysisPart
        }
        (None, Progress::NotStarted) if state.number == GAP_ANALYSIS => Key::OutcomeAnalysisNone,
        (None, Progress::Started) if state.number == GAP_ANALYSIS => Key::OutcomeAnalysisSome,
        (None, Progress::Done) if state.number == GAP_ANALYSIS => Key::OutcomeAnalysisAll,
        (Some(Awaited::Risks), _) => Key::OutcomeStepRisks,
        (Some(Awaited::Statement), _) => Key::OutcomeStepStatement,
        (Some(Awaited::Treatment), _) => Key::OutcomeStepTreatment,
        (Some(Awaited::Readiness), _) => Key::OutcomeStepReadiness,
        (None, Progress::NotStarted) => Key::OutcomeStepNotStarted,
        (None, Progress::Started) => Key::OutcomeStepStarted,
        (None, Progress::Done) => Key::OutcomeStepDone,
    };
    texts.get(key).to_owned()
}

/// The verdict with its number and range, and the major findings, of which every verdict tells.
#[must_use]
pub fn verdict_text(texts: &Texts, verdict: &Verdict) -> String {
    let Verdict { judgement, measure, majors, .. } = verdict;
    let counts = measure.counts;
    let key = match judgement {
        Judgement::TooEarly if counts.in_scope == 0 => Key::OutcomeVerdictNothing,
        Judgement::TooEarly if counts.rated == 0 => Key::OutcomeVerdictUnrated,
        Judgement::TooEarly => Key::OutcomeVerdictTooEarly,
        Judgement::Beginning => Key::OutcomeVerdictBeginning,
        Judgement::OnTheWay => Key::OutcomeVerdictOnTheWay,
        Judgement::Close => Key::OutcomeVerdictClose,
        Judgement::InPlace => Key::OutcomeVerdictInPlace,
    };
    let (conformity, range) = (texts.percent(measure.conformity), texts.range(measure));
    let values = [("conformity", conformity.as_str()), ("range", &range)];
    let numbers = if measure.low == measure.high {
        conformity.clone()
    } else {
        texts.fill(Key::OutcomeNumbers, &values)
    };
    let sentence = texts.fill(
        key,
        &[
            ("numbers", &numbers),
            ("conformity", &conformity),
            ("range", &range),
            ("rated", &counts.rated.to_string()),
            ("all", &counts.in_scope.to_string()),
        ],
    );
    if *majors == 0 {
        return sentence;
    }
    let majors = texts.fill(Key::OutcomeVerdictMajors, &[("majors", &majors.to_string())]);
    format!("{sentence} {majors}")
}

/// Where an organisation is strongest; nothing where it is nowhere better than on the whole.
#[must_use]
pub fn strengths_text(
    texts: &Texts,
    pack_texts: &PackTexts,
    strengths: &[GroupId],
) -> Option<String> {
    groups_text(texts, Key::OutcomeStrengths, pack_texts, strengths)
}

/// Where an organisation has furthest to go; nothing where it is nowhere worse than on the whole.
#[must_use]
pub fn weaknesses_text(
    texts: &Texts,
    pack_texts: &PackTexts,
    weaknesses: &[GroupId],
) -> Option<String> {
    groups_text(texts, Key::OutcomeWeaknesses, pack_texts, weaknesses)
}

/// Which clauses and themes neither of these looks at; nothing where they look at all.
#[must_use]
pub fn left_out_text(texts: &Texts, left_out: &[GroupId]) -> Option<String> {
    let groups = listed(texts, left_out.iter().map(GroupId::to_string).collect())?;
    Some(texts.fill(Key::OutcomeLeftOut, &[("groups", &groups)]))
}

/// What the gaps put at risk, or on how much rests that there are none. `reason` has the words of that
/// reason.
#[must_use]
pub fn endangered_text(texts: &Texts, reason: &ReasonTexts, endangered: &Endangered) -> String {
    let key = match (endangered.gaps.is_empty(), endangered.rated) {
        (false, _) => Key::OutcomeEndangered,
        (true, 0) => Key::OutcomeEndangeredUnrated,
        (true, _) => Key::OutcomeEndangeredNot,
    };
    let (rated, all) = (endangered.rated.to_string(), endangered.in_scope.to_string());
    texts.fill(key, &[("what", &reason.endangered), ("rated", &rated), ("all", &all)])
}

/// Which standard to open next, and why.
#[must_use]
pub fn next_text(texts: &Texts, next: &NextStandard) -> String {
    let requirements = &next.requirements;
    let key = match (next.advice, requirements.conformity) {
        (Advice::Requirements | Advice::Both, None) => Key::ResultNextUnrated,
        (Advice::Requirements | Advice::Both, Some(_)) if next.so_far => Key::ResultNextSoFar,
        (Advice::Requirements | Advice::Both, Some(_)) => Key::ResultNextRequirements,
        (Advice::Controls, _) => Key::ResultNextControls,
    };
    texts.fill(
        key,
        &[
            ("conformity", &texts.percent(requirements.conformity)),
            ("rated", &requirements.counts.rated.to_string()),
            ("all", &requirements.counts.in_scope.to_string()),
        ],
    )
}

/// What became of an item.
#[must_use]
pub fn change_text(texts: &Texts, change: Change) -> &str {
    texts.get(match change {
        Change::Rose => Key::OutcomeRose,
        Change::Fell => Key::OutcomeFell,
        Change::New => Key::OutcomeNew,
        Change::Gone => Key::OutcomeGone,
        Change::NewlyExcluded => Key::OutcomeNewlyExcluded,
        Change::NoLongerExcluded => Key::OutcomeNoLongerExcluded,
        Change::NewlyAsked => Key::OutcomeNewlyAsked,
        Change::NoLongerAsked => Key::OutcomeNoLongerAsked,
        Change::Same => Key::OutcomeSame,
        Change::NeverAsked => Key::RatingNotAsked,
    })
}

/// How a conformity changed, by the numbers as they are shown.
#[must_use]
pub fn shift_text(texts: &Texts, shift: Shift) -> String {
    let key = match (shift.older, shift.newer) {
        (Some(_), Some(_)) => match shift.points() {
            Some(1..) => Key::OutcomeShiftUp,
            Some(..=-1) => Key::OutcomeShiftDown,
            Some(0) | None => Key::OutcomeShiftNone,
        },
        (None, Some(_)) => Key::OutcomeShiftNew,
        (Some(_), None) => Key::OutcomeShiftGone,
        (None, None) => Key::OutcomeShiftUnrated,
    };
    texts.fill(
        key,
        &[("older", &texts.percent(shift.older)), ("newer", &texts.percent(shift.newer))],
    )
}

/// What was asked before and now, where that isn't the same, of `all` items that there are.
#[must_use]
pub fn asked_text(texts: &Texts, asked: &AskedThen, all: usize) -> Option<String> {
    if asked.is_alike() {
        return None;
    }
    let [older, newer, all] = [asked.older, asked.newer, all].map(|number| number.to_string());
    let values = [("older", &*older), ("newer", &newer), ("all", &all)];
    let counted = |key, number: usize| {
        (number > 0).then(|| texts.fill(key, &[("number", &number.to_string())]))
    };
    let sentences = [
        Some(texts.fill(Key::OutcomeAskedUnlike, &values)),
        counted(Key::OutcomeAskedNewly, asked.newly),
        counted(Key::OutcomeAskedNoLonger, asked.no_longer),
        Some(texts.get(Key::OutcomeAskedBeware).to_owned()),
    ];
    Some(sentences.into_iter().flatten().collect::<Vec<_>>().join(" "))
}

/// How the conformity of those items changed that are rated both times.
#[must_use]
pub fn rated_twice_text(texts: &Texts, items: usize, shift: Shift) -> String {
    let key = match shift.points() {
        None => Key::OutcomeTwiceNone,
        Some(0) => Key::OutcomeTwiceSame,
        Some(1..) => Key::OutcomeTwiceUp,
        Some(..=-1) => Key::OutcomeTwiceDown,
    };
    let [older, newer] = [shift.older, shift.newer].map(|side| texts.percent(side));
    texts.fill(key, &[("number", &items.to_string()), ("older", &older), ("newer", &newer)])
}

/// Percentage points with their sign: "+4", "−3", "0".
#[must_use]
pub fn points_text(points: i64) -> String {
    let sign = match points {
        1.. => "+",
        0 => "",
        ..=-1 => "−",
    };
    format!("{sign}{}", points.unsigned_abs())
}

fn groups_text(
    texts: &Texts,
    key: Key,
    pack_texts: &PackTexts,
    groups: &[GroupId],
) -> Option<String> {
    let names = groups.iter().map(|group| group_name(pack_texts, group)).collect();
    Some(texts.fill(key, &[("groups", &listed(texts, names)?)]))
}

/// "4, 5 and 6"; nothing of nothing.
fn listed(texts: &Texts, mut names: Vec<String>) -> Option<String> {
    let last = names.pop()?;
    if names.is_empty() {
        return Some(last);
    }
    Some(texts.fill(Key::OutcomeList, &[("others", &names.join(", ")), ("last", &last)]))
}

/// "6.1.2 Information security risk assessment"; with the clause above it only where several items
/// are called the same: "7.5.1 Documented information: General".
fn item_name(pack_texts: &PackTexts, item: &ItemId) -> String {
    let title = pack_texts.title(item);
    let shared = pack_texts.titles.values().filter(|other| *other == title).count() > 1;
    format!("{item} {}", if shared { pack_texts.full_title(item) } else { title })
}

/// "6 Planning".
pub(super) fn group_name(pack_texts: &PackTexts, group: &GroupId) -> String {
    format!("{group} {}", pack_texts.group(group))
}
