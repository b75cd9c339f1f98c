//! The assessments that are kept, while nothing goes wrong with the store.

use plumbline::{
    domain::{assessment::Answer, id::AssessmentId},
    persist::{
        document::{Document, WriteError},
        keys,
        library::{Access, Entry, Library, LoadError, SaveError},
        read::{LARGEST, Notice, ReadError},
        seal::{content, seal, unseal},
        store::StoreError,
    },
};

use crate::{
    stores::{Fault, TestStore},
    support::{PACK, document, golden, id, minute, opened, written},
};

fn library() -> (TestStore, Library) {
    let store = TestStore::default();
    (store.clone(), Library::new(Box::new(store)))
}

/// A library in which some assessments were begun, one a minute.
fn with(names: &str) -> (TestStore, Library) {
    let (store, library) = library();
    for (place, name) in (1..).zip(names.split_whitespace()) {
        library.create(&PACK, document(name, "4.1=F"), minute(place)).unwrap();
    }
    (store, library)
}

/// `b a c!`: identifiers in order, `!` where one can't be read.
fn show(entries: &[Entry]) -> String {
    let show =
        |entry: &Entry| format!("{}{}", entry.id, if entry.content.is_ok() { "" } else { "!" });
    entries.iter().map(show).collect::<Vec<_>>().join(" ")
}

fn kept(library: &Library) -> String {
    show(&library.list(&PACK).unwrap())
}

fn deleted(library: &Library) -> String {
    show(&library.deleted(&PACK).unwrap())
}

fn loaded(library: &Library, name: &str) -> Document {
    library.load(&PACK, &id(name)).unwrap().0.document
}

/// Where the first state of an assessment lies that was deleted.
fn aside(name: &str) -> String {
    keys::deleted(&id(name), 1)
}

fn load_error(library: &Library, name: &str) -> LoadError {
    library.load(&PACK, &id(name)).unwrap_err()
}

#[test]
fn what_is_created_and_saved_is_loaded() {
    let (_, library) = with("a");
    let (mut open, told) = library.load(&PACK, &id("a")).unwrap();
    assert_eq!((open.document.revision, open.document.saved.clone()), (1, Some(minute(1))));
    assert_eq!((&told.document, &told.notices), (&open.document, &vec![]));
    open.document.assessment = document("a", "4.1=N 4.2=?").assessment;
    library.save(&PACK, &mut open, minute(5)).unwrap();
    assert_eq!((open.document.revision, open.document.saved.clone()), (2, Some(minute(5))));
    assert_eq!(loaded(&library, "a"), open.document);
    library.save(&PACK, &mut open, minute(6)).unwrap();
    assert_eq!(loaded(&library, "a").revision, 3);
}

#[test]
fn the_one_saved_last_comes_first_and_broken_ones_last() {
    let (store, library) = with("a b c");
    let (mut open, _) = library.load(&PACK, &id("b")).unwrap();
    library.save(&PACK, &mut open, minute(9)).unwrap();
    store.write(&keys::assessment(&id("broken")), "{");
    // Not ours: names that no version of the program gives.
    store.write("plumbline.assessment.", "{}");
    store.write("plumbline.assessment.a b", "{}");
    store.write("elsewhere", "{}");
    assert_eq!(kept(&library), "b c a broken!");
    assert!(matches!(load_error(&library, "broken"), LoadError::Read(ReadError::Json(_))));
    assert_eq!(library.text(&id("broken")), Ok(Some("{".into())));
}

#[test]
fn what_is_not_there_is_not_found() {
    let (_, library) = with("a");
    assert_eq!(load_error(&library, "b"), LoadError::NotFound);
    assert_eq!(library.text(&id("b")), Ok(None));
    library.delete(&id("a")).unwrap();
    assert_eq!(load_error(&library, "a"), LoadError::NotFound);
}

#[test]
fn an_identifier_that_is_taken_stays_with_its_assessment() {
    let (store, library) = with("a");
    let before = store.texts();
    let other = document("a", "4.1=N");
    let exists = Err(SaveError::Exists);
    assert_eq!(library.create(&PACK, other.clone(), minute(9)).map(|_| ()), exists);
    assert_eq!(library.import(&other, &written(&other)), exists);
    store.write(&keys::assessment(&id("b")), "{");
    assert_eq!(
        library.import(&document("b", ""), &written(&document("b", ""))),
        exists,
        "not even broken"
    );
    assert_eq!(store.texts()[&keys::assessment(&id("a"))], before[&keys::assessment(&id("a"))]);
    assert_eq!(store.texts()[&keys::assessment(&id("b"))], "{");
}

#[test]
fn a_file_is_kept_letter_by_letter() {
    let (store, library) = library();
    let text = format!("\u{feff} {}\n", golden("half"));
    let name: AssessmentId = opened(&text).document.assessment.id;
    library.import(&opened(&text).document, &text).unwrap();
    assert_eq!(content(&store.texts()[&keys::assessment(&name)]), text);
    assert_eq!(library.text(&name), Ok(Some(text.clone())));
    let (mut open, _) = library.load(&PACK, &name).unwrap();
    library.save(&PACK, &mut open, minute(200)).unwrap();
    assert_eq!(open.document.revision, opened(&text).document.revision + 1);
}

#[test]
fn deleted_restored_erased() {
    let (store, library) = with("a b");
    let before = store.texts();
    assert_eq!(library.delete(&id("a")), Ok(aside("a")));
    assert_eq!((kept(&library), deleted(&library)), ("b".into(), "a".into()));
    library.restore(&aside("a")).unwrap();
    assert_eq!(store.texts(), before);
    library.delete(&id("a")).unwrap();
    library.erase(&aside("a")).unwrap();
    assert_eq!((kept(&library), deleted(&library)), ("b".into(), String::new()));
    library.erase(&aside("b")).unwrap();
    library.erase(&keys::assessment(&id("b"))).unwrap();
    assert_eq!(kept(&library), "b", "what wasn't deleted is not erased");
}

#[test]
fn every_state_that_was_deleted_can_be_restored() {
    let (store, library) = with("a a.2");
    library.delete(&id("a.2")).unwrap();
    let text = |key: &str| store.texts()[key].clone();
    let mut states = vec![text(&keys::assessment(&id("a")))];
    let mut places = vec![library.delete(&id("a")).unwrap()];
    for number in 2..5 {
        library.import(&opened(&states[0]).document, content(&states[0])).unwrap();
        assert_eq!(library.delete(&id("a")), Ok(aside("a")), "the same state once more");
        library.import(&opened(&states[0]).document, content(&states[0])).unwrap();
        let (mut open, _) = library.load(&PACK, &id("a")).unwrap();
        library.save(&PACK, &mut open, minute(number)).unwrap();
        states.push(text(&keys::assessment(&id("a"))));
        places.push(library.delete(&id("a")).unwrap());
    }
    assert_eq!(deleted(&library), "a a a.2 a a");
    assert_eq!(library.delete(&id("a")), Ok(aside("a")), "nothing is there to be deleted");
    for (place, state) in places.iter().zip(&states) {
        library.restore(place).unwrap();
        assert_eq!(text(&keys::assessment(&id("a"))), *state);
        library.delete(&id("a")).unwrap();
    }
    for place in &places {
        library.erase(place).unwrap();
    }
    assert_eq!(deleted(&library), "a.2");
}

#[test]
fn one_that_the_store_refuses_hides_no_other() {
    let (store, library) = with("a b");
    for call in 2..4 {
        store.strike(call, Fault::Fails(StoreError::Refused));
        let entries = library.list(&PACK).unwrap();
        assert_eq!(entries.len(), 2, "{}", show(&entries));
        let refused = |entry: &Entry| entry.content == Err(LoadError::Store(StoreError::Refused));
        assert_eq!(entries.iter().filter(|entry| refused(entry)).count(), 1);
    }
    store.strike(1, Fault::Fails(StoreError::Refused));
    assert_eq!(library.list(&PACK).unwrap_err(), StoreError::Refused);
}

#[test]
fn what_was_taken_in_part_is_not_called_saved() {
    let (store, library) = with("a");
    let (mut open, _) = library.load(&PACK, &id("a")).unwrap();
    open.document.assessment = document("a", "4.1=N 4.2=?").assessment;
    store.strike(3, Fault::CutsWrite);
    let refused = Err(SaveError::Store(StoreError::Refused));
    assert_eq!(library.save(&PACK, &mut open, minute(3)), refused);
    assert_eq!(library.save(&PACK, &mut open, minute(4)), Ok(()), "the next one replaces it");
    assert_eq!(loaded(&library, "a"), open.document);
}

#[test]
fn what_could_not_be_opened_again_is_not_saved() {
    let (store, library) = with("a");
    let before = store.texts();
    let (mut open, _) = library.load(&PACK, &id("a")).unwrap();
    let answer = Answer { note: "x".repeat(LARGEST), ..Answer::default() };
    open.document.assessment.answers.insert(id("4.1"), answer);
    let too_large = Err(SaveError::Write(WriteError::TooLarge));
    assert_eq!(library.save(&PACK, &mut open, minute(3)), too_large);
    assert_eq!(store.texts(), before);
    open.document.assessment.answers = document("a", "4.1=L").assessment.answers;
    assert_eq!(library.save(&PACK, &mut open, minute(4)), Ok(()));
}

#[test]
fn restoring_never_overwrites() {
    let (store, library) = with("a");
    library.delete(&id("a")).unwrap();
    library.create(&PACK, document("a", "4.1=N"), minute(9)).unwrap();
    let before = store.texts();
    assert_eq!(library.restore(&aside("a")), Err(SaveError::Exists));
    assert_eq!(store.texts(), before);
}

#[test]
fn nothing_is_written_on_reading() {
    let (store, library) = with("a b");
    library.delete(&id("b")).unwrap();
    store.write(&keys::assessment(&id("broken")), "{");
    store.write(&keys::assessment(&id("old")), &golden("half"));
    let changes = store.changes();
    library.list(&PACK).unwrap();
    library.deleted(&PACK).unwrap();
    for name in ["a", "b", "broken", "old", "nowhere"] {
        let _ = library.load(&PACK, &id(name));
        library.text(&id(name)).unwrap();
    }
    assert_eq!(store.changes(), changes);
}

#[test]
fn what_another_tab_wrote_is_never_overwritten() {
    let (store, library) = with("a");
    let (mut here, _) = library.load(&PACK, &id("a")).unwrap();
    let (mut there, _) = library.load(&PACK, &id("a")).unwrap();
    there.document.assessment = document("a", "4.1=L").assessment;
    library.save(&PACK, &mut there, minute(3)).unwrap();

    here.document.assessment = document("a", "4.1=N").assessment;
    let before = (here.clone(), store.texts());
    let changed = Err(SaveError::ChangedElsewhere);
    assert_eq!(library.save(&PACK, &mut here, minute(4)), changed);
    assert_eq!((here.clone(), store.texts()), before);

    // Another tab deleting it is a change, and so is its restoring something older.
    library.delete(&id("a")).unwrap();
    let deleted = Err(SaveError::DeletedElsewhere);
    assert_eq!(library.save(&PACK, &mut there, minute(5)), deleted);
    assert_eq!(kept(&library), "");
    library.restore(&aside("a")).unwrap();
    assert_eq!(library.save(&PACK, &mut there, minute(6)), Ok(()));
    assert_eq!(library.save(&PACK, &mut here, minute(7)), changed);
}

#[test]
fn a_newer_version_is_read_and_never_written() {
    for name in ["half", "full"] {
        let (store, library) = library();
        let newer = golden(name).replacen("\"version\":1", "\"version\":2", 1).replacen(
            "\"answers\":",
            "\"risks\":[{\"level\":3}],\"answers\":",
            1,
        );
        let name: AssessmentId = opened(&newer).document.assessment.id;
        library.import(&opened(&newer).document, &newer).unwrap();
        let (mut open, told) = library.load(&PACK, &name).unwrap();
        assert!(open.access == Access::Newer && told.read_only());
        assert_eq!(told.notices.first(), Some(&Notice::Newer(2)));
        assert_eq!(open.document.assessment, opened(&newer).document.assessment);
        assert_eq!(library.save(&PACK, &mut open, minute(300)), Err(SaveError::ReadOnly));
        assert_eq!(content(&store.texts()[&keys::assessment(&name)]), newer);
        let aside = library.delete(&name).unwrap();
        library.restore(&aside).unwrap();
        assert_eq!(content(&store.texts()[&keys::assessment(&name)]), newer);
    }
}

#[test]
fn full_storage_still_lets_things_go_and_come_back() {
    let (store, library) = with("a b");
    let before = store.texts();
    store.fill_up();
    assert!(library.create(&PACK, document("c", ""), minute(9)).is_err());
    library.delete(&id("a")).unwrap();
    assert_eq!((kept(&library), deleted(&library)), ("b".into(), "a".into()));
    library.restore(&aside("a")).unwrap();
    assert_eq!(store.texts(), before);

    // With not even the few letters left that the way back takes, it stays where it is.
    library.delete(&id("a")).unwrap();
    store.fill_up();
    let before = store.texts();
    assert!(library.restore(&aside("a")).is_err());
    assert_eq!(store.texts(), before);
    library.erase(&aside("a")).unwrap();
    library.create(&PACK, document("c", ""), minute(9)).unwrap();
}

#[test]
fn what_another_tab_writes_is_not_written_here() {
    let (store, library) = with("a");
    let (mut open, _) = library.load(&PACK, &id("a")).unwrap();
    let before = store.texts();
    for (access, error) in [
        (Access::Follows, SaveError::TakenOver),
        (Access::Newer, SaveError::ReadOnly),
        (Access::Outdated, SaveError::Outdated),
    ] {
        open.access = access;
        assert_eq!(library.save(&PACK, &mut open, minute(3)), Err(error));
    }
    assert_eq!(store.texts(), before);
    open.access = Access::Writes;
    assert_eq!(library.save(&PACK, &mut open, minute(3)), Ok(()));
}

#[test]
fn what_a_newer_program_has_touched_is_left_to_it() {
    let (store, library) = with("a b");
    library.note_format(1);
    assert!(!library.is_outdated() && store.texts().len() == 2, "the first format needs no note");
    let (mut open, _) = library.load(&PACK, &id("a")).unwrap();
    library.note_format(2);
    library.note_format(1);
    let before = store.texts();
    assert!(library.is_outdated());
    assert_eq!(library.save(&PACK, &mut open, minute(3)), Err(SaveError::Outdated));
    let other = document("c", "4.1=F");
    assert_eq!(library.import(&other, &written(&other)), Err(SaveError::Outdated));
    assert!(library.create(&PACK, other, minute(3)).is_err());
    assert_eq!(store.texts(), before);
}

#[test]
fn the_text_of_an_earlier_version_is_kept_until_the_second_save() {
    let (store, library) = library();
    let old = golden("half");
    let name: AssessmentId = opened(&old).document.assessment.id;
    store.write(&keys::assessment(&name), &old);
    let earlier = keys::numbered(keys::EARLIER, &name, 1);
    let (mut open, _) = library.load(&PACK, &name).unwrap();
    assert_eq!(store.texts().len(), 1, "reading writes nothing");
    library.save(&PACK, &mut open, minute(300)).unwrap();
    assert_eq!(store.texts().get(&earlier), Some(&old));
    assert!(unseal(&store.texts()[&keys::assessment(&name)]).unwrap().counter.is_some());
    // Also when it was opened anew in between.
    let (mut open, _) = library.load(&PACK, &name).unwrap();
    library.save(&PACK, &mut open, minute(301)).unwrap();
    assert_eq!(store.texts().get(&earlier), None);
}

#[test]
fn damage_is_told_and_never_written_over() {
    let (store, library) = with("a");
    let key = keys::assessment(&id("a"));
    let damaged = store.texts()[&key].replacen("4.1", "4.2", 1);
    store.write(&key, &damaged);
    assert_eq!(load_error(&library, "a"), LoadError::Corrupt);
    assert_eq!(kept(&library), "a!");
    assert_eq!(library.text(&id("a")), Ok(Some(content(&damaged).to_owned())));
    let again = document("a", "");
    assert_eq!(library.create(&PACK, again, minute(9)).map(|_| ()), Err(SaveError::Exists));
    assert_eq!(store.texts()[&key], damaged);
    // A seal that fits, around what isn't an assessment, is no damage of the storage.
    store.write(&key, &seal(1, "{"));
    assert!(matches!(load_error(&library, "a"), LoadError::Read(_)));
}
