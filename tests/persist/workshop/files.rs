//! Files of groups.

use plumbline::{
    domain::workshop::{
        returned::{Refusal, Return, Vote},
        session::{Plan, Session},
    },
    persist::workshop::group_file::{GroupFileError, LARGEST, Opened, read, write},
};
use proptest::prelude::*;

use super::{any_return, any_session, plan, returned, session};
use crate::support::PACK;

fn file() -> String {
    let session = session(plan());
    let mut notes = vec![String::new(); 123];
    notes[0] = "Nobody has written it down".into();
    write(&PACK, &session, &Return { notes: Some(notes), ..returned(&session, 2) }, "Green")
}

fn opened(text: &str) -> Result<Opened, GroupFileError> {
    read(&PACK, &session(plan()), text)
}

#[test]
fn a_file_stays_as_it_is() {
    let hash = session(plan()).pack().hash.clone();
    let file_without = file().replace(&hash, "its hash").replace(env!("CARGO_PKG_VERSION"), "this");
    let start: Vec<_> = file_without.lines().take(30).collect();
    insta::assert_snapshot!("group_file", start.join("\n"));
    let returned = opened(&format!("\u{feff}{}", file())).unwrap().returned;
    assert_eq!((returned.group, returned.round, returned.counter), (2, 1, 1));
    assert_eq!(returned.notes.unwrap()[0], "Nobody has written it down");
}

#[test]
fn other_files_are_told_apart() {
    let refused = |text: &str, why| assert_eq!(opened(text), Err(why), "{text:.60}");
    assert!(matches!(opened("PLMR1"), Err(GroupFileError::Json(_))));
    for text in ["[]", "{}", r#"{"format":"plumbline-assessment"}"#] {
        refused(text, GroupFileError::Format);
    }
    refused(&" ".repeat(LARGEST + 1), GroupFileError::TooLarge);
    let other = |from: &str, to: &str| {
        assert!(file().contains(from), "{from}");
        file().replacen(from, to, 1)
    };
    let why = GroupFileError::Refused;
    refused(&other("\"version\": 1,", "\"version\": 2,"), why(Refusal::Newer));
    refused(&other("91JPRV3F", "91JPRV3G"), why(Refusal::OtherSession));
    refused(&other("iso27001-2022", "iso27001-2013"), why(Refusal::OtherPack));
    let hash = &session(plan()).pack().hash.clone();
    refused(&other(hash, &"ab".repeat(32)), why(Refusal::OtherPack));
    refused(&other("\"group\": 3", "\"group\": 7"), why(Refusal::UnknownGroup(6)));
    refused(&other("\"round\": 1", "\"round\": 3"), why(Refusal::UnknownRound(3)));
    for (field, from, to) in [
        ("version", "\"version\": 1,", "\"version\": 0,"),
        ("version", "\"version\": 1,", ""),
        ("session", "91JPRV3F", "91JPRV3"),
        ("pack", "\"pack\"", "\"pact\""),
        ("group", "\"group\": 3", "\"group\": 0"),
        ("group", "\"group\": 3", "\"group\": 99999"),
        ("round", "\"round\": 1", "\"round\": 257"),
        ("counter", "\"counter\": 1", "\"counter\": -1"),
        ("answers", "\"answers\"", "\"answer\""),
    ] {
        refused(&other(from, to), GroupFileError::Broken(field));
    }
}

#[test]
fn what_makes_no_sense_is_left_aside_and_named() {
    let answers = format!(
        r#"{{"4.1":{{"rating":"X","note":7}},"4.2":3,"4.3":{{"rating":"F","note":"{}"}},"9.9":{{}}}}"#,
        "n".repeat(2001)
    );
    let file = file();
    let (head, _) = file.split_once("\"answers\":").unwrap();
    let Opened { returned, left_aside } =
        opened(&format!("{head}\"answers\":{answers}}}")).unwrap();
    let expected = [
        "answers.4.1.rating",
        "answers.4.1.note",
        "answers.4.2",
        "answers.4.3.note",
        "answers.9.9",
    ];
    assert_eq!(left_aside, expected);
    assert_eq!(returned.votes[..4], [None, None, Some(Vote::Level(3)), None]);
    assert_eq!(returned.notes.unwrap()[2], "n".repeat(2000));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn what_is_written_is_read(
        (session, returned) in any_session().prop_flat_map(|it| { let returned = any_return(&it); (Just(it), returned) })
    ) {
        let opened = read(&PACK, &session, &write(&PACK, &session, &returned, "x")).unwrap();
        prop_assert_eq!(opened.left_aside, Vec::<String>::new());
        prop_assert_eq!(session.check(&opened.returned), Ok(()));
        // A file brings notes, were it none.
        let blank = || vec![String::new(); session.items().len()];
        let notes = Some(returned.notes.clone().unwrap_or_else(blank));
        prop_assert_eq!(opened.returned, Return { notes, ..returned });
    }

    #[test]
    fn no_file_is_too_odd(at in 0..20_000_usize, with in "\\PC{0,3}") {
        let mut file = file();
        let at = (0..=at.min(file.len())).rev().find(|at| file.is_char_boundary(*at)).unwrap();
        file.insert_str(at, &with);
        let session: Session = session(Plan { ..plan() });
        if let Ok(opened) = read(&PACK, &session, &file) {
            prop_assert_eq!(session.check(&opened.returned), Ok(()));
        }
    }
}
