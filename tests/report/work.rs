//! What the sections about risks, plan, audit and Statement of Applicability say. Read the snapshots
//! when they change.

use plumbline::{
    domain::{
        action::apply,
        assessment::{Applicability, Assessment},
        evaluation::evaluate,
        evidence::{Evidence, Sha256},
        facts::Facts,
        outlook::outlook,
        risk::{criteria::ScaleLevel, register::Risk},
        selection::Selection,
        soa::{Inclusion, Statement},
        time::Day,
        work::action::WorkAction,
    },
    persist::read::read,
    report::{
        document::{Block, Cell, Paper, Section, Span, Tone},
        model::Material,
        request::{Request, SectionKind},
        sections::Context,
        summary::{Basis, Summary},
    },
    text::Texts,
};

use crate::{
    one_page::handbook,
    support::{Questionnaire, assessment, id, moment},
};

const SECTIONS: [SectionKind; 6] = [
    SectionKind::TopRisks,
    SectionKind::Register,
    SectionKind::Plan,
    SectionKind::Outlook,
    SectionKind::Statement,
    SectionKind::Evidence,
];

/// These sections of a report that has only these.
fn sections(assessment: &Assessment, wanted: &[SectionKind]) -> Vec<Section> {
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
        request: &Request { sections: wanted.to_vec(), ..Request::default() },
        now: &moment(),
    };
    wanted.iter().filter_map(|kind| context.section(*kind)).collect()
}

/// Most rows of a table that are shown.
const ROWS: usize = 5;

/// All that is said, a block a line or two.
fn outline(sections: &[Section]) -> String {
    let mut lines = Vec::new();
    for section in sections {
        let wide = if section.paper == Paper::Sideways { ", wide" } else { "" };
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

/// What was worked on, with all that is known of the organisation and of what proves it.
fn known() -> Assessment {
    let mut assessment = worked_on();
    assessment.facts = Facts {
        organisation: "Acme GmbH".into(),
        people: Some(85),
        scope: "Development and operation of the platform.".into(),
        target: Day::parse("2027-06-30"),
        ..Facts::default()
    };
    let mut prove = |item: &str, name: &str, place: &str, sha256: Option<Sha256>| {
        let evidence = Evidence { name: name.into(), place: place.into(), sha256 };
        assessment.answers.entry(id(item)).or_default().evidence.push(evidence);
    };
    let sha256 = Sha256::parse(&"0123456789abcdef".repeat(4));
    prove("A.8.13", "Log of restores", "https://wiki.example/restores", sha256);
    prove("A.8.13", "", "Second drawer", None);
    prove("4.1", "Register of issues", "", None);
    prove("4.2", " ", "", None);
    assessment
}

/// Does something to the work of an assessment.
fn act(assessment: &mut Assessment, action: WorkAction) {
    let pack = Questionnaire::iso27001().pack;
    apply(&pack, assessment, action.into()).expect("an action that is allowed");
}

fn risk(number: u64, likelihood: usize, impact: usize) -> Risk {
    let levels = (Some(likelihood), Some(impact));
    let title = format!("{likelihood} and {impact}");
    Risk { number, title, likelihood: levels.0, impact: levels.1, ..Risk::default() }
}

#[test]
fn nothing_is_there_yet() {
    let nothing = assessment("Acme", []);
    insta::assert_snapshot!("work_empty", outline(&sections(&nothing, &SECTIONS)));
}

#[test]
fn some_of_everything_is_there() {
    insta::assert_snapshot!("work_some", outline(&sections(&worked_on(), &SECTIONS)));
}

#[test]
fn what_is_known_is_told() {
    let wanted = [SectionKind::Plan, SectionKind::Outlook, SectionKind::Evidence];
    insta::assert_snapshot!("work_known", outline(&sections(&known(), &wanted)));
}

#[test]
fn the_gravest_risks_come_first_and_the_others_are_counted() {
    let mut many = assessment("Acme", []);
    // Levels of the default matrix: very high for R12, high for R11, low or lower for the rest.
    for number in 1..=10 {
        let place = usize::try_from(number % 2).unwrap();
        act(
            &mut many,
            WorkAction::Risk(id(&format!("r{number}")), Some(risk(number, place, 0).into())),
        );
    }
    act(&mut many, WorkAction::Risk(id("r11"), Some(risk(11, 3, 3).into())));
    act(&mut many, WorkAction::Risk(id("r12"), Some(risk(12, 4, 4).into())));
    let told = |wanted: &[SectionKind]| {
        let section = sections(&many, wanted).remove(0);
        let table = section.blocks.iter().find_map(|block| match block {
            Block::Table(table) => Some(table),
            _ => None,
        });
        let rows = table.unwrap().rows.iter().map(|row| cell(&row[0]));
        let rest = section.blocks.iter().find_map(|block| match block {
            Block::Remark(spans) => Some(words(spans)),
            _ => None,
        });
        (rows.collect::<Vec<_>>(), rest.unwrap())
    };
    let (rows, rest) = told(&[SectionKind::TopRisks, SectionKind::Register]);
    assert_eq!(rows.len(), 10);
    assert_eq!(rows[..3], ["**R12 4 and 4**", "**R11 3 and 3**", "**R1 1 and 0**"]);
    assert!(rest.ends_with("2. All of them stand in the risk register.](#register)"), "{rest}");
    // Nothing leads where the report doesn't go.
    let (_, rest) = told(&[SectionKind::TopRisks]);
    assert!(rest.ends_with("risk register."), "{rest}");
}

#[test]
fn a_statement_gives_its_reasons_and_shows_where_they_lack() {
    let mut known = known();
    let blank = Inclusion { reasons: vec![], why: " ".into(), proposed: false };
    known.answers.entry(id("A.5.3")).or_default().inclusion = Some(blank);
    let statement = sections(&known, &[SectionKind::Statement]).remove(0);
    let rows = statement.blocks.iter().filter_map(|block| match block {
        Block::Table(table) => Some(&table.rows),
        _ => None,
    });
    let rows: Vec<Vec<String>> = rows.flatten().map(|row| row.iter().map(cell).collect()).collect();
    let check = |control: &str, expected: [&str; 7]| {
        let row = rows.iter().find(|row| row[0].starts_with(&format!("**{control} ")));
        assert_eq!(row.unwrap()[1..], expected, "{control}");
    };
    let reasons = "Risk treatment · Law or regulation · Contract · Business need · Best practice";
    check(
        "A.8.13",
        [
            "Applicable",
            &format!("{reasons} / Customers ask."),
            "R1",
            "Not answered {Muted}",
            "Every night, to two places.",
            "Log of restores / Second drawer",
            "–",
        ],
    );
    let proposed = "Applicable / Proposed, not confirmed {Fair}";
    let why = "Risk treatment / Customers ask.";
    check("A.8.7", [proposed, why, "R1", "Not in place {Poor}", "–", "–", "–"]);
    let none = "**No reason given** {Poor}";
    let unproven = "None named {Fair}";
    check("A.5.3", ["Applicable", none, "–", "Largely {Good}", "–", unproven, "–"]);
    let excluded = "Excluded {Muted}";
    let why = "No premises of our own: everybody works from home.";
    check("A.7.1", [excluded, why, "–", "– {Muted}", "–", "–", "–"]);
    let none = "**No justification given** {Poor}";
    check("A.7.4", [excluded, none, "–", "– {Muted}", "–", "–", "–"]);
}

#[test]
fn a_quick_check_is_not_judged_ready() {
    let mut quick = worked_on();
    quick.selection = Selection::Quick;
    let told = outline(&sections(&quick, &[SectionKind::Outlook]));
    assert!(told.contains("! Not judged here") && !told.contains("In the way"), "{told}");
}

#[test]
fn a_statement_by_itself_names_the_risks_of_which_it_has_numbers() {
    let headings = |wanted: &[SectionKind]| {
        let statement = sections(&worked_on(), wanted).remove(0);
        outline(&[statement]).contains("## Risks named above")
    };
    assert!(headings(&[SectionKind::Statement]));
    assert!(!headings(&[SectionKind::Statement, SectionKind::Register]));
}

/// What no format takes, at the end of something that was typed.
const BELL: &str = "typed\u{7}";

/// Everything that can be typed for these sections.
fn typed() -> Assessment {
    let mut typed = known();
    let text = || BELL.to_owned();
    typed.facts.organisation = text();
    typed.facts.scope = text();
    let mut criteria = typed.work().criteria.clone();
    for level in criteria.likelihood.iter_mut().chain(&mut criteria.impact) {
        *level = ScaleLevel { name: text(), meaning: text() };
    }
    for level in &mut criteria.levels {
        level.name = text();
    }
    let mut risk = typed.work().risks.get("r1").unwrap().clone();
    for field in [
        &mut risk.title,
        &mut risk.threat,
        &mut risk.vulnerability,
        &mut risk.owner,
        &mut risk.note,
        &mut risk.acceptance.by,
        &mut risk.acceptance.why,
    ] {
        *field = text();
    }
    let mut asset = typed.work().assets.get("a1").unwrap().clone();
    for field in [&mut asset.name, &mut asset.owner, &mut asset.classification, &mut asset.note] {
        *field = text();
    }
    let mut planned = typed.work().plan.get("p1").unwrap().clone();
    for field in [&mut planned.title, &mut planned.owner, &mut planned.note] {
        *field = text();
    }
    let mut own = typed.work().own_controls.get("own-1").unwrap().clone();
    own.title = text();
    own.answer.owner = text();
    own.answer.implementation = text();
    let statement = Statement { version: text(), approver: text(), approved: None };
    for action in [
        WorkAction::Criteria(criteria.into()),
        WorkAction::Risk(id("r1"), Some(risk.into())),
        WorkAction::Asset(id("a1"), Some(asset)),
        WorkAction::Plan(id("p1"), Some(planned.into())),
        WorkAction::Own(id("own-1"), Some(own.into())),
        WorkAction::Statement(statement),
    ] {
        act(&mut typed, action);
    }
    for item in ["A.8.13", "A.7.1"] {
        let answer = typed.answers.entry(id(item)).or_default();
        answer.evidence = vec![Evidence { name: text(), place: text(), sha256: None }];
        answer.implementation = text();
        answer.owner = text();
        if let Some(inclusion) = &mut answer.inclusion {
            inclusion.why = text();
        }
    }
    typed.answers.entry(id("A.7.1")).or_default().applicability =
        Applicability::Excluded { justification: text() };
    typed
}

#[test]
fn all_that_was_typed_is_clean() {
    let sections = sections(&typed(), &SECTIONS);
    let dump = format!("{sections:#?}");
    assert!(dump.matches("typed").count() > 50, "{}", dump.matches("typed").count());
    // As `Debug` writes the bell.
    assert!(!dump.contains("\\u{7}"));
}
