//! From what stands in a cell to what it means.

use super::Problem;
use crate::{
    domain::time::Day,
    report::sheets::{Choice, Entry, SEPARATOR, tidy},
};

/// What stands in a cell of a file, whoever wrote it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Raw {
    /// A text.
    Text(String),
    /// A number, as text, and the day that it would be.
    Number(String, Option<Day>),
    /// A day.
    Day(Day),
    /// A formula, and what it came to when the file was saved; empty when that isn't there.
    Formula(String),
    /// An error.
    Error,
}

impl Raw {
    /// As text, by which it is compared with what was written; `None` for an error.
    pub(super) fn literal(&self) -> Option<String> {
        match self {
            Self::Text(text) => Some(tidy(text).into_owned()),
            Self::Number(text, _) | Self::Formula(text) => Some(text.clone()),
            Self::Day(day) => Some(day.as_str().to_owned()),
            Self::Error => None,
        }
    }

    /// What it means in a column: as people read it, and as files of an assessment have it.
    pub(super) fn meaning(&self, entry: &Entry) -> Result<(String, String), Problem> {
        if matches!(self, Self::Formula(_)) {
            return Err(Problem::Formula);
        }
        let literal = self.literal().ok_or(Problem::ErrorCell)?;
        match entry {
            Entry::One(choices) => {
                let choice = find(choices, &literal).ok_or_else(|| not(choices, &literal))?;
                Ok((choice.word.clone(), choice.key.clone()))
            }
            Entry::Many(choices) => many(choices, &literal),
            Entry::Day => {
                let day = match self {
                    Self::Day(day) | Self::Number(_, Some(day)) => Some(day.clone()),
                    _ => day(&literal),
                };
                let day = day.ok_or(Problem::NotADay(literal))?.as_str().to_owned();
                Ok((day.clone(), day))
            }
            Entry::Text | Entry::Whole | Entry::Percent => Ok((literal.clone(), literal)),
        }
    }
}

fn not(choices: &[Choice], found: &str) -> Problem {
    let choices = choices.iter().map(|choice| choice.word.clone()).collect();
    Problem::NotAChoice { found: found.to_owned(), choices }
}

/// The choice that is meant: by its word, by its key, or of a numbered one by number or word alone.
fn find<'a>(choices: &'a [Choice], text: &str) -> Option<&'a Choice> {
    let wanted = fold(text);
    let is_number = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let by = |fits: &dyn Fn(&Choice) -> bool| {
        let mut found = choices.iter().filter(|choice| fits(choice));
        found.next().filter(|_| found.next().is_none())
    };
    by(&|choice| fold(&choice.word) == wanted)
        // The keys of numbered choices count from 0, their words from 1.
        .or_else(|| by(&|choice| !is_number(&choice.key) && fold(&choice.key) == wanted))
        .or_else(|| {
            by(&|choice| {
                let parts = choice.word.split_once(' ').filter(|(number, _)| is_number(number));
                parts.is_some_and(|(number, word)| number == wanted || fold(word) == wanted)
            })
        })
}

/// Without regard to case, apostrophes and the width of blanks.
pub(super) fn fold(text: &str) -> String {
    let words = text.replace('’', "'").to_lowercase();
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn many(choices: &[Choice], text: &str) -> Result<(String, String), Problem> {
    let parts = text.split([';', ',', '\n']).map(str::trim).filter(|part| !part.is_empty());
    let chosen: Vec<&Choice> = parts
        .map(|part| find(choices, part).ok_or_else(|| not(choices, part)))
        .collect::<Result<_, _>>()?;
    let chosen: Vec<&Choice> = choices.iter().filter(|choice| chosen.contains(choice)).collect();
    let joined = |of: fn(&Choice) -> &str, by| {
        chosen.iter().map(|choice| of(choice)).collect::<Vec<_>>().join(by)
    };
    Ok((joined(|choice| &choice.word, SEPARATOR), joined(|choice| &choice.key, " ")))
}

/// A day as people write it: `2026-11-30`, with or without a time behind it, or `30.11.2026`. With
/// slashes nobody knows which is the month.
fn day(text: &str) -> Option<Day> {
    let text = text.split(['T', ' ']).next()?;
    Day::parse(text).or_else(|| {
        let mut parts = text.split('.');
        let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
        (parts.next().is_none() && year.len() == 4)
            .then(|| Day::parse(&format!("{year}-{month:0>2}-{day:0>2}")))?
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::sheets::Tone;

    fn choices(list: &[(&str, &str)]) -> Vec<Choice> {
        let choice = |(key, word): &(&str, &str)| Choice {
            key: (*key).into(),
            word: (*word).into(),
            tone: Tone::Plain,
        };
        list.iter().map(choice).collect()
    }

    fn check(entry: &Entry, text: &str, expected: Option<&str>) {
        let meant = Raw::Text(text.into()).meaning(entry).map(|(_, value)| value);
        assert_eq!(meant.ok().as_deref(), expected, "{text:?}");
    }

    #[test]
    fn choices_are_known_by_word_and_key() {
        let levels =
            Entry::One(choices(&[("N", "Not in place"), ("P", "Partly"), ("?", "Don’t know")]));
        for (text, expected) in [
            ("Partly", Some("P")),
            (" partly ", Some("P")),
            ("p", Some("P")),
            ("NOT  IN PLACE", Some("N")),
            ("Don't know", Some("?")),
            ("Mostly", None),
            ("", None),
        ] {
            check(&levels, text, expected);
        }
    }

    #[test]
    fn numbered_choices_are_known_by_either_part() {
        let levels = Entry::One(choices(&[("0", "1 Rare"), ("1", "2 Likely"), ("2", "3 Likely")]));
        for (text, expected) in [
            ("1 Rare", Some("0")),
            ("1", Some("0")),
            ("rare", Some("0")),
            ("2", Some("1")),
            ("likely", None),
            ("0", None),
        ] {
            check(&levels, text, expected);
        }
    }

    #[test]
    fn several_choices_stand_in_their_order() {
        let reasons =
            Entry::Many(choices(&[("risk", "Risk"), ("legal", "Law"), ("business", "Need")]));
        check(&reasons, "Law; Risk", Some("risk legal"));
        check(&reasons, "law,LAW", Some("legal"));
        check(&reasons, "Law; Fun", None);
    }

    #[test]
    fn days_are_whole_and_sure() {
        for (text, expected) in [
            ("2026-11-30", Some("2026-11-30")),
            ("2026-11-30T00:00:00", Some("2026-11-30")),
            ("30.11.2026", Some("2026-11-30")),
            ("1.2.2026", Some("2026-02-01")),
            ("31.11.2026", None),
            ("30.11.26", None),
            ("11/30/2026", None),
            ("soon", None),
        ] {
            check(&Entry::Day, text, expected);
        }
    }
}
