//! Properties of what an assessment means.

use plumbline::domain::{
    assessment::{Answer, Assessment, Rating},
    compare::{Change, compare},
    evaluation::{Evaluation, evaluate},
    extent::seen,
    finding::{Finding, Grade, Place, findings, gravest, unverified},
    id::ItemId,
    pack::{Effort, Kind, Pack},
    priority::{Priority, gaps},
    scope::Standing,
    verdict::{Judgement, contrast, verdict},
};
use proptest::{prelude::*, sample::Index};

use super::cases::{Answers, Case, cases};
use crate::support::{blank, look};

fn found(pack: &Pack, assessment: &Assessment) -> (Evaluation, Vec<Finding>) {
    let evaluation = evaluate(pack, assessment);
    let findings = findings(pack, &evaluation);
    (evaluation, findings)
}

/// The assessment with another rating for one item, which is in scope with it.
fn rated(assessment: &Assessment, item: &ItemId, rating: Option<Rating>) -> Assessment {
    let mut assessment = assessment.clone();
    assessment.answers.insert(item.clone(), Answer { rating, ..Answer::default() });
    assessment
}

/// Two places in the scale, the second above the first.
fn rise(case: &Case, level: Index, higher: Index) -> (Rating, Rating) {
    let levels = case.pack.scale().levels();
    let low = level.index(levels.len() - 1);
    let high = low + 1 + higher.index(levels.len() - 1 - low);
    let rating = |place: usize| Rating::Level(levels[place].code.clone());
    (rating(low), rating(high))
}

/// Two assessments with one pack.
fn pairs() -> impl Strategy<Value = (Case, Assessment)> {
    cases(Answers::Any).prop_flat_map(|case| {
        let entries: Vec<_> = case.pack.items().iter().map(|item| item.id.clone()).collect();
        let levels: Vec<_> =
            case.pack.scale().levels().iter().map(|level| level.code.clone()).collect();
        let rating = prop_oneof![
            1 => Just(None),
            1 => Just(Some(Rating::DontKnow)),
            4 => prop::sample::select(levels).prop_map(|level| Some(Rating::Level(level))),
        ];
        let ratings = prop::collection::vec((any::<bool>(), rating), entries.len());
        (Just(case), ratings).prop_map(move |(case, ratings)| {
            let mut other = case.assessment.clone();
            for (item, (changes, rating)) in entries.iter().zip(ratings) {
                if changes {
                    other = rated(&other, item, rating);
                }
            }
            (case, other)
        })
    })
}

/// What a priority is worth, in eighths, so that every quotient is whole.
fn worth(priority: &Priority) -> u64 {
    let eighths = match priority.effort {
        Effort::S => 8,
        Effort::M => 4,
        Effort::L => 2,
        Effort::XL => 1,
    };
    priority.benefit * eighths
}

proptest! {
    #[test]
    fn a_higher_rating_never_adds_a_finding_on_its_item_and_worsens_no_verdict(
        case in cases(Answers::Any),
        item: Index,
        level: Index,
        higher: Index,
    ) {
        let item = item.get(case.pack.items()).id.clone();
        let (low, high) = rise(&case, level, higher);
        let (before, before_findings) =
            found(&case.pack, &rated(&case.assessment, &item, Some(low)));
        let (after, after_findings) =
            found(&case.pack, &rated(&case.assessment, &item, Some(high)));
        prop_assert!(gravest(&after_findings, &item) <= gravest(&before_findings, &item));
        let before = verdict(&before, &before_findings);
        let after = verdict(&after, &after_findings);
        prop_assert!(before.judgement <= after.judgement);
    }

    /// Every item below the top has one finding, which follows from kind and credit, and a group has
    /// one as the findings of its items say.
    #[test]
    fn findings_follow_from_the_ratings(case in cases(Answers::Any)) {
        let (evaluation, findings) = found(&case.pack, &case.assessment);
        let unit = case.pack.scale().unit();
        for result in &evaluation.items {
            let expected = match (&result.standing, result.kind) {
                (Standing::Rated { credit: 0, .. }, Kind::Requirement) => Some(Grade::Major),
                (Standing::Rated { credit, .. }, _) if credit * 2 < unit => Some(Grade::Minor),
                (Standing::Rated { credit, .. }, _) if *credit < unit => Some(Grade::Opportunity),
                _ => None,
            };
            let at = Place::Item(result.id.clone());
            let here: Vec<_> = findings.iter().filter(|finding| finding.at == at).collect();
            prop_assert_eq!(here.len(), usize::from(expected.is_some()));
            prop_assert_eq!(gravest(&findings, &result.id), expected);
        }
        for (group, result) in case.pack.groups().iter().zip(&evaluation.groups) {
            let items = case.pack.items_of(group);
            let minors: u64 = items
                .iter()
                .map(|item| u64::from(gravest(&findings, &item.id) == Some(Grade::Minor)))
                .sum();
            let in_scope = result.measure.counts.in_scope;
            let expected = match items[0].kind {
                Kind::Requirement => minors >= 3,
                // N and P alike are minor ones at controls.
                Kind::Control => in_scope >= 5 && minors * 2 > in_scope,
            };
            let at = Place::Group(group.id.clone());
            let here: Vec<_> = findings.iter().filter(|finding| finding.at == at).collect();
            prop_assert_eq!(here.len(), usize::from(expected));
            prop_assert!(here.iter().all(|finding| finding.grade == Grade::Major));
        }
    }

    #[test]
    fn what_is_not_rated_is_unverified_and_nothing_else(case in cases(Answers::Any)) {
        let (evaluation, findings) = found(&case.pack, &case.assessment);
        let unverified = unverified(&case.pack, &evaluation);
        let counts = evaluation.everything.counts;
        let expected = usize::try_from(counts.dont_know + counts.unanswered).unwrap();
        prop_assert_eq!(unverified.len(), expected);
        for open in &unverified {
            prop_assert_eq!(gravest(&findings, &open.item), None);
        }
    }

    #[test]
    fn an_average_never_hides_a_major_finding(case in cases(Answers::Any)) {
        let (evaluation, findings) = found(&case.pack, &case.assessment);
        let verdict = verdict(&evaluation, &findings);
        let grades = || findings.iter().map(|finding| finding.grade);
        if grades().any(|grade| grade == Grade::Major) {
            prop_assert!(verdict.judgement <= Judgement::OnTheWay);
        }
        if verdict.judgement == Judgement::InPlace {
            prop_assert!(grades().all(|grade| grade == Grade::Opportunity));
            prop_assert!(unverified(&case.pack, &evaluation).is_empty());
        }
    }

    #[test]
    fn no_group_is_both_strong_and_weak(case in cases(Answers::Any), most in 0_usize..4) {
        let evaluation = evaluate(&case.pack, &case.assessment);
        let contrast = contrast(&evaluation, most);
        prop_assert!(contrast.strengths.len() <= most && contrast.weaknesses.len() <= most);
        let whole = evaluation.everything.conformity;
        for group in &evaluation.groups {
            let conformity = group.measure.conformity;
            if contrast.strengths.contains(&group.id) {
                prop_assert!(conformity > whole && conformity.is_some());
            }
            if contrast.weaknesses.contains(&group.id) {
                prop_assert!(conformity < whole && conformity.is_some());
            }
            if contrast.left_out.contains(&group.id) {
                prop_assert!(group.measure.counts.in_scope > 0);
                prop_assert!(!contrast.strengths.contains(&group.id));
                prop_assert!(!contrast.weaknesses.contains(&group.id));
            }
        }
    }

    #[test]
    fn everything_open_is_ranked_once_by_the_rules(case in cases(Answers::Any)) {
        let (evaluation, findings) = found(&case.pack, &case.assessment);
        let ranked = look(&case.pack, &case.assessment).priorities;
        let unit = case.pack.scale().unit();
        let mut open: Vec<_> = evaluation
            .items
            .iter()
            .filter(|result| match result.standing {
                Standing::Rated { credit, .. } => credit < unit,
                Standing::DontKnow | Standing::Unanswered => true,
                Standing::Excluded | Standing::NotAsked => false,
            })
            .map(|result| result.id.clone())
            .collect();
        let place = |priority: &Priority| *case.pack.places().get(&priority.item).unwrap();
        for pair in ranked.windows(2) {
            let key = |of: &Priority| {
                (!of.blocks_stage_1, u64::MAX - worth(of), std::cmp::Reverse(of.grade), place(of))
            };
            prop_assert!(key(&pair[0]) < key(&pair[1]), "{:?}", pair);
        }
        for priority in &ranked {
            prop_assert_eq!(priority.grade, gravest(&findings, &priority.item));
        }
        let mut ids: Vec<_> = ranked.iter().map(|priority| priority.item.clone()).collect();
        open.sort();
        ids.sort();
        prop_assert_eq!(open, ids);
    }

    #[test]
    fn gaps_are_the_gravest_rated_ones_in_the_order_of_the_ranking(
        case in cases(Answers::Any),
        most in 0_usize..8,
    ) {
        let (evaluation, _) = found(&case.pack, &case.assessment);
        let ranked = look(&case.pack, &case.assessment).priorities;
        let gaps = gaps(&ranked, most);
        let is_rated = |item: &ItemId| {
            seen(&case.pack, &evaluation).any(|(of, seen)| of.id == *item && seen.extent().is_some())
        };
        let rated = || ranked.iter().filter(|priority| is_rated(&priority.item));
        let of = |grade| rated().filter(move |priority| priority.grade == Some(grade));
        let expected = of(Grade::Major).chain(of(Grade::Minor)).chain(of(Grade::Opportunity));
        prop_assert_eq!(gaps, expected.take(most).collect::<Vec<_>>());
    }

    #[test]
    fn the_order_of_answering_changes_no_rank(
        (case, answers) in cases(Answers::Any).prop_flat_map(|case| {
            let answers: Vec<_> = case.assessment.answers.iter()
                .map(|(item, answer)| (item.clone(), answer.clone()))
                .collect();
            (Just(case), Just(answers).prop_shuffle())
        }),
    ) {
        let mut assessment = blank();
        assessment.selection = case.assessment.selection.clone();
        for (item, answer) in answers {
            assessment.answers.insert(item, answer);
        }
        let ranked = |assessment: &Assessment| look(&case.pack, assessment).priorities;
        prop_assert_eq!(ranked(&assessment), ranked(&case.assessment));
    }

    #[test]
    fn nothing_changed_since_itself(case in cases(Answers::Any)) {
        let evaluation = evaluate(&case.pack, &case.assessment);
        let same = compare(&case.pack, &evaluation, &evaluation).unwrap();
        let is_same = |change| matches!(change, Change::Same | Change::NeverAsked);
        prop_assert!(same.items.iter().all(|item| is_same(item.change)));
        prop_assert!(same.asked.is_alike());
        let shifts = same.groups.iter().map(|(_, shift)| shift);
        for shift in shifts.chain(same.sections.iter().map(|(_, shift)| shift)) {
            prop_assert_eq!(shift.older, shift.newer);
            prop_assert_eq!(shift.points(), shift.newer.map(|_| 0));
        }
    }

    #[test]
    fn backwards_is_the_mirror_of_forwards((case, other) in pairs()) {
        let [one, other] = [&case.assessment, &other].map(|of| evaluate(&case.pack, of));
        let forwards = compare(&case.pack, &one, &other).unwrap();
        let backwards = compare(&case.pack, &other, &one).unwrap();
        for (there, back) in forwards.items.iter().zip(&backwards.items) {
            let mirrored = match there.change {
                Change::Rose => Change::Fell,
                Change::Fell => Change::Rose,
                Change::New => Change::Gone,
                Change::Gone => Change::New,
                Change::NewlyExcluded => Change::NoLongerExcluded,
                Change::NoLongerExcluded => Change::NewlyExcluded,
                Change::NewlyAsked => Change::NoLongerAsked,
                Change::NoLongerAsked => Change::NewlyAsked,
                unchanged @ (Change::Same | Change::NeverAsked) => unchanged,
            };
            prop_assert_eq!((&there.item, mirrored), (&back.item, back.change));
        }
        prop_assert_eq!(forwards.asked.newly, backwards.asked.no_longer);
        prop_assert_eq!(&forwards.asked.unlike, &backwards.asked.unlike);
        prop_assert_eq!(forwards.of_rated_twice.newer, backwards.of_rated_twice.older);
        for ((group, there), (_, back)) in forwards.groups.iter().zip(&backwards.groups) {
            prop_assert_eq!((there.older, there.newer), (back.newer, back.older), "{}", group);
            prop_assert_eq!(there.points(), back.points().map(|points| -points));
        }
    }
}
