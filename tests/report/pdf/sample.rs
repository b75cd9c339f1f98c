//! Documents that hold everything a document can.

use plumbline::report::{
    document::{
        Block, Brand, Cell, Column, Cover, Document, Figure, Logo, Number, Paper, Section, Span,
        Table, Tone,
    },
    drawing::{Anchor, Drawing, Ink, Shape},
};

/// Words of which every one has to be found again.
pub const WORDS: &[&str] = &[
    "Example Consulting",
    "Gap report",
    "Acme Manufacturing",
    "ISO/IEC 27001:2022, whole questionnaire",
    "neither a certificate nor an audit",
    "Contents",
    "In short",
    "The ISMS is half way to a certificate.",
    "strong words",
    "see the findings",
    "Between 40 % and 70 %",
    "First entry",
    "Twelfth entry",
    "Minor nonconformity",
    "Zone 3",
    "Conformity from 40 % to 70 %",
    "62 %",
];

/// A document with every kind of block.
pub fn everything() -> Document {
    Document {
        language: "en".into(),
        title: "Gap report: Acme Manufacturing".into(),
        author: "Jane Doe".into(),
        day: "2026-11-22".into(),
        cover: Some(cover()),
        footer: "Acme Ltd · Confidential".into(),
        brand: Brand {
            name: "Example Consulting".into(),
            accent: [0x0b, 0x5c, 0x6b],
            logo: Some(Logo { png: png(), size: (24, 12), name: "Example Consulting".into() }),
        },
        sections: vec![short(), findings(), statement(), blocks("limits", "Limits"), register()],
    }
}

/// A document with next to nothing in it.
pub fn bare() -> Document {
    let empty = Table { caption: String::new(), columns: columns(&[("", 0)]), rows: vec![vec![]] };
    Document {
        language: "en".into(),
        title: String::new(),
        author: String::new(),
        day: String::new(),
        cover: None,
        footer: String::new(),
        brand: Brand::default(),
        sections: vec![Section {
            anchor: String::new(),
            title: String::new(),
            paper: Paper::Upright,
            blocks: vec![
                Block::Heading { level: 9, text: String::new(), anchor: String::new() },
                Block::Paragraph(vec![]),
                Block::List { numbered: true, entries: vec![vec![]] },
                Block::Facts(vec![(String::new(), vec![])]),
                Block::Numbers(vec![]),
                Block::Table(Table { caption: String::new(), columns: vec![], rows: vec![] }),
                Block::Table(empty),
                Block::Figure(Figure {
                    caption: String::new(),
                    summary: String::new(),
                    drawing: Drawing::default(),
                }),
            ],
        }],
    }
}

/// A document that says one thing.
pub fn saying(words: &str) -> Document {
    let mut document = bare();
    document.sections[0].title = "One thing".into();
    document.sections[0].blocks = vec![Block::Paragraph(vec![Span::plain(words)])];
    document
}

/// The big list of naughty strings, in every place.
pub fn naughty() -> Document {
    let strings: Vec<String> = naughty_strings::BLNS.iter().map(|text| clean(text)).collect();
    let mut document = everything();
    let row = |text: &String| vec![Cell::plain(text), Cell::plain(text), Cell::default()];
    let block = |text: &String| {
        vec![
            Block::Heading { level: 2, text: text.clone(), anchor: text.clone() },
            Block::Lead(vec![Span::strong(text), Span::link(text, text), Span::plain(text)]),
            Block::Facts(vec![(text.clone(), vec![Span::plain(text)])]),
        ]
    };
    let mut blocks: Vec<Block> = strings.iter().flat_map(block).collect();
    blocks.push(Block::Table(Table {
        caption: strings.concat(),
        columns: columns(&[("One", 1), ("Two", 1), ("Three", 1)]),
        rows: strings.iter().map(row).collect(),
    }));
    let all = strings.join(" ");
    document.footer.clone_from(&all);
    document.title.clone_from(&all);
    document.author.clone_from(&all);
    document.brand.name.clone_from(&all);
    let title = strings.get(30).cloned().unwrap_or_default();
    document.sections = vec![Section { anchor: all, title, paper: Paper::Sideways, blocks }];
    document
}

/// As texts are cleaned when a document is made.
fn clean(text: &str) -> String {
    text.chars().filter(|letter| !letter.is_control() || *letter == '\n').collect()
}

/// A table of 150 rows alone.
pub fn long_table() -> Document {
    let mut document = bare();
    document.sections = vec![statement()];
    document
}

/// What a large organisation would get.
pub fn large() -> Document {
    let mut document = everything();
    let more = document.sections.clone();
    for number in 0..9 {
        let named = |section: &Section| Section {
            anchor: format!("{}-{number}", section.anchor),
            title: format!("{} {number}", section.title),
            ..section.clone()
        };
        document.sections.extend(more.iter().map(named));
    }
    document
}

fn cover() -> Cover {
    let fact = |name: &str, value: &str| (name.to_owned(), value.to_owned());
    Cover {
        kind: "Gap report".into(),
        title: "Acme Manufacturing".into(),
        subtitle: "ISO/IEC 27001:2022, whole questionnaire".into(),
        facts: vec![
            fact(
                "Scope",
                "Development, production and service of pumps at the sites in Leeds and Gdańsk, with the office in Athens",
            ),
            fact("Day", "22 November 2026"),
            fact("Author", "Jane Doe"),
            fact("Version", "1.0"),
            fact("Classification", "Confidential"),
        ],
        disclaimer: "This is a self-assessment. It is neither a certificate nor an audit, and no \
            certification body has looked at it."
            .into(),
    }
}

fn short() -> Section {
    Section {
        anchor: "short".into(),
        title: "In short".into(),
        paper: Paper::Upright,
        blocks: vec![
            Block::Lead(vec![Span::plain(
                "The ISMS is half way to a certificate. Policies and roles are in place; risk treatment, \
                 internal audit and suppliers are not.",
            )]),
            Block::Numbers(vec![
                number("62 %", "Conformity", "Between 40 % and 70 % once all is rated"),
                number("84 %", "Completeness", "102 of 123 items"),
                number("3", "Major nonconformities", "probable, in clauses 6 and 9"),
                number("11", "Weeks of work", "for what is planned"),
            ]),
            Block::Heading { level: 2, text: "What is strong".into(), anchor: "strong".into() },
            Block::Paragraph(vec![
                Span::plain("Leadership has taken decisions and written them down. There are "),
                Span::strong("strong words"),
                Span::plain(
                    " about responsibilities in the policy, and people know them; for what is \
                     still to be done ",
                ),
                Span::link("see the findings", "findings"),
                Span::plain(
                    ". Access is managed in one directory/identity system, and back-ups are \
                     restored twice a year.",
                ),
            ]),
            Block::Heading { level: 2, text: "What is missing".into(), anchor: "missing".into() },
            Block::List {
                numbered: true,
                entries: (0..12).map(|number| vec![Span::plain(entry(number))]).collect(),
            },
            Block::List {
                numbered: false,
                entries: vec![
                    vec![
                        Span::strong("Suppliers. "),
                        Span::plain("Nobody has asked them anything yet."),
                    ],
                    vec![Span::plain("Logs are kept, but nobody reads them.")],
                ],
            },
            Block::Heading { level: 3, text: "The range".into(), anchor: String::new() },
            Block::Figure(Figure {
                caption: "Conformity, with the range in which it will end".into(),
                summary: "The range of conformity as a bar from 40 to 70 %".into(),
                drawing: bar(4700, 400),
            }),
            Block::Facts(vec![
                ("Asked".into(), vec![Span::plain("IT, HR, facilities")]),
                (
                    "Not asked".into(),
                    vec![Span::plain(
                        "the works council, whose consent to monitoring \
                     of logs is needed before any of it can be switched on",
                    )],
                ),
            ]),
            Block::Remark(vec![Span::plain(
                "Numbers weigh every item; averaged over clauses they would be 58 %.",
            )]),
        ],
    }
}

fn entry(number: usize) -> String {
    let name = [
        "First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth", "Ninth",
        "Tenth", "Eleventh", "Twelfth",
    ];
    format!("{} entry: say who decides, and by when", name[number])
}

fn number(value: &str, label: &str, note: &str) -> Number {
    Number { value: value.into(), label: label.into(), note: note.into() }
}

fn findings() -> Section {
    let finding = |number: usize| {
        let tone = [Tone::Grave, Tone::Poor, Tone::Fair, Tone::Good, Tone::Muted][number % 5];
        let words = [
            "Major nonconformity",
            "Minor nonconformity",
            "Opportunity for improvement",
            "None",
            "Excluded",
        ][number % 5];
        vec![
            Cell::plain(format!("A.{}.{}", 5 + number % 4, number + 1)),
            Cell::plain(
                [
                    "Information security in supplier relationships",
                    "Screening",
                    "Equipment siting \
                and protection",
                    "Privileged access rights",
                ][number % 4],
            ),
            Cell::plain(words).on(tone),
            Cell::of([
                vec![Span::plain("There is a rule, but it isn’t followed everywhere.")],
                vec![Span::strong("Evidence: "), Span::plain("minutes of the management review")],
            ]),
            Cell { drawing: Some(bar(700, 80)), ..Cell::default() },
            Cell::plain(format!("{} %", number * 7 % 101)),
        ]
    };
    let mut shares =
        columns(&[("Item", 2), ("Title", 5), ("Finding", 4), ("Why", 8), ("Range", 4), ("%", 2)]);
    shares[5].numeric = true;
    Section {
        anchor: "findings".into(),
        title: "Probable findings by clause and control".into(),
        paper: Paper::Upright,
        blocks: vec![
            Block::Paragraph(vec![Span::plain(
                "What an auditor would probably write, gravest first.",
            )]),
            Block::Heading { level: 2, text: "Controls".into(), anchor: "controls".into() },
            Block::Table(Table {
                caption: "Findings by control".into(),
                columns: shares,
                rows: (0..30).map(finding).collect(),
            }),
        ],
    }
}

fn statement() -> Section {
    let row = |number: usize| {
        vec![
            Cell::plain(format!("A.{number}")),
            Cell::plain("Segregation of duties"),
            Cell::plain(
                "It lowers risks R-1, R-4 and R-17; the contract with the largest client asks \
                for it, and so does the insurer."
                    .repeat(1 + number % 3),
            ),
        ]
    };
    let mut columns = columns(&[("No", 1), ("Control", 3), ("Reason for the decision", 8)]);
    columns[0].share = 1;
    Section {
        anchor: "statement".into(),
        title: "Statement of Applicability".into(),
        paper: Paper::Sideways,
        blocks: vec![Block::Table(Table {
            caption: "Controls".into(),
            columns,
            rows: (0..150).map(row).collect(),
        })],
    }
}

fn blocks(anchor: &str, title: &str) -> Section {
    let words =
        "What people say about themselves is rarely the whole truth, and rarely a lie. ".repeat(9);
    let paragraph = || Block::Paragraph(vec![Span::plain(words.trim_end())]);
    Section {
        anchor: anchor.into(),
        title: title.into(),
        paper: Paper::Upright,
        blocks: (0..11).map(|_| paragraph()).collect(),
    }
}

fn register() -> Section {
    Section {
        anchor: "register".into(),
        title: "Register".into(),
        paper: Paper::Upright,
        blocks: vec![Block::Figure(Figure {
            caption: "The matrix".into(),
            summary: "Risks by likelihood and impact".into(),
            drawing: matrix(),
        })],
    }
}

fn columns(titles: &[(&str, u16)]) -> Vec<Column> {
    let column = |(title, share): &(&str, u16)| Column {
        title: (*title).to_owned(),
        share: *share,
        numeric: false,
    };
    titles.iter().map(column).collect()
}

fn bar(width: i32, height: i32) -> Drawing {
    let text = |x, anchor, text: &str| Shape::Text {
        x,
        y: height * 3 / 4,
        size: 80,
        anchor,
        strong: false,
        ink: Ink::Text,
        text: text.into(),
    };
    let mut shapes = vec![
        Shape::Rect { x: 0, y: height / 4, width, height: height / 2, ink: Ink::Track },
        Shape::Rect {
            x: width * 4 / 10,
            y: height / 4,
            width: width * 3 / 10,
            height: height / 2,
            ink: Ink::Tint,
        },
        Shape::Rect {
            x: width * 62 / 100,
            y: height / 8,
            width: 20,
            height: height * 6 / 8,
            ink: Ink::Accent,
        },
    ];
    if height > 200 {
        shapes.push(text(width, Anchor::End, "Conformity from 40 % to 70 %"));
    }
    Drawing { width, height, shapes }
}

fn matrix() -> Drawing {
    let mut shapes = Vec::new();
    let tones = [Tone::Good, Tone::Fair, Tone::Poor, Tone::Grave];
    for row in 0..4_usize {
        for column in 0..4_usize {
            let ink = Ink::Pale(tones[usize::midpoint(row, column).min(3)]);
            let place = |index: usize| i32::try_from(index).expect("small") * 700;
            let (x, y) = (place(column), 2100 - place(row));
            shapes.push(Shape::Rect { x, y, width: 680, height: 680, ink });
        }
    }
    shapes.push(Shape::Dot { x: 1000, y: 1000, radius: 120, ink: Ink::Accent });
    shapes.push(Shape::Line {
        points: vec![(0, 2800), (1400, 1400), (2800, 1200)],
        thickness: 15,
        ink: Ink::Quiet,
        dashed: true,
    });
    shapes.push(Shape::Area {
        points: vec![(2000, 100), (2300, 400), (1700, 400)],
        ink: Ink::Strong(Tone::Grave),
    });
    shapes.push(Shape::Text {
        x: 1000,
        y: 1030,
        size: 90,
        anchor: Anchor::Middle,
        strong: true,
        ink: Ink::Paper,
        text: "Zone 3".into(),
    });
    Drawing { width: 2800, height: 2800, shapes }
}

/// A picture of 24 by 12 pixels: two colours, and nothing in the middle.
fn png() -> Vec<u8> {
    include_bytes!("logo.png").to_vec()
}
