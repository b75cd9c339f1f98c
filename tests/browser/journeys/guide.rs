//! The guide beside the questionnaire.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use serde_json::Value;

use super::steps::{begin, begin_at_item, note};
use crate::browser::Browser;
use crate::locator::Find;

/// A file of the handbook, as it is worded today.
fn handbook(name: &str) -> Value {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("packs/iso27001-2022/handbook");
    let text = fs::read_to_string(folder.join(name)).expect("a file of the handbook");
    serde_json::from_str(&text).expect("JSON")
}

fn text<'a>(value: &'a Value, pointer: &str) -> &'a str {
    value.pointer(pointer).and_then(Value::as_str).unwrap_or_else(|| panic!("no {pointer}"))
}

/// By question, its words and the labels of its answers.
fn questions(words: &Value) -> BTreeMap<String, (String, Value)> {
    let questions = words.pointer("/helper/questions").and_then(Value::as_object);
    let questions = questions.expect("questions").iter();
    questions
        .map(|(id, question)| {
            let ask = text(question, "/ask").to_owned();
            (id.clone(), (ask, question["answers"].clone()))
        })
        .collect()
}

/// Who answers everything in favour of one standard is sent to that one, and told why.
pub fn the_helper_gives_reasons(browser: &Browser) {
    let (rules, words) = (handbook("guide.json"), handbook("en/guide.json"));
    let questions = questions(&words);
    browser.open("#/guide/which");
    browser.only("main").expect_text("Still to answer: 5.");
    for (standard, other) in [("27001", "27002"), ("27002", "27001")] {
        let mut reasons = Vec::new();
        for question in rules.pointer("/helper/questions").and_then(Value::as_array).unwrap() {
            let lead = |answer: &&Value| {
                let points = |of: &str| answer["for"][of].as_i64().unwrap();
                points(standard) - points(other)
            };
            let answers = question["answers"].as_array().unwrap();
            let best = answers.iter().max_by_key(lead).unwrap();
            let (ask, labels) = &questions[text(question, "/id")];
            let words = &labels[text(best, "/id")];
            browser.group(ask.as_str()).radio(text(words, "/label")).click();
            if lead(&best) > 0 {
                reasons.push(text(words, "/reason").to_owned());
            }
        }
        let outcome = |part: &str| text(&words, &format!("/helper/outcomes/{standard}/{part}"));
        browser.heading(outcome("title")).expect_shown();
        browser.only("main").expect_text(outcome("text"));
        for reason in reasons {
            browser.only("main").expect_text(&reason);
        }
    }
}

/// The guide is beside the work: the tools stay at hand, and the way back is open.
pub fn it_stands_beside_the_assessment(browser: &Browser) {
    begin_at_item(browser, "7.1");
    note(browser).type_text("Half a day a week");
    browser.link("Guide").click();
    browser.heading("27001 and 27002").expect_focused();
    browser.link("Ten steps").click();
    browser.heading("Form the project team and start").expect_shown();
    browser.button("Save file").expect_shown();
    browser.link("7.1 Resources").click();
    note(browser).expect_value("Half a day a week");
}

pub fn documents_say_what_they_must_contain(browser: &Browser) {
    let (rules, words) = (handbook("documents.json"), handbook("en/documents.json"));
    let rules = rules["documents"].as_array().expect("documents").clone();
    browser.open("#/guide/documents");
    let number = |status: &str| rules.iter().filter(|rule| rule["status"] == status).count();
    for (heading, status) in [
        ("Required by the clauses", "mandatory"),
        ("Required where the control applies", "if-applicable"),
        ("Often seen", "common"),
    ] {
        browser.heading(format!("{heading} ({})", number(status)).as_str()).expect_shown();
    }
    for rule in [&rules[0], &rules[rules.len() - 1]] {
        let words = &words[text(rule, "/id")];
        browser.heading(text(words, "/title")).expect_shown();
        browser.only("main").expect_text(text(words, "/contains"));
    }
}

/// The way to a certificate ends in a table of days.
pub fn audit_days_are_starting_values(browser: &Browser) {
    begin(browser, "Acme 2026");
    browser.open("#/guide/certification");
    browser.heading("Starting values for the first audit").expect_shown();
    browser.only("main").expect_text("26–45");
}
