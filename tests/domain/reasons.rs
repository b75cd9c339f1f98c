//! Which reasons for an ISMS are endangered by which gaps.

use plumbline::domain::{
    endangered::endangered,
    evaluation::evaluate,
    finding::{Place, findings},
    handbook::Reason,
};

use crate::support::{answers, id, pack};

fn reason(name: &str, items: &[&str]) -> Reason {
    Reason { id: id(name), items: items.iter().map(|item| id(item)).collect() }
}

fn check(given: &str, expected: &[&str]) {
    let pack = pack("4: 4.1 4.2 4.3 | A.5: A.5.1 A.5.2");
    let reasons =
        [reason("duties", &["A.5.1", "4.3", "4.1", "4.2"]), reason("growth", &["A.5.2", "9.9"])];
    let evaluation = evaluate(&pack, &answers(given));
    let found = endangered(&pack, &evaluation, &reasons, &findings(&pack, &evaluation));
    let found: Vec<String> = found
        .iter()
        .map(|of| {
            let gaps = of.gaps.iter().map(|(place, grade)| match place {
                Place::Item(item) => format!(" {item}:{grade:?}"),
                Place::Group(group) => format!(" all of {group}:{grade:?}"),
            });
            let gaps = gaps.collect::<Vec<_>>().concat();
            format!("{} {}/{}:{gaps}", of.reason, of.rated, of.in_scope)
        })
        .collect();
    assert_eq!(found, expected, "{given:?}");
}

#[test]
fn each_reason_with_its_gaps_gravest_first_then_in_pack_order() {
    check("", &["duties 0/4:", "growth 0/1:"]);
    check("4.1=F 4.2=? A.5.2=excluded", &["duties 1/4:", "growth 0/0:"]);
    check(
        "4.1=L 4.2=P 4.3=N A.5.1=N A.5.2=P",
        &["duties 4/4: 4.3:Major 4.2:Minor A.5.1:Minor 4.1:Opportunity", "growth 1/1: A.5.2:Minor"],
    );
    // Clause 4 as a whole too, which items of the first reason are in.
    check(
        "4.1=P 4.2=P 4.3=P",
        &["duties 3/4: all of 4:Major 4.1:Minor 4.2:Minor 4.3:Minor", "growth 0/1:"],
    );
}
