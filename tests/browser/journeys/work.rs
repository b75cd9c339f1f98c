//! The work on an item: evidence, who sees to it by when, the mark for review.

use std::fs;

use super::steps::{assessment_in, begin, begin_at_item, go_to_item, rate};
use crate::browser::Browser;
use crate::locator::{Find, starting_with};

/// A reference is kept, the file never; but whether a file is still the same can be told.
pub fn evidence_and_its_fingerprint(browser: &Browser) {
    begin_at_item(browser, "A.5.1");
    let evidence = browser.group("Evidence");
    evidence.button("Add evidence").click();
    let first = evidence.group("Evidence 1");
    first.textbox("Name").expect_focused();
    first.textbox("Name").type_text("Security policy");
    first.textbox("Link or place").type_text("https://intranet.example/policy");
    first.link("Open the link Security policy").expect_shown();

    let folder = tempfile::tempdir().expect("a folder");
    let (file, other) = (folder.path().join("policy.txt"), folder.path().join("other.txt"));
    fs::write(&file, "abc").expect("written");
    fs::write(&other, "abd").expect("written");
    first.disclosure("Add the fingerprint of a file").click();
    first.file_input("File").choose_file(&file);
    // SHA-256 of "abc", the first example of FIPS 180-4.
    first.expect_text("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    first.file_input("Compare with a file").choose_file(&file);
    first.expect_text("The same: “policy.txt” has this fingerprint.");
    first.file_input("Compare with a file").choose_file(&other);
    first.expect_text("Different: “other.txt” has another fingerprint.");
    browser.expect_accessible();

    evidence.button("Add evidence").click();
    evidence.group("Evidence 2").textbox("Name").type_text("Minutes");
    evidence.button("Remove Evidence 1").click();
    evidence.button("Add evidence").expect_focused();
    evidence.group("Evidence 1").textbox("Name").expect_value("Minutes");
    browser.button("Undo").click();
    evidence.group("Evidence 1").textbox("Name").expect_value("Security policy");

    browser.button("Save file").click();
    let saved = assessment_in(&browser.saved_file());
    let entry = saved.pointer("/answers/A.5.1/evidence/0").expect("an entry");
    assert_eq!(entry.get("place"), Some(&"https://intranet.example/policy".into()));
    let digest = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    assert_eq!(entry.get("sha256"), Some(&digest.into()));
}

pub fn who_does_it_by_when(browser: &Browser) {
    let overview = begin_at_item(browser, "4.1");
    browser.combobox("Owner").type_text("Jane Doe");
    browser.script(
        "const field = document.getElementById('due');
         field.value = '2020-02-29';
         field.dispatchEvent(new Event('change', { bubbles: true }));",
        vec![],
    );
    browser.only("main").expect_text("Overdue: the due date is over, and this isn’t fully");
    browser.group("Target").radio("Largely").click();
    rate(browser, "Largely");
    browser.only("main").expect_text("How far is this in place?");
    browser.checkbox("Mark for review").click();
    browser.expect_accessible();

    browser.open(&format!("{overview}/group/4"));
    let facts = "For review Owner: Jane Doe Due Feb 29, 2020";
    browser.only("main").expect_text(facts);
    go_to_item(browser, &overview, "4.1");
    rate(browser, "Partly");
    browser.open(&format!("{overview}/group/4"));
    // Rated again, it waits for no review any more.
    let facts = facts.trim_start_matches("For review ");
    browser.only("main").expect_text(&format!("security? {facts}: overdue"));
    browser.expect_accessible();
}

/// The way of a phone: guidance is closed between question and rating.
pub fn on_a_small_screen(browser: &Browser) {
    let overview = begin(browser, "Acme 2026");
    browser.resize(360, 800);
    go_to_item(browser, &overview, "A.5.7");
    let guidance = browser.region("Guidance");
    // Engines disagree about what closed details show to whom.
    let open =
        || browser.script("return document.querySelector('.guidance > details').open", vec![]);
    let disclosure = guidance.disclosure("What is asked, and how to do it");
    disclosure.expect_shown();
    assert_eq!(open(), false);
    disclosure.click();
    assert_eq!(open(), true);
    browser.link(starting_with("Next A.5.8 ")).expect_shown();
    let wider = "return document.documentElement.scrollWidth > innerWidth";
    assert_eq!(browser.script(wider, vec![]), false, "nothing is wider than the page");
    browser.expect_accessible();
}
