//! The ten steps.

use super::super::{
    components::{title::title, views::views},
    el::El,
    route::Page,
    state::State,
    words::t,
};
use crate::{domain::id::AssessmentId, text::Key};

/// The page.
pub fn steps(_state: State, id: &AssessmentId) -> Vec<El> {
    vec![views(id, &Page::Steps), title(t(Key::ViewsSteps))]
}
