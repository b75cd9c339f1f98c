//! Any report as Markdown: `CommonMark` with the tables of GitHub, for wikis and tickets. Charts become
//! what they show in words; nothing but `<br>` in tables is HTML.

mod words;

use std::fmt::Write as _;

use self::words::{Words, escaped, escaped_in, is_blank};
use super::document::{Block, Cell, Column, Cover, Document, Number, Section, Span, Table};
use crate::text::{Key, Texts};

/// Writes the file.
#[must_use]
pub fn write(document: &Document, texts: &Texts) -> String {
    let mut writer = Writer {
        words: Words::new(document),
        file: String::new(),
        titled: String::new(),
        second: false,
    };
    writer.head(document);
    if document.sections.len() > 1 {
        writer.block(&format!("## {}", escaped(texts.get(Key::ReportContents))));
        for (place, section) in document.sections.iter().enumerate() {
            let link = writer.words.link(&section.anchor, &escaped(&section.title));
            let _ = writeln!(writer.file, "{}. {link}", place + 1);
        }
        writer.file.push('\n');
    }
    for section in &document.sections {
        writer.section(section);
    }
    if !is_blank(&document.footer) {
        writer.block("---");
        writer.block(&escaped(&document.footer));
    }
    writer.file.truncate(writer.file.trim_end().len());
    writer.file.push('\n');
    writer.file
}

struct Writer<'a> {
    words: Words<'a>,
    file: String,
    /// The last heading.
    titled: String,
    /// Whether the next list has the second mark of lists: two in a row with the same would be one.
    second: bool,
}

impl Writer<'_> {
    /// Adds a block; an empty one leaves no trace.
    fn block(&mut self, text: &str) {
        if !text.is_empty() {
            self.file.push_str(text);
            self.file.push_str("\n\n");
        }
    }

    fn heading(&mut self, level: usize, text: &str) {
        text.clone_into(&mut self.titled);
        let text = escaped_in(text, " ");
        if !text.is_empty() {
            self.block(&format!("{} {text}", "#".repeat(level)));
        }
    }

    fn head(&mut self, document: &Document) {
        let Some(Cover { kind, title, subtitle, facts, disclaimer }) = &document.cover else {
            return self.heading(1, &document.title);
        };
        self.heading(1, title);
        let lines = [kind, subtitle].into_iter().filter(|line| !is_blank(line));
        let lines: Vec<String> = lines.map(|line| escaped(line)).collect();
        self.block(&lines.join("\\\n"));
        let facts: Vec<_> =
            facts.iter().map(|(name, value)| (name.clone(), vec![Span::plain(value)])).collect();
        self.facts(&facts);
        if !is_blank(disclaimer) {
            self.block(&format!("> {}", escaped(disclaimer).replace('\n', "\n> ")));
        }
    }

    fn section(&mut self, section: &Section) {
        self.heading(2, &section.title);
        for block in &section.blocks {
            match block {
                Block::Heading { level, text, .. } => {
                    self.heading(usize::from((*level).clamp(2, 3)) + 1, text);
                }
                Block::Lead(spans) | Block::Paragraph(spans) | Block::Remark(spans) => {
                    let text = self.words.spans(spans, "\\\n");
                    self.block(&text);
                }
                Block::List { numbered, entries } => self.list(*numbered, entries),
                Block::Facts(facts) => self.facts(facts),
                Block::Numbers(numbers) => self.numbers(numbers),
                Block::Table(table) => self.table(table),
                Block::Figure(figure) => {
                    self.strong(&figure.caption);
                    self.block(&escaped(&figure.summary));
                }
            }
        }
    }

    /// A paragraph that stands out: what a table or chart is called.
    fn strong(&mut self, text: &str) {
        let text = self.words.spans(&[Span::strong(text)], " ");
        self.block(&text);
    }

    fn list(&mut self, numbered: bool, entries: &[Vec<Span>]) {
        for (place, entry) in entries.iter().enumerate() {
            let mark = match (numbered, self.second) {
                (false, false) => "- ".to_owned(),
                (false, true) => "* ".to_owned(),
                (true, false) => format!("{}. ", place + 1),
                (true, true) => format!("{}) ", place + 1),
            };
            let indent = format!("\\\n{}", " ".repeat(mark.len()));
            let text = self.words.spans(entry, &indent);
            let _ = writeln!(self.file, "{}", format!("{mark}{text}").trim_end());
        }
        self.file.push('\n');
        self.second = !self.second;
    }

    fn facts(&mut self, facts: &[(String, Vec<Span>)]) {
        let entry = |(name, value): &(String, Vec<Span>)| {
            [vec![Span::strong(name), Span::plain(" – ")], value.clone()].concat()
        };
        self.list(false, &facts.iter().map(entry).collect::<Vec<_>>());
    }

    fn numbers(&mut self, numbers: &[Number]) {
        let entry = |Number { value, label, note }: &Number| {
            let note = if is_blank(note) { String::new() } else { format!(" ({note})") };
            vec![Span::strong(value), Span::plain(format!(" {label}{note}"))]
        };
        self.list(false, &numbers.iter().map(entry).collect::<Vec<_>>());
    }

    fn table(&mut self, table: &Table) {
        if !table.is_named_by(&self.titled) {
            self.strong(&table.caption);
        }
        // A column that has nothing but small charts says nothing in words.
        let says = |place: usize| {
            let mut cells = table.rows.iter().filter_map(|row| row.get(place));
            table.rows.is_empty() || cells.any(|cell| !self.cell(cell).is_empty())
        };
        let columns: Vec<(usize, &Column)> =
            table.columns.iter().enumerate().filter(|(place, _)| says(*place)).collect();
        if columns.is_empty() {
            return;
        }
        let titles = columns.iter().map(|(_, column)| escaped_in(&column.title, " "));
        let mut lines = row(titles);
        lines += &row(columns
            .iter()
            .map(|(_, column)| if column.numeric { "---:" } else { "---" }.to_owned()));
        for cells in &table.rows {
            let cell = |place: usize| cells.get(place).map_or_else(String::new, |it| self.cell(it));
            lines += &row(columns.iter().map(|(place, _)| cell(*place)));
        }
        self.block(lines.trim_end());
    }

    fn cell(&self, cell: &Cell) -> String {
        let paragraphs = cell.paragraphs.iter().map(|spans| self.words.spans(spans, "<br>"));
        paragraphs.filter(|text| !text.is_empty()).collect::<Vec<_>>().join("<br>")
    }
}

fn row(cells: impl Iterator<Item = String>) -> String {
    format!("| {} |\n", cells.collect::<Vec<_>>().join(" | "))
}
