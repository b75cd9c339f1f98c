//! The ways between the views of an assessment, at the top of each of them.

use super::super::{
    el::{El, el},
    route::{Page, Route},
    words::t,
};
use crate::{domain::id::AssessmentId, text::Key};

/// Views that belong together, under the name of what they are for.
type Area = (Key, &'static [(Page, Key)]);

/// All views by what they are for: answering, understanding, treating, planning.
pub const AREAS: [Area; 4] = [
    (
        Key::ViewsAnswer,
        &[(Page::Hub, Key::ViewsHub), (Page::All, Key::ViewsAll), (Page::About, Key::ViewsAbout)],
    ),
    (
        Key::ViewsUnderstand,
        &[
            (Page::Result, Key::ViewsResult),
            (Page::Dashboard, Key::ViewsDashboard),
            (Page::Findings, Key::ViewsFindings),
            (Page::Time, Key::ViewsTime),
            (Page::Report, Key::ViewsReport),
        ],
    ),
    (
        Key::ViewsTreat,
        &[
            (Page::Risks, Key::ViewsRisks),
            (Page::Statement, Key::ViewsStatement),
            (Page::Documents, Key::ViewsDocuments),
        ],
    ),
    (
        Key::ViewsPlan,
        &[
            (Page::Steps, Key::ViewsSteps),
            (Page::Plan, Key::ViewsActions),
            (Page::Readiness, Key::ViewsReadiness),
        ],
    ),
];

/// Links to the areas, and below them to the views of the area that is shown; both are marked. A page
/// that is no view itself is in the area of the one that leads to it: give that as `here`.
pub fn views(id: &AssessmentId, here: &Page) -> El {
    let nav = areas(id, here);
    let Some((_, views)) = area_of(here) else { return nav };
    let views =
        views.iter().map(|(page, label)| link(id, page, *label, (page == here).then_some("page")));
    nav.el(el("ul").class("tabs tabs-inner").children(views))
}

/// Links to the areas alone, for a page below one of their views that tells the way there itself.
pub fn areas(id: &AssessmentId, here: &Page) -> El {
    let shown = area_of(here);
    let areas = AREAS.iter().filter_map(|area| {
        let (label, views) = area;
        let (first, _) = views.first()?;
        let current = (Some(area) == shown).then_some("true");
        Some(link(id, first, *label, current))
    });
    el("nav")
        .class("views")
        .is("aria-label", t(Key::ViewsLabel))
        .el(el("ul").class("tabs").children(areas))
}

/// The area of a view.
fn area_of(here: &Page) -> Option<&'static Area> {
    AREAS.iter().find(|(_, views)| views.iter().any(|(page, _)| page == here))
}

fn link(
    id: &AssessmentId,
    page: &Page,
    label: Key,
    current: Option<&str>,
) -> leptos::prelude::AnyView {
    let link = el("a")
        .attr("href", Route::Assessment(id.clone(), page.clone()).href())
        .attr_maybe("aria-current", current.map(str::to_owned))
        .text(t(label));
    el("li").el(link).done()
}
