//! A report on the real questionnaire says everything that was answered.

use plumbline::{
    domain::{
        assessment::{Answer, Applicability, Assessment, CheckAnswer},
        evaluation::evaluate,
        id::{GroupId, SectionId},
        pack::Kind,
        scope::Standing,
    },
    persist::read::read,
    report::{
        clean::clean,
        document::{Block, Cell, Span, Table},
        model::standing_text,
        request::{Request, SectionKind},
    },
    text::Texts,
};

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

/// All tables of a section on an assessment.
fn tables(
    questionnaire: &Questionnaire,
    assessment: &Assessment,
    section: SectionKind,
) -> Vec<Table> {
    let request = Request { sections: vec![section], ..Request::default() };
    let [section] = <[_; 1]>::try_from(questionnaire.document(assessment, &request).sections)
        .expect("one section");
    let tables = section.blocks.into_iter().filter_map(|block| match block {
        Block::Table(table) => Some(table),
        _ => None,
    });
    tables.collect()
}

/// What a cell says, a text a paragraph.
fn said(cell: &Cell) -> Vec<String> {
    let text = |spans: &Vec<Span>| spans.iter().map(|span| span.text.as_str()).collect();
    cell.paragraphs.iter().map(text).collect()
}

#[test]
fn every_item_with_its_answer_in_pack_order() {
    let questionnaire = Questionnaire::iso27001();
    let words = Texts::english();
    for assessment in assessments(&questionnaire) {
        let tables = tables(&questionnaire, &assessment, SectionKind::Answers);
        let rows: Vec<Vec<Cell>> = tables.into_iter().flat_map(|table| table.rows).collect();
        let mut results = evaluate(&questionnaire.pack, &assessment).items;
        results.retain(|result| result.standing != Standing::NotAsked);
        assert_eq!(rows.len(), results.len());
        for (row, result) in rows.iter().zip(results) {
            let id = &result.id;
            let title = format!("{id} {}", questionnaire.texts.full_title(id));
            assert_eq!(said(&row[0]), [title.as_str(), questionnaire.texts.ask(id)]);
            let nothing = Answer::default();
            let answer = assessment.answer(id).unwrap_or(&nothing);
            let lacks_reason =
                result.kind == Kind::Control && answer.applicability.lacks_justification();
            let state = if lacks_reason {
                "Excluded: justification missing"
            } else {
                standing_text(&questionnaire.texts, &words, &result.standing)
            };
            assert_eq!(said(&row[1]), [state], "{id}");
            let written = said(&row[2]);
            let told = |begin: &str, text: &str| {
                let told = written.iter().find(|it| it.starts_with(begin));
                let expected = clean(text.trim());
                let expected = (!expected.is_empty()).then(|| format!("{begin} {expected}"));
                assert_eq!(told, expected.as_ref(), "{id}");
            };
            told("Note:", &answer.note);
            match &answer.applicability {
                Applicability::Excluded { justification } => {
                    told("Excluded because:", justification);
                }
                Applicability::Applicable => told("Excluded because:", ""),
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
    let tables = tables(&questionnaire, &assessment, SectionKind::Answers);
    let rows = tables.iter().flat_map(|table| &table.rows);
    let told: Vec<String> = rows.flat_map(|row| said(&row[2])).filter(|text| text != "–").collect();
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
        let tables = tables(&questionnaire, &assessment, SectionKind::Results);
        let results = evaluate(&questionnaire.pack, &assessment);
        let name = |id: &SectionId| questionnaire.texts.section(id).to_owned();
        let sections = results.sections.iter().map(|it| (name(&it.id), it.measure));
        let name = |id: &GroupId| format!("{id} {}", questionnaire.texts.group(id));
        let groups = results.groups.iter().map(|it| (name(&it.id), it.measure));
        let everything = [("Whole assessment".to_owned(), results.everything)];
        let expected: Vec<Vec<String>> = everything
            .into_iter()
            .chain(sections)
            .chain(groups)
            .filter(|(_, measure)| measure.counts.items > 0)
            .map(|(name, measure)| {
                vec![
                    name,
                    words.percent(measure.conformity),
                    words.range(&measure),
                    String::new(),
                    words.percent(measure.completeness),
                    format!("{} of {}", measure.counts.rated, measure.counts.in_scope),
                ]
            })
            .collect();
        let row = |row: &Vec<Cell>| row.iter().map(|cell| said(cell).concat()).collect();
        let shown: Vec<Vec<String>> = tables[0].rows.iter().map(row).collect();
        assert_eq!(shown, expected);
    }
}
