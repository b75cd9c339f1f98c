//! A sheet as a part of the file. Its elements have an order, and Excel refuses a file that has
//! another.

use maud::{Markup, PreEscaped, html};

use super::{
    look::Look,
    package::OFFICE,
    strings::{MAIN, Strings},
};
use crate::report::sheets::place::{cell, letters};

/// A4, as the format counts paper sizes.
const A4: u8 = 9;

/// What stands in a cell.
pub(super) enum Value<'a> {
    /// Nothing.
    Blank,
    /// A text, which is never a formula.
    Text(&'a str),
    /// A number, as the format writes it.
    Number(String),
}

/// A cell: its column, counted from 0, how it looks and what stands in it.
pub(super) type Written<'a> = (u32, Look, Value<'a>);

/// First and last row of a column, and which, all counted from 0.
pub(super) type Range = (u32, u32, u32);

/// How a column looks.
#[derive(Clone, Copy)]
pub(super) struct Width {
    /// In letters.
    pub(super) letters: u16,
    pub(super) hidden: bool,
}

/// What can be written into the cells of a column.
pub(super) struct Allowed {
    pub(super) range: Range,
    /// Where the words of the list stand; a day is asked for where there is none.
    pub(super) list: Option<String>,
    /// Title and text of what a person is told who writes something else.
    pub(super) title: String,
    pub(super) message: String,
}

/// What stays in view: the rows up to the head of the table, and so many columns.
#[derive(Clone, Copy)]
pub(super) struct Frozen {
    pub(super) head: u32,
    pub(super) columns: u32,
}

/// How a sheet is printed.
pub(super) struct Print {
    pub(super) landscape: bool,
    /// On how many pages beside each other.
    pub(super) pages: u16,
    /// Left and right, top, bottom: in inches, as the format writes them.
    pub(super) margins: [&'static str; 3],
    pub(super) footer: String,
}

/// A sheet that is being written.
#[derive(Default)]
pub(super) struct Worksheet {
    widths: Vec<Width>,
    pub(super) frozen: Option<Frozen>,
    /// The table that has buttons to filter by: its head, its last row and its last column.
    pub(super) filter: Option<(u32, u32, u32)>,
    /// Colours: where, which, and for which words.
    pub(super) colours: Vec<(Range, Vec<(usize, String)>)>,
    pub(super) allowed: Vec<Allowed>,
    /// Where numbers that are texts are no mistake.
    pub(super) numbers: Vec<Range>,
    pub(super) print: Option<Print>,
    rows: String,
    /// Cells that are one: the row, the first column and the last.
    merged: Vec<(u32, u32, u32)>,
}

impl Worksheet {
    pub(super) fn new(widths: Vec<Width>) -> Self {
        Self { widths, ..Self::default() }
    }

    /// Adds a row below all others; its height is in points.
    pub(super) fn row<'c>(
        &mut self,
        strings: &mut Strings,
        number: u32,
        height: Option<u32>,
        cells: impl IntoIterator<Item = Written<'c>>,
    ) {
        let fixed = height.map(|_| "1");
        let row = html! {
            row r=(number.saturating_add(1)) ht=[height] customHeight=[fixed] {
                @for (column, look, value) in cells {
                    @let name = cell(number, column);
                    @match value {
                        Value::Text(text) => {
                            c r=(name) s=[look.number()] t="s" { v { (strings.place(text)) } }
                        }
                        Value::Number(number) => { c r=(name) s=[look.number()] { v { (number) } } }
                        Value::Blank => { c r=(name) s=[look.number()] {} }
                    }
                }
            }
        };
        self.rows.push_str(&row.into_string());
    }

    /// Makes one of the cells of a row.
    pub(super) fn merge(&mut self, row: u32, first: u32, last: u32) {
        if last > first {
            self.merged.push((row, first, last));
        }
    }

    /// The part; the first sheet is the one that is open.
    pub(super) fn part(&self, is_first: bool) -> Markup {
        let fitting = self.print.is_some();
        html! {
            worksheet xmlns=(MAIN) xmlns:r=(OFFICE) {
                @if fitting { sheetPr { pageSetUpPr fitToPage="1" {} } }
                sheetViews {
                    sheetView showGridLines=[fitting.then_some("0")] tabSelected=[is_first.then_some("1")]
                        workbookViewId="0" {
                        @if let Some(frozen) = self.frozen { (pane(frozen)) }
                    }
                }
                sheetFormatPr defaultRowHeight="15" {}
                @if !self.widths.is_empty() { (self.columns()) }
                sheetData { (PreEscaped(&self.rows)) }
                @if let Some((head, last, column)) = self.filter {
                    autoFilter ref=(format!("A{}:{}", head.saturating_add(1), cell(last, column))) {}
                }
                @if !self.merged.is_empty() {
                    mergeCells count=(self.merged.len()) {
                        @for (row, first, last) in &self.merged {
                            mergeCell ref=(format!("{}:{}", cell(*row, *first), cell(*row, *last))) {}
                        }
                    }
                }
                (self.colouring())
                @if !self.allowed.is_empty() {
                    dataValidations count=(self.allowed.len()) {
                        @for allowed in &self.allowed { (validation(allowed)) }
                    }
                }
                (self.printing())
                @if !self.numbers.is_empty() {
                    @let ranges: Vec<String> = self.numbers.iter().copied().map(range).collect();
                    ignoredErrors { ignoredError sqref=(ranges.join(" ")) numberStoredAsText="1" {} }
                }
            }
        }
    }

    fn columns(&self) -> Markup {
        html! {
            cols {
                @for (number, width) in (1_u32..).zip(&self.widths) {
                    // What a letter takes beside its own width, with the font that files of this kind have.
                    col min=(number) max=(number) width=(format!("{}.7109375", width.letters))
                        hidden=[width.hidden.then_some("1")] customWidth="1" {}
                }
            }
        }
    }

    fn colouring(&self) -> Markup {
        let mut priority = 0_usize;
        let mut next = || {
            priority = priority.saturating_add(1);
            priority
        };
        html! {
            @for (at, words) in &self.colours {
                conditionalFormatting sqref=(range(*at)) {
                    @for (tone, word) in words {
                        cfRule type="cellIs" dxfId=(tone) priority=(next()) operator="equal" {
                            formula { "\"" (word.replace('"', "\"\"")) "\"" }
                        }
                    }
                }
            }
        }
    }

    fn printing(&self) -> Markup {
        let Some(Print { landscape, pages, margins: [side, top, bottom], footer }) = &self.print
        else {
            return html! {};
        };
        html! {
            pageMargins left=(side) right=(side) top=(top) bottom=(bottom) header="0.3" footer="0.3" {}
            pageSetup paperSize=(A4) fitToWidth=(pages) fitToHeight="0"
                orientation=(if *landscape { "landscape" } else { "portrait" }) {}
            @if !footer.is_empty() { headerFooter { oddFooter { (footer) } } }
        }
    }
}

/// `E2:E125`
fn range((first, last, column): Range) -> String {
    format!("{}:{}", cell(first, column), cell(last, column))
}

fn pane(Frozen { head, columns }: Frozen) -> Markup {
    let below = head.saturating_add(1);
    let aside = columns > 0;
    let active = if aside { "bottomRight" } else { "bottomLeft" };
    html! {
        pane xSplit=[aside.then_some(columns)] ySplit=(below) topLeftCell=(cell(below, columns))
            activePane=(active) state="frozen" {}
        @if aside {
            @let right = format!("{}1", letters(columns));
            selection pane="topRight" activeCell=(right) sqref=(right) {}
            @let left = cell(below, 0);
            selection pane="bottomLeft" activeCell=(left) sqref=(left) {}
        }
        selection pane=(active) {}
    }
}

fn validation(allowed: &Allowed) -> Markup {
    let Allowed { range: at, list, title, message } = allowed;
    let (kind, operator) = match list {
        Some(_) => ("list", None),
        None => ("date", Some("greaterThanOrEqual")),
    };
    html! {
        dataValidation type=(kind) operator=[operator] allowBlank="1" showInputMessage="1"
            showErrorMessage="1" errorTitle=(title) error=(message) sqref=(range(*at)) {
            formula1 { (list.as_deref().unwrap_or("1")) }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Excel takes no other order.
    #[test]
    fn elements_have_their_order() {
        let mut sheet = Worksheet::new(vec![Width { letters: 8, hidden: true }]);
        let cells =
            [(0, Look::Bare, Value::Text("a<")), (1, Look::Head, Value::Number("1".into()))];
        sheet.row(&mut Strings::default(), 0, Some(29), cells);
        sheet.merge(0, 0, 1);
        sheet.merge(0, 1, 1);
        sheet.frozen = Some(Frozen { head: 0, columns: 1 });
        sheet.filter = Some((0, 4, 27));
        sheet.colours.push(((1, 4, 0), vec![(2, "\"x\"".into())]));
        let allowed =
            |list| Allowed { range: (1, 4, 0), list, title: "Due".into(), message: "A day".into() };
        sheet.allowed = vec![allowed(None), allowed(Some("lists!$A$1:$A$2".into()))];
        sheet.numbers.push((1, 4, 0));
        sheet.print = Some(Print {
            landscape: true,
            pages: 2,
            margins: ["1", "2", "3"],
            footer: "&P".into(),
        });
        let part = sheet.part(true).into_string();
        let mut rest = part.as_str();
        for expected in [
            "<sheetPr><pageSetUpPr fitToPage=\"1\">",
            "<sheetViews><sheetView showGridLines=\"0\" tabSelected=\"1\"",
            "<pane xSplit=\"1\" ySplit=\"1\" topLeftCell=\"B2\" activePane=\"bottomRight\"",
            "<sheetFormatPr",
            "<cols><col min=\"1\" max=\"1\" width=\"8.7109375\" hidden=\"1\"",
            "<sheetData><row r=\"1\" ht=\"29\" customHeight=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c>\
             <c r=\"B1\" s=\"4\"><v>1</v></c></row></sheetData>",
            "<autoFilter ref=\"A1:AB5\">",
            "<mergeCells count=\"1\"><mergeCell ref=\"A1:B1\">",
            "<conditionalFormatting sqref=\"A2:A5\"><cfRule type=\"cellIs\" dxfId=\"2\" priority=\"1\"",
            "<formula>&quot;&quot;&quot;x&quot;&quot;&quot;</formula>",
            "<dataValidations count=\"2\"><dataValidation type=\"date\" operator=\"greaterThanOrEqual\"",
            "sqref=\"A2:A5\"><formula1>1</formula1>",
            "<dataValidation type=\"list\" allowBlank",
            "<formula1>lists!$A$1:$A$2</formula1>",
            "<pageMargins left=\"1\" right=\"1\" top=\"2\" bottom=\"3\"",
            "<pageSetup paperSize=\"9\" fitToWidth=\"2\" fitToHeight=\"0\" orientation=\"landscape\"",
            "<headerFooter><oddFooter>&amp;P</oddFooter>",
            "<ignoredErrors><ignoredError sqref=\"A2:A5\" numberStoredAsText=\"1\">",
        ] {
            let (_, after) =
                rest.split_once(expected).unwrap_or_else(|| panic!("{expected}: {part}"));
            rest = after;
        }
    }
}
