//! How the numbers change over time.

use super::super::{
    components::{title::title, views::views},
    el::El,
    route::Page,
    state::State,
    words::t,
};
use crate::{domain::id::AssessmentId, text::Key};

/// The page.
pub fn time(state: State, id: &AssessmentId) -> Vec<El> {
    vec![views(state, id, &Page::Time), title(t(Key::TimeTitle))]
}
