//! Which standard to open next: at and beside the threshold.

use plumbline::domain::{
    evaluation::evaluate,
    handbook::Advice::{self, Controls, Requirements},
    next_standard::next_standard,
};

use crate::support::{answers, pack};

fn check(given: &str, expected: Option<Advice>) {
    let pack = pack("4: 4.1 4.2 4.3*2 | A.5: A.5.1 A.5.2");
    let next = next_standard(&pack, &evaluate(&pack, &answers(given)));
    assert_eq!(next.map(|next| next.advice), expected, "{given:?}");
}

#[test]
fn nothing_rated_speaks_for_neither() {
    check("", None);
    check("4.1=? A.5.1=excluded", None);
}

#[test]
fn requirements_come_first_until_they_are_largely_there() {
    check("4.1=N", Some(Requirements));
    check("4.1=P 4.2=F 4.3=P", Some(Requirements));
    // (2/3 + 2/3 + 2·2/3) / 4 = 2/3
    check("4.1=L 4.2=L 4.3=L", Some(Controls));
    // (1 + 2/3 + 2·1/3) / 4 = 7/12: clause 4.3 weighs twice.
    check("4.1=F 4.2=L 4.3=P", Some(Requirements));
}

/// How far it is settled: whether the rest could turn it.
#[test]
fn few_ratings_settle_nothing() {
    let check = |given: &str, expected: (Advice, bool)| {
        let pack = pack("4: 4.1 4.2 4.3*2 | A.5: A.5.1 A.5.2");
        let next = next_standard(&pack, &evaluate(&pack, &answers(given))).unwrap();
        assert_eq!((next.advice, next.so_far), expected, "{given:?}");
    };
    // One of five.
    check("4.1=F", (Requirements, true));
    // Enough for a verdict, but the low end is 2/4.
    check("4.3=F A.5.1=F A.5.2=F", (Requirements, true));
    // The low end is 3/4.
    check("4.1=F 4.3=F A.5.1=F", (Controls, false));
    // The high end is 2/4, whatever 4.1 and 4.2 are; with 4.1 alone at N it is 3/4.
    check("4.3=N A.5.1=F A.5.2=F", (Requirements, false));
    check("4.1=N A.5.1=F A.5.2=F", (Requirements, true));
    // Too early for a verdict, though all requirements are there.
    check("4.1=F 4.3=F", (Requirements, true));
}

#[test]
fn controls_have_no_part_in_it() {
    check("A.5.1=F A.5.2=F", Some(Requirements));
    check("4.1=F 4.2=F 4.3=F A.5.1=N A.5.2=N", Some(Controls));
    check("4.1=P A.5.1=F A.5.2=F", Some(Requirements));
}
