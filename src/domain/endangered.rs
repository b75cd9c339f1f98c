//! Which of the organisation's reasons for an ISMS are put at risk by which gaps.

use super::{
    evaluation::Evaluation,
    extent::seen_of,
    finding::{Finding, Grade, Place},
    handbook::Reason,
    id::{ItemId, ReasonId},
    pack::Pack,
};

/// A reason and the gaps that endanger it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Endangered {
    /// The reason.
    pub reason: ReasonId,
    /// Where there is a finding that bears on it, the gravest first, then in the order of the findings:
    /// its items, each once with its gravest, and groups that an item of its own in scope is in.
    pub gaps: Vec<(Place, Grade)>,
    /// How many of its items are in scope.
    pub in_scope: usize,
    /// How many of those are rated.
    pub rated: usize,
}

/// Every reason with its gaps, in the order given; one that nothing endangers has none. A clause or
/// theme that doesn't work as a whole endangers what any item in it bears on.
#[must_use]
pub fn endangered(
    pack: &Pack,
    evaluation: &Evaluation,
    reasons: &[Reason],
    findings: &[Finding],
) -> Vec<Endangered> {
    let each = reasons.iter().map(|reason| {
        let in_scope =
            |item: &&ItemId| seen_of(pack, evaluation, item).is_some_and(|seen| seen.is_in_scope());
        let group_of = |item: &ItemId| pack.group_of(pack.item(item)?);
        let bears = |place: &Place| match place {
            Place::Item(item) => reason.items.contains(item),
            Place::Group(id) => {
                let mut groups = reason.items.iter().filter(in_scope).filter_map(group_of);
                groups.any(|group| group.id == *id)
            }
        };
        let mut gaps: Vec<(Place, Grade)> = Vec::new();
        for grade in [Grade::Major, Grade::Minor, Grade::Opportunity] {
            for finding in findings.iter().filter(|finding| finding.grade == grade) {
                // An item may have another finding for its documents.
                let is_told = gaps.iter().any(|(place, _)| *place == finding.at);
                if bears(&finding.at) && !is_told {
                    gaps.push((finding.at.clone(), grade));
                }
            }
        }
        let seen = reason.items.iter().filter_map(|item| seen_of(pack, evaluation, item));
        let rated = seen.filter(|seen| seen.extent().is_some()).count();
        Endangered {
            reason: reason.id.clone(),
            gaps,
            in_scope: reason.items.iter().filter(in_scope).count(),
            rated,
        }
    });
    each.collect()
}
