//! The fragment of the page's address, in which the app keeps where it is.

/// What stands behind the `#`, decoded by nobody yet; empty when nothing does.
#[must_use]
pub fn fragment() -> String {
    super::window()
        .and_then(|window| window.location().hash().ok())
        .map(|hash| hash.trim_start_matches('#').to_owned())
        .unwrap_or_default()
}

/// Goes to a fragment, as following a link does.
pub fn go(fragment: &str) {
    if let Some(window) = super::window() {
        let _ = window.location().set_hash(fragment);
    }
}

/// Loads the page anew.
pub fn reload() {
    if let Some(window) = super::window() {
        let _ = window.location().reload();
    }
}
