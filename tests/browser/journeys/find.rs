//! Finding items on the overview, and coming back to what was found.

use serde_json::json;

use super::result::open_rated;
use super::steps::{ITEM_4_1, ITEM_4_2, begin, begin_at_item, go_to_item, note, rate};
use crate::browser::{Browser, eventually};
use crate::locator::{Find, Locator, starting_with};

fn words(browser: &Browser) -> Locator<'_> {
    browser.role("searchbox", "Words")
}

fn choose(browser: &Browser, filter: &str, value: &str) {
    browser.role("combobox", filter).choose(value);
}

pub fn words_in_any_order(browser: &Browser) {
    let overview = begin_at_item(browser, "4.1");
    note(browser).type_text("Told by the CISO in Zürich");
    browser.open(&overview);
    browser.link("4 Context of the organization").expect_shown();
    words(browser).type_text("zurich CISO");
    browser.only("main").expect_text("1 of 123 items");
    browser.only("status").expect_text("1 of 123 items");
    browser.link(starting_with(ITEM_4_1)).expect_shown();
    browser.link("4 Context of the organization").expect_gone();
    browser.expect_accessible();

    words(browser).type_text(" xyzzy");
    browser.only("main").expect_text("0 of 123 items");
    browser.only("main").expect_text("Nothing fits.");
    browser.button("Clear filters").click();
    words(browser).expect_value("");
    words(browser).expect_focused();
    browser.link("4 Context of the organization").expect_shown();
}

/// Long texts are looked through as well.
pub fn words_of_the_guidance(browser: &Browser) {
    begin_at_item(browser, "A.5.7");
    browser.region("Guidance").heading("Common mistake").expect_shown();
    browser.link("Overview").click();
    words(browser).type_text("threat intelligence feeds");
    browser.link(starting_with("A.5.7 ")).expect_shown();
}

/// A filter stays while its items are worked through, and leads from one to the next.
pub fn what_was_found_is_worked_through(browser: &Browser) {
    let overview = begin_at_item(browser, "4.1");
    rate(browser, "Partly");
    for item in ["4.3", "5.2"] {
        go_to_item(browser, &overview, item);
        rate(browser, "Partly");
    }
    browser.link("Overview").click();
    choose(browser, "Rating", "Partly");
    browser.only("main").expect_text("3 of 123 items");
    choose(browser, "State", "Minor nonconformity");
    browser.only("main").expect_text("3 of 123 items");

    browser.link(starting_with("4.3 ")).click();
    browser.heading(starting_with("4.3 ")).expect_focused();
    browser.only("main").expect_text("lead through the 3 items that your search finds");
    // What no longer fits leaves the list, but not the way through it.
    rate(browser, "Fully");
    browser.link(starting_with("Next 5.2 ")).click();
    browser.link(starting_with("Previous 4.1 ")).expect_shown();
    browser.only("main").expect_text("lead through the 2 items");

    browser.back();
    browser.link(starting_with("Next 5.2 ")).expect_focused();
    browser.back();
    // The link that led away isn’t among what is found any more.
    browser.heading("Acme 2026").expect_focused();
    browser.only("main").expect_text("2 of 123 items");
    browser.button("Clear filters").click();
    browser.link(starting_with("7 ")).expect_shown();
    go_to_item(browser, &overview, "4.1");
    browser.link(format!("Next {ITEM_4_2}").as_str()).expect_shown();
}

/// Nobody has to look for the place again.
pub fn back_leads_to_where_one_was_reading(browser: &Browser) {
    begin(browser, "Acme 2026");
    browser.link("A.8 Technological controls").click();
    browser.heading("A.8 Technological controls").expect_focused();
    let scrolled = || browser.script("return Math.round(scrollY)", vec![]);
    assert_eq!(scrolled(), 0);
    browser.link(starting_with("A.8.34 ")).click();
    browser.heading(starting_with("A.8.34 ")).expect_focused();
    assert_eq!(scrolled(), 0);
    browser.back();
    browser.link(starting_with("A.8.34 ")).expect_focused();
    eventually(|| match scrolled().as_i64() {
        Some(top) if top > 500 => Ok(()),
        top => Err(format!("scrolled to {top:?}")),
    });
}

/// What people call it is found, though the texts write it out; a number finds its item first.
pub fn by_abbreviation_and_number(browser: &Browser) {
    begin_at_item(browser, "A.8.5");
    browser.region("Guidance").heading("Common mistake").expect_shown();
    browser.link("Overview").click();
    words(browser).type_text("MFA");
    browser.link(starting_with("A.8.5 ")).expect_shown();
    words(browser).fill("5.1");
    browser.link(starting_with("A.5.15 ")).expect_shown();
    let first = "return document.querySelector('.rows .item-id').textContent";
    assert_eq!(browser.script(first, vec![]), "5.1");
}

/// Three requirements of one clause that are only partly in place are a finding of the clause as a whole:
/// named on the overview, on its page, and by the filter, which finds what it rests on.
pub fn the_finding_of_a_whole_clause(browser: &Browser) {
    open_rated(browser, "6.1.1=P 6.1.2=P 6.1.3=P 7.1=P", &json!({}));
    let reason = "Major nonconformity. In 6 Planning, 3 of 5 requirements are only partly in place";
    browser.only("main").expect_text(reason);
    browser.link("Probable findings: 1 major, 3 minor").expect_shown();
    browser.expect_accessible();
    choose(browser, "State", "Major nonconformity");
    browser.only("main").expect_text("3 of 123 items");
    browser.link(starting_with("6.1.3 ")).expect_shown();
    browser.expect_accessible();
    browser.link(starting_with(reason)).click();
    browser.heading("6 Planning").expect_focused();
    browser.region("Findings of the whole").expect_text(reason);
    browser.expect_accessible();
    browser.region("Findings of the whole").link("All findings").click();
    browser.heading("Findings").expect_shown();
}

/// Where only a part is asked, that is said wherever numbers stand.
pub fn of_a_part(browser: &Browser) {
    let overview = open_rated(browser, "4.1=P", &json!({ "selection": ["4.1", "4.2"] }));
    let line = "Only a part is asked here: 2 of 123 items.";
    for page in ["dashboard", "all"] {
        browser.open(&format!("{overview}/{page}"));
        browser.only("main").expect_text(line);
        browser.expect_accessible();
    }
    browser.open(&overview);
    let card = browser.region("Asks 2 of 123 items");
    card.link("Continue the quick check").expect_gone();
    browser.expect_accessible();
    card.button("Continue with the full analysis").click();
    browser.region("Whole assessment").expect_text("1 of 123");
    browser.region("Asks 2 of 123 items").expect_gone();
    browser.open(&format!("{overview}/dashboard"));
    browser.region("Whole assessment").expect_text("1 of 123");
    let page = browser.only("main").text();
    assert!(!page.contains("Only a part"), "{page}");
}

/// Where all items are rated, the others come once they are asked, and go when that is taken back.
pub fn all_items_once_they_are_asked(browser: &Browser) {
    let overview = open_rated(browser, "4.1=P", &json!({ "selection": ["4.1", "4.2"] }));
    browser.open(&format!("{overview}/all"));
    browser.button("Select all 2").expect_shown();
    browser.checkbox("Select 4.3").expect_gone();
    browser.button("Continue with the full analysis").click();
    browser.button("Select all 123").expect_shown();
    browser.checkbox("Select 4.3").expect_shown();
    browser.button("Continue with the full analysis").expect_gone();
    browser.button("Undo").click();
    browser.button("Select all 2").expect_shown();
    browser.checkbox("Select 4.3").expect_gone();
}

/// What isn't asked isn't listed, and one click asks it.
pub fn of_a_quick_check(browser: &Browser) {
    let overview = begin_at_item(browser, "4.1");
    rate(browser, "Partly");
    super::steps::expect_kept(browser);
    browser.open("");
    browser.link("Acme 2026").expect_shown();
    browser.script(
        r"for (const key of Object.keys(localStorage)) {
            const file = JSON.parse(localStorage.getItem(key).replace(/^plumbline .*\n/, ''));
            if (!file?.assessment) continue;
            file.assessment.selection = 'quick';
            localStorage.setItem(key, JSON.stringify(file));
          }",
        vec![],
    );
    browser.reload();
    browser.open(&overview);
    let card = browser.region("Quick check");
    card.link("Continue the quick check").expect_shown();
    card.link("See the result").expect_shown();
    browser.link("Continue with the next open item").expect_gone();
    browser.expect_accessible();
    browser.open(&format!("{overview}/item/7.5.2"));
    browser.only("main").expect_text("isn’t part of this assessment’s questions");
    browser.expect_accessible();
    browser.button("Continue with the full analysis").click();
    browser.button("Continue with the full analysis").expect_gone();
    browser.open(&overview);
    browser.region("Whole assessment").expect_text("1 of 123");
    browser.region("Quick check").expect_gone();
}
