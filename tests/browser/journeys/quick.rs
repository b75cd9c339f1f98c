//! The quick check.

use std::fs;
use std::path::Path;

use serde_json::Value;

use super::steps::{assessment_in, expect_kept, go_home, go_to_item, justification};
use crate::browser::Browser;
use crate::locator::{Find, Locator, starting_with};

/// In the order in which they stand: the first one answers to key 1, the last one to key 0.
const ANSWERS: [&str; 5] = ["Not in place", "Partly", "Largely", "Fully", "Don’t know"];

fn question(browser: &Browser, number: usize) -> Locator<'_> {
    browser.group(starting_with(&format!("Question {number} of 25 ")))
}

/// What is asked, in order.
fn asks() -> Vec<String> {
    let file = |name: &str| -> Value {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("packs/iso27001-2022");
        serde_json::from_str(&fs::read_to_string(folder.join(name)).expect("a file")).expect("JSON")
    };
    let (pack, texts) = (file("pack.json"), file("en.json"));
    let list = |value: &Value, key: &str| value[key].as_array().expect("a list").clone();
    let groups = list(&pack, "sections").into_iter().flat_map(|section| list(&section, "groups"));
    let items = groups.flat_map(|group| list(&group, "items"));
    let quick = items.filter(|item| item["quick"] == true);
    let ask = |item: Value| {
        let words = &texts["items"][item["id"].as_str().expect("an identifier")];
        words["quick_ask"].as_str().or(words["ask"].as_str()).expect("a question").to_owned()
    };
    quick.map(ask).collect()
}

/// Begins on the first page; returns the place of its overview.
#[track_caller]
fn begin(browser: &Browser) -> String {
    browser.open("");
    browser.button("Start the quick check").click();
    question(browser, 1).expect_shown();
    let place = browser.place();
    place.split("/quick").next().expect("a place").to_owned()
}

pub fn by_keyboard_alone(browser: &Browser) {
    browser.open("");
    browser.button("Start the quick check").tab_to();
    browser.press("Enter");
    for (number, ask) in (1..=25).zip(asks()) {
        let question = question(browser, number);
        question.heading(&*ask).expect_focused();
        let answer = number % ANSWERS.len();
        question.radio(ANSWERS[0]).tab_to();
        browser.press(&((answer + 1) % ANSWERS.len()).to_string());
        question.radio(ANSWERS[answer]).expect_checked();
        question.radio(ANSWERS[answer]).expect_focused();
        browser.press("Enter");
    }
    browser.heading("Your answers").expect_focused();
    browser.only("main").expect_text("25 of 25 answered");
    browser.expect_accessible();
    let overview = browser.place().replace("/quick", "");
    browser.link("See the result").tab_to();
    browser.press("Enter");
    browser.expect_place(&format!("{overview}/result"));
    browser.button("Save file").click();
    let saved = assessment_in(&browser.saved_file());
    assert_eq!(saved["selection"], "quick", "{saved}");
    let answers = saved["answers"].as_object().expect("answers");
    assert_eq!(answers.len(), 25);
    assert_eq!(answers["4.3"]["rating"], "P", "{saved}");
}

/// Only inside the answers do keys answer; arrow keys choose, but never leave the page.
pub fn keys_act_on_the_answers_only(browser: &Browser) {
    begin(browser);
    let question = question(browser, 1);
    question.heading(&*asks()[0]).expect_focused();
    browser.press("3");
    question.radio("Largely").expect_unchecked();
    question.radio("Not in place").tab_to();
    // Enter chooses before it goes on.
    browser.press("Enter");
    question.radio("Not in place").expect_checked();
    browser.press("9");
    browser.press("Down");
    question.radio("Partly").expect_checked();
    question.radio("Partly").expect_focused();
    browser.press("Control+1");
    question.radio("Partly").expect_checked();
    browser.press("5");
    question.radio("Partly").expect_checked();
    browser.press("0");
    question.radio("Don’t know").expect_checked();
    browser.press("4");
    question.radio("Fully").expect_checked();
    browser.press("0");
    question.radio("Don’t know").expect_checked();
}

/// Who has switched off keys without Ctrl isn't answered by a digit either, nor told of it.
pub fn digits_can_be_switched_off(browser: &Browser) {
    begin(browser);
    browser.button("Go to…").expect_shown();
    let question = question(browser, 1);
    // Touch screens never show the hint, so it is asked for where it stands.
    let is_told = || {
        let hint = "return !document.getElementById('quick-keys').classList.contains('absent')";
        browser.script(hint, vec![]) == true
    };
    assert!(is_told());
    question.heading(&*asks()[0]).expect_focused();
    browser.press("?");
    browser.checkbox("Keys without Ctrl").click();
    browser.dialog("List of keys").button("Close").click();
    browser.dialog("List of keys").expect_gone();
    question.radio("Partly").click();
    question.radio("Partly").expect_checked();
    browser.press("3");
    question.radio("Largely").expect_unchecked();
    assert!(!is_told());
    // Enter still goes on.
    browser.press("Enter");
    self::question(browser, 2).expect_shown();
}

/// What is asked on the way to the result leads back there.
pub fn about_leads_back_to_the_answers(browser: &Browser) {
    begin(browser);
    question(browser, 1).radio("Partly").click();
    browser.link("See all your answers").click();
    browser.link(starting_with("Say a little about the organisation")).click();
    browser.heading("About the organisation").expect_focused();
    browser.link("Continue").click();
    browser.heading("Your answers").expect_focused();
}

pub fn skip_leave_and_resume(browser: &Browser) {
    begin(browser);
    browser.button("Skip this question").click();
    question(browser, 2).radio("Largely").click();
    browser.only("main").expect_text("1 of 25 answered");
    browser.button("Continue").click();
    question(browser, 3).radio("Don’t know").click();
    expect_kept(browser);

    go_home(browser);
    let resume = browser.region("Go on where you stopped");
    resume.expect_text("2 of 25 looked at");
    resume.link(starting_with("Continue Quick check, ")).click();
    question(browser, 1).expect_shown();
    question(browser, 1).radio("Fully").click();
    // What is answered isn't asked again.
    browser.button("Continue").click();
    question(browser, 4).expect_shown();
    browser.link("Back").click();
    question(browser, 3).radio("Don’t know").expect_checked();
    browser.expect_accessible();
}

pub fn answers_are_reviewed_and_changed(browser: &Browser) {
    begin(browser);
    question(browser, 1).radio("Partly").click();
    browser.link("See all your answers").click();
    browser.heading("Your answers").expect_focused();
    let main = browser.only("main");
    main.expect_text("1 of 25 answered");
    // 1 of 25 at a third of the credit: 1/75 to 73/75.
    main.expect_text("widens the range in which your result lies: now 1–97%");
    browser.expect_accessible();
    browser.link(starting_with("Change ")).click();
    question(browser, 1).radio("Fully").click();
    browser.link("See all your answers").click();
    main.expect_text("now 4–100%");
    browser.link("Answer the next open question").click();
    question(browser, 2).expect_shown();
}

pub fn help_opens_in_place(browser: &Browser) {
    begin(browser);
    browser.disclosure("Help with this question").click();
    for heading in ["What it is about", "Why it matters", "What would show it"] {
        browser.heading(heading).expect_shown();
    }
    browser.expect_accessible();
    browser.link(starting_with("All guidance on 4.3 ")).click();
    browser.heading(starting_with("4.3 ")).expect_shown();
}

/// A control that was excluded elsewhere is settled.
pub fn an_excluded_control_is_passed_over(browser: &Browser) {
    let overview = begin(browser);
    go_to_item(browser, &overview, "A.7.2");
    super::steps::exclusion(browser).click();
    justification(browser).type_text("We have no premises of our own");
    browser.open(&format!("{overview}/quick/A.7.2"));
    question(browser, 20).radio("Largely").expect_disabled();
    browser.only("main").expect_text("1 of 25 answered");
    browser.only("main").expect_text("marked as not applicable elsewhere");
    browser.expect_accessible();
    browser.link("See it at A.7.2").expect_shown();
    browser.open(&format!("{overview}/quick/A.6.5"));
    browser.button("Skip this question").click();
    question(browser, 21).expect_shown();
    browser.open(&format!("{overview}/quick/4.1"));
    browser.heading("There is nothing here").expect_shown();
}
