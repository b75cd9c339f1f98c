//! From the bytes of a file to its sheets, whatever the bytes are.

use std::io::{Cursor, Read, copy, sink};

use calamine::{DataRef, ExcelDateTime, ExcelDateTimeType, Reader, Xlsx, XlsxError};
use zip_archive::ZipArchive;

use super::{
    CellProblem, MOST_BYTES, Notice, OpenError, Preview, Problem,
    compare::{Grid, Written, compare},
    entry::Raw,
};
use crate::{
    domain::time::Day,
    report::{
        sheets::{
            Workbook,
            field::{Field, SheetKind},
        },
        xlsx::mark,
    },
};

/// Most bytes that all parts of a file unpack to.
const MOST_UNPACKED: u64 = 60_000_000;
/// Most parts of a file.
const MOST_PARTS: usize = 1_000;
/// Most sheets that are looked at, and most rows and columns of each.
const MOST_SHEETS: usize = 50;
const MOST_ROWS: u32 = 20_000;
const MOST_COLUMNS: u32 = 200;
/// Most letters of all cells together, in bytes.
const MOST_TEXT: usize = 30_000_000;

/// What files of before 2007, and protected ones, begin with.
const COMPOUND: &[u8] = &[0xd0, 0xcf, 0x11, 0xe0];
/// What packed files begin with.
const PACKED: &[u8] = b"PK";
/// The name by which a protected file is known, in UTF-16.
const PROTECTED: &str = "EncryptedPackage";

/// Reads a file and tells what it would change in the assessment of which this is the workbook.
///
/// # Errors
/// [`OpenError`] when it is no Excel workbook, too large, protected, or from another questionnaire.
pub fn read(bytes: &[u8], workbook: &Workbook) -> Result<Preview, OpenError> {
    bounded(bytes)?;
    let mut file: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(broken)?;
    let mut names = file.sheet_names();
    names.truncate(MOST_SHEETS);
    let mut room = MOST_TEXT;
    let mut grids = Vec::new();
    let mut problems = Vec::new();
    for title in names {
        // Charts and the like are sheets too.
        let Ok((grid, whole)) = grid(&mut file, title.clone(), &mut room) else {
            problems.push(CellProblem { at: title, problem: Problem::UnknownSheet });
            continue;
        };
        if !whole {
            problems.push(CellProblem { at: title, problem: Problem::TooMuch });
        }
        grids.push(grid);
    }
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

/// Refuses what is no Excel file or would unpack to too much.
fn bounded(bytes: &[u8]) -> Result<(), OpenError> {
    if !u32::try_from(bytes.len()).is_ok_and(|length| length <= MOST_BYTES) {
        return Err(OpenError::TooLarge);
    }
    if bytes.starts_with(COMPOUND) {
        let name: Vec<u8> = PROTECTED.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let protected = bytes.windows(name.len()).any(|window| window == name);
        return Err(if protected { OpenError::Protected } else { OpenError::OldFormat });
    }
    if !bytes.starts_with(PACKED) {
        return Err(OpenError::NotXlsx);
    }
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| OpenError::NotXlsx)?;
    if archive.len() > MOST_PARTS {
        return Err(OpenError::TooLarge);
    }
    let mut room = MOST_UNPACKED;
    for place in 0..archive.len() {
        let part = archive.by_index(place);
        let part = part.map_err(|error| OpenError::Damaged(error.to_string()))?;
        // What a part says of its size isn't trusted.
        let unpacked = copy(&mut part.take(room.saturating_add(1)), &mut sink());
        let unpacked = unpacked.map_err(|error| OpenError::Damaged(error.to_string()))?;
        room = room.checked_sub(unpacked).ok_or(OpenError::TooLarge)?;
    }
    Ok(())
}

fn broken(error: XlsxError) -> OpenError {
    match error {
        XlsxError::Password => OpenError::Protected,
        XlsxError::FileNotFound(_) | XlsxError::RelationshipNotFound => OpenError::NotXlsx,
        other => OpenError::Damaged(other.to_string()),
    }
}

/// The cells of a sheet, and whether these are all. They are taken one by one: a table as large as the
/// farthest cell asks for might not fit into memory.
fn grid(
    file: &mut Xlsx<Cursor<&[u8]>>,
    title: String,
    room: &mut usize,
) -> Result<(Grid, bool), XlsxError> {
    let is_1904 = file.has_1904_epoch();
    let mut reader = file.worksheet_cells_reader(&title)?;
    let mut grid = Grid { title, rows: Vec::new() };
    let mut whole = true;
    while let Some(cell) = reader.next_cell()? {
        let (row, column) = cell.get_position();
        let Some(raw) = raw(cell.get_value(), is_1904) else { continue };
        let letters = if let Raw::Text(text) = &raw { text.len() } else { 0 };
        let left = room.checked_sub(letters);
        let (Some(left), true) = (left, row < MOST_ROWS && column < MOST_COLUMNS) else {
            whole = false;
            continue;
        };
        *room = left;
        match grid.rows.last_mut().filter(|(last, _)| *last == row) {
            Some((_, cells)) => cells.push((column, raw)),
            None => grid.rows.push((row, vec![(column, raw)])),
        }
    }
    Ok((grid, whole))
}

fn raw(value: &DataRef<'_>, is_1904: bool) -> Option<Raw> {
    let number = |number: f64| {
        let day = serial(ExcelDateTime::new(number, ExcelDateTimeType::DateTime, is_1904));
        Raw::Number(number.to_string(), day)
    };
    Some(match value {
        DataRef::Empty => return None,
        DataRef::Int(whole) => Raw::Text(whole.to_string()),
        DataRef::Float(float) => number(*float),
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => {
            Raw::Text(text.clone())
        }
        DataRef::SharedString(text) => Raw::Text((*text).to_owned()),
        DataRef::Bool(value) => Raw::Text(if *value { "TRUE" } else { "FALSE" }.to_owned()),
        DataRef::DateTime(date) => match serial(*date) {
            Some(day) if date.is_datetime() => Raw::Day(day),
            _ => Raw::Number(date.as_f64().to_string(), None),
        },
        DataRef::Error(_) => Raw::Error,
    })
}

/// The day of a date as the format counts it: from 1 for the first of January 1900 to the end of 9999.
fn serial(date: ExcelDateTime) -> Option<Day> {
    if !(1.0..2_958_466.0).contains(&date.as_f64()) {
        return None;
    }
    let (year, month, day, ..) = date.to_ymd_hms_milli();
    Day::parse(&format!("{year:04}-{month:02}-{day:02}"))
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
            mark::row::ASSESSMENT if text(1) != mark.assessment.as_str() => {
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
