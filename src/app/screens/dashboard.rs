//! All numbers, by clause, theme and attribute.

use super::super::{
    components::{title::title, views::views},
    el::El,
    route::Page,
    state::State,
    words::t,
};
use crate::{domain::id::AssessmentId, text::Key};

/// The page.
pub fn dashboard(state: State, id: &AssessmentId) -> Vec<El> {
    vec![views(state, id, &Page::Dashboard), title(t(Key::DashboardTitle))]
}
