//! Files that are locked with a password.

use std::fs;
use std::path::Path;

use super::steps::{begin_at_item, go_home, go_to_item, messages, open_file, rate, rating, wipe};
use crate::browser::Browser;
use crate::locator::{Find, Locator};

const PASSWORD: &str = "four words – únlike, each";

fn part(browser: &Browser) -> Locator<'_> {
    browser.region("A file with a password")
}

fn question(browser: &Browser) -> Locator<'_> {
    browser.dialog("Unlock the file")
}

/// A password is asked for twice; the file says nothing without it, and opens with it.
pub fn a_locked_file_comes_back(browser: &Browser) {
    let overview = begin_at_item(browser, "4.1");
    rate(browser, "Largely");
    browser.open(&format!("{overview}/report"));
    part(browser).expect_text("Nobody can recover this password");
    part(browser).password("Password").fill("short");
    part(browser).button("Save locked file").click();
    part(browser).expect_text("Choose a longer password");
    part(browser).password("Password").expect_focused();
    part(browser).password("Password").fill(PASSWORD);
    part(browser).password("Password again").fill("something else");
    part(browser).button("Save locked file").click();
    part(browser).expect_text("The two passwords aren’t the same.");
    browser.expect_accessible();
    part(browser).password("Password again").fill(PASSWORD);
    part(browser).button("Save locked file").click();
    messages(browser).expect_text("was locked, unlocked again to be sure");
    part(browser).password("Password").expect_value("");
    let file = browser.saved_file();
    let name = file.file_name().and_then(|name| name.to_str()).expect("a name");
    assert!(name.starts_with("Acme-2026-2") && name.ends_with(".locked.json"), "{name}");
    let text = fs::read_to_string(&file).expect("text");
    assert!(text.contains("\"rounds\":600000") && !text.contains("Acme"), "{text}");

    browser.open("");
    wipe(browser);
    browser.reload();
    browser.region("Your assessments").expect_gone();
    open_file(browser, &file);
    question(browser).password("Password").fill("four words – unlike, each");
    question(browser).button("Unlock").click();
    question(browser).expect_text("This isn’t the password that the file was locked with.");
    browser.expect_accessible();
    question(browser).password("Password").fill(PASSWORD);
    question(browser).button("Unlock").click();
    browser.heading("Acme 2026").expect_shown();
    go_to_item(browser, &overview, "4.1");
    rating(browser, "Largely").expect_checked();
}

/// One that another program has made opens too; a damaged one is told from a wrong password.
pub fn a_locked_file_says_what_is_wrong(browser: &Browser) {
    let made = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/half.locked.json");
    let text = fs::read_to_string(&made).expect("text");
    browser.open("");
    let cases = [
        (text.replacen("\"content\":\"", "\"content\":\"AAAA", 1), "This locked file is damaged"),
        (text.replace("600000", "600001"), "This locked file is damaged"),
        (text.replace("600000", "4000000000"), "keep your computer busy for very long"),
        (text.replace("\"version\":1", "\"version\":2"), "doesn’t know"),
    ];
    for (text, words) in cases {
        open_file(browser, &browser.write_file("wrong.locked.json", &text));
        messages(browser).expect_text(words);
        messages(browser).button("Close").click();
    }
    open_file(browser, &made);
    question(browser).button("Cancel").click();
    question(browser).expect_gone();
    open_file(browser, &made);
    question(browser).password("Password").fill("correct horse – Batterie");
    browser.press("Enter");
    browser.heading("Acme GmbH: ISMS 2026").expect_shown();

    browser.open(&format!("{}/time", browser.place()));
    browser.file_input("Compare with an assessment file").choose_file(&made);
    browser.region("Compare two states").expect_text("Open it on the first page");
    go_home(browser);
}
