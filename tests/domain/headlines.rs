//! What stands at the top, and other ways to group items: scoring.md, "Headlines".

use plumbline::domain::{
    assessment::{Answer, Rating},
    evaluation::evaluate,
    id::GroupId,
};
use serde_json::json;

use crate::support::{answers, checked, id, measure, pack, show, show_ratio, source, subject};

/// The numbers of some subjects: `everything`, a section, a group, `attribute.value`.
fn check(groups: &str, given: &str, expected: &[(&str, &str)]) {
    let pack = pack(groups);
    let evaluation = evaluate(&pack, &answers(given));
    for (name, expected) in expected {
        let numbers = measure(&evaluation, &subject(&pack, name));
        assert_eq!(show(numbers), *expected, "{name} of {given:?}");
    }
}

/// The theme-averaged view: `11/27 of 4 5 A.5`.
fn check_theme_averaged(groups: &str, given: &str, expected: &str) {
    let view = evaluate(&pack(groups), &answers(given)).theme_averaged;
    let names: Vec<_> = view.groups.iter().map(GroupId::as_str).collect();
    let value = view.conformity.map_or("–".into(), show_ratio);
    assert_eq!(format!("{value} of {}", names.join(" ")).trim_end(), expected, "{given:?}");
}

const SMALL: &str = "4: 4.1 4.2 4.3 | 5: 5.1 | A.5: A.5.1 A.5.2*2";

#[test]
fn headlines_are_item_weighted() {
    check(
        SMALL,
        "4.1=F 4.2=F 4.3=N 5.1=N A.5.1=P A.5.2=L",
        &[
            ("4", "2/3 in 2/3..2/3, seen 1"),
            ("5", "0 in 0..0, seen 1"),
            // (1/3 + 2·2/3) / 3
            ("A.5", "5/9 in 5/9..5/9, seen 1"),
            ("annex-a", "5/9 in 5/9..5/9, seen 1"),
            // (1 + 1 + 0 + 0) / 4: clause 4 counts three times as much as clause 5.
            ("clauses", "1/2 in 1/2..1/2, seen 1"),
            // (2 + 5/3) / 7
            ("everything", "11/21 in 11/21..11/21, seen 1"),
        ],
    );
}

#[test]
fn the_theme_averaged_view_is_the_mean_over_groups() {
    // (2/3 + 0 + 5/9) / 3
    let all = "4.1=F 4.2=F 4.3=N 5.1=N A.5.1=P A.5.2=L";
    check_theme_averaged(SMALL, all, "11/27 of 4 5 A.5");
}

#[test]
fn groups_without_conformity_have_no_part_in_the_mean() {
    check_theme_averaged(SMALL, "", "– of");
    check_theme_averaged(SMALL, "4.1=? 5.1=?", "– of");
    check_theme_averaged(SMALL, "4.1=P", "1/3 of 4");
    // (1/3 + 1) / 2: clause 5 isn't rated.
    check_theme_averaged(SMALL, "4.1=P 5.1=? A.5.1=F", "2/3 of 4 A.5");
    // Annex A isn't in scope.
    check_theme_averaged(SMALL, "5.1=L A.5.1=F+excluded A.5.2=excluded", "2/3 of 5");
}

/// Clauses with a prime number of items each, so that the mean needs more than 64 bits.
#[test]
fn fourteen_unlike_groups_have_a_mean() {
    let primes = [61_usize, 67, 71, 73, 79, 83, 89, 97, 101, 103, 107, 109, 113, 127];
    let items = |prime| (1..=prime).map(move |item| format!("{prime}.{item}"));
    let groups =
        primes.map(|prime| format!("{prime}: {}", items(prime).collect::<Vec<_>>().join(" ")));
    let mut given = answers("");
    for (place, item) in primes.into_iter().flat_map(|prime| items(prime).enumerate()) {
        let rating = Rating::parse(if place == 0 { "F" } else { "N" });
        given.answers.insert(id(&item), Answer { rating, ..Answer::default() });
    }
    let view = evaluate(&pack(&groups.join(" | ")), &given).theme_averaged;
    let mean = view.conformity.unwrap();
    assert_eq!(view.groups.len(), 14);
    // (1/61 + 1/67 + … + 1/127) / 14 is 1.15 %.
    assert_eq!(mean.percent(), 1);
    assert_eq!(mean.den() % 61, 0);
    assert!(mean.den() > u64::MAX.into());
}

#[test]
fn a_section_that_is_out_of_scope_leaves_the_other() {
    check(
        SMALL,
        "4.1=F A.5.1=excluded A.5.2=excluded",
        &[
            ("annex-a", "nothing in scope"),
            ("clauses", "1 in 1/4..1, seen 1/4"),
            ("everything", "1 in 1/4..1, seen 1/4"),
        ],
    );
}

#[test]
fn an_empty_assessment_has_no_headline() {
    let nothing = "– in 0..1, seen 0";
    check(SMALL, "", &["everything", "clauses", "annex-a", "4", "A.5"].map(|name| (name, nothing)));
}

const WITH_ATTRIBUTES: &str = "A.5: A.5.1#type.preventive A.5.2#type.preventive#type.corrective \
     | A.8: A.8.1*2#type.preventive#concept.detect A.8.2 A.8.3#concept.recover";

#[test]
fn attribute_values_group_items_across_themes() {
    check(
        WITH_ATTRIBUTES,
        "A.5.1=F A.5.2=N A.8.1=L A.8.2=F A.8.3=excluded",
        &[
            // A.5.1, A.5.2, A.8.1: (1 + 0 + 2·2/3) / 4
            ("type.preventive", "7/12 in 7/12..7/12, seen 1"),
            // A.5.2 has two values of one attribute, counts for each of them …
            ("type.corrective", "0 in 0..0, seen 1"),
            ("concept.detect", "2/3 in 2/3..2/3, seen 1"),
            ("concept.recover", "nothing in scope"),
            // … and once in the whole: (1 + 0 + 4/3 + 1) / 5.
            ("everything", "2/3 in 2/3..2/3, seen 1"),
        ],
    );
}

#[test]
fn attribute_values_have_a_range_as_groups_do() {
    check(
        WITH_ATTRIBUTES,
        "A.5.1=F A.5.2=? A.8.2=F",
        &[
            // Weight 1 of 4 is rated: 1/4, (1 + 3)/4; two of three are looked at.
            ("type.preventive", "1 in 1/4..1, seen 2/3"),
            ("type.corrective", "– in 0..1, seen 1"),
            ("concept.detect", "– in 0..1, seen 0"),
        ],
    );
}

#[test]
fn a_declared_value_that_no_item_has_is_out_of_scope() {
    let mut source = source(crate::support::NPLF, "A.5: A.5.1#type.preventive");
    source.attributes[0].values.push(id("detective"));
    let pack = checked(source);
    let evaluation = evaluate(&pack, &answers("A.5.1=F"));
    assert_eq!(show(measure(&evaluation, &subject(&pack, "type.detective"))), "nothing in scope");
}

#[test]
fn results_stand_in_pack_order() {
    let pack = pack("10: 10.2 10.1 | 9: 9.1 | A.5: A.5.10 A.5.2");
    let evaluation = evaluate(&pack, &answers("9.1=F"));
    let items: Vec<_> = evaluation.items.iter().map(|item| item.id.as_str()).collect();
    assert_eq!(items, ["10.2", "10.1", "9.1", "A.5.10", "A.5.2"]);
    let groups: Vec<_> = evaluation.groups.iter().map(|group| group.id.as_str()).collect();
    assert_eq!(groups, ["10", "9", "A.5"]);
    let sections: Vec<_> = evaluation.sections.iter().map(|section| section.id.as_str()).collect();
    assert_eq!(sections, ["clauses", "annex-a"]);
}

#[test]
fn the_same_in_json() {
    let evaluation = evaluate(&pack("A.5: A.5.1 A.5.2*2"), &answers("A.5.1=P"));
    let json = serde_json::to_value(evaluation).unwrap();
    assert_eq!(
        json["groups"],
        json!([{
            "id": "A.5",
            "counts": {
                "items": 2, "in_scope": 2, "rated": 1, "dont_know": 0, "unanswered": 1, "excluded": 0
            },
            "conformity": { "num": 1, "den": 3, "percent": 33 },
            "low": { "num": 1, "den": 9, "percent": 11 },
            "high": { "num": 7, "den": 9, "percent": 78 },
            "completeness": { "num": 1, "den": 2, "percent": 50 }
        }])
    );
    assert_eq!(
        json["items"],
        json!([
            { "id": "A.5.1", "kind": "control", "state": "rated", "level": "P" },
            { "id": "A.5.2", "kind": "control", "state": "unanswered" }
        ])
    );
}
