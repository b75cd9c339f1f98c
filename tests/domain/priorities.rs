//! What to do first: scoring.md, "What to do first".

use plumbline::domain::{
    pack::{Effort, Pack},
    priority::{Priority, gaps, major_wholes},
};

use crate::support::{NPLF, answers, checked, look, source};

/// As `support::pack`, where an item may say its effort: `8.1~XL`.
fn pack(groups: &str) -> Pack {
    let mut efforts = Vec::new();
    let words = groups.split_whitespace().map(|word| {
        let (item, effort) = word.split_once('~').unwrap_or((word, "S"));
        efforts.push((item.to_owned(), effort.to_owned()));
        item
    });
    let groups = words.collect::<Vec<_>>().join(" ");
    let mut source = source(NPLF, &groups);
    let groups = source.sections.iter_mut().flat_map(|section| &mut section.groups);
    for item in groups.flat_map(|group| &mut group.items) {
        let (_, effort) = efforts.iter().find(|(name, _)| name == item.id.as_str()).unwrap();
        item.effort = match effort.as_str() {
            "S" => Effort::S,
            "M" => Effort::M,
            "L" => Effort::L,
            _ => Effort::XL,
        };
    }
    checked(source)
}

/// `! 4.1 6/S`: blocks stage 1, item, benefit, effort.
fn show(priority: &Priority) -> String {
    let blocks = if priority.blocks_stage_1 { "! " } else { "" };
    format!("{blocks}{} {}/{:?}", priority.item, priority.benefit, priority.effort)
}

fn check(groups: &str, given: &str, expected: &[&str]) {
    let pack = pack(groups);
    let ranked = look(&pack, &answers(given)).priorities;
    assert_eq!(ranked.iter().map(show).collect::<Vec<_>>(), expected, "{given:?}");
}

fn check_gaps(groups: &str, given: &str, most: usize, expected: &[&str]) {
    let pack = pack(groups);
    let ranked = look(&pack, &answers(given)).priorities;
    let gaps = gaps(&ranked, most);
    assert_eq!(gaps.into_iter().map(show).collect::<Vec<_>>(), expected, "{given:?}");
}

#[test]
fn majors_of_wholes_are_named_beside_the_gaps() {
    let pack = pack("8: 8.1 8.2 8.3 | 9: 9.1 | A.5: A.5.1 A.5.2 A.5.3 A.5.4 A.5.5");
    let given = answers("8.1=P 8.2=P 8.3=P 9.1=N A.5.1=N A.5.2=N A.5.3=P A.5.4=F A.5.5=F");
    let found = look(&pack, &given).findings;
    let wholes: Vec<_> = major_wholes(&found).map(plumbline::domain::id::GroupId::as_str).collect();
    assert_eq!(wholes, ["8", "A.5"]);
    assert_eq!(major_wholes(&look(&pack, &answers("9.1=N")).findings).count(), 0);
}

#[test]
fn benefit_by_the_gravest_finding() {
    check("8: 8.1 8.2 8.3 8.4", "8.1=L 8.2=P 8.3=N 8.4=F", &["8.3 6/S", "8.2 3/S", "8.1 1/S"]);
    // What the clause has as a whole lifts none of its items.
    check("8: 8.1 8.2 8.3", "8.1=P 8.2=P 8.3=P", &["8.1 3/S", "8.2 3/S", "8.3 3/S"]);
}

#[test]
fn benefit_over_effort_decides() {
    // 3/1, 6/4, 6/8, 1/2
    check(
        "8: 8.1~XL 8.2~L 8.3~S 8.4~M",
        "8.1=N 8.2=N 8.3=P 8.4=L",
        &["8.3 3/S", "8.2 6/L", "8.1 6/XL", "8.4 1/M"],
    );
}

#[test]
fn of_equal_worth_the_graver_finding_comes_first() {
    // 3/1 = 6/2
    check("8: 8.1~S 8.2~M", "8.1=P 8.2=N", &["8.2 6/M", "8.1 3/S"]);
}

#[test]
fn of_equals_the_first_in_the_pack_comes_first() {
    check("9: 9.4 9.1 | 8: 8.1", "8.1=P 9.1=P 9.4=P", &["9.4 3/S", "9.1 3/S", "8.1 3/S"]);
}

#[test]
fn what_blocks_stage_1_comes_before_all_others() {
    check(
        "4: 4.1~XL 4.2 | 8: 8.1 | A.5: A.5.1",
        "4.1=P 4.2=L 8.1=N A.5.1=N",
        &["! 4.1 3/XL", "8.1 6/S", "A.5.1 3/S", "4.2 1/S"],
    );
}

#[test]
fn an_unanswered_requirement_blocks_stage_1_and_other_unknowns_only_on_its_list() {
    check(
        "4: 4.1 4.2 | 8: 8.1 8.2 | A.5: A.5.1 A.5.2",
        "4.1=? 8.1=? A.5.1=?",
        &["! 4.1 0/S", "! 4.2 0/S", "! 8.2 0/S", "8.1 0/S", "A.5.1 0/S", "A.5.2 0/S"],
    );
}

#[test]
fn nothing_to_do_where_all_is_in_place_or_out_of_scope() {
    check("4: 4.1 | A.5: A.5.1", "4.1=F A.5.1=N+excluded", &[]);
}

#[test]
fn gaps_are_what_is_rated_below_fully_gravest_first() {
    // To be done in the order 4.3, A.5.3, A.5.1, 8.1.
    let groups = "4: 4.1 4.2 4.3 | 8: 8.1~XL | A.5: A.5.1~L A.5.2 A.5.3";
    let given = "4.1=? 4.3=P 8.1=N A.5.1=N A.5.2=F A.5.3=L";
    let all = ["8.1 6/XL", "! 4.3 3/S", "A.5.1 3/L", "A.5.3 1/S"];
    check_gaps(groups, given, 9, &all);
    check_gaps(groups, given, 2, &["8.1 6/XL", "! 4.3 3/S"]);
    check_gaps(groups, given, 0, &[]);
    check_gaps(groups, "", 9, &[]);
}
