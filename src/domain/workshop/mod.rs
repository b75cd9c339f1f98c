//! A workshop: groups of participants rate the same items, the room sees where they disagree, and agrees
//! (scoring.md, Workshop; docs/decisions/0031).
//!
//! A [`Session`] says what is asked of whom. Each group hands in a [`Return`](returned::Return) for each
//! round, in whatever order and however often; [`Collected`] comes out the same. A
//! [`Tally`](tally::Tally) says how far apart the groups are on an item, and what the room [agrees](agreed)
//! on becomes an assessment.

pub mod agreed;
pub mod collected;
pub mod estimate;
pub mod returned;
pub mod session;
pub mod shift;
pub mod show;
pub mod tally;

use self::{agreed::AllAgreed, collected::Collected, session::Session};

/// All that a trainer has of a workshop.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Workshop {
    /// What is asked of whom.
    pub session: Session,
    /// What came in.
    pub collected: Collected,
    /// What the room agreed on.
    pub agreed: AllAgreed,
}
