//! Back, forward, bookmarks, and addresses that lead nowhere.

use super::steps::{CLAUSE_4, ITEM_4_1, begin, rate, rating};
use crate::browser::Browser;
use crate::locator::{Find, starting_with};

pub fn back_and_forward(browser: &Browser) {
    let overview = begin(browser, "Acme 2026");
    browser.expect_title("Acme 2026 – Plumbline");
    browser.link(CLAUSE_4).click();
    browser.expect_title("4 Context of the organization – Plumbline");
    browser.link(ITEM_4_1).click();
    browser.expect_title("4.1 Understanding the organization and its context – Plumbline");
    rate(browser, "Partly");
    browser.back();
    // Back at the link that was followed.
    browser.link(ITEM_4_1).expect_focused();
    browser.expect_title("4 Context of the organization – Plumbline");
    browser.back();
    browser.link(CLAUSE_4).expect_focused();
    browser.expect_place(&overview);
    browser.forward();
    browser.forward();
    browser.heading(ITEM_4_1).expect_focused();
    rating(browser, "Partly").expect_checked();
}

pub fn every_page_has_an_address(browser: &Browser) {
    let overview = begin(browser, "Acme 2026");
    let pages = [
        ("", "Acme 2026"),
        ("/all", "All items"),
        ("/group/A.7", "A.7 Physical controls"),
        ("/item/A.8.34", "A.8.34 Protection of information systems during audit testing"),
        ("/why/low/section/annex-a", "How the low end of the range was computed: Annex A"),
    ];
    for (page, heading) in pages {
        browser.reopen();
        browser.open(&format!("{overview}{page}"));
        browser.heading(heading).expect_shown();
        browser.expect_title(&format!("{heading} – Plumbline"));
    }
}

pub fn nowhere(browser: &Browser) {
    let overview = begin(browser, "Acme 2026");
    for place in [
        "#/nowhere",
        &format!("{overview}/item/99.9"),
        &format!("{overview}/group/B.5"),
        &format!("{overview}/nothing"),
    ] {
        browser.open(place);
        browser.heading("There is nothing here").expect_shown();
        browser.expect_title("There is nothing here – Plumbline");
    }
    browser.open("#/a/long-gone");
    browser.heading("This assessment can’t be opened").expect_shown();
    browser.only("main").expect_text("There is no such assessment in this browser.");
    browser.link("To your assessments").click();
    browser.link(starting_with("Acme 2026")).expect_shown();
}
