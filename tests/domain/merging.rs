//! Merging, worked out by hand: what is taken, what stays, and what a person has to decide.

use plumbline::domain::{
    action::{Action, apply},
    assessment::Assessment,
    id::ItemId,
    merge::{Difference, Field, Side, Subject, Way, merge, step},
    pack::Pack,
    risk::register::{Asset, Risk},
    work::action::WorkAction,
};

use crate::support::{answers, blank, day, excluded, id, pack};

fn three() -> Pack {
    pack("4: 4.1?2 4.2 | A.5: A.5.1 A.5.9 A.5.10")
}

fn made(pack: &Pack, of: &Assessment, actions: impl IntoIterator<Item = Action>) -> Assessment {
    let mut made = of.clone();
    for action in actions {
        apply(pack, &mut made, action).unwrap();
    }
    made
}

/// `item field way`, of all values that differ.
fn told(differences: &[Difference]) -> Vec<String> {
    let subject = |subject: &Subject| match subject {
        Subject::Item(item) => item.to_string(),
        other => format!("{other:?}"),
    };
    let told = differences.iter();
    told.map(|one| format!("{} {:?} {:?}", subject(&one.place.subject), one.place.field, one.way))
        .collect()
}

fn check(base: Option<&str>, mine: &str, theirs: &str, expected: &[&str], result: &str) {
    let base = base.map(answers);
    let (mine, theirs) = (answers(mine), answers(theirs));
    let merged = merge(base.as_ref(), &mine, &theirs, &|_| Side::Mine);
    assert_eq!(told(&merged.differences), expected);
    assert_eq!(merged.assessment, answers(result));
}

#[test]
fn what_only_one_has_is_there_afterwards() {
    check(None, "4.1=F", "4.2=P", &["4.1 Rating Kept", "4.2 Rating Taken"], "4.1=F 4.2=P");
}

#[test]
fn what_both_say_differently_is_a_conflict() {
    check(None, "4.1=F 4.2=N", "4.1=P 4.2=N", &["4.1 Rating Conflict"], "4.1=F 4.2=N");
    // Nobody could tell: that is a word too.
    check(None, "4.1=?", "4.1=P", &["4.1 Rating Conflict"], "4.1=?");
}

#[test]
fn with_a_common_beginning_only_what_both_changed_is() {
    check(
        Some("4.1=N 4.2=N"),
        "4.1=N 4.2=L",
        "4.1=F 4.2=N",
        &["4.1 Rating Taken", "4.2 Rating Kept"],
        "4.1=F 4.2=L",
    );
    check(Some("4.1=N"), "4.1=P", "4.1=F", &["4.1 Rating Conflict"], "4.1=P");
    // A blank overwrites nothing, even where something was taken away.
    check(Some("4.1=N"), "4.1=N", "", &["4.1 Rating Kept"], "4.1=N");
    check(Some("4.1=N"), "", "4.1=N", &["4.1 Rating Taken"], "4.1=N");
}

#[test]
fn an_exclusion_meets_a_rating() {
    let pack = three();
    let blank = blank();
    let rated = answers("A.5.1=L");
    let item: ItemId = id("A.5.1");
    let out = made(&pack, &blank, [Action::Apply(item.clone(), excluded("Not ours"))]);
    let way = |mine: &Assessment, theirs: &Assessment| {
        told(&merge(None, mine, theirs, &|_| Side::Theirs).differences)
    };
    assert_eq!(way(&blank, &out), ["A.5.1 Applicability Taken"]);
    assert_eq!(way(&rated, &out), ["A.5.1 Rating Kept", "A.5.1 Applicability Conflict"]);
    assert_eq!(way(&out, &rated), ["A.5.1 Rating Taken", "A.5.1 Applicability Conflict"]);
    // Without a justification it is one that isn't said yet.
    let bare = made(&pack, &blank, [Action::Apply(item, excluded(""))]);
    assert_eq!(way(&bare, &out), ["A.5.1 Applicability Taken"]);
    assert_eq!(way(&out, &bare), ["A.5.1 Applicability Kept"]);
}

#[test]
fn the_person_decides_value_by_value() {
    let pack = three();
    let mine = made(&pack, &answers("4.1=F"), [Action::Due(id("4.1"), Some(day(1)))]);
    let theirs = made(&pack, &answers("4.1=P"), [Action::Due(id("4.1"), Some(day(2)))]);
    let merged = merge(None, &mine, &theirs, &|place| match place.field {
        Field::Due => Side::Theirs,
        _ => Side::Mine,
    });
    let wanted = made(&pack, &mine, [Action::Due(id("4.1"), Some(day(2)))]);
    assert_eq!(merged.assessment, wanted);
    let way = step(&pack, &mine, &merged.assessment);
    assert_eq!(made(&pack, &mine, way.action), wanted);
    assert_eq!(way.left_out, 0);
}

#[test]
fn numbers_that_both_gave_out_are_given_anew() {
    let pack = three();
    let blank = blank();
    let risk = |name: &str, number, title: &str| -> Action {
        let risk = Risk { number, title: title.into(), ..Risk::default() };
        WorkAction::Risk(id(name), Some(Box::new(risk))).into()
    };
    let mine = made(&pack, &blank, [risk("r1", 1, "Fire"), risk("r2", 2, "Flood")]);
    let theirs = made(
        &pack,
        &blank,
        [risk("r1", 1, "Fire"), risk("r0", 2, "Theft"), risk("r9", 7, "Fraud")],
    );
    let merged = merge(None, &mine, &theirs, &|_| Side::Mine).assessment;
    let risks = merged.work().risks_in_order();
    let called: Vec<String> =
        risks.map(|(_, risk)| format!("R{} {}", risk.number, risk.title)).collect();
    assert_eq!(called, ["R1 Fire", "R2 Flood", "R3 Theft", "R7 Fraud"]);
}

#[test]
fn fields_of_one_thing_come_together() {
    let pack = three();
    let blank = blank();
    let asset = |owner: &str, note: &str| -> Action {
        let (owner, note) = (owner.to_owned(), note.to_owned());
        let asset = Asset { number: 1, name: "Server".into(), owner, note, ..Asset::default() };
        WorkAction::Asset(id("a1"), Some(asset)).into()
    };
    let mine = made(&pack, &blank, [asset("IT", "")]);
    let theirs = made(&pack, &blank, [asset("", "In the cellar")]);
    let merged = merge(None, &mine, &theirs, &|_| Side::Mine);
    assert_eq!(merged.assessment, made(&pack, &blank, [asset("IT", "In the cellar")]));
    assert!(merged.differences.iter().all(|one| one.way != Way::Conflict));
}

#[test]
fn what_the_criteria_don_t_allow_is_left_out() {
    let pack = three();
    let mine = answers("4.1=F");
    let mut theirs = answers("4.1=F 4.2=P");
    let risk = Risk { number: 1, likelihood: Some(2), impact: Some(2), ..Risk::default() };
    apply(&pack, &mut theirs, WorkAction::Risk(id("r1"), Some(Box::new(risk.clone()))).into())
        .unwrap();
    let mut merged = merge(None, &mine, &theirs, &|_| Side::Mine).assessment;
    assert_eq!(step(&pack, &mine, &merged).left_out, 0);
    // A level that no scale has.
    let far = Risk { likelihood: Some(99), ..risk };
    let mut work = merged.work().clone();
    work.risks.insert(id("r1"), far);
    merged.work = plumbline::domain::work::carried::Held::new(work);
    let way = step(&pack, &mine, &merged);
    assert_eq!(way.left_out, 1);
    assert_eq!(made(&pack, &mine, way.action), answers("4.1=F 4.2=P"));
}
