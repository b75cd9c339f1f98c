//! A trainer's workshop: how groups come in, who is in, and the ways to all else.

use crate::app::{components::title::title, el::El, state::State, words::t};
use crate::text::Key;

/// The page.
pub fn hub(_state: State, _kept: super::kept::Kept) -> Vec<El> {
    vec![title(t(Key::WorkshopAllTitle).to_owned())]
}
