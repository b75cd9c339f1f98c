//! Which of the two standards an assessment speaks for.

use super::{
    evaluation::Evaluation,
    handbook::Advice,
    pack::{Kind, Pack},
    ratio::Ratio,
    score::{Measure, Tally},
};

/// Which standard to open next, and the numbers that say so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NextStandard {
    /// 27001 or 27002.
    pub advice: Advice,
    /// The numbers of all requirements that are asked.
    pub requirements: Measure,
}

/// Which standard to open next; `None` while nothing is rated. 27002 once the conformity of the
/// requirements is at least 2/3, *Largely* on average: then what an ISMS has to be is there, and the
/// controls are what to carry out well. 27001 before that, also while no requirement is rated. The
/// rule is Plumbline's own; the controls have no part in it, for without requirements nobody knows
/// which of them are needed.
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
    // Without a conformity it is below every ratio.
    let advice = if requirements.conformity < Ratio::new(2, 3) {
        Advice::Requirements
    } else {
        Advice::Controls
    };
    Some(NextStandard { advice, requirements })
}
