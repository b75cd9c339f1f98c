//! Preparing a workshop.

use crate::app::{components::title::title, el::El, state::State, words::t};
use crate::text::Key;

/// The page.
pub fn prepare(_state: State) -> Vec<El> {
    vec![title(t(Key::WorkshopAllTitle).to_owned())]
}
