//! Places of workshops, a trainer's and a group's.

use std::fmt;

use crate::domain::id::ItemId;

/// A place in the app that belongs to no assessment but to workshops.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Workshops {
    /// Those that are kept here, and the way to a new one.
    All,
    /// A new one is prepared.
    New,
    /// An article of the notes for facilitators; the first when none is named.
    Notes(Option<String>),
    /// A page of a trainer's workshop, by the name of its session.
    Room(String, Room),
    /// Where a group is, with the code by which it came.
    Seat(String, Seat),
    /// A return that was opened as a link, by its code.
    Return(String),
}

/// A page of a trainer's workshop.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Room {
    /// How groups come in, who is in, and the ways to all else.
    Hub,
    /// The worksheet for paper.
    Sheet,
    /// Taking in what groups hand in.
    Collect,
    /// What the projector shows.
    Show,
    /// What the trainer sees meanwhile, in a window of its own.
    Control,
    /// What is taken away at the end.
    After,
}

impl Room {
    const ALL: [Self; 6] =
        [Self::Hub, Self::Sheet, Self::Collect, Self::Show, Self::Control, Self::After];

    const fn name(self) -> &'static str {
        match self {
            Self::Hub => "",
            Self::Sheet => "sheet",
            Self::Collect => "collect",
            Self::Show => "show",
            Self::Control => "control",
            Self::After => "after",
        }
    }
}

/// A page that a group sees.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Seat {
    /// Which group it is.
    Door,
    /// What it hands in: the place of the group, from 0, and the round, from 1.
    Answers(u16, u8),
    /// An item that the group rates in a round.
    Item(u16, u8, ItemId),
}

impl Workshops {
    /// Reads what comes after `first` in a fragment.
    pub(super) fn parse<'a>(
        first: &str,
        parts: &mut impl Iterator<Item = &'a str>,
    ) -> Option<Self> {
        Some(match first {
            "workshops" => match parts.next() {
                None => Self::All,
                Some("new") => Self::New,
                Some("notes") => Self::Notes(parts.next().map(str::to_owned)),
                Some(_) => return None,
            },
            "workshop" => {
                let name = parts.next()?.to_owned();
                let page = parts.next().unwrap_or_default();
                Self::Room(name, Room::ALL.into_iter().find(|room| room.name() == page)?)
            }
            "join" => Self::Seat(parts.next()?.to_owned(), Seat::parse(parts)?),
            "return" => Self::Return(parts.next()?.to_owned()),
            _ => return None,
        })
    }
}

impl Seat {
    fn parse<'a>(parts: &mut impl Iterator<Item = &'a str>) -> Option<Self> {
        let Some(group) = parts.next() else { return Some(Self::Door) };
        let group = group.parse::<u16>().ok()?.checked_sub(1)?;
        let round = parts.next()?.parse().ok()?;
        Some(match parts.next() {
            None => Self::Answers(group, round),
            Some(item) => Self::Item(group, round, ItemId::parse(item).ok()?),
        })
    }
}

impl fmt::Display for Workshops {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::All => f.write_str("/workshops"),
            Self::New => f.write_str("/workshops/new"),
            Self::Notes(None) => f.write_str("/workshops/notes"),
            Self::Notes(Some(article)) => write!(f, "/workshops/notes/{article}"),
            Self::Room(name, Room::Hub) => write!(f, "/workshop/{name}"),
            Self::Room(name, room) => write!(f, "/workshop/{name}/{}", room.name()),
            Self::Seat(code, Seat::Door) => write!(f, "/join/{code}"),
            Self::Seat(code, Seat::Answers(group, round)) => {
                write!(f, "/join/{code}/{}/{round}", group.saturating_add(1))
            }
            Self::Seat(code, Seat::Item(group, round, item)) => {
                write!(f, "/join/{code}/{}/{round}/{item}", group.saturating_add(1))
            }
            Self::Return(code) => write!(f, "/return/{code}"),
        }
    }
}
