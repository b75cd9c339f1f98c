//! The form of all codes: letters that a phone types, a chat leaves alone and a QR code packs densely.
//!
//! `PLMR1` and then 32 different capitals and digits, five bits each (Crockford's alphabet, without I, L, O
//! and U). Small letters are read as capitals. No code has the beginning of another one in it, for the
//! beginning has an L. The last 24 bits are a CRC: it notices every wrong letter, every two that changed
//! places, and any other damage but for one case in 16 million.

use crc::{CRC_24_OPENPGP, Crc, NoTable};

use crate::domain::workshop::session::SessionId;

const LETTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// What every code begins with; the kind and the version of its form follow.
pub const BEGIN: &str = "PLM";
/// The version of the form.
const VERSION: char = '1';
/// Letters of a beginning.
pub const HEAD: usize = 5;
/// Bytes of the check value.
const CHECK: usize = 3;

/// What a code is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A session, for its groups.
    Start,
    /// What a group hands in.
    Return,
}

impl Kind {
    const fn letter(self) -> char {
        match self {
            Self::Start => 'S',
            Self::Return => 'R',
        }
    }
}

/// Why a text is no code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CodeError {
    /// It doesn't begin as one.
    None,
    /// It begins as one of a newer version.
    Newer,
    /// It begins as one, and then a letter is missing or another one.
    Damaged,
}

/// The code of some content.
#[must_use]
pub fn write(kind: Kind, content: &[u8]) -> String {
    let mut code = String::from(BEGIN);
    code.push(kind.letter());
    code.push(VERSION);
    let check = check(kind, content).to_be_bytes();
    letters(content.iter().chain(check.iter().skip(1)), &mut code);
    code
}

/// Reads a code, from its beginning to its end, and nothing else.
///
/// # Errors
/// [`CodeError`]
pub fn read(code: &str) -> Result<(Kind, Vec<u8>), CodeError> {
    let code = code.trim().to_ascii_uppercase();
    let rest = code.strip_prefix(BEGIN).ok_or(CodeError::None)?;
    let kinds = [Kind::Start, Kind::Return];
    let (kind, rest) = kinds
        .into_iter()
        .find_map(|kind| Some((kind, rest.strip_prefix(kind.letter())?)))
        .ok_or(CodeError::None)?;
    let Some(rest) = rest.strip_prefix(VERSION) else {
        let newer = rest.starts_with(|digit: char| digit.is_ascii_digit());
        return Err(if newer { CodeError::Newer } else { CodeError::None });
    };
    let bytes = bytes(rest).ok_or(CodeError::Damaged)?;
    let end = bytes.len().checked_sub(CHECK).ok_or(CodeError::Damaged)?;
    let (content, found) = bytes.split_at_checked(end).ok_or(CodeError::Damaged)?;
    let check = check(kind, content).to_be_bytes();
    if check.iter().skip(1).eq(found) {
        Ok((kind, content.to_vec()))
    } else {
        Err(CodeError::Damaged)
    }
}

/// Whether a letter can stand in a code behind its beginning.
#[must_use]
pub fn is_letter(letter: char) -> bool {
    value(letter).is_some()
}

fn value(letter: char) -> Option<usize> {
    let letter = u8::try_from(letter.to_ascii_uppercase()).ok()?;
    LETTERS.iter().position(|known| *known == letter)
}

/// Of the kind too, so that none is taken for another.
fn check(kind: Kind, content: &[u8]) -> u32 {
    let crc = Crc::<u32, NoTable>::new(&CRC_24_OPENPGP);
    let mut digest = crc.digest();
    digest.update(kind.letter().encode_utf8(&mut [0; 4]).as_bytes());
    digest.update(content);
    digest.finalize()
}

fn letters<'a>(bytes: impl Iterator<Item = &'a u8>, to: &mut String) {
    let (mut held, mut count) = (0_usize, 0_u32);
    let mut push = |place: usize| to.extend(LETTERS.get(place % 32).copied().map(char::from));
    for byte in bytes {
        held = held << 8 & 0xffff | usize::from(*byte);
        count = count.saturating_add(8);
        while count >= 5 {
            count = count.saturating_sub(5);
            push(held >> count);
        }
    }
    if count > 0 {
        push(held << (5_u32.saturating_sub(count)));
    }
}

/// The bytes that some letters stand for; `None` when there is another letter, or one too many.
fn bytes(letters: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    let (mut held, mut count) = (0_usize, 0_u32);
    for letter in letters.chars() {
        held = held << 5 & 0xffff | value(letter)?;
        count = count.saturating_add(5);
        if count >= 8 {
            count = count.saturating_sub(8);
            bytes.push(u8::try_from(held >> count & 0xff).ok()?);
        }
    }
    let left = held & ((1 << count) - 1);
    (count < 5 && left == 0).then_some(bytes)
}

/// A session as people tell it from others: eight letters, which are the first of all its codes.
#[must_use]
pub fn session_name(id: SessionId) -> String {
    let mut name = String::new();
    letters(id.0.iter(), &mut name);
    name
}

/// The session of which [`session_name`] is the name.
#[must_use]
pub fn session_named(name: &str) -> Option<SessionId> {
    bytes(name)?.try_into().ok().map(SessionId)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_code_worked_out_by_another_program() {
        assert_eq!(write(Kind::Return, b"Plumbline"), "PLMR1A1P7AVB2DHMPWSB3PT3G");
        assert_eq!(read("plmr1a1p7avb2dhmpwsb3pt3g"), Ok((Kind::Return, b"Plumbline".to_vec())));
        assert_eq!(session_name(SessionId(*b"Hello")), "91JPRV3F");
    }

    #[test]
    fn others_are_told_apart() {
        for text in ["", "PLM", "PLMX1", "PLMR", "PLMRX", "https://example.org", "PLMÄ"] {
            assert_eq!(read(text), Err(CodeError::None), "{text}");
        }
        assert_eq!(read("PLMR2A1"), Err(CodeError::Newer));
        for text in ["PLMR1", "PLMR1A1P7AVB2DHMPWSB3PT3", "PLMR1A1P7AVB2DHMPWSB3PT3G x", "PLMR1U"] {
            assert_eq!(read(text), Err(CodeError::Damaged), "{text}");
        }
    }

    #[test]
    fn missing_letters_are_noticed() {
        let code = write(Kind::Return, b"The quick brown fox jumps over the lazy dog");
        for place in 0..code.len() {
            let shorter = [&code[..place], &code[place + 1..]].concat();
            assert!(read(&shorter).is_err() && read(&code[..place]).is_err(), "{place}");
        }
    }

    proptest! {
        #[test]
        fn what_is_written_is_read(content: Vec<u8>, start: bool) {
            let kind = if start { Kind::Start } else { Kind::Return };
            let code = write(kind, &content);
            prop_assert_eq!(read(&code.to_lowercase()), Ok((kind, content)));
        }

        #[test]
        fn every_wrong_letter_is_noticed(content in prop::collection::vec(any::<u8>(), 0..60)) {
            let code = write(Kind::Return, &content);
            for (place, here) in code.char_indices() {
                for letter in LETTERS.iter().map(|letter| char::from(*letter)).filter(|letter| *letter != here) {
                    let mut damaged = code.clone();
                    damaged.replace_range(place..=place, letter.encode_utf8(&mut [0; 4]));
                    prop_assert!(read(&damaged).is_err(), "{}", damaged);
                }
            }
        }

        #[test]
        fn letters_that_changed_places_are_noticed(content in prop::collection::vec(any::<u8>(), 1..60)) {
            let code = write(Kind::Return, &content);
            let letters: Vec<char> = code.chars().collect();
            for place in HEAD..letters.len() - 1 {
                let mut swapped = letters.clone();
                swapped.swap(place, place + 1);
                let swapped: String = swapped.into_iter().collect();
                prop_assert!(swapped == code || read(&swapped).is_err(), "{}", swapped);
            }
        }

        #[test]
        fn names_of_sessions_come_back(id: [u8; 5]) {
            prop_assert_eq!(session_named(&session_name(SessionId(id))), Some(SessionId(id)));
        }
    }
}
