//! Rows of tables of numbers: what each is about, and its numbers.

use crate::{
    domain::{evaluation::Evaluation, explain::Subject, pack::Pack, ratio::Ratio, score::Measure},
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

/// A chart in a sentence: where conformity is highest and where it is lowest, among equals the first;
/// nothing where there is no difference.
#[must_use]
pub fn extremes_text<'a>(
    texts: &Texts,
    numbers: impl IntoIterator<Item = (&'a str, Option<Ratio>)>,
) -> Option<String> {
    let rated = numbers.into_iter().filter_map(|(label, conformity)| Some((label, conformity?)));
    let mut ends: Option<[(&str, Ratio); 2]> = None;
    for number in rated {
        let [best, worst] = ends.get_or_insert([number; 2]);
        if number.1 > best.1 {
            *best = number;
        }
        if number.1 < worst.1 {
            *worst = number;
        }
    }
    let [(best, high), (worst, low)] = ends.filter(|[(_, high), (_, low)]| high > low)?;
    let (high, low) = (texts.percent(Some(high)), texts.percent(Some(low)));
    let values = [("best", best), ("high", &high), ("worst", worst), ("low", &low)];
    Some(texts.fill(Key::DashboardExtremes, &values))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_chart_in_a_sentence() {
        let check = |numbers: &[(&str, Option<(u64, u64)>)], expected: Option<&str>| {
            let ratio = |of: Option<(u64, u64)>| of.and_then(|(num, den)| Ratio::new(num, den));
            let numbers = numbers.iter().map(|(label, number)| (*label, ratio(*number)));
            assert_eq!(extremes_text(&Texts::english(), numbers).as_deref(), expected);
        };
        let numbers = [("A", None), ("B", Some((1, 2))), ("C", Some((1, 4))), ("D", Some((1, 2)))];
        let expected = "Of what is rated, B has the highest conformity, 50\u{a0}%, and C the lowest, 25\u{a0}%.";
        check(&numbers, Some(expected));
        check(&numbers[..2], None);
        check(&[("B", Some((1, 2))), ("D", Some((2, 4)))], None);
        check(&[], None);
    }
}
