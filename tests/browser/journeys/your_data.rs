//! The page that says what is kept, shows it, hands it out and erases it.

use std::fs;

use serde_json::{Value, json};

use super::steps::{GO, begin_at_item, expect_kept, go_home, messages, rate};
use crate::browser::{Browser, eventually};
use crate::locator::Find;

const ERASE: &str = "Erase everything here";

#[track_caller]
fn expect_accessible(browser: &Browser) {
    for width in [320, 1280] {
        browser.resize(width, 900);
        browser.expect_accessible();
    }
}

pub fn it_shows_and_hands_out_what_is_kept(browser: &Browser) {
    begin_at_item(browser, "4.1");
    rate(browser, "Largely");
    expect_kept(browser);
    browser.link("Your data").click();
    browser.heading("Your data").expect_focused();
    browser.expect_title("Your data – Plumbline");
    browser.expect_place("#/data");
    browser.only("main").expect_text("plumbline.assessment.");
    browser.only("main").expect_text("Acme 2026");
    expect_accessible(browser);

    browser.button("Save file Acme 2026").click();
    let file: Value = read(browser);
    assert_eq!(file.pointer("/assessment/answers/4.1/rating"), Some(&"L".into()));
    messages(browser).expect_text("was handed to your browser’s downloads");
    browser.button("Save everything as one file").click();
    let all = read(browser);
    let kept = browser.script("return {...localStorage}", vec![]);
    assert_eq!(all, kept);
}

fn read(browser: &Browser) -> Value {
    serde_json::from_str(&fs::read_to_string(browser.saved_file()).unwrap()).unwrap()
}

/// A database and a cache such as other versions may have made, and something of another page.
const MAKE: &str = "
    localStorage.setItem('other', 'x');
    window.made = new Promise((done) => {
        indexedDB.open('plumbline').onsuccess = ({ target }) => {
            target.result.close();
            done(caches.open('plumbline-1'));
        };
    });
    return window.made.then(() => true);";

/// What is there of databases, caches and entries.
const LOOK: &str = "
    return Promise.all([indexedDB.databases(), caches.keys()]).then(([databases, caches]) =>
        [databases.map(({ name }) => name), caches, Object.keys(localStorage)]);";

pub fn everything_is_erased(browser: &Browser) {
    begin_at_item(browser, "4.1");
    rate(browser, "Largely");
    expect_kept(browser);
    go_home(browser);
    browser.button("Delete Acme 2026").click();
    messages(browser).expect_text("“Acme 2026” is deleted.");
    browser.script(MAKE, vec![]);
    let before = browser.script(LOOK, vec![]);
    assert_eq!((&before[0], &before[1]), (&json!(["plumbline"]), &json!(["plumbline-1"])));

    browser.link("Your data").click();
    browser.only("main").expect_text("Deleted assessment");
    browser.button("Erase everything…").click();
    let dialog = browser.dialog("Erase everything of Plumbline in this browser?");
    expect_accessible(browser);
    dialog.button("Cancel").click();
    browser.button("Erase everything…").expect_focused();
    browser.only("main").expect_text("Deleted assessment");

    browser.button("Erase everything…").click();
    dialog.button("Erase everything").click();
    browser.region(ERASE).expect_text("Erased. Plumbline has looked again");
    browser.only("main").expect_text("Nothing of Plumbline is kept in this browser.");
    eventually(|| {
        let left = browser.script(LOOK, vec![]);
        if left == json!([[], [], ["other"]]) { Ok(()) } else { Err(left.to_string()) }
    });
    expect_accessible(browser);

    browser.reload();
    browser.only("main").expect_text("Nothing of Plumbline is kept in this browser.");
    go_home(browser);
    browser.button("Start the full analysis").expect_shown();
    browser.link("Acme 2026").expect_gone();
}

/// What is open isn't kept again once it was erased.
pub fn what_was_open_stays_erased(browser: &Browser) {
    let overview = begin_at_item(browser, "4.1");
    rate(browser, "Largely");
    browser.press("Control+k");
    browser.combobox(GO).expect_focused();
    browser.type_text("cookies");
    browser.press("Enter");
    browser.heading("Your data").expect_focused();
    browser.button("Erase everything…").click();
    let dialog = browser.dialog("Erase everything of Plumbline in this browser?");
    dialog.button("Erase everything").click();
    browser.region(ERASE).expect_text("Erased.");
    browser.open(&overview);
    browser.heading("This assessment can’t be opened").expect_shown();
    let kept = browser.script("return Object.keys(localStorage)", vec![]);
    assert_eq!(kept, json!([]));
}

pub fn without_storage_it_says_so(browser: &Browser) {
    browser.open("#/data");
    browser.only("main").expect_text("This browser refuses storage.");
    browser.only("main").expect_text("Nothing of Plumbline is kept in this browser.");
}
