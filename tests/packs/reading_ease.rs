//! Questions and reasons are plain English, by the reading ease of Rudolf Flesch (“A new readability
//! yardstick”, 1948).

use plumbline::text::ItemGuidance;

use crate::{bounds::sentences, files::iso27001};

/// Thousandths of 45, which is where “difficult” English ends for a reader in business.
const BAR: i64 = 45_000;

#[test]
fn questions_and_reasons_read_easily_on_average() {
    let questionnaire = iso27001();
    let english = questionnaire.languages.iter().find(|language| language.tag == "en").unwrap();
    let asks = english.texts.asks.values().map(|ask| ease(ask));
    let whys = english.guided().map(|(_, ItemGuidance { why, .. })| ease(why));
    let averages = [("ask", average(asks)), ("why", average(whys))];
    assert!(averages.iter().all(|(_, average)| *average > BAR), "{averages:?} not above {BAR}");
}

fn average(eases: impl Iterator<Item = i64>) -> i64 {
    let eases: Vec<i64> = eases.collect();
    eases.iter().sum::<i64>() / count(eases.len())
}

/// Flesch’s reading ease in thousandths: 206.835 − 1.015 · words / sentence − 84.6 · syllables / word.
fn ease(text: &str) -> i64 {
    let words: Vec<&str> = text
        .split(|c: char| !c.is_alphabetic() && c != '’')
        .filter(|word| word.contains(char::is_alphabetic))
        .collect();
    let syllables = words.iter().map(|word| syllables(word)).sum();
    let words = count(words.len());
    206_835 - 1_015 * words / count(sentences(text)) - 84_600 * count(syllables) / words
}

/// Runs of vowels, a silent e at the end not counted: wrong for single words, right enough on
/// average.
fn syllables(word: &str) -> usize {
    let word = word.to_lowercase();
    let runs = word.split(|c| !"aeiouy".contains(c)).filter(|run| !run.is_empty()).count();
    let silent = word.ends_with('e') && !word.ends_with("le") && !word.ends_with("ee");
    runs.saturating_sub(silent.into()).max(1)
}

/// For division: at least one.
fn count(things: usize) -> i64 {
    i64::try_from(things.max(1)).unwrap()
}

#[test]
fn syllables_are_counted_as_spoken() {
    let check = |word, expected| assert_eq!(syllables(word), expected, "{word}");
    check("cat", 1);
    check("The", 1);
    check("rule", 2); // spoken 1: the price of simplicity
    check("table", 2);
    check("committee", 3);
    check("note", 1);
    check("security", 4);
    check("hmm", 1);
}

#[test]
fn ease_is_flesch() {
    // 206.835 − 1.015 · 6 − 84.6 · 6 / 6
    assert_eq!(ease("The cat sat on the mat."), 116_145);
    // 206.835 − 1.015 · 4 / 2 − 84.6 · 8 / 4
    assert_eq!(ease("Is it? Certainly reliable."), 35_605);
}
