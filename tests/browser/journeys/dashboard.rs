//! All numbers, by clause, theme, attribute and function.

use serde_json::json;

use super::result::open_rated;
use super::steps::EVERYTHING;
use crate::browser::Browser;
use crate::locator::{Find, starting_with};

/// Clause 4: 2/3 of it; A.6: nothing; the rest open.
const RATED: &str = "4.1=L 4.2=F 4.3=P 4.4=? A.6.3=N A.8.13=F A.8.15=P A.5.24=L";

#[track_caller]
fn dashboard(browser: &Browser) -> String {
    let overview = open_rated(browser, RATED, &json!({}));
    browser.open(&format!("{overview}/dashboard"));
    browser.heading("Dashboard").expect_shown();
    overview
}

/// The same numbers by item and by clause and theme, each with its explanation.
pub fn the_view_is_named_and_can_be_changed(browser: &Browser) {
    dashboard(browser);
    let everything = browser.region(EVERYTHING);
    // (2 + 3 + 1 + 0 + 3 + 1 + 2) / 21
    everything.expect_text("57%");
    let view = browser.group("How the headline numbers weigh");
    view.radio("Weigh every item").expect_checked();
    view.radio("Average clauses and themes").click();
    // (2/3 + 2/3 + 0 + 2/3) / 4
    everything.expect_text("50%");
    browser.region("Annex A").expect_text("44%");
    browser.only("main").expect_text("Every clause and every theme counts the same");
    everything.link("How was this computed?").click();
    browser.heading("How the average over clauses and themes was computed").expect_shown();
    let table = browser.only("table");
    table.expect_text("Average of Annex A 44%");
    table.expect_text("Average 50%");
    // The choice stays while the assessment is open.
    browser.back();
    view.radio("Average clauses and themes").expect_checked();
}

/// Every item has its cell, which says what it counts as and leads to it.
pub fn the_map_shows_every_item(browser: &Browser) {
    let overview = dashboard(browser);
    browser.link("A.8.13 Fully Information backup").expect_shown();
    browser.link("4.4 Don’t know Information security management system").expect_shown();
    let cells = browser.script("return document.querySelectorAll('.map a').length", vec![]);
    assert_eq!(cells, 123, "a cell for each item");
    browser
        .link("A.6.3 Not in place Information security awareness, education and training")
        .click();
    browser.heading(starting_with("A.6.3 ")).expect_shown();
    browser.open(&format!("{overview}/dashboard"));
    browser.link("A.8 Technological controls").click();
    browser.heading("A.8 Technological controls").expect_shown();
}

/// So many links needn't be walked through.
pub fn the_map_can_be_skipped(browser: &Browser) {
    dashboard(browser);
    browser.link("Skip the map").tab_to();
    browser.press("Enter");
    browser.heading("By attribute of the controls").expect_focused();
}

/// A.8.13 is corrective, A.8.15 detective, A.5.24 corrective, A.6.3 preventive.
pub fn attributes_and_functions_say_how(browser: &Browser) {
    dashboard(browser);
    let corrective = "83%: how the conformity of Corrective was computed";
    browser.link(corrective).click();
    browser.heading("How conformity was computed: Corrective").expect_shown();
    browser.back();
    browser.heading("Dashboard").expect_shown();
    // A.8.15 and A.5.24 of nine items.
    browser.disclosure("Detect").click();
    browser.only("main").expect_text("3 ÷ 6 = 50%");
    browser.role("list", "Detect").link("A.8.15 Logging").click();
    browser.heading("A.8.15 Logging").expect_shown();
}

pub fn it_is_accessible(browser: &Browser) {
    dashboard(browser);
    browser.disclosure("Detect").click();
    super::accessible::expect_accessible(browser);
}
