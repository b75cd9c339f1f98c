//! Prints how much there is to read in the packs, and how easily it reads.
//!
//! ```text
//! cargo run --no-default-features --example content
//! ```
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "packs that the tests refuse needn’t be counted"
)]

// What the tests of the packs read and count with, and the tables of xtask: counted twice in two
// ways, no number would be worth much.
#[allow(dead_code, reason = "the tests need more of it")]
#[path = "../tests/packs/files.rs"]
mod files;
#[path = "../xtask/src/table.rs"]
mod table;
#[path = "../tests/packs/wording.rs"]
mod wording;

use std::collections::BTreeMap;

use files::{Language, Passage, Questionnaire, folders};
use plumbline::domain::pack::Group;
use serde_json::Value;
use table::grouped;
use wording::{mean_ease, words, words_in};

/// The parts of an item, in the order in which they are shown.
const PARTS: [&str; 10] = [
    "ask",
    "quick_ask",
    "what",
    "how",
    "why",
    "checks",
    "evidence",
    "interview",
    "levels",
    "pitfall",
];

/// Group, items, words, the parts, reading ease of questions and of reasons.
const COLUMNS: usize = 3 + PARTS.len() + 2;

fn main() {
    for folder in folders() {
        let Questionnaire { pack, languages } = Questionnaire::read(&folder);
        for language in &languages {
            println!("\n{} ({})", language.texts.title, language.tag);
            let passages = language.passages();
            let row = |name: &str, groups: &[Group]| {
                let items = groups.iter().flat_map(|group| pack.items_of(group));
                let ids: Vec<&str> = items.map(|item| item.id.as_str()).collect();
                row(name, &ids, &passages)
            };
            let groups = pack.groups();
            let mut rows: Vec<_> = groups
                .iter()
                .map(|group| row(group.id.as_str(), std::slice::from_ref(group)))
                .collect();
            rows.push(row("all", groups));
            table::print(heading(), &rows);
            println!(
                "\nParts of items: number of texts × mean words of a text. Ease: Flesch, mean."
            );
            beside(language);
        }
    }
}

fn heading() -> [&'static str; COLUMNS] {
    let mut heading = [""; COLUMNS];
    heading[..3].copy_from_slice(&["group", "items", "words"]);
    heading[3..COLUMNS - 2].copy_from_slice(&PARTS);
    heading[COLUMNS - 2..].copy_from_slice(&["ease of ask", "of why"]);
    heading
}

/// What there is of some items.
fn row(name: &str, items: &[&str], passages: &[Passage<'_>]) -> [String; COLUMNS] {
    let mut parts: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for Passage { item, part, text } in passages {
        if items.contains(&item.as_str()) {
            // "check climate" and "how 2" are one of several.
            let part = match part.split(' ').next().unwrap_or_default() {
                "check" => "checks",
                "level" => "levels",
                part => part,
            };
            parts.entry(part).or_default().push(text);
        }
    }
    let count = |texts: &Vec<&str>| texts.iter().map(|text| words(text)).sum::<usize>();
    let texts = |part: &str| parts.get(part).cloned().unwrap_or_default();
    let mut cells =
        vec![name.to_owned(), items.len().to_string(), number(parts.values().map(count).sum())];
    for part in PARTS {
        let texts = texts(part);
        cells.push(match texts.len() {
            0 => "0".to_owned(),
            entries => format!("{} × {}", number(entries), rounded(count(&texts), entries)),
        });
    }
    for part in ["ask", "why"] {
        let ease = usize::try_from(mean_ease(texts(part).into_iter())).unwrap_or(0);
        cells.push(rounded(ease, 1_000).to_string());
    }
    cells.try_into().unwrap()
}

/// Handbook and cases: entries and words.
fn beside(language: &Language) {
    let mut rows = Vec::new();
    let mut all = 0;
    let mut add = |name: String, of: &str, entries: &Value, texts: &Value| {
        let entries = match entries {
            Value::Object(members) => members.keys().filter(|key| *key != "$schema").count(),
            Value::Array(elements) => elements.len(),
            _ => 0,
        };
        all += words_in(texts);
        rows.push([name, format!("{entries} {of}"), number(words_in(texts))]);
    };
    for (file, texts) in &language.beside {
        match file.as_str() {
            "handbook/documents" => add(file.clone(), "documents", texts, texts),
            "handbook/scenarios" => add(file.clone(), "scenarios", &texts["scenarios"], texts),
            "handbook/guide" | "handbook/facilitator" => {
                for (id, article) in texts["articles"].as_object().into_iter().flatten() {
                    add(format!("{file} {id}"), "sections", &article["sections"], article);
                }
                let parts = [
                    ("helper", "questions", "/helper/questions"),
                    ("reasons", "reasons", "/reasons"),
                    ("steps", "steps", "/steps"),
                ];
                for (part, of, at) in parts {
                    if let Some(entries) = texts.pointer(at) {
                        add(format!("{file} {part}"), of, entries, &texts[part]);
                    }
                }
            }
            _ => add(file.clone(), "ratings", &texts["reasons"], texts),
        }
    }
    if !rows.is_empty() {
        rows.push(["all".to_owned(), String::new(), number(all)]);
        table::print(["handbook and cases", "entries", "words"], &rows);
    }
}

/// A quotient to the nearest whole number, half up.
fn rounded(sum: usize, count: usize) -> usize {
    (2 * sum + count) / (2 * count)
}

fn number(count: usize) -> String {
    grouped(count.try_into().unwrap_or(u64::MAX))
}
