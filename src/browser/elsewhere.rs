//! What of this program may lie in the browser outside of local storage: databases and caches that are
//! named after it.

use js_sys::{Array, JsString};
use wasm_bindgen::JsCast as _;
use wasm_bindgen_futures::JsFuture;

use super::page::breathe;
use super::second;

/// How the names of its databases and caches begin; the database has this name.
const NAME: &str = "plumbline";
/// How often it is asked whether a database is gone: some seconds, as another tab may hold it.
const PATIENCE: u32 = 1_000;

/// Erases the database and the caches, whether they are there or not, and returns the names of those
/// that may still be there.
pub async fn erase() -> Vec<String> {
    let mut left = Vec::new();
    if !erase_database().await {
        left.push(format!("IndexedDB: {NAME}"));
    }
    for name in erase_caches().await {
        left.push(format!("Cache: {name}"));
    }
    left
}

/// Whether it is gone. Where the browser has no databases there is none. It is emptied first: it can't
/// be deleted as long as another page has it open, its texts can.
async fn erase_database() -> bool {
    let texts = second::read(true).await.unwrap_or_default();
    if !texts.is_empty() {
        let none = texts.iter().map(|(name, _)| (name.as_str(), None));
        // Whether that worked or not, it is to be deleted.
        let _ = second::write(none).await;
    }
    let factory = super::window().and_then(|window| window.indexed_db().ok().flatten());
    let Some(request) = factory.and_then(|factory| factory.delete_database(NAME).ok()) else {
        return true;
    };
    for _ in 0..PATIENCE {
        // As long as the answer is awaited, asking for it is itself an error.
        if let Ok(error) = request.error() {
            return error.is_none();
        }
        breathe().await;
    }
    false
}

async fn erase_caches() -> Vec<String> {
    for name in caches().await {
        if let Some(store) = store() {
            let _ = JsFuture::from(store.delete(&name)).await;
        }
    }
    caches().await
}

/// The names of the caches.
async fn caches() -> Vec<String> {
    let Some(store) = store() else { return Vec::new() };
    let names = JsFuture::from(store.keys()).await.ok();
    let names = names.and_then(|names| names.dyn_into::<Array>().ok()).unwrap_or_default();
    let names = names.iter().filter_map(|name| name.dyn_into::<JsString>().ok());
    names.map(String::from).filter(|name| name.starts_with(NAME)).collect()
}

/// Caches are there in secure contexts only; asking for them elsewhere would be an error.
fn store() -> Option<web_sys::CacheStorage> {
    super::window().filter(web_sys::Window::is_secure_context)?.caches().ok()
}
