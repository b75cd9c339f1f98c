//! What a workshop came to, as a hand-out: where the groups disagreed, what the room agreed on, and what
//! each group said where that fits a page.

use super::{
    super::{
        document::{Block, Brand, Cell, Document, Paper, Section, Table, Tone},
        workshop::{GroupValues, Source, Values, Who},
    },
    finish::finish,
    words::{
        cell, column, date, heading, lead, name, numbers, or_dash, paragraph, remark, span, strong,
    },
};
use crate::{
    domain::{
        id::ItemId,
        time::Timestamp,
        workshop::{
            session::Session,
            tally::{Tally, latest, ranking},
        },
    },
    text::{Key, workshop::level_name},
};

/// Most groups whose votes stand side by side on a page.
const MOST_SIDE_BY_SIDE: usize = 8;

/// Makes the hand-out.
#[must_use]
pub fn document(source: Source<'_>, now: &Timestamp, brand: Brand) -> Document {
    let values = Values::of(source);
    let pen = Pen { source, session: &source.workshop.session };
    let called = pen.session.plan().name.as_str();
    let title = if called.is_empty() {
        pen.say(Key::ReportWorkshopUntitled).to_owned()
    } else {
        pen.fill(Key::ReportWorkshopTitle, &[("name", called)])
    };
    let mut sections = vec![
        pen.section("workshop", Key::ReportWorkshopFacts, pen.facts(&values, now.day())),
        pen.section("ranking", Key::ReportWorkshopRanking, pen.ranking(&values)),
        pen.section("agreed", Key::ReportWorkshopAgreedTitle, pen.agreed()),
    ];
    if (1..=MOST_SIDE_BY_SIDE).contains(&values.groups.len()) {
        let all = pen.section("all", Key::ReportWorkshopAll, pen.all(&values));
        sections.push(Section { paper: Paper::Sideways, ..all });
    }
    finish(Document {
        language: source.texts.language().to_owned(),
        title,
        author: String::new(),
        day: now.day().to_owned(),
        cover: None,
        footer: called.to_owned(),
        brand,
        sections,
    })
}

struct Pen<'a> {
    source: Source<'a>,
    session: &'a Session,
}

impl Pen<'_> {
    fn say(&self, key: Key) -> &str {
        self.source.texts.get(key)
    }

    fn fill(&self, key: Key, values: &[(&str, &str)]) -> String {
        self.source.texts.fill(key, values)
    }

    fn section(&self, anchor: &str, title: Key, blocks: Vec<Block>) -> Section {
        let title = self.say(title).to_owned();
        Section { anchor: anchor.into(), title, paper: Paper::Upright, blocks }
    }

    fn round(&self, place: usize) -> String {
        let number = place.saturating_add(1).to_string();
        self.fill(Key::ReportWorkshopRound, &[("round", &number)])
    }

    /// What is asked of the item, and its number.
    fn item(&self, item: &ItemId) -> Cell {
        name(format!("{item} {}", self.source.pack_texts.title(item)))
    }

    fn facts(&self, values: &Values, day: &str) -> Vec<Block> {
        let count = |count: usize| count.to_string();
        let groups = usize::from(self.session.plan().groups.count());
        let mut facts = vec![
            (Key::ReportWorkshopDay, date(self.source.texts, day)),
            (Key::ReportWorkshopPack, self.source.pack_texts.title.clone()),
            (Key::ReportWorkshopAsked, count(self.session.items().len())),
            (Key::ReportWorkshopGroups, count(groups)),
        ];
        facts.retain(|(_, fact)| !fact.is_empty());
        let mut facts: Vec<_> = facts
            .into_iter()
            .map(|(key, fact)| (self.say(key).to_owned(), vec![span(fact)]))
            .collect();
        for round in 0..values.rounds.len() {
            let in_round = |group: &&GroupValues| matches!(group.rounds.get(round), Some(Some(_)));
            let returned = values.groups.iter().filter(in_round).count();
            let number = round.saturating_add(1).to_string();
            let title = self.fill(Key::ReportWorkshopReturned, &[("round", &number)]);
            let both = [("count", count(returned)), ("of", count(groups))];
            let both = both.each_ref().map(|(name, count)| (*name, count.as_str()));
            facts.push((title, vec![span(self.fill(Key::ReportWorkshopReturnedOf, &both))]));
        }
        let mut blocks = vec![Block::Facts(facts), remark(self.say(Key::ReportWorkshopAbout))];
        if self.source.who == Who::Anonymous {
            blocks.push(remark(self.say(Key::ReportWorkshopAnonymous)));
        }
        blocks
    }

    /// By the last round of each item, with the first and the last round side by side.
    fn ranking(&self, values: &Values) -> Vec<Block> {
        let voted = |tallies: &Vec<Tally>| tallies.iter().any(|tally| tally.voted() > 0);
        let rounds = values.rounds.iter().enumerate().filter(|(_, round)| voted(round));
        let mut shown: Vec<usize> = rounds.map(|(place, _)| place).collect();
        if shown.len() > 2 {
            shown.drain(1..shown.len().saturating_sub(1));
        }
        let last = latest(&values.rounds);
        let mut columns = vec![column(self.say(Key::ReportWorkshopItem), 30)];
        columns.extend(shown.iter().map(|round| column(self.round(*round), 20)));
        columns.push(column(self.say(Key::ReportWorkshopMedian), 16));
        columns.push(numbers(self.say(Key::ReportWorkshopSpread), 10));
        columns.push(numbers(self.say(Key::ReportWorkshopDontKnow), 10));
        let rows = ranking(&last).into_iter().filter_map(|place| {
            let tally = last.get(place)?;
            let mut row = vec![self.item(&tally.item)];
            let tallies = shown.iter().filter_map(|round| values.rounds.get(*round)?.get(place));
            row.extend(tallies.map(|tally| self.votes(tally)));
            row.push(or_dash(self.source.median(tally)));
            let spread = tally.disagreement();
            row.push(or_dash(spread.map(|it| it.to_string()).unwrap_or_default()));
            row.push(cell([tally.dont_know.to_string()]));
            Some(row)
        });
        let caption = self.say(Key::ReportWorkshopRanking).to_owned();
        let rows = rows.collect();
        vec![
            paragraph(self.say(Key::ReportWorkshopRankingLead)),
            Block::Table(Table { caption, columns, rows }),
        ]
    }

    /// How many groups gave each level, the highest first; levels that none gave are left out.
    fn votes(&self, tally: &Tally) -> Cell {
        let Source { pack, pack_texts, .. } = self.source;
        let given = tally.levels.iter().enumerate().rev().filter(|(_, count)| **count > 0);
        let told = given.map(|(place, count)| {
            let level = level_name(pack, pack_texts, place);
            let values = [("level", level), ("count", &count.to_string())];
            self.fill(Key::ReportWorkshopVotes, &values)
        });
        let told: Vec<String> = told.collect();
        if told.is_empty() { or_dash("") } else { cell(told) }
    }

    fn agreed(&self) -> Vec<Block> {
        let rows: Vec<Vec<Cell>> = self
            .session
            .items()
            .iter()
            .filter_map(|item| {
                let agreed = self.source.agreed(item)?;
                let rating = Cell::of([vec![strong(self.source.rating(&agreed.rating))]]);
                Some(vec![self.item(item), rating, or_dash(&agreed.minute)])
            })
            .collect();
        if rows.is_empty() {
            return vec![lead(self.say(Key::ReportWorkshopAgreedNone))];
        }
        let columns = vec![
            column(self.say(Key::ReportWorkshopItem), 34),
            column(self.say(Key::ReportWorkshopAgreed), 18),
            column(self.say(Key::ReportWorkshopMinute), 48),
        ];
        let caption = self.say(Key::ReportWorkshopAgreedTitle).to_owned();
        vec![Block::Table(Table { caption, columns, rows })]
    }

    /// A table for each round.
    fn all(&self, values: &Values) -> Vec<Block> {
        let mut blocks = Vec::new();
        for round in 0..values.rounds.len() {
            let of_round =
                |group: &'_ GroupValues| matches!(group.rounds.get(round), Some(Some(_)));
            let groups: Vec<_> = values.groups.iter().filter(|group| of_round(group)).collect();
            if groups.is_empty() {
                continue;
            }
            let mut columns = vec![column(self.say(Key::ReportWorkshopItem), 24)];
            columns.extend(groups.iter().map(|group| column(group.name.as_str(), 12)));
            let rows = self.session.items().iter().enumerate().map(|(place, item)| {
                let mut row = vec![self.item(item)];
                row.extend(groups.iter().map(|group| self.said(group, round, place)));
                row
            });
            let caption = self.round(round);
            blocks.push(heading(&caption));
            blocks.push(Block::Table(Table { caption, columns, rows: rows.collect() }));
        }
        blocks
    }

    /// The vote of a group, and its note where groups are named.
    fn said(&self, group: &GroupValues, round: usize, place: usize) -> Cell {
        let Some(column) = group.rounds.get(round).and_then(Option::as_ref) else {
            return or_dash("");
        };
        let vote = self.source.vote(column.votes().get(place).copied().flatten());
        let note = column.notes().get(place).filter(|_| self.source.who == Who::Named);
        let note = note.map_or("", String::as_str);
        let tone = if vote.is_empty() { Tone::Muted } else { Tone::Plain };
        if vote.is_empty() && note.is_empty() {
            return or_dash("").on(tone);
        }
        cell([vote, note]).on(tone)
    }
}
