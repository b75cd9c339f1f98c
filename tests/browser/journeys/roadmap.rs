//! The ten steps as the home of the plan.

use serde_json::json;

use super::result::open_rated;
use super::steps::rate;
use crate::browser::Browser;
use crate::locator::{Find, starting_with};

pub fn it_says_what_to_do_now(browser: &Browser) {
    let action = json!({ "number": 1, "title": "Name a sponsor", "items": ["5.1"], "effort": "S" });
    let more = json!({ "plan": { "p1": action }, "weeks": { "1": 7 } });
    let overview = open_rated(browser, "5.1=P 5.3=F 7.1=F", &more);
    browser.open(&format!("{overview}/steps"));
    let now = browser.region("What to do now");
    now.expect_text("Now: bring 5.1 Leadership and commitment further");
    now.expect_text("Step 1, Form the project team and start, is the first that isn’t done.");
    now.expect_text("Planned for it: P1 Name a sponsor");
    let page = browser.only("main");
    page.expect_text("Open items (1)");
    page.expect_text("Your estimate, in weeks: 7");
    page.expect_text("It also waits for: your Statement of Applicability");
    browser.expect_accessible();

    now.link("Open 5.1").click();
    browser.heading(starting_with("5.1 ")).expect_shown();
    rate(browser, "Fully");
    browser.open(&format!("{overview}/steps"));
    // Step 2 stands on everything; the first that nobody has looked at is next.
    now.expect_text("Items left: 120.");
    now.link("Open 4.1").expect_shown();
    page.link("your Statement of Applicability").click();
    browser.expect_place(&format!("{overview}/statement"));
    browser.back();
    page.link("Read what to do in the step “Gap analysis”").click();
    browser.heading(starting_with("Ten steps")).expect_shown();
}

pub fn a_quick_check_leads_on(browser: &Browser) {
    let overview = open_rated(browser, "5.1=F", &json!({ "selection": "quick" }));
    browser.open(&format!("{overview}/steps"));
    let now = browser.region("What to do now");
    // 5.3 isn’t among what is asked.
    now.expect_text("Now: go on with the full analysis.");
    browser.expect_accessible();
    now.button("Continue with the full analysis").click();
    now.expect_text("Now: rate 5.3 ");
    browser.resize(360, 800);
    let wider = "return document.documentElement.scrollWidth > innerWidth";
    assert_eq!(browser.script(wider, vec![]), false, "nothing is wider than the page");
}
