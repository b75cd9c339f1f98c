//! Findings: by grade, graded otherwise with a reason, and taken into the plan.

use serde_json::json;

use super::result::open_rated;
use super::steps::{ITEM_4_1, assessment_in};
use crate::browser::Browser;
use crate::locator::{Find, starting_with};

/// 4.1 is a major finding, three of clause 6 make a major one of the clause.
const RATED: &str = "4.1=N 6.1.1=P 6.1.2=P 6.2=P 7.2=L 7.1=?";

#[track_caller]
fn findings(browser: &Browser, more: &serde_json::Value) -> String {
    let overview = open_rated(browser, RATED, more);
    browser.open(&format!("{overview}/findings"));
    browser.heading("Findings").expect_shown();
    overview
}

/// Each under what its grade means, with the reason and the way to its place.
pub fn they_are_told_by_grade(browser: &Browser) {
    let overview = findings(browser, &json!({}));
    let page = browser.only("main");
    browser.heading("Major nonconformities (2)").expect_shown();
    browser.heading("Minor nonconformities (3)").expect_shown();
    browser.heading("Opportunities for improvement (1)").expect_shown();
    page.expect_text("No certificate is issued until it is closed");
    page.expect_text("In 6 Planning, 3 of 5 requirements are only partly in place");
    page.expect_text("Not verified: nobody could tell (1)");
    page.expect_text("Not assessed: nobody has looked (117)");
    browser.expect_accessible();

    browser.combobox("Clause or theme").choose("6 Planning");
    page.expect_text("4 of 6 findings");
    browser.link(ITEM_4_1).expect_gone();
    browser.combobox("Grade").choose("Minor nonconformity");
    page.expect_text("3 of 6 findings");
    browser.heading("Major nonconformities (1)").expect_gone();
    browser.combobox("Clause or theme").choose("A.5 Organizational controls");
    page.expect_text("No finding fits these filters.");
    browser.button("Clear filters").click();
    browser.link(ITEM_4_1).click();
    browser.heading(starting_with("4.1 ")).expect_shown();
    browser.open(&format!("{overview}/findings"));
    browser.link("7.1 Resources").click();
    browser.heading(starting_with("7.1 ")).expect_shown();
}

/// The computed grade stays beside the assessor's, who has to give a reason.
pub fn the_assessor_grades_with_a_reason(browser: &Browser) {
    let overview = findings(browser, &json!({}));
    let regrade = format!("Change the grade of {ITEM_4_1}");
    browser.button(regrade.as_str()).click();
    let dialog = browser.dialog("Grade this finding yourself");
    dialog.expect_text("Computed: Major nonconformity.");
    dialog.combobox("Grade").choose("Minor nonconformity");
    dialog.button("Set the grade").click();
    dialog.expect_text("Write a reason");
    dialog.textbox("Why this grade?").expect_focused();
    browser.expect_accessible();
    dialog.textbox("Why this grade?").type_text("Half of it is there");
    dialog.button("Set the grade").click();
    dialog.expect_gone();
    browser.button(regrade.as_str()).expect_focused();
    browser.heading("Major nonconformities (1)").expect_shown();
    browser.heading("Minor nonconformities (4)").expect_shown();
    browser.only("main").expect_text(
        "Graded “Minor nonconformity” by the assessor (computed: “Major nonconformity”): \
         Half of it is there",
    );
    browser.button("Save file").click();
    let saved = assessment_in(&browser.saved_file());
    let kept = json!({ "item.4.1": { "grade": "minor", "computed": "major", "reason": "Half of it is there" } });
    assert_eq!(saved.get("regraded"), Some(&kept));

    browser.button(format!("Take back your grade of {ITEM_4_1}").as_str()).click();
    browser.heading("Major nonconformities (2)").expect_shown();
    browser.button("Undo").click();
    browser.heading("Major nonconformities (1)").expect_shown();

    // The same dialog, left without a change.
    browser.button(regrade.as_str()).click();
    dialog.textbox("Why this grade?").expect_value("Half of it is there");
    dialog.button("Cancel").click();
    dialog.expect_gone();
    browser.button(regrade.as_str()).expect_focused();

    // Readiness goes by the assessor's grade, and says so.
    browser.open(&format!("{overview}/readiness"));
    browser.only("main").expect_text(&format!("so not counted here: {ITEM_4_1}."));
    browser.heading("Probable major nonconformities (1)").expect_shown();
}

/// An action for a clause closes all gaps in it.
pub fn one_is_taken_into_the_plan(browser: &Browser) {
    let overview = findings(browser, &json!({}));
    browser.button("Plan an action for 6 Planning").click();
    browser.link("Actions").expect_shown();
    assert!(browser.place().ends_with("/plan"), "{}", browser.place());
    browser.open(&format!("{overview}/findings"));
    // The clause and its three requirements.
    browser.button("Plan an action for 6 Planning").expect_gone();
    browser.button(starting_with("Plan an action for 6.1.2 ")).expect_gone();
    browser.button(format!("Plan an action for {ITEM_4_1}").as_str()).expect_shown();
    browser.only("main").expect_text("In the plan: P1");
    browser.button("Save file").click();
    let saved = assessment_in(&browser.saved_file());
    let plan = saved.get("plan").and_then(|plan| plan.as_object()).expect("a plan");
    let action = plan.values().next().expect("an action");
    assert_eq!(action.get("title"), Some(&json!("Close 6.1.1, 6.1.2, 6.2")));
    assert_eq!(action.get("items"), Some(&json!(["6.1.1", "6.1.2", "6.2"])));
}

pub fn a_quick_check_says_what_it_rests_on(browser: &Browser) {
    findings(browser, &json!({ "selection": "quick" }));
    browser.only("main").expect_text("part of the questions only: 25 of 123 are asked");
    browser.expect_accessible();
}
