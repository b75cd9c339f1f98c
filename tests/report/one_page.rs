//! The result on one page: what it says, for the quick check and for everything. Read the snapshots
//! when they change.

use plumbline::{
    domain::{
        assessment::Assessment, evaluation::evaluate, handbook::Handbook, selection::Selection,
    },
    persist::handbook::read_handbook,
    report::{
        one_page,
        summary::{Basis, Summary},
    },
    text::{HandbookTexts, Texts},
};

use crate::support::{Questionnaire, assessment, excluded, id, moment, rated};

pub fn handbook() -> (Handbook, HandbookTexts) {
    macro_rules! file {
        ($name:literal) => {
            include_str!(concat!("../../packs/iso27001-2022/handbook/", $name))
        };
    }
    let handbook = read_handbook(file!("documents.json"), file!("guide.json"));
    let texts = HandbookTexts::read(file!("en/documents.json"), file!("en/guide.json"));
    (handbook.expect("a handbook"), texts.expect("its words"))
}

fn page(assessment: &Assessment, handbook: Option<&(Handbook, HandbookTexts)>) -> String {
    let questionnaire = Questionnaire::iso27001();
    let texts = Texts::english();
    let summary = Summary::new(Basis {
        pack: &questionnaire.pack,
        pack_texts: &questionnaire.texts,
        texts: &texts,
        assessment,
        evaluation: &evaluate(&questionnaire.pack, assessment),
        handbook,
        guidance: &|item| {
            let mut texts = questionnaire.guidance.iter();
            texts.find(|(of, _)| of == item.as_str()).map(|(_, guidance)| guidance.clone())
        },
    });
    one_page::write(&summary, &texts, &moment())
}

/// The file without its styles, an element a line.
fn readable(page: &str) -> String {
    let (before, rest) = page.split_once("<style>").expect("styles");
    let (_, after) = rest.split_once("</style>").expect("an end of the styles");
    format!("{before}<style>…</style>{after}").replace("><", ">\n<").replace(">\n</", "></")
}

/// A quick check, answered but for a few.
fn quick() -> Assessment {
    let ratings = "4.3=L 5.1=P 5.2=F 6.1.2=N 6.1.3=P 7.2=F 7.5.1=? 8.1=P 9.2.2=N 9.3.1=P 10.2=L \
                   A.5.9=P A.5.18=F A.5.24=N A.5.31=L A.6.3=P A.7.2=F A.8.5=L A.8.8=L A.8.13=F";
    let answers = ratings.split_whitespace().map(|answer| answer.split_once('=').unwrap());
    let mut quick = assessment(
        "Acme <GmbH>: quick check",
        answers.map(|(item, rating)| (item, rated(rating, ""))),
    );
    quick.selection = Selection::Quick;
    quick
}

#[test]
fn quick_check() {
    insta::assert_snapshot!(readable(&page(&quick(), Some(&handbook()))));
}

#[test]
fn own_reasons_before_all() {
    let mut quick = quick();
    quick.facts.reasons = vec![id("incidents"), id("unknown-here")];
    quick.facts.organisation = "Acme GmbH".into();
    let page = page(&quick, Some(&handbook()));
    assert!(page.contains("Acme GmbH</p>"), "the organisation");
    assert_eq!(page.matches("<dt>").count(), 1, "one reason");
}

#[test]
fn nothing_rated() {
    let page = page(&assessment("Empty", []), Some(&handbook()));
    assert!(page.contains("There is no verdict yet"));
    assert!(page.contains("Nothing is rated yet."));
    assert!(!page.contains("Which standard to open next"));
}

/// Full, and before the handbook has arrived.
#[test]
fn everything_in_place() {
    let questionnaire = Questionnaire::iso27001();
    let items = questionnaire.pack.items().iter().map(|item| item.id.as_str());
    let full = items.map(|item| match item {
        "A.7.13" => (item, excluded("No premises of our own.", "")),
        _ => (item, rated("F", "")),
    });
    insta::assert_snapshot!(readable(&page(&assessment("Full", full), None)));
}
