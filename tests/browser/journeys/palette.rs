//! Going anywhere from the keyboard, and the list of keys.

use super::steps::{GO, begin, begin_at_item, messages, note};
use crate::browser::Browser;
use crate::locator::{Find, starting_with};

pub fn goes_to_an_item_by_its_number(browser: &Browser) {
    begin(browser, "Acme 2026");
    browser.button("Go to…").expect_shown();
    browser.press("Control+k");
    browser.combobox(GO).expect_focused();
    browser.type_text("5.1");
    browser.role("option", starting_with("5.1 Leadership")).expect_shown();
    for width in [320, 1280] {
        browser.resize(width, 900);
        browser.expect_accessible();
    }
    // The theme A.5 has no 5.1 in it, the control A.5.1 comes after the clause's own.
    browser.press("Enter");
    browser.heading("5.1 Leadership and commitment").expect_focused();

    browser.press("Control+k");
    browser.combobox(GO).expect_focused();
    browser.type_text("CONTROL access");
    browser.press("Enter");
    browser.heading(starting_with("A.5.15 ")).expect_focused();
}

/// What stands between a clause and an item belongs to the title: “General” alone says nothing.
pub fn finds_items_by_their_whole_titles(browser: &Browser) {
    begin(browser, "Acme 2026");
    for (words, item) in [
        ("management review", "9.3.1 Management review: General"),
        ("internal audit", "9.2.1 Internal audit: General"),
        ("backup", "A.8.13 Information backup"),
    ] {
        browser.press("Control+k");
        browser.combobox(GO).expect_focused();
        browser.type_text(words);
        browser.role("option", starting_with(item)).expect_shown();
        browser.press("Enter");
        browser.dialog("Go to").expect_gone();
        let number = item.split(' ').next().unwrap_or_default();
        browser.heading(starting_with(&format!("{number} "))).expect_focused();
    }
}

/// People look for pages by what they want there.
pub fn pages_are_found_by_other_words(browser: &Browser) {
    begin(browser, "Acme 2026");
    for (words, page) in [
        ("plan", "Actions"),
        ("what if", "Actions"),
        ("burn-up", "Actions"),
        ("audit days", "Readiness"),
        ("target date", "Readiness"),
        ("blockers", "Readiness"),
        ("roadmap", "Ten steps"),
        ("regrade", "Findings"),
        ("SoA", "Statement of Applicability"),
        ("register", "Risks"),
        ("matrix", "Risks"),
    ] {
        browser.press("Control+k");
        browser.combobox(GO).expect_focused();
        browser.type_text(words);
        browser.press("Enter");
        browser.dialog("Go to").expect_gone();
        browser.heading(page).expect_focused();
    }
}

pub fn gives_the_focus_back(browser: &Browser) {
    begin(browser, "Acme 2026");
    browser.button("Go to…").click();
    browser.combobox(GO).expect_focused();
    browser.type_text("no such thing");
    browser.dialog("Go to").expect_text("Nothing fits.");
    browser.press("Escape");
    browser.dialog("Go to").expect_gone();
    browser.button("Go to…").expect_focused();
}

/// Arrows choose, and what can't be done isn't offered.
pub fn does_things_too(browser: &Browser) {
    begin(browser, "Acme 2026");
    browser.button("Go to…").click();
    browser.combobox(GO).expect_focused();
    browser.type_text("undo");
    browser.dialog("Go to").expect_text("Nothing fits.");
    browser.press("Escape");

    browser.button("Go to…").click();
    browser.combobox(GO).expect_focused();
    browser.type_text("appearance");
    browser.role("option", starting_with("Appearance: Light")).expect_shown();
    browser.press("Down");
    browser.press("Enter");
    browser.group("Appearance").radio("Dark").expect_checked();

    browser.button("Go to…").click();
    browser.combobox(GO).expect_focused();
    for (typed, found) in [("compare", "Over time"), ("rename", "Overview"), ("export", "Save")] {
        browser.combobox(GO).fill(typed);
        browser.role("option", starting_with(found)).expect_shown();
    }
    browser.combobox(GO).fill("take snap");
    browser.press("Enter");
    messages(browser).expect_text("is taken.");
    browser.button("Undo").expect_enabled();
}

pub fn without_an_assessment(browser: &Browser) {
    browser.open("");
    browser.button("Go to…").click();
    browser.combobox(GO).expect_focused();
    browser.type_text("steps");
    browser.press("Enter");
    browser.heading("Ten steps").expect_focused();
    browser.button("Go to…").click();
    browser.combobox(GO).expect_focused();
    browser.type_text("save");
    browser.dialog("Go to").expect_text("Nothing fits.");
}

pub fn the_list_of_keys_can_be_switched_off(browser: &Browser) {
    begin_at_item(browser, "4.1");
    browser.button("Go to…").expect_shown();
    note(browser).click();
    browser.type_text("Why?");
    note(browser).expect_value("Why?");
    browser.dialog("List of keys").expect_gone();

    browser.heading(starting_with("4.1 ")).click();
    browser.press("?");
    browser.dialog("List of keys").expect_text("Save a file of the assessment");
    for width in [320, 1280] {
        browser.resize(width, 900);
        browser.expect_accessible();
    }
    browser.checkbox("Keys without Ctrl").expect_checked();
    browser.checkbox("Keys without Ctrl").click();
    browser.dialog("List of keys").button("Close").click();
    browser.dialog("List of keys").expect_gone();

    browser.reload();
    browser.button("Go to…").expect_shown();
    browser.press("?");
    // Had the key opened the list, the way to everywhere wouldn't open beside it.
    browser.press("Control+k");
    browser.combobox(GO).expect_focused();
    browser.type_text("list of keys");
    browser.press("Enter");
    browser.checkbox("Keys without Ctrl").expect_unchecked();
}
