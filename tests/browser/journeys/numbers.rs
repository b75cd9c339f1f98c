//! "How was this computed?" can be checked with pencil and paper.

use super::steps::{CLAUSE_4, begin_at_item, go_to_item, rate};
use crate::browser::Browser;
use crate::locator::{Find, starting_with};

pub fn the_arithmetic_is_that_of_the_number(browser: &Browser) {
    let overview = begin_at_item(browser, "4.1");
    rate(browser, "Largely");
    go_to_item(browser, &overview, "4.2");
    rate(browser, "Partly");
    go_to_item(browser, &overview, "4.3");
    rate(browser, "Don’t know");
    browser.region(CLAUSE_4).expect_text("50% conformity");
    browser.region(CLAUSE_4).expect_text("Range 25–75%");
    browser.region(CLAUSE_4).expect_text("75% · 3 of 4");
    browser.region(CLAUSE_4).link("How was this computed?").click();

    let numbers = [
        ("conformity", "50%"),
        ("the low end of the range", "25%"),
        ("the high end of the range", "75%"),
        ("completeness", "75%"),
    ];
    for (number, percent) in numbers {
        browser.role("navigation", "Numbers").link(number).click();
        browser.heading(starting_with(&format!("How {number} was computed"))).expect_shown();
        expect_arithmetic(browser, percent);
    }
    browser.link(starting_with("4.2 ")).click();
    browser.heading(starting_with("4.2 ")).expect_shown();
}

/// The rows add up to the sum, and the sum divided is the number.
#[track_caller]
fn expect_arithmetic(browser: &Browser, percent: &str) {
    let rows = browser.only("table").cells();
    let [_, items @ .., sum] = rows.as_slice() else { panic!("a table with a sum: {rows:?}") };
    assert_eq!(items.len(), 4, "the items of clause 4: {items:?}");
    let number = |text: &String| text.parse::<u64>().ok();
    // "not counted" is no number, and neither is the empty cell beside it.
    let add = |column: usize| items.iter().filter_map(|row| number(row.get(column)?)).sum::<u64>();
    let (above, below) = (add(3), add(4));
    assert_eq!(sum.get(1).and_then(number), Some(above), "{sum:?}");
    assert_eq!(sum.get(2).and_then(number), Some(below), "{sum:?}");
    let rounded = (above * 200 + below) / (below * 2);
    assert_eq!(format!("{rounded}%"), percent);
    browser.only("main").expect_text(&format!("{above} ÷ {below} = {percent}"));
}

pub fn the_average_names_what_it_averages(browser: &Browser) {
    let overview = begin_at_item(browser, "4.1");
    rate(browser, "Largely");
    go_to_item(browser, &overview, "A.6.1");
    rate(browser, "Not in place");
    browser.open(&overview);
    browser
        .only("main")
        .expect_text("Averaged over clauses and themes instead, conformity is 33%.");
    browser.open(&format!("{overview}/why/average"));
    browser.only("table").expect_text("4 Context of the organization 2 ÷ 3 = 67%");
    browser.only("table").expect_text("A.6 People controls 0 ÷ 1 = 0%");
    browser.only("table").expect_text("A.7 Physical controls not counted");
    browser.only("table").expect_text("Average 33%");
    super::accessible::expect_accessible(browser);
}

pub fn of_what_is_not_there(browser: &Browser) {
    let overview = begin_at_item(browser, "4.1");
    browser.open(&format!("{overview}/why/conformity/section/annex-b"));
    browser.heading("There is nothing here").expect_shown();
}

pub fn nothing_rated_has_no_number(browser: &Browser) {
    let overview = begin_at_item(browser, "4.1");
    browser.open(&format!("{overview}/why/conformity/everything"));
    browser.only("main").expect_text("Nothing counts yet, so there is no number.");
}
