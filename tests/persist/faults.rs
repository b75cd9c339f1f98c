//! Every call of the store goes wrong once, in every way, in everything that a library does: what
//! was kept is still there whole, what is open is still there whole, and the next save works.

use std::collections::BTreeMap;

use plumbline::{
    domain::assessment::Assessment,
    persist::{
        keys,
        library::{Library, LoadError, Open, SaveError},
        seal::content,
        second::Due,
        store::StoreError,
    },
};

use crate::{
    stores::{Fault, TestStore},
    support::{PACK, document, id, minute, opened, written},
};

/// A kept assessment `a` that is open and was changed since, and a deleted one `b`.
struct World {
    store: TestStore,
    library: Library,
    open: Open,
    before: BTreeMap<String, String>,
}

/// What `a` looks like on the screen.
fn screen() -> Assessment {
    document("a", "4.1=N 4.2=L A.5.7=?").assessment
}

impl World {
    fn new() -> Self {
        Self::over(|_| ())
    }

    fn over(begin: fn(&Library)) -> Self {
        let store = TestStore::default();
        let library = Library::new(Box::new(store.clone()));
        begin(&library);
        library.create(&PACK, document("b", "5.1=P"), minute(1)).unwrap();
        library.delete(&id("b")).unwrap();
        let mut open = library.create(&PACK, document("a", "4.1=F"), minute(2)).unwrap();
        open.document.assessment = screen();
        store.mend();
        let before = store.texts();
        Self { store, library, open, before }
    }

    fn kept(&self, name: &str) -> Option<String> {
        self.store.texts().get(&keys::assessment(&id(name))).cloned()
    }

    fn deleted(&self, name: &str) -> Option<String> {
        self.store.texts().get(&keys::deleted(&id(name), 1)).cloned()
    }
}

/// Something that a library does.
struct Deed {
    name: &'static str,
    run: fn(&mut World) -> Result<(), SaveError>,
    /// Whether it has been done.
    done: fn(&World) -> bool,
}

const DEEDS: [Deed; 8] = [
    Deed {
        name: "list",
        run: |world| {
            world.library.deleted(&PACK)?;
            world.library.list(&PACK).map(|_| ()).map_err(SaveError::Store)
        },
        done: |world| world.store.texts() == world.before,
    },
    Deed {
        name: "load",
        run: |world| match world.library.load(&PACK, &id("a")) {
            Ok(_) => Ok(()),
            Err(LoadError::Store(error)) => Err(error.into()),
            Err(other) => panic!("{other:?}"),
        },
        done: |world| world.store.texts() == world.before,
    },
    Deed {
        name: "create",
        run: |world| world.library.create(&PACK, document("c", "4.3=F"), minute(7)).map(|_| ()),
        done: |world| {
            world.kept("c").is_some_and(|text| {
                opened(&text).document.assessment == document("c", "4.3=F").assessment
            })
        },
    },
    Deed {
        name: "import",
        run: |world| {
            world.library.import(&document("d", "4.4=F"), &written(&document("d", "4.4=F")))
        },
        done: |world| {
            world.kept("d").is_some_and(|text| content(&text) == written(&document("d", "4.4=F")))
        },
    },
    Deed {
        name: "save",
        run: |world| world.library.save(&PACK, &mut world.open, minute(7)),
        done: |world| {
            world.kept("a").is_some_and(|text| opened(&text).document.assessment == screen())
        },
    },
    Deed {
        name: "delete",
        run: |world| world.library.delete(&id("a")).map(|_| ()),
        done: |world| world.kept("a").is_none() && world.deleted("a").is_some(),
    },
    Deed {
        name: "restore",
        run: |world| world.library.restore(&keys::deleted(&id("b"), 1)),
        done: |world| world.kept("b").is_some() && world.deleted("b").is_none(),
    },
    Deed {
        name: "erase",
        run: |world| Ok(world.library.erase(&keys::deleted(&id("b"), 1))?),
        done: |world| world.deleted("b").is_none(),
    },
];

/// Whatever happened, nothing that was kept is lost or broken, nor is what is on the screen.
fn whole(world: &World, deed: &Deed, told: &str) {
    let texts = world.store.texts();
    for text in texts.values() {
        assert_eq!(opened(text).notices, [], "{told}");
    }
    for (key, before) in &world.before {
        let name = key.rsplit('.').next().unwrap();
        let copies = [world.kept(name), world.deleted(name)];
        let is_whole = |text: &String| {
            text == before || name == "a" && opened(text).document.assessment == screen()
        };
        assert!(copies.iter().flatten().all(is_whole), "{told}: {name}");
        let erased = deed.name == "erase" && name == "b";
        assert!(erased || copies.iter().flatten().count() > 0, "{told}: {name} is lost");
    }
    assert_eq!(world.open.document.assessment, screen(), "{told}");
}

fn the_next_save_works(world: &mut World, told: &str) {
    if world.kept("a").is_none() {
        return;
    }
    let revision = world.open.document.revision;
    assert_eq!(world.library.save(&PACK, &mut world.open, minute(8)), Ok(()), "{told}");
    assert_eq!(world.open.document.revision, revision + 1, "{told}");
    let kept = opened(&world.kept("a").unwrap()).document;
    assert_eq!(kept, world.open.document, "{told}");
}

fn strike(deed: &Deed, call: usize, fault: Fault) {
    let told = format!("{}, call {call}, {fault:?}", deed.name);
    let mut world = World::new();
    let open = world.open.clone();
    world.store.strike(call, fault);
    let result = (deed.run)(&mut world);
    world.store.mend();
    whole(&world, deed, &told);
    if result.is_err() {
        assert_eq!(world.open, open, "{told}");
    }
    match &result {
        Ok(()) => assert!((deed.done)(&world), "{told}: said to be done"),
        Err(SaveError::Store(error)) => match fault {
            Fault::Fails(fault) => assert_eq!(*error, fault, "{told}"),
            _ => assert_eq!(*error, StoreError::Refused, "{told}"),
        },
        Err(other) => panic!("{told}: {other}"),
    }
    the_next_save_works(&mut world, &told);
    // Another try does it, unless the one that failed left the copy that it had written.
    if result.is_err() {
        let mut world = World::new();
        world.store.strike(call, fault);
        let _ = (deed.run)(&mut world);
        world.store.mend();
        let again = (deed.run)(&mut world);
        whole(&world, deed, &told);
        let copied = deed.name == "restore" && again == Err(SaveError::Exists);
        assert!(copied || (again == Ok(()) && (deed.done)(&world)), "{told}: again: {again:?}");
    }
}

#[test]
fn no_fault_loses_anything() {
    let mut struck = 0;
    for deed in &DEEDS {
        let mut world = World::new();
        (deed.run)(&mut world).unwrap();
        let calls = world.store.calls();
        assert!(calls > 0 && (deed.done)(&world), "{}", deed.name);
        for call in 1..=calls {
            for fault in Fault::ALL {
                strike(deed, call, fault);
                struck += 1;
            }
        }
    }
    assert!(struck > 60, "{struck}");
}

/// What the second copy has, and the library over it and the store as the next page finds both.
fn next_page(world: &World, copies: &BTreeMap<String, String>) -> Library {
    let library = Library::new(Box::new(world.store.clone()));
    library.begin_second();
    let copies: Vec<_> = copies.clone().into_iter().collect();
    library.reconcile(&PACK, &copies).unwrap();
    library
}

/// Gives the second copy what is due.
fn copy(library: &Library, copies: &mut BTreeMap<String, String>, takes: bool) {
    let due: Vec<Due> = library.due();
    if !takes {
        return library.refused_by_second(due);
    }
    for (id, text) in &due {
        match text {
            Some(text) => drop(copies.insert(id.to_string(), text.clone())),
            None => drop(copies.remove(id.as_str())),
        }
    }
    library.taken_by_second(&due);
}

/// Every fault in everything that is done, with a second copy that takes it or doesn't, and afterwards
/// local storage as it is, as it was a while ago, or cleared.
#[test]
fn no_fault_of_either_copy_loses_anything() {
    let mut struck = 0;
    for deed in &DEEDS {
        let calls = {
            let mut world = World::over(Library::begin_second);
            (deed.run)(&mut world).unwrap();
            world.store.calls()
        };
        for call in 0..=calls {
            for fault in Fault::ALL {
                for (takes, after) in [true, false].into_iter().flat_map(|takes| {
                    ["as it is", "a while ago", "cleared"].map(move |after| (takes, after))
                }) {
                    strike_both(deed, (call, fault), takes, after);
                    struck += 1;
                }
            }
        }
    }
    assert!(struck > 400, "{struck}");
}

fn strike_both(deed: &Deed, (call, fault): (usize, Fault), takes: bool, after: &str) {
    let told = format!("{}, call {call}, {fault:?}, takes {takes}, {after}", deed.name);
    let mut world = World::over(Library::begin_second);
    let mut copies = BTreeMap::new();
    copy(&world.library, &mut copies, true);
    let then = world.store.texts();
    world.store.strike(call, fault);
    let result = (deed.run)(&mut world);
    world.store.mend();
    copy(&world.library, &mut copies, takes);
    match after {
        "a while ago" => world.store.replace(&then),
        "cleared" => world.store.replace(&BTreeMap::new()),
        _ => {}
    }
    let library = next_page(&world, &copies);
    let texts: Vec<_> = library.list(&PACK).unwrap();
    let found = texts.iter().find(|entry| entry.id == id("a"));
    let found = found.map(|entry| entry.content.as_ref().expect(&told).document.clone());
    // What was deleted has no second copy, so that only what the browser lost itself is gone.
    let is_deleted = deed.name == "delete" && (result.is_ok() || world.deleted("a").is_some());
    let kept_by_second = takes && !is_deleted;
    if after != "cleared" && deed.name != "delete" || kept_by_second {
        let found = found.unwrap_or_else(|| panic!("{told}: a is lost"));
        let old = document("a", "4.1=F").assessment;
        assert!([&old, &screen()].contains(&&found.assessment), "{told}");
        let saved = deed.name == "save" && result.is_ok();
        if saved && (takes || after == "as it is") {
            assert_eq!(found.assessment, screen(), "{told}: the older one won");
        }
    }
    if deed.name == "delete" && result.is_ok() && after == "as it is" {
        assert!(library.load(&PACK, &id("a")).is_err(), "{told}: it came back");
        assert_eq!(library.deleted(&PACK).unwrap().len(), 2, "{told}");
    }
}
