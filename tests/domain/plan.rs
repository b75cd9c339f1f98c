//! The plan, what would be if it were done, and the way to the certificate on a calendar.

use litemap::LiteMap;
use plumbline::domain::{
    action::{Action, Refusal, apply},
    assessment::{Assessment, Rating},
    evaluation::evaluate,
    id::{DocumentId, PlannedId},
    pack::{Effort, Pack},
    path::{Stage, estimate, path},
    plan::{Planned, PlannedState, burn_up, effort, mark, what_if},
    ratio::Ratio,
    roadmap::{Progress, StepState},
    time::Day,
    work::action::WorkAction,
};

use crate::{
    iso27001::handbook,
    support::{answers, day, id, pack},
};

fn small() -> Pack {
    pack("4: 4.1 4.2 | A.5: A.5.1 A.5.2")
}

fn put(assessment: &mut Assessment, name: &str, planned: Planned) {
    let action = WorkAction::Plan(id(name), Some(Box::new(planned)));
    apply(&small(), assessment, action.into()).unwrap();
}

fn planned(assessment: &Assessment, items: &[&str]) -> Planned {
    Planned::of(&small(), assessment, &[], items.iter().map(|item| id(item)).collect())
}

#[test]
fn a_new_action_takes_what_its_largest_item_takes() {
    let mut assessment = answers("");
    assert_eq!(planned(&assessment, &["4.1"]).effort, Effort::S);
    let larger = Action::Effort(id("4.2"), Some(Effort::L));
    apply(&small(), &mut assessment, larger).unwrap();
    assert_eq!(effort(&small(), &assessment, &id("4.2")), Some(Effort::L));
    assert_eq!(planned(&assessment, &["4.1", "4.2"]).effort, Effort::L);
    let first = planned(&assessment, &["4.1"]);
    put(&mut assessment, "p1", Planned { number: 7, ..first });
    assert_eq!(planned(&assessment, &["4.1"]).number, 8);
}

#[test]
fn what_if_puts_the_items_of_chosen_actions_in_place_and_leaves_the_rest() {
    let mut assessment = answers("4.1=N 4.2=P A.5.1=N+excluded A.5.2=?");
    let action = planned(&assessment, &["4.1", "A.5.1"]);
    put(&mut assessment, "p1", Planned { documents: vec![id("policy")], ..action });
    let action = planned(&assessment, &["4.2", "A.5.2"]);
    put(&mut assessment, "p2", action);
    let conformity = |done: &[PlannedId]| {
        let then = what_if(&small(), &assessment, done);
        evaluate(&small(), &then).everything.conformity.unwrap()
    };
    // (0 + 1)/6, (3 + 1)/6, (0 + 3 + 3)/9, all.
    assert_eq!(Some(conformity(&[])), Ratio::new(1, 6));
    assert_eq!(Some(conformity(&[id("p1")])), Ratio::new(4, 6));
    assert_eq!(Some(conformity(&[id("p2")])), Ratio::new(6, 9));
    assert_eq!(conformity(&[id("p1"), id("p2")]), Ratio::ONE);
    let then = what_if(&small(), &assessment, &[id("p1")]);
    assert!(then.answer(&id("A.5.1")).unwrap().applicability.is_out_of_scope());
    assert_eq!(then.answer(&id("A.5.1")).unwrap().rating, Rating::parse("N"));
    assert!(then.work().documents.contains_key(&id::<DocumentId>("policy")));
    assert!(assessment.work().documents.is_empty());
}

#[test]
fn done_is_done_on_a_day() {
    let mut assessment = answers("");
    let action = planned(&assessment, &["4.1"]);
    put(&mut assessment, "p1", Planned { due: Some(day(10)), ..action });
    let of = |assessment: &Assessment| assessment.work().plan[&id::<PlannedId>("p1")].clone();
    assert!(of(&assessment).is_overdue("2026-11-11"));
    assert!(!of(&assessment).is_overdue("2026-11-10"));
    let done = mark(&of(&assessment), &id("p1"), PlannedState::Done, &day(12));
    apply(&small(), &mut assessment, done).unwrap();
    assert_eq!(of(&assessment).finished, Some(day(12)));
    assert!(!of(&assessment).is_overdue("2026-11-30"));
    let again = mark(&of(&assessment), &id("p1"), PlannedState::Started, &day(13));
    apply(&small(), &mut assessment, again).unwrap();
    assert_eq!(of(&assessment).finished, None);
}

#[test]
fn burning_up_counts_what_was_due_and_what_was_done() {
    let mut assessment = answers("");
    let entry = |due: Option<u32>, finished: Option<u32>, state| Planned {
        due: due.map(day),
        finished: finished.map(day),
        state,
        ..planned(&answers(""), &[])
    };
    put(&mut assessment, "p1", entry(Some(10), Some(12), PlannedState::Done));
    put(&mut assessment, "p2", entry(Some(10), None, PlannedState::Planned));
    put(&mut assessment, "p3", entry(Some(20), Some(10), PlannedState::Done));
    put(&mut assessment, "p4", entry(None, None, PlannedState::Planned));
    // Begun again: the day that is left over doesn't count.
    put(&mut assessment, "p5", entry(None, Some(1), PlannedState::Started));
    let shown: Vec<_> = burn_up(&assessment.work().plan)
        .into_iter()
        .map(|at| (at.day.as_str().to_owned(), at.planned, at.done))
        .collect();
    let expected = [("2026-11-10", 2, 1), ("2026-11-12", 2, 2), ("2026-11-20", 3, 2)]
        .map(|(day, planned, done)| (day.to_owned(), planned, done));
    assert_eq!(shown, expected);
}

fn wanted() -> Day {
    Day::parse("2027-12-31").unwrap()
}

fn stages(people: Option<u64>, weeks: &LiteMap<u64, u64>, states: &[StepState]) -> Vec<Stage> {
    path(&handbook().steps, states, people, weeks, &wanted()).unwrap()
}

#[test]
fn the_path_ends_on_the_day_and_every_step_begins_where_the_one_before_ends() {
    let stages = stages(Some(100), &LiteMap::new_vec(), &[]);
    assert_eq!(stages.len(), 10);
    assert_eq!(stages[9].ends, wanted());
    for (stage, step) in stages.iter().zip(&handbook().steps) {
        let (_, longest) = step.weeks[1];
        assert_eq!((stage.step, stage.weeks), (step.number, longest));
        assert_eq!(stage.ends.count() - stage.begins.count(), i64::try_from(longest * 7).unwrap());
    }
    for pair in stages.windows(2) {
        assert_eq!(pair[0].ends, pair[1].begins);
    }
}

#[test]
fn sizes_are_told_by_people() {
    let step = &handbook().steps[0];
    let of = |people| estimate(step, people);
    assert_eq!([Some(1), Some(30)].map(of), [step.weeks[0]; 2]);
    assert_eq!([None, Some(31), Some(300)].map(of), [step.weeks[1]; 3]);
    assert_eq!([Some(301), Some(1_000_000)].map(of), [step.weeks[2]; 2]);
}

#[test]
fn what_is_done_takes_no_time_and_ones_own_weeks_come_first() {
    let done = |number| StepState {
        number,
        progress: Progress::Done,
        open: Vec::new(),
        awaits: None,
        only_awaits: false,
        asked: None,
    };
    let weeks = [(10, 3)].into_iter().collect();
    let stages = stages(Some(100), &weeks, &[done(9)]);
    assert_eq!((stages[9].weeks, stages[9].begins.as_str()), (3, "2027-12-10"));
    assert!(stages[8].done);
    assert_eq!(stages[8].begins, stages[8].ends);
}

#[test]
fn nobody_takes_more_weeks_than_two_years_have() {
    let mut assessment = answers("");
    let weeks = |weeks| WorkAction::Weeks(3, weeks).into();
    apply(&small(), &mut assessment, weeks(Some(104))).unwrap();
    let refusal = apply(&small(), &mut assessment, weeks(Some(105)));
    assert_eq!(refusal, Err(Refusal::Weeks(105)));
    apply(&small(), &mut assessment, weeks(None)).unwrap();
    assert!(assessment.work().weeks.is_empty());
}

#[test]
fn a_day_before_the_calendar_begins_is_no_path() {
    let early = Day::parse("0001-02-01").unwrap();
    assert_eq!(path(&handbook().steps, &[], None, &LiteMap::new_vec(), &early), None);
}

/// Closing the form of an action that nobody has said anything of leaves nothing behind.
#[test]
fn an_action_without_words_is_blank() {
    let planned = planned(&answers(""), &[]);
    assert!(planned.is_blank());
    let titled = Planned { title: "Ask the board".into(), ..planned.clone() };
    let noted = Planned { note: "By mail".into(), ..planned.clone() };
    let due = Planned { due: Some(Day::parse("2099-02-03").unwrap()), ..planned.clone() };
    for said in [titled, noted, due] {
        assert!(!said.is_blank());
    }
}
