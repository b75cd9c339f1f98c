//! Whether something should have been done by now.

use super::{assessment::Answer, pack::Pack, scope::Standing, time::Timestamp};

/// Whether the day by which an item was to reach its target is over, and it hasn't: the target that
/// was set, or else the highest level. What isn't in scope can't be late.
#[must_use]
pub fn is_overdue(pack: &Pack, answer: &Answer, standing: &Standing, now: &Timestamp) -> bool {
    let scale = pack.scale();
    let target = answer.target.as_ref().and_then(|code| scale.level(code));
    let target = target.map_or(scale.unit(), |level| level.credit);
    let reached = match standing {
        Standing::Rated { credit, .. } => *credit >= target,
        Standing::DontKnow | Standing::Unanswered => false,
        Standing::Excluded | Standing::NotAsked => true,
    };
    !reached && answer.due.as_ref().is_some_and(|due| due.as_str() < now.day())
}
