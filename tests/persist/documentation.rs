//! `docs/results.md` and `docs/file-format.md` name everything that occurs, and nothing else.

use std::collections::BTreeSet;

use plumbline::{
    domain::{
        assessment::{Answer, Applicability, Assessment, CheckAnswer, Rating},
        outlook,
        selection::Selection,
        snapshot::Frozen,
    },
    persist::read::Notice,
};
use serde_json::{Map, Value};

use crate::support::{GOLDEN, HANDBOOK, PACK, document, golden, id, opened};

const RESULTS: &str = include_str!("../../docs/results.md");
const FILE_FORMAT: &str = include_str!("../../docs/file-format.md");

type Words = BTreeSet<String>;

/// What stands in code font.
fn named(text: &str) -> Words {
    text.split('`').skip(1).step_by(2).map(str::to_owned).collect()
}

/// What the tables are about: the code in their first columns.
fn listed(text: &str) -> Words {
    let cells = text.lines().filter_map(|line| line.strip_prefix("| `")?.split_once("` |"));
    cells.map(|(word, _)| word.to_owned()).collect()
}

/// Calls `found` for every object in a value, with the key under which it stands.
fn visit(key: &str, value: &Value, found: &mut impl FnMut(&str, &Map<String, Value>)) {
    match value {
        Value::Object(fields) => {
            found(key, fields);
            fields.iter().for_each(|(key, value)| visit(key, value, found));
        }
        Value::Array(values) => values.iter().for_each(|value| visit(key, value, found)),
        _ => {}
    }
}

fn check(documentation: &str, occurring: &Words) {
    let named = named(documentation);
    let missing: Vec<_> = occurring.difference(&named).collect();
    assert!(missing.is_empty(), "not in the documentation: {missing:?}");
    let listed = listed(documentation);
    let invented: Vec<_> = listed.difference(occurring).collect();
    assert!(invented.is_empty(), "only in the documentation: {invented:?}");
}

/// An assessment with every notice, as a program may make it.
fn odd() -> Assessment {
    let mut odd = document("odd", "4.1=unknown 4.99=F").assessment;
    let excluded = |justification: &str| Answer {
        applicability: Applicability::Excluded { justification: justification.into() },
        ..Answer::default()
    };
    odd.answers.insert(id("4.2"), excluded("x"));
    odd.answers.insert(id("A.5.1"), excluded(""));
    odd
}

#[test]
fn results() {
    let mut assessments: Vec<Assessment> =
        GOLDEN.map(|name| opened(&golden(name)).document.assessment).into();
    assessments.push(odd());
    // With findings at a clause and at a theme as a whole.
    let gaps = "4.1=P 4.2=P 4.3=P A.6.1=N A.6.2=N A.6.3=N A.6.4=N A.6.5=N";
    assessments.push(document("gaps", gaps).assessment);
    assessments.push(Assessment { selection: Selection::Quick, ..odd() });
    let mut occurring = Words::new();
    for assessment in assessments {
        let results =
            serde_json::to_value(outlook::results(&PACK, &HANDBOOK, &assessment)).unwrap();
        visit("", &results, &mut |_, fields| {
            occurring.extend(fields.keys().cloned());
            for key in ["kind", "state", "notice"] {
                let word = fields.get(key).and_then(Value::as_str);
                occurring.extend(word.map(str::to_owned));
            }
        });
    }
    // Said in a sentence, not in a table.
    let mut sentence = named(RESULTS);
    sentence.retain(|word| ["requirement", "control"].contains(&word.as_str()));
    assert_eq!(sentence.len(), 2);
    check(RESULTS, &occurring);
}

#[test]
fn file_format() {
    let mut occurring = Words::new();
    for name in GOLDEN {
        let file: Value = serde_json::from_str(&golden(name)).unwrap();
        visit("", &file, &mut |key, fields| {
            const BY_IDENTIFIER: [&str; 10] = [
                "answers",
                "checks",
                "ratings",
                "assets",
                "risks",
                "own_controls",
                "documents",
                "regraded",
                "plan",
                "weeks",
            ];
            if !BY_IDENTIFIER.contains(&key) {
                occurring.extend(fields.keys().cloned());
            }
        });
    }
    occurring.extend(PACK.scale().levels().iter().map(|level| level.code.to_string()));
    occurring.extend([Rating::DONT_KNOW, Frozen::EXCLUDED, Selection::QUICK].map(str::to_owned));
    occurring.extend(CheckAnswer::ALL.map(|answer| answer.as_str().to_owned()));
    check(FILE_FORMAT, &occurring);
}

#[test]
fn the_example_of_a_file_can_be_opened() {
    let (_, rest) = FILE_FORMAT.split_once("```json\n").unwrap();
    let (example, _) = rest.split_once("```").unwrap();
    let opened = opened(example);
    let changed = |notice: &Notice| matches!(notice, Notice::PackChanged { .. });
    assert!(opened.notices.iter().all(changed), "{:?}", opened.notices);
    let assessment = &opened.document.assessment;
    assert_eq!((assessment.answers.len(), assessment.snapshots.len()), (3, 1));
    assert!(!assessment.facts.is_blank() && !assessment.selection.is_all());
    assert!(opened.document.unknown.is_empty(), "{:?}", opened.document.unknown);
}
