//! "How was this computed?": the terms of every number.

use plumbline::domain::{
    explain::{Explanation, Term, explain},
    scope::Standing,
    score::Number,
};
use serde_json::json;

use crate::support::{answers, pack, show_ratio, subject};

const PACK: &str = "4: 4.1*2 | A.5: A.5.1*3#type.preventive A.5.2#type.preventive A.5.3 A.5.4";
const GIVEN: &str = "4.1=F A.5.1=L A.5.2=? A.5.4=excluded";

/// The terms of a number, each with what it adds above and below the line in units of the scale,
/// and their sum.
fn check(name: &str, number: Number, expected: &str) {
    let pack = pack(PACK);
    let explanation = explain(&pack, &answers(GIVEN), subject(&pack, name), number);
    let shown = show(&explanation);
    let lines: Vec<_> = expected.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    assert_eq!(shown, lines, "{number:?} of {name}");
}

fn show(explanation: &Explanation) -> Vec<String> {
    let value = explanation.value.map_or("–".into(), show_ratio);
    let Explanation { num, den, unit, .. } = explanation;
    let terms = explanation.terms.iter().map(show_term);
    terms.chain([format!("sum {num}/{den} in units of 1/{unit} = {value}")]).collect()
}

fn show_term(term: &Term) -> String {
    let Term { item, weight, standing, num, den } = term;
    let standing = match standing {
        Standing::Rated { level, .. } => level.as_str(),
        Standing::DontKnow => "?",
        Standing::Unanswered => "unanswered",
        Standing::Excluded => "excluded",
        Standing::NotAsked => "not asked",
    };
    format!("{item}*{weight} {standing} {num}/{den}")
}

#[test]
fn conformity_is_over_what_is_rated() {
    check(
        "A.5",
        Number::Conformity,
        "A.5.1*3 L 6/9
         A.5.2*1 ? 0/0
         A.5.3*1 unanswered 0/0
         A.5.4*1 excluded 0/0
         sum 6/9 in units of 1/3 = 2/3",
    );
}

#[test]
fn low_takes_what_is_not_rated_as_not_in_place() {
    check(
        "A.5",
        Number::Low,
        "A.5.1*3 L 6/9
         A.5.2*1 ? 0/3
         A.5.3*1 unanswered 0/3
         A.5.4*1 excluded 0/0
         sum 6/15 in units of 1/3 = 2/5",
    );
}

#[test]
fn high_takes_what_is_not_rated_as_fully_in_place() {
    check(
        "A.5",
        Number::High,
        "A.5.1*3 L 6/9
         A.5.2*1 ? 3/3
         A.5.3*1 unanswered 3/3
         A.5.4*1 excluded 0/0
         sum 12/15 in units of 1/3 = 4/5",
    );
}

#[test]
fn completeness_counts_items() {
    check(
        "A.5",
        Number::Completeness,
        "A.5.1*3 L 1/1
         A.5.2*1 ? 1/1
         A.5.3*1 unanswered 0/1
         A.5.4*1 excluded 0/0
         sum 2/3 in units of 1/1 = 2/3",
    );
}

#[test]
fn every_kind_of_subject_has_its_items() {
    check("clauses", Number::Conformity, "4.1*2 F 6/6\n sum 6/6 in units of 1/3 = 1");
    check(
        "type.preventive",
        Number::Conformity,
        "A.5.1*3 L 6/9
         A.5.2*1 ? 0/0
         sum 6/9 in units of 1/3 = 2/3",
    );
    check(
        "everything",
        Number::Conformity,
        "4.1*2 F 6/6
         A.5.1*3 L 6/9
         A.5.2*1 ? 0/0
         A.5.3*1 unanswered 0/0
         A.5.4*1 excluded 0/0
         sum 12/15 in units of 1/3 = 4/5",
    );
}

#[test]
fn an_undefined_number_is_explained_too() {
    let pack = pack("A.5: A.5.1");
    let of = |given, number| show(&explain(&pack, &answers(given), subject(&pack, "A.5"), number));
    let nothing = "sum 0/0 in units of 1/3 = –";
    assert_eq!(of("A.5.1=?", Number::Conformity), ["A.5.1*1 ? 0/0", nothing]);
    assert_eq!(of("A.5.1=excluded", Number::Low), ["A.5.1*1 excluded 0/0", nothing]);
}

#[test]
fn the_same_in_json() {
    let pack = pack("A.5: A.5.1*2 A.5.2");
    let explanation = explain(&pack, &answers("A.5.1=P"), subject(&pack, "A.5"), Number::Low);
    assert_eq!(
        serde_json::to_value(explanation).unwrap(),
        json!({
            "number": "low",
            "subject": { "group": "A.5" },
            "unit": 3,
            "terms": [
                { "item": "A.5.1", "weight": 2, "state": "rated", "level": "P", "num": 2, "den": 6 },
                { "item": "A.5.2", "weight": 1, "state": "unanswered", "num": 0, "den": 3 }
            ],
            "num": 2,
            "den": 9,
            "value": { "num": 2, "den": 9, "percent": 22 }
        })
    );
}
