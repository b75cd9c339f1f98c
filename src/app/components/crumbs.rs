//! The way from the overview of the assessment to the page.

use super::super::{
    el::{El, el},
    route::{Page, Route},
    words::t,
};
use crate::{domain::id::AssessmentId, text::Key};

/// Links to the pages above this one, after the overview.
pub fn crumbs(id: &AssessmentId, above: impl IntoIterator<Item = El>) -> El {
    let hub = el("a").attr("href", Route::Assessment(id.clone(), Page::Hub).href());
    el("nav")
        .class("crumbs")
        .is("aria-label", t(Key::CrumbsLabel))
        .el(hub.text(t(Key::CrumbsHub)))
        .children(above.into_iter().map(El::done))
}
