//! Risks: by what they are judged, the register, one risk with its controls, assets.

use std::time::Duration;

use super::steps::{assessment_in, begin, go_to_item, messages, rate};
use crate::browser::{Browser, within};
use crate::locator::{Find, Locator, starting_with};

const RANSOMWARE: &str = "Ransomware stops the business";

/// A preset is taken, a matrix that falls isn't, and one undo takes a preset back, risks and all.
pub fn criteria_are_chosen_and_stay_sound(browser: &Browser) {
    let overview = begin(browser, "Acme 2026");
    add_own(browser, &overview, "Fire");
    judge(browser, "Frequent", "Severe");

    browser.open(&format!("{overview}/criteria"));
    let five = browser.button("Use the preset 5 × 5");
    browser.button("Use the preset 3 × 3").click();
    messages(browser).expect_text("Risks carried over to it: 1.");
    messages(browser).expect_text("Risks above the threshold now: 1 of 1, before: 1. Undo takes");
    browser.combobox("Number of levels of likelihood").expect_value("3");
    expect_sizes(browser, (3, 3));
    browser.only("main").expect_text("Something “Possible” with an impact that is “Moderate”");
    browser.button("Undo").click();
    browser.combobox("Number of levels of likelihood").expect_value("5");
    expect_sizes(browser, (5, 5));
    five.expect_shown();

    // With a level less the others are called what they were.
    browser.combobox("Number of levels of impact").choose("4");
    messages(browser).expect_text("Risks that read differently now: 1.");
    expect_sizes(browser, (5, 4));
    browser.role("table", "Risk matrix").combobox("Likely, Major").expect_shown();
    browser.button("Undo").click();
    expect_sizes(browser, (5, 5));

    // "Low" beside "Low": lowering it to "Very low" would make the matrix fall.
    let matrix = browser.role("table", "Risk matrix");
    let cell = matrix.combobox("Possible, Minor");
    cell.expect_value("1");
    cell.choose("Very low");
    let refused = "With this change the cell “Possible, Minor” would be lower";
    browser.only("alert").expect_text(refused);
    cell.expect_value("1");
    cell.choose("Medium");
    browser.only("alert").expect_gone();
    cell.expect_value("2");
    cell.choose("Very low");
    browser.only("alert").expect_text(refused);
    browser.button("Undo").click();
    browser.only("alert").expect_gone();
    cell.expect_value("1");

    // Words of one's own are used at once, everywhere.
    browser.group("Levels of likelihood").textbox("Name of level 5").type_text("Weekly");
    matrix.combobox("Weekly, Severe").expect_shown();
    browser.combobox("Acceptance threshold").choose("Medium");
    browser.only("main").expect_text("That is above “Medium”");
    browser.expect_accessible();

    browser.open(&format!("{overview}/risks"));
    browser.link("Fire").click();
    scale(browser, "How likely would it be?").radio("Weekly").expect_checked();
}

/// The matrix and the words of the levels are those of so many likelihoods and impacts.
#[track_caller]
fn expect_sizes(browser: &Browser, (likelihoods, impacts): (usize, usize)) {
    let matrix = browser.role("table", "Risk matrix");
    let sizes = || {
        let cells = matrix.cells();
        let columns = cells.iter().map(Vec::len).max();
        (cells.len().saturating_sub(1), columns.unwrap_or_default().saturating_sub(1))
    };
    assert!(within(Duration::from_secs(5), || sizes() == (likelihoods, impacts)), "{:?}", sizes());
    for (group, levels) in [("Levels of likelihood", likelihoods), ("Levels of impact", impacts)] {
        let group = browser.group(group);
        group.textbox(&*format!("Name of level {levels}")).expect_shown();
        group.textbox(&*format!("Name of level {}", levels + 1)).expect_gone();
    }
}

/// From the library into the register: one by its button, others ticked.
pub fn scenarios_become_risks(browser: &Browser) {
    let overview = begin(browser, "Acme 2026");
    browser.open(&format!("{overview}/risks"));
    browser.only("main").expect_text("No risks recorded yet.");
    browser.button("Add from the library").click();
    let library = browser.region("Scenario library");
    library.heading("Scenario library").expect_focused();
    browser.button(&*format!("Add {RANSOMWARE}")).click();
    browser.button(&*format!("Add {RANSOMWARE}")).expect_gone();
    // The next row has taken its place.
    library.button("Add A phished password opens a mailbox").expect_focused();
    library.button("Add all ticked").expect_disabled();
    library.checkbox("A phished password opens a mailbox").click();
    library.checkbox("Fraudsters divert a large payment").click();
    browser.expect_accessible();
    library.button("Add all ticked").click();
    messages(browser).expect_text("Added to the register: 2.");
    library.checkbox("Show those that are in the register too").click();
    library.expect_text("In the register");
    library.button("Close the library").click();
    browser.button("Add from the library").expect_focused();
    browser.only("main").expect_text("3 risks, none of them assessed yet.");
    // Both that were ticked are one step.
    browser.button("Undo").click();
    browser.only("main").expect_text("1 risk, not assessed yet.");

    browser.link(RANSOMWARE).click();
    browser.heading(&*format!("R1 {RANSOMWARE}")).expect_shown();
    browser.textbox("Threat").expect_value("Criminals encrypt systems and extort a payment");
    browser.checkbox("Availability").expect_checked();
    browser.checkbox("Integrity").expect_unchecked();
    browser.only("main").expect_text("Speaks for higher");
    let confirm = browser.button("Confirm A.8.13 Information backup");
    confirm.click();
    confirm.expect_gone();
    browser.button("Remove A.8.13 Information backup").click();
    browser.link("A.8.13 Information backup").expect_gone();
    browser.combobox("Another control").expect_focused();
    browser.expect_accessible();
}

/// A risk of one's own is there once something is entered into it.
pub fn a_blank_risk_is_not_left_behind(browser: &Browser) {
    let overview = begin(browser, "Acme 2026");
    browser.open(&format!("{overview}/risks"));
    browser.button("Add a risk of your own").click();
    browser.heading("R1 Risk without a title").expect_shown();
    browser.link("All risks").click();
    browser.only("main").expect_text("No risks recorded yet.");
    browser.button("Add a risk of your own").click();
    browser.textbox("Title").type_text("Fire");
    browser.link("All risks").click();
    browser.only("main").expect_text("1 risk, not assessed yet.");
    browser.role("table", "All risks with their levels").link("Fire").expect_shown();
}

/// A control that is linked and rated lowers the risk; a plan can't aim above what it is today.
pub fn a_rating_lowers_a_risk(browser: &Browser) {
    let overview = begin(browser, "Acme 2026");
    add_own(browser, &overview, "Fire in the server room");
    judge(browser, "Likely", "Moderate");
    let levels = browser.region("How high it is");
    levels.expect_text("Today High");

    browser.combobox("Another control").choose("A.8.7 Protection against malware");
    browser.button("Link this control").click();
    browser.only("main").expect_text("lowers likelihood and impact");
    browser.link("A.8.7 Protection against malware").click();
    browser.heading(starting_with("A.8.7 ")).expect_shown();
    rate(browser, "Fully");
    browser.link("R1 Fire in the server room").click();
    // Two levels less of each: from Likely, Moderate to Unlikely, Negligible.
    levels.expect_text("Today Very low Unlikely, Negligible");
    browser.disclosure("How was this computed?").click();
    levels.expect_text("2 levels × 1, rounded down = 2");

    let aim = browser.group("What the plan aims at");
    aim.radio("Values of your own").click();
    aim.combobox("Likelihood after treatment").choose("Frequent");
    aim.only("alert").expect_text("“Medium” would be above “Very low”, which the risk is today.");
    aim.combobox("Likelihood after treatment").choose("Rare");
    aim.only("alert").expect_gone();
    levels.expect_text("After treatment Very low Rare, Negligible");
    // What was refused is over when something is taken back.
    aim.combobox("Likelihood after treatment").choose("Frequent");
    aim.only("alert").expect_text("“Medium” would be above");
    browser.button("Undo").click();
    aim.only("alert").expect_gone();
    aim.combobox("Likelihood after treatment").expect_value("1");
    aim.combobox("Likelihood after treatment").choose("Rare");

    // Of what was refused nothing was kept.
    browser.button("Save file").click();
    let saved = assessment_in(&browser.saved_file());
    let risks = saved.pointer("/risks").and_then(|risks| risks.as_object()).expect("risks");
    let risk = risks.values().next().expect("a risk");
    assert_eq!(risk.pointer("/residual/likelihood"), Some(&0.into()));

    // Undo takes the rating back too, and the risk is what it was.
    browser.button("Undo").click();
    browser.button("Undo").click();
    browser.button("Undo").click();
    levels.expect_text("Today High");
    browser.expect_accessible();
}

/// What is retained above the threshold wants somebody's acceptance, by name, day and reason.
pub fn retaining_wants_acceptance(browser: &Browser) {
    let overview = begin(browser, "Acme 2026");
    add_own(browser, &overview, "Fire");
    judge(browser, "Frequent", "Severe");
    browser.group("What is done about it?").radio("Retain (accept)").click();
    let notices = browser.region("What wants attention");
    notices.expect_text("who accepts that, when and why isn’t all said");
    notices.button("Acceptance").click();
    browser.textbox("Accepted by").expect_focused();
    browser.textbox("Accepted by").type_text("Jane Doe");
    browser.script(
        "const field = document.getElementById('accepted-on');
         field.value = '2026-05-04';
         field.dispatchEvent(new Event('change', { bubbles: true }));",
        vec![],
    );
    notices.expect_text("who accepts that");
    browser.textbox("Reason").type_text("We move next year.");
    notices.expect_text("Nobody answers for it yet");
    notices.button("Risk owner").click();
    browser.combobox("Risk owner").expect_focused();
    browser.combobox("Risk owner").type_text("Jane Doe");
    notices.expect_gone();

    browser.link("All risks").click();
    browser.only("main").expect_text("1 risk, above the threshold today.");
    browser.region("Above the threshold").link(starting_with("R1 ")).click();
    browser.button("Delete this risk").click();
    browser.only("main").expect_text("No risks recorded yet.");
    messages(browser).expect_text("R1 Fire");
    browser.button("Undo").click();
    browser.only("main").expect_text("1 risk, above the threshold today.");
}

/// The register is sorted and looked through, and stays so while one goes to a risk and back.
pub fn the_register_is_sorted_and_searched(browser: &Browser) {
    let overview = begin(browser, "Acme 2026");
    for (title, likelihood, impact) in
        [("Theft", "Rare", "Minor"), ("Fire", "Frequent", "Severe"), ("Flood", "Rare", "Severe")]
    {
        add_own(browser, &overview, title);
        judge(browser, likelihood, impact);
    }
    browser.open(&format!("{overview}/risks"));
    let table = browser.role("table", "All risks with their levels");
    let order = || -> Vec<String> {
        table.cells().iter().skip(1).filter_map(|row| row.first().cloned()).collect()
    };
    table.link("Flood").expect_shown();
    assert_eq!(order(), ["R1", "R2", "R3"]);
    table.button("Today").click();
    browser.role("columnheader", "Today").expect_shown();
    assert_eq!(order(), ["R2", "R3", "R1"]);

    let matrix = browser.role("table", "Risk matrix");
    // The way of a risk through the matrix is in its name: the line below it needs a window in front.
    let way = "R3 Flood: without controls “Low”, today “Low”, after treatment “Low”.";
    // Not every engine leaves the focus on a button that is clicked.
    browser.role("searchbox", "Words").click();
    matrix.link(way).tab_back_to();

    browser.checkbox("Above the threshold").click();
    browser.region("Register").expect_text("1 of 3 risks");
    table.link("Fire").click();
    browser.heading("R2 Fire").expect_shown();
    browser.link("Next R3 Flood").click();
    browser.heading("R3 Flood").expect_shown();
    browser.link("All risks").click();
    browser.region("Register").expect_text("1 of 3 risks");
    browser.button("Show all risks").click();
    browser.heading("Register").expect_focused();
    browser.region("Register").expect_text("3 of 3 risks");
    browser.region("Register").role("searchbox", "Words").type_text("nothing like it");
    browser.region("Register").expect_text("No risk fits.");
    browser.expect_accessible();
}

/// An asset is written down where it is needed, and leaves the risks when it is deleted.
pub fn assets_are_known_to_risks(browser: &Browser) {
    let overview = begin(browser, "Acme 2026");
    add_own(browser, &overview, "Fire");
    browser.textbox("Another asset").type_text("Server room");
    browser.button("Add asset").click();
    browser.checkbox("Server room").expect_checked();

    browser.open(&format!("{overview}/assets"));
    let asset = browser.group("Asset 1");
    asset.expect_text("R1 Fire");
    asset.combobox("Classification").type_text("Internal");
    browser.button("Add an asset").click();
    browser.group("Asset 2").textbox("Name").expect_focused();
    browser.expect_accessible();
    browser.button("Delete Asset 1").click();
    messages(browser).expect_text("Server room is deleted");
    browser.button("Undo").click();
    asset.textbox("Name").expect_value("Server room");
    asset.link("R1 Fire").click();
    browser.checkbox("Server room").expect_checked();
    go_to_item(browser, &overview, "A.7.5");
    browser.link("R1 Fire").expect_gone();
}

/// Writes a risk of one's own down and stays on its page.
#[track_caller]
fn add_own(browser: &Browser, overview: &str, title: &str) {
    browser.open(&format!("{overview}/risks"));
    browser.button("Add a risk of your own").click();
    browser.textbox("Title").type_text(title);
}

#[track_caller]
fn judge(browser: &Browser, likelihood: &str, impact: &str) {
    scale(browser, "How likely would it be?").radio(likelihood).click();
    scale(browser, "How bad would it be?").radio(impact).click();
}

fn scale<'b>(browser: &'b Browser, question: &str) -> Locator<'b> {
    browser.group(question)
}
