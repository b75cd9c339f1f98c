//! The same assessment in several tabs: one writes, the others read along.

use super::steps::{begin_at_item, expect_kept, messages, note, rate, rating};
use crate::browser::Browser;
use crate::locator::Find;

const READING: &str = "Reading along";
const TAKE_OVER: &str = "Take over";

pub fn one_writes_and_the_other_reads_along(browser: &Browser) {
    let overview = begin_at_item(browser, "4.1");
    rate(browser, "Fully");
    expect_kept(browser);
    let first = browser.tab();
    let second = browser.open_tab();
    browser.open(&format!("{overview}/item/4.1"));
    browser.only("banner").expect_text(READING);
    messages(browser).expect_text("This assessment is open in another tab, which writes it.");
    rating(browser, "Fully").expect_checked();
    rating(browser, "Partly").expect_disabled();
    note(browser).expect_disabled();
    browser.expect_accessible();

    browser.turn_to(&first);
    rate(browser, "Largely");
    expect_kept(browser);
    browser.turn_to(&second);
    rating(browser, "Largely").expect_checked();
    browser.only("banner").expect_text(READING);

    messages(browser).button(TAKE_OVER).click();
    expect_kept(browser);
    messages(browser).button(TAKE_OVER).expect_gone();
    rate(browser, "Partly");
    note(browser).type_text("Seen");
    expect_kept(browser);
    browser.turn_to(&first);
    browser.only("banner").expect_text(READING);
    messages(browser).button(TAKE_OVER).expect_shown();
    rating(browser, "Partly").expect_checked();
    note(browser).expect_value("Seen");
    rating(browser, "Fully").expect_disabled();

    // Whoever is left writes.
    browser.turn_to(&second);
    browser.close_tab();
    browser.turn_to(&first);
    expect_kept(browser);
    messages(browser).expect_text("This tab writes now.");
    rate(browser, "Fully");
    expect_kept(browser);
}

pub fn loading_it_again_is_no_second_tab(browser: &Browser) {
    let overview = begin_at_item(browser, "4.1");
    for level in ["Partly", "Largely", "Fully"] {
        rate(browser, level);
        expect_kept(browser);
        browser.reload();
        rating(browser, level).expect_checked();
    }
    browser.open(&format!("{overview}/item/4.2"));
    rate(browser, "Fully");
    expect_kept(browser);
    messages(browser).button(TAKE_OVER).expect_gone();
}

/// A tab that doesn’t answer is not waited for.
pub fn a_silent_tab_is_taken_over(browser: &Browser) {
    let overview = begin_at_item(browser, "4.1");
    rate(browser, "Fully");
    expect_kept(browser);
    let first = browser.tab();
    // It holds the lock as a tab does that is stuck.
    browser.open("#/data");
    let id = overview.trim_start_matches("#/a/").to_owned();
    browser.script(
        "const page = window.wrappedJSObject ?? window;
         page.eval(`navigator.locks.request('plumbline/' + ${JSON.stringify(arguments[0])}, () => new Promise(() => {})).catch(() => {})`);",
        vec![id.into()],
    );
    browser.open_tab();
    browser.open(&format!("{overview}/item/4.1"));
    messages(browser).button(TAKE_OVER).click();
    expect_kept(browser);
    rate(browser, "Partly");
    expect_kept(browser);
    browser.close_tab();
    browser.turn_to(&first);
}

/// Whichever of five writes, all end with the same, and nothing of what was kept is lost.
pub fn five_tabs_race(browser: &Browser) {
    let overview = begin_at_item(browser, "4.1");
    rate(browser, "Not in place");
    expect_kept(browser);
    let first = browser.tab();
    let mut tabs = vec![];
    for _ in 0..4 {
        tabs.push(browser.open_tab());
        browser.open(&format!("{overview}/item/4.1"));
        browser.only("banner").expect_text(READING);
    }
    for (tab, level) in tabs.iter().zip(["Partly", "Largely", "Fully", "Partly"]) {
        browser.turn_to(tab);
        messages(browser).button(TAKE_OVER).click();
        expect_kept(browser);
        rate(browser, level);
        note(browser).type_text(level);
        expect_kept(browser);
    }
    for tab in &tabs {
        browser.turn_to(tab);
        rating(browser, "Partly").expect_checked();
        note(browser).expect_value("PartlyLargelyFullyPartly");
    }
    browser.turn_to(&first);
    browser.only("banner").expect_text(READING);
    note(browser).expect_value("PartlyLargelyFullyPartly");
    for tab in &tabs {
        browser.turn_to(tab);
        browser.close_tab();
    }
    browser.turn_to(&first);
    expect_kept(browser);
}
