//! Case companies for workshops: what they rest on, and their words.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;
use serde_json::Value;

use crate::{
    faults::Faults,
    files::{Language, cases, iso27001},
    scenarios::sectors,
    wording::{each_text, sentences, words},
};

/// `cases/software-house.json`
#[derive(Deserialize)]
struct Case {
    id: String,
    people: u64,
    sector: String,
    exhibits: Vec<String>,
    ratings: BTreeMap<String, Rating>,
    discuss: Vec<String>,
}

#[derive(Deserialize)]
struct Rating {
    level: String,
    exhibits: Vec<String>,
}

/// `cases/en/software-house.json`
#[derive(Deserialize)]
struct CaseTexts {
    tagline: String,
    story: Vec<String>,
    facts: Vec<Fact>,
    scope: String,
    exhibits: BTreeMap<String, Exhibit>,
    reasons: BTreeMap<String, String>,
    prompts: BTreeMap<String, String>,
}

#[derive(Deserialize)]
struct Fact {
    label: String,
    value: String,
}

#[derive(Deserialize)]
struct Exhibit {
    body: Vec<String>,
}

/// All cases by the name of their file.
fn all() -> BTreeMap<String, Case> {
    let read = |(file, value): (String, Value)| (file, serde_json::from_value(value).unwrap());
    cases().into_iter().map(read).collect()
}

/// The words of a case in a language.
fn texts(language: &Language, file: &str) -> CaseTexts {
    serde_json::from_value(language.beside[file].clone()).unwrap()
}

/// Members that stand in only one of two sets.
fn differ<'a>(
    faults: &mut Faults,
    at: &str,
    one: impl IntoIterator<Item = &'a String>,
    other: impl IntoIterator<Item = &'a String>,
) {
    let (one, other): (BTreeSet<_>, BTreeSet<_>) =
        (one.into_iter().collect(), other.into_iter().collect());
    for id in one.symmetric_difference(&other) {
        faults.say(format!("{at} {id}"), "stands on one side only");
    }
}

#[test]
fn cases_cover_the_pack() {
    let mut faults = Faults::default();
    let pack = iso27001().pack;
    let cases = all();
    faults.unless(cases.len() >= 3, "cases", format!("{}, not three", cases.len()));
    let sectors = sectors();
    for (file, case) in &cases {
        let named = file.strip_prefix("cases/") == Some(&case.id);
        faults.unless(named, file, format!("named {:?} in itself", case.id));
        let sector = &case.sector;
        faults.unless(sectors.contains(sector), file, format!("no sector {sector:?}"));
        faults.within(file, case.ratings.len(), 30..=pack.items().len(), "ratings");
        for item in case.ratings.keys() {
            let known = pack.places().get(item.as_str()).is_some();
            faults.unless(known, file, format!("no item {item:?}"));
        }
        for group in pack.groups() {
            let mut items = pack.items_of(group).iter();
            let rated = items.any(|item| case.ratings.contains_key(item.id.as_str()));
            faults.unless(rated, file, format!("rates nothing of {}", group.id));
        }
        let levels: BTreeSet<&str> =
            pack.scale().levels().iter().map(|level| level.code.as_str()).collect();
        for (item, rating) in &case.ratings {
            let known = levels.contains(&*rating.level);
            faults.unless(known, file, format!("{item} has no level {:?}", rating.level));
        }
        for level in levels {
            let count = case.ratings.values().filter(|rating| rating.level == level).count();
            faults.unless(count >= 3, file, format!("{level} stands only {count} times"));
        }
    }
    faults.tell();
}

#[test]
fn exhibits_are_there_and_used() {
    let mut faults = Faults::default();
    for (file, case) in &all() {
        faults.within(file, case.exhibits.len(), 8..=12, "exhibits");
        let listed: BTreeSet<&String> = case.exhibits.iter().collect();
        faults.unless(listed.len() == case.exhibits.len(), file, "an exhibit stands twice");
        for (item, rating) in &case.ratings {
            faults.within(format!("{file} {item}"), rating.exhibits.len(), 0..=3, "exhibits");
            let once: BTreeSet<&String> = rating.exhibits.iter().collect();
            let at = format!("{file} {item}");
            faults.unless(once.len() == rating.exhibits.len(), at, "an exhibit stands twice");
        }
        let used = case.ratings.values().flat_map(|rating| &rating.exhibits);
        differ(&mut faults, &format!("{file} exhibit"), used, listed);
        faults.within(file, case.discuss.len(), 5..=8, "items to discuss");
        for item in &case.discuss {
            let rated = case.ratings.contains_key(item);
            faults.unless(rated, file, format!("{item} is to be discussed and not rated"));
        }
    }
    faults.tell();
}

#[test]
fn cases_have_words_for_everything() {
    let mut faults = Faults::default();
    for language in &iso27001().languages {
        for (file, case) in &all() {
            let at = format!("{} {file}", language.tag);
            let texts = texts(language, file);
            let exhibits = texts.exhibits.keys();
            differ(&mut faults, &format!("{at} exhibit"), &case.exhibits, exhibits);
            let reasons = texts.reasons.keys();
            differ(&mut faults, &format!("{at} reason"), case.ratings.keys(), reasons);
            differ(&mut faults, &format!("{at} prompt"), &case.discuss, texts.prompts.keys());
            // How many people there are is told to participants as well.
            let people = case.people.to_string();
            let of_number =
                |word: &str| word.trim_matches(|c: char| !c.is_alphanumeric()) == people;
            let told = texts.facts.iter().any(|fact| fact.value.split_whitespace().any(of_number));
            faults.unless(told, &at, format!("no fact says that {people} people work there"));
        }
    }
    faults.tell();
}

#[test]
fn words_of_cases_are_within_bounds() {
    let mut faults = Faults::default();
    for language in &iso27001().languages {
        for file in all().keys() {
            check_bounds(&mut faults, &format!("{} {file}", language.tag), &texts(language, file));
        }
    }
    faults.tell();
}

fn check_bounds(faults: &mut Faults, at: &str, texts: &CaseTexts) {
    faults.within(format!("{at} tagline"), words(&texts.tagline), 3..=12, "words");
    faults.within(format!("{at} scope"), sentences(&texts.scope), 1..=1, "sentences");
    faults.within(format!("{at} story"), texts.story.len(), 3..=5, "paragraphs");
    for paragraph in &texts.story {
        faults.within(format!("{at} {paragraph:.20}"), words(paragraph), 60..=110, "words");
    }
    faults.within(format!("{at} facts"), texts.facts.len(), 8..=12, "facts");
    for fact in &texts.facts {
        let short = words(&fact.label) <= 4;
        faults.unless(short, at, format!("{:?} is long for a label", fact.label));
    }
    for (id, exhibit) in &texts.exhibits {
        let count = exhibit.body.iter().map(|line| words(line)).sum();
        faults.within(format!("{at} {id}"), count, 50..=140, "words");
    }
    for (item, reason) in &texts.reasons {
        faults.within(format!("{at} reason {item}"), words(reason), 20..=50, "words");
    }
    for (item, prompt) in &texts.prompts {
        faults.within(format!("{at} prompt {item}"), words(prompt), 8..=40, "words");
    }
}

/// Even names and labels, as a screen shows them beside each other; only kinds of exhibits repeat.
#[test]
fn no_text_of_a_case_is_shown_twice() {
    let mut faults = Faults::default();
    for language in &iso27001().languages {
        for file in all().keys() {
            let mut places: BTreeMap<&str, Vec<String>> = BTreeMap::new();
            each_text(&language.beside[file], "", &mut |at, text| {
                if !at.ends_with(" kind") {
                    places.entry(text).or_default().push(at.to_owned());
                }
            });
            for (text, places) in places.iter().filter(|(_, places)| places.len() > 1) {
                faults.say(format!("{} {file} {}", language.tag, places.join(", ")), text);
            }
        }
    }
    faults.tell();
}
