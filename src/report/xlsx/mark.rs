//! The hidden sheet of a workbook: from which assessment it is, what stood in the cells that may be
//! edited, and the words of the lists.

use super::{
    super::sheets::{Choice, Entry, Use, Workbook, fingerprint, place::letters},
    look::Look,
    strings::Strings,
    worksheet::{Value, Worksheet},
};
use crate::domain::id::AssessmentId;

/// What the sheet is called, and what stands in its first cell.
pub const SHEET: &str = "plumbline";
/// Raised when an older program would misread it.
pub const VERSION: &str = "1";
/// Stands before the title of a column that may be edited.
pub const PENCIL: &str = "✎ ";
/// The first column of lists.
const LISTS: u32 = 8;

/// What the rows of the sheet begin with.
pub mod row {
    /// Identifier and name of the assessment.
    pub const ASSESSMENT: &str = "assessment";
    /// Identifier, version and hash of the questionnaire.
    pub const PACK: &str = "pack";
    /// The day it was made.
    pub const DAY: &str = "day";
    /// A sheet: its kind, its title, and its fields that may be edited.
    pub const SHEET: &str = "sheet";
    /// A row: kind of its sheet, its identifier, and the fingerprints of those fields.
    pub const ROW: &str = "row";
}

/// The lists to choose from, each once.
pub(super) struct Lists<'a>(Vec<&'a [Choice]>);

impl<'a> Lists<'a> {
    pub(super) fn new(workbook: &'a Workbook) -> Self {
        let mut lists: Vec<&[Choice]> = Vec::new();
        for column in workbook.sheets.iter().flat_map(|sheet| &sheet.columns) {
            if let (Entry::One(choices), Use::Edit) = (&column.entry, column.role)
                && !choices.is_empty()
                && !lists.contains(&choices.as_slice())
            {
                lists.push(choices);
            }
        }
        Self(lists)
    }

    /// Where a list stands.
    pub(super) fn reference(&self, choices: &[Choice]) -> Option<String> {
        let place = self.0.iter().position(|list| *list == choices)?;
        let column = letters(LISTS.saturating_add(u32::try_from(place).ok()?));
        Some(format!("{SHEET}!${column}$1:${column}${}", choices.len()))
    }
}

pub(super) fn write(
    strings: &mut Strings,
    workbook: &Workbook,
    (assessment, lists): (&AssessmentId, &Lists<'_>),
) -> Worksheet {
    let mark = &workbook.mark;
    let mut rows: Vec<Vec<&str>> = vec![
        vec![SHEET, VERSION],
        vec![row::ASSESSMENT, assessment.as_str(), &mark.name],
        vec![row::PACK, mark.pack.id.as_str(), &mark.pack.version, &mark.pack.hash],
        vec![row::DAY, &mark.day],
    ];
    let edited = workbook.sheets.iter().map(|sheet| {
        let edited: Vec<bool> =
            sheet.columns.iter().map(|column| column.role == Use::Edit).collect();
        let columns = sheet.columns.iter().zip(&edited).filter(|(_, edited)| **edited);
        let fields: Vec<&str> = columns.map(|(column, _)| column.field.as_str()).collect();
        let prints = sheet.rows.iter().map(|row| {
            let cells = row.cells.iter().zip(&edited).filter(|(_, edited)| **edited);
            let prints: Vec<String> = cells.map(|(cell, _)| fingerprint(&cell.written())).collect();
            prints.join(" ")
        });
        (sheet, fields.join(" "), prints.collect::<Vec<_>>())
    });
    let edited: Vec<_> = edited.filter(|(_, fields, _)| !fields.is_empty()).collect();
    for (sheet, fields, prints) in &edited {
        let kind = sheet.kind.as_str();
        rows.push(vec![row::SHEET, kind, &sheet.title, fields]);
        let each = sheet.rows.iter().zip(prints);
        rows.extend(each.map(|(one, prints)| vec![row::ROW, kind, &one.key, prints]));
    }
    let longest = lists.0.iter().map(|list| list.len()).max().unwrap_or_default();
    let mut to = Worksheet::default();
    for (row, number) in (0..rows.len().max(longest)).zip(0_u32..) {
        let cells = (0_u32..).zip(rows.get(row).into_iter().flatten().copied());
        let words = (LISTS..).zip(&lists.0);
        let words = words.filter_map(|(place, list)| Some((place, list.get(row)?.word.as_str())));
        let cells = cells.chain(words).filter(|(_, text)| !text.is_empty());
        let cells = cells.map(|(place, text)| (place, Look::Bare, Value::Text(text)));
        to.row(strings, number, None, cells);
    }
    to
}
