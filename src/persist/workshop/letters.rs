//! Names in few bits: the commoner a letter in names of groups, the fewer.

use super::bits::{Reader, Writer};

/// After how many bits, and after which, the letters of a table begin, and how many bits tell its letters
/// apart.
struct Table {
    mark: u128,
    mark_bits: u32,
    bits: u32,
    letters: &'static str,
}

const TABLES: [Table; 4] = [
    Table { mark: 0b0, mark_bits: 1, bits: 3, letters: " eationr" },
    Table { mark: 0b10, mark_bits: 2, bits: 4, letters: "sldhcumpfgbyvkw-" },
    Table { mark: 0b110, mark_bits: 3, bits: 5, letters: "ABCDEFGHIJKLMNOPQRSTUVWXYZjqxz.&" },
    Table { mark: 0b1110, mark_bits: 4, bits: 4, letters: "0123456789,’/():" },
];
/// The code point of any other letter: Latin with accents, Greek, Cyrillic, Hebrew, Arabic in the first.
const OTHERS: [(u128, u32, u32); 2] = [(0b1_1110, 5, 11), (0b1_1111, 5, 21)];

/// Writes a text.
pub fn put(writer: &mut Writer, text: &str) {
    writer.number(u32::try_from(text.chars().count()).unwrap_or(u32::MAX));
    for letter in text.chars() {
        let find = |table: &Table| table.letters.chars().position(|known| known == letter);
        let known = TABLES.iter().find_map(|table| Some((table, find(table)?)));
        let code = u32::from(letter);
        let (mark, mark_bits, value, bits) = match (known, OTHERS) {
            (Some((table, place)), _) => {
                (table.mark, table.mark_bits, u128::try_from(place).unwrap_or_default(), table.bits)
            }
            (None, [(mark, mark_bits, bits), _]) if code >> bits == 0 => {
                (mark, mark_bits, code.into(), bits)
            }
            (None, [_, (mark, mark_bits, bits)]) => (mark, mark_bits, code.into(), bits),
        };
        writer.put(mark, mark_bits);
        writer.put(value, bits);
    }
}

/// Reads a text of at most `longest` letters; `None` when there is none.
pub fn take(reader: &mut Reader<'_>, longest: usize) -> Option<String> {
    let count = usize::try_from(reader.number()?).ok().filter(|count| *count <= longest)?;
    let mut text = String::new();
    for _ in 0..count {
        text.push(letter(reader)?);
    }
    Some(text)
}

fn letter(reader: &mut Reader<'_>) -> Option<char> {
    let mut ones = 0_usize;
    while ones < 5 && reader.take(1)? == 1 {
        ones = ones.saturating_add(1);
    }
    if let Some(table) = TABLES.get(ones) {
        return table.letters.chars().nth(reader.few(table.bits)?);
    }
    let (_, _, bits) = OTHERS.get(ones.saturating_sub(TABLES.len()))?;
    char::from_u32(reader.few(*bits)?)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn written(text: &str) -> Vec<u8> {
        let mut writer = Writer::default();
        put(&mut writer, text);
        writer.bytes()
    }

    #[test]
    fn every_table_is_full_and_no_letter_stands_twice() {
        let mut all = String::new();
        for table in TABLES {
            assert_eq!(table.letters.chars().count(), 1 << table.bits);
            all.push_str(table.letters);
        }
        for (place, letter) in all.char_indices() {
            assert_eq!(all.find(letter), Some(place), "{letter}");
        }
    }

    #[test]
    fn names_take_two_thirds() {
        let names = ["Finance", "Human resources", "Sales and marketing", "IT operations", "Legal"];
        let text = names.join("");
        assert_eq!((text.len(), written(&text).len()), (59, 38));
    }

    #[test]
    fn longer_ones_and_ends_are_refused() {
        let bytes = written("Finance");
        assert_eq!(take(&mut Reader::new(&bytes), 7).unwrap(), "Finance");
        assert_eq!(take(&mut Reader::new(&bytes), 6), None);
        assert_eq!(take(&mut Reader::new(&bytes[..3]), 7), None);
        // A code point that is no letter.
        let mut writer = Writer::default();
        writer.number(1);
        writer.put(0b1_1111, 5);
        writer.put(0xd800, 21);
        assert_eq!(take(&mut Reader::new(&writer.bytes()), 7), None);
    }

    proptest! {
        #[test]
        fn any_text_comes_back(text in "\\PC{0,40}|[ -~]{0,40}|.{0,40}") {
            prop_assert_eq!(take(&mut Reader::new(&written(&text)), 40), Some(text));
        }
    }
}
