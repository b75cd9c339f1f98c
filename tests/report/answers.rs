//! A report on the real questionnaire says everything that was answered.

use plumbline::{
    domain::{
        assessment::{Answer, Applicability, Assessment},
        evaluation::evaluate,
    },
    persist::read::read,
    report::model::{percent, range, standing_text},
    text::Texts,
};
use scraper::{ElementRef, Html, Selector};

use crate::support::Questionnaire;

fn assessments(questionnaire: &Questionnaire) -> [Assessment; 3] {
    [
        include_str!("../golden/empty.plumbline.json"),
        include_str!("../golden/half.plumbline.json"),
        include_str!("../golden/full.plumbline.json"),
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
        let results = evaluate(&questionnaire.pack, &assessment).items;
        assert_eq!(rows.len(), results.len());
        for (row, result) in rows.into_iter().zip(results) {
            assert_eq!(texts(row, ".id"), [result.id.to_string()]);
            assert_eq!(texts(row, ".ask"), [questionnaire.texts.ask(&result.id)]);
            let head = texts(row, "th").concat();
            assert!(head.contains(questionnaire.texts.title(&result.id)), "{head}");
            let state = standing_text(&questionnaire.texts, &words, &result.standing);
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

#[test]
fn every_number_stands_beside_its_group() {
    let questionnaire = Questionnaire::iso27001();
    for assessment in assessments(&questionnaire) {
        let page = Html::parse_document(&questionnaire.html(&assessment));
        let results = evaluate(&questionnaire.pack, &assessment);
        let sections = results.sections.iter().map(|section| section.measure);
        let groups = results.groups.iter().map(|group| group.measure);
        let measures = sections.chain([results.everything]).chain(groups);
        let expected: Vec<Vec<String>> = measures
            .map(|measure| {
                let rated = format!("{}/{}", measure.counts.rated, measure.counts.in_scope);
                let completeness = percent(measure.completeness);
                vec![
                    percent(measure.conformity),
                    range(&measure),
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
