//! What doesn't apply leaves the scope, once it is said why.

use super::steps::{
    CONTROL, EVERYTHING, begin_at_item, exclusion, go_to_item, justification, rate, rating,
};
use crate::browser::Browser;
use crate::locator::Find;

const NOTICE: &str =
    "A.5.7 is marked as excluded without a justification: it counts as not answered.";

pub fn exclude_a_control(browser: &Browser) {
    let overview = begin_at_item(browser, "A.5.7");
    browser.heading(CONTROL).expect_shown();
    rate(browser, "Fully");
    browser.region(EVERYTHING).expect_text("1 of 123");

    exclusion(browser).click();
    browser.group("Applicability").expect_text("Write a justification");
    browser.region(EVERYTHING).expect_text("0 of 123");
    browser.open(&overview);
    browser.region("Annex A").expect_text("0 of 93");
    browser.only("main").expect_text("Needs your attention");
    browser.link(NOTICE).click();

    exclusion(browser).expect_checked();
    justification(browser).type_text("We have nothing that anybody wants");
    browser.region(EVERYTHING).expect_text("0 of 122");
    browser.open(&overview);
    browser.link(NOTICE).expect_gone();
    browser.region("Annex A").expect_text("0 of 92");
    browser.region("Clauses 4–10").expect_text("0 of 30");

    // The rating was only put aside.
    go_to_item(browser, &overview, "A.5.7");
    exclusion(browser).click();
    justification(browser).expect_gone();
    browser.region(EVERYTHING).expect_text("1 of 123");
    browser.region(EVERYTHING).expect_text("100% conformity");
}

/// A tick that was taken away by mistake costs no text, and meanwhile nothing can be rated.
pub fn what_was_written_stays_at_hand(browser: &Browser) {
    let overview = begin_at_item(browser, "A.5.7");
    exclusion(browser).click();
    rating(browser, "Fully").expect_disabled();
    browser.only("main").expect_text("its rating is put aside");
    browser.open(&format!("{overview}/all"));
    browser.link("Excluded: justification missing").click();
    browser.heading(CONTROL).expect_shown();
    justification(browser).type_text("Nobody would target us");
    let told = "A.5 Organizational controls: no conformity yet, range 0–100%, 0 of 36 looked at.";
    browser.only("status").expect_text(told);

    exclusion(browser).click();
    rating(browser, "Fully").expect_enabled();
    exclusion(browser).click();
    justification(browser).expect_value("Nobody would target us");
}

pub fn a_requirement_offers_no_exclusion(browser: &Browser) {
    begin_at_item(browser, "4.1");
    rate(browser, "Partly");
    exclusion(browser).expect_gone();
}
