//! How the numbers change over time: snapshots, their trend, any two of them compared, the next cycle.

mod compare;
mod file;
mod next;
pub mod snapshots;
mod trend;

use leptos::prelude::*;

use self::snapshots::Snapshots;
use super::super::{
    components::{title::title, views::views},
    el::{El, el},
    route::Page,
    state::State,
    words::t,
};
use crate::{domain::id::AssessmentId, text::Key};

/// The page.
pub fn time(state: State, id: &AssessmentId) -> Vec<El> {
    let snapshots: Snapshots = Memo::new(move |_| {
        state.with_assessment(|assessment| assessment.snapshots.clone()).unwrap_or_default()
    });
    vec![
        views(id, &Page::Time),
        title(t(Key::TimeTitle)),
        el("p").class("lead").text(t(Key::TimeLead)),
        el("div").child(trend::trend_of(state, snapshots)),
        snapshots::section(state, snapshots),
        compare::section(state, id, snapshots),
    ]
    .into_iter()
    .chain((!state.read_only.get_untracked()).then(|| next::section(state)))
    .collect()
}
