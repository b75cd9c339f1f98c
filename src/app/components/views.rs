//! The ways between the views of an assessment, at the top of each of them.

use super::super::{
    el::{El, el},
    route::{Page, Route},
    state::State,
    words::t,
};
use crate::{domain::id::AssessmentId, text::Key};

/// Links to all views; the one that is shown is marked.
pub fn views(_state: State, id: &AssessmentId, here: &Page) -> El {
    let views = [
        (Page::Hub, Key::ViewsHub),
        (Page::All, Key::ViewsAll),
        (Page::Result, Key::ViewsResult),
        (Page::Dashboard, Key::ViewsDashboard),
        (Page::Time, Key::ViewsTime),
        (Page::About, Key::ViewsAbout),
    ];
    let links = views.map(|(page, label)| {
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
