//! Cells and spans that several sections have: ratings, grades, days, places.

use super::{
    super::{
        clean::clean,
        document::{Block, Cell, Column, Span, Tone},
        model::standing_text,
    },
    Context,
};
use crate::{
    domain::{
        extent::Extent,
        finding::{Grade, Place},
        id::{GroupId, ItemId},
        scope::Standing,
        selection::Selection,
        time::Day,
    },
    text::{
        Key, Texts,
        outcome::{grade_text, probable_text},
    },
};

/// What stands where there is nothing to say.
pub const DASH: &str = "–";

/// A column of words.
pub fn column(title: impl Into<String>, share: u16) -> Column {
    Column { title: title.into(), share, numeric: false }
}

/// A column of numbers.
pub fn numbers(title: impl Into<String>, share: u16) -> Column {
    Column { numeric: true, ..column(title, share) }
}

/// A heading for a part of a section, to which nothing leads.
pub fn heading(text: impl AsRef<str>) -> Block {
    anchored(text, "")
}

/// A heading to which links lead.
pub fn anchored(text: impl AsRef<str>, anchor: impl Into<String>) -> Block {
    Block::Heading { level: 2, text: clean(text.as_ref().trim()), anchor: anchor.into() }
}

/// Plain words, clean.
pub fn span(text: impl AsRef<str>) -> Span {
    Span::plain(clean(text.as_ref().trim()))
}

/// Words that stand out, clean.
pub fn strong(text: impl AsRef<str>) -> Span {
    Span::strong(clean(text.as_ref().trim()))
}

/// A paragraph of plain words.
pub fn paragraph(text: impl AsRef<str>) -> Block {
    Block::Paragraph(vec![span(text)])
}

/// What matters more than what follows.
pub fn lead(text: impl AsRef<str>) -> Block {
    Block::Lead(vec![span(text)])
}

/// What is said in passing.
pub fn remark(text: impl AsRef<str>) -> Block {
    Block::Remark(vec![span(text)])
}

/// A cell of paragraphs; those without words are left out.
pub fn cell<T: AsRef<str>>(paragraphs: impl IntoIterator<Item = T>) -> Cell {
    Cell::of(paragraphs.into_iter().map(|text| vec![span(text)]))
}

/// A cell with a name that stands out.
pub fn name(name: impl AsRef<str>) -> Cell {
    Cell::of([vec![strong(name)]])
}

/// A cell with a name that stands out, and what is said below it.
pub fn named<T: AsRef<str>>(name: impl AsRef<str>, below: impl IntoIterator<Item = T>) -> Cell {
    let below = below.into_iter().map(|text| vec![span(text)]);
    Cell::of([vec![strong(name)]].into_iter().chain(below))
}

/// A cell with a text, or a dash.
pub fn or_dash(text: impl AsRef<str>) -> Cell {
    let text = text.as_ref().trim();
    cell([if text.is_empty() { DASH } else { text }])
}

/// A day as it is written in reports, or a dash.
pub fn day(day: Option<&Day>) -> String {
    day.map_or(DASH, Day::as_str).to_owned()
}

/// The tone of how grave a finding is.
pub const fn grade_tone(grade: Grade) -> Tone {
    match grade {
        Grade::Major => Tone::Grave,
        Grade::Minor => Tone::Poor,
        Grade::Opportunity => Tone::Fair,
    }
}

/// Where the answers of a clause or theme stand.
pub fn answers_of(group: &GroupId) -> String {
    format!("answers-{group}")
}

/// Where the findings of a clause or theme stand.
pub fn findings_of(group: &GroupId) -> String {
    format!("findings-{group}")
}

/// A day as a sentence has it: `22 November 2026`; `day` is written as `2026-11-22`.
pub fn date(texts: &Texts, day: &str) -> String {
    let mut parts = day.split('-');
    let (year, month, number) = (parts.next(), parts.next(), parts.next());
    let (Some(year), Some(month), Some(number)) = (year, month.and_then(month_key), number) else {
        return day.to_owned();
    };
    let number = number.trim_start_matches('0');
    let values = [("day", number), ("month", texts.get(month)), ("year", year)];
    texts.fill(Key::ReportDate, &values)
}

impl Context<'_> {
    /// A day as a sentence has it: `22 November 2026`; `day` is written as `2026-11-22`.
    pub(super) fn date(&self, day: &str) -> String {
        date(self.material.texts, day)
    }

    /// The rating of an item, on its ground.
    pub(super) fn rating_cell(&self, standing: &Standing) -> Cell {
        Cell::plain(self.standing(standing)).on(self.standing_tone(standing))
    }

    /// What an item counts as, in words.
    pub(super) fn standing(&self, standing: &Standing) -> String {
        standing_text(self.material.pack_texts, self.material.texts, standing).to_owned()
    }

    /// The ground of a rating.
    pub(super) fn standing_tone(&self, standing: &Standing) -> Tone {
        match standing {
            Standing::Rated { credit, .. } => {
                match Extent::of(*credit, self.material.pack.scale().unit()) {
                    Extent::NotInPlace => Tone::Grave,
                    Extent::Partly => Tone::Poor,
                    Extent::Largely => Tone::Fair,
                    Extent::Fully => Tone::Good,
                }
            }
            Standing::DontKnow | Standing::Unanswered => Tone::Plain,
            Standing::Excluded | Standing::NotAsked => Tone::Muted,
        }
    }

    /// What an auditor would call a finding, on its ground.
    pub(super) fn grade_cell(&self, grade: Grade) -> Cell {
        Cell::plain(grade_text(self.material.texts, grade)).on(grade_tone(grade))
    }

    /// The same as a prediction.
    pub(super) fn probable(&self, grade: Grade) -> &str {
        probable_text(self.material.texts, grade)
    }

    /// "6.1.2 Information security risk assessment", leading to its answer.
    pub(super) fn item_link(&self, item: &ItemId) -> Span {
        let pack = self.material.pack;
        let group = pack.item(item).and_then(|item| pack.group_of(item));
        let to = group.map(|group| answers_of(&group.id)).unwrap_or_default();
        Span::link(self.names().item(item), to)
    }

    /// An item as above; a clause or theme leading to its answers.
    pub(super) fn place_link(&self, place: &Place) -> Span {
        match place {
            Place::Item(item) => self.item_link(item),
            Place::Group(group) => Span::link(self.names().place(place), answers_of(group)),
        }
    }

    /// A name and what stands for it, on one line; `name` brings its own punctuation.
    pub(super) fn labelled(&self, name: Key, text: impl Into<String>) -> Vec<Span> {
        vec![Span::strong(self.t(name)), Span::plain(" "), Span::plain(text)]
    }

    /// What was asked: the plainer question where only the quick check is asked.
    pub(super) fn question(&self, item: &ItemId) -> &str {
        let words = self.material.pack_texts;
        match self.material.assessment.selection {
            Selection::Quick => words.quick_ask(item),
            Selection::All | Selection::Items(_) => words.ask(item),
        }
    }

    /// "6 Planning".
    pub(super) fn group_name(&self, group: &GroupId) -> String {
        self.names().place(&Place::Group(group.clone()))
    }
}

fn month_key(month: &str) -> Option<Key> {
    let months = [
        Key::ReportMonth1,
        Key::ReportMonth2,
        Key::ReportMonth3,
        Key::ReportMonth4,
        Key::ReportMonth5,
        Key::ReportMonth6,
        Key::ReportMonth7,
        Key::ReportMonth8,
        Key::ReportMonth9,
        Key::ReportMonth10,
        Key::ReportMonth11,
        Key::ReportMonth12,
    ];
    let place = month.parse::<usize>().ok()?.checked_sub(1)?;
    months.get(place).copied()
}
