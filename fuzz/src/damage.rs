//! What may happen to a file on its way, or on purpose.

use crate::{
    pieces::{PIECES, VALUES},
    random::Random,
};

/// Longest input in bytes: what is larger tells nothing more and takes its time.
const LONGEST: usize = 200_000;

/// Damages a file in one to five ways; `others` are files of which parts get into it.
pub fn damage(random: &mut Random, file: &mut Vec<u8>, others: &[Vec<u8>]) {
    for _ in 0..=random.below(5) {
        once(random, file, others);
        file.truncate(LONGEST);
    }
}

fn once(random: &mut Random, file: &mut Vec<u8>, others: &[Vec<u8>]) {
    let at = random.below(file.len());
    match random.below(16) {
        0..=5 => {
            let value = *random.pick(VALUES);
            let (from, to) = value_near(file, at);
            file.splice(from..to, value.bytes());
        }
        6 | 7 => {
            let piece = *random.pick(PIECES);
            file.splice(at..at, piece.bytes());
        }
        8 => {
            let byte = random.next().to_le_bytes()[0];
            if let Some(place) = file.get_mut(at) {
                *place = byte;
            }
        }
        9 => {
            let to = end(file, at, random.below(60));
            file.drain(at..to);
        }
        10 => {
            let piece = file[at..end(file, at, random.below(200))].to_vec();
            let to = random.below(file.len());
            file.splice(to..to, piece);
        }
        11 => {
            let piece = random.pick(&["[", "{\"a\":", "0", "\"a\",", "<a>", "A", "\\u0041"]);
            let piece = piece.repeat(1 + random.below(400));
            file.splice(at..at, piece.bytes());
        }
        12 => {
            let (from, to) = value_near(file, at);
            let (other, until) = value_near(file, random.below(file.len()));
            let value = file[other..until].to_vec();
            file.splice(from..to, value);
        }
        13 => {
            let other = random.pick(others);
            let from = random.below(other.len());
            let (from, to) = value_near(other, from);
            let here = value_near(file, at);
            file.splice(here.0..here.1, other[from..to].iter().copied());
        }
        14 => {
            let piece = file[at..end(file, at, 40)].to_vec();
            file.splice(at..at, piece.repeat(1 + random.below(20)));
        }
        _ => file.truncate(at),
    }
}

fn end(file: &[u8], from: usize, length: usize) -> usize {
    from.saturating_add(length).min(file.len())
}

/// From where to where the next value reaches, or the next key. A list or an object counts whole.
fn value_near(file: &[u8], at: usize) -> (usize, usize) {
    let rest = file.get(at..).unwrap_or_default();
    let begins = |byte: &u8| matches!(byte, b':' | b',' | b'[' | b'{');
    let Some(skip) = rest.iter().position(begins) else { return (at, at) };
    let from = at + skip + 1;
    let mut depth = 0_usize;
    let mut quoted = false;
    let mut escaped = false;
    for (place, byte) in file.iter().enumerate().skip(from) {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if quoted => escaped = true,
            b'"' => quoted = !quoted,
            _ if quoted => {}
            b'[' | b'{' => depth += 1,
            b']' | b'}' | b',' | b':' if depth == 0 => return (from, place),
            b']' | b'}' => depth -= 1,
            _ => {}
        }
    }
    (from, file.len())
}
