//! All that is kept: listed, handed out, erased.

use plumbline::persist::{
    inventory::Kind,
    keys,
    library::Library,
    seal::content,
    store::{Store as _, StoreError},
};
use serde_json::{Value, json};

use crate::{
    stores::{Fault, TestStore},
    support::{PACK, document, id, minute},
};

/// A kept and a deleted assessment, a preference, something unknown and a key of another page.
fn world() -> (TestStore, Library) {
    let store = TestStore::default();
    let library = Library::new(Box::new(store.clone()));
    library.create(&PACK, document("b", "5.1=P"), minute(1)).unwrap();
    library.delete(&id("b")).unwrap();
    library.create(&PACK, document("a", "4.1=F"), minute(2)).unwrap();
    for (key, text) in [
        (keys::THEME, "\"dark\""),
        ("plumbline.assessment.broken", "{"),
        ("plumbline.later", "x"),
        ("plumbline", "another's"),
        ("theme", "another's"),
    ] {
        store.set(key, text).unwrap();
    }
    (store, library)
}

#[test]
fn all_of_it_is_listed_and_nothing_of_others() {
    let (store, library) = world();
    let listed = library.inventory(&PACK).unwrap();
    let told: Vec<_> = listed.iter().map(|held| (held.key.as_str(), held.kind)).collect();
    assert_eq!(
        told,
        [
            ("plumbline.assessment.a", Kind::Assessment),
            ("plumbline.assessment.broken", Kind::Assessment),
            ("plumbline.deleted.b", Kind::Deleted),
            ("plumbline.theme", Kind::Preference),
            ("plumbline.later", Kind::Other),
        ]
    );
    assert_eq!(listed[0].name.as_deref(), Some("Assessment a"));
    assert_eq!(listed[0].saved, Some(minute(2)));
    assert_eq!((&listed[1].name, &listed[1].saved), (&None, &None));
    // "plumbline.theme" has 15 letters, "\"dark\"" 6, each of two bytes.
    assert_eq!(listed[3].bytes, 42);
    // Only looked at.
    assert_eq!(store.texts().len(), 7);
}

#[test]
fn a_letter_beyond_the_first_plane_takes_four_bytes() {
    let store = TestStore::default();
    store.set("plumbline.x", "𝄞").unwrap();
    let library = Library::new(Box::new(store));
    // 11 letters of two bytes and one of four.
    assert_eq!(library.inventory(&PACK).unwrap()[0].bytes, 26);
}

#[test]
fn all_of_it_is_handed_out_as_it_is() {
    let (store, library) = world();
    let all: Value = serde_json::from_str(&library.everything().unwrap()).unwrap();
    let mut expected = store.texts();
    expected.retain(|key, _| key.starts_with(keys::ALL));
    assert_eq!(all, json!(expected));
    for (key, text) in expected {
        assert_eq!(library.text_under(&key), Ok(Some(content(&text).to_owned())));
    }
    assert_eq!(library.text_under("theme"), Ok(None), "it is another's");
}

#[test]
fn all_of_it_is_erased_and_nothing_of_others() {
    let (store, library) = world();
    assert_eq!(library.erase_everything(), Ok(Vec::new()));
    let left: Vec<_> = store.texts().into_keys().collect();
    assert_eq!(left, ["plumbline", "theme"]);
    assert_eq!(library.inventory(&PACK), Ok(Vec::new()));
    assert_eq!(library.erase_everything(), Ok(Vec::new()), "nothing is no error");
}

#[test]
fn what_cannot_be_erased_is_named() {
    let (store, library) = world();
    // The list is the first call, then one for each of the five.
    store.strike(2, Fault::Fails(StoreError::Refused));
    assert_eq!(library.erase_everything().map(|left| left.len()), Ok(1));
    store.strike(1, Fault::Fails(StoreError::Refused));
    assert_eq!(library.erase_everything(), Err(StoreError::Refused));
}
