//! A report with every kind of block.

use plumbline::report::{
    document::{
        Block, Brand, Cell, Column, Cover, Document, Figure, Logo, Number, Paper, Section, Span,
        Table, Tone,
    },
    drawing::{Drawing, Ink, Shape},
    picture::{Picture, figures, size},
};

/// Greek, Cyrillic, Arabic, Hebrew, Japanese, emoji.
pub const SCRIPTS: [&str; 6] = [
    "Πολιτική ασφάλειας πληροφοριών",
    "Политика информационной безопасности",
    "سياسة أمن المعلومات 27001",
    "מדיניות אבטחת מידע",
    "情報セキュリティ方針",
    "👩🏽‍💻 🔒",
];

const LONG: &str = "The access of people who left is taken away by hand, which was forgotten twice \
    last year; nobody looks at the list of accounts between two audits.";

pub fn document() -> Document {
    Document {
        language: "en".into(),
        title: "Gap report: Nordwind & Söhne <GmbH>".into(),
        author: "Jane Doe".into(),
        day: "2026-11-22".into(),
        cover: Some(Cover {
            kind: "Gap report".into(),
            title: "Nordwind & Söhne GmbH".into(),
            subtitle: "Self-assessment against ISO/IEC 27001:2022".into(),
            facts: facts(&[
                ("Scope", "Development and operation of the platform, in Hamburg and Porto"),
                ("Day", "22 November 2026"),
                ("Author", "Jane Doe"),
                ("Version", "1.0"),
                ("Classification", "Confidential"),
            ]),
            disclaimer: "A self-assessment says how an organisation sees itself. It is neither a \
                certificate nor an audit."
                .into(),
        }),
        footer: "Nordwind & Söhne GmbH · Confidential".into(),
        brand: Brand {
            name: "Acme Consulting".into(),
            accent: [0x0b, 0x5c, 0x6b],
            logo: Some(Logo {
                png: include_bytes!("logo.png").to_vec(),
                size: (400, 100),
                name: "Logo of Acme Consulting".into(),
            }),
        },
        sections: vec![management(), results(), statement(), answers()],
    }
}

/// A picture for each of its figures.
pub fn pictures(document: &Document) -> Vec<Picture> {
    let picture =
        |(width, height)| Picture { png: include_bytes!("plain.png").to_vec(), width, height };
    figures(document).map(|figure| picture(size(&figure.drawing))).collect()
}

fn facts(facts: &[(&str, &str)]) -> Vec<(String, String)> {
    facts.iter().map(|(name, value)| ((*name).into(), (*value).into())).collect()
}

fn words(text: &str) -> Vec<Span> {
    vec![Span::plain(text)]
}

fn heading(level: u8, text: &str, anchor: &str) -> Block {
    Block::Heading { level, text: text.into(), anchor: anchor.into() }
}

fn management() -> Section {
    let number = |value: &str, label: &str, note: &str| Number {
        value: value.into(),
        label: label.into(),
        note: note.into(),
    };
    Section {
        anchor: "management".into(),
        title: "Management summary".into(),
        paper: Paper::Upright,
        blocks: vec![
            Block::Lead(words(
                "Much is in place. Three gaps stand between here and a certificate.",
            )),
            Block::Numbers(vec![
                number("62 %", "Conformity", "between 48 % and 71 %"),
                number("84 %", "Completeness", "98 of 117 items"),
                number("3", "Probable major nonconformities", ""),
            ]),
            Block::Paragraph(vec![
                Span::plain("What an auditor would call major stands in "),
                Span::link("the findings", "findings"),
                Span::plain(", what to do first in "),
                Span::strong("the plan"),
                Span::plain(".\nA second line of the same paragraph."),
            ]),
            heading(2, "Three strengths", ""),
            Block::List {
                numbered: false,
                entries: vec![words("Suppliers are chosen with care."), words(LONG)],
            },
            heading(2, "Three gaps", "findings"),
            Block::List { numbered: true, entries: vec![words(LONG), words("No internal audit.")] },
            heading(3, "Decision asked", ""),
            Block::List { numbered: true, entries: vec![words("Name an owner."), words("Pay.")] },
            Block::Facts(vec![
                ("Answered by".into(), words("Jane Doe, IT; John Roe, People")),
                ("Limits".into(), words(LONG)),
            ]),
            Block::Facts(vec![("Apart".into(), words("Two tables that stay two."))]),
            Block::Remark(words("Computed from 98 ratings; 19 items aren’t answered yet.")),
            Block::Paragraph(vec![Span::link("Leads nowhere", "no-such-place")]),
        ],
    }
}

fn results() -> Section {
    let bar = |x, width, ink| Shape::Rect { x, y: 20, width, height: 40, ink };
    let drawing = |width, height| Drawing {
        width,
        height,
        shapes: vec![bar(0, 1_000, Ink::Track), bar(0, 620, Ink::Accent)],
    };
    let columns = vec![
        column("Clause or theme", 5, false),
        column("Range", 4, false),
        column("Conformity", 2, true),
    ];
    let row = |name: &str, percent: &str, tone| {
        let chart = Cell { drawing: Some(drawing(1_000, 80)), ..Cell::default() };
        vec![Cell::plain(name), chart, Cell::plain(percent).on(tone)]
    };
    Section {
        anchor: "results".into(),
        title: "Results".into(),
        paper: Paper::Upright,
        blocks: vec![
            Block::Figure(Figure {
                caption: "Conformity by clause and theme".into(),
                summary: "Clause 4 has 80 %, clause 9 the least with 20 %.".into(),
                drawing: drawing(4_600, 1_600),
            }),
            Block::Table(Table {
                caption: "Numbers by clause".into(),
                columns,
                rows: vec![
                    row("4 Context of the organization", "80 %", Tone::Good),
                    row("5 Leadership", "61 %", Tone::Fair),
                    row("9 Performance evaluation", "20 %, to be acted upon first", Tone::Grave),
                    row("10 Improvement", "45 %", Tone::Poor),
                    row("7 Support", "not asked", Tone::Muted),
                ],
            }),
            Block::Figure(Figure {
                caption: "A chart wider than the page".into(),
                summary: "It is made smaller.".into(),
                drawing: drawing(9_000, 2_000),
            }),
        ],
    }
}

fn column(title: &str, share: u16, numeric: bool) -> Column {
    Column { title: title.into(), share, numeric }
}

fn statement() -> Section {
    let row = |number: usize| {
        vec![
            Cell::of([vec![Span::strong(format!("A.5.{number}"))], words("Title of the control")]),
            Cell::plain("Applicable").on(Tone::Good),
            Cell::of([words(LONG), words("A second paragraph.")]),
            Cell::of([vec![Span::link("See the answers", "answers")]]),
            Cell::plain(number.to_string()),
        ]
    };
    Section {
        anchor: "statement".into(),
        title: "Statement of Applicability".into(),
        paper: Paper::Sideways,
        blocks: vec![Block::Table(Table {
            caption: "All controls".into(),
            columns: vec![
                column("Control", 3, false),
                column("Applicability", 2, false),
                column("Reasons", 6, false),
                column("Where", 2, false),
                column("Row", 1, true),
            ],
            rows: (1..=40).map(row).collect(),
        })],
    }
}

fn answers() -> Section {
    let mut rows: Vec<Vec<Cell>> = SCRIPTS
        .iter()
        .map(|words| vec![Cell::plain(*words), Cell::plain(format!("{words} {LONG}"))])
        .collect();
    rows.push(vec![
        Cell::plain("Donaudampfschifffahrtsgesellschaftskapitän".repeat(3)),
        Cell::plain(format!("https://example.com/{}", "a".repeat(200))),
    ]);
    rows.push(vec![Cell::plain("A note of three pages"), Cell::plain(LONG.repeat(60))]);
    rows.push(vec![Cell::plain("A row with too few cells")]);
    Section {
        anchor: "answers".into(),
        title: "All answers".into(),
        paper: Paper::Upright,
        blocks: vec![
            heading(2, "5 Leadership", "clause-5"),
            heading(3, SCRIPTS[0], ""),
            Block::Paragraph(words(SCRIPTS[2])),
            Block::Table(Table {
                caption: String::new(),
                columns: vec![column("Item", 1, false), column("Note", 3, false)],
                rows,
            }),
        ],
    }
}
