//! A workshop as its trainer keeps it.

use plumbline::{
    domain::{
        assessment::Rating,
        workshop::{
            Workshop,
            agreed::{Agreed, AllAgreed},
            collected::Collected,
            returned::Return,
            session::{Groups, Plan, Session},
        },
    },
    persist::workshop::{
        start::StartError,
        whole::{Opened, WorkshopFileError, read, write},
    },
};
use proptest::prelude::*;

use super::{any_return, any_session, plan, returned, session};
use crate::support::PACK;

fn workshop(session: Session, returns: Vec<Return>, minute: &str) -> Workshop {
    let mut collected = Collected::default();
    for returned in returns {
        collected.add(&session, returned).unwrap();
    }
    let mut agreed = AllAgreed::new_vec();
    for (item, rating) in session.items().iter().step_by(3).zip(["N", "?", "F"].iter().cycle()) {
        let rating = Rating::parse(rating).unwrap();
        agreed.insert(item.clone(), Agreed { rating, minute: minute.into() });
    }
    Workshop { session, collected, agreed }
}

fn whole() -> Workshop {
    let session = session(plan());
    let mut notes = vec![String::new(); 123];
    notes[4] = "seen".into();
    let with_them = Return { notes: Some(notes), ..returned(&session, 1) };
    // A later code stands for the votes, and leaves the notes.
    let later = Return { counter: 2, ..returned(&session, 1) };
    let returns = vec![returned(&session, 0), with_them, later];
    workshop(session, returns, "agreed")
}

#[test]
fn what_is_kept_is_there_again() {
    let whole = whole();
    let text = write(&PACK, &whole);
    assert_eq!(read(&PACK, &text), Ok(Opened { workshop: whole, left_aside: Vec::new() }));
}

#[test]
fn five_hundred_groups_fit_the_storage_of_a_browser() {
    let session = session(Plan { groups: Groups::Numbered(500), ..plan() });
    let returns = (0..500).map(|group| returned(&session, group)).collect();
    let length = write(&PACK, &workshop(session, returns, "why")).len();
    assert!(length < 60_000, "{length} bytes");
}

#[test]
fn other_files_are_told_apart_and_odd_values_left_aside() {
    let text = write(&PACK, &whole());
    assert!(matches!(read(&PACK, "PLMS1"), Err(WorkshopFileError::Json(_))));
    assert_eq!(read(&PACK, r#"{"format":"plumbline-group"}"#), Err(WorkshopFileError::Format));
    let newer = Err(WorkshopFileError::Start(StartError::Newer));
    assert_eq!(read(&PACK, &text.replace("\"version\":1", "\"version\":2")), newer);
    let damaged = Err(WorkshopFileError::Start(StartError::Damaged));
    assert_eq!(read(&PACK, &text.replacen("PLMS191JPRV3F", "PLMS191JPRV3E", 1)), damaged);

    // The first return and the notes of a group that returned nothing, a level and an item that aren't.
    let odd = text
        .replacen("PLMR191JPRV3F", "PLMR191JPRV3E", 1)
        .replacen(
            "\"notes\":[",
            "\"notes\":[{\"group\":6,\"round\":1,\"counter\":0,\"items\":{}},7,",
            1,
        )
        .replacen("\"rating\":\"N\"", "\"rating\":\"X\"", 1)
        .replacen("\"agreed\":{", "\"agreed\":{\"9.9\":{\"rating\":\"N\"},", 1);
    let Opened { workshop, left_aside } = read(&PACK, &odd).unwrap();
    assert_eq!(left_aside, ["returns.0", "notes.0", "notes.1", "agreed.4.1", "agreed.9.9"]);
    assert_eq!(workshop.collected.all().count(), 1);
    assert!(!workshop.agreed.contains_key("4.1"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn every_workshop_comes_back(
        (session, returns) in any_session().prop_flat_map(|session| {
            let returns = prop::collection::vec(any_return(&session), 0..6);
            (Just(session), returns)
        }),
        minute in "\\PC{0,20}"
    ) {
        let whole = workshop(session, returns, &minute);
        let opened = read(&PACK, &write(&PACK, &whole));
        prop_assert_eq!(opened, Ok(Opened { workshop: whole, left_aside: Vec::new() }));
    }
}
