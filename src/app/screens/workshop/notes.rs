//! The notes for facilitators.

use crate::app::{components::title::title, el::El, state::State, words::t};
use crate::text::Key;

/// The page.
pub fn notes(_state: State, _article: Option<&str>) -> Vec<El> {
    vec![title(t(Key::WorkshopAllTitle).to_owned())]
}
