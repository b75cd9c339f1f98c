//! What a file would change: its sheets beside those of the assessment as it is now.

use std::collections::{HashMap, HashSet};

use super::{
    CellProblem, Change, Preview, Problem,
    entry::{Raw, fold},
};
use crate::report::sheets::{
    Column, Row, Sheet, Use, Workbook,
    field::{Field, SheetKind},
    fingerprint, place,
};

/// How many rows the head of a table may stand below the top.
const HEAD_WITHIN: u32 = 20;

/// A sheet of a file: what stands where, rows and columns counted from 0.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Grid {
    /// What it is called.
    pub title: String,
    /// Its cells that aren't empty, row by row.
    pub rows: Vec<(u32, Vec<(u32, Raw)>)>,
}

/// What stood in the cells that may be edited when the file was written, as fingerprints.
pub type Written = HashMap<(SheetKind, String), HashMap<Field, String>>;

/// What the sheets of a file would change in the assessment of which this is the workbook.
#[must_use]
pub fn compare(workbook: &Workbook, grids: &[Grid], written: &Written) -> Preview {
    let mut preview = Preview::default();
    let mut seen = HashSet::new();
    for grid in grids {
        let title = fold(&grid.title);
        let named = |sheet: &&Sheet| fold(&sheet.title) == title || sheet.kind.as_str() == title;
        match workbook.sheets.iter().find(named) {
            Some(sheet) if !seen.insert(&sheet.title) => {
                let problem = Problem::SheetTwice;
                preview.problems.push(CellProblem { at: grid.title.clone(), problem });
            }
            Some(sheet) => {
                if sheet.columns.iter().any(|column| column.role == Use::Edit) {
                    Beside { sheet, grid, written }.read(&mut preview);
                }
            }
            None if title == fold(&workbook.guide_title) => {}
            None => {
                let problem = Problem::UnknownSheet;
                preview.problems.push(CellProblem { at: grid.title.clone(), problem });
            }
        }
    }
    preview
}

/// A sheet of a file beside the same of the workbook.
struct Beside<'a> {
    sheet: &'a Sheet,
    grid: &'a Grid,
    written: &'a Written,
}

/// Where the columns of a sheet are in a file.
type Places<'a> = Vec<(u32, usize, &'a Column)>;

impl<'a> Beside<'a> {
    fn read(&self, preview: &mut Preview) {
        let Some((head, places)) = self.head() else {
            // Without its head nothing of a sheet can be told apart.
            let missing = self.sheet.columns.first().map(|column| column.title.clone());
            preview
                .problems
                .extend(missing.map(|title| self.problem(None, Problem::NoColumn(title))));
            return;
        };
        for (place, column) in self.sheet.columns.iter().enumerate() {
            if column.role == Use::Edit && !places.iter().any(|(_, at, _)| *at == place) {
                let problem = Problem::NoColumn(column.title.clone());
                preview.problems.push(self.problem(None, problem));
            }
        }
        let mut known = Known::new(self.sheet);
        for (number, cells) in self.grid.rows.iter().filter(|(number, _)| *number > head) {
            match known.row(&places, cells) {
                Ok(Some(row)) => self.row(preview, *number, cells, (row, &places)),
                Ok(None) => {}
                Err(problem) => preview.problems.push(self.problem(Some((*number, 0)), problem)),
            }
        }
    }

    /// The row of titles, which is the one that has the most of them, and the columns it names.
    fn head(&self) -> Option<(u32, Places<'a>)> {
        let sheet = self.sheet;
        let places = |cells: &[(u32, Raw)]| {
            let mut places: Places<'a> = Vec::new();
            for (at, raw) in cells {
                let Some(title) = raw.literal() else { continue };
                let title =
                    fold(title.trim_start_matches(|letter: char| !letter.is_alphanumeric()));
                let mut columns = sheet.columns.iter().enumerate();
                let named = columns.find(|(_, column)| {
                    fold(&column.title) == title || column.field.as_str() == title
                });
                if let Some((place, column)) = named
                    && !places.iter().any(|(_, known, _)| *known == place)
                {
                    places.push((*at, place, column));
                }
            }
            places
        };
        let rows = self.grid.rows.iter().filter(|(number, _)| *number < HEAD_WITHIN);
        let found = rows.map(|(number, cells)| (*number, places(cells)));
        // Of equals the first: a table's head stands above its rows.
        let best = found.reduce(|best, next| if next.1.len() > best.1.len() { next } else { best });
        best.filter(|(_, places)| places.len() > 1)
    }

    fn row(
        &self,
        preview: &mut Preview,
        number: u32,
        cells: &[(u32, Raw)],
        (row, places): (&Row, &Places<'_>),
    ) {
        let subject = self.subject(row);
        let written = self.written.get(&(self.sheet.kind, row.key.clone()));
        let mut changes = Vec::new();
        for (at, place, column) in places.iter().filter(|(.., column)| column.role == Use::Edit) {
            let raw = cells.iter().find(|(one, _)| one == at).map(|(_, raw)| raw);
            let (Some(raw), Some(cell)) = (raw, row.cells.get(*place)) else { continue };
            if matches!(raw, Raw::Formula(_)) {
                // What it comes to can change without anybody editing it.
                preview.problems.push(self.problem(Some((number, *at)), Problem::Formula));
                continue;
            }
            let literal = raw.literal();
            // A blank never overwrites.
            if literal.as_deref().is_some_and(str::is_empty) {
                continue;
            }
            let before = cell.written();
            let then = written.and_then(|prints| prints.get(&column.field));
            let print = literal.as_deref().map(fingerprint);
            if literal.as_deref() == Some(&before) || (then.is_some() && print.as_ref() == then) {
                continue;
            }
            match raw.meaning(&column.entry) {
                Ok((after, _)) if after == before => {}
                Ok((after, _)) if then == Some(&fingerprint(&after)) => {}
                Ok((after, value)) => changes.push((
                    *at,
                    Change {
                        sheet: self.sheet.kind,
                        row: row.key.clone(),
                        field: column.field,
                        at: self.place(Some((number, *at))),
                        subject: subject.clone(),
                        title: column.title.clone(),
                        meanwhile: then.is_some_and(|then| *then != fingerprint(&before)),
                        before: before.into_owned(),
                        after,
                        value,
                    },
                )),
                Err(problem) => preview.problems.push(self.problem(Some((number, *at)), problem)),
            }
        }
        let sensible = self.sensible(row, changes, &mut preview.problems, number);
        preview.changes.extend(sensible.into_iter().map(|(_, change)| change));
    }

    /// Without what makes no sense beside the rest of its row.
    fn sensible(
        &self,
        row: &Row,
        mut changes: Vec<(u32, Change)>,
        problems: &mut Vec<CellProblem>,
        number: u32,
    ) -> Vec<(u32, Change)> {
        let rules = [
            (Field::Justification, Field::Decision, "excluded", Problem::NotExcluded),
            (Field::Finished, Field::State, "done", Problem::NotDone),
        ];
        for (field, on, wanted, problem) in rules {
            let Some(place) = changes.iter().position(|(_, change)| change.field == field) else {
                continue;
            };
            let beside = changes.iter().find(|(_, change)| change.field == on);
            let then = beside
                .map_or_else(|| self.value(row, on), |(_, change)| Some(change.value.clone()));
            if then.as_deref() != Some(wanted) {
                let (at, _) = changes.remove(place);
                problems.push(self.problem(Some((number, at)), problem));
            }
        }
        changes
    }

    /// What stands in the assessment, as its files have it.
    fn value(&self, row: &Row, field: Field) -> Option<String> {
        let mut cells = self.sheet.columns.iter().zip(&row.cells);
        let (column, cell) = cells.find(|(column, _)| column.field == field)?;
        let (_, value) = Raw::Text(cell.written().into_owned()).meaning(&column.entry).ok()?;
        Some(value)
    }

    /// "A.5.7 Threat intelligence".
    fn subject(&self, row: &Row) -> String {
        let names = self.sheet.columns.iter().zip(&row.cells);
        let names = names.filter(|(column, _)| {
            matches!(column.field, Field::Number | Field::Title | Field::Check)
        });
        let words: Vec<_> = names.map(|(_, cell)| cell.written()).collect();
        words.join(" ").trim().to_owned()
    }

    fn problem(&self, at: Option<(u32, u32)>, problem: Problem) -> CellProblem {
        CellProblem { at: self.place(at), problem }
    }

    /// `Answers!E17`, or the sheet alone.
    fn place(&self, at: Option<(u32, u32)>) -> String {
        at.map_or_else(
            || self.grid.title.clone(),
            |(row, column)| format!("{}!{}", self.grid.title, place::cell(row, column)),
        )
    }
}

/// The rows of the workbook's sheet, and which were found.
struct Known<'a> {
    by_key: HashMap<&'a str, &'a Row>,
    by_label: HashMap<String, &'a Row>,
    found: HashSet<&'a str>,
}

impl<'a> Known<'a> {
    fn new(sheet: &'a Sheet) -> Self {
        let label =
            |row: &Row| row.cells.first().map_or_else(String::new, |it| fold(&it.written()));
        let mut by_label = HashMap::new();
        let mut twice = HashSet::new();
        for row in &sheet.rows {
            if by_label.insert(label(row), row).is_some() {
                twice.insert(label(row));
            }
        }
        by_label.retain(|label, _| !twice.contains(label));
        Self {
            by_key: sheet.rows.iter().map(|row| (row.key.as_str(), row)).collect(),
            by_label,
            found: HashSet::new(),
        }
    }

    /// The row that cells are about; none for an empty one.
    fn row(
        &mut self,
        places: &Places<'_>,
        cells: &[(u32, Raw)],
    ) -> Result<Option<&'a Row>, Problem> {
        let cell = |fits: &dyn Fn(usize, &Column) -> bool| {
            let (at, ..) = places.iter().find(|(_, place, column)| fits(*place, column))?;
            let (_, raw) = cells.iter().find(|(one, _)| one == at)?;
            raw.literal().filter(|text| !text.is_empty())
        };
        let key = cell(&|_, column| column.role == Use::Key);
        let label = cell(&|place, _| place == 0);
        let labelled = label.as_ref().and_then(|label| self.by_label.get(&fold(label)));
        let row = match &key {
            Some(key) => self.by_key.get(key.as_str()).or_else(|| self.by_label.get(&fold(key))),
            None => labelled,
        };
        let Some(row) = row else {
            let first = cells.iter().find_map(|(_, raw)| raw.literal().filter(|it| !it.is_empty()));
            let Some(what) = label.or(key).or(first) else { return Ok(None) };
            return Err(Problem::UnknownRow(what));
        };
        if labelled.is_some_and(|labelled| labelled.key != row.key) {
            return Err(Problem::RowMixed);
        }
        if !self.found.insert(&row.key) {
            return Err(Problem::RowTwice(label.unwrap_or_else(|| row.key.clone())));
        }
        Ok(Some(row))
    }
}
