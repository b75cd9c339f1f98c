//! What page and worker tell each other (docs/decisions/0024). A message is a list: a [`Letter`] or a
//! [`Reply`] as JSON, and the bytes that go with it, which change hands and aren't copied.

use serde::{Deserialize, Serialize};

use crate::{
    persist::{
        document::file_name,
        sheet::{OpenError, Preview},
        workshop::whole,
    },
    report::{
        request::{Branding, Request},
        workshop::Who,
    },
    text::{Key, Texts},
};

/// What the page sends.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Letter {
    /// Something that jobs need, to be kept; the bytes are its content.
    Keep(Supply),
    /// A file to be made.
    Make(Box<Job>),
    /// A workbook that was edited elsewhere, to be compared with its assessment; the bytes are the file.
    Compare(Box<Standing>),
}

/// What jobs need beside what they bring along. The worker asks nobody for anything.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Supply {
    /// The questionnaire.
    Pack,
    /// Its words.
    Texts,
    /// Its long texts, in one file.
    Later,
    /// A font, by the name of its file.
    Font(String),
}

/// A file to be made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Job {
    /// Of which format.
    pub format: Format,
    /// What it is about, and what stands in it.
    pub subject: Subject,
    /// What it is made from.
    pub standing: Standing,
}

/// What a file is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Subject {
    /// An assessment.
    Assessment(Request),
    /// A workshop.
    Workshop(Telling),
}

/// How a workshop is told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Telling {
    /// Whether groups can be told.
    pub who: Who,
    /// How the hand-out looks.
    pub branding: Branding,
}

impl Subject {
    /// How the hand-out or report looks.
    #[must_use]
    pub const fn branding(&self) -> &Branding {
        match self {
            Self::Assessment(request) => &request.branding,
            Self::Workshop(telling) => &telling.branding,
        }
    }
}

/// An assessment or a workshop as it is now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Standing {
    /// The text of its file.
    pub file: String,
    /// The moment now: `2026-11-22T20:13:23.456Z`.
    pub now: String,
    /// How the reader writes a quarter as a percentage.
    pub quarter: String,
}

/// What the worker answers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reply {
    /// How far the job is.
    Progress(Progress),
    /// The job is done; the bytes are the file.
    Made(Label),
    /// What a workbook would change, or why it can't be read.
    Compared(Box<Result<Preview, OpenError>>),
    /// The job can't be done.
    Failed(Trouble),
}

/// How far a job is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Progress {
    /// How many steps are done.
    pub done: u32,
    /// How many there are, as far as is known.
    pub of: u32,
}

/// What a file is called.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Label {
    /// Its name.
    pub name: String,
    /// Its media type.
    pub mime: String,
}

/// Why a file was not made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Trouble {
    /// Something that the job needs wasn't sent, or can't be read.
    Lacks(Supply),
    /// The text of the assessment can't be read.
    Assessment,
    /// The text of the workshop can't be read.
    Workshop,
    /// Nothing has a date, so there is no calendar.
    Undated,
    /// The writer of the format gave up, or the worker did; the text says why.
    Broken(String),
}

/// The fonts of a PDF: for text, and for what stands out.
pub const FONTS: [&str; 2] = ["regular.ttf", "strong.ttf"];

/// A kind of file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Format {
    /// A report as a page of its own.
    #[default]
    Html,
    /// A report for paper.
    Pdf,
    /// A report for a word processor.
    Word,
    /// A report as plain text with marks.
    Markdown,
    /// Tables for a spreadsheet.
    Excel,
    /// The same tables as plain text, a file for each in one archive.
    Csv,
    /// Everything that was computed.
    Results,
    /// The assessment itself.
    Assessment,
    /// What is due, and what is to be reviewed, on which day.
    Calendar,
}

impl Format {
    /// All of them.
    pub const ALL: [Self; 9] = [
        Self::Html,
        Self::Pdf,
        Self::Word,
        Self::Markdown,
        Self::Excel,
        Self::Csv,
        Self::Results,
        Self::Assessment,
        Self::Calendar,
    ];

    /// How names of such files end.
    #[must_use]
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Html => "html",
            Self::Pdf => "pdf",
            Self::Word => "docx",
            Self::Markdown => "md",
            Self::Excel => "xlsx",
            Self::Csv => "zip",
            Self::Results => "json",
            Self::Assessment => "plumbline.json",
            Self::Calendar => "ics",
        }
    }

    /// Their media type.
    #[must_use]
    pub const fn mime(self) -> &'static str {
        match self {
            Self::Html => "text/html",
            Self::Pdf => "application/pdf",
            Self::Word => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Self::Markdown => "text/markdown",
            Self::Excel => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::Csv => "application/zip",
            Self::Results | Self::Assessment => "application/json",
            Self::Calendar => "text/calendar",
        }
    }

    /// Whether such a file is a report, of which sections and cover can be chosen.
    #[must_use]
    pub const fn is_report(self) -> bool {
        matches!(self, Self::Html | Self::Pdf | Self::Word | Self::Markdown)
    }

    /// The fonts that the worker needs for it, by the names of their files in `fonts/`.
    #[must_use]
    pub const fn fonts(self) -> &'static [&'static str] {
        match self {
            Self::Pdf => &FONTS,
            _ => &[],
        }
    }

    /// What such a file holds, for its name; `None` when it is the assessment itself.
    #[must_use]
    pub const fn holds(self, request: &Request) -> Option<Key> {
        match self {
            Self::Html | Self::Pdf | Self::Word | Self::Markdown => Some(request.preset.title()),
            Self::Excel | Self::Csv => Some(Key::ReportsFileTables),
            Self::Results => Some(Key::ReportsFileResults),
            Self::Assessment => None,
            Self::Calendar => Some(Key::ReportsFileCalendar),
        }
    }

    /// What such a file of an assessment is called that is made on this day.
    #[must_use]
    pub fn file_name(self, request: &Request, texts: &Texts, name: &str, day: &str) -> String {
        let holds = self.holds(request).map_or("", |key| texts.get(key));
        file_name(name, &[holds, day], self.ending())
    }

    /// What such a file of a workshop is called that is made on this day.
    #[must_use]
    pub fn workshop_label(self, who: Who, texts: &Texts, name: &str, day: &str) -> Label {
        let name = if name.is_empty() { texts.get(Key::WorkshopFileUntitled) } else { name };
        let holds =
            if self.is_report() { Key::WorkshopFileHandout } else { Key::WorkshopFileValues };
        let who = match who {
            Who::Anonymous => Key::WorkshopFileAnonymous,
            Who::Named => Key::WorkshopFileNamed,
        };
        let parts = [texts.get(holds), texts.get(who), day];
        let (ending, mime) = match self {
            // One table, that of the values.
            Self::Csv => ("csv", "text/csv"),
            Self::Assessment => (whole::ENDING.trim_start_matches('.'), self.mime()),
            _ => (self.ending(), self.mime()),
        };
        Label { name: file_name(name, &parts, ending), mime: mime.to_owned() }
    }
}
