//! Where an organisation stands on the steps to a certificate (scoring.md, Ten steps).

use serde::Serialize;

use super::{
    evaluation::Evaluation,
    extent::{Extent, Seen, seen},
    handbook::Step,
    id::ItemId,
    pack::{Kind, Pack},
    ratio::Ratio,
    readiness::Level,
};

/// How far a step is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Progress {
    /// Nothing of it is in place.
    NotStarted,
    /// Some of it is.
    Started,
    /// All of it is.
    Done,
}

/// What a step stands on beside its items.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
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

/// How far that is which steps stand on beside their items.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Work {
    /// At least one risk is in the register.
    pub has_risks: bool,
    /// The Statement of Applicability is complete.
    pub has_statement: bool,
    /// There are risks, every one has an owner, and every one above the threshold a treatment.
    pub has_treatment: bool,
    /// Readiness for the audit, where it is judged.
    pub readiness: Option<Level>,
}

impl Work {
    const fn has(self, awaited: Awaited) -> bool {
        match awaited {
            Awaited::Risks => self.has_risks,
            Awaited::Statement => self.has_statement,
            Awaited::Treatment => self.has_treatment,
            Awaited::Readiness => matches!(self.readiness, Some(Level::Stage2)),
        }
    }
}

/// The state of a step.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct StepState {
    /// Its number, from 1.
    pub number: u64,
    /// How far it is.
    pub progress: Progress,
    /// Its items in scope that aren't L or F, in the order in which they are listed. (Step 2, which
    /// stands on all of them, has none.)
    pub open: Vec<ItemId>,
    /// What else keeps it from done.
    pub awaits: Option<Awaited>,
    /// Whether that is all that keeps it from done.
    pub only_awaits: bool,
    /// How far what is asked of it is; only where the assessment doesn't ask everything.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub asked: Option<Asked>,
}

/// How far a step is by the items that are asked, where not everything is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Asked {
    /// How many items in scope it stands on.
    pub of: usize,
    /// How many of them are asked.
    pub asked: usize,
    /// How many of these are L or F.
    pub in_place: usize,
}

impl StepState {
    /// What alone keeps it from done.
    #[must_use]
    pub fn waits_for(&self) -> Option<Awaited> {
        self.awaits.filter(|_| self.only_awaits)
    }
}

/// The state of every step, in order. A step is started when an item of it is rated above N, and done
/// when all its items in scope are L or F; what a pack doesn't have is left aside, and a step without
/// any item in scope isn't started. Step 2 goes by ratings and completeness of everything, step 6 also
/// by all controls in scope, step 10 by readiness alone. Where not everything is asked, a step that
/// stands on more than that isn't done, and its state goes by what is asked.
#[must_use]
pub fn roadmap(
    pack: &Pack,
    evaluation: &Evaluation,
    steps: &[Step],
    work: &Work,
) -> Vec<StepState> {
    steps.iter().map(|step| state(pack, evaluation, step, *work)).collect()
}

/// Where an organisation stands: the first step that isn't done. Where not everything is asked, the
/// first of whose asked items not all are in place, and where there is none the gap analysis: the rest
/// has still to be looked at.
#[must_use]
pub fn current(roadmap: &[StepState]) -> Option<&StepState> {
    let lacks = |state: &&StepState| match &state.asked {
        Some(Asked { asked, in_place, .. }) => in_place < asked,
        None => state.progress != Progress::Done,
    };
    let rest =
        || roadmap.iter().find(|state| state.number == GAP_ANALYSIS && state.asked.is_some());
    roadmap.iter().find(lacks).or_else(rest)
}

/// The step that goes by ratings and completeness of everything.
pub const GAP_ANALYSIS: u64 = 2;

/// What is next in a step that isn't done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Next {
    /// Rate or close this item, the first that is open.
    Item(ItemId),
    /// Look at what nobody has looked at; the step stands on all of it.
    Everything,
    /// What it waits for beside its items.
    Awaited(Awaited),
}

/// What is next in a step; `None` when it is done.
#[must_use]
pub fn next(state: &StepState) -> Option<Next> {
    if state.progress == Progress::Done {
        return None;
    }
    let open = state.open.first().cloned().map(Next::Item);
    let awaited = state.awaits.map(Next::Awaited);
    Some(open.or(awaited).unwrap_or(Next::Everything))
}

fn state(pack: &Pack, evaluation: &Evaluation, step: &Step, work: Work) -> StepState {
    let whole = seen(pack, evaluation).all(|(_, seen)| seen != Seen::NotAsked);
    let items = items(pack, evaluation, step);
    let reaches = |seen: &Seen<'_>, extent| seen.extent() >= Some(extent);
    let (started, fulfilled) = match step.number {
        GAP_ANALYSIS => {
            let all = &evaluation.everything;
            (all.counts.rated > 0, whole && all.completeness == Some(Ratio::ONE))
        }
        10 => (work.readiness >= Some(Level::Stage1), true),
        _ => (
            items.iter().any(|(_, seen)| reaches(seen, Extent::Partly)),
            !items.is_empty() && items.iter().all(|(_, seen)| reaches(seen, Extent::Largely)),
        ),
    };
    let awaited = match step.number {
        5 => Some(Awaited::Risks),
        6 => Some(Awaited::Statement),
        7 => Some(Awaited::Treatment),
        10 => Some(Awaited::Readiness),
        _ => None,
    };
    let awaits = awaited.filter(|awaited| !work.has(*awaited));
    let progress = if fulfilled && awaits.is_none() {
        Progress::Done
    } else if started {
        Progress::Started
    } else {
        Progress::NotStarted
    };
    let open = items.iter().filter(|(_, seen)| !reaches(seen, Extent::Largely));
    let count =
        |counts: &dyn Fn(&Seen<'_>) -> bool| items.iter().filter(|(_, seen)| counts(seen)).count();
    let asked = (!whole).then(|| Asked {
        of: items.len(),
        asked: count(&|seen| seen.is_in_scope()),
        in_place: count(&|seen| reaches(seen, Extent::Largely)),
    });
    StepState {
        number: step.number,
        progress,
        open: open.map(|(id, _)| (*id).clone()).collect(),
        awaits,
        only_awaits: fulfilled && awaits.is_some(),
        asked,
    }
}

/// What was seen of the items that a step stands on.
fn items<'a>(
    pack: &'a Pack,
    evaluation: &'a Evaluation,
    step: &Step,
) -> Vec<(&'a ItemId, Seen<'a>)> {
    let all = || seen(pack, evaluation);
    let mut items = Vec::new();
    for id in &step.items {
        items.extend(all().find(|(item, _)| item.id == *id).map(|(item, seen)| (&item.id, seen)));
    }
    if step.number == 6 {
        let controls = all().filter(|(item, _)| item.kind == Kind::Control);
        items.extend(controls.map(|(item, seen)| (&item.id, seen)));
    }
    // What isn't asked is open: a step can't be done on a part of it.
    items.retain(|(_, seen)| *seen != Seen::Outside);
    items
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn open_items_come_before_what_is_awaited() {
        let item = || ItemId::parse("4.1").unwrap();
        let state = |progress, open: Vec<ItemId>, awaits| StepState {
            number: 5,
            progress,
            only_awaits: open.is_empty(),
            open,
            awaits,
            asked: None,
        };
        let risks = Some(Awaited::Risks);
        for (given, expected) in [
            (state(Progress::Started, vec![item()], risks), Some(Next::Item(item()))),
            (state(Progress::Started, vec![], risks), Some(Next::Awaited(Awaited::Risks))),
            (state(Progress::NotStarted, vec![], None), Some(Next::Everything)),
            (state(Progress::Done, vec![], None), None),
        ] {
            assert_eq!(next(&given), expected, "{given:?}");
        }
    }
}
