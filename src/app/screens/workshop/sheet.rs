//! The worksheet for paper.

use crate::app::{components::title::title, el::El, state::State, words::t};
use crate::text::Key;

/// The page.
pub fn sheet(_state: State, _kept: super::kept::Kept) -> Vec<El> {
    vec![title(t(Key::WorkshopAllTitle).to_owned())]
}
