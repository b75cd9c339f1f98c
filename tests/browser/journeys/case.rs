//! A case company, from an empty assessment to a complete Statement of Applicability and a plan.

use serde_json::Value;

use super::steps::{assessment_in, begin, messages};
use crate::browser::Browser;
use crate::locator::{Find, starting_with};

const COMPANY: &str = "Vossgard Packaging Machines";
const RANSOMWARE: &str = "Ransomware stops the business";

pub fn from_nothing_to_statement_and_plan(browser: &Browser) {
    let overview = begin(browser, COMPANY);
    tell_of_the_company(browser);
    rate_everything(browser);
    record_risks(browser);
    complete_the_statement(browser, &overview);
    plan(browser, &overview);

    browser.button("Save file").click();
    let saved = assessment_in(&browser.saved_file());
    let of = |field: &str| saved[field].as_object().map_or(0, serde_json::Map::len);
    assert_eq!((of("risks"), of("plan")), (3, 2));
    let answers = saved["answers"].as_object().expect("answers");
    let decided = |answer: &&Value| {
        answer.get("inclusion").is_some() || answer.pointer("/applicability/excluded").is_some()
    };
    assert_eq!(answers.values().filter(decided).count(), 93);
}

fn tell_of_the_company(browser: &Browser) {
    browser.link("About").click();
    browser.textbox("Name of the organisation").type_text(COMPANY);
    browser.textbox("People who work there").type_text("400");
    browser.role("option", "Industry and manufacturing").click();
    browser.link("Continue").click();
    browser.heading(COMPANY).expect_shown();
}

/// Everything is largely in place, but for two items.
fn rate_everything(browser: &Browser) {
    browser.link("All items").click();
    browser.button("Select all 123").click();
    let bar = browser.region("Selected items: 123");
    bar.combobox("New value").choose("Largely");
    bar.button("Apply").click();
    browser.only("main").expect_text("123 of 123 looked at");
    bar.button("Clear selection").click();
    for (item, level) in [("5.2 Policy", "Not in place"), ("A.8.13 Information backup", "Partly")] {
        let row = browser.group(item);
        row.radio(level).click();
        row.radio(level).expect_checked();
    }
}

fn record_risks(browser: &Browser) {
    browser.link("Treat risks").click();
    browser.button("Add from the library").click();
    let library = browser.region("Scenario library");
    for scenario in
        [RANSOMWARE, "A phished password opens a mailbox", "Fraudsters divert a large payment"]
    {
        library.checkbox(scenario).click();
    }
    library.button("Add all ticked").click();
    messages(browser).expect_text("Added to the register: 3.");
    library.button("Close the library").click();
    browser.link(RANSOMWARE).click();
    browser.group("How likely would it be?").radio("Frequent").click();
    browser.group("How bad would it be?").radio("Severe").click();
    browser.combobox("Risk owner").type_text("Head of IT");
    browser.group("What is done about it?").radio(starting_with("Modify")).click();
    // Its controls are largely in place, so it is lower today than it would be without them.
    let levels = browser.region("How high it is");
    levels.expect_text("Without controls Very high");
    levels.expect_text("Today High");
}

fn complete_the_statement(browser: &Browser, overview: &str) {
    browser.open(&format!("{overview}/statement"));
    let page = browser.only("main");
    page.expect_text("Decided 0 of 93");
    browser.button("Draft it for me").click();
    browser.region("What would be proposed").button("Propose these").click();
    page.expect_text("Decided 93 of 93");
    browser.button("Confirm all that are shown (93)").click();
    browser.button("Edit A.8.30").click();
    let row = browser.group("A.8.30 Outsourced development");
    row.radio("Excluded").click();
    page.expect_text("Not complete yet: 1 control");
    row.textbox("Why does it not apply?").type_text("Nothing is developed for us");
    page.expect_text("Complete: every control is decided");
    page.expect_text("Applicable 92 Excluded 1");
    browser.expect_accessible();
}

fn plan(browser: &Browser, overview: &str) {
    browser.open(&format!("{overview}/plan"));
    let first = browser.region("What to do first");
    first.expect_text("Blocks stage 1 Major nonconformity 6 for the finding");
    first.checkbox("Tick 5.2 Policy").click();
    first.checkbox("Tick A.8.13 Information backup").click();
    first.button("An action for each").click();
    messages(browser).expect_text("2 actions are planned.");
    let what_if = browser.region("What if");
    what_if.checkbox(starting_with("P1 ")).click();
    // Of 123 items one is excluded: 120 × 2/3 + 0 + 1/3 of 122, and one whole more.
    let table = what_if.role("table", "What if");
    table.expect_text("Conformity 66% 67% +1 point");
    table.expect_text("Major nonconformity 1 0 −1");
    browser.open(&format!("{overview}/steps"));
    browser.heading("Ten steps").expect_shown();
    browser.expect_accessible();
}
