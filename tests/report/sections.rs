//! What stands in a report, whatever its format. Read the snapshots when they change.

use std::sync::Arc;

use naughty_strings::BLNS;
use plumbline::{
    domain::{
        action::apply,
        assessment::{Answer, Assessment},
        evidence::Evidence,
        handbook::Handbook,
        selection::Selection,
        time::Day,
    },
    persist::{case::read_case, handbook::read_handbook, read::read},
    report::{
        clean::{clean, is_clean},
        document::{Block, Cell, Document, Span, Tone},
        drawing::{Drawing, Shape},
        model::Material,
        request::{Preset, Request, SectionKind},
        sections::document,
    },
    text::{CaseTexts, HandbookTexts, ItemGuidance, Texts, read_guidance},
};
use proptest::{prelude::*, test_runner::TestRunner};

use crate::support::{Questionnaire, assessment, excluded, id, moment, rated};

/// A questionnaire with what is known beside it.
struct Office {
    questionnaire: Questionnaire,
    texts: Texts,
    handbook: Option<(Handbook, HandbookTexts)>,
}

impl Office {
    fn iso27001() -> Self {
        macro_rules! file {
            ($name:literal) => {
                include_str!(concat!("../../packs/iso27001-2022/handbook/", $name))
            };
        }
        let handbook = read_handbook(file!("documents.json"), file!("guide.json"));
        let words = HandbookTexts::read(file!("en/documents.json"), file!("en/guide.json"));
        let mut questionnaire = Questionnaire::iso27001();
        questionnaire.guidance = guidance();
        Self {
            questionnaire,
            texts: Texts::english(),
            handbook: Some((handbook.expect("a handbook"), words.expect("its words"))),
        }
    }

    fn sample() -> Self {
        let questionnaire = Questionnaire::sample();
        Self { questionnaire, texts: Texts::english(), handbook: None }
    }

    fn document(&self, assessment: &Assessment, request: &Request) -> Document {
        let material = Material {
            pack: &self.questionnaire.pack,
            pack_texts: &self.questionnaire.texts,
            texts: &self.texts,
            guidance: &self.questionnaire.guidance,
            handbook: self.handbook.as_ref(),
            assessment,
        };
        document(material, request, &moment())
    }

    /// The files that are kept as examples of every kind.
    fn golden(&self) -> [Assessment; 5] {
        [
            include_str!("../golden/empty.plumbline.json"),
            include_str!("../golden/half.plumbline.json"),
            include_str!("../golden/full.plumbline.json"),
            include_str!("../golden/next.plumbline.json"),
            include_str!("../golden/work.plumbline.json"),
        ]
        .map(|file| {
            let read = read(&self.questionnaire.pack, file).expect("an assessment file");
            read.document.assessment
        })
    }
}

/// The long texts of all items.
fn guidance() -> Vec<(String, Arc<ItemGuidance>)> {
    macro_rules! files {
        ($($group:literal)*) => {
            [$(include_str!(concat!("../../packs/iso27001-2022/guidance/en/", $group, ".json"))),*]
        };
    }
    let files = files!("4" "5" "6" "7" "8" "9" "10" "A.5" "A.6" "A.7" "A.8");
    let items = files.into_iter().flat_map(|file| read_guidance(file).expect("guidance"));
    items.map(|(item, text)| (item, Arc::new(text))).collect()
}

/// A firm of 400 people, of which a selection is asked.
fn case(office: &Office) -> Assessment {
    let case = include_str!("../../packs/iso27001-2022/cases/machine-builder.json");
    let words = include_str!("../../packs/iso27001-2022/cases/en/machine-builder.json");
    let (case, words) = (read_case(case).expect("a case"), CaseTexts::read(words).expect("words"));
    let mut assessment = assessment("Machine builder", []);
    let filled_in = words.filled_in(&case);
    apply(&office.questionnaire.pack, &mut assessment, filled_in).expect("a case that fits");
    assessment
}

/// The sections whose outlines are kept.
const SECTIONS: [SectionKind; 9] = [
    SectionKind::Cover,
    SectionKind::Management,
    SectionKind::Method,
    SectionKind::Results,
    SectionKind::Documents,
    SectionKind::Findings,
    SectionKind::Open,
    SectionKind::Answers,
    SectionKind::Computation,
];

fn request() -> Request {
    Request {
        sections: SECTIONS.to_vec(),
        author: "Jo Doe".into(),
        version: "1.0".into(),
        classification: "Confidential".into(),
        ..Request::default()
    }
}

/// A document as text: a line for a block, of long tables the first rows.
fn outline(document: &Document) -> String {
    let mut lines = vec![format!("{} | {} | {}", document.title, document.author, document.footer)];
    if let Some(cover) = &document.cover {
        lines.push(format!("[cover] {} | {} | {}", cover.kind, cover.title, cover.subtitle));
        lines.extend(cover.facts.iter().map(|(name, fact)| format!("  {name}: {fact}")));
    }
    for section in &document.sections {
        let wide = if section.wide { " (wide)" } else { "" };
        lines.push(format!("\n# {} #{}{wide}", section.title, section.anchor));
        section.blocks.iter().for_each(|block| outline_of(block, &mut lines));
    }
    lines.join("\n")
}

fn outline_of(block: &Block, lines: &mut Vec<String>) {
    match block {
        Block::Heading { level, text, anchor } => {
            let anchor = if anchor.is_empty() { String::new() } else { format!(" #{anchor}") };
            lines.push(format!("{} {text}{anchor}", "#".repeat(usize::from(*level))));
        }
        Block::Lead(spans) => lines.push(format!("! {}", words(spans))),
        Block::Paragraph(spans) => lines.push(words(spans)),
        Block::Remark(spans) => lines.push(format!("~ {}", words(spans))),
        Block::List { numbered, entries } => {
            let mark = if *numbered { "1." } else { "-" };
            lines.extend(short(entries, |entry| format!("{mark} {}", words(entry))));
        }
        Block::Facts(facts) => {
            lines.extend(facts.iter().map(|(name, fact)| format!("{name}:: {}", words(fact))));
        }
        Block::Numbers(numbers) => lines
            .extend(numbers.iter().map(|it| format!("[{}] {} ({})", it.value, it.label, it.note))),
        Block::Table(table) => {
            let columns = table.columns.iter();
            let columns: Vec<String> = columns
                .map(|it| format!("{}{}{}", it.title, if it.numeric { "→" } else { " " }, it.share))
                .collect();
            lines.push(format!("| {} = {}", table.caption, columns.join(" | ")));
            let row = |row: &Vec<Cell>| {
                format!("| {}", row.iter().map(cell).collect::<Vec<_>>().join(" | "))
            };
            lines.extend(short(&table.rows, row));
        }
        Block::Figure(figure) => {
            let Drawing { width, height, shapes } = &figure.drawing;
            let shapes = shapes.len();
            lines.push(format!("<{} {width}×{height}: {shapes} shapes>", figure.caption));
            lines.push(format!("  = {}", figure.summary));
        }
    }
}

/// The first and the last of many.
fn short<T>(all: &[T], line: impl Fn(&T) -> String) -> Vec<String> {
    let mut lines: Vec<String> = all.iter().map(line).collect();
    if lines.len() > 7 {
        let left = lines.len() - 6;
        lines.splice(5..lines.len() - 1, [format!("  … {left} more")]);
    }
    lines
}

fn words(spans: &[Span]) -> String {
    let span = |span: &Span| {
        let text = if span.strong { format!("*{}*", span.text) } else { span.text.clone() };
        let text = text.replace('\n', "⏎");
        if span.to.is_empty() { text } else { format!("[{text}→{}]", span.to) }
    };
    spans.iter().map(span).collect()
}

fn cell(cell: &Cell) -> String {
    let text = cell.paragraphs.iter().map(|spans| words(spans)).collect::<Vec<_>>().join(" ¶ ");
    let chart = if cell.drawing.is_some() { "▬" } else { "" };
    match cell.tone {
        Tone::Plain => format!("{text}{chart}"),
        tone => format!("{text}{chart} {{{tone:?}}}"),
    }
}

#[test]
fn empty() {
    let office = Office::sample();
    insta::assert_snapshot!(outline(&office.document(&assessment("Empty", []), &request())));
}

#[test]
fn half() {
    let office = Office::iso27001();
    let [_, half, ..] = office.golden();
    insta::assert_snapshot!(outline(&office.document(&half, &request())));
}

#[test]
fn full() {
    let office = Office::iso27001();
    let [_, _, full, ..] = office.golden();
    insta::assert_snapshot!(outline(&office.document(&full, &request())));
}

/// Documents, a finding that the assessor grades, one that a risk raises.
#[test]
fn work() {
    let office = Office::iso27001();
    let [.., work] = office.golden();
    let sections = vec![SectionKind::Management, SectionKind::Documents, SectionKind::Findings];
    let request = Request { sections, ..request() };
    insta::assert_snapshot!(outline(&office.document(&work, &request)));
}

/// A selection of items, with facts and reasons for all ratings.
#[test]
fn selection() {
    let office = Office::iso27001();
    let sections = vec![SectionKind::Management, SectionKind::Method, SectionKind::Findings];
    let request = Request { preset: Preset::GapReport, sections, ..request() };
    insta::assert_snapshot!(outline(&office.document(&case(&office), &request)));
}

/// All that can be written down about an item.
#[test]
fn details() {
    let office = Office::sample();
    let request = Request { sections: vec![SectionKind::Cover, SectionKind::Answers], ..request() };
    let assessment = filled("…");
    insta::assert_snapshot!(outline(&office.document(&assessment, &request)));
}

/// A text in every field that takes one.
fn filled(text: &str) -> Assessment {
    let full = Answer {
        owner: text.into(),
        implementation: text.into(),
        due: Day::parse("2027-01-31"),
        target: Some(id("F")),
        evidence: vec![Evidence { name: text.into(), place: text.into(), sha256: None }],
        ..rated("P", text)
    };
    let mut filled = assessment(text, [("4.1", full), ("A.7.4", excluded(text, text))]);
    filled.facts.organisation = text.into();
    filled.facts.scope = text.into();
    filled.facts.people = Some(400);
    filled
}

/// Everything that a document says, wherever it stands.
fn all_texts(document: &Document) -> Vec<&str> {
    let mut texts = vec![document.title.as_str(), &document.author, &document.footer];
    if let Some(cover) = &document.cover {
        texts.extend([cover.kind.as_str(), &cover.title, &cover.subtitle, &cover.disclaimer]);
        texts.extend(cover.facts.iter().flat_map(|(name, fact)| [name.as_str(), fact]));
    }
    for section in &document.sections {
        texts.push(&section.title);
        for block in &section.blocks {
            texts_of(block, &mut texts);
        }
    }
    texts
}

fn texts_of<'a>(block: &'a Block, texts: &mut Vec<&'a str>) {
    texts.extend(spans_of(block).map(|span| span.text.as_str()));
    match block {
        Block::Heading { text, .. } => texts.push(text),
        Block::Facts(facts) => texts.extend(facts.iter().map(|(name, _)| name.as_str())),
        Block::Numbers(numbers) => {
            texts.extend(numbers.iter().flat_map(|it| [it.value.as_str(), &it.label, &it.note]));
        }
        Block::Table(table) => {
            texts.push(&table.caption);
            texts.extend(table.columns.iter().map(|column| column.title.as_str()));
        }
        Block::Figure(figure) => {
            texts.extend([figure.caption.as_str(), &figure.summary]);
            texts.extend(figure.drawing.shapes.iter().filter_map(|shape| match shape {
                Shape::Text { text, .. } => Some(text.as_str()),
                _ => None,
            }));
        }
        Block::Lead(_) | Block::Paragraph(_) | Block::Remark(_) | Block::List { .. } => {}
    }
}

fn spans_of(block: &Block) -> Box<dyn Iterator<Item = &Span> + '_> {
    match block {
        Block::Lead(spans) | Block::Paragraph(spans) | Block::Remark(spans) => {
            Box::new(spans.iter())
        }
        Block::List { entries, .. } => Box::new(entries.iter().flatten()),
        Block::Facts(facts) => Box::new(facts.iter().flat_map(|(_, spans)| spans)),
        Block::Table(table) => {
            Box::new(table.rows.iter().flatten().flat_map(|cell| cell.paragraphs.iter().flatten()))
        }
        Block::Heading { .. } | Block::Numbers(_) | Block::Figure(_) => Box::new([].iter()),
    }
}

/// Tables have a cell for each column, links a target, and anchors are told once.
fn check_form(document: &Document) {
    let mut anchors = Vec::new();
    for section in &document.sections {
        assert!(!section.title.is_empty() && !section.blocks.is_empty(), "{}", section.anchor);
        anchors.push(section.anchor.as_str());
        for block in &section.blocks {
            match block {
                Block::Heading { anchor, .. } if !anchor.is_empty() => anchors.push(anchor),
                Block::Table(table) => {
                    assert!(table.columns.iter().all(|column| column.share > 0));
                    for row in &table.rows {
                        assert_eq!(row.len(), table.columns.len(), "{}", table.caption);
                    }
                }
                Block::Figure(figure) => {
                    assert!(figure.drawing.width > 0 && figure.drawing.height > 0);
                    assert!(!figure.summary.is_empty(), "{}", figure.caption);
                }
                _ => {}
            }
        }
    }
    let mut once = anchors.clone();
    once.sort_unstable();
    once.dedup();
    assert_eq!(once.len(), anchors.len(), "{anchors:?}");
    let blocks = document.sections.iter().flat_map(|section| &section.blocks);
    for span in blocks.flat_map(spans_of).filter(|span| !span.to.is_empty()) {
        assert!(anchors.contains(&span.to.as_str()), "{span:?}");
    }
}

#[test]
fn every_preset_of_every_assessment_is_well_formed() {
    let office = Office::iso27001();
    let without = Office { handbook: None, ..Office::iso27001() };
    for assessment in office.golden() {
        for preset in Preset::ALL {
            let request = Request { preset, ..Request::default() };
            let document = office.document(&assessment, &request);
            check_form(&document);
            check_form(&without.document(&assessment, &request));
            assert_eq!(
                document.cover.is_some(),
                preset.sections().contains(&SectionKind::Cover),
                "{preset:?}"
            );
        }
    }
}

#[test]
fn each_section_alone_has_no_link_to_another() {
    let office = Office::iso27001();
    for assessment in office.golden() {
        for kind in SECTIONS {
            let request = Request { sections: vec![kind], ..Request::default() };
            check_form(&office.document(&assessment, &request));
        }
    }
}

#[test]
fn sections_stand_in_their_order_whatever_was_asked() {
    let office = Office::iso27001();
    let [_, half, ..] = office.golden();
    let sections = vec![SectionKind::Answers, SectionKind::Method, SectionKind::Answers];
    let document = office.document(&half, &Request { sections, ..Request::default() });
    let anchors: Vec<&str> = document.sections.iter().map(|it| it.anchor.as_str()).collect();
    assert_eq!(anchors, ["method", "answers"]);
    assert_eq!(document.cover, None);
    // It says itself what the cover would say.
    let first = &document.sections[0].blocks[0];
    assert!(
        matches!(first, Block::Remark(by) if words(by).contains("22 November 2026")),
        "{first:?}"
    );
}

/// Answers of every kind to some items, all, the quick check or some of them asked, and some
/// sections.
fn anything(office: &Office) -> impl Strategy<Value = (Assessment, Request)> + use<> {
    let items: Vec<String> =
        office.questionnaire.pack.items().iter().map(|item| item.id.to_string()).collect();
    let answer = prop_oneof![
        prop::sample::select(vec!["N", "P", "L", "F", "?", "X"]).prop_map(|it| rated(it, "")),
        any::<String>().prop_map(|text| rated("P", &text)),
        any::<String>().prop_map(|text| excluded(&text, "")),
    ];
    let answers = prop::collection::vec((prop::sample::select(items.clone()), answer), 0..60);
    let selection = prop_oneof![
        Just(Selection::All),
        Just(Selection::Quick),
        prop::sample::subsequence(items.clone(), 0..=items.len())
            .prop_map(|some| Selection::of(some.iter().map(|item| id(item)))),
    ];
    let kinds = prop::sample::subsequence(SectionKind::ALL.to_vec(), 0..=SectionKind::ALL.len());
    let preset = prop::sample::select(Preset::ALL.to_vec());
    (any::<String>(), answers, selection, kinds, preset).prop_map(
        |(name, answers, selection, sections, preset)| {
            let answers = answers.iter().map(|(item, answer)| (item.as_str(), answer.clone()));
            let mut some = assessment(&name, answers);
            some.selection = selection;
            (some, Request { preset, sections, ..Request::default() })
        },
    )
}

#[test]
fn any_report_of_any_assessment_is_well_formed() {
    for (office, cases) in [(Office::sample(), 60), (Office::iso27001(), 12)] {
        let config =
            ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(cases) };
        let holds = |(assessment, request): (Assessment, Request)| {
            let document = office.document(&assessment, &request);
            check_form(&document);
            prop_assert!(all_texts(&document).into_iter().all(is_clean));
            Ok(())
        };
        let run = TestRunner::new(config).run(&anything(&office), holds);
        run.unwrap_or_else(|error| panic!("{error}"));
    }
}

/// Whatever people typed, every text of the document is clean, and as many stand in it as would with
/// a harmless text.
#[test]
fn naughty_texts_in_every_field() {
    let office = Office::sample();
    let page = |text: &str| {
        let request = Request {
            author: text.into(),
            version: text.into(),
            classification: text.into(),
            footer: text.into(),
            ..request()
        };
        office.document(&filled(text), &request)
    };
    let harmless = all_texts(&page("harmless")).len();
    let ways = ["a\u{0}\u{202e}b\u{fffe}\u{feff}c\u{2028}d\u{1b}[31m\u{7f}\u{85}\u{2066}"];
    for naughty in BLNS.iter().chain(&ways).filter(|text| !clean(text).trim().is_empty()) {
        let document = page(naughty);
        let texts = all_texts(&document);
        assert!(texts.iter().all(|text| is_clean(text)), "{naughty:?}");
        assert!(!document.footer.contains('\n'), "{naughty:?}");
        assert_eq!(texts.len(), harmless, "{naughty:?}");
        check_form(&document);
    }
}
