//! What a report looks like: read these snapshots when they change.

use plumbline::domain::assessment::Assessment;

use crate::support::{Questionnaire, assessment, excluded, rated};

/// The file without its styles, an element a line.
fn readable(assessment: &Assessment) -> String {
    let html = Questionnaire::sample().html(assessment);
    let (before, rest) = html.split_once("<style>").expect("styles");
    let (_, after) = rest.split_once("</style>").expect("an end of the styles");
    format!("{before}<style>…</style>{after}").replace("><", ">\n<").replace(">\n</", "></")
}

#[test]
fn empty() {
    let report = readable(&assessment("Empty", []));
    insta::assert_snapshot!(report);
}

#[test]
fn half() {
    let answers = [
        ("4.1", rated("L", "Last reviewed in March.\nSee the minutes.")),
        ("4.2", rated("?", "")),
        ("A.5.1", rated("P", "")),
        ("A.5.7", excluded(" ", "Somebody else does it?")),
        ("A.7.4", excluded("No premises of our own.", "Checked with the landlord.")),
    ];
    let report = readable(&assessment("Acme GmbH: ISMS 2026", answers));
    insta::assert_snapshot!(report);
}

#[test]
fn full() {
    let answers = [
        ("4.1", rated("F", "<b>100 %</b>")),
        ("4.2", rated("F", "")),
        ("6.1.1", rated("L", "")),
        ("A.5.1", rated("F", "株式会社 🙂")),
        ("A.5.7", rated("P", "")),
        ("A.5.23", rated("N", "Nobody knows which ones are in use.")),
        ("A.7.4", rated("F", "")),
    ];
    let report = readable(&assessment("Überprüfung “Œuvre & Søn” <2026>", answers));
    insta::assert_snapshot!(report);
}
