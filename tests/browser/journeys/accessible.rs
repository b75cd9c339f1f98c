//! Every page, on a phone and on a desk, against the rules of accessibility that a machine checks.

use super::damage::with_a_damaged_one;
use super::steps::{
    begin, begin_at_item, exclusion, go_home, go_to_item, messages, note, open_file, rate,
};
use crate::browser::Browser;
use crate::locator::{Find, starting_with};

/// The page as it stands, at the narrowest width that WCAG 1.4.10 asks for, and the usual ones.
#[track_caller]
pub fn expect_accessible(browser: &Browser) {
    browser.resize(320, 640);
    let wider = browser.script("return document.documentElement.scrollWidth - innerWidth", vec![]);
    assert!(wider.as_i64() <= Some(0), "{wider} pixels have to be scrolled to sideways");
    for width in [360, 1280] {
        browser.resize(width, 900);
        browser.expect_accessible();
    }
}

pub fn the_first_page(browser: &Browser) {
    browser.open("");
    browser.heading("How far from ISO/IEC 27001 are you?").expect_shown();
    expect_accessible(browser);
    browser.textbox("Name of the assessment").fill(" ");
    browser.button("Start the full analysis").click();
    browser.region("Full gap analysis").expect_text("Enter a name.");
    expect_accessible(browser);
}

pub fn the_list_of_assessments(browser: &Browser) {
    with_a_damaged_one(browser);
    begin(
        browser,
        "Beta, a firm with a name that is long and hasaverylongwordthatcannotbebrokenanywhere",
    );
    begin(browser, "Gone");
    go_home(browser);
    browser.button("Delete Gone").click();
    browser.disclosure("Deleted assessments").click();
    browser.button("Restore Gone").expect_shown();
    expect_accessible(browser);
}

pub fn dialogs(browser: &Browser) {
    begin(browser, "Acme 2026");
    browser.button("Save file").click();
    let file = browser.saved_file();
    browser.button("Rename").click();
    browser.dialog("Rename the assessment").expect_shown();
    expect_accessible(browser);
    browser.button("Cancel").click();

    go_home(browser);
    open_file(browser, &file);
    browser.dialog("You have this assessment already").expect_shown();
    expect_accessible(browser);
    browser.button("Keep mine").click();

    browser.button("Delete Acme 2026").click();
    browser.disclosure("Deleted assessments").click();
    browser.button("Erase for good Acme 2026").click();
    browser.dialog("Erase for good?").expect_shown();
    expect_accessible(browser);
}

pub fn overview_and_groups(browser: &Browser) {
    let overview = begin_at_item(browser, "4.1");
    rate(browser, "Partly");
    for (item, level) in
        [("4.2", "Not in place"), ("4.3", "Don’t know"), ("4.4", "Fully"), ("A.5.1", "Largely")]
    {
        go_to_item(browser, &overview, item);
        rate(browser, level);
    }
    go_to_item(browser, &overview, "A.5.7");
    exclusion(browser).click();
    browser.button("Save file").click();
    browser.saved_file();
    messages(browser).expect_text("was handed to");
    browser.open(&overview);
    browser.only("main").expect_text("Needs your attention");
    expect_accessible(browser);
    for group in ["4", "A.5"] {
        browser.open(&format!("{overview}/group/{group}"));
        browser.heading(starting_with(&format!("{group} "))).expect_shown();
        expect_accessible(browser);
    }
}

pub fn items(browser: &Browser) {
    let overview = begin_at_item(browser, "4.1");
    browser.region("Guidance").expect_shown();
    expect_accessible(browser);
    rate(browser, "Largely");
    note(browser).type_text("Seen");
    browser.disclosure(starting_with("Check-points")).click();
    browser.only("main").expect_text("Answer at least half of them");
    expect_accessible(browser);

    go_to_item(browser, &overview, "A.5.7");
    exclusion(browser).click();
    browser.group("Applicability").expect_text("Write a justification");
    browser.disclosure(starting_with("Check-points")).click();
    expect_accessible(browser);
}

pub fn all_items(browser: &Browser) {
    let overview = begin(browser, "Acme 2026");
    browser.open(&format!("{overview}/all"));
    browser.group(starting_with("4.1 ")).radio("Largely").click();
    expect_accessible(browser);
}

pub fn explanations(browser: &Browser) {
    let overview = begin_at_item(browser, "4.1");
    rate(browser, "Partly");
    for subject in ["group/4", "everything"] {
        browser.open(&format!("{overview}/why/conformity/{subject}"));
        browser.only("table").expect_shown();
        expect_accessible(browser);
    }
}

pub fn the_guide(browser: &Browser) {
    for (chapter, heading) in [
        ("standards", "What 27001 is, and isn’t"),
        ("which", "Which one now?"),
        ("reasons", "Why an ISMS"),
        ("steps", "Form the project team and start"),
        ("documents", "Scope of the ISMS"),
        ("certification", "Starting values for the first audit"),
    ] {
        browser.open(&format!("#/guide/{chapter}"));
        browser.heading(heading).expect_shown();
        expect_accessible(browser);
    }
}

pub fn addresses_that_lead_nowhere(browser: &Browser) {
    browser.open("#/nowhere");
    browser.heading("There is nothing here").expect_shown();
    expect_accessible(browser);
    browser.open("#/a/gone");
    browser.heading("This assessment can’t be opened").expect_shown();
    expect_accessible(browser);
}

/// The person's choice of colours wins over the device's, and is remembered.
pub fn the_choice_of_colours(browser: &Browser) {
    browser.open("");
    let background = || {
        browser.script("return getComputedStyle(document.documentElement).backgroundColor", vec![])
    };
    let choose = |name| browser.group("Appearance").radio(name).click();
    choose("Light");
    browser.group("Appearance").radio("Light").expect_checked();
    let light = background();
    choose("Dark");
    browser.group("Appearance").radio("Dark").expect_checked();
    let dark = background();
    assert_ne!(light, dark);
    browser.expect_accessible();
    browser.reload();
    browser.group("Appearance").radio("Dark").expect_checked();
    assert_eq!(background(), dark, "after loading it again");
}
