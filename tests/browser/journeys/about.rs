//! Facts about the organisation.

use serde_json::json;

use super::steps::{assessment_in, begin};
use crate::browser::Browser;
use crate::locator::{Find, starting_with};

fn saved_facts(browser: &Browser) -> serde_json::Value {
    browser.button("Save file").click();
    assessment_in(&browser.saved_file())["facts"].take()
}

pub fn facts_are_kept_as_they_are_typed(browser: &Browser) {
    let overview = begin(browser, "Acme 2026");
    browser.link("About").click();
    browser.textbox("Name of the organisation").type_text("Acme");
    browser.textbox("People who work there").type_text("1,200");
    browser.role("option", "Health and care").click();
    browser.textbox("What the assessment covers").type_text("All sites");
    browser.textbox("What the assessment covers").expect_value("All sites");
    browser.checkbox("We must meet laws, regulations and contracts").click();
    // Each engine has keys of its own for a date.
    browser.script(
        "const field = document.getElementById('target');
         field.value = '2027-06-30';
         field.dispatchEvent(new Event('input', { bubbles: true }));",
        vec![],
    );
    browser.textbox("Name of the organisation").expect_value("Acme");
    browser.expect_accessible();
    let facts = saved_facts(browser);
    let expected = json!({
        "organisation": "Acme",
        "people": 1200,
        "sector": "health",
        "scope": "All sites",
        "reasons": ["duties"],
        "target": "2027-06-30",
    });
    assert_eq!(facts, expected);
    browser.reload();
    browser.textbox("People who work there").expect_value("1200");
    browser.checkbox("We must meet laws, regulations and contracts").expect_checked();
    browser.link("Continue").click();
    browser.expect_place(&overview);
}

pub fn a_wrong_head_count_is_told_beside_the_field(browser: &Browser) {
    begin(browser, "Acme 2026");
    browser.link("About").click();
    let people = browser.textbox("People who work there");
    people.type_text("0");
    browser.textbox("Name of the organisation").click();
    browser.only("main").expect_text("Enter one number from 1 to 1,000,000");
    people.expect_value("0");
    browser.expect_accessible();
    assert_eq!(saved_facts(browser), json!(null));
    people.fill("80");
    browser.textbox("Name of the organisation").type_text("Acme");
    assert_eq!(saved_facts(browser), json!({ "organisation": "Acme", "people": 80 }));
}

/// What is plain is read, and shown as it was read; what isn't is asked about before going on.
pub fn a_head_count_is_read_or_asked_about(browser: &Browser) {
    let overview = begin(browser, "Acme 2026");
    browser.link("About").click();
    let people = browser.textbox("People who work there");
    people.type_text("about 1,200 people");
    browser.textbox("Name of the organisation").click();
    people.expect_value("1200");
    assert_eq!(saved_facts(browser), json!({ "people": 1200 }));

    people.fill("80 to 100");
    // WebKitGTK's driver is ready before the last key has arrived.
    people.expect_value("80 to 100");
    browser.link("Continue").click();
    browser.region("There is a problem").expect_focused();
    people.expect_value("80 to 100");
    browser.expect_place(&format!("{overview}/about"));
    browser.expect_accessible();
    browser.region("There is a problem").button(starting_with("Enter one number")).click();
    people.expect_focused();
    people.fill("90");
    people.expect_value("90");
    browser.link("Continue").click();
    browser.expect_place(&overview);
}

/// One field is one step.
pub fn undo_takes_a_field_back(browser: &Browser) {
    begin(browser, "Acme 2026");
    browser.link("About").click();
    browser.textbox("Name of the organisation").type_text("Acme");
    // WebKitGTK's driver is ready before the last key has arrived.
    browser.textbox("Name of the organisation").expect_value("Acme");
    browser.textbox("People who work there").type_text("80");
    browser.textbox("People who work there").expect_value("80");
    browser.button("Undo").click();
    browser.textbox("People who work there").expect_value("");
    browser.textbox("Name of the organisation").expect_value("Acme");
    browser.button("Undo").click();
    browser.textbox("Name of the organisation").expect_value("");
    browser.button("Redo").click();
    browser.textbox("Name of the organisation").expect_value("Acme");
}
