//! The ways to what stands before and after.

use super::super::{
    el::{El, el},
    words::t,
};
use crate::text::Key;

/// Links to the neighbours, each with where it leads and what is there.
pub fn neighbours(
    label: Key,
    before: Option<(String, String)>,
    after: Option<(String, String)>,
) -> El {
    let link = |(href, title): (String, String), key: Key| {
        el("a")
            .attr("href", href)
            .el(el("span").class("quiet").text(t(key)))
            .text(" ")
            .el(el("span").string(title))
            .done()
    };
    el("nav")
        .class("neighbours")
        .is("aria-label", t(label))
        .child_maybe(before.map(|before| link(before, Key::NeighboursPrevious)))
        .child_maybe(after.map(|after| link(after, Key::NeighboursNext)))
}
