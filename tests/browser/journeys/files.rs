//! Taking the work along as a file, and opening files of any kind.

use std::fs;

use super::steps::{
    CONTROL, EVERYTHING, ITEM_4_1, assessment_in, begin, begin_at_item, exclusion, expect_kept,
    go_home, go_to_item, justification, messages, note, open_file, rate, rating, stored, wipe,
};
use crate::browser::Browser;
use crate::locator::{Find, starting_with};

pub fn save_wipe_open(browser: &Browser) {
    let overview = begin_at_item(browser, "4.1");
    rate(browser, "Largely");
    note(browser).type_text("Umlaute: äöü, 株式会社 & <b>tags</b>\nSecond line");
    go_to_item(browser, &overview, "4.2");
    rate(browser, "Don’t know");
    go_to_item(browser, &overview, "A.5.7");
    exclusion(browser).click();
    justification(browser).type_text("Nobody would target us");
    let everything = browser.region(EVERYTHING).text();

    browser.button("Save file").click();
    messages(browser).expect_text("was handed to your browser’s downloads");
    let file = browser.saved_file();
    let name = file.file_name().and_then(|name| name.to_str()).expect("a name");
    assert!(name.starts_with("Acme-2026-2") && name.ends_with(".plumbline.json"), "{name}");
    let answers = assessment_in(&file);

    browser.open("");
    wipe(browser);
    browser.reload();
    browser.region("Your assessments").expect_gone();
    open_file(browser, &file);
    browser.heading("Acme 2026").expect_shown();
    browser.region(EVERYTHING).expect_text(&everything);

    go_to_item(browser, &overview, "4.1");
    rating(browser, "Largely").expect_checked();
    note(browser).expect_value("Umlaute: äöü, 株式会社 & <b>tags</b>\nSecond line");
    go_to_item(browser, &overview, "A.5.7");
    exclusion(browser).expect_checked();
    justification(browser).expect_value("Nobody would target us");

    browser.press("Control+s");
    assert_eq!(assessment_in(&browser.saved_file()), answers, "saved again");
}

pub fn the_list_saves_files_too(browser: &Browser) {
    begin_at_item(browser, "4.1");
    rate(browser, "Fully");
    expect_kept(browser);
    go_home(browser);
    browser.button("Save file Acme 2026").click();
    let saved = assessment_in(&browser.saved_file());
    assert_eq!(saved.pointer("/answers/4.1/rating"), Some(&"F".into()), "{saved}");
}

/// Whatever is chosen instead of an assessment is refused in words, and changes nothing.
pub fn a_wrong_file_is_refused(browser: &Browser) {
    begin(browser, "Acme 2026");
    browser.button("Save file").click();
    let whole = fs::read_to_string(browser.saved_file()).expect("text");
    let (half, _) = whole.split_at(whole.len() / 2);
    go_home(browser);
    let before = stored(browser);

    let huge = " ".repeat(10_000_001);
    let other_pack = whole.replace("iso27001-2022", "another-pack");
    let nameless = whole.replace("\"name\":\"Acme 2026\"", "\"name\":\"\"");
    let wrong = [
        (half, "This file is damaged or no Plumbline file"),
        ("", "This file is empty"),
        ("PK\u{3}\u{4}\0\u{fffd}", "This file is damaged or no Plumbline file"),
        ("{\"invoices\": []}", "This is not a Plumbline file"),
        ("[]", "This is not a Plumbline file"),
        (&huge, "This file is larger than 10 MB"),
        (&other_pack, "made with another questionnaire (“another-pack”)"),
        (&nameless, "“assessment.name” is missing or can’t be read"),
    ];
    for (content, words) in wrong {
        open_file(browser, &browser.write_file("wrong.plumbline.json", content));
        messages(browser).expect_text(words);
        messages(browser).button("Close").click();
        assert_eq!(stored(browser), before, "after {words}");
        browser.expect_place("#/");
    }
    browser.link("Acme 2026").expect_shown();
}

/// What an older program doesn't know it shows and doesn't touch.
pub fn a_newer_file_opens_read_only(browser: &Browser) {
    let overview = begin_at_item(browser, "4.1");
    rate(browser, "Largely");
    browser.button("Save file").click();
    let text = fs::read_to_string(browser.saved_file()).expect("text");
    let newer = text.replace("\"version\":1,\"app\"", "\"version\":2,\"signature\":\"x\",\"app\"");
    assert_ne!(newer, text, "the version begins the file");
    browser.open("");
    wipe(browser);
    browser.reload();

    open_file(browser, &browser.write_file("newer.plumbline.json", &newer));
    browser.heading("Acme 2026").expect_shown();
    messages(browser).expect_text("not everything in it was as expected");
    messages(browser).disclosure("Details").click();
    messages(browser).expect_text("made by a newer Plumbline and is open read-only");
    browser.only("banner").expect_text("Read-only");
    go_to_item(browser, &overview, "4.1");
    rating(browser, "Largely").expect_checked();
    rating(browser, "Fully").expect_disabled();
    note(browser).expect_disabled();
    browser.button("Undo").expect_disabled();
    go_to_item(browser, &overview, "A.5.7");
    browser.heading(CONTROL).expect_shown();
    exclusion(browser).expect_disabled();
    browser.open(&format!("{overview}/all"));
    browser.group(ITEM_4_1).radio("Fully").expect_disabled();
    let kept = stored(browser);
    let kept = kept.as_object().into_iter().flatten();
    let texts: Vec<_> = kept.filter(|(key, _)| key.starts_with("plumbline.assessment.")).collect();
    assert!(
        matches!(texts.as_slice(), [(_, text)] if text.as_str().is_some_and(|text| text.ends_with(&newer))),
        "{texts:?}"
    );
}

/// A file of an assessment that is here already: the person decides, and can take it back.
pub fn opening_it_twice_asks(browser: &Browser) {
    let overview = begin_at_item(browser, "4.1");
    rate(browser, "Largely");
    browser.button("Save file").click();
    let file = browser.saved_file();
    rate(browser, "Fully");
    expect_kept(browser);
    go_home(browser);
    let before = stored(browser);
    let question = browser.dialog("You have this assessment already");

    open_file(browser, &file);
    question.expect_text("Acme 2026 · revision");
    assert_eq!(
        question.role("table", "What differs, counted by values").cells()[1],
        ["Ratings", "–", "–", "1"]
    );
    browser.expect_accessible();
    question.button("Keep mine").click();
    question.expect_gone();
    assert_eq!(stored(browser), before, "after Keep mine");

    open_file(browser, &file);
    question.expect_shown();
    browser.press("Escape");
    question.expect_gone();
    assert_eq!(stored(browser), before, "after Escape");

    open_file(browser, &file);
    question.button("Keep both").click();
    browser.heading("Acme 2026 (copy)").expect_shown();
    browser.link("Continue with the next open item").expect_shown();
    go_to_item(browser, &browser.place(), "4.1");
    rating(browser, "Largely").expect_checked();
    go_to_item(browser, &overview, "4.1");
    rating(browser, "Fully").expect_checked();

    go_home(browser);
    open_file(browser, &file);
    question.button("Replace mine with the file").click();
    browser.heading("Acme 2026").expect_shown();
    messages(browser).expect_text("among the deleted assessments");
    go_to_item(browser, &overview, "4.1");
    rating(browser, "Largely").expect_checked();

    // What was replaced is among the deleted ones, and comes back when there is room for it.
    go_home(browser);
    browser.button("Delete Acme 2026").expect_shown();
    browser.disclosure("Deleted assessments").click();
    browser.button("Restore Acme 2026").click();
    messages(browser).expect_text("an assessment with the same origin is here already");
    browser.button("Delete Acme 2026").click();
    browser.link("Acme 2026").expect_gone();
    browser.button("Undo delete").click();
    browser.link("Acme 2026").expect_shown();
    browser.link(starting_with("Acme 2026 (copy)")).expect_shown();

    // Again, for whoever has changed it since.
    go_to_item(browser, &overview, "4.1");
    rate(browser, "Not in place");
    expect_kept(browser);
    go_home(browser);
    open_file(browser, &file);
    question.button("Replace mine with the file").click();
    browser.heading("Acme 2026").expect_shown();
    go_to_item(browser, &overview, "4.1");
    rating(browser, "Largely").expect_checked();
}

pub fn a_long_name_is_cut(browser: &Browser) {
    begin(browser, "Acme 2026");
    browser.button("Save file").click();
    let text = fs::read_to_string(browser.saved_file()).expect("text");
    go_home(browser);
    wipe(browser);
    browser.reload();
    let long = text.replace("Acme 2026", &"x".repeat(300));
    open_file(browser, &browser.write_file("long.plumbline.json", &long));
    browser.heading(&*"x".repeat(120)).expect_shown();
    messages(browser).disclosure("Details").click();
    messages(browser).expect_text("The name is longer than 120 letters");
}
