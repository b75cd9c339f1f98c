//! The page from which files are taken, and the worker that makes them.

use std::fs;
use std::path::PathBuf;

use serde_json::Value;

use super::accessible::expect_accessible;
use super::steps::{assessment_in, begin, begin_at_item, messages, rate};
use crate::browser::{Browser, eventually};
use crate::locator::{Find, starting_with};

/// How the names of the worker's files begin.
const WORKER: &str = "/scribe-";
const MAKE: &str = "Make the file";

/// Chooses a format on the page, and takes the file.
#[track_caller]
pub fn make(browser: &Browser, format: &str) -> PathBuf {
    browser.radio(starting_with(format)).click();
    browser.button(MAKE).click();
    let file = browser.saved_file();
    messages(browser).expect_text("was handed to your browser’s downloads");
    file
}

fn asked_for_worker(browser: &Browser) -> usize {
    browser.requests().iter().filter(|request| request.contains(WORKER)).count()
}

pub fn a_worker_makes_them(browser: &Browser) {
    begin_at_item(browser, "4.1");
    rate(browser, "Largely");
    assert_eq!(asked_for_worker(browser), 0, "before the page is opened");
    browser.link("Report").click();
    browser.heading("Reports").expect_shown();
    // Its script and its program, before anything is clicked.
    eventually(|| match asked_for_worker(browser) {
        2 => Ok(()),
        other => Err(format!("{other} files of the worker were fetched")),
    });

    let report = make(browser, "Web page (HTML)");
    let name = |file: &PathBuf| file.file_name().unwrap().to_string_lossy().into_owned();
    let of_report = name(&report);
    assert!(of_report.starts_with("Acme-2026-Gap-report-2"), "{of_report}");
    assert!(of_report.ends_with(".html"), "{of_report}");
    assert!(fs::read_to_string(&report).unwrap().contains("Acme 2026"));

    let results = make(browser, "Results (JSON)");
    assert!(name(&results).starts_with("Acme-2026-results-2"), "{}", name(&results));
    let results: Value = serde_json::from_str(&fs::read_to_string(results).unwrap()).unwrap();
    assert_eq!(results.pointer("/everything/counts/rated"), Some(&1.into()));
    assert!(results.pointer("/documents/0").is_some(), "the handbook was there");

    let calendar = fs::read_to_string(make(browser, "Calendar (.ics)")).unwrap();
    assert!(calendar.starts_with("BEGIN:VCALENDAR\r\n"), "{calendar}");

    let saved = assessment_in(&make(browser, "Assessment file"));
    assert_eq!(saved.pointer("/answers/4.1/rating"), Some(&"L".into()));
    assert_eq!(asked_for_worker(browser), 2, "one worker makes all");
}

pub fn the_choice_is_remembered(browser: &Browser) {
    let overview = begin(browser, "Acme 2026");
    browser.open(&format!("{overview}/report"));
    browser.radio(starting_with("Gap report")).expect_checked();
    browser.radio(starting_with("Risk treatment plan")).click();
    browser.disclosure(starting_with("Sections: 4 of 15")).click();
    browser.checkbox("Top risks").expect_checked();
    browser.checkbox("Top risks").click();
    browser.checkbox("Evidence").click();
    browser.disclosure("On the cover").click();
    browser.textbox("Prepared by").fill("Jane Doe");
    browser.textbox("Version").click();
    browser.radio(starting_with("Results (JSON)")).click();
    browser.only("main").expect_text("This file always holds everything");
    browser.radio(starting_with("Gap report")).expect_gone();

    browser.reload();
    browser.radio(starting_with("Results (JSON)")).expect_checked();
    browser.radio(starting_with("Web page (HTML)")).click();
    browser.radio(starting_with("Risk treatment plan")).expect_checked();
    browser.disclosure(starting_with("Sections: 4 of 15")).click();
    browser.checkbox("Top risks").expect_unchecked();
    browser.checkbox("Evidence").expect_checked();
    browser.disclosure("On the cover").click();
    browser.textbox("Prepared by").expect_value("Jane Doe");
    browser.radio(starting_with("Gap report")).click();
    browser.checkbox("Top risks").expect_unchecked();
    browser.checkbox("Findings").expect_checked();
}

/// The page stays usable while a file is made; what was cancelled isn't made, and the next file is.
pub fn making_one_can_be_cancelled(browser: &Browser) {
    let overview = begin(browser, "Acme 2026");
    browser.hold(Some(WORKER));
    browser.open(&format!("{overview}/report"));
    browser.button(MAKE).click();
    browser.only("main").expect_text("Getting ready to make the file");
    browser.radio(starting_with("Results (JSON)")).click();
    browser.button("Cancel").click();
    browser.button("Cancel").expect_gone();
    browser.button(MAKE).expect_focused();
    browser.hold(None);
    let file = make(browser, "Calendar (.ics)");
    assert!(file.extension().is_some_and(|kind| kind == "ics"), "{}", file.display());
}

pub fn a_worker_that_does_not_come_is_told(browser: &Browser) {
    let overview = begin(browser, "Acme 2026");
    browser.withhold(WORKER);
    browser.open(&format!("{overview}/report"));
    browser.heading("Reports").expect_shown();
    browser.button(MAKE).click();
    messages(browser).expect_text("The part of Plumbline that makes files didn’t arrive.");
    browser.button("Cancel").expect_gone();
    browser.expect_problem(WORKER);

    browser.withhold("nothing has this name");
    make(browser, "Web page (HTML)");
}

pub fn it_is_accessible(browser: &Browser) {
    let overview = begin(browser, "Acme 2026");
    browser.open(&format!("{overview}/report"));
    browser.disclosure(starting_with("Sections: ")).click();
    browser.disclosure("On the cover").click();
    expect_accessible(browser);
}
