//! Every language has words for everything that the pack names, and no others.

use std::{collections::BTreeSet, fmt::Display};

use crate::{
    faults::Faults,
    files::{Language, Questionnaire, questionnaires},
};

#[test]
fn every_language_is_complete() {
    let mut faults = Faults::default();
    for questionnaire in questionnaires() {
        let at = questionnaire.folder.display();
        let id = questionnaire.pack.id().as_str();
        faults.unless(questionnaire.folder.ends_with(id), &at, format!("named {id:?} in the pack"));
        faults.unless(!questionnaire.languages.is_empty(), &at, "no language");
        for language in &questionnaire.languages {
            check(&mut faults, &questionnaire, language);
        }
    }
    faults.tell();
}

fn check(faults: &mut Faults, questionnaire: &Questionnaire, language: &Language) {
    let Questionnaire { pack, .. } = questionnaire;
    let Language { tag, texts, guidance } = language;
    let at = format!("{} {tag}", pack.id());
    if let Err(error) = texts.check(pack) {
        faults.say(&at, error);
    }
    faults.unless(texts.language == *tag, &at, format!("calls itself {:?}", texts.language));

    let mut same = |of: &str, named: BTreeSet<String>, worded: BTreeSet<String>| {
        for id in named.symmetric_difference(&worded) {
            let what = if named.contains(id) { "no words for it" } else { "not in the pack" };
            faults.say(format!("{at} {of} {id}"), what);
        }
    };
    let items = || set(pack.items().iter().map(|item| &item.id));
    let levels = || set(pack.scale().levels().iter().map(|level| &level.code));
    same("level", levels(), set(texts.levels.keys()));
    same(
        "section",
        set(pack.sections().iter().map(|section| &section.id)),
        set(texts.sections.keys()),
    );
    same("group", set(pack.groups().iter().map(|group| &group.id)), set(texts.groups.keys()));
    let headings = pack.items().iter().filter_map(|item| item.heading.as_ref());
    same("heading", set(headings), set(texts.headings.keys()));
    let attributes = pack.attributes();
    same(
        "attribute",
        set(attributes.iter().map(|attribute| &attribute.id)),
        set(texts.attributes.keys()),
    );
    let values = attributes.iter().flat_map(|attribute| &attribute.values);
    same("value", set(values), set(texts.values.keys()));
    same("item", items(), set(texts.items.keys()));
    same("guidance file", set(pack.groups().iter().map(|group| &group.id)), set(guidance.keys()));
    for group in pack.groups() {
        let named = set(pack.items_of(group).iter().map(|item| &item.id));
        let guided = guidance.get(group.id.as_str()).into_iter().flat_map(|file| file.items.keys());
        same(&format!("guidance {}", group.id), named, set(guided));
    }
    for (id, item) in language.guided() {
        same(&format!("{id} level"), levels(), set(item.levels.keys()));
    }
    for (id, item) in language.guided() {
        let worded = item.checks.iter().map(|check| &check.id);
        let item = pack.places().get(id).map(|place| &pack.items()[*place]);
        let in_order = item.is_none_or(|item| item.checks.iter().eq(worded));
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
