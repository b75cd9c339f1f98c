//! Which items are asked, and what becomes of the others.

use plumbline::domain::{
    evaluation::evaluate, explain::explain, id::GroupId, scope::Standing, score::Number,
    selection::Selection,
};

use crate::support::{answers, measure, pack, selection, show, show_ratio, subject};

const PACK: &str = "4: !4.1*2 4.2 | 5: 5.1 | A.5: !A.5.1#type.preventive A.5.2#type.preventive";
const GIVEN: &str = "4.1=F 4.2=N 5.1=L A.5.1=P A.5.2=excluded()";

/// The numbers of `name` when these items are asked.
fn check(asked: Selection, name: &str, expected: &str) {
    let pack = pack(PACK);
    let mut given = answers(GIVEN);
    given.selection = asked;
    let evaluation = evaluate(&pack, &given);
    assert_eq!(show(measure(&evaluation, &subject(&pack, name))), expected, "{name}");
}

#[test]
fn everything_unless_somebody_chose() {
    // (2·1 + 0 + 2/3 + 1/3) / 5 = 3/5; / 6; (3 + 1) / 6
    check(Selection::All, "everything", "3/5 in 1/2..2/3, seen 4/5");
}

#[test]
fn the_items_of_the_quick_check() {
    // (2·1 + 1/3) / 3
    check(Selection::Quick, "everything", "7/9 in 7/9..7/9, seen 1");
    check(Selection::Quick, "clauses", "1 in 1..1, seen 1");
    check(Selection::Quick, "4", "1 in 1..1, seen 1");
    check(Selection::Quick, "5", "nothing in scope");
    check(Selection::Quick, "type.preventive", "1/3 in 1/3..1/3, seen 1");
}

#[test]
fn a_list_of_items() {
    // (0 + 2/3) / 2; / 3; (2/3 + 1) / 3
    check(selection("4.2 5.1 A.5.2"), "everything", "1/3 in 2/9..5/9, seen 2/3");
    check(selection("5.1"), "everything", "2/3 in 2/3..2/3, seen 1");
    check(selection("5.1"), "annex-a", "nothing in scope");
}

#[test]
fn items_that_the_pack_lacks_are_without_effect() {
    check(selection("0 5.1 5.2 Z"), "everything", "2/3 in 2/3..2/3, seen 1");
}

#[test]
fn a_list_that_leaves_nothing() {
    check(selection(""), "everything", "nothing in scope");
    check(selection("0 Z"), "everything", "nothing in scope");
}

#[test]
fn the_mean_is_over_the_themes_that_are_asked() {
    let check = |asked, groups: &[&str], expected: &str| {
        let mut given = answers(GIVEN);
        given.selection = asked;
        let view = evaluate(&pack(PACK), &given).theme_averaged;
        let names: Vec<&str> = view.groups.iter().map(GroupId::as_str).collect();
        assert_eq!(
            (names, view.conformity.map_or("–".into(), show_ratio).as_str()),
            (groups.to_vec(), expected)
        );
    };
    // 2/3, 2/3 and 1/3; 1 and 1/3
    check(Selection::All, &["4", "5", "A.5"], "5/9");
    check(Selection::Quick, &["4", "A.5"], "2/3");
    check(selection(""), &[], "–");
}

#[test]
fn every_item_says_whether_it_is_asked() {
    let mut given = answers(GIVEN);
    given.selection = selection("4.2 A.5.2");
    let items = evaluate(&pack(PACK), &given).items;
    let asked: Vec<bool> = items.iter().map(|item| item.standing != Standing::NotAsked).collect();
    assert_eq!(asked, [false, true, false, false, true]);
    let told = serde_json::to_value(&items[0]).unwrap();
    assert_eq!(
        told,
        serde_json::json!({ "id": "4.1", "kind": "requirement", "state": "not_asked" })
    );
}

#[test]
fn nothing_is_noticed_about_what_is_not_asked() {
    let check = |asked, expected: usize| {
        let mut given = answers("4.1=excluded 4.2=XL A.5.2=excluded() Z=F");
        given.selection = asked;
        assert_eq!(evaluate(&pack(PACK), &given).notices.len(), expected);
    };
    check(Selection::All, 4);
    check(selection("A.5.2"), 2);
    // What the pack lacks can't be asked, and is still told.
    check(selection(""), 1);
}

#[test]
fn an_explanation_lists_what_is_asked() {
    let pack = pack(PACK);
    let mut given = answers(GIVEN);
    given.selection = Selection::Quick;
    let explanation = explain(&pack, &given, subject(&pack, "everything"), Number::Completeness);
    let items: Vec<&str> = explanation.terms.iter().map(|term| term.item.as_str()).collect();
    assert_eq!((items, explanation.num, explanation.den), (vec!["4.1", "A.5.1"], 2, 2));
}
