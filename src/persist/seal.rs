//! A kept text says by itself whether it is whole, and which of two copies is the newer one: its first
//! line is a seal, `plumbline <counter> <checksum>`. No file has one (docs/decisions/0030).

use std::hash::Hasher as _;

use fnv::FnvHasher;

/// How a seal begins.
const MARK: &str = "plumbline ";

/// A kept text without its seal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unsealed<'a> {
    /// Its counter; `None` for a text from before there were seals.
    pub counter: Option<u64>,
    /// The text itself.
    pub text: &'a str,
}

/// A text with a seal that doesn't fit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Corrupt;

/// A text with its seal, as it is stored.
#[must_use]
pub fn seal(counter: u64, text: &str) -> String {
    format!("{MARK}{counter} {:016x}\n{text}", checksum(counter, text))
}

/// Takes the seal off a stored text.
///
/// # Errors
/// [`Corrupt`] when the text isn't the one that was sealed. One that was damaged before the end of the
/// seal's mark looks like a text without seal, and can't be read as JSON.
pub fn unseal(stored: &str) -> Result<Unsealed<'_>, Corrupt> {
    let Some(sealed) = stored.strip_prefix(MARK) else {
        return Ok(Unsealed { counter: None, text: stored });
    };
    let (line, text) = sealed.split_once('\n').ok_or(Corrupt)?;
    let (counter, _) = line.split_once(' ').ok_or(Corrupt)?;
    let counter = counter.parse().map_err(|_| Corrupt)?;
    // Written anew, so that no other spelling of the same numbers passes.
    if format!("{counter} {:016x}", checksum(counter, text)) == line {
        Ok(Unsealed { counter: Some(counter), text })
    } else {
        Err(Corrupt)
    }
}

/// A stored text as it goes into a file, whole or not: without the line of its seal.
#[must_use]
pub fn content(stored: &str) -> &str {
    let rest = stored.strip_prefix(MARK).and_then(|sealed| sealed.split_once('\n'));
    rest.map_or(stored, |(_, text)| text)
}

fn checksum(counter: u64, text: &str) -> u64 {
    let mut hasher = FnvHasher::default();
    hasher.write(&counter.to_le_bytes());
    hasher.write(text.as_bytes());
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_sealed_is_unsealed() {
        for text in ["", "{}", "\u{feff} {\n}\n", "plumbline 1 0\n"] {
            let stored = seal(7, text);
            assert_eq!(unseal(&stored), Ok(Unsealed { counter: Some(7), text }));
            assert_eq!(content(&stored), text);
        }
        assert_eq!(unseal("{}"), Ok(Unsealed { counter: None, text: "{}" }));
        assert_eq!(content("{}"), "{}");
    }

    #[test]
    fn the_checksum_is_fnv_1a() {
        // By hand: the offset basis, then eight times zero and "a".
        let prime = 0x0000_0100_0000_01b3_u64;
        let steps = [0, 0, 0, 0, 0, 0, 0, 0, u64::from(b'a')];
        let hash = steps
            .iter()
            .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ byte).wrapping_mul(prime));
        assert_eq!(seal(0, "a"), format!("plumbline 0 {hash:016x}\na"));
    }

    #[test]
    fn no_letter_changes_unnoticed() {
        let stored = seal(12, "{\"a\": 1}");
        for place in 0..stored.len() {
            for with in ["0", "1", "f", " ", "\n", "", "00"] {
                let (before, after) = stored.split_at(place);
                let damaged = format!("{before}{with}{}", after.get(1..).unwrap_or_default());
                let found = unseal(&damaged);
                let whole = found.is_ok_and(|found| found.counter.is_some());
                assert!(damaged == stored || !whole, "{damaged}");
            }
            let cut = stored.get(..place).unwrap_or_default();
            assert!(unseal(cut).is_ok_and(|found| found.counter.is_none()) || unseal(cut).is_err());
        }
    }
}
