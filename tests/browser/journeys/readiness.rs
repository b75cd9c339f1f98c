//! Readiness for the audit.

use serde_json::json;

use super::result::open_rated;
use super::steps::assessment_in;
use crate::browser::Browser;
use crate::locator::{Find, starting_with};

/// Opens the page of an assessment with these ratings.
#[track_caller]
fn open(browser: &Browser, ratings: &str, more: &serde_json::Value) -> String {
    let overview = open_rated(browser, ratings, more);
    browser.open(&format!("{overview}/readiness"));
    browser.heading("Readiness").expect_shown();
    overview
}

/// Types a day as a person does: each engine has keys of its own for that.
#[track_caller]
fn enter_target(browser: &Browser, day: &str) {
    browser.script(
        "const field = document.getElementById('target');
         field.value = arguments[0];
         field.dispatchEvent(new Event('input', { bubbles: true }));",
        vec![day.into()],
    );
}

pub fn blockers_lead_to_their_place(browser: &Browser) {
    let risk = json!({ "number": 1, "title": "Ransomware", "likelihood": 4, "impact": 4 });
    let documents = json!({ "isms-scope": { "state": "missing" } });
    let more = json!({ "risks": { "r1": risk }, "documents": documents });
    let overview = open(browser, "4.1=P 4.2=F 4.3=? 5.2=N A.5.7=?", &more);
    let page = browser.only("main");
    page.expect_text("Not ready for the audit yet");
    page.expect_text("neither an audit nor a certificate");
    // 4.1, 4.3 and 5.2 are below "Largely"; 93 controls are undecided.
    browser.heading("Requirements (3)").expect_shown();
    browser.disclosure("Statement of Applicability (93)").expect_shown();
    page.expect_text(
        "4.1 Understanding the organization and its context Less than largely in place",
    );
    // Nothing is said of what is done about it, by whom, and who accepts it: one risk, three things.
    browser.heading("Risks (1)").expect_shown();
    page.expect_text(
        "R1 Ransomware Nobody has said what is done about it. Nobody answers for it. Nobody has \
         accepted what remains of it.",
    );
    browser.expect_accessible();

    browser.link(starting_with("4.1 ")).click();
    browser.heading(starting_with("4.1 ")).expect_shown();
    browser.back();
    browser.disclosure("Statement of Applicability (93)").click();
    let rows = browser.role("list", "Statement of Applicability (93)");
    rows.link(starting_with("A.5.1 ")).click();
    browser.expect_place(&format!("{overview}/statement"));
    // At its row, which is open.
    browser.group("A.5.1 Policies for information security").expect_focused();
    browser.expect_accessible();
    browser.back();
    let majors = browser.role("list", "Probable major nonconformities (2)");
    majors.link("5.2 Policy").click();
    browser.expect_place(&format!("{overview}/item/5.2"));
    browser.back();
    browser.link("R1 Ransomware").click();
    browser.expect_place(&format!("{overview}/risk/r1"));
    browser.back();
    browser.disclosure("Records (9)").click();
    page.expect_text("Management review minutes Nobody has looked yet.");
    browser.disclosure("Documents (9)").click();
    page.expect_text("Scope of the ISMS It is missing.");
    browser.link("Management review minutes").click();
    browser.expect_place(&format!("{overview}/documents"));
    browser.heading("Management review minutes").expect_focused();
    browser.group("Management review minutes").textbox("Link or place").expect_shown();
    browser.expect_accessible();
    // Whoever comes by another way begins at the top.
    browser.back();
    browser.heading("Readiness").expect_focused();
    browser.link("Treat risks").click();
    browser.link("Documents").click();
    browser.heading("Documents").expect_focused();
}

pub fn a_quick_check_is_not_judged(browser: &Browser) {
    open(browser, "4.3=F", &json!({ "selection": "quick" }));
    let page = browser.only("main");
    page.expect_text("Not judged here");
    browser.expect_accessible();
    browser.button("Continue with the full analysis").click();
    page.expect_text("Not ready for the audit yet");
}

pub fn the_way_on_a_calendar(browser: &Browser) {
    open(browser, "4.1=P", &json!({ "facts": { "people": 80 } }));
    let page = browser.only("main");
    page.expect_text("Enter that day, and the steps stand here on a calendar.");
    enter_target(browser, "2099-12-31");
    let table = browser.role("table", "The ten steps with their weeks and their latest days");
    // 3 + 4 + 3 + 4 + 6 + 16 + 3 + 5 + 6 + 11 weeks.
    page.expect_text("the steps that are open take 61 weeks");
    page.expect_text("The estimates are those for this size: About 100 (you have 80).");
    page.expect_text("First surveillance audit: within 12 months, by Dec 31, 2100.");
    // Eleven weeks before: 77 days.
    table.expect_text("Estimate: 6 to 11 weeks Oct 15, 2099 Dec 31, 2099");
    browser.expect_accessible();

    let weeks = browser.role("spinbutton", "Weeks for step 10 Certification audit");
    weeks.fill("500");
    browser.press("Tab");
    page.expect_text("Enter whole weeks from 0 to 104.");
    page.expect_text("the steps that are open take 61 weeks");
    weeks.fill("2");
    browser.press("Tab");
    table.expect_text("Estimate: 6 to 11 weeks Dec 17, 2099 Dec 31, 2099");
    page.expect_text("the steps that are open take 52 weeks");
    browser.button("Save file").click();
    let saved = assessment_in(&browser.saved_file());
    assert_eq!(saved.get("weeks"), Some(&json!({ "10": 2 })));
    browser.button("Take the estimates again").click();
    page.expect_text("the steps that are open take 61 weeks");

    // What is over is told in words.
    enter_target(browser, "2020-06-30");
    page.expect_text("That day is over. Enter a later one");
    browser.heading("After the certificate").expect_gone();
    table.expect_gone();
    browser.resize(360, 800);
    let wider = "return document.documentElement.scrollWidth > innerWidth";
    assert_eq!(browser.script(wider, vec![]), false, "nothing is wider than the page");
    browser.expect_accessible();
}

pub fn audit_days_follow_the_head_count(browser: &Browser) {
    open(browser, "4.1=P", &json!({}));
    let days = browser.region("How long the audit takes");
    browser.disclosure("Statement of Applicability (93)").click();
    days.textbox("People who work there").type_text("80");
    // 22 half days; about a third and two thirds of them, in half days.
    days.expect_text("About 11 audit days for stage 1 and stage 2 together");
    days.expect_text("about a third of that (3.5 days)");
    days.expect_text("about two thirds (7.5 days)");
    days.expect_text("A starting value, no offer");
    // What was unfolded stays so while a person types.
    let rows = browser.role("list", "Statement of Applicability (93)");
    rows.link(starting_with("A.5.1 ")).expect_shown();
    days.textbox("People who work there").fill("1");
    days.expect_text("certification bodies start for one person.");
    days.textbox("People who work there").fill("20000");
    days.expect_text("The starting values at hand end before so many people.");
    browser.expect_accessible();
    days.link("Read how audit days are set").click();
    browser.heading("The way to a certificate").expect_shown();
}
