//! Every language has words for everything that the pack names, and no others.

use std::{collections::BTreeSet, fmt::Display, path::Path};

use plumbline::{
    domain::{id::CheckId, pack::Pack},
    text::PackTexts,
};
use serde_json::Value;

use crate::{
    faults::Faults,
    files::{Questionnaire, folders, guidance, languages, pack, structures, text},
};

#[test]
fn every_language_is_complete() {
    let mut faults = Faults::default();
    for folder in folders() {
        let at = folder.display();
        let pack = pack(&folder);
        let id = pack.id().as_str();
        faults.unless(folder.ends_with(id), &at, format!("named {id:?} in the pack"));
        let languages = languages(&folder);
        faults.unless(!languages.is_empty(), &at, "no language");
        for (tag, path) in &languages {
            check(&mut faults, &pack, tag, path);
        }
    }
    faults.tell();
}

/// The files of texts that nothing but words belongs to, and where there is one of them.
const ONLY_WORDS: [(&str, &str); 1] = [("handbook/guide", "handbook/facilitator")];

#[test]
fn handbook_and_cases_are_complete_in_every_language() {
    let mut faults = Faults::default();
    for folder in folders() {
        let mut named: BTreeSet<String> = structures(&folder).into_keys().collect();
        for (with, file) in ONLY_WORDS {
            if named.contains(with) {
                named.insert(file.to_owned());
            }
        }
        for language in Questionnaire::read(&folder).languages {
            let worded: BTreeSet<String> = language.beside.into_keys().collect();
            for file in named.symmetric_difference(&worded) {
                let what = if named.contains(file) { "no words for it" } else { "not in the pack" };
                faults.say(format!("{} {} {file}", folder.display(), language.tag), what);
            }
        }
    }
    faults.tell();
}

/// Compares what the file itself says: the program's reader stops at the first word that is missing.
fn check(faults: &mut Faults, pack: &Pack, tag: &str, path: &Path) {
    let at = format!("{} {tag}", pack.id());
    let text = text(path);
    if let Err(error) = PackTexts::read(pack, &text) {
        faults.say(&at, error);
    }
    let file: Value = serde_json::from_str(&text).unwrap();
    faults.unless(file["language"] == tag, &at, format!("calls itself {}", file["language"]));
    let worded = |field: &str| {
        let words = file[field].as_object();
        words.into_iter().flatten().map(|(id, _)| id.clone()).collect::<BTreeSet<_>>()
    };
    let guidance = guidance(path, tag);
    let guided = || guidance.values().flatten();

    let mut same = |of: &str, named: BTreeSet<String>, worded: BTreeSet<String>| {
        for id in named.symmetric_difference(&worded) {
            let what = if named.contains(id) { "no words for it" } else { "not in the pack" };
            faults.say(format!("{at} {of} {id}"), what);
        }
    };
    let items = || set(pack.items().iter().map(|item| &item.id));
    let levels = || set(pack.scale().levels().iter().map(|level| &level.code));
    same("level", levels(), worded("levels"));
    same("section", set(pack.sections().iter().map(|section| &section.id)), worded("sections"));
    same("group", set(pack.groups().iter().map(|group| &group.id)), worded("groups"));
    let headings = pack.items().iter().filter_map(|item| item.heading.as_ref());
    same("heading", set(headings), worded("headings"));
    let attributes = pack.attributes();
    same("attribute", set(attributes.iter().map(|attribute| &attribute.id)), worded("attributes"));
    let values = attributes.iter().flat_map(|attribute| &attribute.values);
    same("value", set(values), worded("values"));
    same("item", items(), worded("items"));
    same("guidance file", set(pack.groups().iter().map(|group| &group.id)), set(guidance.keys()));
    for group in pack.groups() {
        let named = set(pack.items_of(group).iter().map(|item| &item.id));
        let guided = guidance.get(group.id.as_str()).into_iter().flatten().map(|(item, _)| item);
        same(&format!("guidance {}", group.id), named, set(guided));
    }
    for (id, item) in guided() {
        same(&format!("{id} level"), levels(), set(item.levels.keys()));
    }
    for (id, item) in guided() {
        let worded = item.checks.iter().map(|check| check.id.as_str());
        let item = pack.places().get(id.as_str()).map(|place| &pack.items()[*place]);
        let in_order = item.is_none_or(|item| item.checks.iter().map(CheckId::as_str).eq(worded));
        faults.unless(
            in_order,
            format!("{at} {id}"),
            "check-points are not those of the pack, in order",
        );
    }
}

fn set<T: Display>(ids: impl Iterator<Item = T>) -> BTreeSet<String> {
    ids.map(|id| id.to_string()).collect()
}
