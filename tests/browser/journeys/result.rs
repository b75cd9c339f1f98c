//! What the answers mean, on one page.

use serde_json::{Map, Value, json};

use super::steps::{EVERYTHING, assessment_in, begin, messages, open_file};
use crate::browser::Browser;
use crate::locator::{Find, starting_with};

/// Twenty of the quick check's twenty-five items.
pub const QUICK: &str = "4.3=L 5.1=P 5.2=F 6.1.2=N 6.1.3=P 7.2=F 7.5.1=? 8.1=P 9.2.2=N 9.3.1=P 10.2=L \
                     A.5.9=P A.5.18=F A.5.24=N A.5.31=L A.6.3=P A.7.2=F A.8.5=L A.8.8=L A.8.13=F";

/// Opens a file with these ratings, `4.1=F 4.2=?`; returns the place of its overview.
#[track_caller]
pub fn open_rated(browser: &Browser, ratings: &str, more: &Value) -> String {
    let answers = ratings.split_whitespace().filter_map(|answer| answer.split_once('='));
    let answers: Map<String, Value> =
        answers.map(|(item, rating)| (item.to_owned(), json!({ "rating": rating }))).collect();
    let mut assessment = json!({
        "id": "rated",
        "name": "Acme 2026",
        "created": "2026-11-22T09:00:00.000Z",
        "answers": answers,
    });
    let fields = assessment.as_object_mut().expect("an object");
    fields.extend(more.as_object().into_iter().flatten().map(|(k, v)| (k.clone(), v.clone())));
    let file = json!({
        "format": "plumbline-assessment",
        "version": 1,
        "pack": { "id": "iso27001-2022" },
        "assessment": assessment,
    });
    browser.open("");
    open_file(browser, &browser.write_file("rated.plumbline.json", &file.to_string()));
    browser.heading("Acme 2026").expect_shown();
    browser.place()
}

#[track_caller]
fn quick_result(browser: &Browser) -> String {
    let overview = open_rated(browser, QUICK, &json!({ "selection": "quick" }));
    browser.open(&format!("{overview}/result"));
    browser.heading("Result").expect_shown();
    overview
}

/// 19 of 25 are rated, with 31 of 57 thirds: 54%; low 31/75, high (31 + 18)/75.
pub fn it_says_what_the_quick_check_means(browser: &Browser) {
    quick_result(browser);
    let page = browser.only("main");
    page.expect_text("You are on the way: conformity is 54% (range 41–65%)");
    page.expect_text("Probable major nonconformities: 2.");
    page.expect_text("You have furthest to go in 6 Planning");
    page.expect_text("doesn’t judge whether you are ready for an audit");
    let table = browser.only("table");
    table.expect_text("Whole assessment 54% 41–65% 80% 20 of 25");
    // Nothing of the physical controls is rated but A.7.2, and the rest isn’t asked.
    table.expect_text("A.7 Physical controls 100% 100% 100% 1 of 1");

    // Requirements that are not in place come first, with what helps to begin.
    browser.heading(starting_with("6.1.2 ")).expect_shown();
    page.expect_text("Probable major nonconformity");
    page.expect_text("which cover 19 of the 25 items of the quick check");
    page.expect_text("Why it matters");
    page.expect_text("First step");
    page.expect_text("We must meet laws, regulations and contracts");
    page.expect_text("Gaps here put at risk:");
    page.expect_text("1 Form the project team and start");
    page.expect_text("You are here");
    // Of 6.1.1, 6.1.2 and 8.2 the quick check asks the second.
    page.expect_text("Asked here: 1 of 3 items that this step stands on; in place: 0.");
    page.expect_text("Open ISO/IEC 27001:");

    table.link(starting_with("54%: how the conformity of Whole assessment")).click();
    browser.heading("How conformity was computed: Whole assessment").expect_shown();
    browser.back();
    browser.heading(starting_with("6.1.2 ")).link(starting_with("6.1.2 ")).click();
    browser.heading(starting_with("6.1.2 ")).expect_shown();
}

/// The same answers, all items: one step, which can be taken back.
pub fn it_leads_to_the_full_analysis(browser: &Browser) {
    quick_result(browser);
    browser.button("Continue with the full analysis").click();
    browser.heading("Acme 2026").expect_focused();
    browser.region(EVERYTHING).expect_text("20 of 123");
    messages(browser).expect_text("kept as the snapshot “Quick check”");
    browser.button("Save file").click();
    let saved = assessment_in(&browser.saved_file());
    assert_eq!(saved["snapshots"][0]["name"], "Quick check", "{saved}");
    assert_eq!(saved["snapshots"][0]["selection"], "quick", "{saved}");
    browser.button("Undo").click();
    browser.region(EVERYTHING).expect_text("20 of 25");
    browser.link("Understand").click();
    browser.button("Continue with the full analysis").click();
    browser.region(EVERYTHING).expect_text("20 of 123");
    browser.link("Understand").click();
    browser.heading("Result").expect_shown();
    browser.button("Continue with the full analysis").expect_gone();
    // Where the quick check is now.
    let page = browser.only("main");
    page.expect_text("Its result is kept as the snapshot “Quick check”");
    page.expect_text("conformity 54%, range 41–65%, 20 of 25 looked at.");
    browser.link("Compare it with now").click();
    browser.region("Snapshots").expect_text("Quick check");
}

/// What the quick check was called by itself it isn't called any more.
pub fn it_gets_another_name_for_the_full_analysis(browser: &Browser) {
    browser.open("");
    browser.button("Start the quick check").click();
    browser.group(starting_with("Question 1 of 25 ")).radio("Largely").click();
    browser.link("See all your answers").click();
    browser.link("See the result").click();
    browser.heading("Result").expect_focused();
    browser.button("Continue with the full analysis").click();
    browser.heading(starting_with("Gap analysis, ")).expect_focused();
    messages(browser).expect_text("It is called “Gap analysis, ");
    browser.button("Undo").click();
    browser.heading(starting_with("Quick check, ")).expect_shown();
    browser.button("Undo").expect_enabled();
}

/// What no single gap shows is told beside them.
pub fn majors_of_a_whole_are_named(browser: &Browser) {
    let overview = open_rated(browser, "6.1.1=P 6.1.2=P 6.1.3=P 9.2.1=N", &json!({}));
    browser.open(&format!("{overview}/result"));
    let gaps = browser.region("The gaps that matter most");
    gaps.expect_text("Also a probable major nonconformity as a whole:");
    browser.expect_accessible();
    gaps.link("6 Planning").click();
    browser.heading("6 Planning").expect_focused();
    // From there, as from an item, everything is two clicks away.
    browser.link("Understand").click();
    browser.link("Dashboard").click();
    browser.heading("Dashboard").expect_focused();
}

/// Two links lead to one place, and Back finds the one that was followed.
pub fn back_finds_the_very_link(browser: &Browser) {
    quick_result(browser);
    browser.only("main").expect_text("You are here");
    for part in ["What is at risk", "The gaps that matter most"] {
        let link = browser.region(part).link(starting_with("6.1.2 "));
        link.click();
        browser.heading("Result").expect_gone();
        browser.back();
        browser.heading("Result").expect_shown();
        link.expect_focused();
    }
}

/// What is on the page stands at its top; on a phone the rest is folded.
pub fn it_is_short_on_a_phone(browser: &Browser) {
    browser.resize(360, 740);
    quick_result(browser);
    browser.only("main").expect_text("You stand at step 1: Form the project team and start.");
    let contents = browser.role("navigation", "On this page");
    contents.link("Where you stand on the ten steps").click();
    browser.heading("Where you stand on the ten steps").expect_focused();
    let open_folds =
        || browser.script("return document.querySelectorAll('.fold[open]').length", vec![]);
    assert_eq!(open_folds(), 0, "folded is what is secondary");
    let steps = browser.region("Where you stand on the ten steps");
    steps.disclosure("All ten steps").click();
    steps.expect_text("4 High-level policy");
    assert_eq!(open_folds(), 1);
    // It is found again as it was left.
    let gaps = browser.region("The gaps that matter most");
    gaps.link(starting_with("6.1.2 ")).click();
    browser.heading("Result").expect_gone();
    browser.back();
    browser.heading("Result").expect_shown();
    steps.expect_text("4 High-level policy");
    assert_eq!(open_folds(), 1);
}

pub fn only_the_reasons_that_were_given(browser: &Browser) {
    let facts = json!({ "reasons": ["incidents"] });
    let overview = open_rated(browser, QUICK, &json!({ "selection": "quick", "facts": facts }));
    browser.open(&format!("{overview}/result"));
    let page = browser.only("main");
    page.expect_text("You said why you want an ISMS");
    page.expect_text("keeping incidents rare and their cost low");
    assert!(!page.text().contains("We must meet laws"), "{}", page.text());
}

pub fn it_is_handed_over_on_one_page(browser: &Browser) {
    quick_result(browser);
    browser.only("main").expect_text("You are here");
    browser.button("Save one-page report").click();
    let report = browser.saved_file();
    assert!(report.to_string_lossy().ends_with(".result.html"), "{}", report.display());
    browser.open_page(&report);
    browser.expect_title("Acme 2026: result on one page");
    browser.heading("Acme 2026").expect_shown();
    let page = browser.only("main");
    page.expect_text("Whole assessment 54% 41–65% 20 of 25");
    page.expect_text("Probable major nonconformity");
    browser.only("banner").expect_text("which cover 19 of the 25 items of a quick check");
    page.expect_text("First step");
    page.expect_text("You are here");
    for width in [1280, 320] {
        browser.resize(width, 900);
        browser.expect_accessible();
        let over = browser.script(
            "return document.documentElement.scrollWidth - document.documentElement.clientWidth",
            vec![],
        );
        assert_eq!(over.as_f64(), Some(0.0), "pixels beside the page at {width}");
    }
}

pub fn nothing_answered_says_what_to_do(browser: &Browser) {
    let overview = begin(browser, "Acme 2026");
    browser.open(&format!("{overview}/result"));
    browser.only("main").expect_text("There is no verdict yet");
    browser.button("Save one-page report").expect_gone();
    browser.expect_accessible();
    browser.link("Answer the first question").click();
    browser.heading(starting_with("4.1 ")).expect_shown();
}

pub fn too_early_says_what_is_missing(browser: &Browser) {
    let overview = open_rated(browser, "4.1=F 4.2=N 4.3=?", &json!({}));
    browser.open(&format!("{overview}/result"));
    let page = browser.only("main");
    page.expect_text("It is too early for a verdict: conformity is 50% so far");
    // One rating or two make nobody strong.
    assert!(!page.text().contains("You are strongest"), "{}", page.text());
    // Half of 123 is 62.
    page.expect_text("Ratings still missing for a verdict: 60.");
    browser.link("Continue answering").click();
    browser.heading(starting_with("4.4 ")).expect_shown();
}

/// Shows the result of a quick check that is answered in one way throughout.
#[track_caller]
fn all_alike(browser: &Browser, rating: &str) -> String {
    let more = "A.5.19 A.5.30 A.6.5 A.8.1 A.8.15".split(' ');
    let items = QUICK.split_whitespace().filter_map(|answer| Some(answer.split_once('=')?.0));
    let ratings: Vec<String> = items.chain(more).map(|item| format!("{item}={rating}")).collect();
    let ratings = ratings.join(" ");
    let overview = open_rated(browser, &ratings, &json!({ "selection": "quick" }));
    browser.open(&format!("{overview}/result"));
    browser.heading("Result").expect_shown();
    overview
}

pub fn all_that_is_asked_is_in_place(browser: &Browser) {
    all_alike(browser, "F");
    let page = browser.only("main");
    page.expect_text("what was asked is in place: conformity is 100%, and nothing");
    page.expect_text("2 Gap analysis You are here");
    page.expect_text("none of them looks like a nonconformity");
    page.expect_text("Open ISO/IEC 27002:");
    assert!(!page.text().contains("Nothing that this step"), "{}", page.text());
}

pub fn nothing_that_is_asked_is_in_place(browser: &Browser) {
    all_alike(browser, "N");
    let page = browser.only("main");
    page.expect_text("1 Form the project team and start You are here");
    page.expect_text("Only part of the items is asked here");
    page.expect_text("Open ISO/IEC 27001:");
    for wrong in ["stands on is in place.", "none of them looks like"] {
        assert!(!page.text().contains(wrong), "{}", page.text());
    }
}

pub fn nobody_could_tell(browser: &Browser) {
    let overview = all_alike(browser, "?");
    browser.only("main").expect_text("Everything is answered, but nothing with a rating");
    browser.link("Back to your answers").click();
    browser.expect_place(&format!("{overview}/quick"));
}

pub fn it_is_accessible(browser: &Browser) {
    quick_result(browser);
    browser.only("main").expect_text("You are here");
    super::accessible::expect_accessible(browser);
}
