//! The theme-averaged view with its range.

use plumbline::domain::{average::average, evaluation::evaluate, ratio::Ratio};
use proptest::prelude::*;

use crate::{
    properties::cases::{Answers, cases},
    support::{answers, pack, show},
};

fn check(given: &str, expected: &str) {
    let pack = pack("4: 4.1 4.2 4.3 | 5: 5.1 | A.5: A.5.1 A.5.2");
    let evaluation = evaluate(&pack, &answers(given));
    assert_eq!(show(&average(&evaluation.groups)), expected, "{given:?}");
}

#[test]
fn every_group_counts_the_same() {
    // 4: 2/3; 5: 0; A.5: (1/3 + 1) / 2 = 2/3
    let all = "4.1=F 4.2=F 4.3=N 5.1=N A.5.1=P A.5.2=F";
    check(all, "4/9 in 4/9..4/9, seen 1");
}

#[test]
fn a_group_without_ratings_widens_the_range_alone() {
    // 4: 1/1 in 1/3..1, seen 1/3; 5: – in 0..1, seen 0; A.5: 0 in 0..1/2, seen 1
    check("4.1=F A.5.1=N A.5.2=?", "1/2 in 1/9..5/6, seen 4/9");
    check("", "– in 0..1, seen 0");
}

#[test]
fn an_excluded_group_has_no_part_in_it() {
    check("4.1=F 4.2=F 4.3=F 5.1=N A.5.1=excluded A.5.2=excluded", "1/2 in 1/2..1/2, seen 1");
}

proptest! {
    #[test]
    fn the_average_lies_in_its_range_and_is_the_headline(case in cases(Answers::Any)) {
        let evaluation = evaluate(&case.pack, &case.assessment);
        let average = average(&evaluation.groups);
        prop_assert_eq!(average.conformity, evaluation.theme_averaged.conformity);
        prop_assert_eq!(average.counts, evaluation.everything.counts);
        // Where a mean is too long there is none of it.
        if let (Some(low), Some(conformity), Some(high)) =
            (average.low, average.conformity, average.high)
        {
            prop_assert!(low <= conformity && conformity <= high && high <= Ratio::ONE);
        }
    }
}
