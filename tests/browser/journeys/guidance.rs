//! The texts that help to rate, and the check-points.

use std::fs;
use std::path::Path;

use serde_json::Value;

use super::steps::{begin_at_item, rate, rating};
use crate::browser::{Browser, eventually};
use crate::locator::{Find, starting_with};

/// The questions of the check-points of 4.1, as the questionnaire words them today.
fn questions() -> Vec<String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"));
    let path = path.join("packs/iso27001-2022/guidance/en/4.json");
    let texts = fs::read_to_string(path).expect("the guidance of clause 4");
    let texts: Value = serde_json::from_str(&texts).expect("JSON");
    let checks = texts.pointer("/4.1/checks").and_then(Value::as_array).expect("check-points");
    checks.iter().filter_map(|check| check.get("text")?.as_str()).map(str::to_owned).collect()
}

pub fn check_points_suggest_a_rating(browser: &Browser) {
    begin_at_item(browser, "4.1");
    browser.disclosure(starting_with("Check-points")).click();
    browser.only("main").expect_text("Answer at least half of them for a suggestion.");
    let questions = questions();
    for question in &questions {
        browser.group(question.as_str()).radio("Yes").click();
        browser.group(question.as_str()).radio("Yes").expect_checked();
    }
    browser.only("main").expect_text("Your answers suggest: Fully.");
    rating(browser, "Fully").expect_unchecked();
    browser.button("Take this rating").click();
    rating(browser, "Fully").expect_checked();
    browser.button("Take this rating").expect_gone();
    eventually(|| {
        let focused = browser.script("return document.activeElement.innerText.trim()", vec![]);
        if focused == "Your answers suggest: Fully." { Ok(()) } else { Err(focused.to_string()) }
    });

    for question in &questions {
        browser.group(question.as_str()).radio("No").click();
    }
    browser.only("main").expect_text("Your answers suggest: Not in place.");
    rating(browser, "Fully").expect_checked();
    browser.reload();
    browser.disclosure(starting_with("Check-points")).expect_text("5 of 5 answered");
}

pub fn guidance_stands_below_the_question(browser: &Browser) {
    begin_at_item(browser, "A.5.7");
    let guidance = browser.region("Guidance");
    for heading in [
        "What 27001 asks",
        "How 27002 helps you do it",
        "Why it matters",
        "Common mistake",
        "What an auditor would ask to see",
        "What to ask the people who do it",
        "Related items",
        "At a glance",
    ] {
        guidance.heading(heading).expect_shown();
    }
    guidance.expect_text("New in 2022");
    rate(browser, "Partly");
}
