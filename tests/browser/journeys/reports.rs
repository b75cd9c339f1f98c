//! The page from which files are taken, and the worker that makes them.

use std::fs;
use std::io::{Cursor, Read as _, Write as _};
use std::path::{Path, PathBuf};

use serde_json::Value;
use zip_archive::{ZipArchive, ZipWriter, write::SimpleFileOptions};

use super::accessible::expect_accessible;
use super::steps::{
    assessment_in, begin, begin_at_item, go_to_item, messages, note, open_file, rate, rating, wipe,
};
use crate::browser::{Browser, eventually};
use crate::engine::Engine;
use crate::locator::{Find, starting_with};

/// How the names of the worker's files begin.
const WORKER: &str = "/scribe-";
pub const MAKE: &str = "Make the file";

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

    // Without a date there is no calendar, and both the choice and the click say so.
    browser.radio(starting_with("Calendar (.ics)")).click();
    browser.only("main").expect_text("Nothing has a date yet");
    browser.button(MAKE).click();
    messages(browser).expect_text("Nothing has a date yet");

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
    let file = make(browser, "Results (JSON)");
    assert!(file.extension().is_some_and(|kind| kind == "json"), "{}", file.display());
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

/// A picker of files in place of the browser’s own, which no driver reaches. `plumblineFile` is what it
/// was asked for and what was written; with `full` in it, nothing more can be written.
const PICKER: &str = r#"
    window.plumblineFile = { written: [] };
    window.showSaveFilePicker = async (options) => {
      const file = window.plumblineFile;
      if (file.left) throw new DOMException("The person left.", "AbortError");
      if (file.refused) throw new DOMException("Not in a frame.", "SecurityError");
      file.types = JSON.stringify(options.types);
      return {
        name: options.suggestedName,
        createWritable: async () => {
          if (file.full) throw new DOMException("The disk is full.", "QuotaExceededError");
          const parts = [];
          return {
            write: async (part) => { parts.push(part); },
            close: async () => { file.written.push(await new Blob(parts).text()); },
            abort: async () => {},
          };
        },
      };
    };
"#;

/// What was written to the file last, and how often one was.
fn written(browser: &Browser) -> (String, u64) {
    let script =
        "return [window.plumblineFile.written.at(-1), window.plumblineFile.written.length]";
    let written = browser.script(script, Vec::new());
    let text = written.pointer("/0").and_then(Value::as_str).unwrap_or_default().to_owned();
    (text, written.pointer("/1").and_then(Value::as_u64).unwrap_or_default())
}

const CHOOSE: &str = "Choose where to save…";

pub fn the_same_file_is_written_again(browser: &Browser) {
    let overview = begin_at_item(browser, "4.1");
    rate(browser, "Largely");
    if browser.engine == Engine::Firefox {
        // It has no picker, and what a driver puts in its place is of another realm than the page.
        browser.link("Report").click();
        browser.button(MAKE).expect_shown();
        browser.button(CHOOSE).expect_gone();
        return;
    }
    browser.script(PICKER, Vec::new());
    browser.link("Report").click();
    browser.radio(starting_with("Assessment file")).click();

    // Whoever changes their mind is told nothing; who may not choose is told what to do.
    browser.script("window.plumblineFile.left = true", Vec::new());
    browser.button(CHOOSE).click();
    browser.script("window.plumblineFile = { written: [], refused: true }", Vec::new());
    browser.button(CHOOSE).click();
    messages(browser).expect_text("The browser doesn’t let you choose a file here");
    browser.script("window.plumblineFile = { written: [] }", Vec::new());

    browser.button(CHOOSE).click();
    messages(browser).expect_text("Saved to “Acme-2026-2");
    browser.button(MAKE).expect_focused();
    browser.only("main").expect_text("“Save file” and Ctrl+S save to it too.");
    let types = browser.script("return window.plumblineFile.types", Vec::new());
    assert_eq!(types, r#"[{"accept":{"application/json":[".plumbline.json"]}}]"#);
    let (text, count) = written(browser);
    assert!(text.contains(r#""4.1":{"rating":"L"}"#) && count == 1, "{count}: {text}");
    expect_accessible(browser);

    go_to_item(browser, &overview, "4.1");
    rate(browser, "Fully");
    browser.press("Control+s");
    eventually(|| match written(browser) {
        (text, 2) if text.contains(r#""4.1":{"rating":"F"}"#) => Ok(()),
        other => Err(format!("{other:?}")),
    });

    // What can’t be written is handed over as ever.
    browser.script("window.plumblineFile.full = true", Vec::new());
    browser.button("Save file").click();
    messages(browser).expect_text("and is as it was.");
    assert!(assessment_in(&browser.saved_file()).pointer("/answers/4.1").is_some());
    assert_eq!(written(browser).1, 2);
    browser.script("window.plumblineFile.full = false", Vec::new());

    // Another kind of file is another file.
    browser.link("Report").click();
    browser.radio(starting_with("Web page (HTML)")).click();
    browser.button(CHOOSE).click();
    messages(browser).expect_text("Saved to “Acme-2026-Gap-report-2");
    assert!(written(browser).0.starts_with("<!DOCTYPE html>"));
    browser.radio(starting_with("One-page summary")).click();
    browser.button(CHOOSE).expect_shown();
    browser.radio(starting_with("Gap report")).click();
    browser.button("Save to the downloads again").click();
    browser.button(MAKE).expect_focused();
    make(browser, "Web page (HTML)");
}

pub fn it_is_branded(browser: &Browser) {
    const SVG: &str = "<svg xmlns='http://www.w3.org/2000/svg' width='40' height='10'>\
        <rect width='40' height='10' fill='#0b5563'/></svg>";
    let overview = begin(browser, "Acme 2026");
    browser.open(&format!("{overview}/report"));
    browser.disclosure("Your branding").click();
    browser.textbox("Name on reports").fill("Northwind Advisers");
    let text = |name, content| browser.write_file(name, content);
    let logo = browser.file_input("Logo");
    logo.choose_file(&text("logo.svg", "no picture"));
    browser.only("main").expect_text("The browser can’t show this picture.");
    logo.choose_file(&text("logo.svg", SVG));
    browser.button("Remove the logo").expect_shown();
    let png = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/report/docx/logo.png");
    logo.choose_file(&png);

    // Too faint for titles: the nearest darker colour is used.
    browser.textbox("Colour").fill("#ffd400");
    browser.only("main").expect_text("Titles need 4.5:1 to be read well");
    browser.textbox("Colour").fill("#0b5563");
    browser.only("main").expect_text("Titles in it can be read well.");
    expect_accessible(browser);

    browser.button("Save as a file").click();
    let preset = browser.saved_file();
    browser.button("Clear all").click();
    browser.textbox("Name on reports").expect_value("");
    browser.file_input("Open a branding file").choose_file(&preset);
    messages(browser).expect_text("The branding is taken from the file.");
    browser.textbox("Name on reports").expect_value("Northwind Advisers");
    browser.textbox("Colour").expect_value("#0b5563");
    browser.button("Remove the logo").expect_shown();

    let report = fs::read_to_string(make(browser, "Web page (HTML)")).unwrap();
    assert!(report.contains("Northwind Advisers") && report.contains("#0b5563"));
    assert!(report.contains("data:image/png;base64,") && !report.contains("width='40'"));
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

pub fn what_fits_nothing_here_changes_nothing(browser: &Browser) {
    let (_, file) = edited_workbook(browser);
    let own = fs::read_to_string(make(browser, "Assessment file")).unwrap();
    let other = file.with_file_name("other.xlsx");
    fs::copy(&file, &other).unwrap();
    edit(&other, &[(">iso27001-2022<", ">nist-csf-2<")]);
    bring_back(browser, &other);
    let back = browser.region(BACK);
    back.expect_text("This workbook is from another questionnaire (nist-csf-2)");

    // Of a newer Plumbline, so nothing of it can be changed by this one.
    let newer = own.replace("\"version\":1,\"app\"", "\"version\":2,\"signature\":\"x\",\"app\"");
    assert_ne!(newer, own, "the version begins the file");
    browser.open("");
    wipe(browser);
    browser.reload();
    open_file(browser, &browser.write_file("newer.plumbline.json", &newer));
    browser.heading("Acme 2026").expect_shown();
    browser.link("Report").click();
    bring_back(browser, &file);
    back.expect_text("This assessment can’t be changed here, so nothing can be taken over.");
    browser.button("Take over 3 changes").expect_disabled();
}

pub fn it_is_accessible(browser: &Browser) {
    let overview = begin(browser, "Acme 2026");
    browser.open(&format!("{overview}/report"));
    browser.disclosure(starting_with("Sections: ")).click();
    browser.disclosure("On the cover").click();
    expect_accessible(browser);
}
