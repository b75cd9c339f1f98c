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

/// Why an item stays as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Left {
    /// It is so already.
    Same,
    /// Only controls can be excluded.
    Requirement,
    /// The control is excluded: its rating is put aside.
    Excluded,
}

impl Left {
    /// All of them, in the order they are told.
    pub const ALL: [Self; 3] = [Self::Same, Self::Requirement, Self::Excluded];
}

/// What it is to rate an item by hand: with the rating ends a mark for review, for the item was looked at
/// again. Taking the rating away is no review.
#[must_use]
pub fn rated(item: ItemId, before: &Answer, rating: Option<Rating>) -> Action {
    let reviewed = before.review && rating.is_some();
    let mark = reviewed.then(|| Action::Review(item.clone(), false));
    let rate = Action::Rate(item, rating);
    match mark {
        Some(mark) => Action::Several(vec![rate, mark]),
        None => rate,
    }
}

impl Change {
    /// What has to be done to those of the items that it would change; items that the pack doesn't
    /// have, and requirements where applicability is changed, are left alone.
    #[must_use]
    pub fn actions(&self, pack: &Pack, assessment: &Assessment, items: &[ItemId]) -> Vec<Action> {
        self.each(pack, assessment, items).filter_map(Result::ok).collect()
    }

    /// How many of the items stay as they are, by the reason; reasons that no item has aren't there.
    #[must_use]
    pub fn left(
        &self,
        pack: &Pack,
        assessment: &Assessment,
        items: &[ItemId],
    ) -> Vec<(Left, usize)> {
        let left: Vec<Left> = self.each(pack, assessment, items).filter_map(Result::err).collect();
        let counts = Left::ALL.map(|why| (why, left.iter().filter(|left| **left == why).count()));
        counts.into_iter().filter(|(_, count)| *count > 0).collect()
    }

    fn each<'a>(
        &'a self,
        pack: &'a Pack,
        assessment: &'a Assessment,
        items: &'a [ItemId],
    ) -> impl Iterator<Item = Result<Action, Left>> + 'a {
        let known = items.iter().filter_map(|id| pack.item(id));
        known.map(|item| match assessment.answer(&item.id) {
            Some(answer) => self.action(item, answer),
            None => self.action(item, &Answer::default()),
        })
    }

    fn action(&self, item: &Item, before: &Answer) -> Result<Action, Left> {
        let id = item.id.clone();
        let control = item.kind == Kind::Control;
        let excluded = control && before.applicability != Applicability::Applicable;
        let unless = |same: bool, action: Action| if same { Err(Left::Same) } else { Ok(action) };
        match self {
            Self::Rate(_) if excluded => Err(Left::Excluded),
            Self::Rate(rating) => {
                let same = before.rating == *rating && !(before.review && rating.is_some());
                unless(same, rated(id, before, rating.clone()))
            }
            Self::Owner(owner) => unless(before.owner == *owner, Action::Owner(id, owner.clone())),
            Self::Due(due) => unless(before.due == *due, Action::Due(id, due.clone())),
            Self::Target(target) => {
                unless(before.target == *target, Action::Target(id, target.clone()))
            }
            Self::Review(review) => unless(before.review == *review, Action::Review(id, *review)),
            Self::Exclude(_) | Self::Include if !control => Err(Left::Requirement),
            Self::Exclude(justification) => {
                let wanted = Applicability::Excluded { justification: justification.clone() };
                unless(before.applicability == wanted, Action::Apply(id, wanted))
            }
            Self::Include => unless(!excluded, Action::Apply(id, Applicability::Applicable)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rating_ends_the_mark_for_review_and_clearing_does_not() {
        let item = || ItemId::parse("4.1").unwrap();
        let level = || Rating::parse("L");
        let marked = Answer { review: true, ..Answer::default() };
        let rate = |rating| Action::Rate(item(), rating);
        assert_eq!(rated(item(), &Answer::default(), level()), rate(level()));
        assert_eq!(rated(item(), &marked, None), rate(None));
        let both = Action::Several(vec![rate(level()), Action::Review(item(), false)]);
        assert_eq!(rated(item(), &marked, level()), both);
    }
}
