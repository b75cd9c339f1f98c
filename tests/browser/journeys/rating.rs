//! Rating items, on the three kinds of page that let a person do it or show it.

use super::steps::{
    CLAUSE_4, EVERYTHING, ITEM_4_1, begin, begin_at_item, expect_kept, go_to_item, note, rate,
    rating,
};
use crate::browser::Browser;
use crate::locator::{Find, starting_with};

pub fn rate_reload_resume(browser: &Browser) {
    begin(browser, "Acme 2026");
    browser.region(EVERYTHING).expect_text("no conformity yet");
    browser.region(EVERYTHING).expect_text("0 of 123");
    browser.link("Start with the first item").click();

    browser.heading(ITEM_4_1).expect_shown();
    rate(browser, "Largely");
    browser.region(CLAUSE_4).expect_text("67% conformity");
    browser.region(CLAUSE_4).expect_text("Range 17–92%");
    browser.region(CLAUSE_4).expect_text("25% · 1 of 4");
    browser.region(EVERYTHING).expect_text("1 of 123");

    expect_kept(browser);
    browser.reload();
    rating(browser, "Largely").expect_checked();
    browser.region(CLAUSE_4).expect_text("67% conformity");

    browser.reopen();
    browser.region("Your assessments").expect_text("1 of 123 looked at");
    browser.link("Acme 2026").click();
    browser.link("Continue with the next open item").click();
    browser.heading(starting_with("4.2 ")).expect_shown();
}

pub fn a_rating_can_be_cleared(browser: &Browser) {
    begin_at_item(browser, "4.1");
    rate(browser, "Fully");
    browser.region(CLAUSE_4).expect_text("100% conformity");
    browser.button("Clear rating").click();
    rating(browser, "Fully").expect_unchecked();
    rating(browser, "Not in place").expect_focused();
    browser.only("status").expect_text("no conformity yet, range 0–100%, 0 of 4 looked at.");
    browser.region(CLAUSE_4).expect_text("no conformity yet");
    browser.region(CLAUSE_4).expect_text("0 of 4");
}

/// Where everything is short, a choice can be taken back too.
pub fn a_choice_can_be_taken_back(browser: &Browser) {
    begin_at_item(browser, "4.1");
    browser.disclosure(starting_with("Check-points")).click();
    let first = browser.group(starting_with("Have you identified"));
    first.radio("No").click();
    browser.disclosure(starting_with("Check-points")).expect_text("1 of 5 answered");
    first.button("Clear").click();
    first.radio("No").expect_unchecked();
    browser.disclosure(starting_with("Check-points")).expect_text("0 of 5 answered");
}

pub fn dont_know_is_looked_at_but_not_rated(browser: &Browser) {
    begin_at_item(browser, "4.1");
    rate(browser, "Don’t know");
    browser.region(CLAUSE_4).expect_text("no conformity yet");
    browser.region(CLAUSE_4).expect_text("25% · 1 of 4");
}

pub fn rate_all_items_on_one_page(browser: &Browser) {
    let overview = begin(browser, "Acme 2026");
    browser.link("Rate all items on one page").click();
    browser.heading("All items").expect_shown();
    browser.group(ITEM_4_1).radio("Fully").click();
    browser.only("status").expect_text(
        "4 Context of the organization: conformity 100%, range 25–100%, 1 of 4 looked at.",
    );
    browser.group(starting_with("4.2 ")).radio("Not in place").click();
    browser.only("main").expect_text("Whole assessment 50% 1–99% 2 of 123 looked at");
    browser.group(starting_with("A.8.34 ")).radio("Don’t know").click();
    browser.only("main").expect_text("Whole assessment 50% 1–99% 3 of 123 looked at");

    expect_kept(browser);
    browser.reload();
    browser.group(ITEM_4_1).radio("Fully").expect_checked();
    browser.open(&overview);
    browser.only("main").expect_text(
        "4 Context of the organization 2 rated, 2 open Probable findings: 1 major 50% 25–75% 2 of 4 looked at",
    );
}

pub fn a_group_shows_its_items(browser: &Browser) {
    begin(browser, "Acme 2026");
    browser.link(CLAUSE_4).click();
    browser.heading(CLAUSE_4).expect_shown();
    browser.only("main").expect_text("4.1 Understanding the organization and its context");
    browser.link(ITEM_4_1).click();
    rate(browser, "Partly");
    browser.back();
    browser.heading(CLAUSE_4).expect_shown();
    browser.region("Result").expect_text("33% conformity");
    browser.region("Result").expect_text("Range 8–83%");
    browser
        .only("main")
        .expect_text("climate change included, helps or harms your information security? Partly");
}

/// Closing the tab writes what was typed a moment before.
pub fn a_note_is_kept_when_the_tab_is_closed_at_once(browser: &Browser) {
    let overview = begin_at_item(browser, "4.1");
    note(browser).type_text("Told by the CISO");
    browser.reopen();
    go_to_item(browser, &overview, "4.1");
    note(browser).expect_value("Told by the CISO");

    note(browser).type_text(", in May");
    browser.reload();
    note(browser).expect_value("Told by the CISO, in May");
}
