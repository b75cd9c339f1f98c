//! Every call of the store goes wrong once, in every way, in everything that a library does: what
//! was kept is still there whole, what is open is still there whole, and the next save works.

use std::collections::BTreeMap;

use plumbline::{
    domain::assessment::Assessment,
    persist::{
        keys,
        library::{Library, LoadError, Open, SaveError},
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
        let store = TestStore::default();
        let library = Library::new(Box::new(store.clone()));
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
        run: |world| world.library.import(&id("d"), &written(&document("d", "4.4=F"))),
        done: |world| world.kept("d") == Some(written(&document("d", "4.4=F"))),
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
