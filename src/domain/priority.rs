//! What to do first (scoring.md, What to do first).

use std::cmp::Reverse;

use litemap::LiteMap;
use serde::Serialize;

use super::{
    document::DocumentState,
    extent::{Extent, Seen, seen},
    finding::{Finding, Grade, Place},
    handbook::{Demand, Form},
    id::{GroupId, ItemId},
    material::Material,
    pack::{Effort, Item, Kind, Pack},
    plan,
    readiness::STAGE_1,
};

/// What counts a mandatory document or record that is missing.
const MISSING_DOCUMENT: u64 = 2;
/// What counts each level by which a risk above the threshold would fall.
const RISK_LEVEL: u64 = 2;

/// Something to do: an item in scope that isn't fully in place, or of which that isn't known, or whose
/// documented information is a finding.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Priority {
    /// The item.
    pub item: ItemId,
    /// What closing it brings, in points: the sum of the three that follow.
    pub benefit: u64,
    /// For its gravest finding: 6 for a major one, 3 for a minor one, 1 for an opportunity; 0 when it
    /// has none, for then nothing is known to be closed.
    pub for_finding: u64,
    /// For mandatory documented information that is missing: 2.
    pub for_document: u64,
    /// For risks above the threshold: 2 for each level of risk that would go if this item alone
    /// became fully in place.
    pub for_risks: u64,
    /// What it takes.
    pub effort: Effort,
    /// Its gravest finding.
    pub grade: Option<Grade>,
    /// Whether stage 1 of the audit can't be passed as it is: one of [`STAGE_1`] below *Largely*, an
    /// unanswered requirement, or a mandatory document that is known not to be in place.
    pub blocks_stage_1: bool,
}

/// Everything that there is to do, first things first: what blocks stage 1, then by benefit over
/// effort, then by gravest finding, then in pack order. `relief` is, by control, the levels of risk that
/// would go ([`super::risk::level::relief`]).
#[must_use]
pub fn priorities(material: &Material<'_>, relief: &LiteMap<ItemId, u64>) -> Vec<Priority> {
    let grades = grades(material.pack, material.findings);
    let items = seen(material.pack, material.evaluation).zip(grades);
    let mut priorities: Vec<Priority> = items
        .filter_map(|((item, seen), grade)| priority(material, relief, item, &seen, grade))
        .collect();
    // Stable, so that pack order decides last.
    priorities.sort_by(|one, other| {
        let blocking = (!one.blocks_stage_1).cmp(&!other.blocks_stage_1);
        let cross = |of: &Priority, by: &Priority| of.benefit.saturating_mul(by.effort.cost());
        blocking
            .then_with(|| cross(other, one).cmp(&cross(one, other)))
            .then_with(|| Reverse(one.grade).cmp(&Reverse(other.grade)))
    });
    priorities
}

fn priority(
    material: &Material<'_>,
    relief: &LiteMap<ItemId, u64>,
    item: &Item,
    seen: &Seen<'_>,
    grade: Option<Grade>,
) -> Option<Priority> {
    let open = seen.extent() != Some(Extent::Fully) || grade.is_some();
    if !seen.is_in_scope() || !open {
        return None;
    }
    let of_item = material.documents.iter().filter(|document| document.item == item.id);
    let (mut missing, mut lacks_document) = (false, false);
    for document in of_item.filter(|document| document.demand == Demand::Mandatory) {
        missing |= document.state == Some(DocumentState::Missing);
        let known = document.state.is_some_and(|state| state != DocumentState::InPlace);
        lacks_document |= known && document.form == Form::Document;
    }
    let for_finding = match grade {
        Some(Grade::Major) => 6,
        Some(Grade::Minor) => 3,
        Some(Grade::Opportunity) => 1,
        None => 0,
    };
    let for_document = if missing { MISSING_DOCUMENT } else { 0 };
    let relief = relief.get(&item.id).copied().unwrap_or_default();
    let for_risks = relief.saturating_mul(RISK_LEVEL);
    Some(Priority {
        item: item.id.clone(),
        benefit: for_finding + for_document + for_risks,
        for_finding,
        for_document,
        for_risks,
        effort: plan::effort(material.pack, material.assessment, &item.id).unwrap_or(item.effort),
        grade,
        blocks_stage_1: blocks_stage_1(item, seen) || lacks_document,
    })
}

/// The gaps that matter most, `most` at most: what has a finding, the gravest first, and among equally
/// grave ones in the order of [`priorities`]. What merely isn't rated is no gap.
#[must_use]
pub fn gaps(priorities: &[Priority], most: usize) -> Vec<&Priority> {
    let mut gaps: Vec<&Priority> =
        priorities.iter().filter(|priority| priority.grade.is_some()).collect();
    gaps.sort_by_key(|priority| Reverse(priority.grade));
    gaps.truncate(most);
    gaps
}

/// The clauses and themes with a major finding as a whole, which no gap of an item shows, in pack order.
pub fn major_wholes(findings: &[Finding]) -> impl Iterator<Item = &GroupId> {
    findings.iter().filter_map(|finding| match (&finding.at, finding.grade) {
        (Place::Group(group), Grade::Major) => Some(group),
        _ => None,
    })
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

fn blocks_stage_1(item: &Item, seen: &Seen<'_>) -> bool {
    let unanswered = *seen == Seen::Unanswered && item.kind == Kind::Requirement;
    let below = seen.extent() < Some(Extent::Largely);
    unanswered || (below && STAGE_1.contains(&item.id.as_str()))
}
