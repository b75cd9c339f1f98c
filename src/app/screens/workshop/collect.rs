//! Taking in what groups hand in: files, links, codes, pictures.

use crate::app::{components::title::title, el::El, state::State, words::t};
use crate::text::Key;

/// The page.
pub fn collect(_state: State, _kept: super::kept::Kept) -> Vec<El> {
    vec![title(t(Key::WorkshopAllTitle).to_owned())]
}
