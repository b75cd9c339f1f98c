//! What holds for every document, whatever it is about.

use plumbline::report::{
    document::{Block, Document, Span},
    drawing::Shape,
};

/// Everything that a document says, wherever it stands.
pub fn all_texts(document: &Document) -> Vec<&str> {
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
pub fn check_form(document: &Document) {
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
