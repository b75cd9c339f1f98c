//! Further windows of this page.

/// Opens this page at a fragment in a window of its own, or goes there in the one that was opened under
/// the same name before; false when the browser didn't let it.
#[inline(never)] // see super::hold
#[must_use]
pub fn open(fragment: &str, name: &str) -> bool {
    let window = super::window();
    let opened = window.and_then(|window| {
        let features = "popup,width=1280,height=760";
        window.open_with_url_and_target_and_features(fragment, name, features).ok().flatten()
    });
    opened.is_some_and(|opened| {
        let _ = opened.focus();
        true
    })
}

/// Asks the browser to print the page.
pub fn print() {
    if let Some(window) = super::window() {
        let _ = window.print();
    }
}
