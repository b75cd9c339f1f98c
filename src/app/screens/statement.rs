//! The Statement of Applicability.

use super::super::{
    components::{title::title, views::views},
    el::El,
    route::Page,
    state::State,
    words::t,
};
use crate::{domain::id::AssessmentId, text::Key};

/// The page.
pub fn statement(_state: State, id: &AssessmentId) -> Vec<El> {
    vec![views(id, &Page::Statement), title(t(Key::ViewsStatement))]
}
