//! The rating that check-points suggest: scoring.md, "Check-points".

use plumbline::domain::{
    assessment::{Answer, CheckAnswer},
    id::LevelCode,
    suggest::suggest,
};

use crate::support::{NPLF, checked, id, source};

/// One word for each check-point of an item: an answer, `?` for *don't know*, `-` for an open one.
fn check(words: &str, expected: Option<&str>) {
    check_on(NPLF, words, expected);
}

fn check_on(scale: &str, words: &str, expected: Option<&str>) {
    let words: Vec<_> = words.split_whitespace().collect();
    let pack = checked(source(scale, &format!("4: 4.1?{}", words.len())));
    let mut answer = Answer::default();
    for (number, word) in (1..).zip(&words) {
        let given = match *word {
            "-" => continue,
            "?" => CheckAnswer::DontKnow,
            word => CheckAnswer::parse(word).unwrap(),
        };
        answer.checks.insert(id(&format!("c{number}")), given);
    }
    let suggested = suggest(&pack, &pack.items()[0], &answer).map(LevelCode::as_str);
    assert_eq!(suggested, expected, "{words:?}");
}

#[test]
fn the_highest_level_whose_credit_is_not_above_the_mean() {
    check("no", Some("N"));
    check("partly", Some("P")); // 1/3 ≤ 1/2 < 2/3
    check("yes", Some("F"));
    check("no no yes", Some("P")); // exactly 1/3
    check("no yes yes", Some("L")); // exactly 2/3
    check("no no no yes", Some("N")); // 1/4
    check("partly partly partly", Some("P"));
    check("yes partly", Some("L")); // 3/4
    check("partly partly no", Some("P")); // exactly 1/3
    check("partly no", Some("N")); // 1/4
}

#[test]
fn fully_needs_every_check_point_answered_yes() {
    check("yes yes yes yes", Some("F"));
    check("yes yes yes partly", Some("L"));
    check("yes yes yes ?", Some("L"));
    check("yes yes yes -", Some("L"));
}

#[test]
fn dont_know_and_open_ones_do_not_count() {
    check("no ?", Some("N"));
    check("yes no -", Some("P")); // 1/2 of two
    check("yes yes no ? -", Some("L")); // 2/3 of three
}

#[test]
fn at_least_half_must_be_answered() {
    check("yes -", Some("L"));
    check("yes ?", Some("L"));
    check("yes - -", None);
    check("yes yes - ?", Some("L"));
    check("yes yes - - ?", None);
    check("yes yes no - ?", Some("L"));
    check("- -", None);
    check("? ?", None);
    check("-", None);
}

#[test]
fn no_check_points_suggest_nothing() {
    check("", None);
}

#[test]
fn a_scale_of_the_packs_own() {
    let quarters = "0=0 1=1/4 2=1/2 3=1";
    check_on(quarters, "no no no yes", Some("1"));
    check_on(quarters, "partly", Some("2"));
    check_on(quarters, "yes yes yes no", Some("2")); // 3/4, and 3 needs every yes
    check_on(quarters, "yes yes yes yes", Some("3"));
    check_on("no=0 yes=1", "yes yes no", Some("no"));
    check_on("no=0 yes=1", "yes yes yes", Some("yes"));
}

#[test]
fn answers_to_other_check_points_do_not_count() {
    let pack = checked(source(NPLF, "4: 4.1?1"));
    let mut answer = Answer::default();
    answer.checks.insert(id("c1"), CheckAnswer::No);
    answer.checks.insert(id("gone"), CheckAnswer::Yes);
    let suggested = suggest(&pack, &pack.items()[0], &answer).map(LevelCode::as_str);
    assert_eq!(suggested, Some("N"));
}
