//! What the groups of a workshop said, as a workbook. It goes one way: what the room agreed on becomes an
//! assessment by other means.

use std::collections::HashSet;

use super::{
    Cell, Choice, Entry, Mark, Sheet, Tone, Workbook,
    field::{Field, SheetKind},
    table::Table,
    tidy,
};
use crate::{
    domain::{
        pack::PackRef,
        scale::Level,
        time::Timestamp,
        workshop::{
            returned::Vote,
            tally::{Tally, latest, ranking},
        },
    },
    report::workshop::{GroupValues, Source, Values, Who},
    text::Key,
};

/// An item in a round.
struct Asked<'a> {
    place: usize,
    round: usize,
    tally: &'a Tally,
}

/// Which votes are counted.
type Counts = fn(Vote) -> bool;

/// A note of a group.
struct Noted<'a> {
    group: &'a str,
    round: usize,
    tally: &'a Tally,
    note: &'a str,
}

/// Makes the workbook.
#[must_use]
pub fn workbook(source: Source<'_>, now: &Timestamp) -> Workbook {
    let all = &Values::of(source);
    let t = |key| source.texts.get(key).to_owned();
    let session = &source.workshop.session;
    let name = tidy(&session.plan().name).into_owned();
    let title = if name.is_empty() {
        t(Key::ReportWorkshopUntitled)
    } else {
        source.texts.fill(Key::ReportWorkshopTitle, &[("name", &name)])
    };
    let name = if name.is_empty() { title.clone() } else { name };
    let mut sheets = vec![values(source, all), disagreement(source, all), groups(source, all)];
    if source.who == Who::Named {
        sheets.push(notes(source, all));
    }
    let pack: PackRef = session.pack().clone();
    Workbook {
        title,
        mark: Mark { assessment: None, name, pack, day: now.day().to_owned() },
        sheets,
        guide: Vec::new(),
        guide_title: String::new(),
        choose: String::new(),
        choose_day: String::new(),
    }
}

/// A row for each item and round, with a column for each group.
#[must_use]
pub fn values(source: Source<'_>, all: &Values) -> Sheet {
    let asked = (0..source.workshop.session.items().len()).flat_map(|place| {
        all.rounds.iter().enumerate().filter_map(move |(round, tallies)| {
            let tally = tallies.get(place)?;
            Some((
                format!("{} {}", tally.item, round.saturating_add(1)),
                Asked { place, round, tally },
            ))
        })
    });
    let title = (SheetKind::Values, Key::ReportWorkshopSheetValues);
    let levels = levels(source);
    let one = || Entry::One(levels.clone());
    let mut table = Table::new(source.texts, title, asked)
        .read(Field::Number, Key::ReportWorkshopItem, 9, Entry::Text, |it| {
            Cell::text(it.tally.item.as_str())
        })
        .read(Field::Title, Key::ReportWorkshopItemTitle, 34, Entry::Text, |it| {
            Cell::text(source.pack_texts.title(&it.tally.item))
        })
        .read(Field::Round, Key::ReportWorkshopRoundNumber, 8, Entry::Whole, |it| {
            whole(it.round.saturating_add(1))
        });
    for (group, name) in all.groups.iter().zip(titles(&all.groups)) {
        table = table.named(Field::Votes, &name, 14, one(), |it| {
            Cell::text(source.vote(vote(group, it.round, it.place)))
        });
    }
    figures(table, source, |it| it.tally)
        .read(Field::Agreed, Key::ReportWorkshopAgreed, 14, one(), |it| agreed(source, it.tally))
        .read(Field::Reason, Key::ReportWorkshopMinute, 40, Entry::Text, |it| {
            let agreed = source.agreed(&it.tally.item);
            agreed.map_or(Cell::Blank, |agreed| Cell::text(&agreed.minute))
        })
        .finish()
}

/// The items by disagreement, each in the last round in which anybody said anything of it.
fn disagreement(source: Source<'_>, all: &Values) -> Sheet {
    let last = latest(&all.rounds);
    let ranked = ranking(&last).into_iter().filter_map(|place| last.get(place));
    let ranked = (1_usize..).zip(ranked).map(|ranked| (ranked.1.item.to_string(), ranked));
    let title = (SheetKind::Disagreement, Key::ReportWorkshopSheetDisagreement);
    let mut table = Table::new(source.texts, title, ranked)
        .read(Field::Number, Key::ReportWorkshopItem, 9, Entry::Text, |(_, tally)| {
            Cell::text(tally.item.as_str())
        })
        .read(Field::Title, Key::ReportWorkshopItemTitle, 34, Entry::Text, |(_, tally)| {
            Cell::text(source.pack_texts.title(&tally.item))
        })
        .read(Field::Place, Key::ReportWorkshopRank, 8, Entry::Whole, |(rank, _)| whole(*rank));
    for (place, level) in source.pack.scale().levels().iter().enumerate() {
        let title = source.pack_texts.level(&level.code);
        table = table.named(Field::Votes, title, 13, Entry::Whole, move |(_, tally)| {
            tally.levels.get(place).copied().map_or(Cell::Blank, whole)
        });
    }
    figures(table, source, |(_, tally)| tally)
        .read(Field::Finished, Key::ReportWorkshopOpen, 10, Entry::Whole, |(_, tally)| {
            whole(tally.open)
        })
        .read(Field::Agreed, Key::ReportWorkshopAgreed, 14, Entry::One(levels(source)), |it| {
            agreed(source, it.1)
        })
        .finish()
}

/// How much each group said.
fn groups(source: Source<'_>, all: &Values) -> Sheet {
    let groups = titles(&all.groups).into_iter().zip(&all.groups);
    let title = (SheetKind::Groups, Key::ReportWorkshopSheetGroups);
    let mut table = Table::new(source.texts, title, groups).read(
        Field::Title,
        Key::ReportWorkshopGroup,
        26,
        Entry::Text,
        |group| Cell::text(&group.name),
    );
    for round in 0..all.rounds.len() {
        let number = round.saturating_add(1).to_string();
        let columns: [(Key, Counts); 2] = [
            (Key::ReportWorkshopRated, |vote| vote != Vote::DontKnow),
            (Key::ReportWorkshopUnknown, |vote| vote == Vote::DontKnow),
        ];
        for (key, counts) in columns {
            let title = source.texts.fill(key, &[("round", &number)]);
            table = table.named(Field::Votes, &title, 16, Entry::Whole, move |group| {
                let column = group.rounds.get(round).and_then(Option::as_ref);
                column.map_or(Cell::Blank, |column| {
                    whole(column.votes().iter().flatten().filter(|vote| counts(**vote)).count())
                })
            });
        }
    }
    table.finish()
}

/// What the groups wrote, item by item.
fn notes(source: Source<'_>, all: &Values) -> Sheet {
    let rounds = &all.rounds;
    let noted = (0..source.workshop.session.items().len()).flat_map(|place| {
        rounds.iter().enumerate().flat_map(move |(round, tallies)| {
            let tally = tallies.get(place);
            all.groups.iter().filter_map(move |group| {
                let column = group.rounds.get(round)?.as_ref()?;
                let note = column.notes().get(place).filter(|note| !note.trim().is_empty())?;
                Some(Noted { group: &group.name, round, tally: tally?, note })
            })
        })
    });
    let noted = (1_usize..).zip(noted).map(|(number, noted)| (number.to_string(), noted));
    let title = (SheetKind::Notes, Key::ReportWorkshopSheetNotes);
    Table::new(source.texts, title, noted)
        .read(Field::Number, Key::ReportWorkshopItem, 9, Entry::Text, |it| {
            Cell::text(it.tally.item.as_str())
        })
        .read(Field::Title, Key::ReportWorkshopItemTitle, 34, Entry::Text, |it| {
            Cell::text(source.pack_texts.title(&it.tally.item))
        })
        .read(Field::Round, Key::ReportWorkshopRoundNumber, 8, Entry::Whole, |it| {
            whole(it.round.saturating_add(1))
        })
        .read(Field::Owner, Key::ReportWorkshopGroup, 20, Entry::Text, |it| Cell::text(it.group))
        .read(Field::Note, Key::ReportWorkshopNote, 70, Entry::Text, |it| Cell::text(it.note))
        .finish()
}

/// Lowest, median, highest, levels apart, don't know.
fn figures<'a, T>(
    table: Table<'a, T>,
    source: Source<'a>,
    tally: impl Fn(&T) -> &Tally + Copy,
) -> Table<'a, T> {
    let levels = levels(source);
    let level = |place: Option<usize>| {
        let vote = place.and_then(|place| u8::try_from(place).ok()).map(Vote::Level);
        Cell::text(source.vote(vote))
    };
    table
        .read(Field::Low, Key::ReportWorkshopLowest, 14, Entry::One(levels.clone()), |it| {
            level(tally(it).lowest())
        })
        .read(Field::Median, Key::ReportWorkshopMedian, 20, Entry::Text, |it| {
            Cell::text(&source.median(tally(it)))
        })
        .read(Field::High, Key::ReportWorkshopHighest, 14, Entry::One(levels), |it| {
            level(tally(it).highest())
        })
        .read(Field::Spread, Key::ReportWorkshopSpread, 10, Entry::Whole, |it| {
            tally(it).disagreement().map_or(Cell::Blank, whole)
        })
        .read(Field::DontKnow, Key::ReportWorkshopDontKnow, 10, Entry::Whole, |it| {
            whole(tally(it).dont_know)
        })
}

/// What the groups are called, no two alike: in a file that somebody wrote, names may differ by what isn't
/// seen.
fn titles(groups: &[GroupValues]) -> Vec<String> {
    let mut taken = HashSet::new();
    let titles = groups.iter().enumerate().map(|(place, group)| {
        let mut title = tidy(&group.name).into_owned();
        if title.is_empty() || !taken.insert(title.clone()) {
            title = format!("{title} ({})", place.saturating_add(1));
            taken.insert(title.clone());
        }
        title
    });
    titles.collect()
}

/// What can be said of an item.
fn levels(source: Source<'_>) -> Vec<Choice> {
    let all = source.pack.scale().levels();
    let level = |(place, level): (usize, &Level)| {
        let tone = Tone::rung(place, all.len());
        Choice::new(level.code.as_str(), source.pack_texts.level(&level.code), tone)
    };
    let unknown = Choice::new("?", source.vote(Some(Vote::DontKnow)), Tone::Quiet);
    all.iter().enumerate().map(level).chain([unknown]).collect()
}

fn vote(group: &GroupValues, round: usize, place: usize) -> Option<Vote> {
    group.rounds.get(round)?.as_ref()?.votes().get(place).copied().flatten()
}

fn agreed(source: Source<'_>, tally: &Tally) -> Cell {
    let agreed = source.agreed(&tally.item);
    agreed.map_or(Cell::Blank, |agreed| Cell::text(source.rating(&agreed.rating)))
}

fn whole(number: usize) -> Cell {
    Cell::Whole(u64::try_from(number).unwrap_or(u64::MAX))
}
