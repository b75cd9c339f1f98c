//! The actions of the plan.

use super::super::{
    components::{title::title, views::views},
    el::El,
    route::Page,
    state::State,
    words::t,
};
use crate::{domain::id::AssessmentId, text::Key};

/// The page.
pub fn plan(_state: State, id: &AssessmentId) -> Vec<El> {
    vec![views(id, &Page::Plan), title(t(Key::ViewsActions))]
}
