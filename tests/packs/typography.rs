//! Quotes, dashes and blanks as a printer would set them, and nobody else’s manner of speaking.

use crate::{
    faults::Faults,
    files::{files_below, folders, text},
    form::Form,
    wording::each_text,
};

#[test]
fn every_text_is_well_set() {
    let mut faults = Faults::default();
    for folder in folders() {
        for path in files_below(&folder) {
            let form = path.strip_prefix(&folder).ok().and_then(Form::of);
            if form.is_some_and(Form::is_words) {
                let value = serde_json::from_str(&text(&path)).unwrap();
                each_text(&value, &path.display().to_string(), &mut |at, text| {
                    for slip in slips(text) {
                        faults.say(at, format!("{slip}: {text}"));
                    }
                });
            }
        }
    }
    faults.tell();
}

fn slips(text: &str) -> Vec<&'static str> {
    let count = |quote| text.matches(quote).count();
    let is_shall = |word: &str| word.eq_ignore_ascii_case("shall");
    [
        (text.trim().is_empty(), "empty"),
        (text.trim() != text || text.contains("  "), "stray blanks"),
        (text.contains(char::is_control), "control characters"),
        (text.contains('\''), "' for ’"),
        (text.contains('"'), "\" for “ ”"),
        (count('“') != count('”'), "quotes don’t pair up"),
        (text.contains("--") || text.contains(" - "), "- for –"),
        (text.contains("..."), "... for …"),
        (text.split(|c: char| !c.is_alphabetic()).any(is_shall), "“shall” is the standard’s word"),
    ]
    .into_iter()
    .filter_map(|(slipped, what)| slipped.then_some(what))
    .collect()
}

#[test]
fn slips_are_seen() {
    let check = |text, expected: &[&str]| assert_eq!(slips(text), expected, "{text:?}");
    check("A “well-set” text – it’s fine (A.5.7)…", &[]);
    check("Marshall shallots", &[]);
    check(" ", &["empty", "stray blanks"]);
    check("a  b ", &["stray blanks"]);
    check("a\nb", &["control characters"]);
    check("it's \"so\"", &["' for ’", "\" for “ ”"]);
    check("“so", &["quotes don’t pair up"]);
    check("so - or -- so...", &["- for –", "... for …"]);
    check("You shall.", &["“shall” is the standard’s word"]);
}
