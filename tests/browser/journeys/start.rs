//! The start: what is fetched, and what is said when something doesn't come.

use std::fs;

use super::steps::{
    assessment_in, begin, begin_at_item, expect_kept, go_home, go_to_item, note, rate,
};
use crate::browser::{Browser, eventually};
use crate::locator::Find;

/// The long texts, all in one file.
const LATER: &str = "later.en.txt";
/// The second part of the wasm and its style sheet.
const SECOND: &str = "/later-";
/// What is said in place of what hasn't come.
const MISSING: &str = "This part of the page didn’t arrive.";

pub fn nothing_is_fetched_afterwards(browser: &Browser) {
    browser.open("");
    let first = eventually(|| {
        let requests = browser.requests();
        if requests.iter().any(|request| request.contains(LATER)) {
            Ok(requests.len())
        } else {
            Err(format!("{LATER} should come:\n{}", requests.join("\n")))
        }
    });
    browser.textbox("Name of the assessment").fill("Acme 2026");
    browser.button("Start the full analysis").click();
    browser.link("Skip this page").click();
    browser.link("Start with the first item").click();
    rate(browser, "Largely");
    note(browser).type_text("Seen");
    browser.region("Whole assessment").link("How was this computed?").click();
    browser.only("table").expect_shown();
    browser.button("Save file").click();
    browser.saved_file();
    go_home(browser);
    browser.button("Duplicate Acme 2026").click();
    browser.heading("Acme 2026 (copy)").expect_shown();
    browser.link("Guide").click();
    browser.heading("What 27001 is, and isn’t").expect_shown();
    browser.expect_no_request_after(first);
    browser.link("Your data").click();
    browser.heading("Your data").expect_focused();
    browser.expect_no_request_after(first);
}

#[track_caller]
fn expect_notice(browser: &Browser, words: &str) {
    let notice = browser.only("alert");
    notice.heading("Plumbline can’t start").expect_shown();
    notice.expect_text(words);
    notice.button("Load the page again").expect_shown();
    browser.expect_accessible();
}

pub fn the_program_is_missing(browser: &Browser) {
    browser.withhold("_bg.wasm");
    browser.open("");
    expect_notice(browser, "A part of the page didn’t arrive.");
    browser.expect_problem("_bg.wasm");
}

pub fn the_questionnaire_is_missing(browser: &Browser) {
    browser.withhold("pack.json");
    browser.open("");
    expect_notice(browser, "A part of the page didn’t arrive.");
    browser.expect_problem("pack.json");
}

/// What was kept before can be taken out even though the program doesn't run any more.
pub fn the_program_went_missing(browser: &Browser) {
    begin_at_item(browser, "4.1");
    rate(browser, "Fully");
    expect_kept(browser);
    browser.withhold("_bg.wasm");
    browser.reload();
    expect_notice(browser, "A part of the page didn’t arrive.");
    browser.expect_problem("_bg.wasm");
    browser.link("Download everything stored here").click();
    let text = fs::read_to_string(browser.saved_file()).expect("text");
    assert!(text.contains("plumbline.assessment."), "{text}");
    assert!(text.contains("Acme 2026"), "{text}");
}

/// Without the guidance everything else works.
pub fn the_long_texts_are_missing(browser: &Browser) {
    browser.withhold(LATER);
    let overview = begin_at_item(browser, "4.1");
    browser.only("main").expect_text(MISSING);
    rate(browser, "Partly");
    go_to_item(browser, &overview, "5.1");
    rate(browser, "Fully");
    browser.link("Guide").click();
    browser.only("main").expect_text(MISSING);
    browser.expect_problem(LATER);
}

/// What the first part can do alone: begin, rate, save. The rest says that it is missing.
pub fn the_second_part_is_missing(browser: &Browser) {
    browser.withhold(SECOND);
    browser.open("");
    browser.only("main").expect_text(MISSING);
    browser.button("Start the quick check").click();
    browser.radio("Partly").click();
    browser.only("main").expect_text("1 of 25 answered");
    browser.button("Continue").click();
    browser.only("main").expect_text("Question 2 of 25");
    browser.link("Report").click();
    browser.heading("This page didn’t arrive").expect_shown();
    browser.button("Save file").click();
    browser.saved_file();
    browser.link("Plumbline").click();
    browser.only("main").expect_text(MISSING);
    browser.link("Guide").click();
    browser.heading("This page didn’t arrive").expect_shown();
    browser.expect_problem(SECOND);
}

pub fn web_assembly_is_switched_off(browser: &Browser) {
    browser.open("");
    expect_notice(browser, "This browser can’t run WebAssembly, or it is switched off.");
}

/// After a failure of the program the page offers what the program has handed over.
pub fn a_crash_hands_over_the_work(browser: &Browser) {
    begin(browser, "Acme 2026");
    browser.script(
        r#"const page = window.wrappedJSObject ?? window;
           const init = page.JSON.parse('{"detail": {"started": "yes", "message": "index out of bounds", "name": "Acme.plumbline.json", "text": "{}"}}');
           document.dispatchEvent(new page.CustomEvent("plumbline-crash", init));"#,
        vec![],
    );
    let notice = browser.only("alert");
    notice.expect_text("Something went wrong in the program, not in your answers.");
    notice.heading("Plumbline has stopped").expect_focused();
    browser.expect_title("Plumbline has stopped");
    notice.expect_text("index out of bounds");
    browser.heading("Acme 2026").expect_gone();
    browser.expect_accessible();
    notice.link("Download your answers").click();
    assert_eq!(fs::read_to_string(browser.saved_file()).expect("text"), "{}");
}

/// When the page can't be drawn any more, what was on the screen is handed over, kept or not.
pub fn a_real_crash_hands_over_the_work(browser: &Browser) {
    begin_at_item(browser, "4.1");
    note(browser).type_text("Seen");
    browser.script(
        "(window.wrappedJSObject ?? window).document.createElement = () => { throw new Error('no more'); };
         location.hash = location.hash.replace('4.1', '4.2');",
        vec![],
    );
    let notice = browser.only("alert");
    notice.heading("Plumbline has stopped").expect_shown();
    browser.expect_problem("panicked at");
    browser.expect_problem("nreachable");
    notice.link("Download your answers").click();
    let saved = assessment_in(&browser.saved_file());
    assert_eq!(saved.pointer("/answers/4.1/note"), Some(&"Seen".into()), "{saved}");
}

/// What this is and how to begin stands on one screen, and nothing moves when the rest arrives.
pub fn the_ways_to_begin_are_in_sight(browser: &Browser) {
    browser.open("");
    browser.region("Look at an example").expect_shown();
    browser.button("Start the quick check").expect_shown();
    browser.textbox("Name of the assessment").expect_shown();
    let below = browser.script(
        "return Math.max(...[...document.querySelectorAll('.way')].map((way) => way.getBoundingClientRect().bottom)) - innerHeight",
        vec![],
    );
    assert!(below.as_f64() <= Some(0.0), "{below} pixels are out of sight");
    browser.region("Quick check").expect_text("25 questions");
    browser.region("Full gap analysis").expect_text("123 items");
    browser.only("main").expect_text("What you enter never leaves this browser");
    browser.expect_accessible();
}
