//! When the assessment was last saved to a file, and reminders to do it again.

use std::fs;

use super::steps::{begin, begin_at_item, expect_kept, go_to_item, messages, rate, rating};
use crate::browser::Browser;
use crate::locator::{Find, starting_with};

const REMINDER: &str = "A quarter of the items has been looked at (31 of 123).";

pub fn it_says_when_it_was_saved(browser: &Browser) {
    begin_at_item(browser, "4.1");
    rate(browser, "Partly");
    browser.only("banner").expect_text("Last saved to a file: never");
    browser.button("Save file").click();
    let file = fs::read_to_string(browser.saved_file()).expect("text");
    assert!(file.contains("\"filed\":\"2"), "{file}");
    browser.only("banner").expect_text("Last saved to a file: just now");
    // It is no step of the work.
    browser.button("Undo").click();
    browser.button("Undo").expect_disabled();
    expect_kept(browser);
    browser.reload();
    browser.only("banner").expect_text("Last saved to a file: just now");

    // A copy is in no file yet.
    browser.link("Plumbline").click();
    browser.button("Duplicate Acme 2026").click();
    browser.heading("Acme 2026 (copy)").expect_shown();
    browser.only("banner").expect_text("Last saved to a file: never");

    // On a phone it is what the header tells.
    browser.resize(360, 740);
    browser.only("banner").expect_text("Last saved to a file: never");
    browser.expect_accessible();
}

/// On a phone the questions of the quick check keep the screen; the reminder waits for the page after them.
pub fn it_waits_while_the_quick_check_asks(browser: &Browser) {
    browser.resize(360, 640);
    browser.open("");
    browser.button("Start the quick check").click();
    for number in 1..=7 {
        let question = browser.group(starting_with(&format!("Question {number} of 25 ")));
        question.radio("Largely").click();
        question.radio("Largely").expect_checked();
        browser.button("Continue").click();
    }
    browser.group(starting_with("Question 8 of 25 ")).expect_shown();
    messages(browser).button("Save a file now").expect_gone();
    browser.link("See all your answers").click();
    browser.heading("Your answers").expect_focused();
    messages(browser).expect_text("A quarter of the items has been looked at (7 of 25).");
    browser.expect_accessible();
    browser.link("Answer the next open question").click();
    browser.group(starting_with("Question 8 of 25 ")).expect_shown();
    messages(browser).button("Save a file now").expect_gone();
}

pub fn a_quarter_reminds_once(browser: &Browser) {
    let overview = begin(browser, "Acme 2026");
    expect_kept(browser);
    browser.open("");
    // 30 of 123 items are looked at: one more is a quarter.
    browser.script(
        "const key = Object.keys(localStorage).find((key) => key.startsWith('plumbline.assessment.'));
         const file = JSON.parse(localStorage.getItem(key).replace(/^plumbline .*\\n/, ''));
         for (let i = 1; i <= 30; i++) file.assessment.answers['A.5.' + i] = { rating: 'F' };
         localStorage.setItem(key, JSON.stringify(file));",
        vec![],
    );
    browser.reload();
    go_to_item(browser, &overview, "4.1");
    browser.only("banner").expect_text("Last saved to a file: never");
    rating(browser, "Largely").click();
    messages(browser).expect_text(REMINDER);
    rating(browser, "Largely").expect_focused();
    // It covers nothing that has the focus.
    let gap = browser.script(
        "return document.querySelector('.messages .notice').getBoundingClientRect().top
             - document.activeElement.getBoundingClientRect().bottom",
        vec![],
    );
    assert!(gap.as_f64() >= Some(0.0), "{gap} pixels between focus and message");
    browser.expect_accessible();

    messages(browser).button("Save a file now").click();
    browser.saved_file();
    browser.only("banner").expect_text("Last saved to a file: just now");
    messages(browser).button("Save a file now").expect_gone();
    // The same mark doesn't remind again.
    browser.button("Undo").click();
    browser.button("Redo").click();
    rating(browser, "Largely").expect_checked();
    messages(browser).button("Save a file now").expect_gone();
}
