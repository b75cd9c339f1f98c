//! Counting words and sentences, and how easily they read. The example `content` counts with it as
//! well.

use serde_json::Value;

/// How many words a text has.
pub fn words(text: &str) -> usize {
    text.split_whitespace().count()
}

/// Good enough for short prose without abbreviations.
pub fn sentences(text: &str) -> usize {
    let ends = |word: &&str| word.trim_end_matches(['”', '’', ')']).ends_with(['.', '!', '?']);
    text.split_whitespace().filter(ends).count()
}

/// The mean reading ease of some texts, in thousandths.
pub fn mean_ease<'a>(texts: impl Iterator<Item = &'a str>) -> i64 {
    let eases: Vec<i64> = texts.map(ease).collect();
    eases.iter().sum::<i64>() / count(eases.len())
}

/// The reading ease of Rudolf Flesch (“A new readability yardstick”, 1948) in thousandths:
/// 206.835 − 1.015 · words / sentence − 84.6 · syllables / word.
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

/// Calls `see` with the place and the text of every string but identifiers.
pub fn each_text<'a>(value: &'a Value, at: &str, see: &mut impl FnMut(&str, &'a str)) {
    let within = |key: &str| if at.is_empty() { key.to_owned() } else { format!("{at} {key}") };
    match value {
        Value::String(text) => see(at, text),
        Value::Array(values) => {
            (1..).zip(values).for_each(|(place, value): (usize, _)| {
                each_text(value, &within(&place.to_string()), see);
            });
        }
        Value::Object(members) => {
            let texts = members.iter().filter(|(key, _)| !matches!(key.as_str(), "$schema" | "id"));
            texts.for_each(|(key, value)| each_text(value, &within(key), see));
        }
        _ => {}
    }
}

/// How many words all texts of a file, or of a part of it, have together.
pub fn words_in(value: &Value) -> usize {
    let mut sum = 0;
    each_text(value, "", &mut |_, text| sum += words(text));
    sum
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
    // (116.145 + 35.605) / 2
    let texts = ["The cat sat on the mat.", "Is it? Certainly reliable."];
    assert_eq!(mean_ease(texts.into_iter()), 75_875);
}

#[test]
fn identifiers_are_no_words() {
    let file = serde_json::json!({
        "$schema": "to the schema",
        "a": [{ "id": "first one", "text": "Two words." }, 7, "and three more"],
    });
    let mut places = Vec::new();
    each_text(&file, "", &mut |at, _| places.push(at.to_owned()));
    assert_eq!(places, ["a 1 text", "a 3"]);
    assert_eq!(words_in(&file), 5);
}
