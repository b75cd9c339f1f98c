//! Browsers that keep nothing, or nothing more, or keep what somebody else has written.

use serde_json::Value;

use super::steps::{
    assessment_in, begin, begin_at_item, expect_kept, go_home, messages, note, open_file, rate,
    rating, stored,
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
    browser.region("Both together").expect_text("67 % conformity");
    browser.button("Save file").click();
    let file = browser.saved_file();

    browser.reload();
    browser.heading("This assessment can’t be opened").expect_shown();
    browser.only("main").expect_text("There is no such assessment in this browser.");
    browser.link("To your assessments").click();
    open_file(browser, &file);
    browser.heading("Acme 2026").expect_shown();
    browser.region("Both together").expect_text("67 % conformity");
    go_home(browser);
    browser.link("Acme 2026").expect_shown();
}

const FILL: &str = "
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
    browser.script(FILL, vec![]);

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
    browser.script("for (const key of Object.keys(localStorage)) if (key[0] === 'x') localStorage.removeItem(key)", vec![]);
    rate(browser, "Largely");
    expect_kept(browser);
    browser.reload();
    rating(browser, "Largely").expect_checked();
    note(browser).expect_value(&"A long note. ".repeat(20));
}

/// The app still starts where there is no room from the start.
pub fn full_from_the_start(browser: &Browser) {
    begin(browser, "Acme 2026");
    browser.script(FILL, vec![]);
    browser.open("");
    browser.reload();
    browser.textbox("Name of the assessment").fill("Beta");
    browser.button("Begin").click();
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

/// Two tabs never undo each other's work in silence.
pub fn another_tab_has_written(browser: &Browser) {
    let overview = begin_at_item(browser, "4.1");
    expect_kept(browser);
    browser.in_another_tab(|| {
        browser.open(&format!("{overview}/item/4.1"));
        rate(browser, "Partly");
        expect_kept(browser);
    });
    let theirs = stored(browser);

    rate(browser, "Fully");
    messages(browser).expect_text("Not kept: the assessment was changed in another tab.");
    browser.only("banner").expect_text("NOT kept: save a file");
    assert_eq!(stored(browser), theirs, "nothing is overwritten");
    rating(browser, "Fully").expect_checked();
    browser.button("Save file").click();
    let mine = assessment_in(&browser.saved_file());
    assert_eq!(mine.pointer("/answers/4.1/rating"), Some(&"F".into()), "{mine}");

    browser.reload();
    rating(browser, "Partly").expect_checked();
    expect_kept(browser);
}
