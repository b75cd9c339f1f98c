//! Characters that the fonts lack, and of which scripts they are.

use std::collections::BTreeSet;

use super::{fonts::Fonts, lines::as_set};
use crate::{
    report::{
        document::{Block, Cell, Document, Span},
        drawing::{Drawing, Shape},
    },
    text::{Key, Texts},
};

/// The characters of a report that can't be shown.
pub fn missing(document: &Document, fonts: &Fonts) -> BTreeSet<char> {
    let mut missing = BTreeSet::new();
    let mut look = |text: &str| {
        // Nearly all texts are plain, and a look at their bytes tells so.
        if !text.is_ascii() {
            let set = text.chars().filter(|letter| as_set(*letter) == Some(*letter));
            missing.extend(set.filter(|letter| *letter != '\n' && !fonts.show(*letter)));
        }
    };
    look(&document.title);
    look(&document.footer);
    look(&document.brand.name);
    if let Some(cover) = &document.cover {
        for text in [&cover.kind, &cover.title, &cover.subtitle, &cover.disclaimer] {
            look(text);
        }
        for (name, value) in &cover.facts {
            look(name);
            look(value);
        }
    }
    for section in &document.sections {
        look(&section.title);
        for block in &section.blocks {
            look_at_block(block, &mut look);
        }
    }
    missing
}

fn look_at_block(block: &Block, look: &mut impl FnMut(&str)) {
    match block {
        Block::Heading { text, .. } => look(text),
        Block::Lead(spans) | Block::Paragraph(spans) | Block::Remark(spans) => {
            look_at_spans(spans, look);
        }
        Block::List { entries, .. } => {
            for entry in entries {
                look_at_spans(entry, look);
            }
        }
        Block::Facts(facts) => {
            for (name, value) in facts {
                look(name);
                look_at_spans(value, look);
            }
        }
        Block::Numbers(numbers) => {
            for text in
                numbers.iter().flat_map(|number| [&number.value, &number.label, &number.note])
            {
                look(text);
            }
        }
        Block::Table(table) => {
            table.columns.iter().for_each(|column| look(&column.title));
            table.rows.iter().flatten().for_each(|cell| look_at_cell(cell, look));
        }
        Block::Figure(figure) => {
            look(&figure.caption);
            look_at_drawing(&figure.drawing, look);
        }
    }
}

fn look_at_cell(cell: &Cell, look: &mut impl FnMut(&str)) {
    cell.paragraphs.iter().for_each(|spans| look_at_spans(spans, look));
    if let Some(drawing) = &cell.drawing {
        look_at_drawing(drawing, look);
    }
}

fn look_at_spans(spans: &[Span], look: &mut impl FnMut(&str)) {
    for span in spans {
        look(&span.text);
    }
}

fn look_at_drawing(drawing: &Drawing, look: &mut impl FnMut(&str)) {
    for shape in &drawing.shapes {
        if let Shape::Text { text, .. } = shape {
            look(text);
        }
    }
}

/// What is said about characters that can't be shown; `None` when there are none.
pub fn remark(texts: &Texts, missing: &BTreeSet<char>) -> Option<String> {
    let mut names: Vec<Key> = Vec::new();
    for character in missing {
        let name = script(*character);
        if !names.contains(&name) {
            names.push(name);
        }
    }
    // "Other" says least, so it comes last.
    names.sort_by_key(|name| *name == Key::ReportPdfScriptOther);
    let names: Vec<&str> = names.into_iter().map(|name| texts.get(name)).collect();
    let filled = || texts.fill(Key::ReportPdfMissing, &[("scripts", &names.join(", "))]);
    (!names.is_empty()).then(filled)
}

/// The script of a character, by the blocks of Unicode.
const fn script(character: char) -> Key {
    match character as u32 {
        0x530..=0x58f => Key::ReportPdfScriptArmenian,
        0x590..=0x5ff | 0xfb1d..=0xfb4f => Key::ReportPdfScriptHebrew,
        0x600..=0x6ff | 0x750..=0x77f | 0x860..=0x8ff | 0xfb50..=0xfdff | 0xfe70..=0xfefe => {
            Key::ReportPdfScriptArabic
        }
        0x900..=0xdff => Key::ReportPdfScriptSouthAsian,
        0xe00..=0xeff | 0x1000..=0x109f | 0x1780..=0x17ff => Key::ReportPdfScriptSoutheastAsian,
        0x10a0..=0x10ff | 0x1c90..=0x1cbf => Key::ReportPdfScriptGeorgian,
        0x1200..=0x139f => Key::ReportPdfScriptEthiopic,
        0x1100..=0x11ff
        | 0x2e80..=0xa4cf
        | 0xac00..=0xd7ff
        | 0xf900..=0xfaff
        | 0xff00..=0xffef
        | 0x20000..=0x3ffff => Key::ReportPdfScriptEastAsian,
        0x2190..=0x2bff | 0x1f000..=0x1faff => Key::ReportPdfScriptPictures,
        _ => Key::ReportPdfScriptOther,
    }
}
