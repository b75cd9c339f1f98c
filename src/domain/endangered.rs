//! Which of the organisation's reasons for an ISMS are put at risk by which gaps.

use super::{
    finding::{Finding, Grade, Place},
    handbook::Reason,
    id::{ItemId, ReasonId},
};

/// A reason and the gaps that endanger it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Endangered {
    /// The reason.
    pub reason: ReasonId,
    /// Its items that have a finding, the gravest first, then in the order of the findings.
    pub gaps: Vec<(ItemId, Grade)>,
}

/// Every reason with its gaps, in the order given; one that nothing endangers has none.
#[must_use]
pub fn endangered(reasons: &[Reason], findings: &[Finding]) -> Vec<Endangered> {
    let each = reasons.iter().map(|reason| Endangered {
        reason: reason.id.clone(),
        gaps: [Grade::Major, Grade::Minor, Grade::Opportunity]
            .into_iter()
            .flat_map(|grade| findings.iter().filter(move |finding| finding.grade == grade))
            .filter_map(|finding| match &finding.at {
                Place::Item(item) if reason.items.contains(item) => {
                    Some((item.clone(), finding.grade))
                }
                Place::Item(_) | Place::Group(_) => None,
            })
            .collect(),
    });
    each.collect()
}
