//! The pack says of every item what the tables in `tests/facts/` say.

use std::collections::{BTreeMap, BTreeSet};

use plumbline::domain::pack::{Item, Kind, Pack};

use crate::{faults::Faults, files::iso27001};

const CLAUSES: &str = include_str!("../facts/clauses_27001_2022.tsv");
const CONTROLS: &str = include_str!("../facts/controls_27002_2022.tsv");
const MAP_2013: &str = include_str!("../facts/map_2013_2022.tsv");

/// Attributes of the pack and the columns of the table that hold their values.
const ATTRIBUTES: [(&str, &str); 5] = [
    ("control_type", "control_type"),
    ("properties", "properties"),
    ("concepts", "concepts"),
    ("capabilities", "operational_capabilities"),
    ("domains", "security_domains"),
];

/// Cells by the name of their column.
pub type Row = BTreeMap<&'static str, &'static str>;

/// What table and pack have to agree on.
#[derive(Debug, PartialEq)]
struct Facts {
    kind: Kind,
    group: String,
    heading: Option<String>,
    previous: Vec<String>,
    amended: bool,
    attributes: BTreeMap<String, Vec<String>>,
}

/// The rows of a table with tabs between the columns and their names in the first line.
pub fn rows(table: &'static str) -> Vec<Row> {
    let mut lines = table.lines();
    let names: Vec<&str> = lines.next().unwrap().split('\t').collect();
    lines
        .map(|line| {
            let row: Row = names.iter().copied().zip(line.split('\t')).collect();
            assert_eq!(line.split('\t').count(), names.len(), "{line}");
            row
        })
        .collect()
}

/// The members of a list in a cell.
fn list(cell: &str) -> impl Iterator<Item = &str> {
    cell.split('|').map(str::trim).filter(|member| !member.is_empty() && *member != "-")
}

fn value(member: &str) -> String {
    match member {
        "C" => "confidentiality".into(),
        "I" => "integrity".into(),
        "A" => "availability".into(),
        name => name.to_lowercase(),
    }
}

fn requirements() -> Vec<(String, Facts)> {
    let facts = |row: Row| {
        let group = row["id"].split('.').next().unwrap();
        let facts = Facts {
            kind: Kind::Requirement,
            group: group.into(),
            heading: Some(row["parent_id"]).filter(|parent| *parent != group).map(Into::into),
            previous: list(row["clause_2013"]).map(Into::into).collect(),
            amended: row["amd1_2024"].starts_with('y'),
            attributes: BTreeMap::new(),
        };
        (row["id"].into(), facts)
    };
    rows(CLAUSES).into_iter().filter(|row| row["is_requirement"] == "y").map(facts).collect()
}

fn controls() -> Vec<(String, Facts)> {
    let previous: BTreeMap<&str, &str> =
        rows(MAP_2013).into_iter().map(|row| (row["id_2022"], row["ids_2013"])).collect();
    let facts = |row: Row| {
        let (theme, _) = row["annex_a_id"].rsplit_once('.').unwrap();
        let attributes = ATTRIBUTES
            .map(|(attribute, column)| (attribute.into(), list(row[column]).map(value).collect()));
        let facts = Facts {
            kind: Kind::Control,
            group: theme.into(),
            heading: None,
            previous: list(previous[row["id"]]).map(Into::into).collect(),
            amended: false,
            attributes: attributes.into(),
        };
        (row["annex_a_id"].into(), facts)
    };
    rows(CONTROLS).into_iter().map(facts).collect()
}

fn facts_of(pack: &Pack, item: &Item) -> Facts {
    let mut attributes: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (attribute, value) in &item.attributes {
        let attribute = &pack.attributes()[*attribute];
        let values = attributes.entry(attribute.id.to_string()).or_default();
        values.push(attribute.values[*value].to_string());
    }
    Facts {
        kind: item.kind,
        group: pack.group_of(item).unwrap().id.to_string(),
        heading: item.heading.as_ref().map(ToString::to_string),
        previous: item.previous.clone(),
        amended: item.amended,
        attributes,
    }
}

#[test]
fn the_tables_are_whole() {
    let of = |theme: &str| rows(CONTROLS).iter().filter(|row| row["theme"] == theme).count();
    assert_eq!(requirements().len(), 30);
    assert_eq!(["Organizational", "People", "Physical", "Technological"].map(of), [37, 8, 14, 34]);
    assert_eq!(rows(MAP_2013).len(), 93);
    let controls = controls();
    assert_eq!(controls.iter().filter(|(_, facts)| facts.previous.is_empty()).count(), 11);
    let previous: BTreeSet<&String> =
        controls.iter().flat_map(|(_, facts)| &facts.previous).collect();
    assert_eq!(previous.len(), 114, "controls of 2013");
}

#[test]
fn items_are_those_of_the_tables() {
    let mut faults = Faults::default();
    let pack = iso27001().pack;
    let expected: Vec<(String, Facts)> = requirements().into_iter().chain(controls()).collect();

    let order: Vec<&str> = pack.items().iter().map(|item| item.id.as_str()).collect();
    let expected_order: Vec<&str> = expected.iter().map(|(id, _)| id.as_str()).collect();
    faults.unless(order == expected_order, "items", format!("{order:?}, not {expected_order:?}"));
    for (id, facts) in &expected {
        match pack.places().get(id.as_str()) {
            None => faults.say(id, "not in the pack"),
            Some(place) => {
                let found = facts_of(&pack, &pack.items()[*place]);
                faults.unless(found == *facts, id, format!("\n    {found:?}, not\n    {facts:?}"));
            }
        }
    }
    faults.tell();
}

#[test]
fn attributes_have_the_values_of_the_table() {
    let mut faults = Faults::default();
    let pack = iso27001().pack;
    let declared: Vec<&str> =
        pack.attributes().iter().map(|attribute| attribute.id.as_str()).collect();
    assert_eq!(declared, ATTRIBUTES.map(|(attribute, _)| attribute));
    for ((id, column), attribute) in ATTRIBUTES.iter().zip(pack.attributes()) {
        let declared: BTreeSet<String> = attribute.values.iter().map(ToString::to_string).collect();
        let used: BTreeSet<String> =
            rows(CONTROLS).iter().flat_map(|row| list(row[column])).map(value).collect();
        faults.unless(declared == used, id, format!("{declared:?}, not {used:?}"));
    }
    faults.tell();
}

/// Only the English texts: translations name things in their own way.
#[test]
fn titles_are_those_of_the_tables() {
    let mut faults = Faults::default();
    let questionnaire = iso27001();
    let texts =
        &questionnaire.languages.iter().find(|language| language.tag == "en").unwrap().texts;
    let mut same = |id: &str, found: Option<&String>, title: &str| {
        let found = found.map_or("", String::as_str);
        faults.unless(found == title, id, format!("{found:?}, not {title:?}"));
    };
    for row in rows(CLAUSES) {
        let (id, title) = (row["id"], row["title"]);
        if row["is_requirement"] == "y" {
            same(id, texts.titles.get(id), title);
        } else if row["parent_id"].is_empty() {
            same(id, texts.groups.get(id), title);
        } else {
            same(id, texts.headings.get(id), title);
        }
    }
    for row in rows(CONTROLS) {
        let (id, title) = (row["annex_a_id"], row["title"]);
        same(id, texts.titles.get(id), title);
        let (theme, _) = id.rsplit_once('.').unwrap();
        same(theme, texts.groups.get(theme), &format!("{} controls", row["theme"]));
    }
    for value in texts.values.keys() {
        let name = texts.values[value].to_lowercase().replace(' ', "_");
        same(value.as_str(), Some(&name), value.as_str());
    }
    faults.tell();
}
