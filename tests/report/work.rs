//! What the sections about risks, plan, audit and Statement of Applicability say. Read the snapshots
//! when they change.

use plumbline::{
    domain::{assessment::Assessment, evaluation::evaluate, outlook::outlook},
    persist::read::read,
    report::{
        document::{Block, Cell, Section, Span, Tone},
        model::Material,
        request::{Request, SectionKind},
        sections::Context,
        summary::{Basis, Summary},
    },
    text::Texts,
};

use crate::{
    one_page::handbook,
    support::{Questionnaire, assessment, moment},
};

const SECTIONS: [SectionKind; 6] = [
    SectionKind::TopRisks,
    SectionKind::Register,
    SectionKind::Plan,
    SectionKind::Outlook,
    SectionKind::Statement,
    SectionKind::Evidence,
];

fn sections(assessment: &Assessment) -> Vec<Section> {
    let questionnaire = Questionnaire::iso27001();
    let texts = Texts::english();
    let handbook = handbook();
    let evaluation = evaluate(&questionnaire.pack, assessment);
    let summary = Summary::new(Basis {
        pack: &questionnaire.pack,
        pack_texts: &questionnaire.texts,
        texts: &texts,
        assessment,
        evaluation: &evaluation,
        handbook: Some(&handbook),
        guidance: &|_| None,
    });
    let context = Context {
        material: Material {
            pack: &questionnaire.pack,
            pack_texts: &questionnaire.texts,
            texts: &texts,
            guidance: &questionnaire.guidance,
            handbook: Some(&handbook),
            assessment,
        },
        evaluation: &evaluation,
        outlook: &outlook(&questionnaire.pack, &handbook.0, assessment, &evaluation),
        summary: &summary,
        request: &Request { sections: SECTIONS.to_vec(), ..Request::default() },
        now: &moment(),
    };
    SECTIONS.into_iter().filter_map(|kind| context.section(kind)).collect()
}

/// Most rows of a table that are shown.
const ROWS: usize = 6;

/// All that is said, a block a line or two.
fn outline(sections: &[Section]) -> String {
    let mut lines = Vec::new();
    for section in sections {
        let wide = if section.wide { ", wide" } else { "" };
        lines.push(format!("# {} ({}{wide})", section.title, section.anchor));
        lines.extend(section.blocks.iter().flat_map(block));
        lines.push(String::new());
    }
    lines.join("\n")
}

fn block(block: &Block) -> Vec<String> {
    match block {
        Block::Heading { level, text, .. } => {
            vec![format!("{} {text}", "#".repeat(usize::from(*level)))]
        }
        Block::Lead(spans) => vec![format!("! {}", words(spans))],
        Block::Paragraph(spans) => vec![words(spans)],
        Block::Remark(spans) => vec![format!("* {}", words(spans))],
        Block::List { entries, .. } => {
            entries.iter().map(|entry| format!("- {}", words(entry))).collect()
        }
        Block::Facts(facts) => {
            facts.iter().map(|(name, said)| format!("{name} = {}", words(said))).collect()
        }
        Block::Numbers(numbers) => {
            let number = |it: &plumbline::report::document::Number| {
                format!("[{} {} {}]", it.value, it.label, it.note)
            };
            vec![numbers.iter().map(number).collect::<Vec<_>>().join(" ")]
        }
        Block::Table(table) => {
            let head: Vec<String> =
                table.columns.iter().map(|it| format!("{} {}", it.title, it.share)).collect();
            let mut lines = vec![format!("<{}>", table.caption), format!("| {}", head.join(" | "))];
            assert!(table.rows.iter().all(|row| row.len() == table.columns.len()));
            for row in table.rows.iter().take(ROWS) {
                let cells: Vec<String> = row.iter().map(cell).collect();
                lines.push(format!("| {}", cells.join(" | ")));
            }
            let more = table.rows.len().saturating_sub(ROWS);
            lines.extend((more > 0).then(|| format!("… {more} more")));
            lines
        }
        Block::Figure(figure) => {
            let (width, height) = (figure.drawing.width, figure.drawing.height);
            vec![format!("({} {width}×{height}: {})", figure.caption, figure.summary)]
        }
    }
}

fn words(spans: &[Span]) -> String {
    let word = |span: &Span| match (span.strong, span.to.as_str()) {
        (true, _) => format!("**{}**", span.text),
        (false, "") => span.text.clone(),
        (false, to) => format!("[{}](#{to})", span.text),
    };
    spans.iter().map(word).collect::<String>().replace('\n', "⏎")
}

fn cell(cell: &Cell) -> String {
    let paragraphs: Vec<String> = cell.paragraphs.iter().map(|spans| words(spans)).collect();
    let tone = match cell.tone {
        Tone::Plain => String::new(),
        tone => format!(" {{{tone:?}}}"),
    };
    format!("{}{tone}", paragraphs.join(" / "))
}

fn worked_on() -> Assessment {
    let questionnaire = Questionnaire::iso27001();
    let file = include_str!("../golden/work.plumbline.json");
    read(&questionnaire.pack, file).expect("an assessment file").document.assessment
}

#[test]
fn nothing_is_there_yet() {
    insta::assert_snapshot!("work_empty", outline(&sections(&assessment("Acme", []))));
}

#[test]
fn some_of_everything_is_there() {
    insta::assert_snapshot!("work_some", outline(&sections(&worked_on())));
}
