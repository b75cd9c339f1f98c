//! The ten steps: scoring.md, "Ten steps", with the handbook of ISO/IEC 27001:2022.

use plumbline::domain::{
    evaluation::evaluate,
    pack::Pack,
    roadmap::{Asked, Awaited, Progress, StepState, Work, current, roadmap},
    selection::Selection,
};

use crate::{
    iso27001::{handbook, iso27001},
    support::{answers, pack},
};

fn steps(pack: &Pack, given: &str) -> Vec<StepState> {
    roadmap(pack, &evaluate(pack, &answers(given)), &handbook().steps, &Work::default())
}

/// The state of one step.
fn check(number: usize, given: &str, progress: Progress, waits_for: Option<Awaited>) {
    check_in(&iso27001(), number, given, progress, waits_for);
}

fn check_in(
    pack: &Pack,
    number: usize,
    given: &str,
    progress: Progress,
    waits_for: Option<Awaited>,
) {
    let state = &steps(pack, given)[number - 1];
    assert_eq!(state.number, u64::try_from(number).unwrap());
    assert_eq!((state.progress, state.waits_for()), (progress, waits_for), "{given:?}");
}

/// Every item of a pack with this rating.
fn all(pack: &Pack, rating: &str) -> String {
    let items = pack.items().iter();
    items.map(|item| format!("{}={rating}", item.id)).collect::<Vec<_>>().join(" ")
}

#[test]
fn started_above_not_in_place_and_done_when_all_are_largely_there() {
    check(1, "", Progress::NotStarted, None);
    check(1, "5.1=N 5.3=N 7.1=?", Progress::NotStarted, None);
    check(1, "5.1=P", Progress::Started, None);
    check(1, "5.1=F 5.3=F 7.1=P", Progress::Started, None);
    check(1, "5.1=F 5.3=F", Progress::Started, None);
    check(1, "5.1=F 5.3=F 7.1=?", Progress::Started, None);
    check(1, "5.1=F 5.3=L 7.1=L", Progress::Done, None);
    // Another step's items.
    check(1, "5.2=F 4.1=F", Progress::NotStarted, None);
}

#[test]
fn the_gap_analysis_goes_by_completeness() {
    let all_but_one = |rating: &str| all(&iso27001(), rating).replace("A.8.34=F", "");
    check(2, "", Progress::NotStarted, None);
    check(2, "4.1=?", Progress::NotStarted, None);
    check(2, "4.1=N", Progress::Started, None);
    check(2, &all_but_one("F"), Progress::Started, None);
    check(2, &format!("{} A.8.34=?", all_but_one("F")), Progress::Done, None);
    check(2, &all(&iso27001(), "N"), Progress::Done, None);
}

#[test]
fn what_stands_on_unknown_things_is_never_done() {
    check(5, "6.1.1=F 6.1.2=F 8.2=P", Progress::Started, None);
    check(5, "6.1.1=F 6.1.2=F 8.2=L", Progress::Started, Some(Awaited::Risks));
    check(7, "8.3=L 7.5.1=L 7.5.2=L 7.5.3=L", Progress::Started, Some(Awaited::Treatment));
    check(10, "", Progress::NotStarted, Some(Awaited::Readiness));
    let everything = all(&iso27001(), "F");
    check(10, &everything, Progress::NotStarted, Some(Awaited::Readiness));
    let done: Vec<u64> = steps(&iso27001(), &everything)
        .iter()
        .filter(|state| state.progress == Progress::Done)
        .map(|state| state.number)
        .collect();
    assert_eq!(done, [1, 2, 3, 4, 8, 9]);
}

#[test]
fn step_6_takes_all_controls_in_scope() {
    let small = pack("6: 6.1.3 | A.5: A.5.1 A.5.2");
    let check = |given, progress, awaited| check_in(&small, 6, given, progress, awaited);
    check("6.1.3=F", Progress::Started, None);
    check("A.5.1=P", Progress::Started, None);
    check("6.1.3=F A.5.1=L A.5.2=P", Progress::Started, None);
    check("6.1.3=F A.5.1=L A.5.2=L", Progress::Started, Some(Awaited::Statement));
    check("6.1.3=F A.5.1=L A.5.2=excluded", Progress::Started, Some(Awaited::Statement));
    check("6.1.3=P A.5.1=L A.5.2=L", Progress::Started, None);
    check("6.1.3=N A.5.1=N A.5.2=N", Progress::NotStarted, None);
}

#[test]
fn excluded_controls_are_left_aside_and_nothing_is_done_by_having_nothing() {
    check(8, "7.2=F 7.3=F 7.4=F A.6.3=excluded", Progress::Done, None);
    check_in(&pack("A.6: A.6.3"), 8, "A.6.3=excluded", Progress::NotStarted, None);
    // Nothing in scope at all.
    check_in(&pack("A.6: A.6.3"), 2, "A.6.3=excluded", Progress::NotStarted, None);
    // A pack that has none of the step's items.
    check_in(&pack("x: x.1"), 3, "x.1=F", Progress::NotStarted, None);
}

#[test]
fn where_they_stand_is_the_first_step_that_is_not_done() {
    let at = |given: &str| current(&steps(&iso27001(), given)).map(|state| state.number);
    assert_eq!(at(""), Some(1));
    assert_eq!(at("5.1=F 5.3=F 7.1=F"), Some(2));
    // A later one that is done doesn't count.
    assert_eq!(at("4.1=F 4.2=F 4.3=F 4.4=F"), Some(1));
    assert_eq!(at(&all(&iso27001(), "F")), Some(5));
    let mut states = steps(&iso27001(), &all(&iso27001(), "F"));
    states.truncate(4);
    assert_eq!(current(&states), None);
}

/// A quick check with these answers.
fn quick(given: &str) -> Vec<StepState> {
    let pack = iso27001();
    let mut assessment = answers(given);
    assessment.selection = Selection::Quick;
    roadmap(&pack, &evaluate(&pack, &assessment), &handbook().steps, &Work::default())
}

#[test]
fn where_not_all_is_asked_a_step_goes_by_what_is() {
    let states = quick("5.1=F 5.3=F 7.1=F 4.3=N 7.2=L A.6.3=P");
    let asked = |number: usize| states[number - 1].asked.unwrap();
    // Of 5.1, 5.3 and 7.1 only the first; what isn't asked counts nowhere, whatever its answer.
    assert_eq!(asked(1), Asked { of: 3, asked: 1, in_place: 1 });
    assert_eq!(asked(3), Asked { of: 4, asked: 1, in_place: 0 });
    // 7.2 and A.6.3 of four.
    assert_eq!(asked(8), Asked { of: 4, asked: 2, in_place: 1 });
    assert_eq!(asked(2), Asked { of: 0, asked: 0, in_place: 0 });
    assert!(states.iter().all(|state| state.progress != Progress::Done));
    assert!(steps(&iso27001(), "5.1=F").iter().all(|state| state.asked.is_none()));
}

#[test]
fn a_quick_check_stands_where_what_is_asked_is_not_in_place() {
    let at = |given: &str| current(&quick(given)).map(|state| state.number);
    let pack = iso27001();
    assert_eq!(at(&all(&pack, "N")), Some(1));
    assert_eq!(at(&all(&pack, "?")), Some(1));
    assert_eq!(at("5.1=L"), Some(3));
    assert_eq!(at("5.1=L 4.3=F 5.2=F 6.1.2=L"), Some(6));
    // All that is asked is there: the rest has still to be looked at.
    assert_eq!(at(&all(&pack, "F")), Some(2));
}
