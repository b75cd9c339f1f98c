//! Articles to read: the guide, and the notes for facilitators.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;

use crate::{
    faults::Faults,
    files::{handbook, iso27001},
    steps::half_days,
    wording::{sentences, words, words_in},
};

#[derive(Deserialize)]
struct Article {
    title: String,
    lead: String,
    sections: Vec<Section>,
}

#[derive(Deserialize)]
struct Section {
    heading: String,
    body: Vec<Block>,
}

#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
enum Points {
    List(Vec<String>),
    Steps(Vec<String>),
    Table(Table),
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Block {
    Paragraph(String),
    Points(Points),
}

#[derive(Deserialize)]
struct Table {
    caption: String,
    head: Vec<String>,
    rows: Vec<Vec<String>>,
}

impl Article {
    fn tables(&self) -> impl Iterator<Item = &Table> {
        self.sections.iter().flat_map(|section| &section.body).filter_map(|block| match block {
            Block::Points(Points::Table(table)) => Some(table),
            _ => None,
        })
    }
}

/// The files that hold articles, with the articles that they have to have.
const FILES: [(&str, &[&str]); 2] = [
    ("handbook/guide", &["standards", "certification"]),
    ("handbook/facilitator", &["before", "two-hours", "half-day", "running", "debrief"]),
];

/// All articles of a file by their identifier, in each language.
fn articles(file: &str) -> Vec<(String, BTreeMap<String, Article>)> {
    let read =
        |value: &serde_json::Value| serde_json::from_value(value["articles"].clone()).unwrap();
    let languages = iso27001().languages;
    languages.iter().map(|language| (language.tag.clone(), read(&language.beside[file]))).collect()
}

#[test]
fn articles_are_those_that_are_shown() {
    let mut faults = Faults::default();
    for (file, expected) in FILES {
        for (tag, articles) in articles(file) {
            let found: BTreeSet<&str> = articles.keys().map(String::as_str).collect();
            let expected: BTreeSet<&str> = expected.iter().copied().collect();
            let same = found == expected;
            faults.unless(same, format!("{tag} {file}"), format!("{found:?}, not {expected:?}"));
        }
    }
    faults.tell();
}

#[test]
fn articles_have_no_empty_parts() {
    let mut faults = Faults::default();
    for (file, _) in FILES {
        for (tag, articles) in articles(file) {
            for (id, article) in &articles {
                check(&mut faults, &format!("{tag} {file} {id}"), article);
            }
        }
    }
    faults.tell();
}

fn check(faults: &mut Faults, at: &str, article: &Article) {
    faults.unless(words(&article.title) > 0, at, "no title");
    faults.within(format!("{at} lead"), sentences(&article.lead), 1..=2, "sentences");
    faults.within(at, article.sections.len(), 2..=12, "sections");
    let headings: BTreeSet<&String> =
        article.sections.iter().map(|section| &section.heading).collect();
    faults.unless(headings.len() == article.sections.len(), at, "a heading stands twice");
    for Section { heading, body } in &article.sections {
        let at = format!("{at} {heading:?}");
        faults.unless(words(heading) > 0 && !body.is_empty(), &at, "empty");
        for block in body {
            match block {
                Block::Paragraph(text) => faults.within(&at, words(text), 1..=90, "words"),
                Block::Points(Points::List(points) | Points::Steps(points)) => {
                    faults.within(&at, points.len(), 2..=12, "points");
                    faults.unless(are_filled(points), &at, "an empty point");
                }
                Block::Points(Points::Table(table)) => check_table(faults, &at, table),
            }
        }
    }
}

fn are_filled(texts: &[String]) -> bool {
    texts.iter().all(|text| words(text) > 0)
}

fn check_table(faults: &mut Faults, at: &str, Table { caption, head, rows }: &Table) {
    faults.unless(words(caption) > 0, at, "a table without a caption");
    faults.unless(head.len() > 1 && are_filled(head), at, "a column without a name");
    faults.unless(!rows.is_empty(), at, "a table without rows");
    for row in rows {
        faults.unless(row.len() == head.len(), at, format!("{} cells in {row:?}", row.len()));
        faults.unless(are_filled(row), at, format!("an empty cell in {row:?}"));
    }
    let names: BTreeSet<Option<&String>> = rows.iter().map(|row| row.first()).collect();
    faults.unless(names.len() == rows.len(), at, "two rows have one name");
}

#[test]
fn articles_are_as_long_as_they_should_be() {
    let mut faults = Faults::default();
    for language in &iso27001().languages {
        let part = |file: &str, at: &str| words_in(language.beside[file].pointer(at).unwrap());
        let bounds = [
            ("handbook/guide", "/articles/standards", 700..=1_000),
            ("handbook/guide", "/articles/certification", 600..=900),
            ("handbook/facilitator", "/articles", 1_500..=2_200),
        ];
        for (file, at, bounds) in bounds {
            let place = format!("{} {file}{at}", language.tag);
            faults.within(place, part(file, at), bounds, "words");
        }
    }
    faults.tell();
}

/// The minute of a time of day such as "1:30".
fn minute(time: &str) -> Option<usize> {
    let (hours, minutes) = time.split_once(':')?;
    let minutes = Some(minutes).filter(|minutes| minutes.len() == 2)?.parse::<usize>().ok()?;
    Some(hours.parse::<usize>().ok()? * 60 + minutes)
}

#[test]
fn agendas_add_up() {
    let mut faults = Faults::default();
    for (tag, articles) in articles("handbook/facilitator") {
        for (id, length) in [("two-hours", 120), ("half-day", 240)] {
            let at = format!("{tag} {id}");
            let mut tables = articles.get(id).into_iter().flat_map(Article::tables);
            let agenda = tables.find(|table| {
                table.rows.iter().all(|row| row.first().is_some_and(|time| minute(time).is_some()))
            });
            let Some(agenda) = agenda else {
                faults.say(at, "no table with times");
                continue;
            };
            let mut now = 0;
            for row in &agenda.rows {
                let [time, minutes, ..] = &row[..] else { continue };
                let begins = minute(time) == Some(now);
                faults.unless(begins, &at, format!("{row:?} doesn’t begin at minute {now}"));
                match minutes.parse::<usize>() {
                    Ok(minutes) => now += minutes,
                    Err(error) => faults.say(&at, format!("{row:?}: {error}")),
                }
            }
            faults.within(at, now, length..=length, "minutes");
        }
    }
    faults.tell();
}

/// The article on certification shows some of the starting values. Only the English one: numbers
/// are written in other ways elsewhere.
#[test]
fn audit_days_in_the_article_are_those_of_the_handbook() {
    let mut faults = Faults::default();
    let audit_days = handbook().audit_days;
    let (_, articles) =
        articles("handbook/guide").into_iter().find(|(tag, _)| tag == "en").unwrap();
    let number = |text: &str| text.replace(',', "").parse::<u64>().ok();
    let mut shown = 0;
    for row in articles["certification"].tables().flat_map(|table| &table.rows) {
        let [people, shown_days, ..] = &row[..] else { continue };
        let band = people.split_once('–').and_then(|(from, to)| Some((number(from)?, number(to)?)));
        let Some(band) = band else { continue };
        shown += 1;
        let days = audit_days.iter().find(|days| (days.from, days.to) == band);
        let same = days.is_some_and(|days| half_days(shown_days) == Some(days.half_days));
        faults.unless(same, people, format!("{shown_days} days, but {days:?}"));
    }
    faults.unless(shown > 0, "certification", "no table of audit days");
    faults.tell();
}

#[test]
fn times_are_read_as_minutes() {
    let check = |time, expected| assert_eq!(minute(time), expected, "{time}");
    check("0:00", Some(0));
    check("3:40", Some(220));
    check("3:4", None);
    check("10", None);
}
