//! Where an organisation stands on the steps to a certificate (scoring.md, Ten steps).

use super::{
    evaluation::Evaluation,
    extent::{Extent, Seen, seen, seen_of},
    handbook::Step,
    pack::{Kind, Pack},
    ratio::Ratio,
};

/// How far a step is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Progress {
    /// Nothing of it is in place.
    NotStarted,
    /// Some of it is.
    Started,
    /// All of it is.
    Done,
}

/// What a step stands on beside its items, and what an assessment doesn't hold yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Awaited {
    /// At least one risk.
    Risks,
    /// The Statement of Applicability.
    Statement,
    /// The treatment plan, and an owner for every risk.
    Treatment,
    /// Readiness for the audit.
    Readiness,
}

/// The state of a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StepState {
    /// Its number, from 1.
    pub number: u64,
    /// How far it is; never [`Progress::Done`] while it waits for something that isn't known.
    pub progress: Progress,
    /// What alone keeps it from done, once everything that is known of it is fulfilled.
    pub waits_for: Option<Awaited>,
}

/// The state of every step, in order. A step is started when an item of it is rated above N, and done
/// when all its items in scope are L or F; what a pack doesn't have is left aside, and a step without
/// any item in scope isn't started. Step 2 goes by ratings and completeness of everything, step 6 also
/// by all controls in scope, step 10 by readiness alone.
#[must_use]
pub fn roadmap(pack: &Pack, evaluation: &Evaluation, steps: &[Step]) -> Vec<StepState> {
    steps.iter().map(|step| state(pack, evaluation, step)).collect()
}

/// Where an organisation stands: the first step that isn't done.
#[must_use]
pub fn current(roadmap: &[StepState]) -> Option<&StepState> {
    roadmap.iter().find(|state| state.progress != Progress::Done)
}

fn state(pack: &Pack, evaluation: &Evaluation, step: &Step) -> StepState {
    let (started, fulfilled) = match step.number {
        2 => {
            let all = &evaluation.everything;
            let whole = seen(pack, evaluation).all(|(_, seen)| seen != Seen::NotAsked);
            (all.counts.rated > 0, whole && all.completeness == Some(Ratio::ONE))
        }
        10 => (false, true),
        _ => by_items(&items(pack, evaluation, step)),
    };
    let awaited = match step.number {
        5 => Some(Awaited::Risks),
        6 => Some(Awaited::Statement),
        7 => Some(Awaited::Treatment),
        10 => Some(Awaited::Readiness),
        _ => None,
    };
    let progress = if fulfilled && awaited.is_none() {
        Progress::Done
    } else if started {
        Progress::Started
    } else {
        Progress::NotStarted
    };
    StepState { number: step.number, progress, waits_for: awaited.filter(|_| fulfilled) }
}

/// What was seen of the items that a step stands on.
fn items<'a>(pack: &'a Pack, evaluation: &'a Evaluation, step: &Step) -> Vec<Seen<'a>> {
    let own = step.items.iter().filter_map(|id| seen_of(pack, evaluation, id));
    let mut items: Vec<_> = own.collect();
    if step.number == 6 {
        let controls = seen(pack, evaluation).filter(|(item, _)| item.kind == Kind::Control);
        items.extend(controls.map(|(_, seen)| seen));
    }
    // What isn't asked is open: a step can't be done on a part of it.
    items.retain(|seen| *seen != Seen::Outside);
    items
}

/// Whether any item is above N, and whether all are L or F.
fn by_items(items: &[Seen<'_>]) -> (bool, bool) {
    let reaches = |seen: &Seen<'_>, extent| seen.extent() >= Some(extent);
    let started = items.iter().any(|seen| reaches(seen, Extent::Partly));
    let fulfilled = items.iter().all(|seen| reaches(seen, Extent::Largely));
    (started, fulfilled && !items.is_empty())
}
