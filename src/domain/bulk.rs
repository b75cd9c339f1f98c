//! One change to many items, as a single step that can be taken back.

use super::{
    action::Action,
    assessment::{Answer, Applicability, Assessment, Rating},
    id::{ItemId, LevelCode},
    pack::{Kind, Pack},
    soa::{Decision, InclusionReason},
    statement::{confirmed, decide, with_reason},
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
    /// Decide that the controls among them are needed, for this reason beside those they have.
    Need(Option<InclusionReason>),
    /// Take the decisions on the controls among them back.
    Undecide,
    /// Confirm what was proposed of the controls among them.
    Confirm,
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
    /// What has to be done to those of the items that it would change; items that neither the pack nor
    /// the organisation has, and requirements where applicability is changed, are left alone.
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
        let kind = |id: &ItemId| match pack.item(id) {
            Some(item) => Some(item.kind),
            None => assessment.work().own_controls.contains_key(id).then_some(Kind::Control),
        };
        let known = items.iter().filter_map(move |id| Some((id, kind(id)?)));
        known.map(|(id, kind)| match assessment.answer(id) {
            Some(answer) => self.action(id, kind, answer),
            None => self.action(id, kind, &Answer::default()),
        })
    }

    fn action(&self, id: &ItemId, kind: Kind, before: &Answer) -> Result<Action, Left> {
        let control = kind == Kind::Control;
        let excluded = control && before.applicability != Applicability::Applicable;
        let id = id.clone();
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
            Self::Exclude(_) | Self::Include | Self::Need(_) | Self::Undecide | Self::Confirm
                if !control =>
            {
                Err(Left::Requirement)
            }
            Self::Exclude(justification) => {
                let wanted = Applicability::Excluded { justification: justification.clone() };
                unless(before.applicability == wanted, Action::Apply(id, wanted))
            }
            Self::Include => unless(!excluded, Action::Apply(id, Applicability::Applicable)),
            Self::Need(None) => decide(&id, before, Decision::Applicable, "").ok_or(Left::Same),
            Self::Need(Some(reason)) => {
                let wanted = with_reason(before, *reason, true);
                let included = before.inclusion.as_ref() != Some(&wanted);
                let include = included.then(|| Action::Include(id.clone(), Some(wanted)));
                let apply = excluded.then(|| Action::Apply(id, Applicability::Applicable));
                let actions: Vec<Action> = apply.into_iter().chain(include).collect();
                unless(actions.is_empty(), Action::Several(actions))
            }
            Self::Undecide => decide(&id, before, Decision::Undecided, "").ok_or(Left::Same),
            Self::Confirm => {
                let proposed = before.inclusion.as_ref().is_some_and(|it| it.proposed) && !excluded;
                unless(!proposed, Action::Include(id, Some(confirmed(before))))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{
        super::{id::AssessmentId, soa::Inclusion, time::Timestamp, work::action::WorkAction},
        *,
    };
    use crate::{
        domain::{action::apply, soa::OwnControl},
        persist::pack::read_pack,
    };

    #[test]
    fn controls_are_decided_on_together_own_ones_too() {
        let pack = include_str!("../../packs/iso27001-2022/pack.json");
        let pack = read_pack(pack).unwrap();
        let id = |text: &str| ItemId::parse(text).unwrap();
        let own = ItemId::own([1; 16]);
        let first = AssessmentId::from_random([0; 16]);
        let mut assessment = Assessment::new(first, "x".into(), Timestamp::default());
        let go = |assessment: &mut Assessment, action| {
            apply(&pack, assessment, action).unwrap();
        };
        let add = WorkAction::Own(own.clone(), Some(Box::new(OwnControl::default())));
        go(&mut assessment, add.into());
        let out = Applicability::Excluded { justification: "x".into() };
        go(&mut assessment, Action::Apply(id("A.5.2"), out));
        let legal = Inclusion { reasons: vec![InclusionReason::Legal], ..Inclusion::default() };
        let proposed = Inclusion { proposed: true, ..legal.clone() };
        go(&mut assessment, Action::Include(id("A.5.3"), Some(proposed)));

        let all = ["4.1", "A.5.1", "A.5.2", "A.5.3", "B.1"].map(id);
        let all: Vec<ItemId> = all.into_iter().chain([own.clone()]).collect();
        let actions =
            |assessment: &Assessment, change: Change| change.actions(&pack, assessment, &all);
        assert_eq!(actions(&assessment, Change::Confirm).len(), 1);
        assert_eq!(actions(&assessment, Change::Undecide).len(), 2);
        assert_eq!(actions(&assessment, Change::Need(None)).len(), 4);
        let need = actions(&assessment, Change::Need(Some(InclusionReason::Legal)));
        assert_eq!(need.len(), 4, "not the requirement, and not what nobody has");
        go(&mut assessment, Action::Several(need));
        for item in
            all.iter().filter(|item| pack.item(item).is_none_or(|it| it.kind == Kind::Control))
        {
            let answer = assessment.answer(item);
            let inclusion = answer.and_then(|answer| answer.inclusion.as_ref());
            let known = item.as_str() != "B.1";
            assert_eq!(inclusion, known.then_some(&legal), "{item}");
            assert!(answer.is_none_or(|it| it.applicability == Applicability::Applicable));
        }
        assert!(actions(&assessment, Change::Need(Some(InclusionReason::Legal))).is_empty());
        assert!(actions(&assessment, Change::Confirm).is_empty());
    }

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
