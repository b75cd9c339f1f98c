//! What a long page has, at its top.

use super::super::{
    el::{El, el},
    words::t,
};
use crate::{browser::page, text::Key};

/// A section of a page: the id of its heading, and what that says.
pub type Section = (&'static str, Key);

/// Links to the sections of a page.
pub fn contents(sections: impl IntoIterator<Item = Section>) -> El {
    let links = sections.into_iter().map(|(id, heading)| el("li").el(link_to(id, heading)).done());
    el("nav")
        .class("contents")
        .is("aria-labelledby", "contents")
        .el(el("span").is("id", "contents").text(t(Key::ViewsContents)))
        .el(el("ul").children(links))
}

/// A link to a heading of the page.
pub fn link_to(id: &'static str, label: Key) -> El {
    el("a")
        .attr("href", format!("#{id}"))
        .on("click", move |event| {
            // Addresses name pages only.
            event.prevent_default();
            page::focus(id);
            page::reveal(id);
        })
        .text(t(label))
}

/// A heading that links lead to.
pub fn heading((id, words): Section) -> El {
    el("h2").class("target").is("id", id).is("tabindex", "-1").text(t(words))
}
