//! What a group sees.

use crate::{
    app::{components::title::title, el::El, route::Seat, state::State, words::t},
    text::Key,
};

/// The page.
pub fn group(_state: State, _code: &str, _seat: &Seat) -> Vec<El> {
    vec![title(t(Key::WorkshopAllTitle).to_owned())]
}
