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

/// How large an organisation is, in the sizes that the handbook knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Size {
    /// About 10 people.
    Small,
    /// About 100, or nobody has said.
    Middle,
    /// About 1,000.
    Large,
}

impl Size {
    /// The size of an organisation of so many people.
    #[must_use]
    pub const fn of(people: Option<u64>) -> Self {
        match people {
            Some(people) if people <= SIZES[0] => Self::Small,
            Some(people) if people > SIZES[1] => Self::Large,
            Some(_) | None => Self::Middle,
        }
    }
}

/// The weeks that the handbook names for an organisation of so many people; one of the middle size
/// where that isn't known.
#[must_use]
pub const fn estimate(step: &Step, people: Option<u64>) -> (u64, u64) {
    let [small, middle, large] = step.weeks;
    match Size::of(people) {
        Size::Small => small,
        Size::Middle => middle,
        Size::Large => large,
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

/// How a step is late.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Late {
    /// It should have begun, and hasn't.
    Begin,
    /// It should be done, and isn't.
    End,
}

impl Stage {
    /// Whether it is late on a day: what has begun may end in time.
    #[must_use]
    pub fn late(&self, progress: Progress, today: &Day) -> Option<Late> {
        match progress {
            Progress::Done => None,
            _ if self.ends < *today => Some(Late::End),
            Progress::NotStarted if self.begins < *today => Some(Late::Begin),
            Progress::NotStarted | Progress::Started => None,
        }
    }
}

/// Weeks that the steps still take which aren't done.
#[must_use]
pub fn weeks_to_go(stages: &[Stage]) -> u64 {
    stages.iter().filter(|stage| !stage.done).map(|stage| stage.weeks).sum()
}

/// Whole weeks from one day to another; none when that is over.
#[must_use]
pub fn weeks_left(today: &Day, wanted: &Day) -> u64 {
    u64::try_from(wanted.count().saturating_sub(today.count())).unwrap_or_default() / 7
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    fn stage(done: bool, weeks: u64) -> Stage {
        let (begins, ends) = (day("2026-03-02"), day("2026-03-30"));
        Stage { step: 3, weeks, estimate: (2, 4), done, begins, ends }
    }

    #[test]
    fn a_step_is_late_when_its_day_is_over() {
        let late = |progress, today| stage(false, 4).late(progress, &day(today));
        assert_eq!(late(Progress::NotStarted, "2026-03-02"), None);
        assert_eq!(late(Progress::NotStarted, "2026-03-03"), Some(Late::Begin));
        assert_eq!(late(Progress::Started, "2026-03-03"), None);
        assert_eq!(late(Progress::Started, "2026-03-30"), None);
        assert_eq!(late(Progress::Started, "2026-03-31"), Some(Late::End));
        assert_eq!(late(Progress::NotStarted, "2026-03-31"), Some(Late::End));
        assert_eq!(late(Progress::Done, "2026-03-31"), None);
    }

    #[test]
    fn weeks_are_those_of_open_steps_and_of_the_calendar() {
        assert_eq!(weeks_to_go(&[stage(false, 4), stage(true, 9), stage(false, 2)]), 6);
        let left = |wanted| weeks_left(&day("2026-03-02"), &day(wanted));
        assert_eq!(
            ["2026-03-08", "2026-03-09", "2026-03-02", "2026-01-01"].map(left),
            [0, 1, 0, 0]
        );
    }
}
