//! The plan: actions that close gaps, and what would be if they were done.

use litemap::LiteMap;
use serde::Serialize;

use super::{
    action::Action,
    assessment::{Answer, Assessment, Rating},
    document::DocumentState,
    finding::{Finding, FindingReason, Place},
    id::{DocumentId, ItemId, PlannedId, RiskId},
    pack::{Effort, Pack},
    time::Day,
    work::{action::WorkAction, carried::Held, next_number},
};

/// How far an action is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum PlannedState {
    /// Not begun.
    #[default]
    Planned,
    /// Begun.
    Started,
    /// Done.
    Done,
}

impl PlannedState {
    /// All of them, in order.
    pub const ALL: [Self; 3] = [Self::Planned, Self::Started, Self::Done];

    /// As written in files.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Planned => "planned",
            Self::Started => "started",
            Self::Done => "done",
        }
    }

    /// Reads a state as written in files.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.as_str() == text)
    }
}

/// A step in the plan: what glossary and interface call an action. (An [`Action`] is one intent of a
/// person who uses the program.)
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Planned {
    /// Counted from 1 in the order they were added; what people call it by: "P3".
    pub number: u64,
    /// What is to be done.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub title: String,
    /// The items that it closes.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub items: Vec<ItemId>,
    /// The risks that it serves.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub risks: Vec<RiskId>,
    /// The documents and records that it brings.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub documents: Vec<DocumentId>,
    /// Who does it.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub owner: String,
    /// By when.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub due: Option<Day>,
    /// What it takes.
    pub effort: Effort,
    /// How far it is.
    pub state: PlannedState,
    /// The day on which it was done.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub finished: Option<Day>,
    /// Free text.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub note: String,
}

impl Planned {
    /// Whether nobody has said yet what it is about: no title, nothing that it is for, no note.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        let Self { title, items, risks, documents, owner, due, note, .. } = self;
        [title, owner, note].into_iter().all(|text| text.trim().is_empty())
            && items.is_empty()
            && risks.is_empty()
            && documents.is_empty()
            && due.is_none()
    }

    /// A new one that closes these items: what the largest of them takes, the risks that these
    /// controls treat, and the mandatory documents and records that are findings at them. `findings`
    /// are all that there are.
    #[must_use]
    pub fn of(
        pack: &Pack,
        assessment: &Assessment,
        findings: &[Finding],
        items: Vec<ItemId>,
    ) -> Self {
        let number = next_number(assessment.work().plan.values().map(|planned| planned.number));
        let efforts = items.iter().filter_map(|id| effort(pack, assessment, id));
        let treated = |id: &RiskId| {
            let risk = assessment.work().risks.get(id);
            risk.is_some_and(|risk| items.iter().any(|item| risk.is_treated_by(item)))
        };
        let risks =
            assessment.work().risks_in_order().map(|(id, _)| id).filter(|id| treated(id)).cloned();
        Self {
            number,
            title: String::new(),
            effort: efforts.max().unwrap_or(Effort::M),
            risks: risks.collect(),
            documents: lacking(findings, &items),
            items,
            owner: String::new(),
            due: None,
            state: PlannedState::Planned,
            finished: None,
            note: String::new(),
        }
    }

    /// Whether its day is over and it isn't done.
    #[must_use]
    pub fn is_overdue(&self, today: &str) -> bool {
        self.state != PlannedState::Done
            && self.due.as_ref().is_some_and(|due| due.as_str() < today)
    }
}

/// The documents and records that are findings at these items: what is mandatory and known to be
/// missing or a draft.
fn lacking(findings: &[Finding], items: &[ItemId]) -> Vec<DocumentId> {
    let documents = findings.iter().filter_map(|finding| match (&finding.reason, &finding.at) {
        (FindingReason::Document { document, .. }, Place::Item(item)) if items.contains(item) => {
            Some(document.clone())
        }
        _ => None,
    });
    documents.collect()
}

/// What closing an item takes: as the assessment has it, or else the pack. `None` when the pack
/// doesn't have the item.
#[must_use]
pub fn effort(pack: &Pack, assessment: &Assessment, item: &ItemId) -> Option<Effort> {
    let own = assessment.answer(item).and_then(|answer| answer.effort);
    Some(own.unwrap_or(pack.item(item)?.effort))
}

/// The assessment as it would be if these actions were done: their items fully in place and their
/// documents there. What is excluded stays so.
#[must_use]
pub fn what_if(pack: &Pack, assessment: &Assessment, done: &[PlannedId]) -> Assessment {
    let mut then = assessment.clone();
    let mut work = assessment.work().clone();
    let highest = pack.scale().levels().last().map(|level| level.code.clone());
    for planned in done.iter().filter_map(|id| assessment.work().plan.get(id)) {
        for item in planned.items.iter().filter(|id| pack.item(id).is_some()) {
            let blank = Answer::default();
            let before = assessment.answer(item).unwrap_or(&blank);
            if !before.applicability.is_out_of_scope() {
                let rating = highest.clone().map(Rating::Level);
                then.answers.entry(item.clone()).or_default().rating = rating;
            }
        }
        for document in &planned.documents {
            let entry = work.documents.entry(document.clone()).or_default();
            entry.state = Some(DocumentState::InPlace);
        }
    }
    then.work = Held::new(work);
    then
}

/// A day of the burn-up, with what is over by then.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Milestone {
    /// The day.
    pub day: Day,
    /// Actions planned to be done by the end of it.
    pub planned: usize,
    /// Actions done by the end of it.
    pub done: usize,
}

/// How the plan burns up: every day on which something is due or was done, in order, with how many
/// actions were to be done by then and how many were. Actions without a day are in neither.
#[must_use]
pub fn burn_up(plan: &LiteMap<PlannedId, Planned>) -> Vec<Milestone> {
    let finished = |planned: &Planned| match planned.state {
        PlannedState::Done => planned.finished.clone(),
        PlannedState::Planned | PlannedState::Started => None,
    };
    let mut due: Vec<Day> = plan.values().filter_map(|planned| planned.due.clone()).collect();
    let mut done: Vec<Day> = plan.values().filter_map(finished).collect();
    due.sort();
    done.sort();
    let mut days: Vec<Day> = due.iter().chain(&done).cloned().collect();
    days.sort();
    days.dedup();
    let until = |days: &[Day], day: &Day| days.partition_point(|other| other <= day);
    let milestones = days.into_iter().map(|day| Milestone {
        planned: until(&due, &day),
        done: until(&done, &day),
        day,
    });
    milestones.collect()
}

/// The actions that aren't done and close an item, in the order of their numbers.
pub fn closing<'a>(
    assessment: &'a Assessment,
    item: &'a ItemId,
) -> impl Iterator<Item = (&'a PlannedId, &'a Planned)> {
    let plan = assessment.work().plan_in_order();
    plan.filter(|(_, planned)| planned.state != PlannedState::Done && planned.items.contains(item))
}

/// What has to be done to mark an action as done, on a day, or as not done.
#[must_use]
pub fn mark(planned: &Planned, id: &PlannedId, state: PlannedState, today: &Day) -> Action {
    let finished = (state == PlannedState::Done).then(|| today.clone());
    let marked = Planned { state, finished, ..planned.clone() };
    WorkAction::Plan(id.clone(), Some(Box::new(marked))).into()
}
