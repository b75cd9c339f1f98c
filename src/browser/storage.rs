//! The browser's local storage behind the port [`Store`]. Every call may be refused; none panics.

use std::cell::OnceCell;

use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{DomException, Storage};

use crate::persist::{
    keys,
    store::{Store, StoreError},
};

/// Local storage of this origin.
#[derive(Clone, Copy, Debug, Default)]
pub struct LocalStore;

/// Whether storage takes a text and gives it back, and may be used. Found out once.
#[must_use]
pub fn works() -> bool {
    thread_local!(static WORKS: OnceCell<bool> = const { OnceCell::new() });
    WORKS.with(|works| *works.get_or_init(|| probe().is_ok() && !keeps_nothing()))
}

/// Whether somebody has chosen that nothing is kept here.
#[must_use]
pub fn keeps_nothing() -> bool {
    matches!(LocalStore.get(keys::NOTHING), Ok(Some(_)))
}

/// From the next load of the page on nothing is kept here.
///
/// # Errors
/// [`StoreError`] when that can't be noted down.
pub fn keep_nothing() -> Result<(), StoreError> {
    LocalStore.set(keys::NOTHING, "1")
}

/// From the next load of the page on it is kept here what is entered.
///
/// # Errors
/// [`StoreError`] when that can't be noted down.
pub fn keep_again() -> Result<(), StoreError> {
    LocalStore.remove(keys::NOTHING)
}

fn probe() -> Result<(), StoreError> {
    let store = LocalStore;
    match store.set(keys::PROBE, "1") {
        // Full storage can be read, and what is there can be deleted: it works.
        Err(StoreError::Full) => return Ok(()),
        other => other?,
    }
    let kept = store.get(keys::PROBE)?;
    store.remove(keys::PROBE)?;
    if kept.is_some() { Ok(()) } else { Err(StoreError::Refused) }
}

fn storage() -> Result<Storage, StoreError> {
    let window = super::window().ok_or(StoreError::Refused)?;
    window.local_storage().ok().flatten().ok_or(StoreError::Refused)
}

#[allow(clippy::needless_pass_by_value, reason = "fits map_err")]
fn error(thrown: JsValue) -> StoreError {
    match thrown.dyn_ref::<DomException>().map(DomException::name).as_deref() {
        Some("QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED") => StoreError::Full,
        _ => StoreError::Refused,
    }
}

impl Store for LocalStore {
    fn keys(&self) -> Result<Vec<String>, StoreError> {
        let storage = storage()?;
        let count = storage.length().map_err(error)?;
        let mut keys = Vec::new();
        for place in 0..count {
            keys.extend(storage.key(place).map_err(error)?);
        }
        Ok(keys)
    }

    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        storage()?.get_item(key).map_err(error)
    }

    fn set(&self, key: &str, text: &str) -> Result<(), StoreError> {
        storage()?.set_item(key, text).map_err(error)
    }

    fn remove(&self, key: &str) -> Result<(), StoreError> {
        storage()?.remove_item(key).map_err(error)
    }
}
