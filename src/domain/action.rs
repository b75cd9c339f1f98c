//! The one way an assessment changes.

use std::{fmt, mem::replace};

use super::{
    assessment::{Answer, Applicability, Assessment, CheckAnswer, Rating},
    evidence::Evidence,
    facts::{Facts, is_head_count},
    id::{CheckId, ItemId, LevelCode, RiskId},
    pack::{Effort, Kind, Pack},
    risk::criteria::Fault,
    selection::Selection,
    snapshot::{MOST_SNAPSHOTS, Snapshot},
    soa::Inclusion,
    time::Day,
    work::carried::Change,
};

/// One intent of a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// Give the assessment another name.
    Rename(String),
    /// Rate an item, or take the rating away.
    Rate(ItemId, Option<Rating>),
    /// Say whether a control applies.
    Apply(ItemId, Applicability),
    /// Write the note of an item.
    Note(ItemId, String),
    /// Answer a check-point, or take the answer away.
    Check(ItemId, CheckId, Option<CheckAnswer>),
    /// List what proves the rating of an item.
    Evidence(ItemId, Vec<Evidence>),
    /// Say who sees to an item.
    Owner(ItemId, String),
    /// Say by when, or leave it open again.
    Due(ItemId, Option<Day>),
    /// Say which level is aimed at, or leave it open again.
    Target(ItemId, Option<LevelCode>),
    /// Mark an item for review, or take the mark away.
    Review(ItemId, bool),
    /// Decide that a control is needed, and why; or take the decision back.
    Include(ItemId, Option<Inclusion>),
    /// Write how an item is put into practice.
    Implementation(ItemId, String),
    /// Say what closing an item takes, or leave that to the pack again.
    Effort(ItemId, Option<Effort>),
    /// Tell what is known of the organisation.
    Facts(Facts),
    /// Choose which items are asked.
    Select(Selection),
    /// Take, rename or remove snapshots: all that there are from now on, in the order of their
    /// moments.
    Snapshots(Vec<Snapshot>),
    /// Change what is done beside answering.
    Work(Box<dyn Change>),
    /// All of these, one after the other, or none of them.
    Several(Vec<Action>),
}

impl Action {
    /// The items it changes; none when it changes the assessment as a whole.
    #[must_use]
    pub fn items(&self) -> Vec<&ItemId> {
        match self {
            Self::Several(parts) => parts.iter().flat_map(Self::items).collect(),
            single => single.item().into_iter().collect(),
        }
    }

    /// The item that a single action changes.
    const fn item(&self) -> Option<&ItemId> {
        match self {
            Self::Rename(_)
            | Self::Facts(_)
            | Self::Select(_)
            | Self::Snapshots(_)
            | Self::Work(_)
            | Self::Several(_) => None,
            Self::Rate(item, _)
            | Self::Apply(item, _)
            | Self::Note(item, _)
            | Self::Check(item, ..)
            | Self::Evidence(item, _)
            | Self::Owner(item, _)
            | Self::Due(item, _)
            | Self::Target(item, _)
            | Self::Review(item, _)
            | Self::Include(item, _)
            | Self::Implementation(item, _)
            | Self::Effort(item, _) => Some(item),
        }
    }

    /// Whether both can be a person's typing in one and the same text field. Of what has several
    /// fields, such as facts or a risk, a pause tells one field from another.
    #[must_use]
    pub fn continues(&self, earlier: &Self) -> bool {
        match (self, earlier) {
            (Self::Rename(_), Self::Rename(_)) | (Self::Facts(_), Self::Facts(_)) => true,
            (Self::Work(change), Self::Work(earlier)) => change.continues(&**earlier),
            (Self::Include(id, Some(_)), Self::Include(before, Some(_)))
            | (Self::Implementation(id, _), Self::Implementation(before, _)) => id == before,
            (Self::Evidence(item, list), Self::Evidence(before, earlier)) => {
                item == before && list.len() == earlier.len()
            }
            (Self::Note(item, _), Self::Note(before, _))
            | (Self::Owner(item, _), Self::Owner(before, _))
            | (
                Self::Apply(item, Applicability::Excluded { .. }),
                Self::Apply(before, Applicability::Excluded { .. }),
            ) => item == before,
            _ => false,
        }
    }
}

/// Why an action was not carried out; the assessment is as it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The pack has no such item.
    UnknownItem(ItemId),
    /// The item has no such check-point.
    UnknownCheck(ItemId, CheckId),
    /// The pack's scale has no such level.
    UnknownLevel(ItemId, Rating),
    /// Requirements of clauses 4 to 10 can't be excluded.
    Requirement(ItemId),
    /// A name needs at least one visible character.
    BlankName,
    /// No organisation has so many people, or so few.
    HeadCount(u64),
    /// A selection or snapshots that aren't in order.
    Unsorted,
    /// More than [`MOST_SNAPSHOTS`], which no file would bring back.
    TooManySnapshots,
    /// Only controls are decided on in the Statement of Applicability.
    NoControl(ItemId),
    /// Risks can't be judged by such criteria.
    Criteria(Fault),
    /// What the plan aims at is a higher level than the risk has today.
    ResidualAboveCurrent(RiskId),
    /// A level that the criteria don't have.
    UnknownRiskLevel(RiskId),
    /// The assessor's grade needs a reason.
    BlankReason,
    /// No step takes so many weeks.
    Weeks(u64),
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::UnknownItem(item) => write!(f, "unknown item {item}"),
            Self::UnknownCheck(item, check) => write!(f, "unknown check-point {check} of {item}"),
            Self::UnknownLevel(item, rating) => write!(f, "unknown level {rating} for {item}"),
            Self::Requirement(item) => write!(f, "requirement {item} can't be excluded"),
            Self::BlankName => f.write_str("blank name"),
            Self::HeadCount(people) => write!(f, "no organisation of {people} people"),
            Self::Unsorted => f.write_str("not in order"),
            Self::TooManySnapshots => f.write_str("too many snapshots"),
            Self::NoControl(item) => write!(f, "{item} is no control"),
            Self::Criteria(fault) => write!(f, "criteria: {fault}"),
            Self::ResidualAboveCurrent(risk) => write!(f, "residual of {risk} above current level"),
            Self::UnknownRiskLevel(risk) => write!(f, "a level of {risk} is not in the criteria"),
            Self::BlankReason => f.write_str("blank reason"),
            Self::Weeks(weeks) => write!(f, "no step takes {weeks} weeks"),
        }
    }
}

impl std::error::Error for Refusal {}

/// Carries out an action and returns the one that takes it back.
///
/// # Errors
/// [`Refusal`] when the pack doesn't allow it; nothing has changed then.
pub fn apply(pack: &Pack, assessment: &mut Assessment, action: Action) -> Result<Action, Refusal> {
    allow(pack, assessment, &action)?;
    Ok(carry_out(assessment, action))
}

/// Carries out an action whatever the pack allows and returns the one that takes it back. For steps
/// back to a state that was there before: a file may have brought what no action could.
pub(super) fn carry_out(assessment: &mut Assessment, action: Action) -> Action {
    match action {
        Action::Rename(name) => Action::Rename(replace(&mut assessment.name, name)),
        Action::Facts(facts) => Action::Facts(replace(&mut assessment.facts, facts)),
        Action::Select(selection) => Action::Select(replace(&mut assessment.selection, selection)),
        Action::Snapshots(snapshots) => {
            Action::Snapshots(replace(&mut assessment.snapshots, snapshots))
        }
        Action::Work(change) => Action::Work(change.carry_out(assessment)),
        Action::Several(parts) => {
            let mut back: Vec<Action> =
                parts.into_iter().map(|part| carry_out(assessment, part)).collect();
            back.reverse();
            Action::Several(back)
        }
        Action::Rate(item, rating) => {
            let before = change(assessment, &item, |answer| replace(&mut answer.rating, rating));
            Action::Rate(item, before)
        }
        Action::Apply(item, applicability) => {
            let before = change(assessment, &item, |answer| {
                replace(&mut answer.applicability, applicability)
            });
            Action::Apply(item, before)
        }
        Action::Note(item, note) => {
            let before = change(assessment, &item, |answer| replace(&mut answer.note, note));
            Action::Note(item, before)
        }
        Action::Check(item, check, given) => {
            let before = change(assessment, &item, |answer| match given {
                Some(given) => answer.checks.insert(check.clone(), given),
                None => answer.checks.remove(&check),
            });
            Action::Check(item, check, before)
        }
        Action::Evidence(item, list) => {
            let before = change(assessment, &item, |answer| replace(&mut answer.evidence, list));
            Action::Evidence(item, before)
        }
        Action::Owner(item, owner) => {
            let before = change(assessment, &item, |answer| replace(&mut answer.owner, owner));
            Action::Owner(item, before)
        }
        Action::Due(item, day) => {
            let before = change(assessment, &item, |answer| replace(&mut answer.due, day));
            Action::Due(item, before)
        }
        Action::Target(item, level) => {
            let before = change(assessment, &item, |answer| replace(&mut answer.target, level));
            Action::Target(item, before)
        }
        Action::Review(item, marked) => {
            let before = change(assessment, &item, |answer| replace(&mut answer.review, marked));
            Action::Review(item, before)
        }
        Action::Include(item, inclusion) => {
            let before =
                change(assessment, &item, |answer| replace(&mut answer.inclusion, inclusion));
            Action::Include(item, before)
        }
        Action::Implementation(item, how) => {
            let before =
                change(assessment, &item, |answer| replace(&mut answer.implementation, how));
            Action::Implementation(item, before)
        }
        Action::Effort(item, effort) => {
            let before = change(assessment, &item, |answer| replace(&mut answer.effort, effort));
            Action::Effort(item, before)
        }
    }
}

fn allow(pack: &Pack, assessment: &Assessment, action: &Action) -> Result<(), Refusal> {
    if let Action::Several(parts) = action {
        // What one part does may be what the next rests on: other criteria, risks in their terms.
        let mut then = assessment.clone();
        return parts.iter().try_for_each(|part| {
            allow(pack, &then, part)?;
            carry_out(&mut then, part.clone());
            Ok(())
        });
    }
    let Some(id) = action.item() else {
        return allow_whole(pack, assessment, action);
    };
    let item = pack.item(id);
    if item.is_none() && assessment.answer_of_own(id).is_none() {
        return Err(Refusal::UnknownItem(id.clone()));
    }
    let is_requirement = item.is_some_and(|item| item.kind == Kind::Requirement);
    match action {
        Action::Rate(_, Some(Rating::Level(code))) | Action::Target(_, Some(code))
            if pack.scale().level(code).is_none() =>
        {
            Err(Refusal::UnknownLevel(id.clone(), Rating::Level(code.clone())))
        }
        Action::Apply(_, Applicability::Excluded { .. }) if is_requirement => {
            Err(Refusal::Requirement(id.clone()))
        }
        Action::Include(_, Some(_)) if is_requirement => Err(Refusal::NoControl(id.clone())),
        Action::Check(_, check, _) if item.is_none_or(|item| !item.checks.contains(check)) => {
            Err(Refusal::UnknownCheck(id.clone(), check.clone()))
        }
        _ => Ok(()),
    }
}

/// What is refused of an action on the assessment as a whole.
fn allow_whole(pack: &Pack, assessment: &Assessment, action: &Action) -> Result<(), Refusal> {
    let blank = |text: &str| text.trim().is_empty();
    match action {
        Action::Rename(name) if blank(name) => Err(Refusal::BlankName),
        Action::Facts(Facts { people: Some(people), .. }) if !is_head_count(*people) => {
            Err(Refusal::HeadCount(*people))
        }
        Action::Select(selection) if !selection.is_sorted() => Err(Refusal::Unsorted),
        Action::Snapshots(all) if all.iter().any(|snapshot| blank(&snapshot.name)) => {
            Err(Refusal::BlankName)
        }
        Action::Snapshots(all) if !all.is_sorted_by(|one, next| one.taken <= next.taken) => {
            Err(Refusal::Unsorted)
        }
        Action::Snapshots(all) if all.len() > MOST_SNAPSHOTS => Err(Refusal::TooManySnapshots),
        Action::Work(change) => change.allow(pack, assessment),
        _ => Ok(()),
    }
}

/// Changes one answer, which springs into being when needed and goes when it is empty again, so
/// that taking an action back restores the very same assessment.
fn change<T>(assessment: &mut Assessment, item: &ItemId, edit: impl FnOnce(&mut Answer) -> T) -> T {
    // Asked first: work that is opened to be changed is written anew.
    if assessment.answer_of_own(item).is_some()
        && let Some(own) = assessment.work.get_mut().and_then(|it| it.own_controls.get_mut(item))
    {
        return edit(&mut own.answer);
    }
    let answer = assessment.answers.entry(item.clone()).or_default();
    let before = edit(answer);
    if answer.is_empty() {
        assessment.answers.remove(item);
    }
    before
}
