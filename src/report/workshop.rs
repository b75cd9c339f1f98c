//! What all groups of a workshop said, to be handed on: one model, from which tables and JSON are made.

use serde::{Deserialize, Serialize};

use super::{csv, sheets::workshop::values};
use crate::{
    domain::{
        assessment::Rating,
        id::ItemId,
        pack::{Pack, PackRef},
        ratio::Ratio,
        workshop::{
            Workshop,
            agreed::Agreed,
            collected::Column,
            returned::{Vote, level},
            tally::{Tally, tallies},
        },
    },
    persist::workshop::code::session_name,
    text::{
        Key, PackTexts, Texts,
        workshop::{group_name, level_name, median_text, numbered},
    },
};

/// What a workshop is handed on from.
#[derive(Clone, Copy, Debug)]
pub struct Source<'a> {
    /// The questionnaire.
    pub pack: &'a Pack,
    /// Its texts.
    pub pack_texts: &'a PackTexts,
    /// The texts of the interface.
    pub texts: &'a Texts,
    /// The workshop.
    pub workshop: &'a Workshop,
    /// Whether it says which group said what.
    pub who: Who,
}

/// Whether groups can be told.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Who {
    /// By their names, with their notes.
    Named,
    #[default]
    /// Not at all: they are numbered in the order of what they said, and notes are left out, for words
    /// tell who wrote them.
    Anonymous,
}

/// What a group said in all rounds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GroupValues {
    /// What it is called.
    pub name: String,
    /// Its votes and notes, round by round; `None` for a round that it didn't return.
    pub rounds: Vec<Option<Column>>,
}

/// What all groups said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Values {
    /// The groups that returned anything.
    pub groups: Vec<GroupValues>,
    /// The tallies of each round, item by item.
    pub rounds: Vec<Vec<Tally>>,
}

impl Values {
    /// Collects them.
    #[must_use]
    pub fn of(source: Source<'_>) -> Self {
        let Source { texts, workshop: Workshop { session, collected, .. }, who, .. } = source;
        let plan = session.plan();
        let columns = |group| {
            let column = |round| collected.column(round, group).cloned();
            (1..=plan.rounds).map(column).collect::<Vec<_>>()
        };
        let all = (0..plan.groups.count()).map(|group| (group, columns(group)));
        let all = all.filter(|(_, rounds)| rounds.iter().any(Option::is_some));
        let groups = match who {
            Who::Named => all
                .map(|(group, rounds)| GroupValues {
                    name: group_name(texts, &plan.groups, group),
                    rounds,
                })
                .collect(),
            Who::Anonymous => {
                let mut rounds: Vec<_> = all.map(|(_, rounds)| rounds).collect();
                rounds.sort_by_cached_key(|rounds| {
                    let votes = |column: &Option<Column>| Some(column.as_ref()?.votes().to_vec());
                    rounds.iter().map(votes).collect::<Vec<_>>()
                });
                let named = |(place, rounds)| GroupValues { name: numbered(texts, place), rounds };
                rounds.into_iter().enumerate().map(named).collect()
            }
        };
        let rounds = (1..=plan.rounds).map(|round| tallies(session, collected, round)).collect();
        Self { groups, rounds }
    }
}

impl Source<'_> {
    /// A vote in words; empty for none.
    #[must_use]
    pub fn vote(&self, vote: Option<Vote>) -> &str {
        match vote {
            None => "",
            Some(Vote::DontKnow) => self.texts.get(Key::RatingDontKnow),
            Some(Vote::Level(place)) => level_name(self.pack, self.pack_texts, place.into()),
        }
    }

    /// A rating in words.
    #[must_use]
    pub fn rating(&self, rating: &Rating) -> &str {
        self.vote(Vote::of(self.pack, rating))
    }

    /// The median of an item in words; empty where nobody gave a level.
    #[must_use]
    pub fn median(&self, tally: &Tally) -> String {
        let text = |median| median_text(self.texts, self.pack, self.pack_texts, median);
        tally.median().map(text).unwrap_or_default()
    }

    /// What the room agreed on for an item.
    #[must_use]
    pub fn agreed(&self, item: &ItemId) -> Option<&Agreed> {
        self.workshop.agreed.get(item)
    }

    /// All values as CSV: a line for each item and round, with a column for each group.
    #[must_use]
    pub fn csv(&self) -> String {
        csv::write(&values(*self, &Values::of(*self)))
    }

    /// All values as JSON, for other programs; empty when it can't be written, which these types don't
    /// allow.
    #[must_use]
    pub fn json(&self) -> String {
        let Workshop { session, .. } = self.workshop;
        let values = Values::of(*self);
        let groups = values.groups.iter().map(|group| JsonGroup {
            name: &group.name,
            rounds: group
                .rounds
                .iter()
                .map(|column| column.as_ref().map(|it| self.column(it)))
                .collect(),
        });
        let items = session.items().iter().enumerate().map(|(place, item)| JsonItem {
            item,
            rounds: values
                .rounds
                .iter()
                .filter_map(|round| Some(self.tally(round.get(place)?)))
                .collect(),
            agreed: self
                .agreed(item)
                .map(|agreed| JsonAgreed { rating: &agreed.rating, minute: &agreed.minute }),
        });
        let file = JsonFile {
            format: "plumbline-workshop-values",
            version: 1,
            session: session_name(session.id()),
            name: &session.plan().name,
            pack: session.pack(),
            groups: groups.collect(),
            items: items.collect(),
        };
        serde_json::to_string_pretty(&file).unwrap_or_default()
    }

    fn column<'c>(&self, column: &'c Column) -> JsonColumn<'c> {
        let rating = |vote: &Option<Vote>| vote.and_then(|vote| vote.rating(self.pack));
        JsonColumn {
            votes: column.votes().iter().map(rating).collect(),
            notes: if self.who == Who::Named { column.notes() } else { &[] },
        }
    }

    fn tally(&self, tally: &Tally) -> JsonTally {
        let code =
            |place: usize| level(self.pack, place).map(ToString::to_string).unwrap_or_default();
        JsonTally {
            levels: tally.levels.clone(),
            dont_know: tally.dont_know,
            open: tally.open,
            median: tally.median().map(|median| [code(median.lower), code(median.upper)]),
            disagreement: tally.disagreement(),
            deviation: tally.deviation(),
        }
    }
}

#[derive(Serialize)]
struct JsonFile<'a> {
    format: &'static str,
    version: u64,
    session: String,
    name: &'a str,
    pack: &'a PackRef,
    groups: Vec<JsonGroup<'a>>,
    items: Vec<JsonItem<'a>>,
}

#[derive(Serialize)]
struct JsonGroup<'a> {
    name: &'a str,
    rounds: Vec<Option<JsonColumn<'a>>>,
}

#[derive(Serialize)]
struct JsonColumn<'a> {
    votes: Vec<Option<Rating>>,
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    notes: &'a [String],
}

#[derive(Serialize)]
struct JsonItem<'a> {
    item: &'a ItemId,
    rounds: Vec<JsonTally>,
    #[serde(skip_serializing_if = "Option::is_none")]
    agreed: Option<JsonAgreed<'a>>,
}

#[derive(Serialize)]
struct JsonTally {
    levels: Vec<usize>,
    dont_know: usize,
    open: usize,
    median: Option<[String; 2]>,
    disagreement: Option<usize>,
    deviation: Option<Ratio>,
}

#[derive(Serialize)]
struct JsonAgreed<'a> {
    rating: &'a Rating,
    minute: &'a str,
}
