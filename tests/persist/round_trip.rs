//! What is read is written again.

use std::mem::discriminant;

use plumbline::{
    domain::{
        action::{Action, apply},
        assessment::{Answer, Applicability},
        evidence::{Evidence, Sha256},
        pack::Kind,
        selection::Selection,
    },
    persist::{
        document::Document,
        read::{Notice, Opened},
    },
};
use proptest::prelude::*;
use serde_json::{Map, Value, json};

use crate::{
    random::{actions, controls, documents, item, json, strangers},
    support::{PACK, document, id, minute, opened, opened_value, written, written_value},
};

/// The paths of all objects in a file, as JSON pointers.
fn objects(value: &Value) -> Vec<String> {
    fn visit(value: &Value, at: &str, found: &mut Vec<String>) {
        match value {
            Value::Object(fields) => {
                found.push(at.to_owned());
                for (key, value) in fields {
                    visit(value, &format!("{at}/{key}"), found);
                }
            }
            Value::Array(values) => {
                for (place, value) in values.iter().enumerate() {
                    visit(value, &format!("{at}/{place}"), found);
                }
            }
            _ => {}
        }
    }
    let mut found = Vec::new();
    visit(value, "", &mut found);
    found
}

fn put(file: &mut Value, at: &str, more: &Map<String, Value>) {
    let Some(Value::Object(fields)) = file.pointer_mut(at) else { panic!("no object at {at}") };
    fields.extend(more.clone());
}

proptest! {
    #[test]
    fn a_document_written_and_read_is_the_same(document in documents()) {
        let opened = opened(&written(&document));
        prop_assert_eq!(opened, Opened { document, notices: vec![] });
    }

    #[test]
    fn unknown_fields_survive_in_every_object(
        document in documents(),
        places in prop::collection::vec((any::<prop::sample::Index>(), strangers()), 1..6),
    ) {
        let mut file = written_value(&document);
        let found = objects(&file);
        for (place, more) in &places {
            put(&mut file, &found[place.index(found.len())], more);
        }
        let opened = opened_value(&file);
        prop_assert_eq!(&opened.document.assessment, &document.assessment);
        // Where things are kept by identifier, a stranger is an entry that makes no sense.
        let is_strange = |notice: &Notice| match notice {
            Notice::UnknownItem(id) => id.starts_with("x-"),
            Notice::Ignored { at } => at.contains(".x-"),
            _ => false,
        };
        prop_assert!(opened.notices.iter().all(is_strange), "{:?}", opened.notices);
        prop_assert_eq!(written_value(&opened.document), file);
    }

    #[test]
    fn values_without_sense_survive_until_somebody_answers(
        document in documents(),
        control in item(Kind::Control),
        value in json(),
    ) {
        let control = control.as_str();
        let fields = [
            (format!("/assessment/answers/{control}"), json!({})),
            (format!("/assessment/answers/{control}/rating"), json!("F")),
            (format!("/assessment/answers/{control}/note"), json!("")),
            (format!("/assessment/answers/{control}/applicability"), json!({})),
            (format!("/assessment/answers/{control}/applicability/excluded"), json!({})),
            (format!("/assessment/answers/{control}/applicability/excluded/justification"), json!("")),
            (format!("/assessment/answers/{control}/checks"), json!({})),
            (format!("/assessment/answers/{control}/evidence"), json!([])),
            (format!("/assessment/answers/{control}/owner"), json!("")),
            (format!("/assessment/answers/{control}/due"), json!("2026-11-22")),
            (format!("/assessment/answers/{control}/target"), json!("F")),
            (format!("/assessment/answers/{control}/review"), json!(true)),
            ("/assessment/facts".into(), json!({})),
            ("/assessment/facts/organisation".into(), json!("")),
            ("/assessment/facts/people".into(), json!(7)),
            ("/assessment/facts/sector".into(), json!("software")),
            ("/assessment/facts/scope".into(), json!("")),
            ("/assessment/facts/reasons".into(), json!([])),
            ("/assessment/facts/target".into(), json!("2026-11-22")),
            ("/assessment/selection".into(), json!([])),
            ("/assessment/snapshots".into(), json!([])),
        ];
        for (at, sense) in fields {
            if discriminant(&value) == discriminant(&sense) {
                continue;
            }
            let mut file = written_value(&document);
            file["assessment"]["answers"][control] = json!({
                "applicability": { "excluded": { "justification": "x" } }, "checks": {},
            });
            file["assessment"]["facts"] = json!({ "organisation": "Acme" });
            let (parent, key) = at.rsplit_once('/').unwrap();
            file.pointer_mut(parent).unwrap()[key] = value.clone();
            let opened = opened_value(&file);
            let at = at.strip_prefix("/assessment/").unwrap().replace('/', ".");
            prop_assert_eq!(opened.notices, [Notice::Ignored { at }]);
            drop_empty(&mut file);
            prop_assert_eq!(written_value(&opened.document), file);
        }
    }
}

/// The file of an assessment whose controls are answered, with `more` in every object of theirs, and
/// with every field that can be without sense being so where `senseless` says.
fn strange(more: &Map<String, Value>, senseless: &[bool]) -> Value {
    let mut file = written_value(&document("a", "4.1=F"));
    for control in controls() {
        let check = PACK.item(&control).unwrap().checks[0].as_str();
        let at = format!("/assessment/answers/{control}");
        file["assessment"]["answers"][control.as_str()] = json!({
            "rating": "F", "note": "seen", "checks": { check: "yes" },
            "evidence": [{ "name": "minutes", "place": "wiki" }, {}], "due": "2026-11-30",
            "applicability": { "excluded": { "justification": "because" } },
        });
        let excluded = format!("{at}/applicability/excluded");
        for object in ["", "/checks", "/applicability", "/applicability/excluded"] {
            put(&mut file, &format!("{at}{object}"), more);
        }
        let fields = [
            (at.clone(), "rating"),
            (at.clone(), "note"),
            (format!("{at}/checks"), check),
            (excluded, "justification"),
            (format!("{at}/applicability"), "excluded"),
            (at.clone(), "due"),
            (format!("{at}/evidence/0"), "place"),
            (format!("{at}/evidence"), "1"),
        ];
        for ((object, field), _) in fields.iter().zip(senseless).filter(|(_, without)| **without) {
            *file.pointer_mut(&format!("{object}/{field}")).unwrap() = 7.into();
        }
    }
    file
}

proptest! {
    /// Whatever somebody does to a file with strangers: what is written is what is on the screen,
    /// nothing that was taken away comes back, and the strangers are still there.
    #[test]
    fn what_is_on_the_screen_is_what_is_written(
        more in strangers(),
        senseless in prop::collection::vec(any::<bool>(), 8),
        todo in prop::collection::vec(actions(), 0..12),
    ) {
        let mut document = opened_value(&strange(&more, &senseless)).document;
        for action in todo {
            apply(&PACK, &mut document.assessment, action).unwrap();
            document.settle();
            let file = written_value(&document);
            let read = opened_value(&file).document;
            prop_assert_eq!(&read.assessment, &document.assessment);
            prop_assert_eq!(written_value(&read), file.clone());
            for control in controls() {
                let mut objects = vec!["", "/checks", "/applicability"];
                let answer = document.assessment.answer(&control);
                let excluded = |answer: &Answer| answer.applicability != Applicability::Applicable;
                if !senseless[4] && answer.is_some_and(excluded) {
                    objects.push("/applicability/excluded");
                }
                for object in objects {
                    let at = format!("/assessment/answers/{control}{object}");
                    for (key, value) in &more {
                        prop_assert_eq!(file.pointer(&at).and_then(|at| at.get(key)), Some(value));
                    }
                }
            }
        }
    }
}

/// Reads a file in which A.5.1 has this answer, and does some things to it.
fn after(answer: Value, todo: &[fn(&mut Document)]) -> Value {
    let mut file = written_value(&document("a", ""));
    file["assessment"]["answers"]["A.5.1"] = answer;
    let mut document = opened_value(&file).document;
    for act in todo {
        act(&mut document);
        document.settle();
    }
    written_value(&document)["assessment"]["answers"]["A.5.1"].take()
}

#[test]
fn what_was_taken_away_stays_away() {
    let rate: fn(&mut Document) = |read| {
        read.assessment.answers = document("a", "A.5.1=P").assessment.answers;
    };
    let clear: fn(&mut Document) = |read| {
        read.assessment.answers = document("a", "").assessment.answers;
    };
    assert_eq!(after(json!({ "rating": 7, "x": 1 }), &[]), json!({ "rating": 7, "x": 1 }));
    assert_eq!(after(json!({ "rating": 7, "x": 1 }), &[clear]), json!({ "rating": 7, "x": 1 }));
    assert_eq!(after(json!({ "rating": 7, "x": 1 }), &[rate, clear]), json!({ "x": 1 }));
    let excluded = json!({ "applicability": { "excluded": { "justification": "y", "x": 1 } } });
    assert_eq!(after(excluded.clone(), &[]), excluded);
    assert_eq!(after(excluded, &[clear]), Value::Null);
}

/// The test puts an empty `checks` there, which isn't written again.
fn drop_empty(file: &mut Value) {
    for answer in file["assessment"]["answers"].as_object_mut().unwrap().values_mut() {
        if let Some(fields) = answer.as_object_mut() {
            fields.retain(|key, value| key != "checks" || *value != json!({}));
        }
    }
}

#[test]
fn what_a_person_answers_takes_the_place_of_what_made_no_sense() {
    let mut file = written_value(&document("a", "4.1=F"));
    file["assessment"]["answers"]["4.1"] = json!({ "rating": 7, "note": [], "weather": "fine" });
    let mut read = opened_value(&file).document;
    read.assessment.answers = document("a", "4.1=P").assessment.answers;
    assert_eq!(
        written_value(&read)["assessment"]["answers"]["4.1"],
        json!({ "rating": "P", "note": [], "weather": "fine" })
    );
}

#[test]
fn what_a_file_says_of_its_writer_is_written_anew() {
    let mut file = written_value(&document("a", "4.1=F"));
    let expected = file.clone();
    file["app"] = "0.0.0".into();
    file["pack"]["version"] = "0.9.0".into();
    file["pack"]["hash"] = "0".into();
    let opened = opened_value(&file);
    assert_eq!(opened.notices, [Notice::PackChanged { was: "0.9.0".into() }]);
    assert_eq!(written_value(&opened.document), expected);
}

#[test]
fn what_an_entry_says_besides_goes_with_the_entry() {
    let names = |names: &[&str]| -> Vec<Evidence> {
        names.iter().map(|name| Evidence { name: (*name).into(), ..Evidence::default() }).collect()
    };
    let check = |todo: &[Vec<Evidence>], expected: Value| {
        let mut file = written_value(&document("a", "4.1=F"));
        let list = json!([{ "name": "a", "x": 1 }, 7, { "name": "b", "x": 2, "sha256": "?" }]);
        file["assessment"]["answers"]["4.1"]["evidence"] = list;
        let mut document = opened_value(&file).document;
        for list in todo {
            let list = Action::Evidence(id("4.1"), list.clone());
            apply(&PACK, &mut document.assessment, list).unwrap();
            document.settle();
        }
        let written = written_value(&document)["assessment"]["answers"]["4.1"]["evidence"].take();
        assert_eq!(written, expected, "{todo:?}");
    };
    let (a, b) = (json!({ "name": "a", "x": 1 }), json!({ "name": "b", "x": 2, "sha256": "?" }));
    check(&[], json!([a, b, 7]));
    check(&[names(&["b"])], json!([b, 7]));
    check(&[names(&["c", "b", "a"])], json!([{ "name": "c" }, b, a, 7]));
    check(&[names(&[])], json!([7]));
    check(&[names(&[]), names(&["a", "b"])], json!([a, b, 7]));
    // What made no sense is gone once there was a value.
    let mut hashed = names(&["b"]);
    hashed[0].sha256 = Sha256::parse(&"0".repeat(64));
    check(&[hashed, names(&["b"])], json!([{ "name": "b", "x": 2 }, 7]));
}

#[test]
fn what_a_snapshot_says_besides_goes_with_its_moment() {
    let snapshot = |name: &str, at: u32, more: Value| {
        let mut snapshot = json!({ "name": name, "taken": minute(at).as_str(), "ratings": more });
        snapshot["x"] = at.into();
        snapshot
    };
    let mut file = written_value(&document("a", "4.1=F"));
    let stranger = json!({ "name": "of another kind" });
    let late = snapshot("late", 9, json!({ "4.1": "F", "4.99": "F", "4.2": "XL" }));
    let early = snapshot("early", 3, json!({ "A.5.1": "-" }));
    file["assessment"]["snapshots"] = json!([late, stranger, early]);
    let mut document = opened_value(&file).document;
    file["assessment"]["snapshots"] = json!([early, late, stranger]);
    assert_eq!(written_value(&document), file);

    let mut snapshots = document.assessment.snapshots.split_off(1);
    snapshots[0].name = "renamed".into();
    let kept = Action::Snapshots(snapshots);
    apply(&PACK, &mut document.assessment, kept).unwrap();
    document.settle();
    file["assessment"]["snapshots"] = json!([late, stranger]);
    file["assessment"]["snapshots"][0]["name"] = "renamed".into();
    assert_eq!(written_value(&document), file);
}

#[test]
fn a_selection_that_made_no_sense_stays_until_somebody_chooses() {
    let check = |todo: &[Selection], expected: Value| {
        let mut file = written_value(&document("a", "4.1=F"));
        file["assessment"]["selection"] = json!(["4.1", 7]);
        let mut document = opened_value(&file).document;
        assert_eq!(document.assessment.selection, Selection::All);
        for selection in todo {
            document.assessment.selection = selection.clone();
            document.settle();
        }
        assert_eq!(written_value(&document)["assessment"]["selection"], expected);
    };
    check(&[], json!(["4.1", 7]));
    check(&[Selection::of([id("4.2")])], json!(["4.2"]));
    check(&[Selection::of([])], json!([]));
    check(&[Selection::Quick, Selection::All], Value::Null);
}
