//! What is still to be done by a day, and whether it should have been done by now.

use super::{
    assessment::{Answer, Assessment, Rating},
    id::ItemId,
    pack::Pack,
    scope::{Standing, standing},
    time::{Day, Timestamp},
};

/// Whether the day by which an item was to reach its target is over, and it hasn't: the target that
/// was set, or else the highest level. What isn't in scope can't be late.
#[must_use]
pub fn is_overdue(pack: &Pack, answer: &Answer, standing: &Standing, now: &Timestamp) -> bool {
    let day = answer.due.as_ref().is_some_and(|due| due.as_str() < now.day());
    day && !is_reached(pack, answer, standing)
}

/// Whether an item is where it was to be: at the target that was set, or else at the highest level.
fn is_reached(pack: &Pack, answer: &Answer, standing: &Standing) -> bool {
    match standing {
        Standing::Rated { credit, .. } => *credit >= wanted(pack, answer),
        Standing::DontKnow | Standing::Unanswered => false,
        Standing::Excluded | Standing::NotAsked => true,
    }
}

/// The credit of the target.
fn wanted(pack: &Pack, answer: &Answer) -> u64 {
    let scale = pack.scale();
    let target = answer.target.as_ref().and_then(|code| scale.level(code));
    target.map_or(scale.unit(), |level| level.credit)
}

/// The items with a due date that aren't where they were to be: those of the questionnaire in its order,
/// then the controls of the organisation's own.
pub fn due_items<'a>(
    pack: &'a Pack,
    assessment: &'a Assessment,
) -> impl Iterator<Item = (&'a ItemId, &'a Answer, &'a Day)> + use<'a> {
    let items = pack.items().iter().filter(|item| assessment.selection.asks(item));
    let items = items.filter_map(|item| {
        let answer = assessment.answers.get(&item.id)?;
        let due = answer.due.as_ref()?;
        let (standing, _) = standing(pack, item, Some(answer));
        (!is_reached(pack, answer, &standing)).then_some((&item.id, answer, due))
    });
    let own = assessment.work().own_in_order().filter_map(|(id, own)| {
        let answer = &own.answer;
        let due = answer.due.as_ref()?;
        let level = match &answer.rating {
            Some(Rating::Level(code)) => pack.scale().level(code),
            _ => None,
        };
        let is_there = level.is_some_and(|level| level.credit >= wanted(pack, answer));
        let is_open = !is_there && !answer.applicability.is_out_of_scope();
        is_open.then_some((id, answer, due))
    });
    items.chain(own)
}
