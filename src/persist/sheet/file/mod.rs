//! The sheets of an Excel file, whoever saved it: a packed folder of XML, in which a sheet, the texts
//! that its cells share and the formats that make a day of a number are parts of their own.

mod cells;
mod package;
mod styles;
mod xml;

use std::borrow::Cow;

use super::{OpenError, compare::Grid};
use cells::{Cells, strings};
use package::{Package, Relation};
use styles::Shown;
use xml::{Broken, Xml};

/// Most sheets that are looked at.
const MOST_SHEETS: usize = 50;

/// A sheet of a file, as far as it can be read.
pub(super) enum Found {
    /// All that stands in it.
    Whole(Grid),
    /// What of it can be held.
    Part(Grid),
    /// It is no table; what it is called.
    NoTable(String),
    /// It is broken.
    Broken {
        /// What it is called.
        title: String,
        /// Row and column of the last cell that began, counted from 0.
        at: Option<(u32, u32)>,
        /// What the reader says.
        why: String,
    },
}

/// Takes the sheets out of a file.
pub(super) fn sheets(bytes: &[u8]) -> Result<Vec<Found>, OpenError> {
    let mut package = Package::open(bytes)?;
    let root = package.relations("")?;
    let book = root.iter().find(|it| it.is("officeDocument")).ok_or(OpenError::NotXlsx)?;
    let text = package.part(&book.target)?.ok_or(OpenError::NotXlsx)?;
    let book = Book { relations: package.relations(&book.target)?, ..Book::read(&text)? };
    let part = |kind| book.relations.iter().find(|it| it.is(kind)).map(|it| it.target.as_str());
    let strings = match part("sharedStrings") {
        Some(path) => strings(&package.part(path)?.unwrap_or_default())?,
        None => Vec::new(),
    };
    let styles = match part("styles") {
        Some(path) => Shown::read(&package.part(path)?.unwrap_or_default())?,
        None => Vec::new(),
    };
    let mut cells = Cells::new(&strings, &styles, book.is_1904);
    let mut found = Vec::new();
    for (title, id) in book.sheets {
        // Charts and the like are sheets too.
        let relation = book.relations.iter().find(|it| it.id == id && it.is("worksheet"));
        let Some(relation) = relation else {
            found.push(Found::NoTable(title));
            continue;
        };
        let sheet = package.part(&relation.target)?.unwrap_or_default();
        found.push(match cells.read(&sheet) {
            Ok((rows, whole)) => {
                let grid = Grid { title, rows };
                if whole { Found::Whole(grid) } else { Found::Part(grid) }
            }
            Err(broken) => Found::Broken { title, at: cells.last(), why: broken.to_string() },
        });
    }
    Ok(found)
}

/// What the part says that names all others.
struct Book {
    is_1904: bool,
    /// What each sheet is called, and by which relation it is found.
    sheets: Vec<(String, String)>,
    relations: Vec<Relation>,
}

impl Book {
    fn read(text: &str) -> Result<Self, OpenError> {
        let mut book = Self { is_1904: false, sheets: Vec::new(), relations: Vec::new() };
        let mut xml = Xml::new(text);
        let root = xml.start()?;
        if root.as_ref().is_none_or(|root| root.name() != "workbook") {
            return Err(OpenError::NotXlsx);
        }
        while let Some(tag) = xml.start()? {
            match tag.name() {
                "workbookPr" => {
                    let flag = tag.get("date1904")?;
                    book.is_1904 = flag.is_some_and(|flag| matches!(&*flag, "1" | "true" | "on"));
                }
                "sheet" if book.sheets.len() < MOST_SHEETS => {
                    let [title, id] = [tag.get("name")?, tag.get("id")?]
                        .map(|text| text.map(Cow::into_owned).unwrap_or_default());
                    book.sheets.push((title, id));
                }
                _ => {}
            }
        }
        Ok(book)
    }
}

impl From<Broken> for OpenError {
    fn from(broken: Broken) -> Self {
        Self::Damaged(broken.to_string())
    }
}
