//! What the trainer sees while the projector shows something else.

use crate::app::{components::title::title, el::El, state::State, words::t};
use crate::text::Key;

/// The page.
pub fn control(_state: State, _kept: super::kept::Kept) -> Vec<El> {
    vec![title(t(Key::WorkshopAllTitle).to_owned())]
}
