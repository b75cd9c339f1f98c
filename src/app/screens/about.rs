//! What is known of the organisation: asked once, all of it optional.

use super::super::{
    components::{title::title, views::views},
    el::El,
    route::Page,
    state::State,
    words::t,
};
use crate::{domain::id::AssessmentId, text::Key};

/// The page.
pub fn about(state: State, id: &AssessmentId) -> Vec<El> {
    vec![views(state, id, &Page::About), title(t(Key::AboutTitle))]
}
