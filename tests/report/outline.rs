//! A document as text, for snapshots and their readers.

use plumbline::report::{
    document::{Block, Cell, Document, Paper, Span, Tone},
    drawing::Drawing,
};

/// A document as text: a line for a block, of long tables the first rows.
pub fn outline(document: &Document) -> String {
    let mut lines = vec![format!("{} | {} | {}", document.title, document.author, document.footer)];
    if let Some(cover) = &document.cover {
        lines.push(format!("[cover] {} | {} | {}", cover.kind, cover.title, cover.subtitle));
        lines.extend(cover.facts.iter().map(|(name, fact)| format!("  {name}: {fact}")));
    }
    for section in &document.sections {
        let wide = if section.paper == Paper::Sideways { " (wide)" } else { "" };
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

/// Spans with what stands out and where they lead.
pub fn words(spans: &[Span]) -> String {
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
