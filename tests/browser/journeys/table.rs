//! The table of all items: rating by keyboard, and changing many at once.

use super::steps::{ITEM_4_1, ITEM_4_2, begin};
use crate::browser::Browser;
use crate::locator::{Find, starting_with};

fn open(browser: &Browser) -> String {
    let overview = begin(browser, "Acme 2026");
    browser.link("Rate all items on one page").click();
    browser.heading("All items").expect_focused();
    overview
}

pub fn rated_by_keyboard(browser: &Browser) {
    open(browser);
    let first = browser.group(ITEM_4_1);
    browser.checkbox("Select 4.1").tab_to();
    browser.press("3");
    first.radio("Largely").expect_checked();
    browser.press("Down");
    browser.checkbox("Select 4.2").expect_focused();
    browser.press("1");
    browser.group(ITEM_4_2).radio("Not in place").expect_checked();
    browser.only("main").expect_text("Whole assessment 33%");
    browser.press("0");
    browser.group(ITEM_4_2).radio("Don’t know").expect_checked();
    browser.press("Up");
    browser.press("Delete");
    first.radio("Largely").expect_unchecked();
    browser.press("Up");
    browser.checkbox("Select 4.1").expect_focused();

    // From a rating to that of the next row; the table is left by a few tabs.
    first.radio("Not in place").tab_to();
    browser.press("Space");
    browser.press("Down");
    let second = browser.group(ITEM_4_2);
    second.radio("Don’t know").expect_focused();
    // The focus goes with the choice.
    browser.press("2");
    second.radio("Partly").expect_focused();
    second.radio("Partly").expect_checked();
    // What asks for the list of keys is no rating.
    browser.press("?");
    browser.dialog("List of keys").expect_text("In the table");
    browser.press("Escape");
    browser.dialog("List of keys").expect_gone();
    second.radio("Partly").expect_checked();
    browser.press("Tab");
    browser.link(starting_with("4.3 ")).expect_shown();
    browser.link("Plumbline").expect_shown();
    assert_eq!(in_table(browser), false);

    // Elsewhere the digits are only digits.
    browser.button("Select all 123").tab_back_to();
    browser.press("4");
    second.radio("Partly").expect_checked();
    first.radio("Not in place").expect_checked();
    browser.expect_accessible();
}

fn in_table(browser: &Browser) -> serde_json::Value {
    browser.script("return !!document.activeElement.closest('[data-item]')", vec![])
}

pub fn a_rating_chosen_again_is_cleared(browser: &Browser) {
    open(browser);
    let largely = browser.group(ITEM_4_1).radio("Largely");
    largely.click();
    largely.expect_checked();
    browser.only("main").expect_text("1 of 123 looked at");
    largely.click();
    largely.expect_unchecked();
    browser.only("main").expect_text("0 of 123 looked at");
}

pub fn many_are_changed_as_one_step(browser: &Browser) {
    let overview = open(browser);
    for item in ["4.1", "4.2", "A.5.7"] {
        browser.checkbox(format!("Select {item}").as_str()).click();
    }
    let bar = browser.region("Selected items: 3");
    // Nothing is chosen yet that could be applied by mistake.
    bar.button("Apply").click();
    bar.expect_text("Choose the new value first.");
    bar.combobox("New value").expect_focused();
    bar.combobox("New value").choose("Fully");
    bar.button("Apply").click();
    bar.expect_text("Items changed: 3.");
    browser.only("status").expect_text("Items changed: 3.");
    browser.only("main").expect_text("3 of 123 looked at");

    bar.combobox("What to change").choose("Exclude controls");
    bar.button("Apply").click();
    bar.expect_text("Write a justification");
    bar.textbox("Why does it not apply?").expect_focused();
    browser.expect_accessible();
    bar.textbox("Why does it not apply?").type_text("Not ours");
    bar.button("Apply").click();
    let why = "Items changed: 1. Left as they are: 2, for requirements can’t be excluded";
    bar.expect_text(why);
    browser.link("Excluded").expect_shown();
    browser.button("Undo").click();
    browser.link("Excluded").expect_gone();
    bar.button(starting_with("Undo")).expect_gone();
    browser.only("main").expect_text("3 of 123 looked at");
    browser.button("Undo").click();
    browser.only("main").expect_text("0 of 123 looked at");

    bar.combobox("What to change").choose("Owner");
    bar.combobox("New value").type_text("Jane Doe");
    bar.button("Apply").click();
    bar.expect_text("Items changed: 3.");
    bar.button("Clear selection").click();
    bar.expect_gone();
    browser.checkbox("Select 4.1").expect_unchecked();
    browser.open(&format!("{overview}/group/A.5"));
    browser.only("main").expect_text("Owner: Jane Doe");
}

/// What was told of a change is over when it is taken back, here or anywhere.
pub fn a_change_is_taken_back_from_the_bar(browser: &Browser) {
    open(browser);
    browser.checkbox("Select 4.1").click();
    let bar = browser.region("Selected items: 1");
    bar.combobox("New value").choose("Largely");
    bar.button("Apply").click();
    browser.group(ITEM_4_1).radio("Largely").expect_checked();
    bar.button("Apply").click();
    bar.expect_text("Items changed: 0. Already so: 1.");
    bar.button(starting_with("Undo ")).expect_gone();
    bar.combobox("New value").choose("Fully");
    bar.button("Apply").click();
    bar.button("Undo Items changed: 1.").click();
    browser.group(ITEM_4_1).radio("Largely").expect_checked();
    bar.button(starting_with("Undo ")).expect_gone();
    browser.heading("Selected items: 1").expect_focused();
    browser.expect_accessible();
}

/// Ticks stay while the assessment is open, and the way back leads to the link that was followed.
pub fn ticks_stay(browser: &Browser) {
    let overview = open(browser);
    for item in ["4.1", "4.3"] {
        browser.checkbox(format!("Select {item}").as_str()).click();
    }
    browser.link(ITEM_4_2).click();
    browser.heading(ITEM_4_2).expect_focused();
    browser.back();
    browser.link(ITEM_4_2).expect_focused();
    browser.region("Selected items: 2").expect_shown();
    browser.checkbox("Select 4.1").expect_checked();
    browser.checkbox("Select 4.2").expect_unchecked();
    browser.open("");
    browser.open(&format!("{overview}/all"));
    browser.checkbox("Select 4.1").expect_unchecked();
}

/// Whoever has switched keys without Ctrl off rates nothing by them.
pub fn digits_can_be_switched_off(browser: &Browser) {
    open(browser);
    browser.checkbox("Select 4.1").tab_to();
    browser.press("?");
    browser.checkbox("Keys without Ctrl").click();
    browser.dialog("List of keys").button("Close").click();
    browser.dialog("List of keys").expect_gone();
    browser.checkbox("Select 4.1").tab_to();
    browser.press("3");
    browser.press("Down");
    browser.checkbox("Select 4.2").expect_focused();
    browser.group(ITEM_4_1).radio("Largely").expect_unchecked();
}

/// Shift ticks all rows from the one ticked last.
pub fn a_range_is_ticked_at_once(browser: &Browser) {
    open(browser);
    browser.checkbox("Select 4.2").click();
    browser.script(
        "const tick = document.querySelector('[data-item=\"5.1\"] input');
         tick.dispatchEvent(new MouseEvent('click', { bubbles: true, shiftKey: true }));",
        vec![],
    );
    browser.region("Selected items: 4").expect_shown();
    browser.checkbox("Select 4.4").expect_checked();
    browser.checkbox("Select 4.1").expect_unchecked();
    browser.checkbox("Select 4.3").click();
    browser.region("Selected items: 3").expect_shown();
    browser.button("Select all 123").click();
    browser.region("Selected items: 123").expect_shown();
}

/// What is found can be changed together, too.
pub fn only_what_was_found(browser: &Browser) {
    let overview = begin(browser, "Acme 2026");
    browser.role("searchbox", "Words").type_text("supplier relationships");
    browser.link("Rate these on one page").click();
    browser.heading("All items").expect_focused();
    browser.only("main").expect_text("Only the ");
    browser.group(starting_with("A.5.19 ")).radio("Partly").expect_shown();
    browser.group(ITEM_4_1).expect_gone();
    browser.expect_accessible();
    browser.button("Clear filters").click();
    browser.group(ITEM_4_1).radio("Partly").expect_shown();
    browser.open(&overview);
}
