//! What the answers mean, on one page.

use super::super::{
    components::{title::title, views::views},
    el::El,
    route::Page,
    state::State,
    words::t,
};
use crate::{domain::id::AssessmentId, text::Key};

/// The page.
pub fn result(state: State, id: &AssessmentId) -> Vec<El> {
    vec![views(state, id, &Page::Result), title(t(Key::ResultTitle))]
}
