//! The one way an assessment changes.

use std::fmt;

use super::{
    assessment::{Answer, Applicability, Assessment, CheckAnswer, Rating},
    id::{CheckId, ItemId},
    pack::{Kind, Pack},
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
}

impl Action {
    /// The item it changes; `None` when it changes the assessment as a whole.
    #[must_use]
    pub const fn item(&self) -> Option<&ItemId> {
        match self {
            Self::Rename(_) => None,
            Self::Rate(item, _)
            | Self::Apply(item, _)
            | Self::Note(item, _)
            | Self::Check(item, ..) => Some(item),
        }
    }

    /// Whether both are a person's typing in one and the same text field.
    #[must_use]
    pub fn continues(&self, earlier: &Self) -> bool {
        match (self, earlier) {
            (Self::Rename(_), Self::Rename(_)) => true,
            (Self::Note(item, _), Self::Note(before, _))
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
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::UnknownItem(item) => write!(f, "unknown item {item}"),
            Self::UnknownCheck(item, check) => write!(f, "unknown check-point {check} of {item}"),
            Self::UnknownLevel(item, rating) => write!(f, "unknown level {rating} for {item}"),
            Self::Requirement(item) => write!(f, "requirement {item} can't be excluded"),
            Self::BlankName => f.write_str("blank name"),
        }
    }
}

impl std::error::Error for Refusal {}

/// Carries out an action and returns the one that takes it back.
///
/// # Errors
/// [`Refusal`] when the pack doesn't allow it; nothing has changed then.
pub fn apply(pack: &Pack, assessment: &mut Assessment, action: Action) -> Result<Action, Refusal> {
    allow(pack, &action)?;
    Ok(carry_out(assessment, action))
}

/// Carries out an action whatever the pack allows and returns the one that takes it back. For steps
/// back to a state that was there before: a file may have brought what no action could.
pub(super) fn carry_out(assessment: &mut Assessment, action: Action) -> Action {
    match action {
        Action::Rename(name) => Action::Rename(std::mem::replace(&mut assessment.name, name)),
        Action::Rate(item, rating) => {
            let before =
                change(assessment, &item, |answer| std::mem::replace(&mut answer.rating, rating));
            Action::Rate(item, before)
        }
        Action::Apply(item, applicability) => {
            let before = change(assessment, &item, |answer| {
                std::mem::replace(&mut answer.applicability, applicability)
            });
            Action::Apply(item, before)
        }
        Action::Note(item, note) => {
            let before =
                change(assessment, &item, |answer| std::mem::replace(&mut answer.note, note));
            Action::Note(item, before)
        }
        Action::Check(item, check, given) => {
            let before = change(assessment, &item, |answer| match given {
                Some(given) => answer.checks.insert(check.clone(), given),
                None => answer.checks.remove(&check),
            });
            Action::Check(item, check, before)
        }
    }
}

fn allow(pack: &Pack, action: &Action) -> Result<(), Refusal> {
    if let Action::Rename(name) = action {
        return if name.trim().is_empty() { Err(Refusal::BlankName) } else { Ok(()) };
    }
    let Some(id) = action.item() else {
        return Ok(());
    };
    let item = pack.item(id).ok_or_else(|| Refusal::UnknownItem(id.clone()))?;
    match action {
        Action::Rate(_, Some(Rating::Level(code))) if pack.scale().level(code).is_none() => {
            Err(Refusal::UnknownLevel(id.clone(), Rating::Level(code.clone())))
        }
        Action::Apply(_, Applicability::Excluded { .. }) if item.kind == Kind::Requirement => {
            Err(Refusal::Requirement(id.clone()))
        }
        Action::Check(_, check, _) if !item.checks.contains(check) => {
            Err(Refusal::UnknownCheck(id.clone(), check.clone()))
        }
        _ => Ok(()),
    }
}

/// Changes one answer, which springs into being when needed and goes when it is empty again, so
/// that taking an action back restores the very same assessment.
fn change<T>(assessment: &mut Assessment, item: &ItemId, edit: impl FnOnce(&mut Answer) -> T) -> T {
    let answer = assessment.answers.entry(item.clone()).or_default();
    let before = edit(answer);
    if answer.is_empty() {
        assessment.answers.remove(item);
    }
    before
}
