//! No text stands in two places, and none in two items alike but for a name.

use std::collections::{BTreeMap, HashMap};

use crate::{
    faults::Faults,
    files::{Language, Passage, iso27001},
    wording::words,
};

/// Two texts are alike if they share this many hundredths of the words of the longer one, order
/// aside. Sentences that merely speak of the same kind of thing stay below, a copy with another
/// name in it doesn’t.
const ALIKE: usize = 70;

/// Names, labels and times of day may come again in handbook and cases: texts of fewer words.
const PHRASE: usize = 4;

/// Names and lines of records may be alike in handbook and cases, as in any firm: texts of fewer
/// words.
const PROSE: usize = 15;

#[test]
fn no_text_is_used_twice() {
    let mut faults = Faults::default();
    for language in &iso27001().languages {
        let mut places: BTreeMap<&str, Vec<String>> = BTreeMap::new();
        for passage in language.passages().into_iter().chain(beside(language, PHRASE)) {
            places.entry(passage.text).or_default().push(passage.place());
        }
        for (text, places) in places.iter().filter(|(_, places)| places.len() > 1) {
            faults.say(format!("{} {}", language.tag, places.join(", ")), text);
        }
    }
    faults.tell();
}

#[test]
fn no_items_have_texts_that_are_alike_but_for_a_name() {
    let mut faults = Faults::default();
    for language in &iso27001().languages {
        let mut passages = language.passages();
        passages.extend(beside(language, PROSE));
        for (one, other) in alike(&passages, &names(language)) {
            let at = format!("{} {}, {}", language.tag, one.place(), other.place());
            faults.say(at, format!("{}\n    {}", one.text, other.text));
        }
    }
    faults.tell();
}

/// Texts of handbook and cases with at least so many words.
fn beside(language: &Language, least: usize) -> Vec<Passage<'_>> {
    let mut passages = language.passages_beside();
    passages.retain(|passage| words(passage.text) >= least);
    passages
}

/// Titles of items and groups, the longest first, so that a title within another doesn’t break it.
fn names(language: &Language) -> Vec<String> {
    let titles = language.texts.titles.values();
    let mut names: Vec<String> =
        titles.chain(language.texts.groups.values()).map(|title| title.to_lowercase()).collect();
    names.sort_by_key(|name| std::cmp::Reverse(name.len()));
    names
}

/// All pairs of texts of different items that are alike.
fn alike<'a>(
    passages: &'a [Passage<'a>],
    names: &[String],
) -> Vec<(&'a Passage<'a>, &'a Passage<'a>)> {
    let mut numbers = HashMap::new();
    let bags: Vec<Vec<usize>> =
        passages.iter().map(|passage| bag(passage.text, names, &mut numbers)).collect();
    let mut pairs = Vec::new();
    for (place, (one, bag)) in passages.iter().zip(&bags).enumerate() {
        for (other, other_bag) in passages.iter().zip(&bags).skip(place + 1) {
            if one.item != other.item && are_alike(bag, other_bag) {
                pairs.push((one, other));
            }
        }
    }
    pairs
}

/// The words of a text as sorted numbers, identifiers, digits and names left out.
fn bag(text: &str, names: &[String], numbers: &mut HashMap<String, usize>) -> Vec<usize> {
    let text = names.iter().fold(text.to_lowercase(), |text, name| text.replace(name, " "));
    let is_word = |word: &&str| !word.is_empty() && !word.contains(|c: char| c.is_ascii_digit());
    let mut bag: Vec<usize> = text
        .split_whitespace()
        .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()))
        .filter(is_word)
        .map(|word| {
            let next = numbers.len();
            *numbers.entry(word.to_owned()).or_insert(next)
        })
        .collect();
    bag.sort_unstable();
    bag
}

fn are_alike(one: &[usize], other: &[usize]) -> bool {
    let (fewer, more) = (one.len().min(other.len()), one.len().max(other.len()));
    let needed = (more * ALIKE).div_ceil(100).max(1);
    fewer >= needed && shared(one, other) >= needed
}

/// How many members two sorted bags have in common.
fn shared(mut one: &[usize], mut other: &[usize]) -> usize {
    let mut shared = 0;
    while let ([a, one_rest @ ..], [b, other_rest @ ..]) = (one, other) {
        shared += usize::from(a == b);
        (one, other) =
            (if a <= b { one_rest } else { one }, if b <= a { other_rest } else { other });
    }
    shared
}

#[test]
fn names_numbers_and_order_make_no_difference() {
    let names = ["policy".to_owned()];
    let check = |one, other, expected| {
        let mut numbers = HashMap::new();
        let bags = [one, other].map(|text| bag(text, &names, &mut numbers));
        assert_eq!(are_alike(&bags[0], &bags[1]), expected, "{one:?} {other:?}");
    };
    check("Record of the last review", "Record of the last review", true);
    check("Record of the last policy review (A.5.1)", "“Record of 12 last – the – review”", true);
    check("Record of the last review", "Record of the last walk", true);
    check("Record of the last review", "Minutes of the last walk", false);
    check("Record of the review", "Record of the review and of all that followed from it", false);
    check("", "", false);
}
