//! In a frame of another page, as where a consultancy embeds the app.

use super::reports::{MAKE, make};
use super::steps::{assessment_in, messages};
use crate::browser::Browser;
use crate::locator::{Find, starting_with};
use crate::server::{FRAME, FRAME_IN_FRAME, FRAME_WITHOUT_DOWNLOADS};

const OWN_WINDOW: &str = "Open Plumbline in its own window";

/// Answers the first item of a new assessment, and goes to the page of reports.
fn answer_and_report(browser: &Browser) {
    browser.textbox("Name of the assessment").fill("Acme 2026");
    browser.button("Start the full analysis").click();
    browser.link("Skip this page").click();
    browser.link("Rate all items on one page").click();
    browser.group(starting_with("4.1 ")).radio("Largely").click();
    browser.link("Report").click();
    browser.heading("Reports").expect_shown();
}

pub fn files_arrive(browser: &Browser) {
    browser.open(FRAME);
    browser.enter_frame();
    answer_and_report(browser);
    browser.link(OWN_WINDOW).expect_gone();
    make(browser, "Web page (HTML)");
}

/// What the outermost page allows can't be seen from inside.
pub fn what_may_not_arrive_is_told(browser: &Browser) {
    browser.open(FRAME_IN_FRAME);
    browser.enter_frame();
    browser.enter_frame();
    answer_and_report(browser);
    let page = browser.only("main");
    page.expect_text("Should a file not arrive in your downloads, that page doesn’t allow them.");
    browser.link(OWN_WINDOW).expect_shown();
    browser.expect_accessible();
    make(browser, "Web page (HTML)");
    messages(browser).expect_text("Should it not be there, the page around Plumbline");
}

/// What was dropped doesn’t count as saved.
pub fn what_does_not_arrive_is_told(browser: &Browser) {
    browser.open(FRAME_WITHOUT_DOWNLOADS);
    browser.enter_frame();
    answer_and_report(browser);
    let page = browser.only("main");
    page.expect_text("shown inside another page that doesn’t allow downloads");
    browser.link(OWN_WINDOW).expect_shown();
    browser.radio(starting_with("Assessment file")).click();
    browser.button(MAKE).click();
    messages(browser).expect_text("The browser didn’t take the file (no allow-downloads).");
    browser.only("banner").expect_text("Last saved to a file: never");
}

pub fn storage_may_be_refused_in_it(browser: &Browser) {
    browser.open(FRAME);
    browser.enter_frame();
    browser.only("main").expect_text("This browser keeps nothing for this page.");
    answer_and_report(browser);
    browser.only("banner").expect_text("Not kept: save a file");
    let saved = assessment_in(&make(browser, "Assessment file"));
    assert_eq!(saved.pointer("/answers/4.1/rating"), Some(&"L".into()));
}
