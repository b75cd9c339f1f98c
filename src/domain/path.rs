//! The way to the certificate on a calendar, from the day on which it is wanted backwards.
//!
//! An estimate of Plumbline's own: the steps follow one another, each takes the longer of the weeks
//! that the handbook names for an organisation of this size, and what is done takes none.

use litemap::LiteMap;

use super::{
    handbook::Step,
    roadmap::{Progress, StepState},
    time::Day,
};

/// Most weeks that a step can be thought to take.
pub const MOST_WEEKS: u64 = 104;

/// Most people of the smaller and of the middle one of the three sizes that the handbook knows, which
/// names about 10, 100 and 1,000: half way between these, as sizes are compared.
const SIZES: [u64; 2] = [30, 300];

/// A step on the calendar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stage {
    /// Its number.
    pub step: u64,
    /// Weeks that it is thought to take: the estimate, unless the organisation has its own.
    pub weeks: u64,
    /// The estimate: from and to.
    pub estimate: (u64, u64),
    /// Whether it is done, so that it takes no more weeks.
    pub done: bool,
    /// The latest day on which it begins.
    pub begins: Day,
    /// The latest day on which it ends.
    pub ends: Day,
}

/// The weeks that the handbook names for an organisation of so many people; one of the middle size
/// where that isn't known.
#[must_use]
pub const fn estimate(step: &Step, people: Option<u64>) -> (u64, u64) {
    let [small, middle, large] = step.weeks;
    match people {
        Some(people) if people <= SIZES[0] => small,
        Some(people) if people > SIZES[1] => large,
        Some(_) | None => middle,
    }
}

/// Every step on the calendar, in order, so that the last one ends on the day `wanted`. `weeks` are the
/// organisation's own. `None` when the calendar doesn't reach back far enough.
#[must_use]
pub fn path(
    steps: &[Step],
    progress: &[StepState],
    people: Option<u64>,
    weeks: &LiteMap<u64, u64>,
    wanted: &Day,
) -> Option<Vec<Stage>> {
    let mut ends = wanted.clone();
    let mut stages = Vec::with_capacity(steps.len());
    for step in steps.iter().rev() {
        let estimate = estimate(step, people);
        let weeks = weeks.get(&step.number).copied().unwrap_or(estimate.1).min(MOST_WEEKS);
        let done = progress
            .iter()
            .any(|state| state.number == step.number && state.progress == Progress::Done);
        let begins = if done { ends.clone() } else { ends.weeks_before(weeks)? };
        let stage =
            Stage { step: step.number, weeks, estimate, done, begins: begins.clone(), ends };
        stages.push(stage);
        ends = begins;
    }
    stages.reverse();
    Some(stages)
}
