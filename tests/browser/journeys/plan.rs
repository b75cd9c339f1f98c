//! The plan.

use std::fs;

use serde_json::{Value, json};

use super::result::open_rated;
use super::steps::{assessment_in, messages};
use crate::browser::Browser;
use crate::locator::{Find, starting_with};

const RATINGS: &str = "4.1=F 5.1=F 5.2=N 6.2=P 7.4=P A.5.7=N";

#[track_caller]
fn open(browser: &Browser, plan: &Value) -> String {
    let overview = open_rated(browser, RATINGS, &json!({ "plan": plan }));
    browser.open(&format!("{overview}/plan"));
    browser.heading("Actions").expect_shown();
    overview
}

fn two() -> Value {
    json!({
        "p1": {
            "number": 1, "title": "Write the policy", "items": ["5.2"], "owner": "Jane",
            "due": "2020-02-03", "effort": "M", "state": "planned",
        },
        "p2": {
            "number": 2, "title": "Train everybody", "items": ["7.4"], "owner": "Ann",
            "due": "2099-02-03", "effort": "S", "state": "started",
        },
    })
}

fn saved_plan(browser: &Browser) -> Value {
    browser.button("Save file").click();
    assessment_in(&browser.saved_file())["plan"].take()
}

pub fn actions_are_made_of_what_matters(browser: &Browser) {
    open(browser, &json!({}));
    let page = browser.only("main");
    page.expect_text("Nothing is planned yet.");
    let first = browser.region("What to do first");
    // A requirement that isn't in place counts 6; it is small.
    first.expect_text(
        "Blocks stage 1 Major nonconformity 6 for the finding; divided by 1 for the effort: 6",
    );
    first.combobox("Effort for 5.2 Policy").choose("Large: a few months");
    first.expect_text("6 for the finding; divided by 4 for the effort: 1.5");
    browser.expect_accessible();

    let tick_both = || {
        first.checkbox("Tick 5.2 Policy").click();
        first.checkbox(starting_with("Tick 6.2 ")).click();
        first.expect_text("Ticked: 2");
    };
    tick_both();
    first.button("An action for each").click();
    messages(browser).expect_text("2 actions are planned.");
    browser.heading("Planned (2)").expect_shown();
    browser.expect_accessible();
    // One step, whatever was made.
    browser.button("Undo").click();
    page.expect_text("Nothing is planned yet.");

    tick_both();
    first.button("Make one action of these").click();
    messages(browser).expect_text("“P1 Close 5.2, 6.2” is planned.");
    browser.button("Details P1 Close 5.2, 6.2").expect_focused();
    first.expect_text("Planned: P1 Close 5.2, 6.2");

    tick_both();
    first.button("An action for each").click();
    messages(browser).expect_text("in the plan already: 2 of the ticked items.");
    browser.heading("Planned (1)").expect_shown();
    let plan = saved_plan(browser);
    let made = plan.as_object().and_then(|plan| plan.values().next()).expect("an action");
    assert_eq!(made.get("items"), Some(&json!(["5.2", "6.2"])));
    assert_eq!(made.get("effort"), Some(&json!("L")), "that of the largest");
}

/// An action for an item brings its documents too, and says what to begin with.
pub fn an_action_brings_what_its_item_lacks(browser: &Browser) {
    let missing = json!({ "information-security-policy": { "state": "missing" } });
    let overview = open_rated(browser, RATINGS, &json!({ "documents": missing }));
    browser.open(&format!("{overview}/plan"));
    let first = browser.region("What to do first");
    first.expect_text("6 for the finding + 2 for a missing document = 8");
    first.link("6.1.1 Actions to address risks and opportunities: General").expect_shown();
    first.checkbox("Tick 5.2 Policy").click();
    first.button("Make one action of these").click();
    messages(browser).expect_text("“P1 Close 5.2 Policy” is planned.");
    let plan = saved_plan(browser);
    let made = plan.as_object().and_then(|plan| plan.values().next()).expect("an action");
    assert_eq!(made.get("documents"), Some(&json!(["information-security-policy"])));
    let note = made.get("note").and_then(Value::as_str).unwrap_or_default();
    assert!(note.ends_with('.'), "the first step: {note}");
    let what_if = browser.region("What if");
    what_if.checkbox("P1 Close 5.2 Policy").click();
    what_if.role("table", "What if").expect_text("Major nonconformity 2 0 −2");
    browser.expect_accessible();
}

/// Which risks fall, and how much less is in the way.
pub fn what_if_tells_of_risks_and_blockers(browser: &Browser) {
    let risk = |number: u64, title: &str, control: &str| {
        json!({
            "number": number, "title": title, "likelihood": 4, "impact": 4,
            "controls": [{ "control": control }],
        })
    };
    let risks = json!({ "r1": risk(1, "Ransomware", "A.5.7"), "r2": risk(2, "Fire", "A.7.5") });
    let action = json!({ "number": 1, "title": "Watch", "items": ["A.5.7"], "effort": "S" });
    let more = json!({ "risks": risks, "plan": { "p1": action } });
    let overview = open_rated(browser, RATINGS, &more);
    browser.open(&format!("{overview}/plan"));
    let what_if = browser.region("What if");
    what_if.checkbox("P1 Watch").click();
    what_if.heading("Risks whose level would change").expect_shown();
    what_if.expect_text("R1 Ransomware: Very high → ");
    let table = what_if.role("table", "What if");
    table.expect_text("In the way of stage 1 ");
    // The control was a major finding of its own.
    table.expect_text("Major nonconformity 2 1 −1");
    table.expect_text("In the way of stage 2 besides ");
    let cells = table.cells();
    let last = cells.last().expect("a row");
    assert_eq!(last.last().map(String::as_str), Some("−1"), "{last:?}");
    browser.expect_accessible();
    what_if.link("R1 Ransomware").click();
    browser.heading("R1 Ransomware").expect_shown();
}

pub fn an_action_is_done_and_reopened(browser: &Browser) {
    open(browser, &two());
    let page = browser.only("main");
    page.expect_text("Due Feb 3, 2020: overdue");
    browser.button("Start P1 Write the policy").click();
    browser.heading("Started (2)").expect_shown();
    browser.button("Details P1 Write the policy").expect_focused();
    browser.button("Mark as done P1 Write the policy").click();
    browser.heading("Done (1)").expect_shown();
    // Doing is no rating.
    browser.region("Done (1)").expect_text("Marking an action as done rates nothing.");
    browser.region("Done (1)").link("5.2 Policy").expect_shown();
    let plan = saved_plan(browser);
    assert_eq!(plan.pointer("/p1/state"), Some(&json!("done")));
    let day = plan.pointer("/p1/finished").and_then(Value::as_str).expect("a day");
    assert!(day.starts_with("20"), "{day}");
    browser.expect_accessible();
    browser.button("Reopen P1 Write the policy").click();
    browser.heading("Started (2)").expect_shown();
    assert_eq!(saved_plan(browser).pointer("/p1/finished"), None);
}

/// Of 123 items six are rated: F, F, N, P, P, N.
pub fn what_if_changes_nothing(browser: &Browser) {
    open(browser, &two());
    let what_if = browser.region("What if");
    what_if.expect_text("Nothing is ticked, so nothing would change.");
    what_if.checkbox("P1 Write the policy").click();
    let table = what_if.role("table", "What if");
    // 3 + 3 + 0 + 1 + 1 + 0 of 18 thirds; with 5.2 in place 11 of 18.
    table.expect_text("Conformity 44% 61% +17 points");
    table.expect_text("Completeness 5% 5% as today");
    table.expect_text("Major nonconformity 1 0 −1");
    table.expect_text("Readiness Not ready Not ready as today");
    browser.expect_accessible();
    what_if.checkbox("P1 Write the policy").click();
    what_if.expect_text("Nothing is ticked, so nothing would change.");
    browser.button("Undo").expect_disabled();
    browser.button("Save file").click();
    let saved = assessment_in(&browser.saved_file());
    assert_eq!(saved.pointer("/answers/5.2/rating"), Some(&json!("N")));
}

pub fn it_burns_up_and_goes_into_the_calendar(browser: &Browser) {
    open(browser, &two());
    let burn = browser.region("Planned and done over time");
    burn.expect_text("Due by today: 1. Done by then: 0. Actions with a due date: 2.");
    burn.disclosure("The numbers as a table").click();
    let cells = burn.only("table").cells();
    assert_eq!(
        cells.last().map(Vec::as_slice),
        Some(&["Feb 3, 2099".into(), "2".into(), "0".into()][..])
    );
    browser.expect_accessible();

    browser.button("Save due dates for your calendar").click();
    let file = browser.saved_file();
    assert!(file.to_string_lossy().ends_with(".ics"), "{}", file.display());
    let calendar = fs::read_to_string(file).expect("text");
    let lines: Vec<&str> = calendar.split("\r\n").collect();
    for line in [
        "BEGIN:VCALENDAR",
        "UID:p1@plumbline",
        "DTSTART;VALUE=DATE:20200203",
        "SUMMARY:P1 Write the policy",
        "DESCRIPTION:Owner: Jane\\nCloses: 5.2 Policy",
        "DTSTART;VALUE=DATE:20990203",
        "END:VCALENDAR",
    ] {
        assert!(lines.contains(&line), "{line} in {calendar}");
    }
}

pub fn the_table_is_filtered_and_sorted(browser: &Browser) {
    open(browser, &two());
    browser.group("Show as").radio("Table").click();
    let table = browser.role("table", "Planned actions");
    table.expect_text("P1 Write the policy 5.2 Jane Feb 3, 2020 Overdue Medium: weeks");
    let titles = || -> Vec<String> {
        let titles = "return [...document.querySelectorAll('.plan-table tbody th')].map(it => it.textContent)";
        serde_json::from_value(browser.script(titles, vec![])).expect("texts")
    };
    assert_eq!(titles(), ["P1 Write the policy", "P2 Train everybody"]);
    browser.combobox("Sort by").choose("Owner");
    table.expect_text("P2 Train everybody 7.4 Ann");
    assert_eq!(titles(), ["P2 Train everybody", "P1 Write the policy"]);
    browser.checkbox("Only what is overdue").click();
    browser.only("main").expect_text("1 of 2 actions");
    assert_eq!(titles(), ["P1 Write the policy"]);
    browser.checkbox("Only what is overdue").click();
    browser.combobox("State of P1 Write the policy").choose("Done");
    browser.combobox("State of P1 Write the policy").expect_focused();
    browser.expect_accessible();
    browser.combobox("State").choose("Done");
    browser.only("main").expect_text("1 of 2 actions");
    browser.combobox("State").choose("Planned");
    browser.only("main").expect_text("Nothing fits");
    table.expect_gone();
    browser.combobox("State").choose("Done");
    browser.resize(360, 800);
    let wider = "return document.documentElement.scrollWidth > innerWidth";
    assert_eq!(browser.script(wider, vec![]), false, "nothing is wider than the page");
}

pub fn an_action_is_written_and_removed(browser: &Browser) {
    open(browser, &json!({}));
    browser.button("Add an action").click();
    let form = browser.dialog("Action");
    form.textbox("What is to be done").expect_focused();
    form.textbox("What is to be done").type_text("Ask the board");
    form.combobox("Owner").type_text("Jane");
    browser.script(
        "const field = document.getElementById('plan-due');
         field.value = '2099-02-03';
         field.dispatchEvent(new Event('change', { bubbles: true }));",
        vec![],
    );
    form.combobox("Effort").choose("Small: days");
    form.combobox("Add an item").choose("5.2 Policy");
    form.combobox("Add an item").expect_focused();
    form.link("5.2 Policy").expect_shown();
    // What the item asks for and isn't there.
    form.combobox("Add a required document that is lacking")
        .choose("Overall information security policy");
    form.link("Overall information security policy").expect_shown();
    form.textbox("Note").type_text("By mail");
    form.textbox("Note").expect_value("By mail");
    browser.expect_accessible();
    form.button("Close").click();
    browser.button("Details P1 Ask the board").expect_focused();
    let plan = saved_plan(browser);
    let written = plan.as_object().and_then(|plan| plan.values().next()).expect("an action");
    let expected = json!({
        "number": 1,
        "title": "Ask the board",
        "items": ["5.2"],
        "documents": ["information-security-policy"],
        "owner": "Jane",
        "due": "2099-02-03",
        "effort": "S",
        "state": "planned",
        "note": "By mail",
    });
    assert_eq!(*written, expected);

    browser.button("Details P1 Ask the board").click();
    form.button("Take out 5.2 Policy").click();
    form.link("5.2 Policy").expect_gone();
    form.button("Remove").click();
    messages(browser).expect_text("“P1 Ask the board” is removed. Undo brings it back.");
    browser.heading("Planned actions").expect_focused();
    browser.button("Undo").click();
    browser.button("Details P1 Ask the board").expect_shown();
}
