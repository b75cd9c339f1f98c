//! The rating that check-points suggest; it never overrules one (scoring.md, Check-points).

use super::{
    assessment::{Answer, CheckAnswer},
    id::LevelCode,
    pack::{Item, Pack},
    scale::Level,
};

/// With at least half of the check-points answered yes, partly or no: the highest level whose credit
/// is not above their mean, except that the top level needs every check-point answered yes.
#[must_use]
pub fn suggest<'pack>(pack: &'pack Pack, item: &Item, answer: &Answer) -> Option<&'pack LevelCode> {
    let mut answered = 0_u64;
    let mut halves = 0_u64;
    for check in &item.checks {
        let counts = match answer.checks.get(check) {
            Some(CheckAnswer::Yes) => 2,
            Some(CheckAnswer::Partly) => 1,
            Some(CheckAnswer::No) => 0,
            Some(CheckAnswer::DontKnow) | None => continue,
        };
        answered += 1;
        halves += counts;
    }
    let all = u64::try_from(item.checks.len()).ok()?;
    if all == 0 || answered * 2 < all {
        return None;
    }
    let every_yes = halves == all * 2;
    let unit = pack.scale().unit();
    let fits = |level: &&Level| {
        level.credit * 2 * answered <= halves * unit && (level.credit < unit || every_yes)
    };
    pack.scale().levels().iter().rfind(fits).map(|level| &level.code)
}
