//! Taking steps back, by button and by key.

use super::steps::{begin_at_item, exclusion, go_to_item, justification, note, rate, rating};
use crate::browser::Browser;
use crate::engine::Engine;
use crate::locator::Find;

pub fn a_rating(browser: &Browser) {
    begin_at_item(browser, "4.1");
    browser.button("Undo").expect_disabled();
    browser.button("Redo").expect_disabled();
    rate(browser, "Partly");
    rate(browser, "Fully");

    browser.button("Undo").click();
    rating(browser, "Partly").expect_checked();
    browser.press("Control+z");
    rating(browser, "Partly").expect_unchecked();
    browser.button("Undo").expect_disabled();
    browser.press("Control+Shift+z");
    rating(browser, "Partly").expect_checked();
    browser.button("Redo").click();
    rating(browser, "Fully").expect_checked();
    browser.button("Redo").expect_disabled();
}

pub fn an_exclusion(browser: &Browser) {
    begin_at_item(browser, "A.5.7");
    exclusion(browser).click();
    justification(browser).type_text("No threats here");
    exclusion(browser).click();
    justification(browser).expect_gone();

    browser.press("Control+z");
    exclusion(browser).expect_checked();
    justification(browser).expect_value("No threats here");
    browser.button("Undo").click();
    justification(browser).expect_value("");
    browser.button("Undo").click();
    exclusion(browser).expect_unchecked();
    browser.button("Redo").click();
    browser.press("Control+Shift+z");
    justification(browser).expect_value("No threats here");
}

pub fn a_note(browser: &Browser) {
    let overview = begin_at_item(browser, "4.1");
    note(browser).type_text("First visit");
    browser.button("Undo").click();
    note(browser).expect_value("");
    browser.button("Redo").click();
    note(browser).expect_value("First visit");

    note(browser).type_text(", second visit");
    browser.button("Undo").click();
    note(browser).expect_value("First visit");

    // What was done on another page is taken back just the same.
    go_to_item(browser, &overview, "4.2");
    browser.press("Control+z");
    browser.button("Undo").expect_disabled();
    go_to_item(browser, &overview, "4.1");
    note(browser).expect_value("");
}

/// Inside a text field Ctrl+Z belongs to the browser, as everywhere else.
pub fn in_a_text_field_it_is_the_browsers_own(browser: &Browser) {
    begin_at_item(browser, "4.1");
    rate(browser, "Fully");
    note(browser).click();
    browser.type_text("abc");
    note(browser).expect_value("abc");
    // One engine takes letter by letter back, another all at once; WebKitGTK leaves it to the
    // window around the page, and its test window has no undo.
    for _ in 0..4 {
        browser.press("Control+z");
    }
    note(browser).expect_value(if browser.engine == Engine::Webkit { "abc" } else { "" });
    rating(browser, "Fully").expect_checked();
}

/// Names are part of the work and can be taken back too.
pub fn a_new_name(browser: &Browser) {
    let overview = begin_at_item(browser, "4.1");
    browser.open(&overview);
    browser.button("Rename").click();
    browser.dialog("Rename the assessment").textbox("Name of the assessment").fill("Beta 2027");
    browser.dialog("Rename the assessment").button("Rename").click();
    browser.heading("Beta 2027").expect_shown();
    browser.expect_title("Beta 2027 – Plumbline");
    browser.press("Control+z");
    browser.heading("Acme 2026").expect_shown();
}
