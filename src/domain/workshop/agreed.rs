//! What the room agrees on, and how it becomes an assessment.

use litemap::LiteMap;

use super::session::Session;
use crate::domain::{action::Action, assessment::Rating, id::ItemId};

/// What the room says of an item in the end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Agreed {
    /// The rating that it agreed on.
    pub rating: Rating,
    /// Why, in a few words; may be empty.
    pub minute: String,
}

/// What was agreed on, by item.
pub type AllAgreed = LiteMap<ItemId, Agreed>;

/// What makes an empty assessment hold what was agreed on: only the items of the session are asked, those
/// that the room didn't agree on stay unanswered, and minutes become notes. What was agreed on other items
/// is left out.
#[must_use]
pub fn filled_in(session: &Session, agreed: &AllAgreed) -> Action {
    let mut actions = vec![Action::Select(session.plan().items.clone())];
    for item in session.items() {
        let Some(Agreed { rating, minute }) = agreed.get(item) else { continue };
        actions.push(Action::Rate(item.clone(), Some(rating.clone())));
        if !minute.trim().is_empty() {
            actions.push(Action::Note(item.clone(), minute.clone()));
        }
    }
    Action::Several(actions)
}

/// The items of which two sides say something different.
#[must_use]
pub fn differing(here: &AllAgreed, theirs: &AllAgreed) -> Vec<ItemId> {
    let differs = |(item, agreed): &(&ItemId, &Agreed)| {
        theirs.get(*item).is_some_and(|theirs| theirs != *agreed)
    };
    here.iter().filter(differs).map(|(item, _)| item.clone()).collect()
}

/// Adds what another side agreed on: what isn't here, and of what differs that which `takes` names.
pub fn join(here: &mut AllAgreed, theirs: AllAgreed, takes: impl Fn(&ItemId) -> bool) {
    for (item, agreed) in theirs {
        if !here.contains_key(&item) || takes(&item) {
            here.insert(item, agreed);
        }
    }
}
