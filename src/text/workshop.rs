//! Words of workshops.

use super::{Key, PackTexts, Texts};
use crate::{
    domain::{
        pack::Pack,
        workshop::{
            returned::{Refusal, level},
            session::{COLOURS, Groups, Session},
            tally::Median,
        },
    },
    persist::workshop::code::session_name,
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

/// Why a return isn't taken in, and what to do about it.
#[must_use]
pub fn refusal(texts: &Texts, why: Refusal, session: &Session) -> String {
    let name = session_name(session.id());
    let numbered =
        |key, number: u32| texts.fill(key, &[("number", &number.to_string()), ("session", &name)]);
    match why {
        Refusal::Damaged => texts.get(Key::WorkshopRefusedDamaged).to_owned(),
        Refusal::Newer => texts.get(Key::WorkshopRefusedNewer).to_owned(),
        Refusal::Start => texts.get(Key::WorkshopRefusedStart).to_owned(),
        Refusal::OtherSession => texts.fill(Key::WorkshopRefusedSession, &[("session", &name)]),
        Refusal::OtherPack => {
            let pack = session.pack();
            let values =
                [("session", &*name), ("pack", pack.id.as_str()), ("version", &pack.version)];
            texts.fill(Key::WorkshopRefusedPack, &values)
        }
        Refusal::UnknownGroup(place) => {
            numbered(Key::WorkshopRefusedGroup, u32::from(place).saturating_add(1))
        }
        Refusal::UnknownRound(round) => numbered(Key::WorkshopRefusedRound, round.into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        domain::{
            selection::Selection,
            workshop::session::{About, Plan, SessionId},
        },
        persist::pack::read_pack,
    };

    #[test]
    fn each_refusal_has_words_of_its_own() {
        let pack = read_pack(include_str!("../../packs/iso27001-2022/pack.json")).unwrap();
        let plan = Plan {
            name: String::new(),
            items: Selection::Quick,
            about: About::Own,
            groups: Groups::Numbered(3),
            rounds: 2,
            minutes: None,
        };
        let session = Session::new(&pack, SessionId(*b"Hello"), plan).unwrap();
        let all = [
            Refusal::Damaged,
            Refusal::Newer,
            Refusal::Start,
            Refusal::OtherSession,
            Refusal::OtherPack,
            Refusal::UnknownGroup(6),
            Refusal::UnknownRound(5),
        ];
        let texts = Texts::english();
        let said = all.map(|why| refusal(&texts, why, &session));
        for (place, text) in said.iter().enumerate() {
            assert!(!text.contains('{') && !said[..place].contains(text), "{text}");
        }
        assert!(said[5].contains("group 7") && said[6].contains("round 5"), "{said:?}");
        let named = |text: &&String| text.contains("91JPRV3F");
        assert_eq!(said.iter().filter(named).count(), 4);
    }
}
