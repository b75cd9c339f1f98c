//! Codes in what people paste.

use plumbline::{
    domain::workshop::{
        returned::{Refusal, Return},
        session::Session,
    },
    persist::workshop::{
        find::{Found, Place, find},
        returned::write,
        start,
    },
};
use proptest::prelude::*;

use super::{any_return, plan, returned, session};
use crate::support::PACK;

fn code(session: &Session, group: u16) -> String {
    write(session, &returned(session, group))
}

fn bad(line: usize, begin: &str, why: Refusal) -> (Place, Refusal) {
    (Place { line, begin: begin.into() }, why)
}

#[test]
fn codes_are_found_in_mails_and_chats() {
    let session = session(plan());
    let [one, two, three, four] = [0, 1, 2, 3].map(|group| code(&session, group));
    let (first, last) = four.split_at(40);
    let (start, middle) = three.split_at(20);
    let (middle, end) = middle.split_at(30);
    let text = format!(
        "[09:12] Red: https://example.org/plumbline/#return/{one}\n\
         [09:13] Blue: here is ours ({})!\r\n\
         > {start}=\r\n> {middle}\n>{end}, regards\n\
         \n\
         plmr by itself, and PLM, are no codes\n\
         *{first}\n{last}*\n{one}",
        two.to_lowercase()
    );
    let found = find(&session, &text);
    let groups: Vec<u16> = found.returns.iter().map(|returned| returned.group).collect();
    assert_eq!(groups, [0, 1, 2, 3, 0]);
    assert_eq!(found.refused, []);
}

#[test]
fn what_is_not_taken_is_named_by_its_place() {
    let session = session(plan());
    let whole = code(&session, 1);
    let wrong = whole.replacen("91JPRV3F", "91JPRV3G", 1);
    let begin = &whole[5..];
    let text = format!(
        "{whole}\n{wrong}\n\n {}\n{}\n{begin}\nPLMR3{begin}\n{whole}",
        &whole[..50],
        start::write(&PACK, &session)
    );
    let found = find(&session, &text);
    assert_eq!(found.returns.len(), 2);
    let expected = [
        bad(2, "PLMR191JPRV3", Refusal::Damaged),
        bad(4, "PLMR191JPRV3", Refusal::Damaged),
        bad(5, "PLMS191JPRV3", Refusal::Start),
        bad(6, &begin[..12], Refusal::Damaged),
        bad(7, "PLMR391JPRV3", Refusal::Newer),
    ];
    assert_eq!(found.refused, expected);
}

#[test]
fn every_damage_is_named() {
    let session = session(plan());
    let whole = code(&session, 4);
    for place in 0..whole.len() {
        let letter = if whole.as_bytes()[place] == b'7' { "8" } else { "7" };
        let mut damaged = whole.clone();
        damaged.replace_range(place..=place, letter);
        let found = find(&session, &format!("see {damaged} there"));
        assert_eq!((found.returns.len(), found.refused.len()), (0, 1), "{damaged}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn all_are_found_between_any_words(
        returns in prop::collection::vec(any_return(&session(plan())), 0..5),
        words in prop::collection::vec("[a-kq-z .,;:!?()äж雪\n<>=]{0,30}", 6)
    ) {
        let session = session(plan());
        let mut text = words[5].clone();
        for (returned, words) in returns.iter().zip(&words) {
            let code = write(&session, returned);
            text.extend([" ", &code, " .", words]);
        }
        let found = find(&session, &text);
        let without = |returned: &Return| Return { notes: None, ..returned.clone() };
        prop_assert_eq!(found.returns, returns.iter().map(without).collect::<Vec<_>>());
        prop_assert_eq!(found.refused, []);
    }

    #[test]
    fn no_text_is_too_odd(text in "(.|\n|PLMR1|PLMS1|[0-9A-Z]{40}){0,40}") {
        let lines = text.matches('\n').count() + 1;
        let Found { returns, refused } = find(&session(plan()), &text);
        prop_assert!(returns.is_empty());
        for (place, _) in refused {
            prop_assert!((1..=lines).contains(&place.line) && text.contains(&place.begin));
        }
    }
}
