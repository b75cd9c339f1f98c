//! The page from which files are taken, and the worker that makes them.

use std::fs;
use std::io::{Cursor, Read as _, Write as _};
use std::path::{Path, PathBuf};

use serde_json::Value;
use zip_archive::{ZipArchive, ZipWriter, write::SimpleFileOptions};

use super::accessible::expect_accessible;
use super::steps::{assessment_in, begin, begin_at_item, go_to_item, messages, note, rate, rating};
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
    assert!(of_report.contains(".html"), "{of_report}");
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

/// Changes texts in a workbook as the program would in which somebody edits it.
fn edit(file: &Path, changes: &[(&str, &str)]) {
    let bytes = fs::read(file).expect("a workbook");
    let mut archive = ZipArchive::new(Cursor::new(bytes)).expect("a workbook");
    let mut edited = ZipWriter::new(Cursor::new(Vec::new()));
    for place in 0..archive.len() {
        let mut part = archive.by_index(place).expect("a part");
        let mut text = String::new();
        part.read_to_string(&mut text).expect("a text");
        for (from, to) in changes {
            text = text.replace(from, to);
        }
        let name = part.name().expect("a name");
        edited.start_file(name, SimpleFileOptions::default()).expect("a part is begun");
        edited.write_all(text.as_bytes()).expect("a part is written");
    }
    let bytes = edited.finish().expect("a workbook").into_inner();
    fs::write(file, bytes).expect("the workbook is written");
}

const BACK: &str = "Bring back an edited workbook";

/// Makes a workbook of an assessment with a rating and two notes, and edits all three in it.
fn edited_workbook(browser: &Browser) -> (String, PathBuf) {
    let overview = begin_at_item(browser, "4.1");
    rate(browser, "Largely");
    note(browser).type_text("Context as of spring");
    go_to_item(browser, &overview, "4.2");
    note(browser).type_text("Customers as of spring");
    browser.link("Report").click();
    let file = make(browser, "Excel (.xlsx)");
    edit(&file, &[("of spring", "of autumn"), (">Largely<", ">Fully<")]);
    (overview, file)
}

fn bring_back(browser: &Browser, file: &Path) {
    browser.file_input("Edited workbook").choose_file(file);
}

pub fn an_edited_workbook_comes_back(browser: &Browser) {
    let (overview, file) = edited_workbook(browser);
    bring_back(browser, &file);
    let back = browser.region(BACK);
    back.expect_text("”: 3. Ticked: 3.");
    back.expect_text("Context as of spring");
    back.expect_text("Context as of autumn");
    expect_accessible(browser);
    browser.button("Untick all").click();
    browser.button("Take over 0 changes").expect_disabled();
    browser.checkbox(starting_with("Take over Answers!G2: ")).click();
    browser.button("Take over 1 change").expect_enabled();
    browser.button("Tick all").click();
    browser.button("Take over 3 changes").click();
    messages(browser).expect_text("3 changes from the workbook are taken over.");
    browser.button("Take over 3 changes").expect_gone();

    // Nothing is left to be taken over, and one step takes back all.
    bring_back(browser, &file);
    back.expect_text("Nothing changes");
    browser.button("Leave everything as it is").click();
    go_to_item(browser, &overview, "4.1");
    rating(browser, "Fully").expect_checked();
    note(browser).expect_value("Context as of autumn");
    browser.button("Undo").click();
    rating(browser, "Largely").expect_checked();
    note(browser).expect_value("Context as of spring");
    go_to_item(browser, &overview, "4.2");
    note(browser).expect_value("Customers as of spring");
}

pub fn what_changed_here_too_is_not_ticked(browser: &Browser) {
    let (overview, file) = edited_workbook(browser);
    go_to_item(browser, &overview, "4.1");
    note(browser).fill("Context as of winter");
    browser.open(&format!("{overview}/report"));
    bring_back(browser, &file);
    let back = browser.region(BACK);
    back.expect_text("3, of which 1 also changed here since it was made. Ticked: 2.");
    browser.checkbox(starting_with("Take over Answers!G2: ")).expect_unchecked();
    browser.checkbox(starting_with("Take over Answers!G3: ")).expect_checked();
    browser.button("Take over 2 changes").click();
    go_to_item(browser, &overview, "4.1");
    rating(browser, "Fully").expect_checked();
    note(browser).expect_value("Context as of winter");
    go_to_item(browser, &overview, "4.2");
    note(browser).expect_value("Customers as of autumn");
}

pub fn what_cannot_be_taken_over_is_told(browser: &Browser) {
    let (_, file) = edited_workbook(browser);
    edit(&file, &[(">Fully<", ">Mostly<")]);
    let back = browser.region(BACK);
    bring_back(browser, &browser.write_file("notes.xlsx", "No workbook"));
    back.expect_text("This is no Excel workbook. Save it as .xlsx and choose it again.");

    // What was compared with other answers is shown no more.
    bring_back(browser, &file);
    browser.button("Take over 2 changes").expect_shown();
    browser.button("Undo").click();
    back.expect_text("The answers have changed since this workbook was compared with them.");
    browser.button("Take over 2 changes").expect_gone();
    browser.button("Redo").click();
    bring_back(browser, &file);
    back.expect_text("Answers!E2: “Mostly” isn’t in the list.");
    browser.button("Leave everything as it is").click();
    browser.button("Leave everything as it is").expect_gone();
    browser.file_input("Edited workbook").expect_focused();

    // In the assessment that is begun now, nothing of it is known.
    let overview = begin(browser, "Another");
    browser.open(&format!("{overview}/report"));
    bring_back(browser, &file);
    back.expect_text("This workbook is from another assessment, “Acme 2026”.");
}

pub fn it_is_accessible(browser: &Browser) {
    let overview = begin(browser, "Acme 2026");
    browser.open(&format!("{overview}/report"));
    browser.disclosure(starting_with("Sections: ")).click();
    browser.disclosure("On the cover").click();
    expect_accessible(browser);
}
