//! What comes in from groups, whatever it comes in.

use plumbline::{
    domain::assessment::Rating,
    domain::workshop::{
        Workshop,
        agreed::{Agreed, AllAgreed},
        collected::{Added, Collected, Column},
        returned::{Refusal, Return},
        session::{Session, SessionId},
    },
    persist::workshop::{
        group_file,
        intake::{Fault, Intake, Kind, Receipt, Source, kind},
        returned, start, whole,
    },
};

use super::{plan, returned as says, session};
use crate::support::{PACK, id};

fn take(session: &Session, collected: &mut Collected, name: &str, text: &str) -> Receipt {
    let mut intake = Intake::new(&PACK, session, collected);
    intake.text(&Source::File(name.into()), text);
    intake.done()
}

fn file(session: &Session, group: u16, counter: u32) -> String {
    let notes = vec!["Why".to_owned(); session.items().len()];
    let returned = Return { counter, notes: Some(notes), ..says(session, group) };
    group_file::write(&PACK, session, &returned, "Red")
}

fn code(session: &Session, group: u16, counter: u32) -> String {
    returned::write(session, &Return { counter, ..says(session, group) })
}

/// What each one did, and what stands in the way of others.
fn check(session: &Session, collected: &mut Collected, text: &str, did: &[Added], why: &[Fault]) {
    let receipt = take(session, collected, "chat.txt", text);
    let added: Vec<Added> = receipt.taken.iter().map(|taken| taken.added).collect();
    assert_eq!(added, did, "{text:.80}");
    let faults: Vec<Fault> = receipt.refused.into_iter().map(|refused| refused.why).collect();
    assert_eq!(faults, why, "{text:.80}");
}

#[test]
fn whatever_comes_in_is_known_by_what_it_is() {
    let (session, mut all) = (session(plan()), Collected::default());
    check(&session, &mut all, &code(&session, 0, 1), &[Added::New], &[]);
    check(&session, &mut all, &code(&session, 0, 1), &[Added::Same], &[]);
    check(&session, &mut all, &code(&session, 0, 3), &[Added::Newer], &[]);
    check(&session, &mut all, &code(&session, 0, 2), &[Added::Older], &[]);
    check(&session, &mut all, &file(&session, 1, 1), &[Added::New], &[]);
    let marked = format!("\u{feff} {}", file(&session, 1, 1));
    check(&session, &mut all, &marked, &[Added::Same], &[]);
    let chat = format!("{{red}} {}\n{}", code(&session, 2, 1), code(&session, 3, 1));
    check(&session, &mut all, &chat, &[Added::New, Added::New], &[]);
    let receipt = take(&session, &mut all, "red.json", &file(&session, 1, 2));
    let [taken] = &receipt.taken[..] else { panic!("{receipt:?}") };
    // Of six things to say one is nothing: 123 items less a sixth, and the first is one of the others.
    let open = says(&session, 1).votes.iter().filter(|vote| vote.is_none()).count();
    assert_eq!((taken.answered, taken.notes), (123 - open, 123));
    assert_eq!((taken.group, taken.round), (1, 1));
}

#[test]
fn what_is_not_taken_says_why() {
    let (session, mut all) = (session(plan()), Collected::default());
    let other = Session::new(&PACK, SessionId([9; 5]), plan()).unwrap();
    let refused = |why| vec![Fault::Refused(why)];
    check(&session, &mut all, &code(&other, 0, 1), &[], &refused(Refusal::OtherSession));
    check(&session, &mut all, &file(&other, 0, 1), &[], &refused(Refusal::OtherSession));
    check(&session, &mut all, &start::write(&PACK, &session), &[], &refused(Refusal::Start));
    check(&session, &mut all, "Good morning!", &[], &[Fault::Nothing]);
    check(&session, &mut all, "", &[], &[Fault::Nothing]);
    check(&session, &mut all, "{\"format\": \"something\"}", &[], &[Fault::Nothing]);
    let hash = session.pack().hash.as_str();
    let changed = file(&session, 0, 1).replace(hash, &"0".repeat(64));
    check(&session, &mut all, &changed, &[], &refused(Refusal::OtherPack));
    let newer = file(&session, 0, 1).replacen("\"version\": 1", "\"version\": 2", 1);
    check(&session, &mut all, &newer, &[], &refused(Refusal::Newer));
    let broken = file(&session, 0, 1).replacen("\"group\": 1", "\"group\": 0", 1);
    check(&session, &mut all, &broken, &[], &[Fault::Broken("group")]);
    let cut = file(&session, 0, 1);
    let receipt = take(&session, &mut all, "red.json", &cut[..cut.len() / 2]);
    assert!(matches!(receipt.refused[0].why, Fault::Json(_)), "{receipt:?}");
    assert!(all.is_empty());
    let half = format!("{}\n{}", code(&session, 0, 1), &code(&session, 1, 1)[..40]);
    check(&session, &mut all, &half, &[Added::New], &refused(Refusal::Damaged));
}

#[test]
fn another_trainers_file_joins() {
    let (session, mut all) = (session(plan()), Collected::default());
    take(&session, &mut all, "", &code(&session, 0, 2));
    let mut theirs = Collected::default();
    for (group, counter) in [(0, 1), (1, 1)] {
        take(&session, &mut theirs, "", &file(&session, group, counter));
    }
    let mut agreed = AllAgreed::new_vec();
    agreed.insert(id("4.1"), Agreed { rating: Rating::DontKnow, minute: String::new() });
    let workshop = |session: &Session, collected: Collected| {
        let (session, agreed) = (session.clone(), agreed.clone());
        whole::write(&PACK, &Workshop { session, collected, agreed })
    };
    let text = workshop(&session, theirs);
    let receipt = take(&session, &mut all, "theirs.plumbline-workshop.json", &text);
    let did: Vec<_> = receipt.taken.iter().map(|it| (it.group, it.added, it.notes)).collect();
    // Votes of an earlier return, but the first notes.
    assert_eq!(did, [(0, Added::Newer, 123), (1, Added::New, 123)]);
    assert_eq!((receipt.agreed, receipt.changes()), (1, true));
    assert!(!take(&session, &mut all, "again", &text).changes());

    let other = Session::new(&PACK, SessionId([9; 5]), plan()).unwrap();
    let text = workshop(&other, Collected::default());
    check(&session, &mut all, &text, &[], &[Fault::Refused(Refusal::OtherSession)]);
    let text = workshop(&session, Collected::default());
    check(&session, &mut all, &text, &[], &[Fault::Nothing]);
}

#[test]
fn an_import_can_be_taken_back() {
    let (session, mut all) = (session(plan()), Collected::default());
    take(&session, &mut all, "", &code(&session, 0, 1));
    let before = all.clone();
    let both = [code(&session, 0, 2), file(&session, 1, 1), code(&session, 2, 1)];
    for text in &both {
        take(&session, &mut all, "", text);
    }
    let changes = all.changes_since(&before);
    assert_eq!(changes.len(), 3);
    // The third group has answered again since.
    take(&session, &mut all, "", &code(&session, 2, 2));
    assert_eq!(all.take_back(&changes), 2);
    assert_eq!(all.column(1, 0), before.column(1, 0));
    assert_eq!(all.column(1, 1), None);
    assert_eq!(all.column(1, 2).map(Column::counter), Some(2));
    assert_eq!(all.take_back(&changes), 0);
}

#[test]
fn files_say_which_they_are() {
    let session = session(plan());
    assert_eq!(kind(&file(&session, 0, 1)), Some(Kind::Group("91JPRV3F".into())));
    let (collected, agreed) = (Collected::default(), AllAgreed::new_vec());
    let whole = whole::write(&PACK, &Workshop { session, collected, agreed });
    assert_eq!(kind(&whole), Some(Kind::Workshop));
    for text in ["", "[]", "{}", "{\"format\": \"plumbline-assessment\"}", "PLMR1"] {
        assert_eq!(kind(text), None, "{text}");
    }
}
