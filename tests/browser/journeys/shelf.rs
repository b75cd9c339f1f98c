//! Several assessments side by side.

use super::steps::{begin, begin_at_item, expect_kept, go_home, messages, rate};
use crate::browser::Browser;
use crate::locator::Find;

pub fn two_side_by_side(browser: &Browser) {
    begin_at_item(browser, "4.1");
    rate(browser, "Fully");
    expect_kept(browser);
    let second = begin(browser, "Beta");
    browser.link("Start with the first item").click();
    rate(browser, "Not in place");
    go_home(browser);
    browser.link("Acme 2026").click();
    browser.region("Whole assessment").expect_text("100% conformity");
    browser.open(&second);
    browser.region("Whole assessment").expect_text("0% conformity");
}

pub fn rename(browser: &Browser) {
    begin(browser, "Acme 2026");
    go_home(browser);
    browser.button("Rename Acme 2026").click();
    let dialog = browser.dialog("Rename the assessment");
    dialog.textbox("Name of the assessment").expect_value("Acme 2026");
    dialog.textbox("Name of the assessment").expect_focused();
    browser.type_text("Typed over");
    dialog.textbox("Name of the assessment").expect_value("Typed over");
    dialog.textbox("Name of the assessment").fill(" ");
    dialog.button("Rename").click();
    dialog.expect_text("Enter a name.");
    dialog.textbox("Name of the assessment").fill("Beta 2027");
    browser.press("Enter");
    dialog.expect_gone();
    browser.link("Acme 2026").expect_gone();
    browser.heading("Your assessments").expect_focused();
    browser.link("Beta 2027").click();
    browser.heading("Beta 2027").expect_shown();
}

pub fn duplicate(browser: &Browser) {
    begin_at_item(browser, "4.1");
    rate(browser, "Partly");
    expect_kept(browser);
    go_home(browser);
    browser.button("Duplicate Acme 2026").click();
    browser.heading("Acme 2026 (copy)").expect_shown();
    browser.region("Whole assessment").expect_text("33% conformity");
    go_home(browser);
    browser.link("Acme 2026").expect_shown();
    browser.link("Acme 2026 (copy)").expect_shown();
}

pub fn delete_and_restore(browser: &Browser) {
    begin(browser, "Acme 2026");
    go_home(browser);
    browser.button("Delete Acme 2026").click();
    messages(browser).expect_text("“Acme 2026” is deleted.");
    browser.link("Acme 2026").expect_gone();
    browser.button("Undo delete").click();
    browser.link("Acme 2026").expect_shown();
    browser.button("Undo delete").expect_gone();
    browser.heading("Your assessments").expect_focused();

    browser.button("Delete Acme 2026").click();
    browser.link("Acme 2026").expect_gone();
    browser.reload();
    browser.disclosure("Deleted assessments").click();
    browser.button("Restore Acme 2026").click();
    browser.link("Acme 2026").click();
    browser.heading("Acme 2026").expect_shown();
}

pub fn the_page_of_a_deleted_one_restores_it(browser: &Browser) {
    let overview = begin(browser, "Acme 2026");
    go_home(browser);
    browser.button("Delete Acme 2026").click();
    browser.open(&overview);
    browser.heading("This assessment can’t be opened").expect_shown();
    browser.only("main").expect_text("This assessment is among the deleted ones.");
    browser.button("Download it as it is").expect_gone();
    browser.button("Restore").click();
    browser.heading("Acme 2026").expect_shown();

    browser.open("#/a/nowhere");
    browser.only("main").expect_text("There is no such assessment in this browser.");
    browser.button("Download it as it is").expect_gone();
    browser.button("Restore").expect_gone();
}

pub fn erase_for_good(browser: &Browser) {
    begin(browser, "Acme 2026");
    go_home(browser);
    browser.button("Delete Acme 2026").click();
    browser.disclosure("Deleted assessments").click();
    browser.button("Erase for good Acme 2026").click();
    browser.dialog("Erase for good?").expect_text("“Acme 2026” will be gone from this browser.");
    browser.dialog("Erase for good?").button("Cancel").expect_focused();
    browser.press("Enter");
    browser.dialog("Erase for good?").expect_gone();
    browser.button("Erase for good Acme 2026").click();
    browser.dialog("Erase for good?").button("Erase").click();
    browser.button("Undo delete").expect_gone();
    browser.disclosure("Deleted assessments").expect_gone();
    browser.reload();
    browser.heading("How far from ISO/IEC 27001 are you?").expect_shown();
    browser.disclosure("Deleted assessments").expect_gone();
}

pub fn a_name_is_asked_for(browser: &Browser) {
    browser.open("");
    browser.textbox("Name of the assessment").fill(" ");
    browser.button("Start the full analysis").click();
    browser.textbox("Name of the assessment").expect_focused();
    browser.region("Full gap analysis").expect_text("Enter a name.");
    browser.expect_place("");
}
