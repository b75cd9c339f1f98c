//! A workbook as an Excel file (ISO/IEC 29500, transitional). Texts are written as texts: no cell holds
//! a formula. The same workbook always gives the same bytes.
//!
//! A zip of XML parts, written with maud as all markup here is. `rust_xlsxwriter` did it before; it
//! weighed an eighth of the worker, with what it asks of its own crates (docs/decisions/0024).

mod look;
pub mod mark;
mod package;
mod page;
mod strings;
mod worksheet;

use std::fmt;

use self::{
    look::Look,
    mark::Lists,
    page::{Page, height, lines_of},
    strings::Strings,
    worksheet::{Print, Value, Width, Worksheet},
};
use super::{
    archive::{Archive, ZipError},
    docx::xml::part,
    sheets::Workbook,
};

/// How many letters a line of the guide has.
const GUIDE_WIDTH: u16 = 96;

/// Why a workbook couldn't be written: its parts didn't go into one file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WriteError(String);

impl fmt::Display for WriteError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "no Excel file: {}", self.0)
    }
}

impl std::error::Error for WriteError {}

impl From<ZipError> for WriteError {
    fn from(error: ZipError) -> Self {
        Self(error.to_string())
    }
}

/// Writes the file.
///
/// # Errors
/// [`WriteError`] when the file would be larger than 4 GiB.
pub fn write(workbook: &Workbook) -> Result<Vec<u8>, WriteError> {
    let mut strings = Strings::default();
    let lists = Lists::new(workbook);
    let mut sheets: Vec<(&str, Worksheet)> = Vec::new();
    for (place, sheet) in workbook.sheets.iter().enumerate() {
        let page = Page { workbook, lists: &lists, sheet };
        sheets.push((&sheet.title, page.write(&mut strings)));
        if place == 0 && !workbook.guide.is_empty() {
            sheets.push((&workbook.guide_title, guide(&mut strings, workbook)));
        }
    }
    if let Some(assessment) = &workbook.mark.assessment {
        let hidden = mark::write(&mut strings, workbook, (assessment, &lists));
        sheets.push((mark::SHEET, hidden));
    }
    let mut file = Archive::new();
    let mut add = |name: &str, content| file.add(name, part(content).as_bytes());
    add("[Content_Types].xml", package::content_types(sheets.len()))?;
    add("_rels/.rels", package::relations())?;
    add("xl/workbook.xml", package::workbook(&sheets))?;
    add("xl/_rels/workbook.xml.rels", package::workbook_relations(sheets.len()))?;
    for (number, (_, sheet)) in (1_usize..).zip(&sheets) {
        add(&format!("xl/worksheets/sheet{number}.xml"), sheet.part(number == 1))?;
    }
    add("xl/sharedStrings.xml", strings.part())?;
    add("xl/styles.xml", look::styles())?;
    add("docProps/core.xml", package::core(workbook))?;
    add("docProps/app.xml", package::app())?;
    add("docProps/custom.xml", package::custom(workbook))?;
    Ok(file.finish()?)
}

/// Some properties hold 255 letters at most.
fn shortened(text: &str) -> String {
    text.chars().take(200).collect()
}

/// How the workbook is used.
fn guide(strings: &mut Strings, workbook: &Workbook) -> Worksheet {
    let mut to = Worksheet::new(vec![Width { letters: GUIDE_WIDTH, hidden: false }]);
    to.print = Some(Print {
        landscape: false,
        pages: 1,
        margins: ["0.7", "0.75", "0.75"],
        footer: String::new(),
    });
    let mut row = 0_u32;
    for (heading, lines) in &workbook.guide {
        to.row(strings, row, None, [(0, Look::Heading, Value::Text(heading))]);
        for line in lines {
            row = row.saturating_add(1);
            let height = height(lines_of(line, GUIDE_WIDTH));
            to.row(strings, row, height, [(0, Look::Text, Value::Text(line))]);
        }
        row = row.saturating_add(2);
    }
    to
}
