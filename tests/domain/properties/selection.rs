//! Properties of which items are asked, and of snapshots.

use plumbline::domain::{
    evaluation::{Evaluation, evaluate},
    id::ItemId,
    scope::Standing,
    selection::Selection,
    snapshot::{Snapshot, next_cycle},
};
use proptest::prelude::*;

use super::cases::{Answers, Case, cases, keep};
use crate::support::{checked, id, measure, minute, subjects};

/// All results but the notices.
fn results(evaluation: Evaluation) -> Evaluation {
    Evaluation { notices: Vec::new(), ..evaluation }
}

proptest! {
    /// As if the pack had nothing else, and nobody had answered anything else.
    #[test]
    fn what_is_not_asked_is_not_there(case in cases(Answers::Any)) {
        let Case { mut source, pack, mut assessment } = case;
        let whole = evaluate(&pack, &assessment);
        let left_out: Vec<ItemId> = pack
            .items()
            .iter()
            .filter(|item| !assessment.selection.asks(item))
            .map(|item| item.id.clone())
            .collect();
        for result in &whole.items {
            let is_left_out = result.standing == Standing::NotAsked;
            prop_assert_eq!(is_left_out, left_out.contains(&result.id));
        }
        keep(&mut source, |item| !left_out.contains(&item.id));
        if source.sections.is_empty() {
            prop_assert_eq!(whole.everything.counts.items, 0);
            prop_assert_eq!(whole.everything.completeness, None);
            return Ok(());
        }
        assessment.selection = Selection::All;
        assessment.answers.retain(|item, _| !left_out.contains(item));
        let smaller = checked(source);
        let rest = evaluate(&smaller, &assessment);
        let left = subjects(&smaller);
        for subject in subjects(&pack) {
            let of_whole = measure(&whole, &subject);
            if left.contains(&subject) {
                prop_assert_eq!(of_whole, measure(&rest, &subject), "{:?}", subject);
            } else {
                prop_assert_eq!(of_whole.counts.items, 0);
                prop_assert_eq!(of_whole.low, None);
            }
        }
        prop_assert_eq!(whole.theme_averaged, rest.theme_averaged);
        prop_assert_eq!(whole.notices, rest.notices);
    }

    #[test]
    fn the_quick_check_is_the_list_of_its_items(case in cases(Answers::Any)) {
        let Case { pack, mut assessment, .. } = case;
        assessment.selection = Selection::Quick;
        let quick = evaluate(&pack, &assessment);
        let items = pack.items().iter().filter(|item| item.quick).map(|item| item.id.clone());
        assessment.selection = Selection::of(items);
        prop_assert_eq!(evaluate(&pack, &assessment), quick);
    }

    #[test]
    fn a_snapshot_has_the_numbers_of_its_time(case in cases(Answers::Allowed)) {
        let Case { pack, assessment, .. } = case;
        let snapshot = Snapshot::of(&assessment, "Before".into(), minute(7));
        let again = evaluate(&pack, &snapshot.as_assessment(id("a2")));
        prop_assert_eq!(results(again), results(evaluate(&pack, &assessment)));
        let twice = Snapshot::of(&snapshot.as_assessment(id("a2")), "Before".into(), minute(7));
        prop_assert_eq!(twice, snapshot);
    }

    #[test]
    fn the_next_cycle_begins_where_this_one_stands(case in cases(Answers::Allowed)) {
        let Case { pack, assessment, .. } = case;
        let next = next_cycle(&assessment, id("a2"), "Next".into(), minute(7));
        prop_assert_eq!(evaluate(&pack, &next), evaluate(&pack, &assessment));
        prop_assert!(next.answers.iter().all(|(_, answer)| answer.due.is_none()));
        let (first, older) = next.snapshots.split_last().unwrap();
        prop_assert_eq!(first, &Snapshot::of(&assessment, assessment.name.clone(), minute(7)));
        prop_assert_eq!(older, assessment.snapshots);
    }
}
