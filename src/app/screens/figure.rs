//! A chart of what changes over time, with its marks, its legend and the numbers as a table.

use leptos::prelude::*;

use super::super::{
    components::article::scrolling,
    el::{El, el},
    words::t,
};
use crate::text::Key;

/// The chart between its marks, the highest first, and above the names of its two ends; below it what
/// its lines are: how each looks, and its name.
pub fn figure<'a>(
    marks: impl IntoIterator<Item = String>,
    drawn: AnyView,
    ends: [String; 2],
    legend: impl IntoIterator<Item = (&'a str, Key)>,
) -> El {
    let words = |words: String| el("span").string(words).done();
    let [marks, ends] = [
        ("trend-marks", marks.into_iter().map(words).collect::<Vec<_>>()),
        ("trend-ends", ends.map(words).into()),
    ]
    .map(|(class, words)| el("div").class(class).is("aria-hidden", "true").children(words));
    let legend = legend.into_iter().map(|(look, name)| {
        let key = el("span").attr("class", format!("trend-key {look}")).is("aria-hidden", "true");
        el("span").el(key).text(" ").text(t(name)).done()
    });
    let legend = legend.collect::<Vec<_>>();
    el("figure")
        .class("figure")
        .el(el("div").class("trend").el(marks).child(drawn).el(ends))
        .el(el("figcaption").class("trend-legend quiet").children(legend))
}

/// The numbers, folded: the first columns hold words, the others numbers. Each row is headed by its
/// first cell.
pub fn table(words: &[Key], numbers: &[Key], rows: impl IntoIterator<Item = Vec<String>>) -> El {
    let column = |key: &Key| el("th").is("scope", "col").text(t(*key));
    let head = words
        .iter()
        .map(|key| column(key).done())
        .chain(numbers.iter().map(|key| column(key).class("number").done()))
        .collect::<Vec<_>>();
    let rows = rows.into_iter().map(|row| {
        let cells = row.into_iter().enumerate().map(|(place, cell)| {
            let cell = el(if place == 0 { "th" } else { "td" }).string(cell);
            match place {
                0 => cell.is("scope", "row").done(),
                place if place >= words.len() => cell.class("number").done(),
                _ => cell.done(),
            }
        });
        el("tr").children(cells.collect::<Vec<_>>()).done()
    });
    let rows = rows.collect::<Vec<_>>();
    let table = el("table")
        .class("table")
        .el(el("thead").el(el("tr").children(head)))
        .el(el("tbody").children(rows));
    el("details")
        .class("trend-table")
        .el(el("summary").text(t(Key::TimeTable)))
        .el(scrolling(t(Key::TimeTable).to_owned(), table))
}
