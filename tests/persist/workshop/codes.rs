//! Start codes, return codes, and QR codes of them, read by another hand.

use plumbline::{
    domain::{
        selection::Selection,
        workshop::{
            returned::{Refusal, Return},
            session::{Groups, Plan, Session, SessionId, mark},
        },
    },
    persist::{
        pack::read_pack,
        workshop::{
            code::{Kind, session_name, write},
            returned,
            start::{self, StartError},
        },
    },
    report::qr::Qr,
};
use proptest::prelude::*;

use super::{any_return, any_session, plan, session};
use crate::support::PACK;

#[test]
fn codes_stay_as_they_are() {
    let pack = read_pack(include_str!("../../report/pack.json")).unwrap();
    let session = Session::new(&pack, SessionId(*b"Hello"), plan()).unwrap();
    let start = start::write(&pack, &session);
    insta::assert_snapshot!("start", start);
    assert_eq!(start::read(&pack, &start), Ok(session.clone()));
    let code = returned::write(&session, &super::returned(&session, 3));
    insta::assert_snapshot!("returned", code);
    assert_eq!(session_name(session.id()), "91JPRV3F");
    assert!(start.starts_with("PLMS191JPRV3F") && code.starts_with("PLMR191JPRV3F"));
}

/// QR codes of version 4 hold 90 letters of this kind, with medium correction.
#[test]
fn ratings_of_all_items_fit_a_small_qr_code() {
    let session = session(Plan { groups: Groups::Numbered(500), ..plan() });
    assert_eq!(session.items().len(), 123);
    for (group, counter) in [(0, 1), (5, 7), (63, 63), (499, 63)] {
        let code =
            returned::write(&session, &Return { counter, ..super::returned(&session, group) });
        assert!(code.len() <= 90, "{} letters", code.len());
        assert_eq!(Qr::of(&code).unwrap().modules, 33);
    }
    let ten = PACK.items().iter().take(10).map(|item| item.id.clone());
    let ten = super::session(Plan { items: Selection::of(ten), ..plan() });
    assert_eq!(Qr::of(&returned::write(&ten, &super::returned(&ten, 5))).unwrap().modules, 25);
}

#[test]
fn a_link_fits_a_projector() {
    let modules = |groups| {
        let session = session(Plan { groups, ..plan() });
        let link = format!(
            "https://www.example.org/tools/plumbline/#workshop/{}",
            start::write(&PACK, &session)
        );
        Qr::of(&link).map(|qr| qr.modules)
    };
    assert_eq!(modules(Groups::Coloured(6)), Some(45));
    let names = [
        "Finance",
        "Human resources",
        "Sales and marketing",
        "IT operations",
        "Legal",
        "Purchasing",
    ];
    let own = |count| {
        Groups::Named((1..=count).map(|number| format!("{} {number}", names[number % 6])).collect())
    };
    assert_eq!(modules(own(6)), Some(53));
    assert_eq!(modules(own(30)), Some(85));
    assert_eq!(modules(own(500)), None);
}

#[test]
fn other_codes_are_told_apart() {
    let here = session(plan());
    let code = |session: &Session| returned::write(session, &super::returned(session, 1));
    let refused = |code: &str, why| assert_eq!(returned::read(&here, code), Err(why), "{code}");
    let other = Session::new(&PACK, SessionId([9; 5]), plan()).unwrap();
    refused(&code(&other), Refusal::OtherSession);
    refused(&start::write(&PACK, &here), Refusal::Start);
    refused(&code(&here).replacen("PLMR1", "PLMR2", 1), Refusal::Newer);
    let more = session(Plan { groups: Groups::Coloured(9), rounds: 3, ..plan() });
    let late = |group, round| Return { round, ..super::returned(&more, group) };
    refused(&returned::write(&more, &late(8, 1)), Refusal::UnknownGroup(8));
    refused(&returned::write(&more, &late(1, 3)), Refusal::UnknownRound(3));
    let fewer = session(Plan { items: Selection::Quick, ..plan() });
    refused(&code(&fewer), Refusal::Damaged);
    let elsewhere = Return { pack: 1, ..super::returned(&here, 1) };
    refused(&returned::write(&here, &elsewhere), Refusal::OtherPack);

    let code = start::write(&PACK, &here);
    let newer =
        include_str!("../../../packs/iso27001-2022/pack.json").replacen("1.0.0", "1.1.0", 1);
    let pack = read_pack(&newer).unwrap();
    let other = StartError::OtherPack { id: "iso27001-2022".into(), version: "1.0.0".into() };
    assert_eq!(start::read(&pack, &code), Err(other));
    for (text, why) in [
        ("hello", StartError::None),
        (&code.replacen("PLMS1", "PLMS9", 1), StartError::Newer),
        (&code[..40], StartError::Damaged),
    ] {
        assert_eq!(start::read(&PACK, text), Err(why), "{text}");
    }
    assert_eq!(
        start::read(&PACK, &returned::write(&here, &super::returned(&here, 1))),
        Err(StartError::None)
    );
}

/// The pixels of what a browser draws, three for each module.
fn pixels(qr: &Qr) -> (usize, Vec<bool>) {
    const SCALE: usize = 3;
    let width = qr.side * SCALE;
    let mut dark = vec![false; width * width];
    for run in qr.outline.split('M').skip(1) {
        let numbers: Vec<usize> =
            run.split(|it: char| !it.is_ascii_digit()).filter_map(|it| it.parse().ok()).collect();
        let [x, y, length, 1, back] = numbers[..] else { panic!("{run}") };
        assert_eq!(run, format!("{x} {y}h{length}v1h-{back}z"));
        for row in y * SCALE..(y + 1) * SCALE {
            dark[row * width + x * SCALE..row * width + (x + length) * SCALE].fill(true);
        }
    }
    (width, dark)
}

/// What another program reads in it.
fn read_by_another(qr: &Qr) -> String {
    let (width, dark) = pixels(qr);
    let mut image = rqrr::PreparedImage::prepare_from_greyscale(width, width, |x, y| {
        if dark[y * width + x] { 20 } else { 235 }
    });
    let grids = image.detect_grids();
    let [grid] = &grids[..] else { panic!("{} codes", grids.len()) };
    grid.decode().unwrap().1
}

#[test]
fn another_program_reads_the_qr_codes() {
    let session = session(plan());
    let code = returned::write(&session, &super::returned(&session, 2));
    let start = start::write(&PACK, &session);
    for text in [
        code.clone(),
        start.clone(),
        format!("https://example.org/plumbline/#workshop/{start}"),
        format!("file:///home/zoë/plumbline.html#return/{code}"),
        "short".into(),
        "x".repeat(600),
    ] {
        let qr = Qr::of(&text).unwrap();
        assert_eq!(read_by_another(&qr), text);
        let (width, dark) = pixels(&qr);
        let edge = |place: usize| place < 12 || place >= width - 12;
        let light = |place: &usize| edge(place / width) || edge(place % width);
        assert!((0..dark.len()).filter(light).all(|place| !dark[place]), "a quiet zone");
    }
    assert_eq!(Qr::of(&"x".repeat(700)), None);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn sessions_come_back(session in any_session()) {
        prop_assert_eq!(start::read(&PACK, &start::write(&PACK, &session)), Ok(session));
    }

    #[test]
    fn returns_come_back_without_their_notes(
        (session, returned) in any_session().prop_flat_map(|it| { let returned = any_return(&it); (Just(it), returned) })
    ) {
        let code = returned::write(&session, &returned);
        prop_assert_eq!(returned::read(&session, &code), Ok(Return { notes: None, ..returned }));
    }

    #[test]
    fn any_text_is_read_or_refused(text in "(PLM[SR]1)?[0-9A-Z]{0,90}|.{0,40}") {
        let session = session(plan());
        prop_assert!(returned::read(&session, &text).is_err());
        prop_assert!(start::read(&PACK, &text).is_err());
    }

    /// What is behind the check value is looked at as closely: content that was never written.
    #[test]
    fn any_content_is_read_or_refused(content in prop::collection::vec(any::<u8>(), 40..56), start: bool) {
        let session = session(plan());
        let mark = mark(session.pack()).to_be_bytes();
        let content = [&session.id().0[..], &mark, &content].concat();
        let code = write(if start { Kind::Start } else { Kind::Return }, &content);
        if let Ok(returned) = returned::read(&session, &code) {
            prop_assert_eq!(returned::write(&session, &returned), code.clone());
        }
        if let Ok(read) = start::read(&PACK, &code) {
            prop_assert_eq!(start::read(&PACK, &start::write(&PACK, &read)), Ok(read));
        }
    }
}
