//! A report on the real questionnaire says everything that was answered.

use plumbline::{
    domain::{
        assessment::{Answer, Applicability, Assessment, CheckAnswer},
        evaluation::evaluate,
        pack::Kind,
        scope::Standing,
    },
    persist::read::read,
    report::model::standing_text,
    text::Texts,
};
use scraper::{ElementRef, Html, Selector};

use crate::support::{Questionnaire, assessment, id};

fn assessments(questionnaire: &Questionnaire) -> [Assessment; 4] {
    [
        include_str!("../golden/empty.plumbline.json"),
        include_str!("../golden/half.plumbline.json"),
        include_str!("../golden/full.plumbline.json"),
        include_str!("../golden/next.plumbline.json"),
    ]
    .map(|file| read(&questionnaire.pack, file).expect("an assessment file").document.assessment)
}

/// The texts of all elements below one that a selector finds.
fn texts(below: ElementRef<'_>, selector: &str) -> Vec<String> {
    let selector = Selector::parse(selector).expect("a selector");
    below.select(&selector).map(|element| element.text().collect()).collect()
}

#[test]
fn every_item_with_its_answer_in_pack_order() {
    let questionnaire = Questionnaire::iso27001();
    let words = Texts::english();
    for assessment in assessments(&questionnaire) {
        let page = Html::parse_document(&questionnaire.html(&assessment));
        let rows = Selector::parse(".answers tbody tr").unwrap();
        let rows: Vec<ElementRef<'_>> = page.select(&rows).collect();
        let mut results = evaluate(&questionnaire.pack, &assessment).items;
        results.retain(|result| result.standing != Standing::NotAsked);
        assert_eq!(rows.len(), results.len());
        for (row, result) in rows.into_iter().zip(results) {
            assert_eq!(texts(row, ".id"), [result.id.to_string()]);
            assert_eq!(texts(row, ".ask"), [questionnaire.texts.ask(&result.id)]);
            let head = texts(row, "th").concat();
            assert!(head.contains(questionnaire.texts.title(&result.id)), "{head}");
            let lacks_reason = result.kind == Kind::Control
                && assessment
                    .answer(&result.id)
                    .is_some_and(|answer| answer.applicability.lacks_justification());
            let state = if lacks_reason {
                "Excluded: justification missing"
            } else {
                standing_text(&questionnaire.texts, &words, &result.standing)
            };
            assert_eq!(texts(row, "td")[0], state, "{}", result.id);
            let nothing = Answer::default();
            let answer = assessment.answer(&result.id).unwrap_or(&nothing);
            assert_eq!(texts(row, ".note").concat(), answer.note.trim(), "{}", result.id);
            if let Applicability::Excluded { justification } = &answer.applicability {
                let told = texts(row, "td").concat();
                assert!(told.contains(justification.trim()), "{told}");
            }
        }
    }
}

/// By its question, or by its identifier where the guidance hasn't arrived.
#[test]
fn every_check_point_with_its_answer() {
    let questionnaire = Questionnaire::iso27001();
    let pack = &questionnaire.pack;
    let checked = |item: &str| {
        let known = pack.item(&id(item)).expect("an item");
        let checks = known.checks.iter().cloned().zip(CheckAnswer::ALL).collect();
        Answer { checks, ..Answer::default() }
    };
    let assessment = assessment("Acme", [("4.1", checked("4.1")), ("A.5.7", checked("A.5.7"))]);
    let page = Html::parse_document(&questionnaire.html(&assessment));
    let told = texts(page.root_element(), ".checks li");
    assert_eq!(told.len(), 2 * CheckAnswer::ALL.len());
    let (_, guidance) = &questionnaire.guidance[0];
    assert_eq!(told[0], format!("Yes {}", guidance.checks[0].text));
    let checks = &pack.item(&id("A.5.7")).expect("an item").checks;
    assert_eq!(told[5], format!("Partly {}", checks[1]));
}

#[test]
fn every_number_stands_beside_its_group() {
    let questionnaire = Questionnaire::iso27001();
    let words = Texts::english();
    for assessment in assessments(&questionnaire) {
        let page = Html::parse_document(&questionnaire.html(&assessment));
        let results = evaluate(&questionnaire.pack, &assessment);
        let sections = results.sections.iter().map(|section| section.measure);
        let groups = results.groups.iter().map(|group| group.measure);
        let groups = groups.filter(|measure| measure.counts.items > 0);
        let measures = [results.everything].into_iter().chain(sections).chain(groups);
        let expected: Vec<Vec<String>> = measures
            .map(|measure| {
                let rated = format!("{}/{}", measure.counts.rated, measure.counts.in_scope);
                let completeness = words.percent(measure.completeness);
                vec![
                    words.percent(measure.conformity),
                    words.range(&measure),
                    String::new(),
                    completeness,
                    rated,
                ]
            })
            .collect();
        let rows = Selector::parse(".numbers tbody tr").unwrap();
        let shown: Vec<Vec<String>> = page.select(&rows).map(|row| texts(row, "td")).collect();
        assert_eq!(shown, expected);
    }
}
