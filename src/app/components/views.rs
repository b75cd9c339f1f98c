//! The ways between the views of an assessment, at the top of each of them.

use super::super::{
    el::{El, el},
    route::{Page, Route},
    words::t,
};
use crate::{domain::id::AssessmentId, text::Key};

/// The views, and what they are called.
pub const VIEWS: [(Page, Key); 6] = [
    (Page::Hub, Key::ViewsHub),
    (Page::All, Key::ViewsAll),
    (Page::Result, Key::ViewsResult),
    (Page::Dashboard, Key::ViewsDashboard),
    (Page::Time, Key::ViewsTime),
    (Page::About, Key::ViewsAbout),
];

/// Links to all views; the one that is shown is marked.
pub fn views(id: &AssessmentId, here: &Page) -> El {
    let links = VIEWS.map(|(page, label)| {
        let current = (page == *here).then(|| "page".to_owned());
        let link = el("a")
            .attr("href", Route::Assessment(id.clone(), page).href())
            .attr_maybe("aria-current", current)
            .text(t(label));
        el("li").el(link).done()
    });
    let list = el("ul").class("tabs").children(links);
    el("nav").class("views").is("aria-label", t(Key::ViewsLabel)).el(list)
}
