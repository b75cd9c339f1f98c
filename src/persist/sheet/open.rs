//! From the bytes of a file to what it would change, whatever the bytes are.

use super::{
    CellProblem, Notice, OpenError, Preview, Problem,
    compare::{Grid, Written, compare},
    entry::fold,
    file::{Found, sheets},
};
use crate::{
    domain::id::AssessmentId,
    report::{
        sheets::{
            Sheet, Use, Workbook,
            field::{Field, SheetKind},
            place,
        },
        xlsx::mark,
    },
};

/// Reads a file and tells what it would change in the assessment of which this is the workbook.
///
/// # Errors
/// [`OpenError`] when it is no Excel workbook, too large, protected, or from another questionnaire.
pub fn read(bytes: &[u8], workbook: &Workbook) -> Result<Preview, OpenError> {
    let mut grids = Vec::new();
    let mut problems = Vec::new();
    // What is there and can't be read.
    let mut unread = Vec::new();
    for found in sheets(bytes)? {
        match found {
            Found::Whole(grid) => grids.push(grid),
            Found::Part(grid) => {
                problems.push(CellProblem { at: grid.title.clone(), problem: Problem::TooMuch });
                grids.push(grid);
            }
            Found::NoTable(title) => {
                unread.push(title.clone());
                problems.push(CellProblem { at: title, problem: Problem::UnknownSheet });
            }
            Found::Broken { title, at, why } => {
                unread.push(title.clone());
                let at = at.map(|(row, column)| format!("{title}!{}", place::cell(row, column)));
                let problem = Problem::BrokenSheet(why);
                problems.push(CellProblem { at: at.unwrap_or(title), problem });
            }
        }
    }
    let found: Vec<String> = grids
        .iter()
        .map(|grid| &grid.title)
        .chain(unread.iter())
        .map(|title| fold(title))
        .collect();
    let mut problems = [missing(workbook, &found)?, problems].concat();
    let mark = grids.iter().position(|grid| grid.title == mark::SHEET);
    let mark = mark.map(|place| grids.remove(place));
    let (notices, written) = match &mark {
        Some(grid) => known(grid, workbook)?,
        None => (vec![Notice::Unmarked], Written::new()),
    };
    let mut preview = compare(workbook, &grids, &written);
    preview.notices = notices;
    problems.append(&mut preview.problems);
    preview.problems = problems;
    Ok(preview)
}

/// The sheets that may be edited and aren't among these.
fn missing(workbook: &Workbook, found: &[String]) -> Result<Vec<CellProblem>, OpenError> {
    let is_there = |sheet: &&Sheet| {
        found.iter().any(|title| *title == fold(&sheet.title) || title == sheet.kind.as_str())
    };
    if !workbook.sheets.iter().any(|sheet| is_there(&sheet))
        && !found.iter().any(|title| title == mark::SHEET)
    {
        return Err(OpenError::Foreign);
    }
    let edited = workbook
        .sheets
        .iter()
        .filter(|sheet| sheet.columns.iter().any(|column| column.role == Use::Edit));
    let missing = edited
        .filter(|sheet| !is_there(sheet))
        .map(|sheet| CellProblem { at: sheet.title.clone(), problem: Problem::NoSheet });
    Ok(missing.collect())
}

/// What the hidden sheet says: notices, and what stood in the cells.
fn known(grid: &Grid, workbook: &Workbook) -> Result<(Vec<Notice>, Written), OpenError> {
    let mut notices = Vec::new();
    let mut written = Written::new();
    let mut fields: Vec<(SheetKind, Vec<Field>)> = Vec::new();
    let mark = &workbook.mark;
    for (_, cells) in &grid.rows {
        let text = |place: u32| {
            let cell = cells.iter().find(|(column, _)| *column == place);
            cell.and_then(|(_, raw)| raw.literal()).unwrap_or_default()
        };
        let first = text(0);
        match first.as_str() {
            mark::SHEET if text(1) != mark::VERSION => return Err(OpenError::Newer),
            mark::row::ASSESSMENT
                if mark.assessment.as_ref().map(AssessmentId::as_str) != Some(&text(1)) =>
            {
                notices.push(Notice::OtherAssessment(text(2)));
            }
            mark::row::PACK if text(1) != mark.pack.id.as_str() => {
                return Err(OpenError::OtherPack(text(1)));
            }
            mark::row::PACK if text(3) != mark.pack.hash => {
                notices.push(Notice::OtherVersion(text(2)));
            }
            mark::row::SHEET => {
                let Some(kind) = SheetKind::parse(&text(1)) else { continue };
                fields.push((kind, text(3).split(' ').filter_map(Field::parse).collect()));
            }
            mark::row::ROW => {
                let kind = SheetKind::parse(&text(1));
                let of = fields.iter().find(|(one, _)| Some(*one) == kind);
                let Some((kind, fields)) = of else { continue };
                let prints = text(3);
                let prints = prints.split(' ').map(str::to_owned);
                let prints = fields.iter().copied().zip(prints).collect();
                written.insert((*kind, text(2)), prints);
            }
            _ => {}
        }
    }
    Ok((notices, written))
}
