//! The whole way without a mouse.

use super::steps::{ITEM_4_1, ITEM_4_2, assessment_in, begin, messages, note, rating};
use crate::browser::Browser;
use crate::locator::{Find, starting_with};

pub fn from_the_start_to_a_saved_file(browser: &Browser) {
    browser.open("");
    browser.textbox("Name of the assessment").tab_to();
    browser.type_text("Acme 2026");
    browser.press("Enter");
    browser.heading("About the organisation").expect_focused();
    browser.link("Skip this page").tab_to();
    browser.press("Enter");
    browser.heading("Acme 2026").expect_focused();

    browser.link("Start with the first item").tab_to();
    browser.press("Enter");
    browser.heading(ITEM_4_1).expect_focused();

    rating(browser, "Not in place").tab_to();
    browser.press("Space");
    rating(browser, "Not in place").expect_checked();
    browser.press("Down");
    rating(browser, "Partly").expect_checked();
    browser.press("Down");
    rating(browser, "Largely").expect_checked();
    rating(browser, "Largely").expect_focused();

    note(browser).tab_to();
    browser.type_text("Seen");
    browser.link(starting_with("Next ")).tab_to();
    browser.press("Enter");
    browser.heading(ITEM_4_2).expect_focused();

    browser.button("Save file").tab_back_to();
    browser.press("Space");
    messages(browser).expect_text("was handed to your browser’s downloads");
    let saved = assessment_in(&browser.saved_file());
    assert_eq!(saved.pointer("/answers/4.1/rating"), Some(&"L".into()), "{saved}");
    assert_eq!(saved.pointer("/answers/4.1/note"), Some(&"Seen".into()), "{saved}");
    messages(browser).button("Close").tab_to();
    browser.press("Enter");
    messages(browser).button("Close").expect_gone();
}

pub fn dialogs_give_the_focus_back(browser: &Browser) {
    begin(browser, "Acme 2026");
    browser.button("Rename").tab_to();
    browser.press("Enter");
    let name = browser.dialog("Rename the assessment").textbox("Name of the assessment");
    name.expect_focused();
    browser.press("Escape");
    name.expect_gone();
    browser.button("Rename").expect_focused();
}

pub fn the_first_tab_skips_to_the_content(browser: &Browser) {
    begin(browser, "Acme 2026");
    browser.reload();
    browser.heading("Acme 2026").expect_shown();
    browser.press("Tab");
    browser.link("Skip to content").expect_focused();
    browser.press("Enter");
    browser.heading("Acme 2026").expect_focused();
}
