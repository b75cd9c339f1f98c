//! What an auditor would probably write down (scoring.md, Findings): predicted, never certain.

use super::{
    evaluation::Evaluation,
    extent::{Extent, Seen, seen},
    id::{GroupId, ItemId, LevelCode},
    pack::{Group, Item, Kind, Pack},
};

/// So many requirements of one clause with a minor finding make a major one of the clause.
const MINORS_OF_A_CLAUSE: usize = 3;
/// Fewest controls in scope for which a theme can have a finding of its own.
const CONTROLS_OF_A_THEME: usize = 5;

/// How grave a finding is, in an auditor's terms; a graver one is greater.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Grade {
    /// Opportunity for improvement.
    Opportunity,
    /// Minor nonconformity.
    Minor,
    /// Major nonconformity.
    Major,
}

/// Where a finding is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// At a requirement or a control.
    Item(ItemId),
    /// At a clause or a theme as a whole.
    Group(GroupId),
}

/// Why something is a finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FindingReason {
    /// The rating by itself.
    Level(LevelCode),
    /// Several requirements of a clause have a minor finding each (rule 2).
    MinorsInClause {
        /// How many.
        minors: usize,
        /// Of how many requirements in scope.
        of: usize,
    },
    /// More than half of a theme's controls are at most partly in place (rule 3).
    GapsInTheme {
        /// How many.
        gaps: usize,
        /// Of how many controls in scope.
        of: usize,
    },
}

/// A predicted finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// How grave it is.
    pub grade: Grade,
    /// Where it is.
    pub at: Place,
    /// Why.
    pub reason: FindingReason,
}

/// Why nothing can be said of an item in scope.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unknown {
    /// "Not verified": nobody could tell.
    NotVerified,
    /// "Not assessed": nobody has looked.
    NotAssessed,
}

/// An item of which nothing can be said. It is no finding, but in the way of readiness.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unverified {
    /// The item.
    pub item: ItemId,
    /// Why.
    pub why: Unknown,
}

/// All findings in pack order, that of a group before those of its items (scoring.md, Findings: the
/// table, and of what raises a finding the rules 2 and 3; the others need risks and documents). An
/// item has one finding at most, and no average lifts or hides any. Levels of a pack's own scale
/// count as [`Extent`] says.
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
    Some(Finding {
        grade: grade(item.kind, *extent)?,
        at: Place::Item(item.id.clone()),
        reason: FindingReason::Level((*level).clone()),
    })
}

/// The rules 2 and 3: what the findings of a group say of it as a whole. Which of them holds, the
/// kind of its items decides, which all items of a group share.
fn systemic(group: &Group, items: &[(&Item, Seen<'_>)]) -> Option<Finding> {
    let kind = items.first()?.0.kind;
    let count =
        |counts: &dyn Fn(&Seen<'_>) -> bool| items.iter().filter(|(_, seen)| counts(seen)).count();
    let of = count(&|seen| seen.is_in_scope());
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
    Some(Finding { grade: Grade::Major, at: Place::Group(group.id.clone()), reason })
}
