//! A sheet, column by column: each with its title and with what stands in it.

use super::{
    Cell, Choice, Column, Entry, Row, Sheet, Tone, Use,
    field::{Field, SheetKind},
    tidy,
};
use crate::text::{Key, Texts};

/// A sheet in the making: a row for each subject.
pub(super) struct Table<'a, T> {
    texts: &'a Texts,
    subjects: Vec<T>,
    sheet: Sheet,
}

impl<'a, T> Table<'a, T> {
    /// An empty one; each subject comes with its identifier.
    pub(super) fn new(
        texts: &'a Texts,
        (kind, title): (SheetKind, Key),
        subjects: impl IntoIterator<Item = (String, T)>,
    ) -> Self {
        let (keys, subjects): (Vec<String>, Vec<T>) = subjects.into_iter().unzip();
        let rows = keys.into_iter().map(|key| Row { key, cells: Vec::new() }).collect();
        let title = texts.get(title).to_owned();
        let sheet = Sheet { kind, title, facts: Vec::new(), columns: Vec::new(), rows };
        Self { texts, subjects, sheet }
    }

    /// Adds a column that is only to be read; its width is in letters.
    pub(super) fn read(
        self,
        field: Field,
        title: Key,
        width: u16,
        entry: Entry,
        cell: impl Fn(&T) -> Cell,
    ) -> Self {
        let title = self.texts.get(title).to_owned();
        self.column(field, title, width, (entry, Use::Read), cell)
    }

    /// Adds a column that may be edited.
    pub(super) fn edit(
        self,
        field: Field,
        title: Key,
        width: u16,
        entry: Entry,
        cell: impl Fn(&T) -> Cell,
    ) -> Self {
        let title = self.texts.get(title).to_owned();
        self.column(field, title, width, (entry, Use::Edit), cell)
    }

    /// Adds a column that is only to be read, whose title is no text of the interface.
    pub(super) fn named(
        self,
        field: Field,
        title: &str,
        width: u16,
        entry: Entry,
        cell: impl Fn(&T) -> Cell,
    ) -> Self {
        self.column(field, tidy(title).into_owned(), width, (entry, Use::Read), cell)
    }

    fn column(
        mut self,
        field: Field,
        title: String,
        width: u16,
        (entry, role): (Entry, Use),
        cell: impl Fn(&T) -> Cell,
    ) -> Self {
        self.sheet.columns.push(Column { field, title, width, entry, role });
        for (row, subject) in self.sheet.rows.iter_mut().zip(&self.subjects) {
            row.cells.push(cell(subject));
        }
        self
    }

    /// The sheet, with the column of identifiers at its end if it can be read back.
    pub(super) fn finish(mut self) -> Sheet {
        if self.sheet.columns.iter().any(|column| column.role == Use::Edit) {
            let title = self.texts.get(Key::ReportSheetId).to_owned();
            let column =
                Column { field: Field::Id, title, width: 12, entry: Entry::Text, role: Use::Key };
            self.sheet.columns.push(column);
            for row in &mut self.sheet.rows {
                row.cells.push(Cell::text(&row.key));
            }
        }
        self.sheet
    }
}

/// A list to choose from, by key, word and tone.
pub(super) fn choices<'a>(
    texts: &Texts,
    list: impl IntoIterator<Item = (&'a str, Key, Tone)>,
) -> Vec<Choice> {
    let choice = |(key, word, tone)| Choice::new(key, texts.get(word), tone);
    list.into_iter().map(choice).collect()
}

/// Yes or no.
pub(super) fn yes_no(texts: &Texts, yes: Tone, no: Tone) -> Vec<Choice> {
    choices(texts, [("yes", Key::CheckYes, yes), ("no", Key::CheckNo, no)])
}
