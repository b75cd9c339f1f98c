//! Words of workshops.

use super::{Key, PackTexts, Texts};
use crate::domain::{
    pack::Pack,
    workshop::{
        returned::{Refusal, level},
        session::{COLOURS, Groups},
        tally::Median,
    },
};

/// The colours by which groups are called, in their order.
const COLOUR_KEYS: [Key; COLOURS as usize] = [
    Key::WorkshopColour1,
    Key::WorkshopColour2,
    Key::WorkshopColour3,
    Key::WorkshopColour4,
    Key::WorkshopColour5,
    Key::WorkshopColour6,
    Key::WorkshopColour7,
    Key::WorkshopColour8,
    Key::WorkshopColour9,
    Key::WorkshopColour10,
    Key::WorkshopColour11,
    Key::WorkshopColour12,
];

/// What the group at a place, from 0, is called.
#[must_use]
pub fn group_name(texts: &Texts, groups: &Groups, place: u16) -> String {
    let known = match groups {
        Groups::Numbered(_) => None,
        Groups::Coloured(_) => {
            COLOUR_KEYS.get(usize::from(place)).map(|key| texts.get(*key).to_owned())
        }
        Groups::Named(names) => names.get(usize::from(place)).cloned(),
    };
    known.unwrap_or_else(|| numbered(texts, usize::from(place)))
}

/// What a group without a name is called, by its place from 0.
#[must_use]
pub fn numbered(texts: &Texts, place: usize) -> String {
    let number = place.saturating_add(1).to_string();
    texts.fill(Key::WorkshopGroupNumber, &[("number", &number)])
}

/// What the level at a place of the scale is called; empty where there is none.
#[must_use]
pub fn level_name<'a>(pack: &Pack, texts: &'a PackTexts, place: usize) -> &'a str {
    level(pack, place).map_or("", |code| texts.level(code))
}

/// A median in words: a level, or between which two it lies half-way.
#[must_use]
pub fn median_text(texts: &Texts, pack: &Pack, pack_texts: &PackTexts, median: Median) -> String {
    let [lower, upper] =
        [median.lower, median.upper].map(|place| level_name(pack, pack_texts, place));
    if median.lower == median.upper {
        return lower.to_owned();
    }
    texts.fill(Key::WorkshopHalfway, &[("lower", lower), ("upper", upper)])
}

/// Why a return isn't taken, and what to do.
#[must_use]
pub fn refusal(texts: &Texts, why: Refusal) -> String {
    let key = match why {
        Refusal::Damaged => Key::WorkshopRefusedDamaged,
        Refusal::Newer => Key::WorkshopRefusedNewer,
        Refusal::Start => Key::WorkshopRefusedStart,
        Refusal::OtherSession => Key::WorkshopRefusedSession,
        Refusal::OtherPack => Key::WorkshopRefusedPack,
        Refusal::UnknownGroup(place) => {
            let number = u32::from(place).saturating_add(1).to_string();
            return texts.fill(Key::WorkshopRefusedGroup, &[("number", &number)]);
        }
        Refusal::UnknownRound(round) => {
            return texts.fill(Key::WorkshopRefusedRound, &[("number", &round.to_string())]);
        }
    };
    texts.get(key).to_owned()
}
