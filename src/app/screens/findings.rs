//! What an auditor would probably find.

use super::super::{
    components::{title::title, views::views},
    el::El,
    route::Page,
    state::State,
    words::t,
};
use crate::{domain::id::AssessmentId, text::Key};

/// The page.
pub fn findings(_state: State, id: &AssessmentId) -> Vec<El> {
    vec![views(id, &Page::Findings), title(t(Key::ViewsFindings))]
}
