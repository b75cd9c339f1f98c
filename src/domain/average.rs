//! The theme-averaged view (scoring.md, Headlines), with the range that belongs to it.

use super::{
    evaluation::GroupResult,
    ratio::Ratio,
    score::{Counts, Measure},
};

/// The numbers of some clauses and themes with the same weight for each, however many items it has;
/// the counts are those of all their items. The conformity is the mean over those that have one, the
/// other numbers over those of which something is in scope. It lies between low and high: a group
/// without ratings adds 0 to the low end and 1 to the high end.
#[must_use]
pub fn average(groups: &[GroupResult]) -> Measure {
    let mean = |number: fn(&Measure) -> Option<Ratio>| {
        Ratio::mean(groups.iter().filter_map(|group| number(&group.measure)))
    };
    let mut counts = Counts::default();
    for GroupResult { measure, .. } in groups {
        counts.merge(&measure.counts);
    }
    Measure {
        counts,
        conformity: mean(|measure| measure.conformity),
        low: mean(|measure| measure.low),
        high: mean(|measure| measure.high),
        completeness: mean(|measure| measure.completeness),
    }
}
