//! What an auditor would probably write down (scoring.md, Findings): predicted, never certain.

use litemap::LiteMap;
use serde::Serialize;

use super::{
    assessment::Assessment,
    document::{DocumentResult, DocumentState},
    evaluation::Evaluation,
    extent::{Extent, Seen, seen, seen_of},
    handbook::Demand,
    id::{DocumentId, FindingId, GroupId, ItemId, LevelCode, RiskId},
    pack::{Group, Item, Kind, Pack},
    risk::level::RiskResult,
};

/// So many requirements of one clause with a minor finding make a major one of the clause.
const MINORS_OF_A_CLAUSE: usize = 3;
/// Fewest controls in scope for which a theme can have a finding of its own.
const CONTROLS_OF_A_THEME: usize = 5;

/// How grave a finding is, in an auditor's terms; a graver one is greater.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Grade {
    /// Opportunity for improvement.
    Opportunity,
    /// Minor nonconformity.
    Minor,
    /// Major nonconformity.
    Major,
}

impl Grade {
    /// All of them, the gravest first.
    pub const ALL: [Self; 3] = [Self::Major, Self::Minor, Self::Opportunity];

    /// As written in files.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Opportunity => "opportunity",
            Self::Minor => "minor",
            Self::Major => "major",
        }
    }

    /// Reads a grade as written in files.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|grade| grade.as_str() == text)
    }
}

/// A grade that the assessor gives in place of the computed one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Regrade {
    /// The grade.
    pub grade: Grade,
    /// The computed grade in place of which it was given. It holds as long as the rules still say so:
    /// what has become worse since isn't hidden by what somebody thought before.
    pub computed: Grade,
    /// Why; never blank.
    pub reason: String,
}

/// Where a finding is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Place {
    /// At a requirement or a control.
    Item(ItemId),
    /// At a clause or a theme as a whole.
    Group(GroupId),
}

/// Why something is a finding.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum FindingReason {
    /// The rating by itself.
    Level(LevelCode),
    /// A control that isn't in place treats risks that are above the threshold without controls
    /// (rule 1).
    Risks {
        /// The rating.
        level: LevelCode,
        /// These risks, in the order of their numbers.
        risks: Vec<RiskId>,
    },
    /// Mandatory documented information isn't in place (rule 4).
    Document {
        /// Which.
        document: DocumentId,
        /// How far it is.
        state: DocumentState,
    },
    /// Several requirements of a clause have a minor finding each (rule 2).
    MinorsInClause {
        /// How many.
        minors: usize,
        /// Of how many requirements, asked or not.
        of: usize,
    },
    /// More than half of a theme's controls are at most partly in place (rule 3).
    GapsInTheme {
        /// How many.
        gaps: usize,
        /// Of how many controls that aren't excluded, asked or not.
        of: usize,
    },
}

/// A predicted finding.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// How grave it is: as the assessor grades it, or else as computed.
    pub grade: Grade,
    /// How grave it is by the rules alone.
    pub computed: Grade,
    /// Why the assessor grades it as it is; `None` where the computed grade stands.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub regraded: Option<String>,
    /// Where it is.
    pub at: Place,
    /// Why.
    pub reason: FindingReason,
}

impl Finding {
    fn new(grade: Grade, at: Place, reason: FindingReason) -> Self {
        Self { grade, computed: grade, regraded: None, at, reason }
    }

    /// What it is about, by which it is found again when ratings change. Never `None` for findings of
    /// a pack whose identifiers are no longer than usual.
    #[must_use]
    pub fn id(&self) -> Option<FindingId> {
        let id = match (&self.reason, &self.at) {
            (FindingReason::Document { document, .. }, _) => format!("document.{document}"),
            (_, Place::Item(item)) => format!("item.{item}"),
            (_, Place::Group(group)) => format!("group.{group}"),
        };
        FindingId::parse(&id).ok()
    }
}

/// Why nothing can be said of an item in scope.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Unknown {
    /// "Not verified": nobody could tell.
    NotVerified,
    /// "Not assessed": nobody has looked.
    NotAssessed,
}

/// An item of which nothing can be said. It is no finding, but in the way of readiness.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Unverified {
    /// The item.
    pub item: ItemId,
    /// Why.
    pub why: Unknown,
}

/// What follows from the ratings alone, in pack order, that of a group before those of its items
/// (scoring.md, Findings: the table and the rules 2 and 3). An item has one such finding at most, and
/// no average lifts or hides any. Levels of a pack's own scale count as [`Extent`] says.
#[must_use]
pub fn findings(pack: &Pack, evaluation: &Evaluation) -> Vec<Finding> {
    let mut items = seen(pack, evaluation);
    let mut findings = Vec::new();
    for group in pack.groups() {
        let of_group: Vec<_> = items.by_ref().take(group.items.len()).collect();
        findings.extend(systemic(group, &of_group));
        findings.extend(of_group.iter().filter_map(|(item, seen)| of_item(item, seen)));
    }
    findings
}

/// All findings: those that follow from the ratings, raised by risks and documents (rules 1 and 4), and
/// graded as the assessor has it. A document's finding stands after that of its item.
#[must_use]
pub fn all_findings(
    pack: &Pack,
    assessment: &Assessment,
    evaluation: &Evaluation,
    documents: &[DocumentResult],
    risks: &[RiskResult],
) -> Vec<Finding> {
    let mut findings = findings(pack, evaluation);
    raise(&mut findings, pack, assessment, evaluation, risks);
    for document in documents {
        if let (Some(finding), Some(place)) =
            (of_document(document), pack.places().get(&document.item))
        {
            let at = findings.partition_point(|other| order(pack, other) <= Some(*place));
            findings.insert(at, finding);
        }
    }
    for finding in &mut findings {
        let regrade = finding.id().and_then(|id| assessment.work().regraded.get(&id));
        if let Some(regrade) = regrade.filter(|regrade| regrade.computed == finding.computed) {
            finding.grade = regrade.grade;
            finding.regraded = Some(regrade.reason.clone());
        }
    }
    findings
}

/// Where a finding stands among the items: that of a group stands before its first.
fn order(pack: &Pack, finding: &Finding) -> Option<usize> {
    match &finding.at {
        Place::Item(item) => pack.places().get(item).copied(),
        Place::Group(group) => pack.group(group).map(|group| group.items.start),
    }
}

/// Rule 1: a control that isn't in place is a major finding where it treats a risk that is above the
/// threshold without controls.
fn raise(
    findings: &mut [Finding],
    pack: &Pack,
    assessment: &Assessment,
    evaluation: &Evaluation,
    risks: &[RiskResult],
) {
    let mut treated: LiteMap<&ItemId, Vec<RiskId>> = LiteMap::new_vec();
    for result in risks.iter().filter(|result| result.inherent_above) {
        let links =
            assessment.work().risks.get(&result.id).into_iter().flat_map(|risk| &risk.controls);
        for link in links {
            treated.entry(&link.control).or_default().push(result.id.clone());
        }
    }
    for finding in findings {
        let (Place::Item(item), FindingReason::Level(level)) = (&finding.at, &finding.reason)
        else {
            continue;
        };
        let is_control = pack.item(item).is_some_and(|item| item.kind == Kind::Control);
        let extent = seen_of(pack, evaluation, item).and_then(|seen| seen.extent());
        if let (true, Some(Extent::NotInPlace), Some(risks)) =
            (is_control, extent, treated.get(item))
        {
            let reason = FindingReason::Risks { level: level.clone(), risks: risks.clone() };
            *finding = Finding::new(Grade::Major, finding.at.clone(), reason);
        }
    }
}

/// Rule 4. What nobody has looked at is no finding.
fn of_document(document: &DocumentResult) -> Option<Finding> {
    let state = document.state.filter(|_| document.demand == Demand::Mandatory)?;
    let grade = match state {
        DocumentState::Missing => Grade::Major,
        DocumentState::Draft => Grade::Minor,
        DocumentState::InPlace => return None,
    };
    let reason = FindingReason::Document { document: document.id.clone(), state };
    Some(Finding::new(grade, Place::Item(document.item.clone()), reason))
}

/// What is major by the rules but graded lower by the assessor, so that it isn't in the way of
/// readiness.
pub fn graded_down(findings: &[Finding]) -> impl Iterator<Item = &Finding> {
    findings.iter().filter(|it| it.computed == Grade::Major && it.grade < Grade::Major)
}

/// The gravest finding at an item itself; what its group has counts for no single item.
#[must_use]
pub fn gravest(findings: &[Finding], item: &ItemId) -> Option<Grade> {
    let here = |finding: &&Finding| matches!(&finding.at, Place::Item(id) if id == item);
    findings.iter().filter(here).map(|finding| finding.grade).max()
}

/// The items in scope of which nothing can be said, in pack order.
#[must_use]
pub fn unverified(pack: &Pack, evaluation: &Evaluation) -> Vec<Unverified> {
    let unverified = seen(pack, evaluation).filter_map(|(item, seen)| {
        let why = match seen {
            Seen::DontKnow => Unknown::NotVerified,
            Seen::Unanswered => Unknown::NotAssessed,
            Seen::Rated { .. } | Seen::Outside | Seen::NotAsked => return None,
        };
        Some(Unverified { item: item.id.clone(), why })
    });
    unverified.collect()
}

/// The table of scoring.md, Findings.
const fn grade(kind: Kind, extent: Extent) -> Option<Grade> {
    match (kind, extent) {
        (Kind::Requirement, Extent::NotInPlace) => Some(Grade::Major),
        (Kind::Control, Extent::NotInPlace) | (_, Extent::Partly) => Some(Grade::Minor),
        (_, Extent::Largely) => Some(Grade::Opportunity),
        (_, Extent::Fully) => None,
    }
}

fn of_item(item: &Item, seen: &Seen<'_>) -> Option<Finding> {
    let Seen::Rated { level, extent, .. } = seen else { return None };
    let reason = FindingReason::Level((*level).clone());
    Some(Finding::new(grade(item.kind, *extent)?, Place::Item(item.id.clone()), reason))
}

/// The rules 2 and 3: what the findings of a group say of it as a whole. Which of them holds, the
/// kind of its items decides, which all items of a group share. What this assessment doesn't ask is in
/// scope here like what nobody has rated: five bad answers to the five questions of a quick check
/// aren't most of a theme.
fn systemic(group: &Group, items: &[(&Item, Seen<'_>)]) -> Option<Finding> {
    let kind = items.first()?.0.kind;
    let count =
        |counts: &dyn Fn(&Seen<'_>) -> bool| items.iter().filter(|(_, seen)| counts(seen)).count();
    let of = count(&|seen| *seen != Seen::Outside);
    let reason = match kind {
        Kind::Requirement => {
            let minor = |extent| grade(kind, extent) == Some(Grade::Minor);
            let minors = count(&|seen| seen.extent().is_some_and(minor));
            (minors >= MINORS_OF_A_CLAUSE)
                .then_some(FindingReason::MinorsInClause { minors, of })?
        }
        Kind::Control => {
            let gap = |extent| extent <= Extent::Partly;
            let gaps = count(&|seen| seen.extent().is_some_and(gap));
            (of >= CONTROLS_OF_A_THEME && gaps > of - gaps)
                .then_some(FindingReason::GapsInTheme { gaps, of })?
        }
    };
    Some(Finding::new(Grade::Major, Place::Group(group.id.clone()), reason))
}
