//! The sections of a page and what stands in them.

use std::cell::Cell as Counter;

use maud::{Markup, html};

use crate::report::{
    document::{
        Block, Brand, Cell, Column, Document, Figure, Number, Paper, Section, Span, Table, Tone,
    },
    svg::{self, Words},
};

/// From how many columns on a table is wider than a phone, and moves in its own frame there.
const WIDE: usize = 3;

/// How wide a drawing may be to be read on a phone as it is.
const PHONE: i32 = 3000;

/// A writer of blocks, with what all of them need.
pub(super) struct Blocks<'a> {
    brand: &'a Brand,
    /// Where links of this report may lead: a section that is left out is no place.
    anchors: Vec<&'a str>,
    /// Tables and charts so far, for their identifiers.
    count: Counter<usize>,
}

/// An anchor as an identifier of HTML, in which no white space may stand.
pub(super) fn anchor(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join("-")
}

impl<'a> Blocks<'a> {
    pub(super) fn new(document: &'a Document) -> Self {
        Self { brand: &document.brand, anchors: document.anchors(), count: Counter::new(0) }
    }

    fn next_id(&self, kind: &str) -> String {
        self.count.set(self.count.get() + 1);
        format!("plumbline-{kind}-{}", self.count.get())
    }

    pub(super) fn section(&self, section: &Section) -> Markup {
        let id = anchor(&section.anchor);
        // Headings never skip a level, whatever the section says.
        let mut depth = 1;
        let mut titled = section.title.as_str();
        let blocks: Vec<Markup> = section
            .blocks
            .iter()
            .map(|block| match block {
                Block::Heading { level, text, anchor: to } => {
                    depth = (*level).clamp(2, depth + 1).min(3);
                    titled = text;
                    heading(depth, text, to)
                }
                Block::Table(table) => self.table(table, titled),
                other => self.block(other),
            })
            .collect();
        html! {
            section.wide[section.paper == Paper::Sideways].single[section.paper == Paper::OnePage] id=(id) aria-labelledby={ (id) "-title" } {
                h2 id={ (id) "-title" } dir="auto" { (section.title) }
                @for block in blocks { (block) }
            }
        }
    }

    fn block(&self, block: &Block) -> Markup {
        match block {
            Block::Heading { .. } | Block::Table(_) => html! {},
            Block::Lead(spans) => html! { p.lead dir="auto" { (self.spans(spans)) } },
            Block::Paragraph(spans) => html! { p dir="auto" { (self.spans(spans)) } },
            Block::Remark(spans) => html! { p.remark dir="auto" { (self.spans(spans)) } },
            Block::List { entries, .. } if entries.is_empty() => html! {},
            Block::List { numbered, entries } => {
                let entries = html! {
                    @for entry in entries { li dir="auto" { (self.spans(entry)) } }
                };
                html! { @if *numbered { ol { (entries) } } @else { ul { (entries) } } }
            }
            Block::Facts(facts) if facts.is_empty() => html! {},
            Block::Facts(facts) => html! {
                dl.facts { @for (name, value) in facts {
                    div { dt { (name) } dd dir="auto" { (self.spans(value)) } }
                } }
            },
            Block::Numbers(numbers) if numbers.is_empty() => html! {},
            Block::Numbers(numbers) => html! {
                dl.numbers { @for number in numbers { (number_of(number)) } }
            },
            Block::Figure(figure) => self.figure(figure),
        }
    }

    fn spans(&self, spans: &[Span]) -> Markup {
        html! {
            @for Span { text, strong, to } in spans {
                @let words = html! { @if *strong { strong { (text) } } @else { (text) } };
                @if !to.is_empty() && self.anchors.contains(&to.as_str()) {
                    a href={ "#" (anchor(to)) } { (words) }
                } @else { (words) }
            }
        }
    }

    /// A table; its caption is only heard where the heading above it says the same.
    fn table(&self, table: &Table, titled: &str) -> Markup {
        let Table { caption, columns, rows } = table;
        if columns.is_empty() {
            return html! {};
        }
        let id = self.next_id("table");
        let moves = columns.len() >= WIDE;
        let all: u32 = columns.iter().map(|column| u32::from(column.share)).sum();
        let nothing = Cell::default();
        html! {
            div.table.moves[moves] role=[moves.then_some("region")] tabindex=[moves.then_some("0")]
                aria-labelledby=[moves.then_some(&id)] {
                table style={ "--columns:" (columns.len()) } {
                    caption.unseen[table.is_named_by(titled)] id=(id) dir="auto" { (caption) }
                    colgroup { @for column in columns { (width(column, all)) } }
                    thead { tr { @for Column { title, numeric, .. } in columns {
                        th.numeric[*numeric] scope="col" { (title) }
                    } } }
                    tbody { @for row in rows { tr {
                        @for (place, column) in columns.iter().enumerate() {
                            @let cell = row.get(place).unwrap_or(&nothing);
                            (self.cell(cell, column, place == 0))
                        }
                    } } }
                }
            }
        }
    }

    fn cell(&self, cell: &Cell, column: &Column, is_first: bool) -> Markup {
        let Cell { paragraphs, tone, drawing } = cell;
        let inside = html! {
            @if let Some(drawing) = drawing { (svg::write(drawing, self.brand, None)) }
            @for paragraph in paragraphs { p dir="auto" { (self.spans(paragraph)) } }
        };
        let class = match tone {
            Tone::Plain => "",
            Tone::Muted => "tone-muted",
            Tone::Good => "tone-good",
            Tone::Fair => "tone-fair",
            Tone::Poor => "tone-poor",
            Tone::Grave => "tone-grave",
        };
        let numeric = if column.numeric { "numeric" } else { "" };
        let class = [class, numeric].join(" ");
        let class = Some(class.trim()).filter(|class| !class.is_empty());
        html! {
            @if is_first { th scope="row" class=[class] { (inside) } }
            @else { td class=[class] { (inside) } }
        }
    }

    fn figure(&self, figure: &Figure) -> Markup {
        let Figure { caption, summary, drawing } = figure;
        let id = self.next_id("chart");
        // On a phone it would be too small to be read, and moves in its own frame.
        let moves = drawing.width > PHONE;
        let title = format!("{id}-title");
        let words = Words { id: &id, title: caption, description: summary };
        html! {
            figure {
                div.chart role=[moves.then_some("group")] tabindex=[moves.then_some("0")]
                    aria-labelledby=[moves.then_some(title)] { (svg::write(drawing, self.brand, Some(words))) }
                figcaption dir="auto" { (caption) }
            }
        }
    }
}

fn heading(level: u8, text: &str, to: &str) -> Markup {
    let id = Some(anchor(to)).filter(|id| !id.is_empty());
    html! {
        @if level == 2 { h3 id=[id] dir="auto" { (text) } }
        @else { h4 id=[id] dir="auto" { (text) } }
    }
}

fn number_of(number: &Number) -> Markup {
    let Number { value, label, note } = number;
    html! {
        div {
            dt { (label) }
            dd.value { (value) }
            @if !note.is_empty() { dd.note { (note) } }
        }
    }
}

/// A column, with its part of the width in tenths of a percent.
fn width(column: &Column, all: u32) -> Markup {
    let tenths = u32::from(column.share) * 1000 / all.max(1);
    html! { col style={ "width:" (tenths / 10) "." (tenths % 10) "%" }; }
}
