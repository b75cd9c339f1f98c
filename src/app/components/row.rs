//! Rows of lists.

use super::super::{
    el::{El, el},
    route::{Page, Route},
};
use crate::domain::{
    id::{AssessmentId, ItemId},
    pack::Item,
};

/// A list of rows.
pub fn rows(rows: impl IntoIterator<Item = El>) -> El {
    el("ul").class("rows").children(rows.into_iter().map(El::done))
}

/// A link with a number and a title.
pub fn numbered(href: String, number: String, title: String) -> El {
    el("a")
        .class("row-title numbered")
        .attr("href", href)
        .el(el("span").class("item-id").string(number))
        .text(" ")
        .string(title)
}

/// Where an item is.
pub fn item_href(id: &AssessmentId, item: &ItemId) -> String {
    Route::Assessment(id.clone(), Page::Item(item.clone())).href()
}

/// A link to an item.
pub fn item_link(id: &AssessmentId, item: &Item, title: &str) -> El {
    numbered(item_href(id, &item.id), item.id.to_string(), title.to_owned())
}

/// What a row is about: a title and something quiet below it.
pub fn row_main(title: El, about: String) -> El {
    el("div").class("row-main").el(title).el(el("span").class("quiet").string(about))
}
