//! Browsers that keep nothing, or nothing more, or keep what somebody else has written.

use std::path::Path;

use serde_json::Value;

use super::steps::{
    assessment_in, begin, begin_at_item, expect_kept, go_home, go_to_item, messages, note,
    open_file, rate, rating, stored, without_second_copy,
};
use crate::browser::Browser;
use crate::locator::Find;

/// Nothing is kept, everything else works, and the person is told at once.
pub fn refused(browser: &Browser) {
    browser.open("");
    browser.only("main").expect_text("This browser keeps nothing for this page.");
    let overview = begin_at_item(browser, "4.1");
    browser.only("banner").expect_text("Not kept: save a file");
    rate(browser, "Largely");
    note(browser).type_text("Seen");
    browser.open(&overview);
    browser.region("Whole assessment").expect_text("67% conformity");
    assert!(asks_before_closing(browser), "nothing is in a file");
    browser.button("Save file").click();
    let file = browser.saved_file();
    assert!(!asks_before_closing(browser), "all is in a file");

    browser.reload();
    browser.heading("This assessment can’t be opened").expect_shown();
    browser.only("main").expect_text("There is no such assessment in this browser.");
    browser.link("To your assessments").click();
    open_file(browser, &file);
    browser.heading("Acme 2026").expect_shown();
    browser.region("Whole assessment").expect_text("67% conformity");
    go_home(browser);
    browser.link("Acme 2026").expect_shown();
}

/// Leaves no room, and no second copy that could help.
fn fill(browser: &Browser) {
    without_second_copy(browser);
    browser.script(FILL, vec![]);
}

pub const FILL: &str = "
    let number = 0;
    for (let size = 2 ** 20; size >= 1; size /= 2) {
      try {
        for (;;) localStorage.setItem('x' + number++, 'x'.repeat(size));
      } catch {}
    }";

/// What doesn't fit any more stays on the screen and can be saved as a file.
pub fn full(browser: &Browser) {
    begin_at_item(browser, "4.1");
    expect_kept(browser);
    let before = stored(browser);
    fill(browser);

    rate(browser, "Fully");
    note(browser).type_text(&"A long note. ".repeat(20));
    messages(browser).expect_text("Not kept: the browser’s storage is full. Save a file now");
    browser.only("banner").expect_text("NOT kept: save a file");
    rating(browser, "Fully").expect_checked();
    browser.button("Save file").click();
    let saved = assessment_in(&browser.saved_file());
    assert_eq!(saved.pointer("/answers/4.1/rating"), Some(&"F".into()), "{saved}");
    assert_eq!(ours(&stored(browser)), ours(&before), "the old copy is whole");

    // As soon as there is room, the next change keeps everything.
    browser.script(MAKE_ROOM, vec![]);
    rate(browser, "Largely");
    expect_kept(browser);
    messages(browser).button(SAVE_NOW).expect_gone();
    browser.reload();
    rating(browser, "Largely").expect_checked();
    note(browser).expect_value(&"A long note. ".repeat(20));
}

pub const SAVE_NOW: &str = "Save a file now";
pub const MAKE_ROOM: &str =
    "for (const key of Object.keys(localStorage)) if (key[0] === 'x') localStorage.removeItem(key)";

/// Whether the browser would ask before the page goes.
fn asks_before_closing(browser: &Browser) -> bool {
    let script = "return !dispatchEvent(new Event('beforeunload', { cancelable: true }))";
    browser.script(script, vec![]) == Value::Bool(true)
}

/// What can't be kept is held on to wherever the person goes, until it is kept or in a file.
pub fn what_is_not_kept_is_not_let_go(browser: &Browser) {
    let beta = begin(browser, "Beta");
    let overview = begin_at_item(browser, "4.1");
    expect_kept(browser);
    assert!(!asks_before_closing(browser), "all is kept");
    fill(browser);
    let long = "A long note. ".repeat(20);
    note(browser).type_text(&long);
    messages(browser).expect_text("the browser’s storage is full");
    assert!(asks_before_closing(browser), "the note is on the screen only");

    go_home(browser);
    browser.button("Save file Acme 2026").click();
    let note_in = |file: &Path| assessment_in(file).pointer("/answers/4.1/note").cloned();
    assert_eq!(note_in(&browser.saved_file()), Some(long.clone().into()));
    assert!(!asks_before_closing(browser), "the note is in a file");
    browser.link("Acme 2026").click();
    go_to_item(browser, &overview, "4.1");
    note(browser).expect_value(&long);

    note(browser).type_text("More.");
    messages(browser).expect_text("the browser’s storage is full");
    browser.open(&beta);
    browser.heading("Your last changes aren’t kept yet").expect_shown();
    browser.expect_accessible();
    browser.link("Back to it").click();
    browser.heading("Acme 2026").expect_shown();
    go_to_item(browser, &overview, "4.1");
    note(browser).expect_value(&format!("{long}More."));

    // With a file in hand the other one can be opened.
    messages(browser).button(SAVE_NOW).click();
    assert_eq!(note_in(&browser.saved_file()), Some(format!("{long}More.").into()));
    browser.open(&beta);
    browser.heading("Beta").expect_shown();
    browser.button(SAVE_NOW).expect_gone();
}

/// Leaving the assessment is an occasion to try again.
pub fn what_was_not_kept_is_tried_again(browser: &Browser) {
    let overview = begin_at_item(browser, "4.1");
    expect_kept(browser);
    fill(browser);
    let long = "A long note. ".repeat(20);
    note(browser).type_text(&long);
    messages(browser).expect_text("the browser’s storage is full");
    browser.script(MAKE_ROOM, vec![]);
    go_home(browser);
    browser.button(SAVE_NOW).expect_gone();
    browser.reload();
    go_to_item(browser, &overview, "4.1");
    note(browser).expect_value(&long);
}

/// The app still starts where there is no room from the start.
pub fn full_from_the_start(browser: &Browser) {
    begin(browser, "Acme 2026");
    fill(browser);
    browser.open("");
    browser.reload();
    browser.textbox("Name of the assessment").fill("Beta");
    browser.button("Start the full analysis").click();
    messages(browser).expect_text("the browser’s storage is full");
    browser.button("Delete Acme 2026").click();
    messages(browser).expect_text("“Acme 2026” is deleted.");
    browser.button("Undo delete").click();
    browser.link("Acme 2026").expect_shown();
}

fn ours(stored: &Value) -> Vec<(&String, &Value)> {
    let all = stored.as_object().into_iter().flatten();
    all.filter(|(key, _)| key.starts_with("plumbline.")).collect()
}

/// What another tab deletes can still be kept.
pub fn another_tab_deletes_it(browser: &Browser) {
    begin_at_item(browser, "4.1");
    rate(browser, "Largely");
    expect_kept(browser);
    browser.in_another_tab(|| {
        browser.open("");
        browser.button("Delete Acme 2026").click();
        browser.link("Acme 2026").expect_gone();
    });
    messages(browser).expect_text("the assessment was deleted in another tab");
    browser.only("banner").expect_text("NOT kept: save a file");
    messages(browser).button("Keep mine as a copy").click();
    browser.heading("Acme 2026 (copy)").expect_shown();
    expect_kept(browser);
    browser.region("Whole assessment").expect_text("67% conformity");
}

/// Rates 4.1 *Largely* without this page hearing of it, as a tab that was frozen.
fn rate_unheard(browser: &Browser) {
    let script = r#"
        const key = Object.keys(localStorage).find((key) => key.startsWith("plumbline.assessment."));
        const text = localStorage.getItem(key).replace(/^plumbline .*\n/, "");
        localStorage.setItem(key, text.replace('"rating":"F"', '"rating":"L"'));"#;
    browser.script(script, vec![]);
}

/// Two tabs never undo each other's work in silence.
pub fn another_tab_has_written(browser: &Browser) {
    let overview = begin_at_item(browser, "4.1");
    rate(browser, "Fully");
    expect_kept(browser);
    rate_unheard(browser);
    let theirs = stored(browser);
    rate(browser, "Partly");
    messages(browser).expect_text("Not kept: the assessment was changed in another tab too.");
    browser.only("banner").expect_text("NOT kept: save a file");
    assert_eq!(stored(browser), theirs, "nothing is overwritten");
    rating(browser, "Partly").expect_checked();
    messages(browser).button(SAVE_NOW).click();
    let mine = assessment_in(&browser.saved_file());
    assert_eq!(mine.pointer("/answers/4.1/rating"), Some(&"P".into()), "{mine}");
    messages(browser).button("Keep mine as a copy").click();
    browser.heading("Acme 2026 (copy)").expect_shown();
    browser.region("Whole assessment").expect_text("33% conformity");
    go_to_item(browser, &overview, "4.1");
    rating(browser, "Largely").expect_checked();
}

pub fn the_other_tabs_state_can_be_taken(browser: &Browser) {
    begin_at_item(browser, "4.1");
    rate(browser, "Fully");
    expect_kept(browser);
    rate_unheard(browser);
    rate(browser, "Partly");
    messages(browser).button("Take the other tab’s").click();
    rating(browser, "Largely").expect_checked();
    expect_kept(browser);
    browser.button(SAVE_NOW).expect_gone();
    rate(browser, "Not in place");
    expect_kept(browser);
}
