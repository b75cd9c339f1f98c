//! Readiness for the audit.

use super::super::{
    components::{title::title, views::views},
    el::El,
    route::Page,
    state::State,
    words::t,
};
use crate::{domain::id::AssessmentId, text::Key};

/// The page.
pub fn readiness(_state: State, id: &AssessmentId) -> Vec<El> {
    vec![views(id, &Page::Readiness), title(t(Key::ViewsReadiness))]
}
