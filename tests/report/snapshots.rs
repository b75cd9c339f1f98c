//! What a report looks like: read these snapshots when they change.

use plumbline::{
    domain::assessment::Assessment,
    report::request::{Preset, Request},
};

use crate::support::{Questionnaire, assessment, excluded, rated};

/// What follows the head of the file, an element a line; of drawings only the words that tell them.
fn readable(assessment: &Assessment) -> String {
    let request = Request { preset: Preset::Summary, ..Request::default() };
    let html = Questionnaire::sample().html(assessment, &request);
    let (_, body) = html.split_once("</head>").expect("a head");
    let mut parts = body.split("</desc>");
    let first = parts.next().unwrap_or_default().to_owned();
    let shortened = parts.fold(first, |before, part| {
        let (_, after) = part.split_once("</svg>").expect("an end of the drawing");
        format!("{before}</desc>…</svg>{after}")
    });
    shortened.replace("><", ">\n<").replace(">\n</", "></")
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
