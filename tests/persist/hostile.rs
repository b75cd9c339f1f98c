//! Files that nobody meant well: whatever a text holds, reading it ends in a value or an error, and
//! what was read can be written and read again.

use plumbline::persist::read::{Notice, Opened, ReadError, read};
use proptest::{prelude::*, sample::Index};

use crate::{
    pieces::{PIECES, VALUES},
    support::{PACK, document, golden, opened, written},
};

/// The file of an assessment in which `"F"`, the rating of 4.1, is another text.
fn with_rating(rating: &str) -> Result<Opened, ReadError> {
    read(&PACK, &written(&document("a", "4.1=F")).replace("\"F\"", rating))
}

fn ignores_rating(rating: &str) {
    let notice = Notice::Ignored { at: "answers.4.1.rating".into() };
    let opened = with_rating(rating).unwrap_or_else(|error| panic!("{error}: {rating}"));
    assert_eq!(opened.notices, [notice], "{rating}");
}

fn is_no_json(rating: &str) {
    assert!(matches!(with_rating(rating), Err(ReadError::Json(_))), "{rating}");
}

#[test]
fn a_byte_order_mark_is_no_error() {
    let file = written(&document("a", "4.1=F"));
    let marked = opened(&format!("\u{feff}{file}"));
    assert_eq!(marked, opened(&file));
}

#[test]
fn a_list_is_no_object() {
    ignores_rating(r#"["F"]"#);
    let file = written(&document("a", "4.1=F"));
    let listed = opened(&file.replace(r#"{"rating":"F"}"#, r#"["F","applicable","",{}]"#));
    assert_eq!(listed.notices, [Notice::Ignored { at: "answers.4.1".into() }]);
    assert_eq!(listed.document.assessment, document("a", "").assessment);
}

#[test]
fn numbers_of_any_size() {
    for number in ["0", "-0", "18446744073709551616", "-1e308", "5e-324", "1e-400", "1e400"] {
        ignores_rating(number);
    }
    for number in ["01", "1.", "+1", "NaN", "Infinity"] {
        is_no_json(number);
    }
    ignores_rating(&"9".repeat(400));
}

#[test]
fn halves_of_characters() {
    for text in [r#""\ud800""#, r#""\udc00""#, r#""\udc00\ud800""#, r#""\ud800\n""#, r#""\ud83d""#]
    {
        is_no_json(text);
    }
    ignores_rating(r#""\ud83d\ude00""#);
    ignores_rating(r#""\u0000""#);
    is_no_json("\"\u{0}\"");
}

#[test]
fn nested_deeply() {
    let nested = |depth: usize| "[".repeat(depth) + &"]".repeat(depth);
    let objects = |depth: usize| "{\"a\":".repeat(depth) + "1" + &"}".repeat(depth);
    for nest in [nested, objects] {
        // The rating stands four levels deep, and 127 are allowed.
        ignores_rating(&nest(123));
        is_no_json(&nest(124));
        is_no_json(&nest(1_000_000));
    }
    is_no_json(&"[".repeat(1_000_000));
}

#[test]
fn many_of_everything() {
    let many = |one: &str| vec![one; 200_000].join(",");
    ignores_rating(&format!("[{}]", many("[]")));
    let repeated = with_rating(&format!("{{{}}}", many(r#""a":1"#))).unwrap();
    assert_eq!(repeated.notices.len(), 200_000, "199,999 repetitions and the rating");
}

#[test]
fn long_lists() {
    let file = written(&document("a", "4.1=F"));
    let check = |before: &str, after: &str| {
        let first = opened(&file.replace(before, after));
        assert_eq!(opened(&written(&first.document)).document, first.document);
    };
    let snapshot = r#"{"name":"a","taken":"2026-11-22T09:00:00.000Z","x":1}"#;
    for entry in ["{}", "7", r#"{"x":1}"#, snapshot] {
        let many = vec![entry; 50_000].join(",");
        check(r#""rating":"F""#, &format!(r#""rating":"F","evidence":[{many}]"#));
        check(r#""answers""#, &format!(r#""snapshots":[{many}],"answers""#));
    }
}

/// Whatever byte is another one: refused or read, and what is read can be written and read again.
#[test]
fn every_byte_may_be_another() {
    let file = written(&document("a", "4.1=F A.5.7=?")).into_bytes();
    for place in 0..file.len() {
        for other in [0, b' ', b'"', b'{', b'}', b',', b'7', b'x', file[place] ^ 0x80] {
            let mut damaged = file.clone();
            damaged[place] = other;
            check(&String::from_utf8_lossy(&damaged)).unwrap();
        }
    }
}

/// What somebody does to a file.
#[derive(Clone, Debug)]
enum Damage {
    Set(Index, u8),
    Insert(Index, Vec<u8>),
    Remove(Index, usize),
    Repeat(Index, usize),
    Swap(Index, Index),
    Cut(Index),
}

fn damages() -> impl Strategy<Value = Damage> {
    let piece = prop::sample::select([PIECES, VALUES].concat());
    prop_oneof![
        4 => (any::<Index>(), any::<u8>()).prop_map(|(at, byte)| Damage::Set(at, byte)),
        8 => (any::<Index>(), piece).prop_map(|(at, piece)| Damage::Insert(at, piece.into())),
        4 => (any::<Index>(), 1..40_usize).prop_map(|(at, length)| Damage::Remove(at, length)),
        4 => (any::<Index>(), 1..200_usize).prop_map(|(at, length)| Damage::Repeat(at, length)),
        2 => (any::<Index>(), any::<Index>()).prop_map(|(a, b)| Damage::Swap(a, b)),
        1 => any::<Index>().prop_map(Damage::Cut),
    ]
}

fn damage(bytes: &mut Vec<u8>, damage: &Damage) {
    if bytes.is_empty() {
        return;
    }
    let end = |from: usize, length: usize| (from + length).min(bytes.len());
    match damage {
        Damage::Set(at, byte) => *at.get_mut(bytes) = *byte,
        Damage::Insert(at, piece) => {
            let at = at.index(bytes.len());
            bytes.splice(at..at, piece.iter().copied());
        }
        Damage::Remove(at, length) => {
            let at = at.index(bytes.len());
            bytes.drain(at..end(at, *length));
        }
        Damage::Repeat(at, length) => {
            let at = at.index(bytes.len());
            let piece = bytes[at..end(at, *length)].to_vec();
            bytes.splice(at..at, piece);
        }
        Damage::Swap(a, b) => {
            let (a, b) = (a.index(bytes.len()), b.index(bytes.len()));
            bytes.swap(a, b);
        }
        Damage::Cut(at) => bytes.truncate(at.index(bytes.len())),
    }
}

/// Reading neither panics nor reads what it can't write.
fn check(text: &str) -> Result<(), TestCaseError> {
    if let Ok(first) = read(&PACK, text) {
        let again = opened(&written(&first.document)).document;
        prop_assert_eq!(&again.assessment, &first.document.assessment);
        prop_assert_eq!(again.revision, first.document.revision);
        prop_assert_eq!(again.saved, first.document.saved);
        prop_assert_eq!(again.filed, first.document.filed);
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn damaged_files(
        file in prop::sample::select(vec!["half", "next"]),
        damages in prop::collection::vec(damages(), 1..6),
    ) {
        let mut bytes = golden(file).into_bytes();
        for one in &damages {
            damage(&mut bytes, one);
        }
        check(&String::from_utf8_lossy(&bytes))?;
    }

    #[test]
    fn any_text(text in any::<String>()) {
        check(&text)?;
    }
}
