//! A workbook as an Excel file (ISO/IEC 29500). Texts are written as texts: no cell holds a formula.
//! The same workbook always gives the same bytes.

mod look;
pub mod mark;

use std::fmt;

use rust_xlsxwriter::{
    ConditionalFormatCell, ConditionalFormatCellRule, DataValidation, DataValidationErrorStyle,
    DataValidationRule, DocProperties, ExcelDateTime, Format, IgnoreError, Workbook as File,
    Worksheet, XlsxError,
};

use self::{
    look::Look,
    mark::{Lists, PENCIL},
};
use super::sheets::{Cell, Choice, Column, Entry, Sheet, Tone, Use, Workbook, field::Field};

/// Most letters of a word that Excel compares with.
const LONGEST_WORD: usize = 250;
/// How many letters can be read beside each other on a page.
const PAGE_WIDTH: u16 = 180;
/// How many letters a line of the guide has.
const GUIDE_WIDTH: u16 = 96;
/// How high a line is, and the highest that a row can be, in points.
const LINE: u32 = 13;
const HIGHEST: u32 = 409;
/// A4, as the format counts paper sizes.
const A4: u8 = 9;

/// Why a workbook couldn't be written; none that [`super::sheets::workbook`] makes should be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WriteError(String);

impl fmt::Display for WriteError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "no Excel file: {}", self.0)
    }
}

impl std::error::Error for WriteError {}

impl From<XlsxError> for WriteError {
    fn from(error: XlsxError) -> Self {
        Self(error.to_string())
    }
}

/// Writes the file.
///
/// # Errors
/// [`WriteError`] when a sheet has a title that Excel doesn't take, or has more rows.
pub fn write(workbook: &Workbook) -> Result<Vec<u8>, WriteError> {
    let mut file = File::new();
    let mut properties = DocProperties::new()
        .set_title(shortened(&workbook.title))
        .set_author("Plumbline")
        .set_custom_property("Plumbline assessment", workbook.mark.assessment.as_str())
        .set_custom_property("Plumbline questionnaire", workbook.mark.pack.id.as_str())
        .set_custom_property(
            "Plumbline questionnaire version",
            workbook.mark.pack.version.as_str(),
        );
    // Never the clock: the bytes are those of the workbook.
    if let Ok(day) = ExcelDateTime::parse_from_str(&workbook.mark.day) {
        properties = properties.set_creation_datetime(&day);
    }
    file.set_properties(&properties);
    let look = Look::new();
    let lists = Lists::new(workbook);
    for (place, sheet) in workbook.sheets.iter().enumerate() {
        let worksheet = file.add_worksheet();
        Page { workbook, look: &look, lists: &lists, sheet }.write(worksheet)?;
        if place == 0 {
            guide(file.add_worksheet(), workbook, &look)?;
        }
    }
    mark::write(file.add_worksheet(), workbook, &lists)?;
    Ok(file.save_to_buffer()?)
}

/// Some properties hold 255 letters at most.
fn shortened(text: &str) -> String {
    text.chars().take(200).collect()
}

/// How the workbook is used.
fn guide(sheet: &mut Worksheet, workbook: &Workbook, look: &Look) -> Result<(), XlsxError> {
    sheet.set_name(&workbook.guide_title)?.set_screen_gridlines(false);
    sheet.set_column_width(0, GUIDE_WIDTH)?;
    let mut row = 0;
    for (heading, lines) in &workbook.guide {
        sheet.write_string_with_format(row, 0, heading, &look.heading)?;
        row += 1;
        for line in lines {
            sheet.write_string_with_format(row, 0, line, &look.text)?;
            set_lines(sheet, row, lines_of(line, GUIDE_WIDTH))?;
            row += 1;
        }
        row += 1;
    }
    sheet.set_paper_size(A4).set_print_fit_to_pages(1, 0);
    Ok(())
}

/// A sheet that is being written.
struct Page<'a> {
    workbook: &'a Workbook,
    look: &'a Look,
    lists: &'a Lists<'a>,
    sheet: &'a Sheet,
}

impl Page<'_> {
    fn write(&self, to: &mut Worksheet) -> Result<(), XlsxError> {
        to.set_name(&self.sheet.title)?.set_screen_gridlines(false);
        let head = self.facts(to)?;
        let last = head.saturating_add(u32::try_from(self.sheet.rows.len()).unwrap_or(u32::MAX));
        for (place, column) in (0_u16..).zip(&self.sheet.columns) {
            let format = match (column.role, &column.entry) {
                (Use::Edit, _) => &self.look.edited,
                (_, Entry::Whole | Entry::Percent) => &self.look.head_right,
                _ => &self.look.head,
            };
            let pencil = if column.role == Use::Edit { PENCIL } else { "" };
            let title = format!("{pencil}{}", column.title);
            to.write_string_with_format(head, place, &title, format)?;
            to.set_column_width(place, column.width)?;
            if column.role == Use::Key {
                to.set_column_hidden(place)?;
            }
            if last > head {
                self.column(to, column, (head.saturating_add(1), last, place))?;
            }
        }
        for (row, cells) in (head.saturating_add(1)..).zip(&self.sheet.rows) {
            for ((place, column), cell) in (0_u16..).zip(&self.sheet.columns).zip(&cells.cells) {
                self.cell(to, (row, place), column, cell)?;
            }
            let lines = self.sheet.columns.iter().zip(&cells.cells);
            let lines = lines.filter(|(column, _)| column.role != Use::Key);
            let lines = lines.map(|(column, cell)| lines_of(&cell.written(), column.width)).max();
            set_lines(to, row, lines.unwrap_or(1))?;
        }
        self.frame(to, (head, last))
    }

    /// What stands above the table; returns the row of the table's head.
    fn facts(&self, to: &mut Worksheet) -> Result<u32, XlsxError> {
        if self.sheet.facts.is_empty() {
            return Ok(0);
        }
        let last = u16::try_from(self.sheet.columns.len()).unwrap_or(1).saturating_sub(1);
        let mut row = 0;
        for (label, cell) in &self.sheet.facts {
            let columns = self.sheet.columns.iter().skip(1);
            to.write_string_with_format(row, 0, label, &self.look.label)?;
            to.merge_range(row, 1, row, last, &cell.written(), &self.look.text)?;
            let lines = lines_of(&cell.written(), columns.fold(0, |sum, it| sum + it.width));
            set_lines(to, row, lines)?;
            row += 1;
        }
        Ok(row.saturating_add(1))
    }

    /// Lists, colours and the like for a column's cells: first and last row, and its place.
    fn column(
        &self,
        to: &mut Worksheet,
        column: &Column,
        (first, last, place): (u32, u32, u16),
    ) -> Result<(), XlsxError> {
        if let Entry::One(choices) | Entry::Many(choices) = &column.entry {
            for choice in choices.iter().filter(|choice| is_comparable(choice)) {
                if let Some(format) = self.look.tone(choice.tone) {
                    let rule = ConditionalFormatCellRule::EqualTo(choice.word.as_str());
                    let rule = ConditionalFormatCell::new().set_rule(rule).set_format(format);
                    to.add_conditional_format(first, place, last, place, &rule)?;
                }
            }
        }
        // "4.1" is no number.
        if matches!(column.field, Field::Number | Field::Id) {
            to.ignore_error_range(first, place, last, place, IgnoreError::NumberStoredAsText)?;
        }
        let (rule, message) = match (&column.entry, column.role) {
            (Entry::One(choices), Use::Edit) => {
                let Some(formula) = self.lists.reference(choices) else { return Ok(()) };
                (DataValidation::new().allow_list_formula(formula), &self.workbook.choose)
            }
            (Entry::Day, Use::Edit) => {
                let day = ExcelDateTime::from_ymd(1900, 1, 1)?;
                let rule = DataValidationRule::GreaterThanOrEqualTo(day);
                (DataValidation::new().allow_date(rule), &self.workbook.choose_day)
            }
            _ => return Ok(()),
        };
        let rule = rule
            .set_error_style(DataValidationErrorStyle::Stop)
            .set_error_title(column.title.chars().take(32).collect::<String>())?
            .set_error_message(shortened(message))?;
        to.add_data_validation(first, place, last, place, &rule)?;
        Ok(())
    }

    fn cell(
        &self,
        to: &mut Worksheet,
        (row, place): (u32, u16),
        column: &Column,
        cell: &Cell,
    ) -> Result<(), XlsxError> {
        let edit = column.role == Use::Edit;
        let format = |plain, edited| -> &Format { if edit { edited } else { plain } };
        let text = format(&self.look.read, &self.look.text_edited);
        match cell {
            Cell::Blank if column.entry == Entry::Day => {
                to.write_blank(row, place, format(&self.look.day, &self.look.day_edited))?;
            }
            Cell::Blank => {
                to.write_blank(row, place, text)?;
            }
            Cell::Text(words) => {
                to.write_string_with_format(row, place, words, text)?;
            }
            Cell::Whole(number) => {
                // Counts of items; exact up to 2^53.
                #[allow(clippy::cast_precision_loss, reason = "the format has floats only")]
                to.write_number_with_format(row, place, *number as f64, &self.look.number)?;
            }
            Cell::Percent(ratio) => {
                let share = look::share(*ratio);
                to.write_number_with_format(row, place, share, &self.look.percent)?;
            }
            Cell::Day(day) => match ExcelDateTime::parse_from_str(day.as_str()) {
                Ok(date) => {
                    let format = format(&self.look.day, &self.look.day_edited);
                    to.write_datetime_with_format(row, place, &date, format)?;
                }
                // Excel knows no day before 1900.
                Err(_) => {
                    to.write_string_with_format(row, place, day.as_str(), text)?;
                }
            },
        }
        Ok(())
    }

    /// Filter, frozen head and print.
    fn frame(&self, to: &mut Worksheet, (head, last): (u32, u32)) -> Result<(), XlsxError> {
        let columns = u16::try_from(self.sheet.columns.len()).unwrap_or(u16::MAX);
        let fixed = self.sheet.columns.iter().take(2);
        let fixed = fixed.take_while(|column| matches!(column.field, Field::Number | Field::Title));
        to.set_row_height(head, 32)?;
        if self.sheet.facts.is_empty() {
            let fixed = u16::try_from(fixed.count()).unwrap_or_default();
            to.set_freeze_panes(head.saturating_add(1), fixed)?;
            if let Some(last) = fixed.checked_sub(1) {
                to.set_repeat_columns(0, last)?;
            }
            if last > head {
                to.autofilter(head, 0, last, columns.saturating_sub(1))?;
            }
            to.set_repeat_rows(head, head)?;
        }
        let shown = self.sheet.columns.iter().filter(|column| column.role != Use::Key);
        let width = shown.fold(0_u16, |sum, column| sum.saturating_add(column.width));
        let name: String = self.workbook.mark.name.chars().take(80).collect();
        let footer =
            format!("&L{} · {}&C&A&R&P / &N", name.replace('&', "&&"), self.workbook.mark.day);
        let pages = (width.saturating_add(PAGE_WIDTH / 2) / PAGE_WIDTH).max(1);
        to.set_landscape()
            .set_paper_size(A4)
            .set_print_fit_to_pages(pages, 0)
            .set_margins(0.4, 0.4, 0.5, 0.6, 0.3, 0.3)
            .set_footer(footer);
        Ok(())
    }
}

/// How many lines a text takes in a column of so many letters, or a little more.
fn lines_of(text: &str, width: u16) -> u32 {
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

/// Makes a row as high as its text. Excel would do so by itself; other programs, and whatever shows a
/// preview, don't.
fn set_lines(to: &mut Worksheet, row: u32, lines: u32) -> Result<(), XlsxError> {
    // A single line is left to the program, so that the row grows when somebody writes more.
    if lines > 1 {
        to.set_row_height(row, lines.saturating_mul(LINE).saturating_add(3).min(HIGHEST))?;
    }
    Ok(())
}

/// Whether Excel can compare a cell with the word of a choice that has a colour.
fn is_comparable(choice: &Choice) -> bool {
    choice.tone != Tone::Plain
        && choice.word.starts_with(char::is_alphanumeric)
        && choice.word.encode_utf16().count() <= LONGEST_WORD
}
