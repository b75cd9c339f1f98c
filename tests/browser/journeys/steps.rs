//! What many journeys do on their way, and the names they share.

use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::browser::Browser;
use crate::locator::{Find, Locator, starting_with};

/// The field of “Go to…”.
pub const GO: &str = "A page, an item by number or title, or something to do";

/// The result over everything, on the overview and beside an item.
pub const EVERYTHING: &str = "Whole assessment";
pub const CLAUSE_4: &str = "4 Context of the organization";
pub const ITEM_4_1: &str = "4.1 Understanding the organization and its context";
pub const ITEM_4_2: &str = "4.2 Understanding the needs and expectations of interested parties";
pub const CONTROL: &str = "A.5.7 Threat intelligence";

/// Begins an assessment on the first page; returns the place of its overview.
#[track_caller]
pub fn begin(browser: &Browser, name: &str) -> String {
    browser.open("");
    browser.textbox("Name of the assessment").fill(name);
    browser.button("Start the full analysis").click();
    browser.link("Skip this page").click();
    browser.heading(name).expect_shown();
    browser.place()
}

/// Begins an assessment and goes to one of its items, such as `4.1`.
#[track_caller]
pub fn begin_at_item(browser: &Browser, item: &str) -> String {
    let overview = begin(browser, "Acme 2026");
    go_to_item(browser, &overview, item);
    overview
}

#[track_caller]
pub fn go_to_item(browser: &Browser, overview: &str, item: &str) {
    browser.open(&format!("{overview}/item/{item}"));
    browser.heading(starting_with(&format!("{item} "))).expect_shown();
}

/// Chooses a level on the page of an item.
#[track_caller]
pub fn rate(browser: &Browser, level: &str) {
    rating(browser, level).click();
    rating(browser, level).expect_checked();
}

pub fn rating<'b>(browser: &'b Browser, level: &str) -> Locator<'b> {
    browser.group("How far is this in place?").radio(level)
}

pub fn note(browser: &Browser) -> Locator<'_> {
    browser.textbox("Note")
}

pub fn exclusion(browser: &Browser) -> Locator<'_> {
    browser.checkbox("This control does not apply to us")
}

pub fn justification(browser: &Browser) -> Locator<'_> {
    browser.textbox("Why does it not apply?")
}

/// Where the app tells what worked and what didn't.
pub fn messages(browser: &Browser) -> Locator<'_> {
    browser.region("Messages")
}

/// The header says that the stored copy is what is on the screen.
#[track_caller]
pub fn expect_kept(browser: &Browser) {
    browser.only("banner").expect_text("Kept in this browser");
}

/// Goes to the list of assessments.
#[track_caller]
pub fn go_home(browser: &Browser) {
    browser.link("Plumbline").click();
    browser.heading("How far from ISO/IEC 27001 are you?").expect_shown();
}

/// Opens a file on the first page.
#[track_caller]
pub fn open_file(browser: &Browser, file: &Path) {
    browser.file_input("Assessment file").choose_file(file);
}

/// What a saved file holds under `assessment`.
pub fn assessment_in(file: &Path) -> Value {
    let text = fs::read_to_string(file).expect("the saved file is text");
    let mut value: Value = serde_json::from_str(&text).expect("the saved file is JSON");
    value.get_mut("assessment").map(Value::take).expect("an assessment in the file")
}

/// Leaves nothing of the app in the browser.
#[track_caller]
pub fn wipe(browser: &Browser) {
    // A page that is still starting would bring back the one copy from the other.
    browser.button("Go to…").expect_shown();
    // The database is emptied, not deleted: a page that WebKit holds ready for the way back can have it
    // open, and then a deletion never ends.
    let script = "
        localStorage.clear();
        const page = (window.wrappedJSObject ?? window).plumbline;
        return page.copies(true).then((all) => {
            for (const name of Array.from(all[0] ?? [])) page.give(name, undefined);
            return page.commit();
        });";
    browser.script(script, vec![]);
}

/// Lets the browser's database refuse everything until the page is loaded anew.
#[track_caller]
pub fn without_second_copy(browser: &Browser) {
    let script = "
        const page = window.wrappedJSObject ?? window;
        Object.defineProperty(page.IDBFactory.prototype, 'open', { get() { throw new Error('no'); } })";
    browser.script(script, vec![]);
}

/// Everything that the browser keeps for the app.
#[track_caller]
pub fn stored(browser: &Browser) -> Value {
    browser.script("return { ...localStorage }", vec![])
}
