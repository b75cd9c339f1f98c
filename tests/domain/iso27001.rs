//! The questionnaire for ISO/IEC 27001:2022 as the rules see it; `tests/packs` checks what it says of
//! each item.

use std::{fs, path::Path};

use plumbline::{
    domain::{
        evaluation::evaluate,
        handbook::Handbook,
        pack::{Kind, Pack},
        readiness::STAGE_1,
    },
    persist::{handbook::read_handbook, pack::read_pack},
};

use crate::support::{answers, id, show, show_ratio};

pub fn iso27001() -> Pack {
    read_pack(&file("pack.json")).expect("a pack file")
}

/// A file of the pack.
pub fn file(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("packs/iso27001-2022").join(name);
    fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
}

/// What the pack knows beside its items.
pub fn handbook() -> Handbook {
    let [documents, guide] = ["handbook/documents.json", "handbook/guide.json"].map(file);
    read_handbook(&documents, &guide).expect("the files of a handbook")
}

#[test]
fn clauses_themes_and_scale() {
    let pack = iso27001();
    let groups = pack.groups().iter().map(|group| (group.id.as_str(), group.items.len()));
    let clauses = [("4", 4), ("5", 3), ("6", 5), ("7", 7), ("8", 3), ("9", 6), ("10", 2)];
    let themes = [("A.5", 37), ("A.6", 8), ("A.7", 14), ("A.8", 34)];
    assert_eq!(groups.collect::<Vec<_>>(), [&clauses[..], &themes[..]].concat());
    let levels = pack.scale().levels().iter().map(|level| (level.code.as_str(), level.credit));
    assert_eq!(levels.collect::<Vec<_>>(), [("N", 0), ("P", 1), ("L", 2), ("F", 3)]);
    assert!(pack.items().iter().all(|item| item.weight == 1));
}

#[test]
fn a_few_answers() {
    let evaluation = evaluate(&iso27001(), &answers("4.1=F 10.2=P A.5.7=N A.8.1=L A.8.2=excluded"));
    // Credit 2 over 4 rated of 122 in scope: 2/4, 2/122, (2 + 118)/122, 4/122.
    assert_eq!(show(&evaluation.everything), "1/2 in 1/61..60/61, seen 2/61");
    // (1 + 1/3 + 0 + 2/3) / 4
    assert_eq!(show_ratio(evaluation.theme_averaged.conformity.unwrap()), "1/2");
}

/// As scoring.md lists them under "Ten steps"; the steps 2 and 10 have no items of their own.
#[test]
fn the_roadmap_closes_items_in_the_listed_steps() {
    let pack = iso27001();
    let listed = [
        (1, "5.1 5.3 7.1"),
        (3, "4.1 4.2 4.3 4.4"),
        (4, "5.2 6.2 A.5.1"),
        (5, "6.1.1 6.1.2 8.2"),
        (6, "6.1.3"),
        (7, "8.3 7.5.1 7.5.2 7.5.3"),
        (8, "7.2 7.3 7.4 A.6.3"),
        (9, "9.1 9.2.1 9.2.2 9.3.1 9.3.2 9.3.3 10.1 10.2"),
    ];
    for (step, items) in listed {
        for name in items.split_whitespace() {
            assert_eq!(pack.item(&id(name)).unwrap().step, step, "step of {name}");
        }
    }
}

#[test]
fn what_stage_1_stands_on_are_requirements() {
    let pack = iso27001();
    for name in STAGE_1 {
        assert_eq!(pack.item(&id(name)).unwrap().kind, Kind::Requirement, "{name}");
    }
}
