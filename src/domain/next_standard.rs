//! Which of the two standards an assessment speaks for.

use super::{
    evaluation::Evaluation,
    handbook::Advice,
    pack::{Kind, Pack},
    ratio::Ratio,
    score::{Measure, Tally},
    verdict::is_too_early,
};

/// Which standard to open next, and the numbers that say so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NextStandard {
    /// 27001 or 27002.
    pub advice: Advice,
    /// Whether what isn't rated yet could turn the advice.
    pub so_far: bool,
    /// The numbers of all requirements that are asked.
    pub requirements: Measure,
}

/// Which standard to open next; `None` while nothing is rated. 27002 once the low end of the range of
/// the requirements is at least 2/3, *Largely* on average: then what an ISMS has to be is there,
/// whatever the rest turns out to be, and the controls are what to carry out well. 27001 before that,
/// also while no requirement is rated, and as long as it is too early for a verdict. The rule is
/// Plumbline's own; the controls have no other part in it, for without requirements nobody knows which
/// of them are needed.
#[must_use]
pub fn next_standard(pack: &Pack, evaluation: &Evaluation) -> Option<NextStandard> {
    if evaluation.everything.counts.rated == 0 {
        return None;
    }
    let mut tally = Tally::default();
    for (item, result) in pack.items().iter().zip(&evaluation.items) {
        if item.kind == Kind::Requirement {
            tally.add(item.weight, &result.standing, pack.scale().unit());
        }
    }
    let requirements = tally.measure();
    let enough = Ratio::new(2, 3);
    let early = is_too_early(&evaluation.everything);
    // What isn't known is below every ratio.
    let advice =
        if early || requirements.low < enough { Advice::Requirements } else { Advice::Controls };
    let so_far = advice == Advice::Requirements && (early || requirements.high >= enough);
    Some(NextStandard { advice, so_far, requirements })
}
