//! The ports to the browser (`src/browser`), each in a real one: `cargo xtask test web`.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use js_sys::{Array, Promise, Reflect};
use plumbline::{
    browser::{
        assets, crash, download, events, file, format, location, page, preferences, random, second,
        storage::{self, LocalStore},
        tabs::{self, Turn},
    },
    domain::time::Timestamp,
    persist::store::{Store as _, StoreError},
};
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

/// Does in the page what the tests need and the app has no words for.
fn js(source: &str) -> JsValue {
    js_sys::eval(source).unwrap()
}

fn field(object: &JsValue, name: &str) -> JsValue {
    Reflect::get(object, &name.into()).unwrap()
}

#[wasm_bindgen_test]
fn storage_keeps_texts_by_name() {
    let store = LocalStore;
    store.set("test.kept", "äöü 株 \u{1f512}\n\"").unwrap();
    assert_eq!(store.get("test.kept").unwrap().as_deref(), Some("äöü 株 \u{1f512}\n\""));
    assert!(store.keys().unwrap().contains(&"test.kept".to_owned()));
    store.set("test.kept", "").unwrap();
    assert_eq!(store.get("test.kept").unwrap().as_deref(), Some(""));
    store.remove("test.kept").unwrap();
    assert_eq!(store.get("test.kept").unwrap(), None);
    store.remove("test.kept").unwrap();
    assert!(!store.keys().unwrap().contains(&"test.kept".to_owned()));
}

#[wasm_bindgen_test]
fn full_storage_says_so_and_keeps_the_old_text() {
    let store = LocalStore;
    store.set("test.full", "the old text").unwrap();
    let huge = "x".repeat(11_000_000);
    assert_eq!(store.set("test.full", &huge), Err(StoreError::Full));
    assert_eq!(store.get("test.full").unwrap().as_deref(), Some("the old text"));
    store.remove("test.full").unwrap();
    assert!(storage::works());
}

#[wasm_bindgen_test]
fn preferences_are_remembered() {
    assert_eq!(preferences::get("test.preference"), None);
    assert!(!preferences::is("test.preference", "dark"));
    preferences::set("test.preference", "dark");
    assert_eq!(preferences::get("test.preference").as_deref(), Some("dark"));
    assert!(preferences::is("test.preference", "dark"));
    assert!(!preferences::is("test.preference", "light"));
    LocalStore.remove("test.preference").unwrap();
}

#[wasm_bindgen_test]
async fn a_download_is_a_click_on_a_link_to_the_text() {
    let clicked = js("new Promise((resolve) => document.addEventListener('click', (event) => {
        event.preventDefault();
        const { href, download } = event.target;
        fetch(href).then(async (response) => resolve([download, response.headers.get('content-type'), await response.text()]));
      }, { once: true }))");
    download::save("Überblick.json", "application/json", "{\"a\":\"ä\"}").unwrap();
    let saved: Array = JsFuture::from(Promise::from(clicked)).await.unwrap().into();
    let saved: Vec<_> = saved.iter().filter_map(|part| part.as_string()).collect();
    assert_eq!(saved, ["Überblick.json", "application/json", "{\"a\":\"ä\"}"]);
    assert!(js("document.querySelector('a[download]')").is_null(), "no link is left behind");
}

#[wasm_bindgen_test]
async fn a_chosen_file_is_read_up_to_a_size() {
    let event = js("(() => {
        const input = document.createElement('input');
        input.type = 'file';
        const chosen = new DataTransfer();
        chosen.items.add(new File(['{\"ä\":1}'], 'a.json'));
        input.files = chosen.files;
        const event = new Event('change');
        input.dispatchEvent(event);
        return event;
      })()");
    let chosen = file::chosen(event.unchecked_ref()).unwrap();
    assert_eq!(chosen.text(8).await.as_deref(), Ok("{\"ä\":1}"));
    let too_large = Err(file::FileError::TooLarge);
    assert_eq!(chosen.text(7).await, too_large, "two bytes are one letter here");
    assert!(file::chosen(event.unchecked_ref()).is_none(), "the field is empty again");
}

#[wasm_bindgen_test]
fn random_bytes_differ() {
    let (a, b) = (random::bytes(), random::bytes());
    assert_ne!(a, b);
    assert_ne!(a, [0; 16]);
}

#[wasm_bindgen_test]
fn the_clock_speaks_the_stored_form() {
    let now = format::now();
    assert!(Timestamp::parse(&now).is_some(), "{now}");
    let shown = format::moment("2026-11-22T12:00:00.000Z", "en");
    assert!(shown.contains("2026") && shown.contains("22"), "{shown}");
}

#[wasm_bindgen_test]
fn numbers_and_days_follow_language_and_region() {
    assert_eq!(format::quarter("en-GB"), "25%");
    assert_eq!(format::quarter("de-DE"), "25\u{a0}%");
    assert_eq!(format::quarter("tr"), "%25");
    assert!(format::quarter("ar-EG").contains("25"), "Latin digits");
    assert_eq!(format::day("2026-11-22T12:00:00.000Z", "en-GB"), "22 Nov 2026");
    assert_eq!(format::ago(3, "day", "en"), "3 days ago");
    assert!(format::locale("en").starts_with("en"));
}

#[wasm_bindgen_test]
async fn the_address_holds_the_place() {
    let went = Rc::new(RefCell::new(Vec::new()));
    let log = Rc::clone(&went);
    events::on_fragment(move || log.borrow_mut().push(location::fragment()));
    location::go("/a/x1/item/6.1.2");
    assert_eq!(location::fragment(), "/a/x1/item/6.1.2");
    soon().await;
    assert_eq!(*went.borrow(), ["/a/x1/item/6.1.2"]);
    location::go("/");
}

/// After everything that the browser has queued up.
async fn soon() {
    let turn = js("new Promise((resolve) => setTimeout(resolve, 50))");
    JsFuture::from(Promise::from(turn)).await.unwrap();
}

#[wasm_bindgen_test]
fn the_page_around_the_app() {
    page::set_title("4.1 – Plumbline");
    assert_eq!(js("document.title"), "4.1 – Plumbline");
    page::set_root_attribute("data-theme", Some("dark"));
    assert_eq!(js("document.documentElement.dataset.theme"), "dark");
    page::set_root_attribute("data-theme", None);
    assert!(js("document.documentElement.dataset.theme").is_undefined());
}

#[wasm_bindgen_test]
fn undo_in_a_text_field_is_the_browsers() {
    for (element, is_text) in [
        ("<textarea>", true),
        ("<input>", true),
        ("<input type=search>", true),
        ("<input type=radio>", false),
        ("<input type=checkbox>", false),
        ("<button>", false),
    ] {
        js(&format!(
            "document.body.insertAdjacentHTML('beforeend', '<p id=field>{element}</p>'); document.querySelector('#field > *').focus()"
        ));
        assert_eq!(page::in_text_field(), is_text, "{element}");
        js("document.getElementById('field').remove()");
    }
}

#[wasm_bindgen_test]
fn shortcuts_are_taken_or_left_to_the_browser() {
    let seen = Rc::new(RefCell::new(Vec::new()));
    let log = Rc::clone(&seen);
    events::on_shortcut(move |shortcut| {
        let taken = shortcut.key == "s";
        log.borrow_mut().push((shortcut.key, shortcut.shift, shortcut.alone));
        taken
    });
    let press = |init: &str| {
        let left = js(&format!(
            "dispatchEvent(new KeyboardEvent('keydown', {{ cancelable: true, ...{init} }}))"
        ));
        left.as_bool() == Some(false)
    };
    assert!(press("{ key: 's', ctrlKey: true }"));
    assert!(press("{ key: 's', metaKey: true }"));
    assert!(!press("{ key: 'Z', ctrlKey: true, shiftKey: true }"));
    assert!(!press("{ key: 's' }"), "no shortcut");
    assert!(
        !press("{ key: 's', ctrlKey: true, altKey: true }"),
        "typing a letter, on some keyboards"
    );
    assert!(!press("{ key: '?', shiftKey: true }"));
    let s = || ("s".to_owned(), false, false);
    let others = [("z".to_owned(), true, false), ("?".to_owned(), true, true)];
    assert_eq!(*seen.borrow(), [vec![s(), s()], others.to_vec()].concat());
}

#[wasm_bindgen_test]
fn leaving_is_told_at_every_last_moment() {
    let count = Rc::new(RefCell::new(0));
    let counter = Rc::clone(&count);
    events::on_leaving(move || *counter.borrow_mut() += 1);
    js("document.dispatchEvent(new Event('freeze')); dispatchEvent(new Event('pagehide'))");
    assert_eq!(*count.borrow(), 2);
    // Coming back into sight is no leaving.
    js("document.dispatchEvent(new Event('visibilitychange'))");
    assert_eq!(*count.borrow(), 2);
}

#[wasm_bindgen_test]
fn closing_asks_only_when_something_would_be_lost() {
    let loses = Rc::new(Cell::new(false));
    let asked = Rc::clone(&loses);
    events::on_closing(move || asked.get());
    let asks = || js("!dispatchEvent(new Event('beforeunload', { cancelable: true }))");
    assert_eq!(asks(), false);
    loses.set(true);
    assert_eq!(asks(), true);
    loses.set(false);
}

#[wasm_bindgen_test]
fn other_tabs_are_heard() {
    let heard = Rc::new(RefCell::new(Vec::new()));
    let log = Rc::clone(&heard);
    events::on_storage(move |key| log.borrow_mut().push(key));
    js(
        "dispatchEvent(new StorageEvent('storage', { key: 'a' })); dispatchEvent(new StorageEvent('storage'))",
    );
    assert_eq!(*heard.borrow(), [Some("a".to_owned()), None]);
}

#[wasm_bindgen_test]
async fn files_beside_the_page() {
    js(
        "window.plumbline = { pack: Promise.resolve('{}'), texts: Promise.reject(new Error('en.json: 404')) }; window.plumbline.texts.catch(() => {})",
    );
    assert_eq!(assets::started("pack").await.as_deref(), Ok("{}"));
    let failed = assets::started("texts").await.unwrap_err();
    assert_eq!(failed.0, "en.json: 404");
    assert!(assets::started("nothing").await.is_err());
    let missing = assets::fetch("no-such-file.json").await.unwrap_err();
    assert!(missing.0.contains("no-such-file.json: 404"), "{}", missing.0);
}

#[wasm_bindgen_test]
fn a_crash_hands_over_the_work_once() {
    js(
        "window.crashes = []; document.addEventListener('plumbline-crash', ({ detail }) => crashes.push(detail))",
    );
    let asked = Rc::new(RefCell::new(0));
    let count = Rc::clone(&asked);
    crash::set_rescue(move || {
        *count.borrow_mut() += 1;
        Some(crash::Rescued { name: "Acme.plumbline.json".into(), text: "{}".into() })
    });
    crash::report("index out of bounds");
    crash::report("and again");

    assert_eq!(*asked.borrow(), 1, "the rescue may be what fails: it isn't called again");
    let crashes: Array = js("crashes").into();
    let texts = |detail: JsValue| {
        ["message", "started", "name", "text"].map(|name| field(&detail, name).as_string())
    };
    let [first, second] = [crashes.get(0), crashes.get(1)].map(texts);
    let some = |text: &str| Some(text.to_owned());
    assert_eq!(
        first,
        [some("index out of bounds"), some("yes"), some("Acme.plumbline.json"), some("{}")]
    );
    assert_eq!(second, [some("and again"), None, None, None]);
    assert_eq!(crashes.length(), 2);
}

/// What `boot.js` does for the second copies and the tabs.
fn boot() {
    let boot = include_str!("../boot.js");
    let start = boot.find("/** Does something with the second copies").unwrap();
    let end = boot.find("if (typeof WebAssembly").unwrap();
    js(&format!("{}; window.plumbline = {{ ...secondCopies(), ...tabs() }}", &boot[start..end]));
}

#[wasm_bindgen_test]
async fn second_copies_are_written_and_read() {
    let forget = "new Promise((done) => {
        const erasing = indexedDB.deleteDatabase('plumbline');
        erasing.onsuccess = erasing.onerror = done;
      })";
    JsFuture::from(Promise::from(js(forget))).await.unwrap();
    boot();
    let pair = |name: &str, text: &str| (name.to_owned(), text.to_owned());
    assert_eq!(second::read(false).await, Ok(vec![]));
    let made =
        js("indexedDB.databases().then((all) => all.some(({ name }) => name === 'plumbline'))");
    let made = JsFuture::from(Promise::from(made)).await.unwrap();
    assert_eq!(made, false, "looking makes nothing");

    let texts = [("a", Some("äöü 株 \u{1f512}\n\"")), ("b", Some(""))];
    second::write(texts.into_iter()).await.unwrap();
    let all = [pair("a", "äöü 株 \u{1f512}\n\""), pair("b", "")];
    assert_eq!(second::read(true).await.as_deref(), Ok(&all[..]));
    assert_eq!(second::read(false).await, Ok(vec![]), "as it was at first");
    second::write([("a", None), ("b", Some("x")), ("nothing", None)].into_iter()).await.unwrap();
    assert_eq!(second::read(true).await, Ok(vec![pair("b", "x")]));
    let (used, room) = second::taken().await.unwrap();
    assert!(used < room, "{used} of {room}");

    js("window.before = Object.getOwnPropertyDescriptor(window, 'indexedDB');
        const refusing = { open() { throw new Error('no') } };
        Object.defineProperty(window, 'indexedDB', { value: refusing, configurable: true });");
    assert_eq!(second::read(true).await, Err(second::Silent));
    assert_eq!(second::write([("b", None)].into_iter()).await, Err(second::Silent));
    js("Object.defineProperty(window, 'indexedDB', window.before)");
    assert_eq!(second::read(true).await, Ok(vec![pair("b", "x")]), "nothing of it was done");
}

#[wasm_bindgen_test]
async fn one_tab_writes() {
    let turn = |turn, name: &str| Some((turn, name.to_owned()));
    boot();
    tabs::hold("t");
    assert_eq!(tabs::turn().await, turn(Turn::Writes, "t"));
    // Another page takes the lock.
    js("window.other = new Promise((taken) => navigator.locks.request('plumbline/t', { steal: true }, () => {
        taken();
        return new Promise((done) => { window.end = done; });
      }))");
    assert_eq!(tabs::turn().await, turn(Turn::Lost, "t"));
    assert_eq!(tabs::turn().await, turn(Turn::Follows, "t"));
    // It doesn't answer.
    tabs::take("t");
    assert_eq!(tabs::turn().await, turn(Turn::Writes, "t"));
    // Another page asks.
    js("window.ask = new BroadcastChannel('plumbline'); window.ask.postMessage('t')");
    assert_eq!(tabs::turn().await, turn(Turn::Asked, "t"));
    tabs::leave();
    js("window.ask.close(); window.other.catch(() => {})");
    // It can be had: nobody holds it any more.
    let had = js("navigator.locks.request('plumbline/t', () => 'had')");
    assert_eq!(JsFuture::from(Promise::from(had)).await.unwrap(), "had");
}
