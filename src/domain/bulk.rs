//! One change to many items, as a single step that can be taken back.

use super::{
    action::Action,
    assessment::{Answer, Applicability, Assessment, Rating},
    id::{ItemId, LevelCode},
    pack::{Item, Kind, Pack},
    time::Day,
};

/// What is changed, for every item alike.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// Rate, or take the ratings away. What is excluded keeps the rating that was put aside.
    Rate(Option<Rating>),
    /// Say who sees to it.
    Owner(String),
    /// Say by when, or leave it open again.
    Due(Option<Day>),
    /// Say which level is aimed at, or leave it open again.
    Target(Option<LevelCode>),
    /// Mark for review, or take the mark away.
    Review(bool),
    /// Exclude the controls among them, with this justification.
    Exclude(String),
    /// Say that the controls among them apply after all.
    Include,
}

impl Change {
    /// What has to be done to those of the items that it would change; items that the pack doesn't
    /// have, and requirements where applicability is changed, are left alone.
    #[must_use]
    pub fn actions(&self, pack: &Pack, assessment: &Assessment, items: &[ItemId]) -> Vec<Action> {
        let blank = Answer::default();
        let known = items.iter().filter_map(|id| pack.item(id));
        let actions = known
            .filter_map(|item| self.action(item, assessment.answer(&item.id).unwrap_or(&blank)));
        actions.collect()
    }

    fn action(&self, item: &Item, before: &Answer) -> Option<Action> {
        let id = item.id.clone();
        let control = item.kind == Kind::Control;
        let excluded = control && before.applicability != Applicability::Applicable;
        match self {
            Self::Rate(rating) => {
                (before.rating != *rating && !excluded).then(|| Action::Rate(id, rating.clone()))
            }
            Self::Owner(owner) => {
                (before.owner != *owner).then(|| Action::Owner(id, owner.clone()))
            }
            Self::Due(due) => (before.due != *due).then(|| Action::Due(id, due.clone())),
            Self::Target(target) => {
                (before.target != *target).then(|| Action::Target(id, target.clone()))
            }
            Self::Review(review) => {
                (before.review != *review).then_some(Action::Review(id, *review))
            }
            Self::Exclude(justification) => {
                let wanted = Applicability::Excluded { justification: justification.clone() };
                (control && before.applicability != wanted).then_some(Action::Apply(id, wanted))
            }
            Self::Include => excluded.then_some(Action::Apply(id, Applicability::Applicable)),
        }
    }
}
