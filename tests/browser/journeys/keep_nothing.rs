//! On a computer that others use too, nothing is kept when the person wishes so.

use std::fs;

use serde_json::json;

use super::steps::{
    begin, begin_at_item, expect_kept, go_home, go_to_item, open_file, rate, rating,
};
use crate::browser::{Browser, eventually};
use crate::locator::Find;

const ASK: &str = "Keep nothing in this browser…";

/// The names of all entries and databases.
const LOOK: &str = "
    return indexedDB.databases().then((databases) =>
        [Object.keys(localStorage), databases.map(({ name }) => name)]);";

pub fn until_it_is_wished_again(browser: &Browser) {
    let overview = begin_at_item(browser, "4.1");
    rate(browser, "Largely");
    expect_kept(browser);
    go_home(browser);
    browser.link("Your data").click();
    browser.button(ASK).click();
    let dialog = browser.dialog("Keep nothing in this browser?");
    browser.expect_accessible();
    dialog.button("Cancel").click();
    browser.button(ASK).expect_focused();
    browser.button(ASK).click();
    dialog.button("Erase all and keep nothing").click();

    browser.region("What is kept where").expect_text("In this tab’s memory");
    browser.only("main").expect_text("somebody has chosen so");
    browser.only("main").expect_text("plumbline.nothing");
    browser.expect_accessible();
    browser.open(&overview);
    browser.heading("This assessment can’t be opened").expect_shown();

    // All works, and no word of it comes to rest.
    browser.open("");
    browser.only("main").expect_text("keeps nothing");
    begin(browser, "Beta 2026");
    let place = browser.place();
    go_to_item(browser, &place, "4.1");
    rate(browser, "Partly");
    browser.only("banner").expect_text("Not kept: save a file");
    browser.button("Save file").click();
    let file = browser.saved_file();
    assert!(fs::read_to_string(&file).expect("text").contains("Beta 2026"));
    assert_eq!(browser.script(LOOK, vec![]), json!([["plumbline.nothing"], []]));
    browser.reload();
    browser.heading("This assessment can’t be opened").expect_shown();
    assert_eq!(browser.script(LOOK, vec![]), json!([["plumbline.nothing"], []]));

    go_home(browser);
    browser.link("Your data").click();
    browser.button("Keep assessments in this browser again").click();
    browser
        .region("What is kept where")
        .expect_text("this browser’s local storage, a store of texts");
    go_home(browser);
    open_file(browser, &file);
    go_to_item(browser, &place, "4.1");
    rating(browser, "Partly").expect_checked();
    expect_kept(browser);
    eventually(|| {
        let kept = browser.script(LOOK, vec![]);
        let databases = kept.get(1) == Some(&json!(["plumbline"]));
        if databases { Ok(()) } else { Err(kept.to_string()) }
    });
}
