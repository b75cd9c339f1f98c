//! The Statement of Applicability: which controls are needed, why, and how far they are.

use serde::Serialize;

use super::{
    action::Action,
    assessment::{Answer, Applicability, Assessment, Rating},
    evaluation::Evaluation,
    extent::{Extent, Seen, seen},
    id::{ItemId, RiskId},
    pack::{Kind, Pack},
    risk::register::is_false,
    scale::Scale,
    scope::Standing,
    time::Day,
};

/// Why a control is needed, beside free text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum InclusionReason {
    /// Risk treatment calls for it.
    Risk,
    /// A law or regulation does.
    Legal,
    /// A contract does.
    Contractual,
    /// The business does.
    Business,
    /// It is best practice.
    BestPractice,
}

impl InclusionReason {
    /// All of them, in the order they are offered.
    pub const ALL: [Self; 5] =
        [Self::Risk, Self::Legal, Self::Contractual, Self::Business, Self::BestPractice];

    /// As written in files.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Risk => "risk",
            Self::Legal => "legal",
            Self::Contractual => "contractual",
            Self::Business => "business",
            Self::BestPractice => "best_practice",
        }
    }

    /// Reads a reason as written in files.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|reason| reason.as_str() == text)
    }
}

/// That a control is needed, and why.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Inclusion {
    /// Each once, in the order of [`InclusionReason::ALL`].
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub reasons: Vec<InclusionReason>,
    /// Why, in the organisation's words.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub why: String,
    /// Whether it was only proposed and nobody has confirmed it.
    #[serde(skip_serializing_if = "is_false")]
    pub proposed: bool,
}

impl Inclusion {
    /// Whether any reason is given.
    #[must_use]
    pub fn has_reason(&self) -> bool {
        !self.reasons.is_empty() || !self.why.trim().is_empty()
    }
}

/// What stands at the head of the statement.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Statement {
    /// Its version.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub version: String,
    /// Who approved it.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub approver: String,
    /// When.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub approved: Option<Day>,
}

impl Statement {
    /// Nothing of it is written.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        *self == Self::default()
    }
}

/// A control of the organisation's own, beside those of the pack.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct OwnControl {
    /// Counted from 1 in the order they were added; what people call it by: "C2".
    pub number: u64,
    /// What it is called.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub title: String,
    /// Whether it makes incidents less likely: a preventive control.
    #[serde(skip_serializing_if = "is_false")]
    pub preventive: bool,
    /// Whether it makes incidents less bad: a detective or corrective control.
    #[serde(skip_serializing_if = "is_false")]
    pub corrective: bool,
    /// Rating, applicability, reasons, evidence and owner, as for a control of the pack.
    #[serde(skip_serializing_if = "Answer::is_empty")]
    pub answer: Answer,
}

/// What is decided about a control.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Decision {
    /// Nothing yet.
    Undecided,
    /// It is needed.
    Applicable,
    /// It isn't.
    Excluded,
}

/// How far a control is put into practice, which follows from its rating.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Implementation {
    /// Nobody has looked, or nobody could tell.
    Unknown,
    /// Not at all.
    Not,
    /// In part.
    Partly,
    /// For the most part.
    Largely,
    /// Wholly.
    Fully,
}

/// A mistake in a row that auditors find.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Lint {
    /// Neither applicable nor excluded.
    Undecided,
    /// Decided by a proposal that nobody has confirmed.
    Proposed,
    /// Excluded, though a risk needs it: one that isn't retained or avoided.
    ExcludedThoughNeeded,
    /// Excluded without a justification.
    ExcludedWithoutJustification,
    /// Applicable without a reason.
    IncludedWithoutReason,
    /// Largely or fully in place, but nothing proves it.
    WithoutEvidence,
}

impl Lint {
    /// All of them, in the order of a row's list.
    pub const ALL: [Self; 6] = [
        Self::Undecided,
        Self::Proposed,
        Self::ExcludedThoughNeeded,
        Self::ExcludedWithoutJustification,
        Self::IncludedWithoutReason,
        Self::WithoutEvidence,
    ];

    /// Whether the statement isn't complete with it (scoring.md, Readiness): a control that isn't
    /// decided, an exclusion that isn't justified, an inclusion without reason.
    #[must_use]
    pub const fn is_incomplete(self) -> bool {
        match self {
            Self::Undecided
            | Self::Proposed
            | Self::ExcludedWithoutJustification
            | Self::IncludedWithoutReason => true,
            Self::ExcludedThoughNeeded | Self::WithoutEvidence => false,
        }
    }
}

/// A row of the statement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Row {
    /// The control.
    pub control: ItemId,
    /// What is decided.
    pub decision: Decision,
    /// How far it is.
    pub implementation: Implementation,
    /// The risks that it is linked to, in the order of their numbers.
    pub risks: Vec<RiskId>,
    /// What auditors would find.
    pub lints: Vec<Lint>,
}

impl Row {
    /// What a control counts as whose answer this is, by the levels of this scale.
    #[must_use]
    pub fn standing(&self, scale: &Scale, answer: &Answer) -> Standing {
        match (&answer.rating, self.implementation) {
            (_, Implementation::Unknown) if answer.applicability.is_out_of_scope() => {
                Standing::Excluded
            }
            (Some(Rating::DontKnow), _) => Standing::DontKnow,
            (_, Implementation::Unknown) | (None, _) => Standing::Unanswered,
            (Some(Rating::Level(code)), _) => {
                let credit = scale.level(code).map(|level| level.credit).unwrap_or_default();
                Standing::Rated { level: code.clone(), credit }
            }
        }
    }
}

/// The rows of the pack's controls in its order, then those of the organisation's own in the order of
/// their numbers.
#[must_use]
pub fn rows(pack: &Pack, assessment: &Assessment, evaluation: &Evaluation) -> Vec<Row> {
    let blank = Answer::default();
    let controls = seen(pack, evaluation).filter(|(item, _)| item.kind == Kind::Control);
    let calls = Calls::new(assessment);
    let mut rows: Vec<Row> = controls
        .map(|(item, seen)| {
            let answer = assessment.answer(&item.id).unwrap_or(&blank);
            row(&item.id, answer, implementation(&seen), calls.of(&item.id))
        })
        .collect();
    for (id, own) in assessment.work().own_in_order() {
        let implementation = if own.answer.applicability.is_out_of_scope() {
            Implementation::Unknown
        } else {
            own_implementation(pack, &own.answer)
        };
        rows.push(row(id, &own.answer, implementation, calls.of(id)));
    }
    rows
}

/// Whether the statement is complete: every control is decided, every exclusion justified, every
/// inclusion has a reason (scoring.md, Readiness).
#[must_use]
pub fn is_complete(rows: &[Row]) -> bool {
    rows.iter().flat_map(|row| &row.lints).all(|lint| !lint.is_incomplete())
}

/// By control, the risks that it is linked to, and whether one of them needs it.
struct Calls(litemap::LiteMap<ItemId, (Vec<RiskId>, bool)>);

impl Calls {
    fn new(assessment: &Assessment) -> Self {
        let mut calls: litemap::LiteMap<ItemId, (Vec<RiskId>, bool)> = litemap::LiteMap::new_vec();
        for (id, risk) in assessment.work().risks_in_order() {
            for link in &risk.controls {
                let (risks, needed) = calls.entry(link.control.clone()).or_default();
                risks.push(id.clone());
                *needed |= risk.needs_controls();
            }
        }
        Self(calls)
    }

    fn of(&self, control: &ItemId) -> (Vec<RiskId>, bool) {
        self.0.get(control).cloned().unwrap_or_default()
    }
}

fn row(
    control: &ItemId,
    answer: &Answer,
    implementation: Implementation,
    (risks, needed): (Vec<RiskId>, bool),
) -> Row {
    let decision = match (&answer.applicability, &answer.inclusion) {
        (Applicability::Excluded { .. }, _) => Decision::Excluded,
        (Applicability::Applicable, Some(_)) => Decision::Applicable,
        (Applicability::Applicable, None) => Decision::Undecided,
    };
    let in_practice = matches!(implementation, Implementation::Largely | Implementation::Fully);
    let inclusion = answer.inclusion.as_ref();
    let has = |lint: &Lint| match lint {
        Lint::Undecided => decision == Decision::Undecided,
        Lint::Proposed => {
            decision == Decision::Applicable && inclusion.is_some_and(|it| it.proposed)
        }
        Lint::ExcludedThoughNeeded => decision == Decision::Excluded && needed,
        Lint::ExcludedWithoutJustification => answer.applicability.lacks_justification(),
        Lint::IncludedWithoutReason => {
            decision == Decision::Applicable && inclusion.is_none_or(|it| !it.has_reason())
        }
        Lint::WithoutEvidence => {
            decision != Decision::Excluded && in_practice && answer.evidence.is_empty()
        }
    };
    let lints = Lint::ALL.into_iter().filter(has).collect();
    Row { control: control.clone(), decision, implementation, risks, lints }
}

const fn implementation(seen: &Seen<'_>) -> Implementation {
    match seen.extent() {
        Some(extent) => of_extent(extent),
        None => Implementation::Unknown,
    }
}

const fn of_extent(extent: Extent) -> Implementation {
    match extent {
        Extent::NotInPlace => Implementation::Not,
        Extent::Partly => Implementation::Partly,
        Extent::Largely => Implementation::Largely,
        Extent::Fully => Implementation::Fully,
    }
}

fn own_implementation(pack: &Pack, answer: &Answer) -> Implementation {
    let Some(Rating::Level(code)) = &answer.rating else { return Implementation::Unknown };
    let level = pack.scale().level(code);
    level.map_or(Implementation::Unknown, |level| {
        of_extent(Extent::of(level.credit, pack.scale().unit()))
    })
}

/// Proposals for the rows that nobody has decided: a control that a risk calls for is applicable for
/// that reason, one that is at least partly in place as best practice, and both for both reasons. For
/// a control of which neither is true nothing is proposed: leaving one out is a decision that nobody
/// should find made.
#[must_use]
pub fn draft(pack: &Pack, assessment: &Assessment, evaluation: &Evaluation) -> Vec<Action> {
    let treated = |control: &ItemId| {
        let risks = assessment.work().risks.values();
        risks.filter(|risk| risk.needs_controls()).any(|risk| risk.is_treated_by(control))
    };
    let rows = rows(pack, assessment, evaluation);
    let undecided = rows.into_iter().filter(|row| row.decision == Decision::Undecided);
    let proposals = undecided.filter_map(|row| {
        let in_use = !matches!(row.implementation, Implementation::Unknown | Implementation::Not);
        let reasons: Vec<InclusionReason> = [
            (treated(&row.control), InclusionReason::Risk),
            (in_use, InclusionReason::BestPractice),
        ]
        .into_iter()
        .filter_map(|(holds, reason)| holds.then_some(reason))
        .collect();
        (!reasons.is_empty()).then(|| {
            let inclusion = Inclusion { reasons, why: String::new(), proposed: true };
            Action::Include(row.control, Some(inclusion))
        })
    });
    proposals.collect()
}
