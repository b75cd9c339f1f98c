//! Rating, scope and conformity of a group: scoring.md, "Rating and scope" and "Conformity of a
//! group".

use plumbline::domain::{evaluation::evaluate, pack::Pack};

use crate::support::{NPLF, answers, checked, excluded, id, measure, pack, show, source, subject};

/// The numbers of the first group.
fn check(groups: &str, given: &str, expected: &str) {
    check_pack(&pack(groups), given, expected);
}

fn check_pack(pack: &Pack, given: &str, expected: &str) {
    let first = &evaluate(pack, &answers(given)).groups[0];
    assert_eq!(show(&first.measure), expected, "{given:?}");
}

#[test]
fn credits_of_the_levels() {
    check("4: 4.1", "4.1=N", "0 in 0..0, seen 1");
    check("4: 4.1", "4.1=P", "1/3 in 1/3..1/3, seen 1");
    check("4: 4.1", "4.1=L", "2/3 in 2/3..2/3, seen 1");
    check("4: 4.1", "4.1=F", "1 in 1..1, seen 1");
    // (0 + 1/3 + 2/3 + 1) / 4
    check("4: 4.1 4.2 4.3 4.4", "4.1=N 4.2=P 4.3=L 4.4=F", "1/2 in 1/2..1/2, seen 1");
}

#[test]
fn nothing_answered() {
    check("4: 4.1 4.2", "", "– in 0..1, seen 0");
    check("A.5: A.5.1", "", "– in 0..1, seen 0");
}

#[test]
fn only_dont_knows_are_looked_at_but_not_rated() {
    check("4: 4.1 4.2", "4.1=? 4.2=?", "– in 0..1, seen 1");
    check("4: 4.1 4.2", "4.1=?", "– in 0..1, seen 1/2");
}

#[test]
fn what_is_not_rated_makes_the_range() {
    check("4: 4.1 4.2", "4.1=F", "1 in 1/2..1, seen 1/2");
    check("4: 4.1 4.2", "4.1=N", "0 in 0..1/2, seen 1/2");
    check("4: 4.1 4.2", "4.1=F 4.2=?", "1 in 1/2..1, seen 1");
    // Credit 2 over 4 rated, 6 in scope: 2/4, 2/6, (2 + 2)/6, (4 + 1)/6.
    check(
        "4: 4.1 4.2 4.3 4.4 4.5 4.6",
        "4.1=N 4.2=P 4.3=L 4.4=F 4.5=?",
        "1/2 in 1/3..2/3, seen 5/6",
    );
}

#[test]
fn unanswered_is_not_not_in_place() {
    check("4: 4.1 4.2", "4.1=L", "2/3 in 1/3..5/6, seen 1/2");
    check("4: 4.1 4.2", "4.1=L 4.2=N", "1/3 in 1/3..1/3, seen 1");
}

#[test]
fn weights_count_in_conformity_and_range_but_not_in_completeness() {
    // 5/6, 5/8, (5 + 2)/8; two of three items.
    check("4: 4.1*5 4.2 4.3*2", "4.1=F 4.2=N", "5/6 in 5/8..7/8, seen 2/3");
    // (2·1/3 + 3·2/3) / 5
    check("4: 4.1*2 4.2*3", "4.1=P 4.2=L", "8/15 in 8/15..8/15, seen 1");
    // A weight that all share changes nothing.
    check("4: 4.1*4 4.2*4", "4.1=P", "1/3 in 1/6..2/3, seen 1/2");
    check("4: 4.1 4.2", "4.1=P", "1/3 in 1/6..2/3, seen 1/2");
}

#[test]
fn a_scale_of_the_packs_own() {
    let quarters = |groups| checked(source("0=0 1=1/4 2=1/2 3=1", groups));
    check_pack(&quarters("4: 4.1"), "4.1=1", "1/4 in 1/4..1/4, seen 1");
    // (1·1/4 + 3·1/2) / 4 = 7/16, 7/4 / 5, (7/4 + 1) / 5
    check_pack(&quarters("4: 4.1 4.2*3 4.3"), "4.1=1 4.2=2", "7/16 in 7/20..11/20, seen 2/3");
    check_pack(&quarters("4: 4.1 4.2"), "4.1=3 4.2=0", "1/2 in 1/2..1/2, seen 1");
    let met_or_not = checked(source("no=0 yes=1", "4: 4.1 4.2 4.3"));
    check_pack(&met_or_not, "4.1=yes 4.2=yes 4.3=no", "2/3 in 2/3..2/3, seen 1");
    // 1/2, 5/6 and 1/7 need 42nds: (21 + 35 + 6) / 42 / 3 = 62/126.
    let odd = checked(source("a=0 b=1/7 c=1/2 d=5/6 e=1", "4: 4.1 4.2 4.3"));
    check_pack(&odd, "4.1=c 4.2=d 4.3=b", "31/63 in 31/63..31/63, seen 1");
}

#[test]
fn a_level_that_the_scale_lacks_is_unanswered() {
    check("4: 4.1 4.2", "4.1=F 4.2=XL", "1 in 1/2..1, seen 1/2");
}

#[test]
fn excluded_controls_count_nowhere() {
    check("A.5: A.5.1 A.5.2 A.5.3", "A.5.1=F A.5.2=excluded", "1 in 1/2..1, seen 1/2");
    check("A.5: A.5.1 A.5.2*5", "A.5.1=P A.5.2=excluded", "1/3 in 1/3..1/3, seen 1");
}

#[test]
fn an_exclusion_outweighs_the_rating_beside_it() {
    check("A.5: A.5.1 A.5.2", "A.5.1=F A.5.2=N+excluded", "1 in 1..1, seen 1");
    check("A.5: A.5.1 A.5.2", "A.5.1=F A.5.2=?+excluded", "1 in 1..1, seen 1");
}

#[test]
fn all_excluded() {
    check("A.5: A.5.1 A.5.2", "A.5.1=excluded A.5.2=F+excluded", "nothing in scope");
}

#[test]
fn an_exclusion_without_a_reason_is_unanswered() {
    check("A.5: A.5.1 A.5.2", "A.5.1=F A.5.2=excluded()", "1 in 1/2..1, seen 1/2");
    // The rating beside it doesn't count either.
    check("A.5: A.5.1 A.5.2", "A.5.1=F A.5.2=N+excluded()", "1 in 1/2..1, seen 1/2");
    check("A.5: A.5.1 A.5.2", "A.5.1=F A.5.2=?+excluded()", "1 in 1/2..1, seen 1/2");
}

#[test]
fn white_space_is_no_reason() {
    let pack = pack("A.5: A.5.1 A.5.2");
    for blank in ["", " ", "\t", "\r\n", "\u{a0}", "\u{2003} \u{3000}"] {
        let mut given = answers("A.5.1=F A.5.2=F");
        given.answers.get_mut("A.5.2").unwrap().applicability = excluded(blank);
        let group = &evaluate(&pack, &given).groups[0];
        assert_eq!(show(&group.measure), "1 in 1/2..1, seen 1/2", "{blank:?}");
    }
}

#[test]
fn a_requirement_stays_in_scope_whatever_the_file_says() {
    check("4: 4.1 4.2", "4.1=F+excluded 4.2=N", "1/2 in 1/2..1/2, seen 1");
    check("4: 4.1 4.2", "4.1=excluded 4.2=N", "0 in 0..1/2, seen 1/2");
    check("4: 4.1 4.2", "4.1=F+excluded() 4.2=N", "1/2 in 1/2..1/2, seen 1");
}

#[test]
fn notes_and_check_points_are_no_ratings() {
    let pack = pack("4: 4.1?2 4.2");
    let mut given = answers("4.1=");
    let answer = given.answers.get_mut("4.1").unwrap();
    answer.rating = None;
    answer.note = "F".into();
    answer.checks =
        [(id("c1"), plumbline::domain::assessment::CheckAnswer::Yes)].into_iter().collect();
    assert_eq!(show(&evaluate(&pack, &given).everything), "– in 0..1, seen 0");
}

#[test]
fn an_unknown_item_counts_nowhere() {
    check("4: 4.1 4.2", "4.1=F 4.3=N A.5.1=excluded", "1 in 1/2..1, seen 1/2");
    // Before, between and after all items that the pack has, in the order of identifiers.
    check("4: 4.2 4.4", "4.1=F 4.2=N 4.3=F 4.4=N 4.5=F", "0 in 0..0, seen 1");
}

#[test]
fn counts_say_how_many_items_are_in_which_state() {
    let pack = pack("A.5: A.5.1*5 A.5.2 A.5.3 A.5.4 A.5.5 A.5.6 A.5.7");
    let given = answers("A.5.1=F A.5.2=N A.5.3=? A.5.4=excluded A.5.5=L+excluded A.5.6=excluded()");
    let evaluation = evaluate(&pack, &given);
    let counts = measure(&evaluation, &subject(&pack, "A.5")).counts;
    assert_eq!((counts.items, counts.in_scope, counts.excluded), (7, 5, 2));
    assert_eq!((counts.rated, counts.dont_know, counts.unanswered), (2, 1, 2));
}

#[test]
fn a_percentage_is_rounded_half_up_once() {
    let eighths = checked(source(NPLF, "4: 4.1 4.2 4.3 4.4 4.5 4.6 4.7 4.8"));
    let given = answers("4.1=F 4.2=N 4.3=N 4.4=N 4.5=N 4.6=N 4.7=N 4.8=N");
    // 12.5 %
    assert_eq!(evaluate(&eighths, &given).everything.conformity.unwrap().percent(), 13);
    // The mean of 1/3 and 2/3 is one half: rounded after it is taken, not before.
    let thirds = evaluate(&pack("4: 4.1 | 5: 5.1"), &answers("4.1=P 5.1=L"));
    assert_eq!(thirds.theme_averaged.conformity.unwrap().percent(), 50);
}
