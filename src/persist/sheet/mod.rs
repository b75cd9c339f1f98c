//! A workbook that was edited elsewhere, read again: what it would change, and what is wrong with it.
//! Nothing changes by reading; [`action`] makes the changes that a person has looked at one step.

mod apply;
mod compare;
mod entry;
#[cfg(feature = "export")]
mod file;
#[cfg(feature = "export")]
mod open;

use std::fmt;

use serde::{Deserialize, Serialize};

pub use apply::action;
pub use compare::{Grid, Written, compare};
pub use entry::Raw;
#[cfg(feature = "export")]
pub use open::read;

use crate::{
    report::sheets::field::{Field, SheetKind},
    text::{Key, Texts},
};

/// Most bytes of a file; the workbook of a whole assessment has a few hundred thousand.
pub const MOST_BYTES: u32 = 10_000_000;

/// What a file would change.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Preview {
    /// What has to be known before anything else.
    pub notices: Vec<Notice>,
    /// What would change, in the order of sheets and rows.
    pub changes: Vec<Change>,
    /// What is left alone, and why.
    pub problems: Vec<CellProblem>,
}

/// What has to be known about a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Notice {
    /// It doesn't say from which assessment it is.
    Unmarked,
    /// It is from another assessment of this name.
    OtherAssessment(String),
    /// It was made with another version of the questionnaire.
    OtherVersion(String),
}

/// A cell that was edited.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// Which sheet.
    pub sheet: SheetKind,
    /// The identifier of what it is about.
    pub row: String,
    /// Which column.
    pub field: Field,
    /// Where the cell is: `Answers!E17`.
    pub at: String,
    /// What it is about, in words: "A.5.7 Threat intelligence".
    pub subject: String,
    /// The title of the column.
    pub title: String,
    /// What stands in the assessment; empty for nothing.
    pub before: String,
    /// What stands in the file.
    pub after: String,
    /// The same as files of an assessment have it: the keys of choices, a day, or the text.
    pub value: String,
    /// Whether it was changed here too since the file was written.
    pub meanwhile: bool,
}

/// A cell, row, column or sheet that is left alone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CellProblem {
    /// Where it is: `Answers!E17`, or the sheet alone.
    pub at: String,
    /// What is wrong.
    pub problem: Problem,
}

/// Why something is left alone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Problem {
    /// What stands there is none of these words.
    NotAChoice {
        /// What stands there.
        found: String,
        /// The words.
        choices: Vec<String>,
    },
    /// What stands there is no day.
    NotADay(String),
    /// The cell shows an error such as `#REF!`.
    ErrorCell,
    /// The cell holds a formula.
    Formula,
    /// Why a control is excluded, but it isn't.
    NotExcluded,
    /// The day on which an action was done, but it isn't.
    NotDone,
    /// The row is about nothing that is known.
    UnknownRow(String),
    /// The row is there a second time.
    RowTwice(String),
    /// The key of the row is that of another one: it was sorted without all of its columns.
    RowMixed,
    /// The sheet is none of the workbook.
    UnknownSheet,
    /// The sheet isn't there.
    NoSheet,
    /// The sheet is there a second time.
    SheetTwice,
    /// The sheet can't be read from there on; the message is the reader's.
    BrokenSheet(String),
    /// A column isn't there.
    NoColumn(String),
    /// There is more than a workbook can hold.
    TooMuch,
}

/// Why a file can't be read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OpenError {
    /// It is larger than any workbook is, or unpacks to something larger.
    TooLarge,
    /// It is no Excel workbook.
    NotXlsx,
    /// It is protected by a password.
    Protected,
    /// It is a workbook of before 2007.
    OldFormat,
    /// It is one, but something in it is broken; the message is the reader's.
    Damaged(String),
    /// It is from another questionnaire.
    OtherPack(String),
    /// A newer version of this program has made it.
    Newer,
    /// It has none of the sheets that this program makes.
    Foreign,
}

impl OpenError {
    /// What went wrong and what to do.
    #[must_use]
    pub fn text(&self, texts: &Texts) -> String {
        let (key, what) = match self {
            Self::TooLarge => (Key::ReportsBackTooLarge, ""),
            Self::NotXlsx => (Key::ReportsBackNotXlsx, ""),
            Self::Protected => (Key::ReportsBackProtected, ""),
            Self::OldFormat => (Key::ReportsBackOldFormat, ""),
            Self::Damaged(message) => (Key::ReportsBackDamaged, message.as_str()),
            Self::OtherPack(pack) => (Key::ReportsBackOtherPack, pack.as_str()),
            Self::Newer => (Key::ReportsBackNewer, ""),
            Self::Foreign => (Key::ReportsBackForeign, ""),
        };
        texts.fill(key, &[("what", what)])
    }
}

impl fmt::Display for OpenError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooLarge => f.write_str("too large"),
            Self::NotXlsx => f.write_str("no Excel workbook"),
            Self::Protected => f.write_str("protected by a password"),
            Self::OldFormat => f.write_str("a workbook of before 2007"),
            Self::Damaged(message) => write!(f, "damaged: {message}"),
            Self::OtherPack(pack) => write!(f, "from the questionnaire {pack}"),
            Self::Newer => f.write_str("made by a newer version"),
            Self::Foreign => f.write_str("no workbook of this program"),
        }
    }
}

impl std::error::Error for OpenError {}

impl Preview {
    /// Whether all sheets and columns that may be edited were there and could be read.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        !self.problems.iter().any(|one| {
            matches!(
                one.problem,
                Problem::NoSheet
                    | Problem::BrokenSheet(_)
                    | Problem::NoColumn(_)
                    | Problem::TooMuch
            )
        })
    }
}

impl Notice {
    /// That in words.
    #[must_use]
    pub fn text(&self, texts: &Texts) -> String {
        match self {
            Self::Unmarked => texts.get(Key::ReportsBackUnmarked).to_owned(),
            Self::OtherAssessment(name) => {
                texts.fill(Key::ReportsBackOtherAssessment, &[("name", name)])
            }
            Self::OtherVersion(was) => texts.fill(Key::ReportsBackOtherVersion, &[("was", was)]),
        }
    }
}

impl CellProblem {
    /// Where it is, what is wrong and what to do: "Answers!E17: “Mostly” isn’t in the list…".
    #[must_use]
    pub fn text(&self, texts: &Texts) -> String {
        let fill = |key, what: &str| texts.fill(key, &[("what", what)]);
        let text = match &self.problem {
            Problem::NotAChoice { found, choices } => {
                let choices = choices.join(" · ");
                texts.fill(Key::ReportsBackNotAChoice, &[("what", found), ("choices", &choices)])
            }
            Problem::NotADay(found) => fill(Key::ReportsBackNotADay, found),
            Problem::ErrorCell => fill(Key::ReportsBackErrorCell, ""),
            Problem::Formula => fill(Key::ReportsBackFormula, ""),
            Problem::NoSheet => texts.fill(Key::ReportsBackNoSheet, &[("sheet", &self.at)]),
            Problem::NotExcluded => fill(Key::ReportsBackNotExcluded, ""),
            Problem::NotDone => fill(Key::ReportsBackNotDone, ""),
            Problem::UnknownRow(row) => fill(Key::ReportsBackUnknownRow, row),
            Problem::RowTwice(row) => fill(Key::ReportsBackRowTwice, row),
            Problem::RowMixed => fill(Key::ReportsBackRowMixed, ""),
            Problem::UnknownSheet => fill(Key::ReportsBackUnknownSheet, ""),
            Problem::SheetTwice => fill(Key::ReportsBackSheetTwice, ""),
            Problem::BrokenSheet(message) => fill(Key::ReportsBackBrokenSheet, message),
            Problem::NoColumn(title) => fill(Key::ReportsBackNoColumn, title),
            Problem::TooMuch => fill(Key::ReportsBackTooMuch, ""),
        };
        format!("{}: {text}", self.at)
    }
}
