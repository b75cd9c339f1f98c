//! Predicted findings: scoring.md, "Findings".

use plumbline::domain::{
    evaluation::evaluate,
    finding::{Finding, FindingReason, Grade, Place, Unknown, findings, gravest, unverified},
    id::RiskId,
    pack::Pack,
    selection::Selection,
};

use crate::support::{answers, checked, id, pack, source};

/// Findings as `Major 4 (3 of 5)`, `Minor 4.1 (P)`, one after the other.
fn check(groups: &str, given: &str, expected: &[&str]) {
    check_pack(&pack(groups), given, expected);
}

fn check_pack(pack: &Pack, given: &str, expected: &[&str]) {
    let found = findings(pack, &evaluate(pack, &answers(given)));
    assert_eq!(found.iter().map(show).collect::<Vec<_>>(), expected, "{given:?}");
}

fn show(finding: &Finding) -> String {
    let at = match &finding.at {
        Place::Item(id) => id.as_str(),
        Place::Group(id) => id.as_str(),
    };
    let reason = match &finding.reason {
        FindingReason::Level(level) => level.to_string(),
        FindingReason::Risks { level, risks } => {
            let risks: Vec<_> = risks.iter().map(RiskId::as_str).collect();
            format!("{level}, treats {}", risks.join(" "))
        }
        FindingReason::Document { document, state } => format!("{document} {}", state.as_str()),
        FindingReason::MinorsInClause { minors, of } => format!("{minors} minors of {of}"),
        FindingReason::GapsInTheme { gaps, of } => format!("{gaps} gaps of {of}"),
    };
    format!("{:?} {at} ({reason})", finding.grade)
}

#[test]
fn by_kind_and_level() {
    check("4: 4.1", "4.1=N", &["Major 4.1 (N)"]);
    check("4: 4.1", "4.1=P", &["Minor 4.1 (P)"]);
    check("4: 4.1", "4.1=L", &["Opportunity 4.1 (L)"]);
    check("4: 4.1", "4.1=F", &[]);
    check("A.5: A.5.1", "A.5.1=N", &["Minor A.5.1 (N)"]);
    check("A.5: A.5.1", "A.5.1=P", &["Minor A.5.1 (P)"]);
    check("A.5: A.5.1", "A.5.1=L", &["Opportunity A.5.1 (L)"]);
    check("A.5: A.5.1", "A.5.1=F", &[]);
}

#[test]
fn what_is_not_rated_is_no_finding() {
    check("4: 4.1 4.2 4.3 | A.5: A.5.1", "4.1=? 4.3=XL A.5.1=excluded()", &[]);
    check("A.5: A.5.1", "A.5.1=N+excluded", &[]);
    // A requirement can't be excluded.
    check("4: 4.1", "4.1=N+excluded", &["Major 4.1 (N)"]);
}

#[test]
fn levels_of_another_scale_by_their_credit() {
    let tenths = |groups| checked(source("a=0 b=1/10 c=49/100 d=1/2 e=99/100 f=1", groups));
    check_pack(
        &tenths("4: 4.1 4.2 | 5: 5.1 5.2 | 6: 6.1 6.2"),
        "4.1=a 4.2=b 5.1=c 5.2=d 6.1=e 6.2=f",
        &[
            "Major 4.1 (a)",
            "Minor 4.2 (b)",
            "Minor 5.1 (c)",
            "Opportunity 5.2 (d)",
            "Opportunity 6.1 (e)",
        ],
    );
    let met_or_not = checked(source("no=0 yes=1", "4: 4.1 4.2"));
    check_pack(&met_or_not, "4.1=no 4.2=yes", &["Major 4.1 (no)"]);
}

#[test]
fn three_minors_of_a_clause_make_a_major() {
    check(
        "4: 4.1 4.2 4.3",
        "4.1=P 4.2=P 4.3=L",
        &["Minor 4.1 (P)", "Minor 4.2 (P)", "Opportunity 4.3 (L)"],
    );
    check(
        "4: 4.1 4.2 4.3 4.4",
        "4.1=P 4.2=P 4.4=P",
        &["Major 4 (3 minors of 4)", "Minor 4.1 (P)", "Minor 4.2 (P)", "Minor 4.4 (P)"],
    );
    // A major one isn't a minor one too.
    check(
        "4: 4.1 4.2 4.3",
        "4.1=P 4.2=P 4.3=N",
        &["Minor 4.1 (P)", "Minor 4.2 (P)", "Major 4.3 (N)"],
    );
    // Not across clauses.
    check(
        "4: 4.1 4.2 | 5: 5.1",
        "4.1=P 4.2=P 5.1=P",
        &["Minor 4.1 (P)", "Minor 4.2 (P)", "Minor 5.1 (P)"],
    );
}

#[test]
fn a_theme_of_five_controls_with_gaps_in_most_makes_a_major() {
    let five = "A.5: A.5.1 A.5.2 A.5.3 A.5.4 A.5.5";
    check(
        five,
        "A.5.1=N A.5.2=P A.5.3=P A.5.4=F A.5.5=F",
        &["Major A.5 (3 gaps of 5)", "Minor A.5.1 (N)", "Minor A.5.2 (P)", "Minor A.5.3 (P)"],
    );
    // Four in scope are too few, whatever is wrong with them.
    check(
        five,
        "A.5.1=N A.5.2=N A.5.3=N A.5.4=N A.5.5=excluded",
        &["Minor A.5.1 (N)", "Minor A.5.2 (N)", "Minor A.5.3 (N)", "Minor A.5.4 (N)"],
    );
    // What nobody rated is in scope: 2 of 5 are no more than half.
    check(five, "A.5.1=N A.5.2=N A.5.3=?", &["Minor A.5.1 (N)", "Minor A.5.2 (N)"]);
}

#[test]
fn half_of_a_theme_is_not_most_of_it() {
    let six = "A.5: A.5.1 A.5.2 A.5.3 A.5.4 A.5.5 A.5.6";
    check(
        six,
        "A.5.1=N A.5.2=N A.5.3=N",
        &["Minor A.5.1 (N)", "Minor A.5.2 (N)", "Minor A.5.3 (N)"],
    );
    check(
        six,
        "A.5.1=N A.5.2=N A.5.3=N A.5.4=P",
        &[
            "Major A.5 (4 gaps of 6)",
            "Minor A.5.1 (N)",
            "Minor A.5.2 (N)",
            "Minor A.5.3 (N)",
            "Minor A.5.4 (P)",
        ],
    );
}

/// A quick check asks a few controls of a theme; the others are in scope all the same.
#[test]
fn what_is_not_asked_is_no_reason_to_condemn_a_whole() {
    let check = |groups: &str, given: &str, expected: &[&str]| {
        let pack = pack(groups);
        let mut given = answers(given);
        given.selection = Selection::Quick;
        let found = findings(&pack, &evaluate(&pack, &given));
        assert_eq!(found.iter().map(show).collect::<Vec<_>>(), expected);
    };
    // All five that are asked are gaps, but 5 of 10 are no more than half.
    let five_of = "A.5: !A.5.1 !A.5.2 !A.5.3 !A.5.4 !A.5.5 A.5.6 A.5.7 A.5.8 A.5.9";
    let all_bad = "A.5.1=N A.5.2=N A.5.3=P A.5.4=P A.5.5=P";
    let minors = [
        "Minor A.5.1 (N)",
        "Minor A.5.2 (N)",
        "Minor A.5.3 (P)",
        "Minor A.5.4 (P)",
        "Minor A.5.5 (P)",
    ];
    check(&format!("{five_of} A.5.10"), all_bad, &minors);
    // 5 of 9 are most of them, whatever the other four are.
    let major = [&["Major A.5 (5 gaps of 9)"][..], &minors[..]].concat();
    check(five_of, all_bad, &major);
    // An excluded one isn't in scope: 5 of 9 again.
    check(&format!("{five_of} !A.5.10"), &format!("{all_bad} A.5.10=excluded"), &major);
    // Three minor findings of a clause are three, however many are asked.
    check(
        "4: !4.1 !4.2 !4.3 4.4",
        "4.1=P 4.2=P 4.3=P 4.4=P",
        &["Major 4 (3 minors of 4)", "Minor 4.1 (P)", "Minor 4.2 (P)", "Minor 4.3 (P)"],
    );
}

#[test]
fn weights_have_no_part_in_findings() {
    check(
        "A.5: A.5.1*5 A.5.2*5 A.5.3 A.5.4 A.5.5",
        "A.5.1=N A.5.2=N",
        &["Minor A.5.1 (N)", "Minor A.5.2 (N)"],
    );
}

#[test]
fn findings_stand_in_pack_order_each_group_before_its_items() {
    check(
        "10: 10.2 10.1 10.3 | 4: 4.1 | A.5: A.5.9 A.5.1",
        "4.1=N 10.1=P 10.2=P 10.3=P A.5.1=L A.5.9=N",
        &[
            "Major 10 (3 minors of 3)",
            "Minor 10.2 (P)",
            "Minor 10.1 (P)",
            "Minor 10.3 (P)",
            "Major 4.1 (N)",
            "Minor A.5.9 (N)",
            "Opportunity A.5.1 (L)",
        ],
    );
}

#[test]
fn the_gravest_finding_of_an_item_is_its_own() {
    let pack = pack("4: 4.1 4.2 4.3 | 5: 5.1");
    let found = findings(&pack, &evaluate(&pack, &answers("4.1=P 4.2=P 4.3=P 5.1=F")));
    assert_eq!(found[0].grade, Grade::Major);
    assert_eq!(gravest(&found, &id("4.1")), Some(Grade::Minor));
    assert_eq!(gravest(&found, &id("5.1")), None);
    // A group of the same name is no item.
    assert_eq!(gravest(&found, &id("4")), None);
}

#[test]
fn not_verified_and_not_assessed_are_told_apart() {
    let pack = pack("4: 4.1 4.2 4.3 | A.5: A.5.1 A.5.2 A.5.3");
    let given = answers("4.1=F 4.2=? A.5.1=? A.5.2=excluded A.5.3=N+excluded()");
    let unverified: Vec<_> = unverified(&pack, &evaluate(&pack, &given))
        .into_iter()
        .map(|unverified| (unverified.item.to_string(), unverified.why))
        .collect();
    let expected = [
        ("4.2", Unknown::NotVerified),
        ("4.3", Unknown::NotAssessed),
        ("A.5.1", Unknown::NotVerified),
        ("A.5.3", Unknown::NotAssessed),
    ];
    assert_eq!(unverified, expected.map(|(item, why)| (item.to_owned(), why)));
}
