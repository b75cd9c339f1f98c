//! Files that are locked with a password, opened by another implementation of the same ciphers.

use std::fs;

use aes_gcm::{
    Aes256Gcm, KeyInit as _, Nonce,
    aead::{Aead as _, Payload},
};
use plumbline::persist::{
    document::WriteError,
    locked::{Locked, LockedError, MOST_ROUNDS, PasswordFault, ROUNDS, check_password},
    read::LARGEST,
};
use sha2::Sha256;

use crate::support::{golden, golden_path};

const PASSWORD: &str = "correct horse – Batterie";

/// The one of `tests/golden`, which a program in another language has made.
fn golden_locked() -> String {
    fs::read_to_string(golden_path("half").with_file_name("half.locked.json")).unwrap()
}

fn unlock(locked: &Locked, password: &str) -> Option<Vec<u8>> {
    let mut key = [0; 32];
    pbkdf2::pbkdf2_hmac::<Sha256>(password.as_bytes(), &locked.salt, locked.rounds, &mut key);
    let head = locked.head();
    let payload = Payload { msg: &locked.content, aad: head.as_bytes() };
    Aes256Gcm::new(&key.into()).decrypt(Nonce::from_slice(&locked.nonce), payload).ok()
}

#[test]
fn another_program_opens_it() {
    let locked = Locked::read(&golden_locked()).unwrap();
    assert_eq!(locked.rounds, ROUNDS);
    assert_eq!(unlock(&locked, PASSWORD).unwrap(), golden("half").into_bytes());
    assert_eq!(unlock(&Locked { rounds: 1, ..locked }, PASSWORD), None);
}

#[test]
fn what_is_written_is_read() {
    let locked = Locked { rounds: 7, salt: [1; 16], nonce: [2; 12], content: vec![3; 99] };
    let text = locked.write().unwrap();
    assert_eq!(Locked::read(&text), Ok(locked.clone()));
    // Other programs order and space as they like.
    assert_eq!(Locked::read(&format!("\u{feff}{}", text.replace(':', " :\n"))), Ok(locked));
    let large =
        Locked { content: vec![0; LARGEST / 4 * 3], ..Locked::read(&golden_locked()).unwrap() };
    assert_eq!(large.write(), Err(WriteError::TooLarge));
}

/// Whatever letter is another one: damage is told, or it is no locked file any more; never that the
/// password would be wrong.
#[test]
fn damage_is_told_from_a_wrong_password() {
    let whole = Locked { rounds: 7, salt: [1; 16], nonce: [2; 12], content: vec![3; 40] };
    let text = whole.write().unwrap();
    for place in 0..text.len() {
        let mut damaged = text.clone().into_bytes();
        damaged[place] = if damaged[place] == b'x' { b'y' } else { b'x' };
        let damaged = String::from_utf8(damaged).unwrap();
        match Locked::read(&damaged) {
            Err(_) => {}
            // Only what program has written it.
            Ok(read) => assert!(read == whole && damaged.contains('x'), "at {place}"),
        }
    }
    for (place, _) in text.char_indices() {
        assert!(Locked::read(&text[..place]).is_err(), "cut at {place}");
    }
}

/// Whoever alters a file and makes its checksum anew gains nothing: it opens with no password.
#[test]
fn what_was_altered_on_purpose_never_opens() {
    let whole = Locked { rounds: 7, ..Locked::read(&golden_locked()).unwrap() };
    let mut key = [0; 32];
    pbkdf2::pbkdf2_hmac::<Sha256>(PASSWORD.as_bytes(), &whole.salt, whole.rounds, &mut key);
    let head = whole.head();
    let payload = Payload { msg: b"a text", aad: head.as_bytes() };
    let content = Aes256Gcm::new(&key.into()).encrypt(Nonce::from_slice(&whole.nonce), payload);
    let whole = Locked { content: content.unwrap(), ..whole };
    assert_eq!(unlock(&whole, PASSWORD).as_deref(), Some(&b"a text"[..]));
    let mut altered = vec![Locked { rounds: 8, ..whole.clone() }];
    // Every byte of the content and of its tag, and what stands in the head.
    for place in 0..whole.content.len() {
        let mut one = whole.clone();
        one.content[place] ^= 1;
        altered.push(one);
        let cut = Locked { content: whole.content[..place].to_vec(), ..whole.clone() };
        altered.extend((place >= 16).then_some(cut));
    }
    let (mut salt, mut nonce) = (whole.salt, whole.nonce);
    (salt[0], nonce[0]) = (salt[0] ^ 1, nonce[0] ^ 1);
    altered.extend([Locked { salt, ..whole.clone() }, Locked { nonce, ..whole }]);
    for one in altered {
        assert_eq!(Locked::read(&one.write().unwrap()), Ok(one.clone()), "its checksum is right");
        assert_eq!(unlock(&one, PASSWORD), None, "{one:?}");
    }
}

#[test]
fn what_would_hurt_is_refused_before_it_does() {
    let with = |what: &str, instead: &str| Locked::read(&golden_locked().replace(what, instead));
    for rounds in ["0", "10000001", "4294967296", "18446744073709551615"] {
        assert_eq!(with("600000", rounds), Err(LockedError::Rounds), "{rounds}");
    }
    for rounds in ["-1", "1e9", "\"600000\"", "null", "600001", &MOST_ROUNDS.to_string()] {
        assert_eq!(with("600000", rounds), Err(LockedError::Damaged), "{rounds}");
    }
    assert_eq!(with("\"version\":1", "\"version\":2"), Err(LockedError::Newer));
    assert_eq!(with("PBKDF2-SHA-256", "Argon2id"), Err(LockedError::Newer));
    assert_eq!(with("AES-256-GCM", "ROT13"), Err(LockedError::Newer));
    for text in ["", "{}", "[]", &golden("half"), "{\"format\":\"plumbline\"}"] {
        assert_eq!(Locked::read(text), Err(LockedError::Format), "{text}");
    }
}

#[test]
fn a_password_is_long_enough_and_typed_twice() {
    assert_eq!(check_password("elf letters", "elf letters"), Err(PasswordFault::Short));
    assert_eq!(check_password("zwölf Zeiche", "zwölf Zeichen"), Err(PasswordFault::Different));
    assert_eq!(check_password("zwölf Zeiche", "zwölf Zeiche"), Ok(()));
}
