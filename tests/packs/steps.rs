//! The ten steps to a certificate, and the days of its audit.

use std::{collections::BTreeMap, ops::RangeInclusive};

use plumbline::{
    domain::{handbook::Demand, id::ItemId},
    text::StepTexts,
};

use crate::{
    facts::rows,
    faults::Faults,
    files::{handbook, handbook_texts, iso27001},
    wording::{sentences, words},
};

const AUDIT_DAYS: &str = include_str!("../facts/audit_days.tsv");

/// The items that each step stands on: scoring.md, Ten steps. Steps 2 and 10 are judged by
/// completeness and readiness.
const ITEMS: [&[&str]; 10] = [
    &["5.1", "5.3", "7.1"],
    &[],
    &["4.1", "4.2", "4.3", "4.4"],
    &["5.2", "6.2", "A.5.1"],
    &["6.1.1", "6.1.2", "8.2"],
    &["6.1.3"],
    &["8.3", "7.5.1", "7.5.2", "7.5.3"],
    &["7.2", "7.3", "7.4", "A.6.3"],
    &["9.1", "9.2.1", "9.2.2", "9.3.1", "9.3.2", "9.3.3", "10.1", "10.2"],
    &[],
];

/// Selecting and applying controls takes longest.
const LONGEST: u64 = 6;

/// For firms of about 10, 100 and 1,000 people: what all steps may take in all, one after the other,
/// in weeks. 4 to 9, 8 to 14 and 12 to 24 months of 52 / 12 weeks.
const IN_ALL: [(&str, RangeInclusive<u64>); 3] =
    [("small", 17..=39), ("medium", 34..=61), ("large", 52..=104)];

#[test]
fn steps_stand_on_the_items_of_the_rules() {
    let mut faults = Faults::default();
    let pack = iso27001().pack;
    let steps = handbook().steps;
    let numbers: Vec<u64> = steps.iter().map(|step| step.number).collect();
    let expected: Vec<u64> = (1..).take(ITEMS.len()).collect();
    faults.unless(numbers == expected, "steps", format!("{numbers:?}, not {expected:?}"));
    for (step, expected) in steps.iter().zip(ITEMS) {
        let at = format!("step {}", step.number);
        let found: Vec<&str> = step.items.iter().map(ItemId::as_str).collect();
        faults.unless(found == expected, &at, format!("{found:?}, not {expected:?}"));
        // What a step stands on is also closed by it.
        for item in &step.items {
            match pack.item(item).map(|item| item.step) {
                None => faults.say(&at, format!("no item {item}")),
                Some(closes) => faults.unless(
                    closes == step.number,
                    &at,
                    format!("the pack closes {item} in step {closes}"),
                ),
            }
        }
    }
    faults.tell();
}

#[test]
fn each_mandatory_document_is_written_in_one_step() {
    let mut faults = Faults::default();
    let handbook = handbook();
    let mut written: BTreeMap<&str, Vec<u64>> = BTreeMap::new();
    for step in &handbook.steps {
        for document in &step.documents {
            written.entry(document.as_str()).or_default().push(step.number);
        }
    }
    for document in &handbook.documents {
        let steps = written.remove(document.id.as_str()).unwrap_or_default();
        let most = steps.len() <= 1;
        faults.unless(most, &document.id, format!("written in the steps {steps:?}"));
        let needed = document.demand == Demand::Mandatory;
        faults.unless(!(needed && steps.is_empty()), &document.id, "written in no step");
    }
    for (document, steps) in written {
        faults.say(document, format!("no such document, but written in the steps {steps:?}"));
    }
    faults.tell();
}

#[test]
fn weeks_rise_with_the_size_of_the_firm() {
    let mut faults = Faults::default();
    let steps = handbook().steps;
    for step in &steps {
        let at = format!("step {}", step.number);
        for (from, to) in step.weeks {
            faults.unless(0 < from && from <= to, &at, format!("{from} to {to} weeks"));
        }
        let rises = step.weeks.is_sorted_by(|smaller, larger| {
            smaller.0 <= larger.0 && smaller.1 <= larger.1 && smaller != larger
        });
        faults.unless(rises, &at, format!("{:?} don’t rise", step.weeks));
    }
    for (place, (size, bounds)) in IN_ALL.into_iter().enumerate() {
        let weeks = || steps.iter().map(|step| step.weeks[place]);
        let (least, most) = weeks().fold((0, 0), |sum, (from, to)| (sum.0 + from, sum.1 + to));
        let sound = bounds.contains(&least) && bounds.contains(&most);
        faults.unless(sound, size, format!("{least} to {most} weeks in all, not {bounds:?}"));
        let longest = weeks().max_by_key(|(_, to)| *to);
        let found = steps.iter().find(|step| step.number == LONGEST).map(|step| step.weeks[place]);
        faults.unless(found == longest, size, format!("step {LONGEST} isn’t the longest"));
    }
    faults.tell();
}

#[test]
fn steps_have_words_within_bounds() {
    let mut faults = Faults::default();
    let numbers: Vec<String> =
        handbook().steps.iter().map(|step| step.number.to_string()).collect();
    for (tag, texts) in handbook_texts() {
        for number in &numbers {
            let worded = texts.steps.iter().any(|(of, _)| of == number);
            faults.unless(worded, format!("{tag} step {number}"), "no words for it");
        }
        for (number, step) in &texts.steps {
            let at = format!("{tag} step {number}");
            faults.unless(numbers.contains(number), &at, "not in the handbook");
            check(&mut faults, &at, step);
        }
    }
    faults.tell();
}

fn check(faults: &mut Faults, at: &str, step: &StepTexts) {
    faults.within(format!("{at} title"), words(&step.title), 2..=7, "words");
    faults.within(format!("{at} aim"), words(&step.aim), 25..=50, "words");
    faults.within(format!("{at} duration"), sentences(&step.duration), 1..=1, "sentences");
    let lists = [
        ("who", &step.who, 2..=5),
        ("inputs", &step.inputs, 2..=5),
        ("outputs", &step.outputs, 2..=5),
        ("how", &step.how, 4..=6),
        ("mistakes", &step.mistakes, 2..=4),
    ];
    for (part, texts, bounds) in lists {
        faults.within(format!("{at} {part}"), texts.len(), bounds, "entries");
    }
    for thing in &step.how {
        faults.within(format!("{at} {thing:?}"), sentences(thing), 1..=1, "sentences");
    }
}

/// Half days of a cell such as "8.5".
pub fn half_days(cell: &str) -> Option<u64> {
    let (days, half) = match cell.split_once('.') {
        None => (cell, 0),
        Some((days, "5")) => (days, 1),
        Some(_) => return None,
    };
    Some(days.parse::<u64>().ok()? * 2 + half)
}

#[test]
fn audit_days_are_those_of_the_table() {
    let mut faults = Faults::default();
    let number = |cell: &str| cell.parse::<u64>().unwrap();
    let row = |row: crate::facts::Row| {
        let people = (number(row["persons_from"]), number(row["persons_to"]));
        (people.0, people.1, half_days(row["initial_audit_days"]).unwrap())
    };
    let expected: Vec<(u64, u64, u64)> = rows(AUDIT_DAYS).into_iter().map(row).collect();
    let found: Vec<(u64, u64, u64)> =
        handbook().audit_days.iter().map(|days| (days.from, days.to, days.half_days)).collect();
    faults.unless(found.len() == expected.len(), "audit days", format!("{} rows", found.len()));
    for (found, expected) in found.iter().zip(&expected) {
        faults.unless(found == expected, "audit days", format!("{found:?}, not {expected:?}"));
    }
    faults.tell();
}

#[test]
fn half_days_are_read_exactly() {
    let check = |cell, expected| assert_eq!(half_days(cell), expected, "{cell}");
    check("5", Some(10));
    check("8.5", Some(17));
    check("8.25", None);
    check("days", None);
}
