//! The workshops that are kept in this browser, and the way to a new one.

use crate::app::{components::title::title, el::El, state::State, words::t};
use crate::text::Key;

/// The page.
pub fn list(_state: State) -> Vec<El> {
    vec![title(t(Key::WorkshopAllTitle).to_owned())]
}
