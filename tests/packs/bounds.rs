//! Every part of every item is there, and as long as it should be.

use std::{fmt::Display, ops::RangeInclusive};

use plumbline::text::ItemGuidance;

use crate::{
    faults::Faults,
    files::iso27001,
    wording::{sentences, words},
};

#[test]
fn every_part_is_within_its_bounds() {
    let mut faults = Faults::default();
    for language in &iso27001().languages {
        for (id, ask) in &language.texts.asks {
            check_ask(&mut faults, format!("{} {id} ask", language.tag), ask, 5..=30);
        }
        for (id, ask) in &language.texts.quick_asks {
            check_ask(&mut faults, format!("{} {id} quick_ask", language.tag), ask, 5..=25);
        }
        for (id, item) in language.guided() {
            check_long(&mut faults, &format!("{} {id}", language.tag), item);
        }
    }
    faults.tell();
}

/// What a person reads in a quick check of ten minutes: calm reading is about 200 words a minute, and a
/// question wants some ten seconds of thought.
const QUICK_WORDS: usize = 1_800;

#[test]
fn the_quick_check_is_read_in_ten_minutes() {
    let mut faults = Faults::default();
    let questionnaire = iso27001();
    for language in &questionnaire.languages {
        let quick = questionnaire.pack.items().iter().filter(|item| item.quick);
        let sum: usize = quick
            .map(|item| {
                let levels = language.guided().filter(|(id, _)| *id == item.id.as_str());
                let levels = levels.flat_map(|(_, texts)| texts.levels.values());
                words(language.texts.quick_ask(&item.id))
                    + levels.map(|level| words(level)).sum::<usize>()
            })
            .sum();
        faults.within(format!("{} quick check", language.tag), sum, 1..=QUICK_WORDS, "words");
    }
    faults.tell();
}

fn check_ask(faults: &mut Faults, at: String, ask: &str, bounds: RangeInclusive<usize>) {
    faults.within(&at, words(ask), bounds, "words");
    is_question(faults, at, ask);
}

fn check_long(faults: &mut Faults, at: &str, item: &ItemGuidance) {
    let ItemGuidance { what, how, why, checks, evidence, interview, levels, pitfall } = item;
    faults.within(format!("{at} what"), words(what), 40..=90, "words");
    faults.within(format!("{at} how"), how.len(), 3..=8, "steps");
    faults.within(format!("{at} how"), how.iter().map(|step| words(step)).sum(), 90..=220, "words");
    faults.within(format!("{at} why"), words(why), 5..=45, "words");
    faults.within(format!("{at} why"), sentences(why), 1..=2, "sentences");
    faults.within(format!("{at} checks"), checks.len(), 3..=6, "check-points");
    for check in checks {
        let at = format!("{at} check {}", check.id);
        faults.within(&at, words(&check.text), 4..=32, "words");
        is_question(faults, &at, &check.text);
        faults.unless(is_slug(&check.id), &at, "its identifier is not 2 to 16 of a–z 0–9 -");
    }
    list(faults, format!("{at} evidence"), evidence, 2..=6);
    list(faults, format!("{at} interview"), interview, 2..=3);
    for (code, level) in levels {
        faults.within(format!("{at} level {code}"), words(level), 6..=40, "words");
    }
    faults.within(format!("{at} pitfall"), words(pitfall), 6..=40, "words");
}

fn list(faults: &mut Faults, at: String, texts: &[String], bounds: RangeInclusive<usize>) {
    faults.unless(texts.iter().all(|text| words(text) > 0), &at, "an empty entry");
    faults.within(at, texts.len(), bounds, "entries");
}

/// A question ends as one.
pub fn is_question(faults: &mut Faults, at: impl Display, text: &str) {
    faults.unless(text.ends_with('?'), at, "no question");
}

fn is_slug(id: &str) -> bool {
    (2..=16).contains(&id.len())
        && id.starts_with(|first: char| first.is_ascii_lowercase())
        && id.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-'))
}
