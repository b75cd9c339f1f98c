//! The questionnaire for ISO/IEC 27001:2022 against the tables in `tests/facts`.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
};

use plumbline::domain::pack::{Item, Kind, Pack};

use crate::support::{checked, id};

/// The rows of a table, each by the names of its columns.
fn facts(table: &str) -> Vec<BTreeMap<String, String>> {
    let text = read(&format!("tests/facts/{table}.tsv"));
    let mut lines = text.lines();
    let names: Vec<&str> = lines.next().expect("a line with names").split('\t').collect();
    let row = |line: &str| {
        names.iter().zip(line.split('\t')).map(|(name, v)| ((*name).into(), v.into())).collect()
    };
    lines.map(row).collect()
}

fn read(path: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn iso27001() -> Pack {
    checked(serde_json::from_str(&read("packs/iso27001-2022/pack.json")).expect("a pack file"))
}

fn items(pack: &Pack, kind: Kind) -> Vec<&Item> {
    pack.items().iter().filter(|item| item.kind == kind).collect()
}

/// `a|b` as a set; an empty text and `-` are none.
fn set(text: &str) -> BTreeSet<String> {
    text.split('|').filter(|part| !matches!(*part, "" | "-")).map(str::to_owned).collect()
}

/// The values that an item has of an attribute.
fn values(pack: &Pack, item: &Item, attribute: &str) -> BTreeSet<String> {
    let of_item = item.attributes.iter().map(|(a, v)| (&pack.attributes()[*a], *v));
    of_item
        .filter(|(known, _)| known.id.as_str() == attribute)
        .map(|(known, value)| known.values[value].to_string())
        .collect()
}

#[test]
fn the_shape() {
    let pack = iso27001();
    let groups = pack.groups().iter().map(|group| (group.id.as_str(), group.items.len()));
    assert_eq!(
        groups.collect::<Vec<_>>(),
        [
            ("4", 4),
            ("5", 3),
            ("6", 5),
            ("7", 7),
            ("8", 3),
            ("9", 6),
            ("10", 2),
            ("A.5", 37),
            ("A.6", 8),
            ("A.7", 14),
            ("A.8", 34)
        ]
    );
    let levels = pack.scale().levels().iter().map(|level| (level.code.as_str(), level.credit));
    assert_eq!(levels.collect::<Vec<_>>(), [("N", 0), ("P", 1), ("L", 2), ("F", 3)]);
    assert_eq!(pack.scale().unit(), 3);
}

#[test]
fn requirements_are_the_leaves_of_clauses_4_to_10() {
    let pack = iso27001();
    let clauses = facts("clauses_27001_2022");
    let leaves: Vec<_> = clauses.iter().filter(|row| row["is_requirement"] == "y").collect();
    let requirements = items(&pack, Kind::Requirement);
    assert_eq!(requirements.len(), 30);
    for (item, row) in requirements.iter().zip(&leaves) {
        assert_eq!(item.id.as_str(), row["id"], "the order of the standard");
        let group = pack.group_of(item).unwrap().id.as_str();
        let heading = (row["parent_id"] != group).then(|| id(&row["parent_id"]));
        assert_eq!(item.heading, heading, "heading of {}", item.id);
        assert_eq!(item.id.as_str().split('.').next(), Some(group), "clause of {}", item.id);
        assert_eq!(item.amended, row["amd1_2024"].starts_with('y'), "amendment of {}", item.id);
        assert!(item.attributes.is_empty(), "attributes of {}", item.id);
    }
    assert_eq!(leaves.len(), 30);
}

#[test]
fn controls_are_those_of_annex_a() {
    let pack = iso27001();
    let rows = facts("controls_27002_2022");
    let controls = items(&pack, Kind::Control);
    assert_eq!((controls.len(), rows.len()), (93, 93));
    let lower = |text: &str| set(&text.to_lowercase().replace(' ', "_"));
    for (item, row) in controls.iter().zip(&rows) {
        assert_eq!(item.id.as_str(), row["annex_a_id"], "the order of the standard");
        let theme = item.id.as_str().rsplit_once('.').map(|(theme, _)| theme);
        assert_eq!(pack.group_of(item).map(|group| group.id.as_str()), theme);
        let properties: BTreeSet<_> = set(&row["properties"])
            .iter()
            .map(|letter| match letter.as_str() {
                "C" => "confidentiality".to_owned(),
                "I" => "integrity".to_owned(),
                "A" => "availability".to_owned(),
                other => panic!("property {other} of {}", item.id),
            })
            .collect();
        for (attribute, expected) in [
            ("control_type", lower(&row["control_type"])),
            ("properties", properties),
            ("concepts", lower(&row["concepts"])),
            ("capabilities", lower(&row["operational_capabilities"])),
            ("domains", lower(&row["security_domains"])),
        ] {
            assert!(!expected.is_empty(), "{attribute} of {}", item.id);
            assert_eq!(values(&pack, item, attribute), expected, "{attribute} of {}", item.id);
        }
    }
}

#[test]
fn what_an_item_was_called_in_2013() {
    let pack = iso27001();
    let clauses = facts("clauses_27001_2022");
    let controls = facts("map_2013_2022");
    let before = clauses
        .iter()
        .map(|row| (row["id"].clone(), set(&row["clause_2013"])))
        .chain(controls.iter().map(|row| (format!("A.{}", row["id_2022"]), set(&row["ids_2013"]))));
    let before: BTreeMap<String, BTreeSet<String>> = before.collect();
    for item in pack.items() {
        let previous: BTreeSet<String> = item.previous.iter().cloned().collect();
        assert_eq!(previous, before[item.id.as_str()], "{}", item.id);
    }
    let new = items(&pack, Kind::Control).iter().filter(|item| item.previous.is_empty()).count();
    assert_eq!(new, 11);
}

#[test]
fn every_declared_attribute_value_has_items() {
    let pack = iso27001();
    for attribute in pack.attributes() {
        for value in &attribute.values {
            let has =
                |item: &&Item| values(&pack, item, attribute.id.as_str()).contains(value.as_str());
            assert!(pack.items().iter().any(|item| has(&item)), "{}.{value}", attribute.id);
        }
    }
}

#[test]
fn the_quick_check_covers_every_clause_and_theme() {
    let pack = iso27001();
    let quick: Vec<_> = pack.items().iter().filter(|item| item.quick).collect();
    assert!((20..=30).contains(&quick.len()), "{} items", quick.len());
    for group in pack.groups() {
        let covered = pack.items_of(group).iter().any(|item| item.quick);
        assert!(covered, "{}", group.id);
    }
}

#[test]
fn every_item_has_check_points_and_no_double_link() {
    for item in iso27001().items() {
        assert!((3..=6).contains(&item.checks.len()), "check-points of {}", item.id);
        let related: BTreeSet<_> = item.related.iter().collect();
        assert_eq!(related.len(), item.related.len(), "related items of {}", item.id);
        assert!(!related.contains(&item.id), "{} is related to itself", item.id);
    }
}

/// The steps of the roadmap as scoring.md lists them ("Ten steps").
#[test]
fn roadmap_steps_are_those_of_the_list() {
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
