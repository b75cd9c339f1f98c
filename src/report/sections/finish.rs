//! What is done to every text and link of a document, whichever section it is from.

use super::super::{
    clean::{clean, is_clean},
    document::{Block, Cell, Cover, Document, Figure, Number, Section, Span, Table},
    drawing::{Drawing, Shape},
};

/// Cleans every text; links that lead nowhere become plain words.
pub fn finish(mut document: Document) -> Document {
    let anchors: Vec<String> = document.sections.iter().flat_map(anchors).collect();
    let finish = Finish { anchors };
    let Document { title, author, footer, brand, cover, sections, .. } = &mut document;
    [title, author, footer, &mut brand.name].into_iter().for_each(line_of);
    if let Some(logo) = &mut brand.logo {
        line_of(&mut logo.name);
    }
    if let Some(Cover { kind, title, subtitle, facts, disclaimer }) = cover {
        [kind, title, subtitle, disclaimer].into_iter().for_each(line_of);
        for (name, fact) in facts {
            line_of(name);
            text_of(fact);
        }
    }
    for section in sections {
        line_of(&mut section.title);
        section.blocks.iter_mut().for_each(|block| finish.block(block));
    }
    document
}

fn anchors(section: &Section) -> impl Iterator<Item = String> {
    let headings = section.blocks.iter().filter_map(|block| match block {
        Block::Heading { anchor, .. } if !anchor.is_empty() => Some(anchor.clone()),
        _ => None,
    });
    [section.anchor.clone()].into_iter().chain(headings)
}

fn text_of(text: &mut String) {
    if !is_clean(text) {
        *text = clean(text);
    }
}

/// The same for what has one line.
fn line_of(text: &mut String) {
    text_of(text);
    if text.contains('\n') {
        *text = text.replace('\n', " ");
    }
}

struct Finish {
    anchors: Vec<String>,
}

impl Finish {
    fn block(&self, block: &mut Block) {
        match block {
            Block::Heading { text, .. } => line_of(text),
            Block::Lead(spans) | Block::Paragraph(spans) | Block::Remark(spans) => {
                self.spans(spans);
            }
            Block::List { entries, .. } => entries.iter_mut().for_each(|spans| self.spans(spans)),
            Block::Facts(facts) => {
                for (name, spans) in facts {
                    line_of(name);
                    self.spans(spans);
                }
            }
            Block::Numbers(numbers) => {
                for Number { value, label, note } in numbers {
                    [value, label, note].into_iter().for_each(line_of);
                }
            }
            Block::Table(Table { caption, columns, rows }) => {
                line_of(caption);
                columns.iter_mut().map(|column| &mut column.title).for_each(line_of);
                rows.iter_mut().flatten().for_each(|cell| self.cell(cell));
            }
            Block::Figure(Figure { caption, summary, drawing }) => {
                [caption, summary].into_iter().for_each(line_of);
                texts_of(drawing);
            }
        }
    }

    fn cell(&self, cell: &mut Cell) {
        cell.paragraphs.iter_mut().for_each(|spans| self.spans(spans));
        if let Some(drawing) = &mut cell.drawing {
            texts_of(drawing);
        }
    }

    fn spans(&self, spans: &mut [Span]) {
        for Span { text, to, .. } in spans {
            text_of(text);
            if !to.is_empty() && !self.anchors.contains(to) {
                to.clear();
            }
        }
    }
}

fn texts_of(drawing: &mut Drawing) {
    for shape in &mut drawing.shapes {
        if let Shape::Text { text, .. } = shape {
            line_of(text);
        }
    }
}
