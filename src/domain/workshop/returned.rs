//! What a group hands in.

use std::fmt;

use super::session::{Session, SessionId, mark};
use crate::domain::{assessment::Rating, id::LevelCode, pack::Pack};

/// Most letters of a note that a group writes.
pub const LONGEST_NOTE: usize = 2000;

/// What a group says of an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Vote {
    /// A level of the scale by its place, from 0, the lowest.
    Level(u8),
    /// Looked at, but the group couldn't tell.
    DontKnow,
}

impl Vote {
    /// The vote that a rating is; `None` for a level that the scale doesn't have.
    #[must_use]
    pub fn of(pack: &Pack, rating: &Rating) -> Option<Self> {
        match rating {
            Rating::DontKnow => Some(Self::DontKnow),
            Rating::Level(code) => {
                let place = pack.scale().levels().iter().position(|level| level.code == *code)?;
                u8::try_from(place).ok().map(Self::Level)
            }
        }
    }

    /// The rating that it is; `None` for a place that the scale doesn't have.
    #[must_use]
    pub fn rating(self, pack: &Pack) -> Option<Rating> {
        match self {
            Self::DontKnow => Some(Rating::DontKnow),
            Self::Level(place) => level(pack, place.into()).cloned().map(Rating::Level),
        }
    }
}

/// The code of the level at a place of the scale, from 0, the lowest.
#[must_use]
pub fn level(pack: &Pack, place: usize) -> Option<&LevelCode> {
    Some(&pack.scale().levels().get(place)?.code)
}

/// What a group says of all items in a round.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Return {
    /// The session that it is for.
    pub session: SessionId,
    /// The questionnaire that the group saw, as [`mark`] tells it.
    pub pack: u16,
    /// The place of the group, from 0.
    pub group: u16,
    /// The round, from 1.
    pub round: u8,
    /// The how-manieth return of this group and round it is. A later one stands for what the group thinks
    /// now; a clock wouldn't tell, for those of two devices differ.
    pub counter: u32,
    /// One for each item of the session, in its order; `None` is unanswered.
    pub votes: Vec<Option<Vote>>,
    /// Notes, one for each item, empty where there is none; `None` when it brings no notes, as a code.
    pub notes: Option<Vec<String>>,
}

/// Why a return isn't taken. Nothing has changed then.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// Something in it isn't as it was written: a letter is missing or another one.
    Damaged,
    /// Written by a newer version of this program.
    Newer,
    /// A start link or code, which brings no answers.
    Start,
    /// It is for another session.
    OtherSession,
    /// The group saw another questionnaire, or another version of it.
    OtherPack,
    /// The session has no such group; its place.
    UnknownGroup(u16),
    /// The session has no such round.
    UnknownRound(u8),
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Damaged => f.write_str("damaged"),
            Self::Newer => f.write_str("written by a newer version"),
            Self::Start => f.write_str("a start code, no return"),
            Self::OtherSession => f.write_str("for another session"),
            Self::OtherPack => f.write_str("made with another questionnaire, or another version"),
            Self::UnknownGroup(place) => write!(f, "no group at place {place}"),
            Self::UnknownRound(round) => write!(f, "no round {round}"),
        }
    }
}

impl std::error::Error for Refusal {}

impl Session {
    /// Whether a return is one of this session.
    ///
    /// # Errors
    /// The first [`Refusal`] that applies, the one that explains most before the others.
    pub fn check(&self, returned: &Return) -> Result<(), Refusal> {
        self.check_head(returned.session, returned.pack, returned.group, returned.round)?;
        let asked = self.items().len();
        let known = |vote: &Option<Vote>| match vote {
            Some(Vote::Level(place)) => *place < self.levels(),
            Some(Vote::DontKnow) | None => true,
        };
        let notes = returned.notes.as_ref().is_none_or(|notes| notes.len() == asked);
        if returned.votes.len() == asked && notes && returned.votes.iter().all(known) {
            Ok(())
        } else {
            Err(Refusal::Damaged)
        }
    }

    /// Whether something with this head is a return of this session. By this a reader knows whether the
    /// rest of it means what the session says.
    ///
    /// # Errors
    /// The first [`Refusal`] that applies.
    pub fn check_head(
        &self,
        session: SessionId,
        pack: u16,
        group: u16,
        round: u8,
    ) -> Result<(), Refusal> {
        if session != self.id() {
            Err(Refusal::OtherSession)
        } else if pack != mark(self.pack()) {
            Err(Refusal::OtherPack)
        } else if group >= self.plan().groups.count() {
            Err(Refusal::UnknownGroup(group))
        } else if !(1..=self.plan().rounds).contains(&round) {
            Err(Refusal::UnknownRound(round))
        } else {
            Ok(())
        }
    }
}
