//! What the person prefers on this device. Losing it harms nothing.

use gloo_storage::{LocalStorage, Storage as _};

/// A preference kept under a name; `None` when there is none or storage is refused.
#[must_use]
pub fn get(key: &str) -> Option<String> {
    super::storage::works().then(|| LocalStorage::get(key).ok()).flatten()
}

/// Whether a preference is this one of some words. The start asks so: to read any text that may be
/// there takes far more code.
#[must_use]
pub fn is(key: &str, word: &str) -> bool {
    let kept = || LocalStorage::raw().get_item(key).ok().flatten();
    super::storage::works() && kept().is_some_and(|text| text.trim_matches('"') == word)
}

/// Keeps a preference where storage allows it; true when it did.
#[allow(clippy::must_use_candidate, reason = "losing most preferences harms nothing")]
pub fn set(key: &str, value: &str) -> bool {
    super::storage::works() && LocalStorage::set(key, value).is_ok()
}
