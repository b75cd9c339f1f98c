//! A sheet of the workbook, as people see it.

use super::{
    look::{self, Look},
    mark::{Lists, PENCIL},
    shortened,
    strings::Strings,
    worksheet::{Allowed, Frozen, Print, Range, Value, Width, Worksheet, Written},
};
use crate::{
    domain::ratio::Ratio,
    report::sheets::{
        Cell, Choice, Column, Entry, Sheet, Tone, Use, Workbook, field::Field, place,
    },
};

/// Most letters of a word that Excel compares with.
const LONGEST_WORD: usize = 250;
/// How many letters can be read beside each other on a page.
const PAGE_WIDTH: u16 = 180;
/// How high a line is, the head of a table, and the highest that a row can be, in points.
const LINE: u32 = 13;
const HEAD: u32 = 32;
const HIGHEST: u32 = 409;

/// A sheet that is being written.
pub(super) struct Page<'a> {
    pub(super) workbook: &'a Workbook,
    pub(super) lists: &'a Lists<'a>,
    pub(super) sheet: &'a Sheet,
}

impl Page<'_> {
    pub(super) fn write(&self, strings: &mut Strings) -> Worksheet {
        let columns = &self.sheet.columns;
        let widths = columns
            .iter()
            .map(|column| Width { letters: column.width, hidden: column.role == Use::Key });
        let mut to = Worksheet::new(widths.collect());
        let head = self.facts(strings, &mut to);
        let last = head.saturating_add(u32::try_from(self.sheet.rows.len()).unwrap_or(u32::MAX));
        if last > head {
            for (place, column) in (0_u32..).zip(columns) {
                self.column(&mut to, column, (head.saturating_add(1), last, place));
            }
        }
        let titles: Vec<String> = columns.iter().map(title).collect();
        let cells = (0_u32..).zip(columns.iter().zip(&titles));
        let cells =
            cells.map(|(place, (column, title))| (place, above(column), Value::Text(title)));
        to.row(strings, head, Some(HEAD), cells);
        for (number, row) in (head.saturating_add(1)..).zip(&self.sheet.rows) {
            let lines = columns.iter().zip(&row.cells);
            let lines = lines.filter(|(column, _)| column.role != Use::Key);
            let lines = lines.map(|(column, cell)| lines_of(&cell.written(), column.width)).max();
            let cells = (0_u32..).zip(columns.iter().zip(&row.cells));
            let cells = cells.map(|(place, (column, cell))| written(place, column, cell));
            to.row(strings, number, height(lines.unwrap_or(1)), cells);
        }
        self.frame(&mut to, head, last);
        to
    }

    /// What stands above the table; returns the row of the table's head.
    fn facts(&self, strings: &mut Strings, to: &mut Worksheet) -> u32 {
        if self.sheet.facts.is_empty() {
            return 0;
        }
        let columns = u32::try_from(self.sheet.columns.len()).unwrap_or(u32::MAX);
        let width = self.sheet.columns.iter().skip(1).map(|column| column.width);
        let width = width.fold(0, u16::saturating_add);
        let mut number = 0_u32;
        for (label, cell) in &self.sheet.facts {
            let fact = cell.written();
            let rest = (2..columns).map(|place| (place, Look::Text, Value::Blank));
            let cells = [(0, Look::Label, Value::Text(label)), (1, Look::Text, Value::Text(&fact))];
            let height = height(lines_of(&fact, width));
            to.row(strings, number, height, cells.into_iter().chain(rest));
            to.merge(number, 1, columns.saturating_sub(1));
            number = number.saturating_add(1);
        }
        number.saturating_add(1)
    }

    /// Lists, colours and the like for a column's cells.
    fn column(&self, to: &mut Worksheet, column: &Column, range: Range) {
        if let Entry::One(choices) | Entry::Many(choices) = &column.entry {
            let words = choices.iter().filter(|choice| is_comparable(choice));
            let words = words.filter_map(|it| Some((look::tone(it.tone)?, it.word.clone())));
            let words: Vec<_> = words.collect();
            if !words.is_empty() {
                to.colours.push((range, words));
            }
        }
        // "4.1" is no number.
        if matches!(column.field, Field::Number | Field::Id) {
            to.numbers.push(range);
        }
        let (list, message) = match (&column.entry, column.role) {
            (Entry::One(choices), Use::Edit) => {
                let Some(list) = self.lists.reference(choices) else { return };
                (Some(list), &self.workbook.choose)
            }
            (Entry::Day, Use::Edit) => (None, &self.workbook.choose_day),
            _ => return,
        };
        let title = column.title.chars().take(32).collect();
        to.allowed.push(Allowed { range, list, title, message: shortened(message) });
    }

    /// Filter, frozen head and print.
    fn frame(&self, to: &mut Worksheet, head: u32, last: u32) {
        let columns = &self.sheet.columns;
        if self.sheet.facts.is_empty() {
            let fixed = columns.iter().take(2);
            let fixed =
                fixed.take_while(|column| matches!(column.field, Field::Number | Field::Title));
            let fixed = u32::try_from(fixed.count()).unwrap_or_default();
            to.frozen = Some(Frozen { head, columns: fixed });
            let right = u32::try_from(columns.len()).unwrap_or(u32::MAX).saturating_sub(1);
            to.filter = (last > head).then_some((head, last, right));
        }
        let shown = columns.iter().filter(|column| column.role != Use::Key);
        let width = shown.fold(0_u16, |sum, column| sum.saturating_add(column.width));
        let mark = &self.workbook.mark;
        let name: String = mark.name.chars().take(80).collect();
        to.print = Some(Print {
            landscape: true,
            pages: (width.saturating_add(PAGE_WIDTH / 2) / PAGE_WIDTH).max(1),
            margins: ["0.4", "0.5", "0.6"],
            footer: format!("&L{} · {}&C&A&R&P / &N", name.replace('&', "&&"), mark.day),
        });
    }
}

fn title(column: &Column) -> String {
    let pencil = if column.role == Use::Edit { PENCIL } else { "" };
    format!("{pencil}{}", column.title)
}

const fn above(column: &Column) -> Look {
    match (column.role, &column.entry) {
        (Use::Edit, _) => Look::Edited,
        (_, Entry::Whole | Entry::Percent) => Look::HeadRight,
        _ => Look::Head,
    }
}

fn written<'c>(place: u32, column: &Column, cell: &'c Cell) -> Written<'c> {
    let edit = column.role == Use::Edit;
    let text = if edit { Look::TextEdited } else { Look::Read };
    let day = if edit { Look::DayEdited } else { Look::Day };
    let (look, value) = match cell {
        Cell::Blank if column.entry == Entry::Day => (day, Value::Blank),
        Cell::Blank => (text, Value::Blank),
        Cell::Text(words) => (text, Value::Text(words)),
        Cell::Whole(number) => (Look::Number, Value::Number(number.to_string())),
        Cell::Percent(ratio) => (Look::Percent, Value::Number(share(*ratio).to_string())),
        Cell::Day(date) => match place::serial(date) {
            Some(serial) => (day, Value::Number(serial.to_string())),
            // Excel knows no day before 1900.
            None => (text, Value::Text(date.as_str())),
        },
    };
    (place, look, value)
}

/// A share as the format has it.
#[allow(
    clippy::cast_precision_loss,
    clippy::float_arithmetic,
    reason = "the format has floats only, and shows whole per cent"
)]
fn share(ratio: Ratio) -> f64 {
    ratio.num() as f64 / ratio.den() as f64
}

/// How many lines a text takes in a column of so many letters, or a little more.
pub(super) fn lines_of(text: &str, width: u16) -> u32 {
    // Letters of East Asia are as wide as two.
    let wide = |letter: char| if letter < '\u{1100}' { 1_usize } else { 2 };
    // A letter of running text is narrower than the digit that widths are counted by.
    let width = usize::from(width.max(1).saturating_mul(7) / 6);
    let lines = text.split('\n').map(|line| {
        let letters = line.chars().map(wide).fold(0, usize::saturating_add);
        letters.div_ceil(width).max(1)
    });
    u32::try_from(lines.fold(0, usize::saturating_add)).unwrap_or(u32::MAX)
}

/// How high a row is, in points. Excel would make it as high as its text by itself; other programs, and
/// whatever shows a preview, don't.
pub(super) fn height(lines: u32) -> Option<u32> {
    // A single line is left to the program, so that the row grows when somebody writes more.
    (lines > 1).then(|| lines.saturating_mul(LINE).saturating_add(3).min(HIGHEST))
}

/// Whether Excel can compare a cell with the word of a choice that has a colour.
fn is_comparable(choice: &Choice) -> bool {
    choice.tone != Tone::Plain
        && choice.word.starts_with(char::is_alphanumeric)
        && choice.word.encode_utf16().count() <= LONGEST_WORD
}
