//! The report that is handed over.

use super::reports::make;
use super::steps::{begin_at_item, exclusion, go_to_item, justification, note, rate};
use crate::browser::Browser;
use crate::locator::{Find, starting_with};

pub fn it_holds_result_and_answers(browser: &Browser) {
    let overview = begin_at_item(browser, "4.1");
    rate(browser, "Largely");
    note(browser).type_text("Seen <b>on site</b> & filed");
    go_to_item(browser, &overview, "4.2");
    rate(browser, "Don’t know");
    go_to_item(browser, &overview, "A.5.7");
    exclusion(browser).click();
    justification(browser).type_text("Nobody would target us");
    browser.link("Report").click();
    browser.radio(starting_with("Full report")).click();
    let report = make(browser, "Web page (HTML)");
    assert!(report.extension().is_some_and(|kind| kind == "html"), "{}", report.display());

    browser.open_page(&report);
    browser.expect_title("Full report: Acme 2026");
    browser.heading("Acme 2026").expect_shown();
    let page = browser.only("main");
    page.expect_text("Whole assessment 67% 1–100% 2% 1 of 122");
    page.expect_text("4 Context of the organization 67% 17–92% 50% 1 of 4");
    page.expect_text("Seen <b>on site</b> & filed");
    page.expect_text("Excluded Excluded because: Nobody would target us");
    page.expect_text("interested parties");
    for width in [1280, 360] {
        browser.resize(width, 900);
        browser.expect_accessible();
    }
    let requests = browser.script("return performance.getEntriesByType('resource').length", vec![]);
    assert_eq!(requests, 0, "the report asks nobody for anything");
}
