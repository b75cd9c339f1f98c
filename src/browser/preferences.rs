//! What the person prefers on this device. Losing it harms nothing.

use gloo_storage::{LocalStorage, Storage as _};

/// A preference kept under a name; `None` when there is none or storage is refused.
#[must_use]
pub fn get(key: &str) -> Option<String> {
    super::storage::works().then(|| LocalStorage::get(key).ok()).flatten()
}

/// Keeps a preference where storage allows it.
pub fn set(key: &str, value: &str) {
    if super::storage::works() {
        let _ = LocalStorage::set(key, value);
    }
}
