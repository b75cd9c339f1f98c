//! Numbers as bars below one scale. Chart and table are one: each bar stands in the row of its
//! numbers, which say the same, so that nobody has to look from one to the other.

use leptos::prelude::*;

use super::super::{
    charts::range_bar::range_bar,
    components::measure::looked_at_short,
    el::{El, el},
    route::{Page, Route},
    words::{fill, percent, range, t},
};
use crate::{
    domain::{
        id::AssessmentId,
        ratio::Ratio,
        score::{Measure, Number},
    },
    report::row::Row,
    text::Key,
};

/// A line of the chart.
pub struct Bar {
    /// What it is about.
    pub label: String,
    /// Whether it sums up the others.
    pub sum: bool,
    /// Its numbers.
    pub measure: Measure,
    /// Where is told how they were computed, if by itself.
    pub why: Option<String>,
}

impl Bar {
    /// A line whose numbers are explained on a page of their own.
    pub fn new(id: &AssessmentId, row: Row, sum: bool) -> Self {
        let why = Route::Assessment(id.clone(), Page::Why(Number::Conformity, row.subject)).href();
        Self { label: row.label, sum, measure: row.measure, why: Some(why) }
    }

    fn draw(self) -> El {
        let Self { label, sum, measure, why } = self;
        let row = el("tr").class(if sum { "bar-sum" } else { "" });
        let row = row.el(el("th").is("scope", "row").string(label.clone()));
        if measure.counts.in_scope == 0 {
            let nothing = el("td").is("colspan", "4").class("quiet");
            return row.el(nothing.text(t(Key::MeasureNothingInScope)));
        }
        let number = percent(measure.conformity);
        let conformity = match why {
            Some(href) => {
                let name = fill(Key::DashboardWhy, &[("number", &number), ("what", &label)]);
                el("a").attr("href", href).attr("aria-label", name).string(number)
            }
            None => el("span").string(number),
        };
        let seen = el("td").class("bar-number bar-seen");
        row.el(el("td").class("bar-number bar-main").el(conformity))
            .el(el("td").class("bar-cell").child(range_bar(Signal::derive(move || Some(measure)))))
            .el(el("td").class("bar-number").string(range(&measure)))
            .el(seen
                .el(el("span").class("bar-percent").string(percent(measure.completeness)))
                .text(" ")
                .el(el("span").class("quiet").string(looked_at_short(&measure))))
    }
}

/// Draws the bars; `caption` says of what they are, `first` what the lines are about.
pub fn bars(caption: String, first: Key, lines: impl IntoIterator<Item = Bar>) -> El {
    let column = |name: Key| el("th").is("scope", "col").text(t(name));
    let tick = |words| el("span").is("aria-hidden", "true").string(words);
    let scale = el("span")
        .class("bar-scale")
        .el(el("span").class("visually-hidden").text(t(Key::ReportsChart)))
        .el(tick("0".to_owned()))
        .el(tick("50".to_owned()))
        .el(tick(percent(Some(Ratio::ONE))));
    let head = el("tr")
        .el(column(first))
        .el(column(Key::MeasureConformity).class("bar-number"))
        .el(el("th").is("scope", "col").class("bar-cell").el(scale))
        .el(column(Key::MeasureRange).class("bar-number"))
        .el(column(Key::MeasureCompleteness).class("bar-number"));
    el("table")
        .class("table bars")
        .el(el("caption").class("visually-hidden").string(caption))
        .el(el("thead").el(head))
        .el(el("tbody").children(lines.into_iter().map(|line| line.draw().done())))
}
