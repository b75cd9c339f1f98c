//! From what is here to what both come to, in one step that can be taken back.

use litemap::LiteMap;

use super::super::{
    action::{Action, apply},
    assessment::{Answer, Assessment},
    id::ItemId,
    pack::Pack,
    work::{Work, action::WorkAction},
};

/// One step, and what it can't do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// What to carry out; `None` when nothing changes.
    pub action: Option<Action>,
    /// How many changes are left out, since pack or criteria don't allow them.
    pub left_out: usize,
}

/// What makes one assessment the other, as far as the pack allows it.
#[must_use]
pub fn step(pack: &Pack, from: &Assessment, to: &Assessment) -> Step {
    let mut all = whole(from, to);
    work_before(from.work(), to.work(), &mut all);
    answers(&from.answers, &to.answers, &mut all);
    work_after(from.work(), to.work(), &mut all);
    let mut then = from.clone();
    let mut left_out = 0;
    all.retain(|action| {
        let done = apply(pack, &mut then, action.clone()).is_ok();
        left_out += usize::from(!done);
        done
    });
    let action = (!all.is_empty()).then_some(Action::Several(all));
    Step { action, left_out }
}

fn whole(from: &Assessment, to: &Assessment) -> Vec<Action> {
    let mut all = Vec::new();
    if from.name != to.name {
        all.push(Action::Rename(to.name.clone()));
    }
    if from.facts != to.facts {
        all.push(Action::Facts(to.facts.clone()));
    }
    if from.selection != to.selection {
        all.push(Action::Select(to.selection.clone()));
    }
    if from.snapshots != to.snapshots {
        all.push(Action::Snapshots(to.snapshots.clone()));
    }
    all
}

/// What answers and risks rest on.
fn work_before(from: &Work, to: &Work, all: &mut Vec<Action>) {
    let mut push = |action: WorkAction| all.push(action.into());
    if from.criteria != to.criteria {
        push(WorkAction::Criteria(Box::new(to.criteria.clone())));
    }
    if from.statement != to.statement {
        push(WorkAction::Statement(to.statement.clone()));
    }
    for (id, own) in changed(&from.own_controls, &to.own_controls) {
        push(WorkAction::Own(id.clone(), Some(Box::new(own.clone()))));
    }
    for (id, asset) in changed(&from.assets, &to.assets) {
        push(WorkAction::Asset(id.clone(), Some(asset.clone())));
    }
}

/// What rests on the answers.
fn work_after(from: &Work, to: &Work, all: &mut Vec<Action>) {
    let mut push = |action: WorkAction| all.push(action.into());
    for (id, risk) in changed(&from.risks, &to.risks) {
        push(WorkAction::Risk(id.clone(), Some(Box::new(risk.clone()))));
    }
    for (id, entry) in changed(&from.documents, &to.documents) {
        push(WorkAction::Document(id.clone(), entry.clone()));
    }
    for (id, regrade) in changed(&from.regraded, &to.regraded) {
        push(WorkAction::Grade(id.clone(), Some(regrade.clone())));
    }
    for (id, planned) in changed(&from.plan, &to.plan) {
        push(WorkAction::Plan(id.clone(), Some(Box::new(planned.clone()))));
    }
    for (step, weeks) in changed(&from.weeks, &to.weeks) {
        push(WorkAction::Weeks(*step, Some(*weeks)));
    }
}

/// What is new or otherwise; nothing goes when two are merged.
fn changed<'a, K: Ord, V: PartialEq>(
    from: &'a LiteMap<K, V>,
    to: &'a LiteMap<K, V>,
) -> impl Iterator<Item = (&'a K, &'a V)> {
    to.iter().filter(|(key, value)| from.get(*key) != Some(*value))
}

fn answers(from: &LiteMap<ItemId, Answer>, to: &LiteMap<ItemId, Answer>, all: &mut Vec<Action>) {
    let blank = Answer::default();
    for (item, now) in changed(from, to) {
        answer(item, from.get(item).unwrap_or(&blank), now, all);
    }
}

fn answer(item: &ItemId, before: &Answer, now: &Answer, all: &mut Vec<Action>) {
    let id = || item.clone();
    if before.rating != now.rating {
        all.push(Action::Rate(id(), now.rating.clone()));
    }
    if before.applicability != now.applicability {
        all.push(Action::Apply(id(), now.applicability.clone()));
    }
    if before.note != now.note {
        all.push(Action::Note(id(), now.note.clone()));
    }
    for (check, given) in changed(&before.checks, &now.checks) {
        all.push(Action::Check(id(), check.clone(), Some(*given)));
    }
    if before.evidence != now.evidence {
        all.push(Action::Evidence(id(), now.evidence.clone()));
    }
    if before.owner != now.owner {
        all.push(Action::Owner(id(), now.owner.clone()));
    }
    if before.due != now.due {
        all.push(Action::Due(id(), now.due.clone()));
    }
    if before.target != now.target {
        all.push(Action::Target(id(), now.target.clone()));
    }
    if before.review != now.review {
        all.push(Action::Review(id(), now.review));
    }
    if before.inclusion != now.inclusion {
        all.push(Action::Include(id(), now.inclusion.clone()));
    }
    if before.implementation != now.implementation {
        all.push(Action::Implementation(id(), now.implementation.clone()));
    }
    if before.effort != now.effort {
        all.push(Action::Effort(id(), now.effort));
    }
}
