//! Each assessment is kept twice, so that it is there when one copy is lost.

use std::fs;

use serde_json::json;

use super::steps::{
    begin, begin_at_item, expect_kept, go_home, go_to_item, messages, note, rate, rating, wipe,
};
use super::storage::{FILL, MAKE_ROOM, SAVE_NOW};
use crate::browser::{Browser, eventually};
use crate::locator::Find;

/// The second copies by identifier, without their seals.
const SECOND: &str = "
    return new Promise((done) => {
        const opening = indexedDB.open('plumbline');
        opening.onsuccess = () => {
            const store = opening.result.transaction('assessments').objectStore('assessments');
            const texts = store.getAll();
            texts.onsuccess = () => { opening.result.close(); done(texts.result); };
        };
    });";

/// Waits until the second copy says this.
#[track_caller]
fn expect_second(browser: &Browser, words: &str) {
    eventually(|| {
        let found = browser.script(SECOND, vec![]);
        let holds = found[0].as_str().is_some_and(|text| text.contains(words));
        if holds { Ok(()) } else { Err(found.to_string()) }
    });
}

/// Somebody, or the browser, has cleared one of the two.
pub fn what_was_cleared_comes_back(browser: &Browser) {
    let overview = begin_at_item(browser, "4.1");
    rate(browser, "Largely");
    expect_second(browser, r#""rating":"L""#);
    browser.open("#/data");
    browser.heading("Your data").expect_shown();
    browser.script("localStorage.clear()", vec![]);
    browser.reload();
    messages(browser).expect_text("Brought back from the second copy");
    messages(browser).expect_text("“Acme 2026”");
    browser.reload();
    browser.only("main").expect_text("Acme 2026");
    messages(browser).button("Close").expect_gone();
    go_to_item(browser, &overview, "4.1");
    rating(browser, "Largely").expect_checked();
    expect_kept(browser);

    // Straight to its address, too.
    browser.script("localStorage.clear()", vec![]);
    browser.reload();
    rating(browser, "Largely").expect_checked();
    // What was deleted stays deleted.
    go_home(browser);
    browser.button("Delete Acme 2026").click();
    browser.disclosure("Deleted assessments").expect_shown();
    browser.reload();
    browser.disclosure("Deleted assessments").expect_shown();
    browser.link("Acme 2026").expect_gone();
}

pub fn what_is_damaged_is_mended_and_can_be_downloaded(browser: &Browser) {
    begin_at_item(browser, "4.1");
    rate(browser, "Largely");
    expect_second(browser, r#""rating":"L""#);
    go_home(browser);
    browser.link("Acme 2026").expect_shown();
    let damage = r#"
        const key = Object.keys(localStorage).find((key) => key.startsWith("plumbline.assessment."));
        const text = localStorage.getItem(key).replace('"rating":"L"', '"rating":"F"');
        localStorage.setItem(key, text);
        return text;"#;
    let damaged = browser.script(damage, vec![]);
    browser.reload();
    messages(browser).expect_text("What the browser had stored was damaged");
    let kept = browser.region("Your assessments");
    kept.expect_text("Set aside as it was found");
    browser.expect_accessible();
    let id = browser.script(
        "return Object.keys(localStorage).find((key) => key.startsWith('plumbline.broken.')).slice(17)",
        vec![],
    );
    let name = format!("Damaged text of {}", id.as_str().unwrap());
    kept.button(&*format!("Download it as it is {name}")).click();
    let file = fs::read_to_string(browser.saved_file()).unwrap();
    assert!(damaged.as_str().unwrap().ends_with(&file) && file.starts_with('{'), "{file}");
    browser.button(&*format!("Erase for good {name}")).click();
    browser.dialog("Erase for good?").button("Erase").click();
    browser.button(&*format!("Download it as it is {name}")).expect_gone();
    browser.link("Acme 2026").click();
    browser.region("Whole assessment").expect_text("67% conformity");
}

/// Without room in local storage the second copy takes the work, and the status says so.
pub fn the_second_copy_takes_what_has_no_room(browser: &Browser) {
    let overview = begin_at_item(browser, "4.1");
    expect_kept(browser);
    browser.script(FILL, vec![]);
    let long = "A long note. ".repeat(20);
    note(browser).type_text(&long);
    browser.only("banner").expect_text("Kept in the second copy only");
    messages(browser).expect_text("Your work is kept in the second copy only.");
    messages(browser).button(SAVE_NOW).expect_shown();
    browser.reload();
    note(browser).expect_value(&long);
    browser.only("banner").expect_text("Kept in the second copy only");
    browser.open("#/data");
    browser.region("Room left").expect_text("10 MB of 10 MB taken");

    browser.script(MAKE_ROOM, vec![]);
    go_to_item(browser, &overview, "4.1");
    rate(browser, "Fully");
    expect_kept(browser);
    messages(browser).button(SAVE_NOW).expect_gone();
    browser.reload();
    note(browser).expect_value(&long);
    rating(browser, "Fully").expect_checked();
}

/// A second copy that fails is told once, and nothing is called unkept for it.
pub fn one_copy_is_enough(browser: &Browser) {
    begin_at_item(browser, "4.1");
    super::steps::without_second_copy(browser);
    rate(browser, "Largely");
    messages(browser).expect_text("The second copy of your work can’t be written.");
    expect_kept(browser);
    messages(browser).button("Close").click();
    rate(browser, "Fully");
    expect_kept(browser);
    messages(browser).button("Close").expect_gone();
    browser.link("Your data").click();
    browser.region("Second copies").expect_text("The browser’s database doesn’t answer.");
}

/// The page about data shows both, and erases both.
pub fn your_data_shows_both(browser: &Browser) {
    begin(browser, "Acme 2026");
    expect_second(browser, "Acme 2026");
    browser.link("Your data").click();
    let second = browser.region("Second copies");
    second.expect_text("1 in the database “plumbline”");
    browser.button("Save file Acme 2026, second copy").click();
    let file = fs::read_to_string(browser.saved_file()).unwrap();
    assert!(file.starts_with('{') && file.contains("Acme 2026"), "{file}");
    browser.button("Erase everything…").click();
    let dialog = browser.dialog("Erase everything of Plumbline in this browser?");
    dialog.button("Erase everything").click();
    second.expect_text("There are no second copies");
    let left = browser.script("return indexedDB.databases()", vec![]);
    assert_eq!(left, json!([]));
    wipe(browser);
}

/// A page that is left in the middle of a save keeps no other page from the database: not those that
/// come after it, while the browser holds it ready for the way back.
pub fn a_page_left_while_it_saves_holds_nothing_up(browser: &Browser) {
    let overview = begin_at_item(browser, "4.1");
    for answer in ["Partly", "Largely", "Fully", "Not in place"] {
        rate(browser, answer);
        browser.button("Save file").click();
        browser.saved_file();
        browser.open("");
        browser.button("Go to…").expect_shown();
        let copies = "return (window.wrappedJSObject ?? window).plumbline.copies(false).then((all) => all.length)";
        assert_eq!(browser.script(copies, vec![]), json!(2), "names and texts");
        go_to_item(browser, &overview, "4.1");
    }
}

/// The browser is ended by force a second after the last answer.
pub fn it_outlasts_a_killed_browser(browser: &Browser) {
    let overview = begin_at_item(browser, "4.1");
    rate(browser, "Largely");
    note(browser).type_text("Seen");
    rate(browser, "Partly");
    let again = browser.kill_after_a_second();
    go_to_item(&again, &overview, "4.1");
    rating(&again, "Partly").expect_checked();
    note(&again).expect_value("Seen");
    expect_kept(&again);
    again.expect_quiet();
}
