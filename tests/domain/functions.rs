//! Numbers by the functions of the NIST Cybersecurity Framework; `tests/packs` checks which items they
//! have.

use plumbline::domain::{
    csf::{
        Function::{self, Detect, Govern, Identify, Recover, Respond},
        functions,
    },
    evaluation::evaluate,
    ratio::Ratio,
    score::Number,
};

use crate::{
    iso27001::iso27001,
    support::{answers, selection, show},
};

#[test]
fn a_function_counts_its_items_as_a_group_does() {
    let pack = iso27001();
    let mut assessment = answers("7.4=L A.5.26=P A.8.13=N 4.1=F");
    assessment.selection = selection("4.1 7.4 A.5.26 A.5.28 A.8.13");
    let functions = functions(&pack, &evaluate(&pack, &assessment));
    let recover = functions.iter().find(|result| result.function == Recover).unwrap();
    // 7.4, A.5.26, A.5.28 (open) and A.8.13: (2/3 + 1/3 + 0) / 3 in 1/4..2/4
    assert_eq!(show(&recover.measure), "1/3 in 1/4..1/2, seen 3/4");
    assert_eq!(recover.sums, [(3, 9), (3, 12), (6, 12), (3, 4)]);
    for (number, (num, den)) in Number::ALL.into_iter().zip(recover.sums) {
        assert_eq!(Ratio::new(num, den), recover.measure.number(number), "{number:?}");
    }
    let items: Vec<&str> = recover.items.iter().map(|(item, _)| item.as_str()).collect();
    assert_eq!(items, ["7.4", "A.5.26", "A.5.28", "A.8.13"]);
}

#[test]
fn an_item_counts_under_each_of_its_functions() {
    let pack = iso27001();
    let functions = functions(&pack, &evaluate(&pack, &answers("A.5.26=F")));
    let rated: Vec<Function> = functions
        .iter()
        .filter(|result| result.measure.counts.rated == 1)
        .map(|result| result.function)
        .collect();
    assert_eq!(rated, [Govern, Identify, Detect, Respond, Recover]);
}
