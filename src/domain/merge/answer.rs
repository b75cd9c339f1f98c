//! What was said of an item.

use litemap::LiteMap;

use super::{
    super::{
        assessment::{Answer, Applicability, CheckAnswer},
        id::{CheckId, ItemId},
        soa::Inclusion,
    },
    Field, Meeting, Subject, Three,
};

impl Meeting<'_> {
    pub(super) fn answers(
        &mut self,
        three: Three<'_, LiteMap<ItemId, Answer>>,
    ) -> LiteMap<ItemId, Answer> {
        let blank = Answer::default();
        let mut merged = LiteMap::new_vec();
        let only_theirs = three.theirs.keys().filter(|item| !three.mine.contains_key(*item));
        let mut items: Vec<&ItemId> = three.mine.keys().chain(only_theirs).collect();
        items.sort();
        for item in items {
            let of = |answers: &LiteMap<ItemId, Answer>| answers.get(item).cloned();
            let base = three.base.map(|base| of(base).unwrap_or_default());
            let mine = three.mine.get(item).unwrap_or(&blank);
            let theirs = three.theirs.get(item).unwrap_or(&blank);
            let subject = Subject::Item(item.clone());
            let met = self.answer(&subject, Three { base: base.as_ref(), mine, theirs });
            if !met.is_empty() {
                merged.insert(item.clone(), met);
            }
        }
        merged
    }

    pub(super) fn answer(&mut self, subject: &Subject, three: Three<'_, Answer>) -> Answer {
        Answer {
            rating: self.value(subject, Field::Rating, three.of(|it| &it.rating)),
            applicability: self.applicability(subject, three),
            note: self.value(subject, Field::Note, three.of(|it| &it.note)),
            checks: self.checks(subject, three.of(|it| &it.checks)),
            evidence: self.list(subject, Field::Evidence, three.of(|it| &it.evidence)),
            owner: self.value(subject, Field::Owner, three.of(|it| &it.owner)),
            due: self.value(subject, Field::Due, three.of(|it| &it.due)),
            target: self.value(subject, Field::Level, three.of(|it| &it.target)),
            review: self.value(subject, Field::Review, three.of(|it| &it.review)),
            inclusion: self.inclusion(subject, three.of(|it| &it.inclusion)),
            implementation: self.value(
                subject,
                Field::Implementation,
                three.of(|it| &it.implementation),
            ),
            effort: self.value(subject, Field::Effort, three.of(|it| &it.effort)),
        }
    }

    /// That a control applies is also what nobody has thought of yet: it counts as said only where
    /// something else was said that presumes it.
    fn applicability(&mut self, subject: &Subject, three: Three<'_, Answer>) -> Applicability {
        let said = |answer: &Answer| match &answer.applicability {
            excluded @ Applicability::Excluded { .. } => Some(excluded.clone()),
            Applicability::Applicable => (answer.rating.is_some() || answer.inclusion.is_some())
                .then_some(Applicability::Applicable),
        };
        let (base, mine, theirs) = (three.base.map(said), said(three.mine), said(three.theirs));
        // Excluded by both: what differs is the justification, which can be blank.
        if let (
            Some(Applicability::Excluded { justification: one }),
            Some(Applicability::Excluded { justification: other }),
        ) = (&mine, &theirs)
        {
            let before = match base.as_ref() {
                Some(Some(Applicability::Excluded { justification })) => Some(justification),
                _ => None,
            };
            let three = Three { base: before, mine: one, theirs: other };
            let justification = self.value(subject, Field::Applicability, three);
            return Applicability::Excluded { justification };
        }
        // Of two that apply nothing is to be told.
        if three.mine.applicability == three.theirs.applicability {
            return three.mine.applicability.clone();
        }
        let three = Three { base: base.as_ref(), mine: &mine, theirs: &theirs };
        self.value(subject, Field::Applicability, three).unwrap_or_default()
    }

    /// A decision counts more than a proposal.
    fn inclusion(
        &mut self,
        subject: &Subject,
        three: Three<'_, Option<Inclusion>>,
    ) -> Option<Inclusion> {
        let proposed = |one: &Option<Inclusion>| one.as_ref().is_some_and(|one| one.proposed);
        let Three { mine, theirs, .. } = three;
        let base = match (proposed(mine), proposed(theirs)) {
            // Whoever decided began with a proposal.
            (true, false) if theirs.is_some() => Some(mine),
            (false, true) if mine.is_some() => Some(theirs),
            _ => three.base,
        };
        self.value(subject, Field::Inclusion, Three { base, ..three })
    }

    fn checks(
        &mut self,
        subject: &Subject,
        three: Three<'_, LiteMap<CheckId, CheckAnswer>>,
    ) -> LiteMap<CheckId, CheckAnswer> {
        let only_theirs = three.theirs.keys().filter(|check| !three.mine.contains_key(*check));
        let checks: Vec<&CheckId> = three.mine.keys().chain(only_theirs).collect();
        let met = checks.into_iter().filter_map(|check| {
            let of = |given: &LiteMap<CheckId, CheckAnswer>| given.get(check).copied();
            let (base, mine, theirs) = (three.base.map(of), of(three.mine), of(three.theirs));
            let three = Three { base: base.as_ref(), mine: &mine, theirs: &theirs };
            let met = self.value(subject, Field::Check(check.clone()), three);
            Some((check.clone(), met?))
        });
        met.collect()
    }
}
