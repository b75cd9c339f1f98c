//! The trend over all snapshots and now.

use leptos::prelude::*;

use super::{
    super::super::{
        charts::trend::{Point, Trend, trend},
        el::{El, el},
        live::part,
        state::{State, now},
        words::{day, fill, percent, range, t, texts},
    },
    snapshots::{Snapshots, numbers, taken},
};
use crate::{
    domain::{
        compare::Shift, evaluation::Evaluation, ratio::Ratio, score::Measure, time::Timestamp,
    },
    text::{Key, outcome::shift_text},
};

/// A line of the table, and a point of the chart.
struct Line {
    name: String,
    at: Timestamp,
    /// Its day, with the time where another one is of the same day.
    when: String,
    measure: Measure,
}

/// The chart with its summary and its table, once there is something to compare with.
pub fn trend_of(state: State, snapshots: Snapshots) -> AnyView {
    let past = Memo::new(move |_| {
        let line = |numbers: Evaluation| numbers.everything;
        snapshots.with(|all| {
            all.iter().filter_map(|snapshot| numbers(state, snapshot).map(line)).collect::<Vec<_>>()
        })
    });
    part(move || {
        let measures = past.get();
        let mut lines: Vec<Line> = snapshots.with(|all| {
            let lines = all.iter().zip(measures);
            let lines = lines.map(|(snapshot, measure)| Line {
                name: snapshot.name.clone(),
                at: snapshot.taken.clone(),
                when: taken(all, snapshot),
                measure,
            });
            lines.collect()
        });
        let oldest = lines.first()?.at.clone();
        let everything = state.with_evaluation(|evaluation| evaluation.everything)?;
        // A clock that was put back doesn't turn the line around.
        let at = lines.iter().map(|line| line.at.clone()).fold(now(), Ord::max);
        let when = day(at.as_str());
        lines.push(Line { name: t(Key::TimeNow).to_owned(), at, when, measure: everything });
        Some(figure(&lines, &oldest).done())
    })
}

fn figure(lines: &[Line], oldest: &Timestamp) -> El {
    let conformity = |line: Option<&Line>| line.and_then(|line| line.measure.conformity);
    let shift = Shift { older: conformity(lines.first()), newer: conformity(lines.last()) };
    let count = lines.len().saturating_sub(1).to_string();
    let oldest = day(oldest.as_str());
    let since = fill(Key::TimeSince, &[("number", &count), ("day", &oldest)]);
    let summary = format!("{since} {}", shift_text(texts(), shift));
    let points: Vec<Point> = lines
        .iter()
        .map(|line| Point { minutes: line.at.minutes(), measure: line.measure })
        .collect();
    let hundredth = |percent: u64| Ratio::new(percent, 100);
    let marks = [100, 50, 0].map(|mark| el("span").string(percent(hundredth(mark))).done());
    let ends = el("div")
        .class("trend-ends")
        .is("aria-hidden", "true")
        .el(el("span").string(oldest))
        .el(el("span").text(t(Key::TimeNow)));
    let chart = el("div")
        .class("trend")
        .el(el("div").class("trend-marks").is("aria-hidden", "true").children(marks))
        .child(trend(Trend::new(&points), summary.clone()))
        .el(ends);
    el("section")
        .is("aria-labelledby", "trend")
        .el(el("h2").is("id", "trend").text(t(Key::TimeTrend)))
        .el(el("p").class("measure-text").string(summary))
        .el(el("figure").class("figure").el(chart).el(legend()))
        .el(table(lines))
}

fn legend() -> El {
    let entry = |class: &'static str, key: Key| {
        el("span").el(el("span").class(class).is("aria-hidden", "true")).text(" ").text(t(key))
    };
    el("figcaption")
        .class("trend-legend quiet")
        .el(entry("trend-key line", Key::TimeKeyLine))
        .el(entry("trend-key band", Key::TimeKeyBand))
}

fn table(lines: &[Line]) -> El {
    let column = |key: Key| el("th").is("scope", "col").text(t(key));
    let number = |text: String| el("td").class("number").string(text);
    let head = el("tr")
        .el(column(Key::TimeState))
        .el(column(Key::TimeDay))
        .el(column(Key::TimeConformity).class("number"))
        .el(column(Key::MeasureRange).class("number"))
        .el(column(Key::MeasureCompleteness).class("number"));
    let rows = lines.iter().map(|line| {
        el("tr")
            .el(el("th").is("scope", "row").string(line.name.clone()))
            .el(el("td").string(line.when.clone()))
            .el(number(percent(line.measure.conformity)))
            .el(number(range(&line.measure)))
            .el(number(percent(line.measure.completeness)))
            .done()
    });
    let table = el("table").class("table").el(el("thead").el(head)).el(el("tbody").children(rows));
    el("details")
        .class("trend-table")
        .el(el("summary").text(t(Key::TimeTable)))
        .el(el("div").class("table-scroll").el(table))
}
