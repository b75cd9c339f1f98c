//! A workbook of typed sheets, before it has a format: what `xlsx` and `csv` write, and what a file
//! that was edited elsewhere is compared with.

mod answers;
pub mod field;
mod outcome;
pub mod place;
mod plan;
mod risks;
mod statement;
mod table;
pub mod workshop;

use std::borrow::Cow;

use sha2::{Digest, Sha256};

pub use self::{answers::CHECK, statement::PROPOSED};

use self::field::{Field, SheetKind};
use super::model::{Material, clean};
use crate::{
    domain::{
        evaluation::Evaluation,
        id::AssessmentId,
        outlook::Outlook,
        pack::PackRef,
        ratio::Ratio,
        time::{Day, Timestamp},
    },
    text::{Key, Texts, outcome::Names},
};

/// Most units of UTF-16 that a cell of a spreadsheet holds.
const MOST_UNITS: usize = 32_767;

/// A workbook. Every text in it is ready to be read and clean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Workbook {
    /// What it is called.
    pub title: String,
    /// What it is made from, so that it is known again.
    pub mark: Mark,
    /// Its sheets, in order.
    pub sheets: Vec<Sheet>,
    /// How it is used: a heading and what is said under it; may be empty.
    pub guide: Vec<(String, Vec<String>)>,
    /// What that is called.
    pub guide_title: String,
    /// What a person is told who writes something that isn't in a list.
    pub choose: String,
    /// What a person is told who writes something else than a day.
    pub choose_day: String,
}

/// What a workbook is made from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// The assessment; `None` when it is made from something else, and not to be read back.
    pub assessment: Option<AssessmentId>,
    /// What it is called.
    pub name: String,
    /// The questionnaire.
    pub pack: PackRef,
    /// The day it was made: `2026-11-22`.
    pub day: String,
}

/// A sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// What it is about.
    pub kind: SheetKind,
    /// What it is called: at most 31 letters, none of `[]:*?/\`.
    pub title: String,
    /// What is said above its table.
    pub facts: Vec<(String, Cell)>,
    /// Its columns, in order.
    pub columns: Vec<Column>,
    /// Its rows, in order, each with a cell for every column.
    pub rows: Vec<Row>,
}

/// A column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// What it is about.
    pub field: Field,
    /// What it is called; no two columns of a sheet are called alike.
    pub title: String,
    /// How wide it is, in letters.
    pub width: u16,
    /// What can stand in it.
    pub entry: Entry,
    /// What it is for.
    pub role: Use,
}

/// What a column is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Use {
    /// It may be edited and comes back.
    Edit,
    /// It is only to be read.
    Read,
    /// The identifiers of the rows.
    Key,
}

/// What can stand in a column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Entry {
    /// Any text.
    Text,
    /// A whole number.
    Whole,
    /// A share of a whole.
    Percent,
    /// A day.
    Day,
    /// One of these.
    One(Vec<Choice>),
    /// Several of these, with [`SEPARATOR`] between them.
    Many(Vec<Choice>),
}

/// What stands between several choices in a cell.
pub const SEPARATOR: &str = "; ";

/// Something to choose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// As written in files of an assessment.
    pub key: String,
    /// As people read it.
    pub word: String,
    /// How it is coloured, beside the word.
    pub tone: Tone,
}

impl Choice {
    /// A choice whose word may be an organisation's own.
    fn new(key: &str, word: &str, tone: Tone) -> Self {
        Self { key: key.to_owned(), word: tidy(word).into_owned(), tone }
    }
}

/// How something is coloured. The colour never says more than the word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tone {
    /// Not at all.
    Plain,
    /// As it should be.
    Good,
    /// Nearly so.
    Fair,
    /// Less than that.
    Poor,
    /// Not as it should be.
    Bad,
    /// Set aside.
    Quiet,
}

impl Tone {
    /// The tone of a place on a ladder of `of` rungs, counted from 0, the worst first.
    #[must_use]
    pub const fn rung(place: usize, of: usize) -> Self {
        let last = of.saturating_sub(1);
        if place == 0 {
            Self::Bad
        } else if place >= last {
            Self::Good
        } else if place.saturating_mul(2) < last {
            Self::Poor
        } else {
            Self::Fair
        }
    }
}

/// A row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// By what it is found again.
    pub key: String,
    /// What stands in it.
    pub cells: Vec<Cell>,
}

/// What stands somewhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    /// Nothing.
    Blank,
    /// A text, which is never empty, a formula or longer than a cell can be.
    Text(String),
    /// A whole number.
    Whole(u64),
    /// A share of a whole.
    Percent(Ratio),
    /// A day.
    Day(Day),
}

impl Cell {
    /// A text as somebody wrote it.
    #[must_use]
    pub fn text(text: &str) -> Self {
        let text = tidy(text);
        if text.is_empty() { Self::Blank } else { Self::Text(text.into_owned()) }
    }

    /// The word of a choice.
    #[must_use]
    pub fn chosen(choices: &[Choice], key: &str) -> Self {
        let word = choices.iter().find(|choice| choice.key == key);
        // What a file brought and nobody knows is shown as it stands there.
        Self::text(word.map_or(key, |choice| &choice.word))
    }

    /// A day, if there is one.
    #[must_use]
    pub fn day(day: Option<&Day>) -> Self {
        day.map_or(Self::Blank, |day| Self::Day(day.clone()))
    }

    /// A share, if there is one.
    #[must_use]
    pub fn percent(ratio: Option<Ratio>) -> Self {
        ratio.map_or(Self::Blank, Self::Percent)
    }

    /// As text, without regard to language: `2026-11-22`, `67%`.
    #[must_use]
    pub fn written(&self) -> Cow<'_, str> {
        match self {
            Self::Blank => Cow::Borrowed(""),
            Self::Text(text) => Cow::Borrowed(text),
            Self::Whole(number) => Cow::Owned(number.to_string()),
            Self::Percent(ratio) => Cow::Owned(format!("{}%", ratio.percent())),
            Self::Day(day) => Cow::Borrowed(day.as_str()),
        }
    }
}

/// A text as it stands in a cell: clean, without blanks around it, and no longer than a cell holds.
#[must_use]
pub fn tidy(text: &str) -> Cow<'_, str> {
    let clean = clean(text);
    let trimmed = clean.trim();
    if trimmed.encode_utf16().count() <= MOST_UNITS {
        return Cow::Owned(trimmed.to_owned());
    }
    let mut units = 1;
    let fits = |letter: &char| {
        units += letter.len_utf16();
        units <= MOST_UNITS
    };
    Cow::Owned(trimmed.chars().take_while(fits).chain(['…']).collect())
}

/// By what it is told whether somebody has edited a cell since it was written: eight hexadecimal
/// digits.
#[must_use]
pub fn fingerprint(written: &str) -> String {
    let [first, second, third, fourth, ..] = <[u8; 32]>::from(Sha256::digest(written.as_bytes()));
    format!("{:08x}", u32::from_be_bytes([first, second, third, fourth]))
}

/// From what a workbook is made.
#[derive(Clone, Copy)]
pub struct Source<'a> {
    /// Questionnaire, words and answers.
    pub material: Material<'a>,
    /// The numbers.
    pub evaluation: &'a Evaluation,
    /// What they mean.
    pub outlook: &'a Outlook,
    /// The day that it bears.
    pub now: &'a Timestamp,
}

impl<'a> Source<'a> {
    pub(super) fn names(&self) -> Names<'a> {
        let Material { pack_texts, handbook, assessment, .. } = self.material;
        Names { pack: pack_texts, handbook: handbook.map(|(_, words)| words), assessment }
    }

    pub(super) const fn texts(&self) -> &'a Texts {
        self.material.texts
    }
}

/// Makes the workbook. Linear in what there is.
#[must_use]
pub fn workbook(source: Source<'_>) -> Workbook {
    let Material { pack, texts, assessment, .. } = source.material;
    let t = |key| texts.get(key).to_owned();
    let name = tidy(&assessment.name).into_owned();
    Workbook {
        title: texts.fill(Key::ReportSheetTitle, &[("name", &name)]),
        mark: Mark {
            assessment: Some(assessment.id.clone()),
            name,
            pack: pack.reference(),
            day: source.now.day().to_owned(),
        },
        sheets: vec![
            outcome::summary(source),
            answers::answers(source),
            answers::checks(source),
            statement::statement(source),
            risks::risks(source),
            plan::actions(source),
            plan::documents(source),
            outcome::findings(source),
        ],
        guide: vec![
            (t(Key::ReportSheetGuideWhat), vec![t(Key::ReportSheetGuideSelf)]),
            (
                t(Key::ReportSheetGuideEdit),
                vec![
                    t(Key::ReportSheetGuideColumns),
                    t(Key::ReportSheetGuideLists),
                    t(Key::ReportSheetGuideBlank),
                    t(Key::ReportSheetGuideOrder),
                    t(Key::ReportSheetGuideNew),
                ],
            ),
            (
                t(Key::ReportSheetGuideBack),
                vec![t(Key::ReportSheetGuideOpen), t(Key::ReportSheetGuideTwo)],
            ),
        ],
        guide_title: t(Key::ReportSheetGuide),
        choose: t(Key::ReportSheetChoose),
        choose_day: t(Key::ReportSheetChooseDay),
    }
}
