//! What is stored can't be read: it is shown as what it is, and can be taken out as it is.

use std::fs;

use super::steps::{begin, go_home};
use crate::browser::Browser;
use crate::locator::Find;

const BROKEN: &str = r#"{"format":"plumbline-assessment","version":1,"pack""#;

/// Puts a damaged assessment beside a whole one and goes to the list.
#[track_caller]
pub fn with_a_damaged_one(browser: &Browser) {
    begin(browser, "Acme 2026");
    browser.script(
        "localStorage.setItem('plumbline.assessment.broken', arguments[0])",
        vec![BROKEN.into()],
    );
    go_home(browser);
    browser.region("Your assessments").expect_text("Assessment broken can’t be read");
}

pub fn it_stands_in_the_list(browser: &Browser) {
    with_a_damaged_one(browser);
    browser.region("Your assessments").expect_text("This file is damaged");
    browser.button("Download it as it is broken").click();
    let file = browser.saved_file();
    assert_eq!(fs::read_to_string(&file).expect("text"), BROKEN);
    browser.link("Acme 2026").click();
    browser.heading("Acme 2026").expect_shown();
}

pub fn its_page_says_so(browser: &Browser) {
    with_a_damaged_one(browser);
    browser.open("#/a/broken/item/4.1");
    browser.heading("This assessment can’t be opened").expect_shown();
    browser.only("main").expect_text("This file is damaged");
    browser.button("Download it as it is").click();
    assert_eq!(fs::read_to_string(browser.saved_file()).expect("text"), BROKEN);
    browser.link("To your assessments").click();
    browser.link("Acme 2026").expect_shown();
}

/// That there is nothing and that nothing can be read are two things.
pub fn the_list_cannot_be_read(browser: &Browser) {
    begin(browser, "Acme 2026");
    let refuse = "
        const page = window.wrappedJSObject ?? window;
        Object.defineProperty(page.Storage.prototype, 'length', { get() { throw new Error('no'); } })";
    browser.script(refuse, vec![]);
    go_home(browser);
    browser.only("main").expect_text("The browser doesn’t let this page read what it has kept.");
    browser.reload();
    browser.link("Acme 2026").expect_shown();
}
