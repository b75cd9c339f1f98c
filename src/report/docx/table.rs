//! Tables, and what is laid out as one.

use maud::{Markup, html};

use super::{
    layout::Layout,
    style::Style,
    stylesheet::cell_margins,
    words::{Extra, Words},
    xml::hex,
};
use crate::report::{
    document::{Brand, Cell, Number, Span, Table, Tone},
    drawing::{Ink, palette::colour},
};

/// Most numbers side by side.
const MOST_IN_A_ROW: usize = 5;
/// Rows with more lines than this may break: kept whole they would leave half a page empty.
const MOST_LINES: u32 = 18;
/// About how wide a letter in a table is, in twentieths of a point.
const LETTER: u32 = 92;

impl Words<'_> {
    /// A table whose headers are repeated on each of its pages.
    pub(super) fn table(&self, table: &Table, layout: Layout, brand: &Brand) -> Markup {
        let told = told_columns(table);
        let shares: Vec<u32> =
            told.iter().map(|(_, column)| u32::from(column.share).max(1)).collect();
        let widths = widths(layout.width(), &shares);
        let columns: Vec<_> = told
            .iter()
            .zip(&widths)
            .map(|((at, column), width)| {
                (*at, *width, Extra { at_right: column.numeric, ..Extra::default() })
            })
            .collect();
        let heading = self.styles.in_tables(Style::TableHeading);
        let nothing = Cell::default();
        html! {
            w:tbl {
                w:tblPr {
                    w:tblStyle w:val=(self.styles.id(Style::Table)) {}
                    (table_width(layout))
                    w:tblLayout w:type="fixed" {}
                    w:tblLook w:val="04A0" w:firstRow="1" w:lastRow="0" w:firstColumn="1"
                        w:lastColumn="0" w:noHBand="0" w:noVBand="1" {}
                    @if !table.caption.is_empty() { w:tblCaption w:val=(table.caption) {} }
                }
                (grid(&widths))
                w:tr {
                    w:trPr { w:cantSplit {} w:tblHeader {} }
                    @for ((_, column), (_, width, extra)) in told.iter().zip(&columns) {
                        w:tc {
                            (cell_width(*width))
                            (self.paragraph(heading, &[Span::plain(column.title.as_str())], *extra))
                        }
                    }
                }
                @for row in &table.rows {
                    @let cells = columns.iter().map(|(at, width, extra)| {
                        (row.get(*at).unwrap_or(&nothing), *width, *extra)
                    });
                    w:tr {
                        @if cells.clone().all(|(cell, width, _)| lines(cell, width) <= MOST_LINES) {
                            w:trPr { w:cantSplit {} }
                        }
                        @for (cell, width, extra) in cells { (self.cell(cell, width, extra, brand)) }
                    }
                }
            }
            (after_table())
        }
    }

    fn cell(&self, cell: &Cell, width: u32, extra: Extra, brand: &Brand) -> Markup {
        let style = self.styles.in_tables(Style::TableText);
        html! {
            w:tc {
                w:tcPr {
                    w:tcW w:w=(width) w:type="dxa" {}
                    @if cell.tone != Tone::Plain {
                        w:shd w:val="clear" w:color="auto" w:fill=(hex(colour(Ink::Pale(cell.tone), brand))) {}
                    }
                }
                @for spans in &cell.paragraphs { (self.paragraph(style, spans, extra)) }
                @if cell.paragraphs.is_empty() { (self.paragraph(style, &[], extra)) }
            }
        }
    }

    /// Names and what stands for them, side by side.
    pub(super) fn facts(&self, facts: &[(String, Vec<Span>)], layout: Layout) -> Markup {
        let widths = widths(layout.width(), &[26, 74]);
        html! {
            @if !facts.is_empty() {
                w:tbl {
                    w:tblPr {
                        (table_width(layout))
                        w:tblLayout w:type="fixed" {}
                        (cell_margins(20, 0))
                        w:tblLook w:val="0680" w:firstRow="0" w:lastRow="0" w:firstColumn="1"
                            w:lastColumn="0" w:noHBand="1" w:noVBand="1" {}
                    }
                    (grid(&widths))
                    @for (name, spans) in facts {
                        w:tr {
                            w:trPr { w:cantSplit {} }
                            @for (spans, width) in [[Span::strong(name.as_str())].as_slice(), spans].iter().zip(&widths) {
                                w:tc {
                                    (cell_width(*width))
                                    (self.paragraph(Style::Body, spans, Extra::default()))
                                }
                            }
                        }
                    }
                }
                (after_table())
            }
        }
    }

    /// Numbers side by side, below a rule.
    pub(super) fn numbers(&self, numbers: &[Number], layout: Layout, brand: &Brand) -> Markup {
        let across = numbers.len().clamp(1, MOST_IN_A_ROW);
        let widths = widths(layout.width(), &vec![1; across]);
        let rule = hex(colour(Ink::Rule, brand));
        let lines = |number: &Number| {
            [
                (Style::KeyFigure, number.value.clone()),
                (Style::KeyFigureLabel, number.label.clone()),
                (Style::KeyFigureNote, number.note.clone()),
            ]
        };
        html! {
            @if !numbers.is_empty() {
                w:tbl {
                    w:tblPr {
                        (table_width(layout))
                        w:tblBorders {
                            w:top w:val="single" w:sz="4" w:space="0" w:color=(rule) {}
                            w:bottom w:val="single" w:sz="4" w:space="0" w:color=(rule) {}
                            w:insideH w:val="single" w:sz="4" w:space="0" w:color=(rule) {}
                        }
                        w:tblLayout w:type="fixed" {}
                        (cell_margins(60, 0))
                    }
                    (grid(&widths))
                    @for row in numbers.chunks(across) {
                        w:tr {
                            w:trPr { w:cantSplit {} }
                            @for (at, width) in widths.iter().enumerate() {
                                w:tc {
                                    (cell_width(*width))
                                    @if let Some(number) = row.get(at) {
                                        @for (style, text) in lines(number) {
                                            @if !text.is_empty() {
                                                (self.paragraph(style, &[Span::plain(text)], Extra::default()))
                                            }
                                        }
                                    }
                                    // A cell ends with a paragraph.
                                    @if row.get(at).is_none_or(|number| lines(number).iter().all(|(_, text)| text.is_empty())) {
                                        w:p {}
                                    }
                                }
                            }
                        }
                    }
                }
                (after_table())
            }
        }
    }
}

/// The columns that say something in words: of those that only draw, the others say the same.
fn told_columns(table: &Table) -> Vec<(usize, &crate::report::document::Column)> {
    let only_draws = |at: usize| {
        let mut cells = table.rows.iter().filter_map(|row| row.get(at)).peekable();
        cells.peek().is_some()
            && cells.all(|cell| cell.paragraphs.is_empty() && cell.drawing.is_some())
    };
    table.columns.iter().enumerate().filter(|(at, _)| !only_draws(*at)).collect()
}

/// A width shared out; what doesn't come out even goes to the last.
fn widths(all: u32, shares: &[u32]) -> Vec<u32> {
    let sum = shares.iter().sum::<u32>().max(1);
    let mut widths: Vec<u32> = shares.iter().map(|share| all * share / sum).collect();
    let rest = all.saturating_sub(widths.iter().sum());
    if let Some(last) = widths.last_mut() {
        *last += rest;
    }
    widths
}

/// About how many lines a cell has.
fn lines(cell: &Cell, width: u32) -> u32 {
    let in_a_line = (width / LETTER).max(1);
    let lines = cell.paragraphs.iter().flatten().flat_map(|span| span.text.lines());
    let letters = lines.map(|line| u32::try_from(line.chars().count()).unwrap_or(u32::MAX));
    letters.fold(0, |sum, letters| sum.saturating_add(letters / in_a_line + 1))
}

fn table_width(layout: Layout) -> Markup {
    html! { w:tblW w:w=(layout.width()) w:type="dxa" {} }
}

fn cell_width(width: u32) -> Markup {
    html! { w:tcPr { w:tcW w:w=(width) w:type="dxa" {} } }
}

fn grid(widths: &[u32]) -> Markup {
    html! { w:tblGrid { @for width in widths { w:gridCol w:w=(width) {} } } }
}

/// Without a paragraph between them, two tables would become one.
fn after_table() -> Markup {
    html! {
        w:p {
            w:pPr {
                w:spacing w:before="0" w:after="0" w:line="200" w:lineRule="exact" {}
                w:rPr { w:sz w:val="4" {} w:szCs w:val="4" {} }
            }
        }
    }
}
