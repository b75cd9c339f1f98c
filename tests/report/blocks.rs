//! A document with every block there is, for all writers.

use plumbline::report::{
    document::{
        Block, Brand, Cell, Column, Cover, Document, Figure, Logo, Number, Paper, Section, Span,
        Table, Tone,
    },
    drawing::{Anchor, Drawing, Ink, Shape},
};

/// A PNG of one pixel, which begins as any other.
const PIXEL: &[u8] =
    b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0\x1f\x15\xc4\x89\
    \0\0\0\rIDATx\xdac\x60\xf8\xff\xff?\0\x06\x05\x02\xfe\xa7\x35\x81\x84\0\0\0\0IEND\xaeB\x60\x82";

/// Every text is what `say` makes of a name for it, but anchors and the language.
pub fn document(say: &dyn Fn(&str) -> String) -> Document {
    let plain = |name: &str| vec![Span::plain(say(name))];
    let method = Section {
        anchor: "method".into(),
        title: say("method title"),
        paper: Paper::Upright,
        blocks: vec![
            Block::Lead(plain("lead")),
            Block::Paragraph(vec![
                Span::plain(say("before")),
                Span::strong(say("strong")),
                Span::plain(" "),
                Span::link(say("link"), "findings"),
                Span::link(say("dead link"), "gone"),
                Span::plain(format!("{}\n{}", say("line one"), say("line two"))),
            ]),
            Block::Remark(plain("remark")),
            Block::Heading { level: 3, text: say("part"), anchor: String::new() },
            Block::List { numbered: false, entries: vec![plain("dot one"), plain("dot two")] },
            Block::List { numbered: true, entries: vec![plain("first"), plain("second")] },
            Block::Heading { level: 2, text: say("facts title"), anchor: "facts".into() },
            Block::Facts(vec![(say("fact"), plain("value"))]),
            Block::Numbers(vec![Number {
                value: say("number"),
                label: say("label"),
                note: say("note"),
            }]),
        ],
    };
    let findings = Section {
        anchor: "findings".into(),
        title: say("findings title"),
        paper: Paper::Sideways,
        blocks: vec![Block::Table(table(say)), Block::Figure(figure(say))],
    };
    Document {
        language: "en".into(),
        title: say("title"),
        author: say("author"),
        day: "2026-11-22".into(),
        cover: Some(Cover {
            kind: say("kind"),
            title: say("organisation"),
            subtitle: say("subtitle"),
            facts: vec![(say("scope"), say("sites"))],
            disclaimer: say("disclaimer"),
        }),
        footer: say("footer"),
        brand: Brand {
            name: say("brand"),
            accent: [0x0b, 0x55, 0x63],
            logo: Some(Logo { png: PIXEL.to_vec(), size: (1, 1), name: say("logo") }),
        },
        sections: vec![method, findings],
    }
}

fn table(say: &dyn Fn(&str) -> String) -> Table {
    let column = |name: &str, share, numeric| Column { title: say(name), share, numeric };
    let bar = Cell { drawing: Some(drawing(say)), ..Cell::default() };
    let two = Cell::of([vec![Span::strong(say("one"))], vec![Span::link(say("two"), "facts")]]);
    Table {
        caption: say("caption"),
        columns: vec![
            column("column item", 3, false),
            column("column words", 5, false),
            column("column number", 1, true),
            column("column bar", 2, false),
        ],
        rows: vec![
            vec![Cell::plain(say("row")), two, Cell::plain(say("7")).on(Tone::Grave), bar],
            // A row that is too short has empty cells.
            vec![
                Cell::plain(say("row two")).on(Tone::Muted),
                Cell::plain(say("fine")).on(Tone::Good),
            ],
        ],
    }
}

fn figure(say: &dyn Fn(&str) -> String) -> Figure {
    Figure { caption: say("figure"), summary: say("summary"), drawing: drawing(say) }
}

fn drawing(say: &dyn Fn(&str) -> String) -> Drawing {
    let text = Shape::Text {
        x: 10,
        y: 90,
        size: 80,
        anchor: Anchor::Middle,
        strong: true,
        ink: Ink::Quiet,
        text: say("tick"),
    };
    Drawing {
        width: 1205,
        height: 200,
        shapes: vec![
            Shape::Rect { x: 0, y: 0, width: 900, height: 90, ink: Ink::Track },
            Shape::Line {
                points: vec![(0, 5), (90, 5)],
                thickness: 8,
                ink: Ink::Accent,
                dashed: true,
            },
            Shape::Area { points: vec![(0, 0), (9, 9), (0, 9)], ink: Ink::Pale(Tone::Poor) },
            Shape::Dot { x: 5, y: 5, radius: 20, ink: Ink::Strong(Tone::Good) },
            text,
        ],
    }
}

/// The names of all texts of [`document`] that Markdown and HTML both show in words.
pub const NAMES: [&str; 32] = [
    "kind",
    "organisation",
    "subtitle",
    "scope",
    "sites",
    "disclaimer",
    "method title",
    "lead",
    "before",
    "strong",
    "link",
    "dead link",
    "line one",
    "line two",
    "remark",
    "part",
    "dot one",
    "dot two",
    "first",
    "second",
    "facts title",
    "fact",
    "value",
    "number",
    "label",
    "findings title",
    "caption",
    "row two",
    "fine",
    "figure",
    "summary",
    "footer",
];
