//! A return that was opened as a link.

use crate::app::{components::title::title, el::El, state::State, words::t};
use crate::text::Key;

/// The page.
pub fn returned(_state: State, _code: &str) -> Vec<El> {
    vec![title(t(Key::WorkshopAllTitle).to_owned())]
}
