//! Something to read: paragraphs, lists, tables.

use leptos::prelude::*;

use super::super::el::{El, el};
use crate::text::{Article, Block};

/// The sections of an article, without its title.
pub fn sections(article: &Article) -> El {
    el("div").class("prose").children(article.sections.iter().map(|(heading, body)| {
        el("section")
            .el(el("h2").string(heading.clone()))
            .children(body.iter().map(|block| piece(block).done()))
            .done()
    }))
}

fn piece(block: &Block) -> El {
    match block {
        Block::Paragraph(text) => el("p").string(text.clone()),
        Block::List(points) => list("ul", points),
        Block::Steps(points) => list("ol", points),
        Block::Table { caption, head, rows } => table(caption.clone(), head, rows),
    }
}

/// A list of texts; `kind` is `ul` or `ol`.
pub fn list(kind: &'static str, points: &[String]) -> El {
    el(kind).children(points.iter().map(|point| el("li").string(point.clone()).done()))
}

/// A table whose first column names the rows.
pub fn table(caption: String, head: &[String], rows: &[Vec<String>]) -> El {
    let head = head.iter().map(|name| el("th").is("scope", "col").string(name.clone()).done());
    let rows = rows.iter().map(|row| el("tr").children(cells(row)).done());
    let table = el("table")
        .class("table")
        .el(el("caption").string(caption.clone()))
        .el(el("thead").el(el("tr").children(head)))
        .el(el("tbody").children(rows));
    scrolling(caption, table)
}

/// What scrolls in itself where it is wider than the page, for the keyboard too.
pub fn scrolling(label: String, table: El) -> El {
    el("div")
        .class("table-scroll")
        .is("tabindex", "0")
        .is("role", "region")
        .attr("aria-label", label)
        .el(table)
}

fn cells(row: &[String]) -> Vec<AnyView> {
    let cell = |(place, text): (usize, &String)| {
        let cell = if place == 0 { el("th").is("scope", "row") } else { el("td") };
        cell.string(text.clone()).done()
    };
    row.iter().enumerate().map(cell).collect()
}
