//! Rows of tables of numbers: what each is about, and its numbers.

use crate::{
    domain::{evaluation::Evaluation, explain::Subject, pack::Pack, score::Measure},
    text::{Key, PackTexts, Texts},
};

/// The numbers of something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// What it is about.
    pub subject: Subject,
    /// That in words.
    pub label: String,
    /// Its numbers.
    pub measure: Measure,
}

/// The name of what a number is about.
#[must_use]
pub fn subject_text(texts: &Texts, pack_texts: &PackTexts, subject: &Subject) -> String {
    match subject {
        Subject::Everything => texts.get(Key::MeasureEverything).to_owned(),
        Subject::Section(section) => pack_texts.section(section).to_owned(),
        Subject::Group(group) => format!("{group} {}", pack_texts.group(group)),
        Subject::Attribute(_, value) => pack_texts.value(value.as_str()).to_owned(),
    }
}

/// Everything and the sections.
#[must_use]
pub fn headlines(pack: &Pack) -> Vec<Subject> {
    let sections = pack.sections().iter().map(|section| Subject::Section(section.id.clone()));
    [Subject::Everything].into_iter().chain(sections).collect()
}

/// Clauses and themes.
#[must_use]
pub fn groups(pack: &Pack) -> Vec<Subject> {
    pack.groups().iter().map(|group| Subject::Group(group.id.clone())).collect()
}

/// The rows of those of which something is asked.
#[must_use]
pub fn rows(
    texts: &Texts,
    pack_texts: &PackTexts,
    evaluation: &Evaluation,
    subjects: impl IntoIterator<Item = Subject>,
) -> Vec<Row> {
    let row = |subject: Subject| {
        let measure = *evaluation.measure(&subject)?;
        let label = subject_text(texts, pack_texts, &subject);
        (measure.counts.items > 0).then_some(Row { subject, label, measure })
    };
    subjects.into_iter().filter_map(row).collect()
}
