//! The workshops that are kept in this browser, and the way to a new one.

use crate::app::{
    components::title::title,
    el::{El, el},
    state::State,
    words::t,
};
use crate::text::Key;

/// The page.
pub fn list(state: State) -> Vec<El> {
    let open = el("section").class("card").child(super::open_file::open_file(state));
    vec![title(t(Key::WorkshopAllTitle).to_owned()), open]
}
