//! A report as a document: sections of paragraphs, lists, tables and charts, ready to be written.
//!
//! `sections` say what stands in it, a writer for each format how it looks there. A writer knows
//! nothing of assessments, and a section nothing of formats.

use super::drawing::Drawing;

/// A whole report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// BCP 47 tag of its language.
    pub language: String,
    /// What it is and of what, for the title of the file: `Gap report: Acme 2026`.
    pub title: String,
    /// Who made it; empty when nobody is named.
    pub author: String,
    /// The day it bears: `2026-11-22`.
    pub day: String,
    /// The first page; `None` for reports that begin with their first section.
    pub cover: Option<Cover>,
    /// What stands on every page, at its foot: name, classification, what the client wants there.
    pub footer: String,
    /// How it looks.
    pub brand: Brand,
    /// Its sections, in order.
    pub sections: Vec<Section>,
}

/// The first page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cover {
    /// What kind of report it is: `Gap report`.
    pub kind: String,
    /// The organisation, or else the name of the assessment.
    pub title: String,
    /// What it was assessed against.
    pub subtitle: String,
    /// Scope, day, author, version, classification: what it is called and what it is.
    pub facts: Vec<(String, String)>,
    /// What the report is not.
    pub disclaimer: String,
}

/// What a consultancy makes it look like.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Brand {
    /// Whoever hands it over; empty when nobody is named.
    pub name: String,
    /// Titles and charts, as red, green and blue.
    pub accent: [u8; 3],
    /// A picture for the cover and the head of each page.
    pub logo: Option<Logo>,
}

/// A picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Logo {
    /// As PNG.
    pub png: Vec<u8>,
    /// Its width and height in pixels, neither of them 0.
    pub size: (u32, u32),
    /// What it shows, for those who don't see it.
    pub name: String,
}

/// A section, which the table of contents lists.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// Where links to it lead: `findings`.
    pub anchor: String,
    /// Its title.
    pub title: String,
    /// How its pages lie, and whether it has but one.
    pub paper: Paper,
    /// What stands in it.
    pub blocks: Vec<Block>,
}

/// The pages of a section.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Paper {
    /// As many as it needs.
    #[default]
    Upright,
    /// Lying on their side, for wide tables.
    Sideways,
    /// One that is its own, with everything on it.
    OnePage,
}

/// A piece of a section.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A heading below the section's own.
    Heading {
        /// 2 for a part of the section, 3 for a part of that.
        level: u8,
        /// Its words.
        text: String,
        /// Where links to it lead; empty where none do.
        anchor: String,
    },
    /// A sentence or two that matter more than what follows.
    Lead(Vec<Span>),
    /// A paragraph.
    Paragraph(Vec<Span>),
    /// What is said in passing: notes, sources, how much is left out.
    Remark(Vec<Span>),
    /// A list.
    List {
        /// Whether its entries have numbers.
        numbered: bool,
        /// What its entries say.
        entries: Vec<Vec<Span>>,
    },
    /// Names and what stands for them.
    Facts(Vec<(String, Vec<Span>)>),
    /// A few numbers, large, side by side.
    Numbers(Vec<Number>),
    /// A table.
    Table(Table),
    /// A chart.
    Figure(Figure),
}

/// A number that is looked at first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Number {
    /// `62%`.
    pub value: String,
    /// What it counts.
    pub label: String,
    /// What makes it honest: its range, of how many.
    pub note: String,
}

/// Words of one kind.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Span {
    /// The words; a line feed begins another line.
    pub text: String,
    /// Whether they stand out.
    pub strong: bool,
    /// Where they lead, as the anchor of a section or heading of the same report; empty for nowhere.
    pub to: String,
}

/// A table with one row of headers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// What it shows, for those who don't see what stands around it.
    pub caption: String,
    /// Its columns; the first names what the row is about.
    pub columns: Vec<Column>,
    /// Its rows, with a cell for each column.
    pub rows: Vec<Vec<Cell>>,
}

/// A column of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its header.
    pub title: String,
    /// Its share of the width, to be compared with the others' shares.
    pub share: u16,
    /// Whether it holds numbers, which stand at the right.
    pub numeric: bool,
}

/// A cell of a table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    /// Its paragraphs.
    pub paragraphs: Vec<Vec<Span>>,
    /// The ground on which they stand. It is never all that tells something: the words say it too.
    pub tone: Tone,
    /// A small chart in place of words, such as the bar of a range; the other cells say the same.
    pub drawing: Option<Drawing>,
}

/// How grave something is, as a colour.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tone {
    /// Nothing in particular.
    #[default]
    Plain,
    /// Set back: excluded, done, not asked.
    Muted,
    /// In order.
    Good,
    /// To be watched.
    Fair,
    /// To be acted upon.
    Poor,
    /// To be acted upon first.
    Grave,
}

/// A chart and what it shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    /// What stands below it.
    pub caption: String,
    /// The same in words, for those who don't see it.
    pub summary: String,
    /// The chart.
    pub drawing: Drawing,
}

impl Document {
    /// Where links in it may lead: its sections, and the headings that have anchors.
    #[must_use]
    pub fn anchors(&self) -> Vec<&str> {
        let mut anchors = Vec::new();
        for section in &self.sections {
            anchors.push(section.anchor.as_str());
            anchors.extend(section.blocks.iter().filter_map(|block| match block {
                Block::Heading { anchor, .. } => Some(anchor.as_str()),
                _ => None,
            }));
        }
        anchors.retain(|anchor| !anchor.is_empty());
        anchors
    }
}

impl Block {
    /// Whether it is looked at as a whole, such as a table.
    #[must_use]
    pub const fn is_shown(&self) -> bool {
        matches!(self, Self::Table(_) | Self::Figure(_))
    }
}

impl Table {
    /// Whether the heading above it says what its caption says, which then need not be seen as well.
    #[must_use]
    pub fn is_named_by(&self, heading: &str) -> bool {
        !heading.is_empty() && self.caption.contains(heading)
    }
}

impl Span {
    /// Plain words.
    #[must_use]
    pub fn plain(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }

    /// Words that stand out.
    #[must_use]
    pub fn strong(text: impl Into<String>) -> Self {
        Self { strong: true, ..Self::plain(text) }
    }

    /// Words that lead to a section or heading.
    #[must_use]
    pub fn link(text: impl Into<String>, to: impl Into<String>) -> Self {
        Self { to: to.into(), ..Self::plain(text) }
    }
}

impl Cell {
    /// One paragraph of plain words; none when there are no words.
    #[must_use]
    pub fn plain(text: impl Into<String>) -> Self {
        Self::of([vec![Span::plain(text)]])
    }

    /// Paragraphs; those without words are left out.
    #[must_use]
    pub fn of(paragraphs: impl IntoIterator<Item = Vec<Span>>) -> Self {
        let says = |spans: &Vec<Span>| spans.iter().any(|span| !span.text.is_empty());
        Self { paragraphs: paragraphs.into_iter().filter(says).collect(), ..Self::default() }
    }

    /// On this ground.
    #[must_use]
    pub fn on(self, tone: Tone) -> Self {
        Self { tone, ..self }
    }
}
