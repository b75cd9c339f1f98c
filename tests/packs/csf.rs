//! The functions of the NIST Cybersecurity Framework have the items that NIST's mapping gives them.

use std::collections::BTreeSet;

use plumbline::domain::{csf::Function, id::ItemId};

use crate::{facts::rows, files::iso27001};

const MAPPING: &str = include_str!("../facts/nist_csf_2_0.tsv");

const fn code(function: Function) -> &'static str {
    match function {
        Function::Govern => "GV.",
        Function::Identify => "ID.",
        Function::Protect => "PR.",
        Function::Detect => "DE.",
        Function::Respond => "RS.",
        Function::Recover => "RC.",
    }
}

#[test]
fn the_items_are_those_of_the_mapping() {
    let questionnaire = iso27001();
    let mapping = rows(MAPPING);
    for function in Function::ALL {
        let of_function = mapping.iter().filter(|row| {
            row["csf_subcategory"].starts_with(code(function)) && row["source"] == "NIST"
        });
        let expected: BTreeSet<&str> = of_function.map(|row| row["iso_ref"]).collect();
        let items = questionnaire.pack.items().iter().map(|item| &item.id);
        let found: BTreeSet<&str> =
            items.filter(|item| function.has(item)).map(ItemId::as_str).collect();
        assert_eq!(found, expected, "{function:?}");
    }
}
