//! Snapshots, their trend, two states compared, and the next cycle.

use std::fs;

use serde_json::json;

use super::result::{QUICK, open_rated};
use super::steps::{
    ITEM_4_1, begin, begin_at_item, exclusion, expect_kept, go_to_item, justification, messages,
    rate, rating, stored,
};
use crate::browser::Browser;
use crate::locator::{Find, Locator, starting_with};

const FILE: &str = "Compare with an assessment file";

#[track_caller]
fn go_to_time(browser: &Browser, overview: &str) {
    browser.open(&format!("{overview}/time"));
    browser.heading("Over time").expect_shown();
}

fn name(browser: &Browser) -> Locator<'_> {
    browser.textbox("Name of the snapshot")
}

#[track_caller]
fn expect_accessible(browser: &Browser) {
    browser.resize(320, 640);
    let wider = browser.script("return document.documentElement.scrollWidth - innerWidth", vec![]);
    assert!(wider.as_i64() <= Some(0), "{wider} pixels have to be scrolled to sideways");
    for width in [360, 1280] {
        browser.resize(width, 900);
        browser.expect_accessible();
    }
}

pub fn snapshots_are_taken_renamed_and_removed(browser: &Browser) {
    let overview = begin_at_item(browser, "4.1");
    rate(browser, "Partly");
    go_to_time(browser, &overview);
    let list = browser.region("Snapshots");
    list.expect_text("No snapshot yet.");
    expect_accessible(browser);

    name(browser).expect_value("Snapshot 1");
    name(browser).fill(" ");
    browser.button("Take a snapshot").click();
    list.expect_text("Enter a name.");
    name(browser).expect_focused();
    name(browser).fill("First look");
    browser.button("Take a snapshot").click();
    browser.heading("Snapshots").expect_focused();
    list.expect_text("conformity 33%, range 0–99%, 1 of 123 looked at");
    browser.role("img", starting_with("Snapshots: 1, the first of ")).expect_shown();
    expect_accessible(browser);

    // The next one has a name of its own.
    name(browser).expect_value("Snapshot 1");
    browser.button("Take a snapshot").click();
    list.expect_text("Snapshot 1");
    name(browser).expect_value("Snapshot 2");
    let shown = "return [...document.querySelectorAll('select')]
        .find((field) => field.labels[0]?.textContent === 'Before').selectedOptions[0].text";
    let before = browser.script(shown, vec![]).as_str().unwrap_or_default().to_owned();
    assert!(before.contains("Snapshot 1, ") && before.contains(':'), "with the time: {before}");
    browser.button("Remove Snapshot 1").click();
    browser.button("Remove Snapshot 1").expect_gone();

    browser.button("Rename First look").click();
    let dialog = browser.dialog("Rename the snapshot");
    dialog.textbox("Name of the snapshot").fill("Before the audit");
    dialog.button("Rename").click();
    browser.button("Rename Before the audit").expect_focused();

    browser.button("Remove Before the audit").click();
    list.expect_text("No snapshot yet.");
    browser.heading("Snapshots").expect_focused();
    messages(browser).expect_text("“Before the audit” is removed.");
    browser.button("Undo").click();
    list.expect_text("Before the audit");
    expect_kept(browser);
    browser.reload();
    list.expect_text("Before the audit");
}

pub fn two_states_are_compared(browser: &Browser) {
    let overview = begin_at_item(browser, "4.1");
    rate(browser, "Partly");
    go_to_item(browser, &overview, "4.2");
    rate(browser, "Fully");
    go_to_time(browser, &overview);
    browser.region("Compare two states").expect_text("There is nothing to compare with yet");
    name(browser).fill("First look");
    browser.button("Take a snapshot").click();
    browser.region("Compare two states").expect_text("All 123 items are as before.");

    for (item, level) in [("4.1", "Fully"), ("4.2", "Not in place"), ("4.3", "Largely")] {
        go_to_item(browser, &overview, item);
        rate(browser, level);
    }
    go_to_item(browser, &overview, "A.5.7");
    exclusion(browser).click();
    justification(browser).type_text("Nobody would target us");
    go_to_time(browser, &overview);

    // (1/3 + 1) / 2 = 2/3, and (1 + 0 + 2/3) / 3 = 5/9.
    let compared = browser.region("Compare two states");
    compared.expect_text("Conformity fell from 67% to 56%.");
    compared.disclosure("Higher than before (1)").expect_shown();
    compared.disclosure("Lower than before (1)").expect_shown();
    compared.disclosure("Newly rated (1)").expect_shown();
    compared.disclosure("Newly excluded (1)").expect_shown();
    compared.expect_text("Partly, now Fully");
    compared.expect_text("As before: 119 items.");
    let table = compared.role("table", starting_with("Conformity before and after"));
    let cells = table.cells();
    assert_eq!(
        cells.get(1).map(|row| row.join("|")).as_deref(),
        Some("Whole assessment|67%\n1–99% · 2 of 123|56%\n1–99% · 3 of 122|▼ −11 points")
    );
    compared.expect_text("After conformity 56%, range 1–99%, 3 of 122 looked at");
    expect_accessible(browser);

    // The other way round what fell has risen.
    compared.combobox("Before").type_text("Now");
    compared.combobox("After").type_text("First");
    compared.expect_text("Conformity rose from 56% to 67%.");
    compared.expect_text("No longer excluded (1)");
    compared.link(starting_with("4.1 ")).click();
    browser.heading(starting_with("4.1 ")).expect_focused();
}

/// 19 of the quick check's 25 items are rated, with 31 of 57 thirds; one more item is rated afterwards.
pub fn different_questions_are_told_apart(browser: &Browser) {
    let overview = open_rated(browser, QUICK, &json!({ "selection": "quick" }));
    browser.open(&format!("{overview}/result"));
    browser.button("Continue with the full analysis").click();
    browser.heading("Acme 2026").expect_shown();
    go_to_item(browser, &overview, "4.1");
    rate(browser, "Fully");
    go_to_time(browser, &overview);

    let compared = browser.region("Compare two states");
    compared.expect_text("Not the same items were asked: before 25 of 123, after 123.");
    compared.expect_text("Items newly asked: 98.");
    compared.expect_text("Items rated both times: 19. Over these, conformity is 54%, as before.");
    compared.disclosure("Newly rated (1)").expect_shown();
    compared.disclosure("Newly asked, not yet rated (97)").expect_shown();
    compared.expect_text("As before: 25 items.");
    let table = compared.role("table", starting_with("Conformity before and after"));
    let change = |row: usize| table.cells().get(row).and_then(|row| row.last().cloned());
    assert_eq!(change(1).as_deref(), Some("Other items asked"));
    let trend = browser.region("Trend");
    trend.expect_text("so the line is broken");
    trend.disclosure("The numbers as a table").click();
    trend.expect_text("Quick check · 25 of 123 items asked");
    trend.expect_text("Now · 123 of 123 items asked");
    expect_accessible(browser);

    // A snapshot of just now says nothing: the one before stays beside it.
    browser.button("Take a snapshot").click();
    browser.region("Snapshots").expect_text("Snapshot 1");
    compared.expect_text("before 25 of 123, after 123.");
}

/// Last year's file is compared with, told about, and forgotten.
pub fn a_file_is_compared_and_not_kept(browser: &Browser) {
    let overview = begin_at_item(browser, "4.1");
    rate(browser, "Partly");
    browser.button("Save file").click();
    let file = fs::read_to_string(browser.saved_file()).expect("text");
    rate(browser, "Fully");
    expect_kept(browser);
    go_to_time(browser, &overview);
    let before = stored(browser);
    let compared = browser.region("Compare two states");

    browser.file_input(FILE).choose_file(&browser.write_file("wrong.plumbline.json", "[]"));
    compared.only("alert").expect_text("This is not a Plumbline file.");
    let older = file.replace("\"hash\":\"", "\"hash\":\"0").replace("Acme 2026", "Acme 2025");
    browser.file_input(FILE).choose_file(&browser.write_file("older.plumbline.json", &older));
    compared.expect_text("The file was saved with version ");
    compared.expect_text("Conformity rose from 33% to 100%.");
    compared.combobox("Before").expect_value("file");
    expect_accessible(browser);
    // A file that can't be read leaves nothing of the one before it.
    browser.file_input(FILE).choose_file(&browser.write_file("wrong.plumbline.json", "{}"));
    compared.expect_text("There is nothing to compare with yet");

    assert_eq!(stored(browser), before, "nothing of the file is kept");
    browser.reload();
    compared.expect_text("There is nothing to compare with yet");
}

pub fn the_next_cycle_begins_from_this_one(browser: &Browser) {
    let overview = begin(browser, "Acme 2026");
    go_to_item(browser, &overview, "4.1");
    rate(browser, "Largely");
    go_to_item(browser, &overview, "4.2");
    rate(browser, "Partly");
    go_to_time(browser, &overview);
    browser.textbox("Name of the new assessment").expect_value("Acme 2026, next cycle");
    browser.textbox("Name of the new assessment").fill("Acme 2027");
    browser.button("Start the next cycle").click();
    browser.heading("Acme 2027").expect_shown();

    let next = browser.place();
    assert_ne!(next, overview);
    let main = browser.only("main");
    main.expect_text("Marked for review: 2");
    browser.expect_accessible();
    browser.open(&format!("{next}/all"));
    browser.group(ITEM_4_1).radio("Largely").expect_checked();
    main.expect_text("Understanding the organization and its context For review");
    browser.open(&next);

    // The way leads from mark to mark; rating anew takes it away, in one step.
    browser.link("Continue with the next marked item").click();
    browser.heading(ITEM_4_1).expect_focused();
    rating(browser, "Largely").expect_checked();
    main.expect_text("Marked for review: rate it as it is today.");
    browser.expect_accessible();
    rate(browser, "Fully");
    main.expect_text("No longer marked for review.");
    browser.checkbox("Mark for review").expect_unchecked();
    browser.button("Undo").click();
    browser.checkbox("Mark for review").expect_checked();
    rating(browser, "Largely").expect_checked();
    // What still holds needn't be rated anew.
    browser.button("It still holds").click();
    browser.checkbox("Mark for review").expect_unchecked();
    browser.link(starting_with("Next 4.2 ")).click();
    rating(browser, "Partly").expect_checked();
    browser.open(&next);
    main.expect_text("Marked for review: 1");
    browser.button("List them").click();
    main.expect_text("1 of 123 items");
    go_to_time(browser, &next);
    browser.region("Snapshots").expect_text("Acme 2026");
    go_to_time(browser, &overview);
    browser.region("Snapshots").expect_text("No snapshot yet.");
}
