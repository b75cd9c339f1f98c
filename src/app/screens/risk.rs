//! A risk.

use super::super::{
    components::{title::title, views::views},
    el::El,
    route::Page,
    state::State,
    words::t,
};
use crate::{
    domain::id::{AssessmentId, RiskId},
    text::Key,
};

/// The page.
pub fn risk(_state: State, id: &AssessmentId, _risk: &RiskId) -> Vec<El> {
    vec![views(id, &Page::Risks), title(t(Key::ViewsRisks))]
}
