//! A golden case for everything that reading notices.

use plumbline::persist::read::Notice;
use serde_json::json;

use crate::support::{document, id, opened, opened_value, written, written_value};

/// Puts `value` at `at` (a JSON pointer) into the file of an assessment in which 4.1 is rated
/// *Fully*, and reads it.
fn check(at: &str, value: serde_json::Value, expected: &[Notice]) {
    let mut file = written_value(&document("a", "4.1=F"));
    let told = format!("{at}: {value}");
    let (parent, key) = at.rsplit_once('/').unwrap();
    file.pointer_mut(parent).unwrap()[key] = value;
    assert_eq!(opened_value(&file).notices, expected, "{told}");
}

fn ignored(at: &str) -> Notice {
    Notice::Ignored { at: at.into() }
}

#[test]
fn nothing_to_notice() {
    check("/x", json!(1), &[]);
    check("/app", json!("99.0.0"), &[]);
    check("/assessment/x", json!({}), &[]);
    check("/assessment/answers/4.1", json!({}), &[]);
    check("/assessment/answers/4.1/note", json!(""), &[]);
    check("/assessment/answers/4.1/checks", json!({ "no-such-check": "yes" }), &[]);
    check("/assessment/answers/A.5.1", json!({ "applicability": { "excluded": {} } }), &[]);
}

#[test]
fn newer() {
    check("/version", json!(2), &[Notice::Newer(2)]);
    check("/version", json!(u64::MAX), &[Notice::Newer(u64::MAX)]);
}

#[test]
fn pack_changed() {
    let changed = |was: &str| [Notice::PackChanged { was: was.into() }];
    let pack = json!({ "id": "iso27001-2022", "version": "0.9", "hash": "abc" });
    check("/pack", pack, &changed("0.9"));
    check("/pack", json!({ "id": "iso27001-2022" }), &changed(""));
    check("/pack/hash", json!(5), &changed("1.0.0"));
    // What counts is the text of the questionnaire, not how its makers numbered it.
    check("/pack/version", json!("0.9"), &[]);
}

#[test]
fn repeated() {
    let file = written(&document("a", "4.1=F"));
    let twice = file.replace(r#""rating":"F""#, r#""rating":"N","rating":"F""#);
    let opened = opened(&twice);
    assert_eq!(opened.notices, [Notice::Repeated("rating".into())]);
    assert_eq!(written(&opened.document), file);
}

#[test]
fn unknown_items() {
    for name in ["4.9", "A.9.1", "", "<b>", " 4.1"] {
        let at = format!("/assessment/answers/{name}");
        check(&at, json!({ "rating": "F" }), &[Notice::UnknownItem(name.into())]);
    }
}

#[test]
fn values_without_sense() {
    for value in [json!("x"), json!("n"), json!("NN"), json!(""), json!(1), json!(["F"])] {
        check("/assessment/answers/4.1/rating", value, &[ignored("answers.4.1.rating")]);
    }
    for value in [json!("Yes"), json!(true), json!(null)] {
        let at = "answers.4.1.checks.used";
        check("/assessment/answers/4.1/checks", json!({ "used": value }), &[ignored(at)]);
    }
    let at = "answers.A.5.1.applicability";
    check("/assessment/answers/A.5.1", json!({ "applicability": "no" }), &[ignored(at)]);
    for value in [json!("2026-11-22"), json!(0), json!(null)] {
        check("/saved", value.clone(), &[ignored("saved")]);
        check("/filed", value, &[ignored("filed")]);
    }
    for value in [json!(-1), json!(1.5), json!("1"), json!(null)] {
        check("/revision", value, &[ignored("revision")]);
    }
}

#[test]
fn plans_without_sense() {
    let at = |field: &str| format!("/assessment/answers/4.1/{field}");
    let bad_days = [json!("2026-02-29"), json!("22.11.2026"), json!(20_261_122), json!(null)];
    for value in bad_days {
        check(&at("due"), value, &[ignored("answers.4.1.due")]);
    }
    for value in [json!("?"), json!("XL"), json!(""), json!(1)] {
        check(&at("target"), value, &[ignored("answers.4.1.target")]);
    }
    check(&at("owner"), json!(["Ada"]), &[ignored("answers.4.1.owner")]);
    check(&at("review"), json!("yes"), &[ignored("answers.4.1.review")]);
    check(&at("evidence"), json!({ "name": "x" }), &[ignored("answers.4.1.evidence")]);
    let list = json!([{}, "x", { "name": 1, "place": 2, "sha256": "F".repeat(64) }, { "x-": 1 }]);
    let expected = ["1", "2.name", "2.place", "2.sha256"]
        .map(|at| ignored(&format!("answers.4.1.evidence.{at}")));
    // An entry that is none is told when the others have been read.
    check(&at("evidence"), list, &expected);
}

#[test]
fn facts_without_sense() {
    let at = |field: &str| format!("/assessment/facts/{field}");
    let facts = |field: &str, value: &serde_json::Value, expected: &[Notice]| {
        let mut file = written_value(&document("a", ""));
        file["assessment"]["facts"] = json!({});
        file.pointer_mut("/assessment/facts").unwrap()[field] = value.clone();
        assert_eq!(opened_value(&file).notices, expected, "{}: {value}", at(field));
    };
    for value in [json!(0), json!(1_000_001), json!(-1), json!(1.5), json!("7")] {
        facts("people", &value, &[ignored("facts.people")]);
    }
    facts("people", &json!(1), &[]);
    facts("people", &json!(1_000_000), &[]);
    // One that no scenario names may be of another version.
    facts("sector", &json!("fishing"), &[]);
    facts("sector", &json!("fishing and more"), &[ignored("facts.sector")]);
    facts("reasons", &json!(["duties", ""]), &[ignored("facts.reasons")]);
    facts("target", &json!("2026"), &[ignored("facts.target")]);
    check("/assessment/facts", json!("Acme"), &[ignored("facts")]);
}

#[test]
fn selections_without_sense() {
    for value in [json!("all"), json!("Quick"), json!({}), json!(["4.1", 7]), json!(["", "4.1"])] {
        check("/assessment/selection", value, &[ignored("selection")]);
    }
    let many = |count: usize| json!((0..count).map(|n| format!("i{n}")).collect::<Vec<_>>());
    check("/assessment/selection", many(20_001), &[ignored("selection")]);
    for value in [json!("quick"), json!([]), json!(["A.5.1", "4.1", "4.1", "Z"]), many(20_000)] {
        check("/assessment/selection", value, &[]);
    }
}

#[test]
fn snapshots_without_sense() {
    let taken = "2026-11-22T20:13:23.456Z";
    check("/assessment/snapshots", json!({ "name": "A" }), &[ignored("snapshots")]);
    let snapshots = json!([
        { "name": "A", "taken": taken },
        { "name": " ", "taken": taken },
        { "name": "B", "taken": "2026-11-22" },
        { "taken": taken },
        7,
        { "name": "C", "taken": taken, "ratings": [] },
        {
            "name": "D", "taken": taken, "selection": 7,
            "ratings": { "4.1": "F", "4.2": "XL", "4.3": 7, "4.99": "F", "<b>": 7 }
        },
    ]);
    let expected = ["1", "2", "3", "4", "5", "6.selection", "6.ratings.4.2", "6.ratings.4.3"]
        .map(|at| ignored(&format!("snapshots.{at}")));
    check("/assessment/snapshots", snapshots, &expected);
    let many = |count: usize| vec![json!({ "name": "A", "taken": taken }); count];
    check("/assessment/snapshots", many(1000).into(), &[]);
    check("/assessment/snapshots", many(1001).into(), &[ignored("snapshots.1000")]);
}

#[test]
fn a_beginning_that_is_lost_is_taken_from_the_last_save() {
    let mut file = written_value(&document("a", "4.1=F"));
    let saved = "2026-11-22T20:13:23.456Z";
    file["saved"] = saved.into();
    file["assessment"]["created"] = "yesterday".into();
    let opened = opened_value(&file);
    assert_eq!(opened.notices, [ignored("assessment.created")]);
    assert_eq!(opened.document.assessment.created.as_str(), saved);
}

#[test]
fn excluded_requirements() {
    let excluded =
        json!({ "rating": "F", "applicability": { "excluded": { "justification": "x" } } });
    let notice = Notice::RequirementExcluded(id("4.1"));
    check("/assessment/answers/4.1", excluded.clone(), std::slice::from_ref(&notice));
    let mut file = written_value(&document("a", ""));
    file["assessment"]["answers"]["4.1"] = excluded;
    assert_eq!(opened_value(&file).document, document("a", "4.1=F"));
}

#[test]
fn long_names() {
    let name = |letters: usize| "ä".repeat(letters);
    check("/assessment/name", json!(name(120)), &[]);
    check("/assessment/name", json!(name(121)), &[Notice::NameCut]);
    let mut file = written_value(&document("a", ""));
    file["assessment"]["name"] = json!(name(300));
    assert_eq!(opened_value(&file).document.assessment.name, name(120));
}

#[test]
fn every_notice_says_what_it_is_about() {
    let cases = [
        (Notice::Newer(7), "7"),
        (Notice::PackChanged { was: "0.9".into() }, "0.9"),
        (Notice::Repeated("rating".into()), "rating"),
        (Notice::UnknownItem("4.9".into()), "4.9"),
        (ignored("answers.4.1.rating"), "answers.4.1.rating"),
        (Notice::RequirementExcluded(id("4.1")), "4.1"),
        (Notice::NameCut, "120"),
    ];
    for (notice, what) in cases {
        assert!(notice.to_string().contains(what), "{notice}");
    }
}
