//! The case companies, to look at.

use std::fs;
use std::path::Path;

use serde_json::Value;

use super::steps::{EVERYTHING, go_home, go_to_item, note, rating};
use crate::browser::Browser;
use crate::locator::Find;

pub fn an_example_opens_filled_in(browser: &Browser) {
    browser.open("");
    browser.region("Look at an example").expect_text("80 people · Health and care");
    browser.button("Open Hollinmoor Clinics").click();
    browser.heading("Result").expect_focused();
    let overview = browser.place().replace("/result", "");
    browser.link("Example: Hollinmoor Clinics").click();
    browser.heading("Example: Hollinmoor Clinics").expect_shown();
    // All that is asked of it is answered.
    browser.region(EVERYTHING).expect_text("Completeness 100%");
    let case = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("packs/iso27001-2022/cases/en/clinic-group.json");
    let case = fs::read_to_string(case).expect("a case");
    let case: Value = serde_json::from_str(&case).expect("JSON");
    go_to_item(browser, &overview, "4.1");
    rating(browser, "Not in place").expect_checked();
    note(browser).expect_value(case["reasons"]["4.1"].as_str().expect("a reason"));
    browser.link("Example: Hollinmoor Clinics").click();
    browser.link("About").click();
    browser.textbox("Name of the organisation").expect_value("Hollinmoor Clinics");
    browser.textbox("What the assessment covers").expect_value(case["scope"].as_str().unwrap());

    // Once more is another one.
    go_home(browser);
    browser.button("Open Hollinmoor Clinics").click();
    browser.heading("Result").expect_focused();
    assert_ne!(browser.place(), format!("{overview}/result"));
    browser.expect_accessible();
}
