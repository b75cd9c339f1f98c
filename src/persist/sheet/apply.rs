//! From changed cells to the one action that carries them out.

use super::Change;
use crate::{
    domain::{
        action::Action,
        assessment::{Answer, Applicability, Assessment, CheckAnswer, Rating},
        document::{DocumentEntry, DocumentState},
        id::{CheckId, DocumentId, ItemId, LevelCode, PlannedId, RiskId},
        pack::Effort,
        plan::{Planned, PlannedState},
        risk::register::{Risk, Treatment},
        soa::{Inclusion, InclusionReason},
        statement::confirmed,
        time::Day,
        work::action::WorkAction,
    },
    report::sheets::{
        CHECK, PROPOSED,
        field::{Field, SheetKind},
    },
};

/// What carries out all of these changes as one step; `None` when there is nothing to do. What is about
/// something that isn't there any more is left out.
#[must_use]
pub fn action(assessment: &Assessment, today: &Day, changes: &[Change]) -> Option<Action> {
    let mut actions = Vec::new();
    let mut rest = changes;
    // All changes of a row follow one another.
    while let Some(first) = rest.first() {
        let same = |change: &&Change| (change.sheet, &change.row) == (first.sheet, &first.row);
        let (row, after) = rest.split_at(rest.iter().take_while(same).count());
        rest = after;
        match first.sheet {
            SheetKind::Answers => actions.extend(row.iter().filter_map(answer)),
            SheetKind::Checks => actions.extend(row.iter().filter_map(check)),
            SheetKind::Statement => actions.extend(statement(assessment, &first.row, row)),
            SheetKind::Risks => actions.extend(risk(assessment, &first.row, row)),
            SheetKind::Actions => actions.extend(planned(assessment, today, &first.row, row)),
            SheetKind::Documents => actions.extend(document(assessment, &first.row, row)),
            SheetKind::Summary
            | SheetKind::Findings
            | SheetKind::Values
            | SheetKind::Disagreement
            | SheetKind::Groups
            | SheetKind::Notes => {}
        }
    }
    if actions.len() > 1 { Some(Action::Several(actions)) } else { actions.pop() }
}

fn answer(change: &Change) -> Option<Action> {
    let item = ItemId::parse(&change.row).ok()?;
    let value = &change.value;
    Some(match change.field {
        Field::Rating => Action::Rate(item, Some(Rating::parse(value)?)),
        Field::Note => Action::Note(item, value.clone()),
        Field::Owner => Action::Owner(item, value.clone()),
        Field::Due => Action::Due(item, Some(Day::parse(value)?)),
        Field::Target => Action::Target(item, Some(LevelCode::parse(value).ok()?)),
        Field::Effort => Action::Effort(item, Some(Effort::parse(value)?)),
        Field::Review => Action::Review(item, value == "yes"),
        _ => return None,
    })
}

fn check(change: &Change) -> Option<Action> {
    let (item, check) = change.row.split_once(CHECK)?;
    let (item, check) = (ItemId::parse(item).ok()?, CheckId::parse(check).ok()?);
    Some(Action::Check(item, check, Some(CheckAnswer::parse(&change.value)?)))
}

/// What a row of the Statement of Applicability is decided to be. A reason for a control says that it is
/// needed, and whoever edits a proposal confirms it.
fn statement(assessment: &Assessment, row: &str, changes: &[Change]) -> Vec<Action> {
    let Ok(item) = ItemId::parse(row) else { return Vec::new() };
    let blank = Answer::default();
    let before = assessment.answer(&item).unwrap_or(&blank);
    let mut after = before.clone();
    let value = |field| changes.iter().find(|it| it.field == field).map(|it| it.value.as_str());
    match value(Field::Decision) {
        // What is excluded already keeps its justification.
        Some("excluded") if after.applicability == Applicability::Applicable => {
            after.applicability = Applicability::Excluded { justification: String::new() };
        }
        Some("applicable") => {
            after.applicability = Applicability::Applicable;
            after.inclusion = Some(confirmed(before));
        }
        Some(PROPOSED) => {
            after.applicability = Applicability::Applicable;
            after.inclusion = Some(Inclusion { proposed: true, ..confirmed(before) });
        }
        Some("undecided") => {
            after.applicability = Applicability::Applicable;
            after.inclusion = None;
        }
        _ => {}
    }
    if let (Some(why), Applicability::Excluded { justification }) =
        (value(Field::Justification), &mut after.applicability)
    {
        why.clone_into(justification);
    }
    if let Some(reasons) = value(Field::Reasons) {
        let reasons = reasons.split(' ').filter_map(InclusionReason::parse).collect();
        after.inclusion = Some(Inclusion { reasons, ..confirmed(&after) });
    }
    if let Some(why) = value(Field::Why) {
        after.inclusion = Some(Inclusion { why: why.to_owned(), ..confirmed(&after) });
    }
    let mut actions = Vec::new();
    if after.applicability != before.applicability {
        actions.push(Action::Apply(item.clone(), after.applicability));
    }
    if after.inclusion != before.inclusion {
        actions.push(Action::Include(item.clone(), after.inclusion));
    }
    if let Some(how) = value(Field::Implementation) {
        actions.push(Action::Implementation(item, how.to_owned()));
    }
    actions
}

fn risk(assessment: &Assessment, row: &str, changes: &[Change]) -> Option<Action> {
    let id = RiskId::parse(row).ok()?;
    let mut risk: Risk = assessment.work().risks.get(&id)?.clone();
    for Change { field, value, .. } in changes {
        match field {
            Field::Title => risk.title.clone_from(value),
            Field::Threat => risk.threat.clone_from(value),
            Field::Vulnerability => risk.vulnerability.clone_from(value),
            Field::Owner => risk.owner.clone_from(value),
            Field::Likelihood => risk.likelihood = value.parse().ok().or(risk.likelihood),
            Field::Impact => risk.impact = value.parse().ok().or(risk.impact),
            Field::Treatment => risk.treatment = Treatment::parse(value).or(risk.treatment),
            Field::AcceptedBy => risk.acceptance.by.clone_from(value),
            Field::AcceptedOn => risk.acceptance.on = Day::parse(value),
            Field::AcceptedWhy => risk.acceptance.why.clone_from(value),
            Field::Review => risk.review = Day::parse(value),
            Field::Note => risk.note.clone_from(value),
            _ => {}
        }
    }
    Some(WorkAction::Risk(id, Some(Box::new(risk))).into())
}

fn planned(assessment: &Assessment, today: &Day, row: &str, changes: &[Change]) -> Option<Action> {
    let id = PlannedId::parse(row).ok()?;
    let mut planned: Planned = assessment.work().plan.get(&id)?.clone();
    for Change { field, value, .. } in changes {
        match field {
            Field::Title => planned.title.clone_from(value),
            Field::State => {
                planned.state = PlannedState::parse(value).unwrap_or(planned.state);
                planned.finished = (planned.state == PlannedState::Done).then(|| today.clone());
            }
            Field::Owner => planned.owner.clone_from(value),
            Field::Due => planned.due = Day::parse(value),
            Field::Effort => planned.effort = Effort::parse(value).unwrap_or(planned.effort),
            Field::Note => planned.note.clone_from(value),
            _ => {}
        }
    }
    // Whichever column stands first: the day that somebody wrote is the day.
    if let Some(finished) = changes.iter().find(|change| change.field == Field::Finished)
        && planned.state == PlannedState::Done
    {
        planned.finished = Day::parse(&finished.value);
    }
    Some(WorkAction::Plan(id, Some(Box::new(planned))).into())
}

fn document(assessment: &Assessment, row: &str, changes: &[Change]) -> Option<Action> {
    let id = DocumentId::parse(row).ok()?;
    let blank = DocumentEntry::default();
    let mut entry = assessment.work().documents.get(&id).unwrap_or(&blank).clone();
    for Change { field, value, .. } in changes {
        match field {
            Field::State => entry.state = DocumentState::parse(value).or(entry.state),
            Field::Place => entry.place.clone_from(value),
            Field::Owner => entry.owner.clone_from(value),
            Field::Review => entry.review = Day::parse(value),
            _ => {}
        }
    }
    Some(WorkAction::Document(id, entry).into())
}
