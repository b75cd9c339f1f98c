//! What holds for any two assessments that are brought together.

use litemap::LiteMap;
use plumbline::domain::{
    action::apply,
    assessment::Assessment,
    facts::Facts,
    history::History,
    merge::{Merged, Place, Side, Way, merge, step},
    selection::Selection,
    work::{Work, carried::Held},
};
use proptest::prelude::*;

use crate::{
    random::documents,
    support::{PACK, id, minute},
};

const MINE: &dyn Fn(&Place) -> Side = &|_| Side::Mine;
const THEIRS: &dyn Fn(&Place) -> Side = &|_| Side::Theirs;

/// Of one origin, and without the numbers by which people call things: they are no part of the rules.
fn plain(assessment: &Assessment) -> Assessment {
    let mut work = assessment.work().clone();
    (&mut work.assets).into_iter().for_each(|(_, asset)| asset.number = 0);
    (&mut work.risks).into_iter().for_each(|(_, risk)| risk.number = 0);
    (&mut work.own_controls).into_iter().for_each(|(_, own)| own.number = 0);
    (&mut work.plan).into_iter().for_each(|(_, planned)| planned.number = 0);
    let (id, created) = (id("one"), minute(0));
    Assessment { id, created, work: Held::new(work), ..assessment.clone() }
}

fn assessments() -> impl Strategy<Value = Assessment> {
    documents().prop_map(|document| plain(&document.assessment))
}

fn both(mine: &Assessment, theirs: &Assessment, choose: &dyn Fn(&Place) -> Side) -> Merged {
    let mut merged = merge(None, mine, theirs, choose);
    merged.assessment = plain(&merged.assessment);
    merged
}

fn count(merged: &Merged, way: Way) -> usize {
    merged.differences.iter().filter(|difference| difference.way == way).count()
}

/// A part of an assessment: two such parts never contradict each other.
fn part(of: &Assessment, keep: &[bool]) -> Assessment {
    fn some<K: Clone + Ord, V: Clone>(
        of: &LiteMap<K, V>,
        mut keep: impl Iterator<Item = bool>,
    ) -> LiteMap<K, V> {
        let kept = of.iter().filter(|_| keep.next() == Some(true));
        kept.map(|(key, value)| (key.clone(), value.clone())).collect()
    }
    let mut keep = keep.iter().copied().cycle();
    let mut part = of.clone();
    part.answers = some(&of.answers, &mut keep);
    for (_, answer) in &mut part.answers {
        if keep.next() == Some(true) {
            answer.note = String::new();
            answer.evidence.truncate(1);
            answer.checks = some(&answer.checks, &mut keep);
            answer.due = None;
        }
    }
    part.answers.retain(|_, answer| !answer.is_empty());
    if keep.next() == Some(true) {
        part.facts = Facts { organisation: part.facts.organisation, ..Facts::BLANK };
    }
    part.snapshots.retain(|_| keep.next() == Some(true));
    let work = of.work();
    part.work = Held::new(Work {
        assets: some(&work.assets, &mut keep),
        risks: some(&work.risks, &mut keep),
        own_controls: some(&work.own_controls, &mut keep),
        documents: some(&work.documents, &mut keep),
        regraded: some(&work.regraded, &mut keep),
        plan: some(&work.plan, &mut keep),
        weeks: some(&work.weeks, &mut keep),
        ..work.clone()
    });
    part
}

fn parts() -> impl Strategy<Value = [Assessment; 3]> {
    let keep = || proptest::collection::vec(any::<bool>(), 29);
    (assessments(), keep(), keep(), keep()).prop_map(|(whole, one, two, three)| {
        [part(&whole, &one), part(&whole, &two), part(&whole, &three)]
    })
}

proptest! {
    // Each case is two or three whole assessments.
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn with_itself_nothing_changes(one in assessments()) {
        let merged = merge(None, &one, &one, THEIRS);
        prop_assert_eq!(merged, Merged { assessment: one, differences: vec![] });
    }

    #[test]
    fn a_blank_one_overwrites_nothing(one in assessments()) {
        let mut blank = Assessment::new(id("one"), one.name.clone(), minute(0));
        blank.selection = one.selection.clone();
        let kept = both(&one, &blank, THEIRS);
        prop_assert_eq!(count(&kept, Way::Kept), kept.differences.len());
        prop_assert_eq!(&kept.assessment, &one);
        let taken = both(&blank, &one, MINE);
        prop_assert_eq!(count(&taken, Way::Taken), taken.differences.len());
        prop_assert_eq!(&taken.assessment, &one);
    }

    #[test]
    fn the_order_of_two_doesn_t_matter(one in assessments(), other in assessments()) {
        for (first, second) in [(MINE, THEIRS), (THEIRS, MINE)] {
            let (forth, back) = (both(&one, &other, first), both(&other, &one, second));
            prop_assert_eq!(&forth.assessment, &back.assessment);
            prop_assert_eq!(count(&forth, Way::Conflict), count(&back, Way::Conflict));
        }
    }

    #[test]
    fn the_order_of_three_doesn_t_matter([one, two, three] in parts()) {
        let merged = |mine: &Assessment, theirs: &Assessment| {
            let merged = both(mine, theirs, MINE);
            assert_eq!(count(&merged, Way::Conflict), 0, "{:?}", merged.differences);
            merged.assessment
        };
        let left = merged(&merged(&one, &two), &three);
        prop_assert_eq!(&left, &merged(&one, &merged(&two, &three)));
        prop_assert_eq!(&left, &merged(&merged(&three, &one), &two));
    }

    #[test]
    fn the_same_file_again_brings_nothing(one in assessments(), other in assessments()) {
        for choose in [MINE, THEIRS] {
            let once = merge(None, &one, &other, choose);
            let again = merge(None, &once.assessment, &other, choose);
            prop_assert_eq!(count(&again, Way::Taken), 0, "{:?}", again.differences);
            prop_assert_eq!(again.assessment, once.assessment);
        }
    }

    #[test]
    fn one_step_leads_there_and_back(one in assessments(), other in assessments()) {
        let merged = merge(None, &one, &other, THEIRS).assessment;
        let way = step(&PACK, &one, &merged);
        let Some(action) = way.action else {
            prop_assert!(way.left_out > 0 || merged == one);
            return Ok(());
        };
        let (mut then, mut history) = (one.clone(), History::default());
        prop_assert!(history.perform(&PACK, &mut then, action).is_ok());
        if way.left_out == 0 {
            prop_assert_eq!(&then, &merged);
        }
        history.undo(&mut then);
        prop_assert_eq!(then, one);
        prop_assert!(!history.can_undo());
    }

    /// Who has changed nothing since has no word in it.
    #[test]
    fn with_what_both_began_with_only_changes_count(base in assessments(), one in assessments()) {
        for (mine, theirs) in [(&base, &one), (&one, &base)] {
            let merged = merge(Some(&base), mine, theirs, MINE);
            prop_assert_eq!(count(&merged, Way::Conflict), 0, "{:?}", merged.differences);
        }
    }
}

#[test]
fn a_selection_is_a_word_of_its_own() {
    let mine = Assessment::new(id("one"), "Acme".into(), minute(0));
    let theirs = Assessment { selection: Selection::Quick, ..mine.clone() };
    assert_eq!(count(&both(&mine, &theirs, MINE), Way::Conflict), 1);
    let merged = merge(Some(&mine), &mine, &theirs, MINE);
    assert_eq!(merged.assessment.selection, Selection::Quick);
    let mut then = mine.clone();
    apply(&PACK, &mut then, step(&PACK, &mine, &merged.assessment).action.unwrap()).unwrap();
    assert_eq!(then, theirs);
}
