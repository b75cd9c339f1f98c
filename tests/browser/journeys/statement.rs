//! The Statement of Applicability: drafting, deciding, putting right, and controls of one's own.

use std::fs;

use serde_json::{Value, json};

use super::result::open_rated;
use super::steps::{assessment_in, messages, open_file, wipe};
use crate::browser::Browser;
use crate::locator::{Find, Locator, starting_with};

const THREATS: &str = "A.5.7 Threat intelligence";

/// Opens the statement of an assessment in which one risk calls for A.5.2 and A.5.7.
#[track_caller]
fn statement(browser: &Browser, ratings: &str) {
    let risks = json!({ "r1": {
        "number": 1,
        "title": "Stolen laptop",
        "controls": [{ "control": "A.5.2" }, { "control": "A.5.7" }],
    }});
    let overview = open_rated(browser, ratings, &json!({ "risks": risks }));
    browser.open(&format!("{overview}/statement"));
    browser.heading("Statement of Applicability").expect_shown();
}

fn editor<'b>(browser: &'b Browser, control: &str) -> Locator<'b> {
    browser.group(control)
}

#[track_caller]
fn decide(editor: &Locator<'_>, decision: &str) {
    editor.radio(decision).click();
    editor.radio(decision).expect_checked();
}

#[track_caller]
fn saved(browser: &Browser) -> Value {
    browser.button("Save file").click();
    assessment_in(&browser.saved_file())
}

/// What speaks for a control is proposed, nothing else; a person confirms it.
pub fn it_is_drafted_and_confirmed(browser: &Browser) {
    // Risks call for A.5.2 and A.5.7; A.5.1 is in place, A.5.3 isn't.
    statement(browser, "A.5.1=F A.5.2=N A.5.3=N");
    let page = browser.only("main");
    page.expect_text("Decided 0 of 93");
    page.expect_text("Not complete yet: 93 controls");
    browser.button("Draft it for me").click();
    let panel = browser.region("What would be proposed");
    panel.expect_focused();
    panel.expect_text("2 as applicable for risk treatment");
    panel.expect_text("1 as applicable by best practice");
    panel.expect_text("90 stay open");
    browser.expect_accessible();
    panel.button("Propose these").click();
    page.expect_text("Decided 3 of 93");
    browser.only("status").expect_text("Proposed: 3.");

    browser.button("Confirm A.5.1").click();
    browser.button("Edit A.5.1").expect_focused();
    browser.button("Confirm A.5.1").expect_gone();
    browser.button("Confirm all that are shown (2)").click();
    browser.button("Confirm A.5.2").expect_gone();
    page.expect_text("Not complete yet: 90 controls");
    // In place, and nothing proves it.
    browser.button("In place, but nothing proves it (1)").expect_shown();

    browser.button("Undo").click();
    browser.button("Confirm A.5.2").expect_shown();
    browser.button("Confirm A.5.1").expect_gone();
    browser.button("Undo").click();
    browser.button("Undo").click();
    page.expect_text("Decided 0 of 93");
}

/// An exclusion without a justification is an error; one that a risk speaks against is told of.
pub fn an_exclusion_needs_a_justification(browser: &Browser) {
    statement(browser, "");
    browser.button("Edit A.5.7").click();
    let row = editor(browser, THREATS);
    row.expect_focused();
    row.expect_text("Called for by R1");
    decide(&row, "Excluded");
    row.expect_text("Write a justification");
    row.expect_text("Excluded, though a risk needs it.");
    browser.button("Excluded without a justification (1)").expect_shown();
    browser.expect_accessible();
    row.textbox("Why does it not apply?").type_text("A partner does it");
    browser.button("Excluded without a justification (1)").expect_gone();
    browser.only("main").expect_text("Decided 1 of 93 Applicable 0 Excluded 1");

    // The mistake leads to its row.
    browser.button("Excluded, though a risk needs it (1)").click();
    browser.only("main").expect_text("1 of 93 controls");
    browser.button("Edit A.5.6").expect_gone();

    // What is put right stays where it is; what was written stays at hand.
    decide(&row, "Applicable");
    row.expect_text("Tick at least one reason");
    row.checkbox("Risk treatment").click();
    row.textbox("Why, in your own words").type_text("R1");
    row.textbox("How it is put into practice").type_text("Weekly reports");
    row.button("Close").click();
    browser.button("Edit A.5.7").expect_focused();
    browser.only("main").expect_text("Risk treatment R1");
    browser.button("Clear filters").click();
    browser.button("Edit A.5.6").expect_shown();
    let answer = saved(browser).pointer("/answers/A.5.7").cloned().expect("an answer");
    assert_eq!(
        answer,
        json!({
            "inclusion": { "reasons": ["risk"], "why": "R1" },
            "implementation": "Weekly reports",
        })
    );
    browser.button("Edit A.5.7").click();
    for _ in 0..4 {
        browser.button("Undo").click();
    }
    row.textbox("Why does it not apply?").expect_value("A partner does it");
}

/// A control that the annex doesn't have: named, decided, rated, proved, deleted and had back.
pub fn a_control_of_ones_own(browser: &Browser) {
    statement(browser, "");
    browser.button("Add a control of your own").click();
    let row = editor(browser, "C1");
    row.textbox("Title of the control").expect_focused();
    row.textbox("Title of the control").type_text("Yard escort");
    let row = editor(browser, "C1 Yard escort");
    row.checkbox("It makes incidents less likely").click();
    row.combobox("How far is it in place?").choose("Fully");
    decide(&row, "Applicable");
    row.checkbox("Contract").click();
    browser.only("main").expect_text("Decided 1 of 94");
    browser.button("In place, but nothing proves it (1)").expect_shown();
    row.button("Add evidence").click();
    row.group("Evidence 1").textbox("Name").type_text("Visitor book");
    browser.button("In place, but nothing proves it (1)").expect_gone();
    browser.expect_accessible();
    row.button("Close").click();

    let own = saved(browser).get("own_controls").cloned().expect("own controls");
    let own = own.as_object().and_then(|own| own.values().next()).expect("a control");
    assert_eq!(own.get("number"), Some(&json!(1)));
    assert_eq!(own.pointer("/answer/inclusion/reasons"), Some(&json!(["contractual"])));
    assert_eq!(own.pointer("/answer/rating"), Some(&json!("F")));

    browser.button("Edit C1").click();
    row.button("Delete this control").click();
    messages(browser).expect_text("C1 Yard escort is deleted");
    browser.button("Add a control of your own").expect_focused();
    browser.button("Edit C1").expect_gone();
    browser.only("main").expect_text("Decided 0 of 93");
    browser.button("Undo").click();
    browser.button("Edit C1").expect_shown();
    browser.only("main").expect_text("Yard escort");
}

pub fn many_are_decided_as_one_step(browser: &Browser) {
    statement(browser, "");
    for control in ["A.5.1", "A.5.2"] {
        browser.checkbox(format!("Select {control}").as_str()).click();
    }
    let bar = browser.region("Selected controls: 2");
    bar.combobox("Reason to add").choose("Contract");
    bar.button("Apply").click();
    bar.expect_text("Items changed: 2.");
    browser.only("main").expect_text("Decided 2 of 93 Applicable 2");

    bar.combobox("What to change").choose("Decide: excluded");
    bar.button("Apply").click();
    bar.expect_text("Write a justification");
    bar.textbox("Why do they not apply?").expect_focused();
    browser.expect_accessible();
    bar.textbox("Why do they not apply?").type_text("Not ours");
    bar.button("Apply").click();
    browser.only("main").expect_text("Decided 2 of 93 Applicable 0 Excluded 2");
    bar.button("Undo Items changed: 2.").click();
    bar.heading("Selected controls: 2").expect_focused();
    bar.button(starting_with("Undo ")).expect_gone();
    browser.only("main").expect_text("Decided 2 of 93 Applicable 2 Excluded 0");
    browser.button("Undo").click();
    browser.only("main").expect_text("Decided 0 of 93");

    bar.combobox("What to change").choose("Owner");
    bar.combobox("New value").type_text("Jane Doe");
    bar.button("Apply").click();
    bar.button("Clear selection").click();
    bar.expect_gone();

    // What isn't seen is no longer ticked.
    browser.checkbox("Select A.5.2").click();
    browser.role("searchbox", "Words").type_text("jane POLICIES");
    browser.only("main").expect_text("1 of 93 controls");
    browser.checkbox("Select A.5.1").expect_unchecked();
    browser.region("Selected controls: 1").expect_gone();
    browser.combobox("Theme").choose("A.8 Technological controls");
    browser.only("main").expect_text("Nothing fits");
}

/// The head is kept, and the rows are cards where there is little room.
pub fn on_a_small_screen(browser: &Browser) {
    statement(browser, "A.5.7=L");
    browser.resize(360, 800);
    browser.textbox("Version").type_text("1.0");
    browser.textbox("Approved by").type_text("Jane Doe");
    browser.button("Edit A.5.7").click();
    editor(browser, THREATS).expect_text("Largely");
    let wider = "return document.documentElement.scrollWidth > innerWidth";
    assert_eq!(browser.script(wider, vec![]), false, "nothing is wider than the page");
    browser.expect_accessible();
    editor(browser, THREATS).button("Next control").click();
    editor(browser, "A.5.8 Information security in project management").expect_focused();
    let head = saved(browser).get("statement").cloned();
    assert_eq!(head, Some(json!({ "version": "1.0", "approver": "Jane Doe" })));
}

/// A file of a newer program shows everything and lets nothing be changed, on all three pages.
pub fn nothing_changes_that_is_read_only(browser: &Browser) {
    statement(browser, "A.5.1=F A.5.7=L 4.1=N");
    browser.button("Save file").click();
    let text = fs::read_to_string(browser.saved_file()).expect("text");
    let newer = text.replace("\"version\":1,\"app\"", "\"version\":2,\"app\"");
    assert_ne!(newer, text, "the version begins the file");
    browser.open("");
    wipe(browser);
    browser.reload();
    open_file(browser, &browser.write_file("newer.plumbline.json", &newer));
    browser.only("banner").expect_text("Read-only");
    let overview = browser.place();

    browser.open(&format!("{overview}/statement"));
    browser.textbox("Version").expect_disabled();
    browser.button("Draft it for me").expect_disabled();
    browser.button("Add a control of your own").expect_disabled();
    browser.checkbox("Select A.5.1").expect_disabled();
    browser.button("Edit A.5.7").click();
    editor(browser, THREATS).radio("Applicable").expect_disabled();
    editor(browser, THREATS).textbox("How it is put into practice").expect_disabled();
    editor(browser, THREATS).button("Close").click();
    browser.button("Edit A.5.7").expect_focused();

    browser.open(&format!("{overview}/documents"));
    browser.group("State of Scope of the ISMS").radio("In place").expect_disabled();
    browser.group("Scope of the ISMS").textbox("Link or place").expect_disabled();

    browser.open(&format!("{overview}/findings"));
    browser.button(starting_with("Change the grade of 4.1 ")).expect_disabled();
    browser.button(starting_with("Plan an action for 4.1 ")).expect_gone();
}
