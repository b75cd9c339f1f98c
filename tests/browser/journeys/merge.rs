//! Two people have worked on copies of one assessment.

use std::fs;
use std::path::PathBuf;

use serde_json::{Value, json};

use super::steps::{
    begin_at_item, expect_kept, go_home, go_to_item, messages, note, open_file, rate, rating,
};
use crate::browser::Browser;
use crate::locator::{Find, Locator, starting_with};

const CONFLICT: &str = "”: 1. Choose there";
const TITLE: &str = "Merge a colleague’s file";
const COUNTS: &str = "What differs, counted by values";

/// Here 4.1 is *Largely* and 4.3 *Fully*; the colleague has gone on from 4.1 alone, to *Fully*, and has
/// rated 4.2 with a note. Returns where it is, the file that the colleague began with, and theirs.
fn two_copies(browser: &Browser) -> (String, PathBuf, PathBuf) {
    let overview = begin_at_item(browser, "4.1");
    rate(browser, "Largely");
    browser.button("Save file").click();
    let base = browser.saved_file();
    let mut theirs: Value =
        serde_json::from_str(&fs::read_to_string(&base).expect("text")).expect("JSON");
    theirs["assessment"]["answers"] =
        json!({ "4.1": { "rating": "F" }, "4.2": { "rating": "P", "note": "Seen in May" } });
    let theirs = browser.write_file("theirs.plumbline.json", &theirs.to_string());
    go_to_item(browser, &overview, "4.3");
    rate(browser, "Fully");
    expect_kept(browser);
    (overview, base, theirs)
}

fn part(browser: &Browser) -> Locator<'_> {
    browser.region(TITLE)
}

#[track_caller]
fn expect_rated(browser: &Browser, overview: &str, item: &str, level: &str) {
    go_to_item(browser, overview, item);
    rating(browser, level).expect_checked();
}

/// What only the file says is added, and of what both say the person chooses; all of it is one step.
pub fn a_colleagues_file_joins(browser: &Browser) {
    let (overview, _, theirs) = two_copies(browser);
    go_home(browser);
    open_file(browser, &theirs);
    let question = browser.dialog("You have this assessment already");
    question.expect_text("revision");
    question.button("Merge…").click();

    browser.heading(TITLE).expect_focused();
    part(browser).expect_text(CONFLICT);
    let counts = part(browser).role("table", COUNTS).cells();
    assert_eq!(
        counts[1..],
        [["Ratings", "1", "1", "1"], ["Notes", "–", "1", "–"]]
            .map(|row| row.map(str::to_owned).to_vec())
    );
    part(browser).disclosure("Taken from the file (2)").click();
    part(browser).expect_text("Seen in May");
    let conflict = part(browser).group(starting_with("4.1 "));
    conflict.radio(starting_with("Yours: Largely")).expect_checked();
    conflict.radio(starting_with("The file’s: Fully")).click();
    browser.expect_accessible();
    part(browser).button("Merge").click();
    messages(browser).expect_text("“Acme 2026” is merged in.");
    browser.file_input("Colleague’s file").expect_focused();

    expect_rated(browser, &overview, "4.1", "Fully");
    expect_rated(browser, &overview, "4.3", "Fully");
    expect_rated(browser, &overview, "4.2", "Partly");
    note(browser).expect_value("Seen in May");

    // A second time it brings nothing.
    browser.open(&format!("{overview}/report"));
    browser.file_input("Colleague’s file").choose_file(&theirs);
    part(browser).expect_text("“Acme 2026” contradicts you nowhere.");
    part(browser).button("Merge").expect_gone();
    part(browser).button("Leave everything as it is").click();
    part(browser).role("table", COUNTS).expect_gone();
}

/// With the file that both began with, what only one has changed is no conflict; undo takes back all.
pub fn what_both_began_with_decides(browser: &Browser) {
    let (overview, base, theirs) = two_copies(browser);
    browser.open(&format!("{overview}/report"));
    browser.file_input("Colleague’s file").choose_file(&theirs);
    part(browser).expect_text(CONFLICT);
    part(browser).disclosure("You have the file that both of you began with?").click();
    browser.file_input("File that both began with").choose_file(&base);
    part(browser).expect_text("contradicts you nowhere");
    part(browser).button("Merge").click();
    messages(browser).expect_text("Undo takes all of it back.");
    browser.button("Undo").click();
    expect_rated(browser, &overview, "4.1", "Largely");
    go_to_item(browser, &overview, "4.2");
    rating(browser, "Partly").expect_unchecked();
    note(browser).expect_value("");
    browser.button("Redo").click();
    rating(browser, "Partly").expect_checked();
    expect_rated(browser, &overview, "4.1", "Fully");
}
