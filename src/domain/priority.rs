//! What to do first (scoring.md, What to do first), as far as findings and effort tell: risks and
//! documents have no part in it yet.

use std::cmp::Reverse;

use super::{
    evaluation::Evaluation,
    extent::{Extent, Seen, seen},
    finding::{Finding, Grade, Place},
    id::ItemId,
    pack::{Effort, Item, Kind, Pack},
};

/// The requirements without which stage 1 of the audit isn't passed (scoring.md, Readiness). They
/// follow from no other data of a pack: the steps of the roadmap cut elsewhere.
pub const STAGE_1: [&str; 19] = [
    "4.1", "4.2", "4.3", "4.4", "5.1", "5.2", "5.3", "6.1.1", "6.1.2", "6.1.3", "6.2", "7.5.1",
    "7.5.2", "7.5.3", "9.2.1", "9.2.2", "9.3.1", "9.3.2", "9.3.3",
];

/// Something to do: an item in scope that isn't fully in place, or of which that isn't known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Priority {
    /// The item.
    pub item: ItemId,
    /// What closing it brings, in points: 6 for a major finding, 3 for a minor one, 1 for an
    /// opportunity; 0 when it isn't rated, for then nothing is known to be closed.
    pub benefit: u64,
    /// What it takes.
    pub effort: Effort,
    /// Its gravest finding; `None` when it isn't rated.
    pub grade: Option<Grade>,
    /// Whether stage 1 of the audit can't be passed as it is: one of [`STAGE_1`] below *Largely*, or
    /// an unanswered requirement.
    pub blocks_stage_1: bool,
}

/// Everything that there is to do, first things first: what blocks stage 1, then by benefit over
/// effort, then by gravest finding, then in pack order.
#[must_use]
pub fn priorities(pack: &Pack, evaluation: &Evaluation, findings: &[Finding]) -> Vec<Priority> {
    let grades = grades(pack, findings);
    let open = seen(pack, evaluation).zip(grades).filter_map(|((item, seen), grade)| {
        let open = seen.is_in_scope() && seen.extent() != Some(Extent::Fully);
        open.then(|| Priority {
            item: item.id.clone(),
            benefit: benefit(grade),
            effort: item.effort,
            grade,
            blocks_stage_1: blocks_stage_1(item, &seen),
        })
    });
    let mut priorities: Vec<Priority> = open.collect();
    // Stable, so that pack order decides last.
    priorities.sort_by(|one, other| {
        let blocking = (!one.blocks_stage_1).cmp(&!other.blocks_stage_1);
        let cross = |of: &Priority, by: &Priority| of.benefit.saturating_mul(cost(by.effort));
        blocking
            .then_with(|| cross(other, one).cmp(&cross(one, other)))
            .then_with(|| Reverse(one.grade).cmp(&Reverse(other.grade)))
    });
    priorities
}

/// The gaps that matter most, `most` at most: what is rated below *Fully*, in the order of
/// [`priorities`]. What merely isn't rated is no gap.
#[must_use]
pub fn gaps(
    pack: &Pack,
    evaluation: &Evaluation,
    findings: &[Finding],
    most: usize,
) -> Vec<Priority> {
    let mut gaps = priorities(pack, evaluation, findings);
    gaps.retain(|priority| priority.grade.is_some());
    gaps.truncate(most);
    gaps
}

/// The gravest finding of every item, in pack order.
fn grades(pack: &Pack, findings: &[Finding]) -> Vec<Option<Grade>> {
    let mut grades = vec![None; pack.items().len()];
    for finding in findings {
        let Place::Item(id) = &finding.at else { continue };
        if let Some(grade) = pack.places().get(id).and_then(|place| grades.get_mut(*place)) {
            *grade = (*grade).max(Some(finding.grade));
        }
    }
    grades
}

const fn benefit(grade: Option<Grade>) -> u64 {
    match grade {
        Some(Grade::Major) => 6,
        Some(Grade::Minor) => 3,
        Some(Grade::Opportunity) => 1,
        None => 0,
    }
}

const fn cost(effort: Effort) -> u64 {
    match effort {
        Effort::S => 1,
        Effort::M => 2,
        Effort::L => 4,
        Effort::XL => 8,
    }
}

fn blocks_stage_1(item: &Item, seen: &Seen<'_>) -> bool {
    let unanswered = *seen == Seen::Unanswered && item.kind == Kind::Requirement;
    let below = seen.extent() < Some(Extent::Largely);
    unanswered || (below && STAGE_1.contains(&item.id.as_str()))
}
