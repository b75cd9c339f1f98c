//! Two copies of each assessment, of which either may be lost or damaged.

use std::collections::BTreeMap;

use plumbline::{
    domain::{assessment::Rating, id::AssessmentId},
    persist::{
        keys,
        library::{Library, LoadError, SaveError},
        seal::{content, seal},
        second::Found,
        store::{Store as _, StoreError},
    },
};

use crate::{
    stores::TestStore,
    support::{PACK, document, id, minute, opened, written},
};

/// A browser with both copies; what the second holds, by identifier.
#[derive(Default)]
struct Browser {
    store: TestStore,
    copies: BTreeMap<String, String>,
}

impl Browser {
    /// A page that is loaded, and what it found.
    fn page(&self) -> (Library, Found) {
        let library = Library::new(Box::new(self.store.clone()));
        library.begin_second();
        let copies: Vec<_> = self.copies.clone().into_iter().collect();
        let found = library.reconcile(&PACK, &copies).unwrap();
        (library, found)
    }

    /// The second copy gets what is due; how much that was.
    fn copy(&mut self, library: &Library) -> usize {
        let due = library.due();
        for (id, text) in &due {
            match text {
                Some(text) => drop(self.copies.insert(id.to_string(), text.clone())),
                None => drop(self.copies.remove(id.as_str())),
            }
        }
        library.taken_by_second(&due);
        due.len()
    }

    fn stored(&self) -> Option<String> {
        self.store.texts().get(&keys::assessment(&a())).cloned()
    }
}

fn a() -> AssessmentId {
    id("a")
}

/// A browser in which `a` is kept in both copies, saved twice.
fn with_a() -> Browser {
    let mut browser = Browser::default();
    let (library, _) = browser.page();
    let mut open = library.create(&PACK, document("a", "4.1=F"), minute(1)).unwrap();
    open.document.assessment = document("a", "4.1=L").assessment;
    library.save(&PACK, &mut open, minute(2)).unwrap();
    assert_eq!(browser.copy(&library), 1, "several saves are one by then");
    assert_eq!(browser.copies.get("a"), browser.stored().as_ref());
    browser
}

/// How 4.1 is rated in what a page would open.
fn rating(library: &Library) -> Option<Rating> {
    let (open, _) = library.load(&PACK, &a()).unwrap();
    open.document.assessment.answer(&id("4.1")).unwrap().rating.clone()
}

#[test]
fn what_was_cleared_comes_back() {
    let mut browser = with_a();
    let before = browser.store.texts();
    browser.store.replace(&BTreeMap::new());
    let (library, found) = browser.page();
    assert_eq!(found, Found { back: vec![a()], ..Found::default() });
    assert_eq!(browser.store.texts(), before);
    assert_eq!(browser.copy(&library), 0, "both are the same");
    assert_eq!(browser.page().1, Found::default(), "told once");
}

#[test]
fn what_is_cleared_before_it_was_copied_stays_in_the_second_copy() {
    let mut browser = with_a();
    let before = browser.copies.clone();
    let (library, _) = browser.page();
    let (mut open, _) = library.load(&PACK, &a()).unwrap();
    library.save(&PACK, &mut open, minute(3)).unwrap();
    browser.store.replace(&BTreeMap::new());
    assert_eq!(browser.copy(&library), 0);
    assert_eq!(browser.copies, before, "only what was deleted is forgotten");
}

#[test]
fn the_newer_whole_one_wins() {
    let mut browser = with_a();
    let second = browser.copies["a"].clone();
    let (library, _) = browser.page();
    let (mut open, _) = library.load(&PACK, &a()).unwrap();
    open.document.assessment = document("a", "4.1=N").assessment;
    // The clock goes back, the counter doesn't.
    library.save(&PACK, &mut open, minute(0)).unwrap();
    let newer = browser.stored().unwrap();

    // The page was gone before the second copy had it.
    assert_eq!(browser.page().1, Found::default());
    assert_eq!(browser.stored().as_ref(), Some(&newer));
    // The browser lost what it was given last.
    browser.copies.insert("a".into(), newer.clone());
    browser.store.write(&keys::assessment(&a()), &second);
    let (library, found) = browser.page();
    assert_eq!(found.back, [a()]);
    assert_eq!(browser.stored(), Some(newer));
    assert_eq!(rating(&library), Rating::parse("N"));
    assert_eq!(browser.copy(&library), 0);
}

#[test]
fn what_is_damaged_anywhere_is_mended_and_set_aside() {
    let browser = with_a();
    let whole = browser.stored().unwrap();
    for place in 0..whole.len() {
        let (before, after) = whole.split_at(place);
        let with = if after.starts_with('0') { '1' } else { '0' };
        let damaged = format!("{before}{with}{}", &after[1..]);
        browser.store.replace(&BTreeMap::new());
        browser.store.write(&keys::assessment(&a()), &damaged);
        let (library, found) = browser.page();
        assert_eq!(found, Found { mended: vec![a()], ..Found::default() }, "{damaged}");
        assert_eq!(browser.stored().as_ref(), Some(&whole));
        let aside = library.set_aside().unwrap();
        assert_eq!(aside.len(), 1);
        assert_eq!(browser.store.texts()[&aside[0].0], damaged);
        assert_eq!(aside[0].1, a());
        library.erase(&aside[0].0).unwrap();
        assert_eq!(library.set_aside(), Ok(vec![]));
    }
}

#[test]
fn a_damaged_second_copy_does_no_harm() {
    let mut browser = with_a();
    let whole = browser.stored().unwrap();
    let damaged = browser.copies["a"].replace("4.1", "4.2");
    browser.copies.insert("a".into(), damaged.clone());
    let (library, found) = browser.page();
    assert_eq!(found, Found::default());
    assert_eq!(browser.copy(&library), 1);
    assert_eq!(browser.copies["a"], whole);
    assert_eq!(
        library.text_under(&library.set_aside().unwrap()[0].0),
        Ok(Some(content(&damaged).into()))
    );

    // Neither is whole: both are still there.
    browser.copies.insert("a".into(), damaged.clone());
    browser.store.replace(&BTreeMap::new());
    browser.store.write(&keys::assessment(&a()), "{");
    let (library, found) = browser.page();
    assert_eq!((found, browser.stored()), (Found::default(), Some("{".into())));
    assert_eq!(library.set_aside().unwrap().len(), 1);
    assert_eq!(browser.copy(&library), 0);
}

#[test]
fn without_room_to_set_it_aside_the_damaged_one_stays() {
    let browser = with_a();
    let key = keys::assessment(&a());
    let damaged = format!("{}x", browser.stored().unwrap());
    browser.store.write(&key, &damaged);
    browser.store.fill_up();
    let (library, found) = browser.page();
    assert_eq!((found.mended, library.is_alone(&a())), (vec![a()], true));
    assert_eq!(browser.stored().as_ref(), Some(&damaged));
    let (mut open, _) = library.load(&PACK, &a()).unwrap();
    assert_eq!(rating(&library), Rating::parse("L"));
    let full = Err(SaveError::Store(StoreError::Full));
    assert_eq!(library.save(&PACK, &mut open, minute(5)), full);
    assert_eq!(browser.stored().as_ref(), Some(&damaged));

    browser.store.make_room();
    library.save(&PACK, &mut open, minute(6)).unwrap();
    assert_eq!(browser.store.texts()[&library.set_aside().unwrap()[0].0], damaged);
    assert!(!library.is_alone(&a()));
}

#[test]
fn what_was_deleted_stays_deleted() {
    // The page is gone before the second copy hears of it.
    let mut browser = with_a();
    let (library, _) = browser.page();
    let aside = library.delete(&a()).unwrap();
    let (library, found) = browser.page();
    assert_eq!((found, library.list(&PACK).unwrap().len()), (Found::default(), 0));
    library.erase(&aside).unwrap();
    let (library, found) = browser.page();
    assert_eq!((found, library.list(&PACK).unwrap().len()), (Found::default(), 0));
    browser.copy(&library);
    assert_eq!((browser.copies.len(), browser.store.texts().len()), (0, 0), "no mark is left");
}

#[test]
fn what_was_restored_is_in_both() {
    let mut browser = with_a();
    let before = (browser.store.texts(), browser.copies.clone());
    let (library, _) = browser.page();
    let aside = library.delete(&a()).unwrap();
    browser.copy(&library);
    assert_eq!(browser.copies.len(), 0);
    library.restore(&aside).unwrap();
    browser.copy(&library);
    assert_eq!((browser.store.texts(), browser.copies.clone()), before);
}

/// An older file replaces newer work: whatever is lost then, the work on the file isn't.
#[test]
fn a_file_in_place_of_what_was_there_counts_on() {
    let mut browser = with_a();
    let (library, _) = browser.page();
    let then = browser.store.texts();
    let file = document("a", "4.1=N");
    library.delete(&a()).unwrap();
    library.import(&file, &written(&file)).unwrap();
    let (library, found) = browser.page();
    assert_eq!(found, Found::default());
    browser.copy(&library);
    browser.store.replace(&then);
    let (library, found) = browser.page();
    assert_eq!(found.back, [a()]);
    assert_eq!(rating(&library), Rating::parse("N"));
}

#[test]
fn the_second_copy_takes_what_the_store_has_no_room_for() {
    let mut browser = with_a();
    let (library, _) = browser.page();
    let (mut open, _) = library.load(&PACK, &a()).unwrap();
    browser.store.fill_up();
    open.document.assessment = document("a", "4.1=N 4.2=N 4.3=N 4.4=N 5.1=N 5.2=N").assessment;
    let full = Err(SaveError::Store(StoreError::Full));
    assert_eq!(library.save(&PACK, &mut open, minute(5)), full);
    assert!(library.is_alone(&a()) && library.is_waiting(&a()));
    assert_eq!(browser.copy(&library), 1);
    assert!(!library.is_waiting(&a()));
    // Opened again, on this page or the next, it is what was saved last.
    assert_eq!(rating(&library), Rating::parse("N"));
    let (library, found) = browser.page();
    assert_eq!((found.back, library.is_alone(&a())), (vec![a()], true));
    assert_eq!(rating(&library), Rating::parse("N"));
    assert_eq!(opened(&browser.stored().unwrap()).document.revision, 2);
    assert_eq!(library.list(&PACK).unwrap().len(), 1);
    // Nothing is begun there.
    assert!(library.create(&PACK, document("b", ""), minute(6)).is_err());
    assert!(!library.is_alone(&id("b")));

    browser.store.make_room();
    library.bring_home(&PACK);
    assert_eq!(browser.stored().as_ref(), browser.copies.get("a"));
    assert!(!library.is_alone(&a()));
}

#[test]
fn what_the_second_copy_refuses_waits_on() {
    let mut browser = with_a();
    let (library, _) = browser.page();
    let (mut open, _) = library.load(&PACK, &a()).unwrap();
    library.save(&PACK, &mut open, minute(5)).unwrap();
    library.refused_by_second(library.due());
    assert!(library.is_waiting(&a()));
    assert_eq!(browser.copy(&library), 1);
    assert_eq!(browser.copies.get("a"), browser.stored().as_ref());
    // Where there is none, nothing waits and no mark is left.
    library.end_second();
    library.delete(&a()).unwrap();
    assert_eq!((library.due(), browser.store.texts().len()), (vec![], 1));
}

#[test]
fn texts_from_before_seals_get_a_second_copy() {
    let mut browser = Browser::default();
    let text = written(&document("a", "4.1=F"));
    browser.store.set(&keys::assessment(&a()), &text).unwrap();
    let (library, found) = browser.page();
    assert_eq!(found, Found::default());
    browser.copy(&library);
    assert_eq!(browser.copies.get("a"), Some(&text));
    assert_eq!(browser.stored(), Some(text));
}

#[test]
fn what_is_newer_than_this_program_is_compared_all_the_same() {
    let browser = Browser {
        copies: BTreeMap::from([("a".into(), seal(9, "what nobody here can read"))]),
        ..Browser::default()
    };
    browser.store.write(&keys::assessment(&a()), &seal(8, "{}"));
    let (library, found) = browser.page();
    assert_eq!(found.back, [a()]);
    assert_eq!(browser.stored(), browser.copies.get("a").cloned());
    assert!(matches!(library.load(&PACK, &a()), Err(LoadError::Read(_))));
}
