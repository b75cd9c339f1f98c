//! Documents and records: how far they are, where, and whose turn it is.

use serde_json::json;

use super::result::open_rated;
use crate::browser::Browser;
use crate::locator::{Find, Locator};

const SCOPE: &str = "Scope of the ISMS";
const POLICY: &str = "Overall information security policy";

#[track_caller]
fn documents(browser: &Browser) -> String {
    let excluded = json!({ "applicability": { "excluded": { "justification": "No suppliers" } } });
    let answers = json!({ "answers": { "A.5.10": excluded } });
    let overview = open_rated(browser, "", &answers);
    browser.open(&format!("{overview}/documents"));
    browser.heading("Documents").expect_shown();
    browser.heading("Required by the clauses (18)").expect_shown();
    overview
}

fn state<'b>(browser: &'b Browser, document: &str) -> Locator<'b> {
    browser.group(format!("State of {document}").as_str())
}

/// A state is marked where the row stands; a mandatory document that is missing becomes a finding.
pub fn states_are_marked_and_what_lacks_is_found(browser: &Browser) {
    let overview = documents(browser);
    let page = browser.only("main");
    page.expect_text("Required by the clauses: 0 of 18 in place");
    state(browser, SCOPE).radio("Not looked at").expect_checked();
    state(browser, SCOPE).radio("In place").click();
    page.expect_text("Required by the clauses: 1 of 18 in place");
    state(browser, POLICY).radio("Missing").click();
    page.expect_text("An auditor would probably call this a finding.");
    browser.expect_accessible();

    // A row stays while it is changed.
    browser.combobox("State").choose("Missing");
    page.expect_text("1 of 66 documents and records");
    state(browser, SCOPE).expect_gone();
    state(browser, POLICY).radio("Draft").click();
    state(browser, POLICY).radio("Draft").expect_checked();
    page.expect_text("1 of 66 documents and records");
    browser.button("Clear filters").click();
    state(browser, SCOPE).expect_shown();

    browser.open(&format!("{overview}/findings"));
    browser.heading("Minor nonconformities (1)").expect_shown();
    browser.only("main").expect_text(&format!("“{POLICY}” is only a draft."));
    browser.button("Undo").click();
    browser.heading("Major nonconformities (1)").expect_shown();
    browser.only("main").expect_text(&format!("“{POLICY}” is missing."));
    browser.link("In the list of documents").click();
    browser.heading("Documents").expect_shown();
}

/// What is written of a document is saved while it is typed, and told in its row.
pub fn where_it_is_and_who_keeps_it(browser: &Browser) {
    let overview = documents(browser);
    browser.disclosure(format!("What it contains, where it is: {SCOPE}").as_str()).click();
    let page = browser.only("main");
    page.expect_text("Where auditors look");
    let fields = browser.group(SCOPE);
    fields.textbox("Link or place").type_text("Intranet, ISMS");
    fields.textbox("Link or place").expect_focused();
    fields.combobox("Owner").type_text("Jane Doe");
    fields.combobox("Owner").expect_focused();
    browser.script(
        "const field = document.getElementById('review-isms-scope');
         field.value = '2020-02-29';
         field.dispatchEvent(new Event('change', { bubbles: true }));",
        vec![],
    );
    page.expect_text("Intranet, ISMS Owner: Jane Doe Review was due Feb 29, 2020");
    browser.expect_accessible();
    browser.combobox("State").choose("Review is due");
    page.expect_text("1 of 66 documents and records");
    browser.open(&format!("{overview}/documents"));
    page.expect_text("Owner: Jane Doe");
}

/// What belongs to a control follows the Statement of Applicability.
pub fn an_excluded_control_needs_none(browser: &Browser) {
    documents(browser);
    let page = browser.only("main");
    page.expect_text("Not needed: A.5.10 is excluded in your Statement of Applicability.");
    browser.combobox("State").choose("Not needed");
    page.expect_text("1 of 66 documents and records");
    browser.combobox("Kind").choose("Records, kept as proof");
    page.expect_text("Nothing fits");
    browser.resize(360, 800);
    browser.expect_accessible();
}
