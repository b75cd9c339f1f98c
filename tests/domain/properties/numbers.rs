//! Properties of the numbers.

use plumbline::domain::{
    action::{Action, apply},
    assessment::{Answer, Assessment, Rating},
    evaluation::{Evaluation, evaluate},
    explain::{Subject, explain},
    id::ItemId,
    pack::{Item, Kind, Pack},
    ratio::Ratio,
    scope::Standing,
    score::Number,
    selection::Selection,
};
use proptest::{prelude::*, sample::Index};

use super::{
    cases::{Answers, Case, cases, keep},
    exact::{self, Fraction},
};
use crate::support::{blank, checked, excluded, measure, subjects};

/// An item of the pack, and the evaluation with one rating or another for it, all else the same.
struct Pair {
    item: Item,
    before: Evaluation,
    after: Evaluation,
}

fn pair(case: &Case, item: Index, before: Option<Rating>, after: Option<Rating>) -> Pair {
    let item = item.get(case.pack.items()).clone();
    let with = |rating| {
        let mut assessment = case.assessment.clone();
        assessment.selection = Selection::All;
        let answer = Answer { rating, ..Answer::default() };
        assessment.answers.insert(item.id.clone(), answer);
        evaluate(&case.pack, &assessment)
    };
    Pair { before: with(before), after: with(after), item }
}

fn holds(pack: &Pack, subject: &Subject, item: &ItemId) -> bool {
    let explanation = explain(pack, &blank(), subject.clone(), Number::Low);
    explanation.terms.iter().any(|term| term.item == *item)
}

proptest! {
    /// With credit C over the weights R ≤ S of what is rated and in scope, and C ≤ R:
    /// C/S ≤ C/R, and C/R ≤ (C + S - R)/S, the mediant of C/R and (S - R)/(S - R) = 1.
    #[test]
    fn conformity_lies_in_its_range(case in cases(Answers::Any)) {
        let evaluation = evaluate(&case.pack, &case.assessment);
        for subject in subjects(&case.pack) {
            let numbers = measure(&evaluation, &subject);
            let counts = numbers.counts;
            let in_scope = counts.in_scope > 0;
            prop_assert_eq!(numbers.conformity.is_some(), counts.rated > 0);
            prop_assert_eq!(numbers.low.is_some(), in_scope);
            prop_assert_eq!(numbers.high.is_some(), in_scope);
            prop_assert_eq!(numbers.completeness.is_some(), in_scope);
            prop_assert_eq!(counts.in_scope, counts.rated + counts.dont_know + counts.unanswered);
            prop_assert_eq!(counts.items, counts.in_scope + counts.excluded);
            for number in Number::ALL {
                prop_assert!(numbers.number(number).is_none_or(|value| value <= Ratio::ONE));
            }
            let (Some(low), Some(high)) = (numbers.low, numbers.high) else { continue };
            if let Some(conformity) = numbers.conformity {
                prop_assert!(low <= conformity && conformity <= high);
            } else {
                prop_assert_eq!((low, high), (Ratio::ZERO, Ratio::ONE));
            }
            if counts.rated == counts.in_scope {
                prop_assert_eq!((Some(low), Some(high)), (numbers.conformity, numbers.conformity));
            }
        }
    }

    #[test]
    fn the_theme_averaged_view_lies_between_its_groups(case in cases(Answers::Any)) {
        let evaluation = evaluate(&case.pack, &case.assessment);
        let view = &evaluation.theme_averaged;
        let conformities: Vec<Ratio> = view
            .groups
            .iter()
            .map(|id| measure(&evaluation, &Subject::Group(id.clone())).conformity.unwrap())
            .collect();
        prop_assert_eq!(view.conformity.is_some(), !conformities.is_empty());
        prop_assert!(view.conformity >= conformities.iter().min().copied());
        prop_assert!(view.conformity <= conformities.iter().max().copied());
    }

    #[test]
    fn whole_numbers_give_the_exact_fractions(case in cases(Answers::Any)) {
        let evaluation = evaluate(&case.pack, &case.assessment);
        for subject in subjects(&case.pack) {
            let numbers = measure(&evaluation, &subject);
            let integer = Number::ALL.map(|number| numbers.number(number).map(Fraction::from));
            let exact = exact::numbers(&case.source, &case.assessment, &subject);
            prop_assert_eq!(integer, exact, "{:?}", subject);
        }
        prop_assert_eq!(
            evaluation.theme_averaged.conformity.map(Fraction::from),
            exact::theme_averaged(&case.source, &case.assessment)
        );
    }

    #[test]
    fn explanations_add_up_to_the_numbers(case in cases(Answers::Any)) {
        let evaluation = evaluate(&case.pack, &case.assessment);
        for subject in subjects(&case.pack) {
            let numbers = measure(&evaluation, &subject);
            for number in Number::ALL {
                let explanation = explain(&case.pack, &case.assessment, subject.clone(), number);
                let terms = &explanation.terms;
                prop_assert_eq!(explanation.value, numbers.number(number));
                prop_assert_eq!(explanation.value, Ratio::new(explanation.num, explanation.den));
                prop_assert_eq!(terms.iter().map(|term| term.num).sum::<u64>(), explanation.num);
                prop_assert_eq!(terms.iter().map(|term| term.den).sum::<u64>(), explanation.den);
                prop_assert_eq!(u64::try_from(terms.len()).unwrap(), numbers.counts.items);
                for term in terms {
                    let counted = match (number, &term.standing) {
                        (_, Standing::Excluded | Standing::NotAsked) => false,
                        (Number::Conformity, standing) => matches!(standing, Standing::Rated { .. }),
                        _ => true,
                    };
                    prop_assert_eq!(term.den > 0, counted, "{:?} of {:?}", number, term);
                }
            }
        }
    }

    #[test]
    fn a_higher_rating_lowers_nothing(
        case in cases(Answers::Any),
        item: Index,
        level: Index,
        higher: Index,
    ) {
        let levels = case.pack.scale().levels();
        let low = level.index(levels.len() - 1);
        let high = low + 1 + higher.index(levels.len() - 1 - low);
        let rating = |place: usize| Some(Rating::Level(levels[place].code.clone()));
        let Pair { item, before, after } = pair(&case, item, rating(low), rating(high));
        for subject in subjects(&case.pack) {
            let (before, after) = (measure(&before, &subject), measure(&after, &subject));
            if holds(&case.pack, &subject, &item.id) {
                prop_assert!(before.conformity < after.conformity);
                prop_assert!(before.low < after.low);
                prop_assert!(before.high < after.high);
                prop_assert_eq!(before.completeness, after.completeness);
            } else {
                prop_assert_eq!(before, after);
            }
        }
        prop_assert!(before.theme_averaged.conformity < after.theme_averaged.conformity);
    }

    #[test]
    fn a_first_rating_narrows_the_range(case in cases(Answers::Any), item: Index, level: Index) {
        let rating = Rating::Level(level.get(case.pack.scale().levels()).code.clone());
        for unrated in [None, Some(Rating::DontKnow)] {
            let Pair { before, after, .. } = pair(&case, item, unrated, Some(rating.clone()));
            for subject in subjects(&case.pack) {
                let (before, after) = (measure(&before, &subject), measure(&after, &subject));
                prop_assert!(before.low <= after.low);
                prop_assert!(before.high >= after.high);
                prop_assert!(before.completeness <= after.completeness);
            }
        }
    }

    /// *Not in place* is looked at and widens what conformity is taken over; unanswered does
    /// neither, and *don't know* only the first.
    #[test]
    fn unanswered_is_neither_not_in_place_nor_dont_know(case in cases(Answers::Any), item: Index) {
        let lowest = Rating::Level(case.pack.scale().levels()[0].code.clone());
        let Pair { item, before: unanswered, after: not_in_place } =
            pair(&case, item, None, Some(lowest));
        let dont_know = {
            let mut assessment = case.assessment.clone();
            assessment.selection = Selection::All;
            let answer = Answer { rating: Some(Rating::DontKnow), ..Answer::default() };
            assessment.answers.insert(item.id.clone(), answer);
            evaluate(&case.pack, &assessment)
        };
        for subject in subjects(&case.pack) {
            if !holds(&case.pack, &subject, &item.id) {
                continue;
            }
            let unanswered = measure(&unanswered, &subject);
            let dont_know = measure(&dont_know, &subject);
            let not_in_place = measure(&not_in_place, &subject);
            prop_assert!(unanswered.completeness < not_in_place.completeness);
            prop_assert_eq!(dont_know.completeness, not_in_place.completeness);
            prop_assert_eq!(unanswered.low, not_in_place.low);
            prop_assert!(unanswered.high > not_in_place.high);
            prop_assert_eq!(unanswered.conformity, dont_know.conformity);
            prop_assert_eq!((unanswered.low, unanswered.high), (dont_know.low, dont_know.high));
            prop_assert_eq!(unanswered.counts.rated + 1, not_in_place.counts.rated);
            match unanswered.conformity {
                None => prop_assert_eq!(not_in_place.conformity, Some(Ratio::ZERO)),
                Some(Ratio::ZERO) => prop_assert_eq!(not_in_place.conformity, Some(Ratio::ZERO)),
                some => prop_assert!(not_in_place.conformity < some),
            }
        }
    }

    #[test]
    fn excluded_items_change_nothing(case in cases(Answers::Any)) {
        let whole = evaluate(&case.pack, &case.assessment);
        let is_excluded = |id: &ItemId| {
            whole.items.iter().any(|item| item.id == *id && item.standing == Standing::Excluded)
        };
        let mut source = case.source.clone();
        keep(&mut source, |item| !is_excluded(&item.id));
        let mut assessment = case.assessment.clone();
        assessment.answers.retain(|item, _| !is_excluded(item));
        if source.sections.is_empty() {
            prop_assert_eq!(whole.everything.low, None);
            return Ok(());
        }
        let pack = checked(source);
        let rest = evaluate(&pack, &assessment);
        let left = subjects(&pack);
        for subject in subjects(&case.pack) {
            let of_whole = measure(&whole, &subject);
            let of_rest = left.contains(&subject).then(|| measure(&rest, &subject));
            for number in Number::ALL {
                let without = of_rest.and_then(|numbers| numbers.number(number));
                prop_assert_eq!(of_whole.number(number), without, "{:?} of {:?}", number, subject);
            }
        }
        prop_assert_eq!(whole.theme_averaged, rest.theme_averaged);
    }

    #[test]
    fn nothing_under_an_exclusion_changes_a_number(case in cases(Answers::Allowed), item: Index) {
        let controls: Vec<&Item> =
            case.pack.items().iter().filter(|item| item.kind == Kind::Control).collect();
        prop_assume!(!controls.is_empty());
        let control = item.get(&controls);
        let ratings = case.pack.scale().levels().iter().map(|level| Rating::Level(level.code.clone()));
        let evaluations: Vec<Evaluation> = ratings
            .map(Some)
            .chain([None, Some(Rating::DontKnow)])
            .map(|rating| {
                let mut assessment = case.assessment.clone();
                let answer =
                    Answer { rating, applicability: excluded("not ours"), ..Answer::default() };
                assessment.answers.insert(control.id.clone(), answer);
                evaluate(&case.pack, &assessment)
            })
            .collect();
        prop_assert!(evaluations.windows(2).all(|pair| pair[0] == pair[1]));
    }

    #[test]
    fn the_order_of_items_in_a_group_changes_no_number(
        case in cases(Answers::Any),
        turns in prop::collection::vec(any::<usize>(), 16),
        reversed: bool,
    ) {
        let mut source = case.source.clone();
        let groups = source.sections.iter_mut().flat_map(|section| &mut section.groups);
        for (group, turn) in groups.zip(turns) {
            let length = group.items.len();
            group.items.rotate_left(turn % length);
            if reversed {
                group.items.reverse();
            }
        }
        let (before, after) = (
            evaluate(&case.pack, &case.assessment),
            evaluate(&checked(source), &case.assessment),
        );
        prop_assert_eq!(before.everything, after.everything);
        prop_assert_eq!(before.sections, after.sections);
        prop_assert_eq!(before.groups, after.groups);
        prop_assert_eq!(before.attributes, after.attributes);
        prop_assert_eq!(before.theme_averaged, after.theme_averaged);
        prop_assert_eq!(before.notices, after.notices);
        for item in &before.items {
            prop_assert!(after.items.contains(item));
        }
    }

    #[test]
    fn the_order_of_answering_changes_nothing(
        (case, entries) in cases(Answers::Allowed).prop_flat_map(|case| {
            let entries = entries(&case.assessment);
            (Just(case), Just(entries).prop_shuffle())
        }),
    ) {
        let mut assessment = blank();
        for action in entries {
            apply(&case.pack, &mut assessment, action).unwrap();
        }
        prop_assert_eq!(&assessment, &case.assessment);
        prop_assert_eq!(
            evaluate(&case.pack, &assessment),
            evaluate(&case.pack, &case.assessment)
        );
    }
}

/// The actions that enter everything.
fn entries(assessment: &Assessment) -> Vec<Action> {
    let each = assessment.answers.iter().flat_map(|(item, answer)| {
        let checks = answer.checks.iter();
        checks.map(|(check, given)| Action::Check(item.clone(), check.clone(), Some(*given))).chain(
            [
                Action::Rate(item.clone(), answer.rating.clone()),
                Action::Apply(item.clone(), answer.applicability.clone()),
                Action::Note(item.clone(), answer.note.clone()),
                Action::Evidence(item.clone(), answer.evidence.clone()),
                Action::Owner(item.clone(), answer.owner.clone()),
                Action::Due(item.clone(), answer.due.clone()),
                Action::Target(item.clone(), answer.target.clone()),
                Action::Review(item.clone(), answer.review),
                Action::Include(item.clone(), answer.inclusion.clone()),
                Action::Implementation(item.clone(), answer.implementation.clone()),
                Action::Effort(item.clone(), answer.effort),
            ],
        )
    });
    let whole = [
        Action::Facts(assessment.facts.clone()),
        Action::Select(assessment.selection.clone()),
        Action::Snapshots(assessment.snapshots.clone()),
    ];
    each.chain(whole).collect()
}
