//! What changed between two evaluations.

use plumbline::domain::{
    compare::{AskedThen, Change, Comparison, Shift, compare},
    evaluation::evaluate,
    pack::Pack,
    ratio::Ratio,
    selection::Selection,
};

use crate::support::{answers, id, pack};

fn compared(pack: &Pack, older: &str, newer: &str) -> Comparison {
    let [older, newer] = [older, newer].map(|given| evaluate(pack, &answers(given)));
    compare(pack, &older, &newer).expect("two evaluations of one pack")
}

/// What becomes of a control.
fn check(older: &str, newer: &str, expected: Change) {
    let given = |rating: &str| {
        if rating.is_empty() { String::new() } else { format!("A.5.1={rating}") }
    };
    let found = compared(&pack("A.5: A.5.1"), &given(older), &given(newer));
    assert_eq!(found.items[0].change, expected, "{older:?} to {newer:?}");
}

#[test]
fn ratings_rise_and_fall() {
    check("N", "P", Change::Rose);
    check("N", "F", Change::Rose);
    check("L", "P", Change::Fell);
    check("P", "P", Change::Same);
}

#[test]
fn ratings_come_and_go() {
    for unrated in ["", "?", "N+excluded()"] {
        check(unrated, "N", Change::New);
        check("N", unrated, Change::Gone);
        for other in ["", "?", "N+excluded()"] {
            check(unrated, other, Change::Same);
        }
    }
}

#[test]
fn controls_leave_the_scope_and_come_back() {
    for in_scope in ["", "?", "F"] {
        check(in_scope, "excluded", Change::NewlyExcluded);
        check("excluded", in_scope, Change::NoLongerExcluded);
    }
    check("excluded", "F+excluded", Change::Same);
}

#[test]
fn groups_and_headlines_with_both_numbers_in_pack_order() {
    let pack = pack("9: 9.1 | 4: 4.1 4.2 | A.5: A.5.1");
    let found = compared(&pack, "9.1=N 4.1=P", "9.1=N 4.1=L 4.2=L A.5.1=F");
    let groups: Vec<_> =
        found.groups.iter().map(|(id, shift)| (id.as_str(), shift.points())).collect();
    // 0 to 0, 1/3 to 2/3, nothing to 1
    assert_eq!(groups, [("9", Some(0)), ("4", Some(67 - 33)), ("A.5", None)]);
    assert_eq!(found.groups[2].1, Shift { older: None, newer: Some(Ratio::ONE) });
    let sections: Vec<_> =
        found.sections.iter().map(|(id, shift)| (id.as_str(), shift.points())).collect();
    // 1/6 to 4/9
    assert_eq!(sections, [("clauses", Some(44 - 17)), ("annex-a", None)]);
    // 1/6 to 7/12
    assert_eq!(found.everything.points(), Some(58 - 17));
    // (0 + 1/3) / 2 to (0 + 2/3 + 1) / 3
    assert_eq!(found.theme_averaged.points(), Some(56 - 17));
    let items: Vec<_> = found.items.iter().map(|item| (item.item.as_str(), item.change)).collect();
    assert_eq!(
        items,
        [
            ("9.1", Change::Same),
            ("4.1", Change::Rose),
            ("4.2", Change::New),
            ("A.5.1", Change::New),
        ]
    );
}

/// A quick check beside a full analysis: like is compared with like, and what isn't alike is named.
#[test]
fn different_questions_are_told_apart() {
    use Change::{New, NewlyAsked, NewlyExcluded, Rose, Same};

    let pack = pack("4: !4.1*2 !4.2 4.3 | 5: 5.1 5.2 | A.5: !A.5.1 | A.6: A.6.1");
    let mut older = answers("4.1=P 4.2=F 5.1=F A.5.1=?");
    older.selection = Selection::Quick;
    let newer = answers("4.1=F 4.2=F 4.3=N 5.1=N A.6.1=excluded");
    let [older, newer] = [older, newer].map(|of| evaluate(&pack, &of));
    let found = compare(&pack, &older, &newer).unwrap();
    let expected = AskedThen {
        older: 3,
        newer: 7,
        newly: 4,
        no_longer: 0,
        unlike: ["4", "5", "A.6"].map(id).to_vec(),
    };
    assert_eq!(found.asked, expected);
    // 4.1 and 4.2: (2/3 + 1) / 3 to (2 + 1) / 3
    let shift = Shift { older: Ratio::new(5, 9), newer: Some(Ratio::ONE) };
    assert_eq!((found.rated_twice, found.of_rated_twice), (2, shift));
    // Over everything: (2 + 1 + 0 + 0) / 5.
    assert_eq!(found.everything, Shift { older: Ratio::new(5, 9), newer: Ratio::new(3, 5) });
    let changes: Vec<_> = found.items.iter().map(|item| item.change).collect();
    assert_eq!(changes, [Rose, Same, New, New, NewlyAsked, Same, NewlyExcluded]);

    let back = compare(&pack, &newer, &older).unwrap();
    assert_eq!((back.asked.newly, back.asked.no_longer), (0, 4));
    assert_eq!(back.items[4].change, Change::NoLongerAsked);
    let same = compare(&pack, &older, &older).unwrap();
    assert!(same.asked.is_alike() && same.asked.unlike.is_empty());
    assert_eq!(same.items[3].change, Change::NeverAsked);
}

#[test]
fn points_are_between_the_numbers_as_they_are_shown() {
    let points = |older: (u64, u64), newer: (u64, u64)| {
        let [older, newer] = [older, newer].map(|(num, den)| Ratio::new(num, den));
        Shift { older, newer }.points()
    };
    // 33.4 % and 34.5 % are shown as 33 % and 35 %: 2, although 1.1 would be rounded to 1.
    assert_eq!(points((334, 1000), (345, 1000)), Some(2));
    // 33.5 % and 34.4 % are both shown as 34 %.
    assert_eq!(points((335, 1000), (344, 1000)), Some(0));
    assert_eq!(points((1, 1), (0, 1)), Some(-100));
    // A share of nothing.
    assert_eq!(points((0, 0), (1, 1)), None);
    assert_eq!(points((1, 1), (0, 0)), None);
}

#[test]
fn evaluations_of_different_packs_are_not_compared() {
    let [one, other] = ["4: 4.1", "4: 4.1"].map(pack);
    let mut changed = evaluate(&other, &answers("4.1=F"));
    assert!(compare(&one, &changed, &changed).is_some());
    changed.pack.hash = "1".repeat(64);
    let evaluation = evaluate(&one, &answers("4.1=F"));
    assert_eq!(compare(&one, &evaluation, &changed), None);
    assert_eq!(compare(&one, &changed, &evaluation), None);
}
