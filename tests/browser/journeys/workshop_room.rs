//! A trainer's room: preparing a workshop, letting groups in, paper, deleting it.

use super::steps::messages;
use crate::browser::Browser;
use crate::locator::{Find, starting_with};

const WHO: &str = "Who is in";

/// On a phone and on a laptop, without anything that is wider than the page.
#[track_caller]
fn expect_accessible(browser: &Browser) {
    for width in [320, 1280] {
        browser.resize(width, 900);
        browser.expect_accessible();
        let wider = "return document.documentElement.scrollWidth > innerWidth";
        assert_eq!(browser.script(wider, vec![]), false, "{width}");
    }
}

/// Prepares a workshop over the case company's items to discuss and stands on its hub.
#[track_caller]
fn prepared(browser: &Browser, name: &str) {
    browser.open("#/workshops/new");
    browser.textbox("Name of the workshop (optional)").fill(name);
    browser.radio(starting_with("Hollinmoor Clinics")).click();
    browser.button("Choose these 8 items").click();
    browser.button("Prepare").click();
    browser.heading(name).expect_focused();
}

/// What is wrong is told above and beside, leads to the field, and nothing that was typed is lost.
pub fn faults_lead_to_their_fields(browser: &Browser) {
    browser.open("");
    browser.link("Go to workshops").click();
    browser.heading("Workshops").expect_focused();
    browser.only("main").expect_text("No workshop is kept in this browser yet.");
    expect_accessible(browser);
    browser.link("Prepare a workshop").click();
    browser.heading("Prepare a workshop").expect_focused();
    browser.textbox("How many groups?").fill("13");
    browser.textbox("Minutes for each item (optional)").fill("soon");
    browser.button("Prepare").click();

    let problem = browser.region("There is a problem");
    problem.expect_focused();
    problem.button("Choose at least one item").click();
    browser.role("searchbox", "Find items").expect_focused();
    problem.button(starting_with("Enter how many groups there are, from 1 to 12")).click();
    browser.textbox("How many groups?").expect_focused();
    expect_accessible(browser);

    browser.radio(starting_with("By names of your own")).click();
    browser.textbox("Names of the groups").fill("IT\nSales\nIT");
    browser.textbox("Minutes for each item (optional)").fill("4");
    browser.role("searchbox", "Find items").fill("backup");
    browser.checkbox(starting_with("A.8.13 ")).click();
    browser.button("Prepare").click();
    problem.button("“IT” stands there twice: give each group a name of its own").click();
    browser.textbox("Names of the groups").expect_focused();
    browser.textbox("Names of the groups").fill("IT\n\nSales");

    // Left and come back to.
    browser.link("Workshops").click();
    browser.link("Prepare a workshop").click();
    browser.textbox("Names of the groups").expect_value("IT\n\nSales");
    browser.button("Prepare").click();
    browser.heading(starting_with("Workshop ")).expect_focused();
    browser.only("main").expect_text("1 item · 2 groups · 2 rounds · 4 minutes an item");
    browser.role("rowheader", "Sales").expect_shown();
}

/// A case company's items to discuss in one click, the way in, and who is in.
pub fn a_case_is_prepared(browser: &Browser) {
    prepared(browser, "Spring course");
    browser.only("main").expect_text("8 items · 6 groups · 2 rounds · Hollinmoor Clinics");
    browser.region("Let groups in").expect_text("no phone can open this link");
    browser.role("img", "QR code of the link").expect_shown();
    browser.region(WHO).expect_text("Round 1: 0 of 6 groups");
    browser.role("rowheader", "Turquoise").expect_gone();
    browser.role("rowheader", "Orange").expect_shown();
    expect_accessible(browser);
    browser.button("Show large").click();
    browser.dialog("Scan to join").expect_text("It leads to");
    expect_accessible(browser);
    browser.dialog("Scan to join").button("Close").click();
    browser.link("Open the projector window").expect_shown();

    browser.button("Prepare another one like this").click();
    browser.textbox("Name of the workshop (optional)").expect_value("Spring course");
    browser.radio(starting_with("Hollinmoor Clinics")).expect_checked();
    browser.checkbox(starting_with("A.8.15 ")).expect_checked();
}

/// A sheet for each group, or a blank one.
pub fn the_worksheet_is_there(browser: &Browser) {
    prepared(browser, "Spring course");
    browser.link("Worksheet").click();
    browser.heading("Worksheet").expect_focused();
    browser.role("article", "Worksheet: Red").expect_text("A.8.15");
    browser.role("article", "Worksheet: Orange").expect_shown();
    expect_accessible(browser);
    browser.combobox("Sheets").choose("A blank one");
    browser.role("article", "Worksheet: A blank one").expect_shown();
    browser.role("article", "Worksheet: Red").expect_gone();
}

/// Deleting asks first.
pub fn a_workshop_is_deleted(browser: &Browser) {
    prepared(browser, "Spring course");
    browser.link("Workshops").click();
    browser.only("main").expect_text("0 of 6 groups in");
    browser.button("Delete Spring course").click();
    let question = browser.dialog("Delete this workshop?");
    question.expect_text("This can’t be undone.");
    question.button("Cancel").click();
    browser.link("Spring course").expect_shown();
    browser.button("Delete Spring course").click();
    question.button("Delete for good").click();
    messages(browser).expect_text("“Spring course” is deleted.");
    browser.link("Spring course").expect_gone();
}
