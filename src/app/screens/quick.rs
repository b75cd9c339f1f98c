//! The quick check: one question a page, and all answers before the result.

use super::super::{
    components::{title::title, views::views},
    el::El,
    route::Page,
    state::State,
    words::t,
};
use crate::{
    domain::id::{AssessmentId, ItemId},
    text::Key,
};

/// The page.
pub fn question(state: State, id: &AssessmentId, item: &ItemId) -> Vec<El> {
    let _ = item;
    vec![views(state, id, &Page::Review), title(t(Key::QuickTitle))]
}

/// The page.
pub fn review(state: State, id: &AssessmentId) -> Vec<El> {
    vec![views(state, id, &Page::Review), title(t(Key::QuickReview))]
}
