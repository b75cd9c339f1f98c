//! Texts that people typed may hold anything.

use naughty_strings::BLNS;
use plumbline::report::document::{Block, Cell, Column, Document, Paper, Section, Span, Table};

use super::{
    opened::{Opened, all, says},
    sample::document,
};

/// Characters that XML forbids, markup, and what ends elements or attributes.
const MORE: [&str; 6] = [
    "a\0b\u{1}c\u{8}d\u{b}e\u{c}f\u{1f}g\u{fffe}h\u{ffff}i",
    "]]></w:t><w:p/>&#0;&amp;",
    "\" w:val=\"x\" '",
    "one\ntwo\r\nthree\tfour",
    "{page} {pages}",
    "\u{202e}\u{feff}\u{85}\u{2028}",
];

/// Without what XML forbids, and with line feeds only.
fn allowed(text: &str) -> String {
    let forbidden = |character: &char| {
        (*character < ' ' && !"\t\n".contains(*character))
            || matches!(character, '\u{fffe}' | '\u{ffff}')
    };
    let text: String = text.chars().filter(|character| !forbidden(character)).collect();
    text.strip_suffix('\n').map_or(text.clone(), str::to_owned)
}

#[test]
fn cells_say_what_was_typed() {
    let texts: Vec<&str> =
        BLNS.iter().chain(&MORE).copied().filter(|text| !text.is_empty()).collect();
    let rows = texts.iter().map(|text| vec![Cell::of([vec![Span::plain(*text)]])]);
    let columns = vec![Column { title: "Words".into(), share: 1, numeric: false }];
    let table = Table { caption: String::new(), columns, rows: rows.collect() };
    let section = Section {
        anchor: "naughty".into(),
        title: "Naughty".into(),
        paper: Paper::Upright,
        blocks: vec![Block::Table(table)],
    };
    let opened = Opened::write(&Document { cover: None, sections: vec![section], ..document() });
    let text = opened.xml("word/document.xml");
    let cells: Vec<String> = all(text.root(), "tc").skip(1).map(says).collect();
    assert_eq!(cells.len(), texts.len());
    for (cell, text) in cells.iter().zip(texts) {
        assert_eq!(*cell, allowed(text), "{text:?}");
    }
}

#[test]
fn no_text_breaks_a_part() {
    // Several at once, for each report is read as a whole.
    let texts: Vec<&str> = BLNS.iter().chain(&MORE).copied().collect();
    for several in texts.chunks(12) {
        let mut several = several.iter().copied().cycle();
        let mut text = || several.next().unwrap_or_default().to_owned();
        let mut document = document();
        document.sections.truncate(2);
        document.title = text();
        document.author = text();
        document.footer = text();
        document.day = text();
        document.language = text();
        document.brand.name = text();
        if let Some(logo) = &mut document.brand.logo {
            logo.name = text();
        }
        if let Some(cover) = &mut document.cover {
            cover.title = text();
            cover.facts = vec![(text(), text())];
        }
        let results = &mut document.sections[1];
        results.title = text();
        results.anchor = text();
        for block in &mut results.blocks {
            match block {
                Block::Figure(figure) => (figure.caption, figure.summary) = (text(), text()),
                Block::Table(table) => table.caption = text(),
                _ => {}
            }
        }
        let opened = Opened::write(&document);
        for part in opened.xml_names() {
            opened.xml(part);
        }
    }
}
