//! What a person is told about answers that the result corrects: scoring.md, "Rating and scope".

use plumbline::domain::{evaluation::evaluate, scope::Notice};

use crate::support::{answers, pack};

const PACK: &str = "4: 4.1 4.2 | A.5: A.5.1 A.5.2";

fn check(given: &str, expected: &[&str]) {
    let notices: Vec<_> = evaluate(&pack(PACK), &answers(given)).notices.iter().map(show).collect();
    assert_eq!(notices, expected, "{given:?}");
}

fn show(notice: &Notice) -> String {
    match notice {
        Notice::ExclusionWithoutJustification { item } => format!("{item}: no justification"),
        Notice::RequirementExcluded { item } => format!("{item}: requirement"),
        Notice::UnknownLevel { item, level } => format!("{item}: no level {level}"),
        Notice::UnknownItem { item } => format!("{item}: no such item"),
    }
}

#[test]
fn sound_answers_raise_none() {
    check("", &[]);
    check("4.1=F 4.2=? A.5.1=excluded A.5.2=N+excluded", &[]);
}

#[test]
fn an_exclusion_without_a_reason() {
    check("A.5.1=excluded()", &["A.5.1: no justification"]);
    check("A.5.1=F+excluded()", &["A.5.1: no justification"]);
}

#[test]
fn an_excluded_requirement() {
    check("4.1=excluded", &["4.1: requirement"]);
    check("4.1=F+excluded", &["4.1: requirement"]);
}

#[test]
fn an_excluded_requirement_without_a_reason() {
    check("4.1=excluded()", &["4.1: requirement"]);
    check("4.1=F+excluded()", &["4.1: requirement"]);
}

#[test]
fn a_level_that_the_scale_lacks() {
    check("4.1=XL", &["4.1: no level XL"]);
    check("A.5.1=n", &["A.5.1: no level n"]);
}

#[test]
fn an_unknown_level_of_an_excluded_control_corrects_nothing() {
    check("A.5.1=XL+excluded", &[]);
    check("A.5.1=XL+excluded()", &["A.5.1: no justification"]);
}

#[test]
fn an_unknown_level_of_an_excluded_requirement_is_told_besides() {
    check("4.1=XL+excluded", &["4.1: requirement", "4.1: no level XL"]);
    check("4.1=XL+excluded()", &["4.1: requirement", "4.1: no level XL"]);
}

#[test]
fn an_item_that_the_pack_lacks() {
    check("4.3=F", &["4.3: no such item"]);
    check(
        "0=F 4.15=? A.5.2=F Z=excluded()",
        &["0: no such item", "4.15: no such item", "Z: no such item"],
    );
}

#[test]
fn several_stand_in_the_order_of_identifiers() {
    check(
        "A.5.1=excluded() 9=N 4.2=XL 4.1=excluded",
        &["4.1: requirement", "4.2: no level XL", "9: no such item", "A.5.1: no justification"],
    );
}
