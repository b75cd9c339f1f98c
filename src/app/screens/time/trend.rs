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
    super::figure::{figure, table},
    snapshots::{Snapshots, numbers, taken},
};
use crate::{
    domain::{
        compare::Shift, evaluation::Evaluation, pack::Pack, ratio::Ratio, score::Measure,
        selection::Selection, time::Timestamp,
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
    /// Which items were asked.
    selection: Selection,
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
                selection: snapshot.selection.clone(),
            });
            lines.collect()
        });
        let oldest = lines.first()?.at.clone();
        let everything = state.with_evaluation(|evaluation| evaluation.everything)?;
        // A clock that was put back doesn't turn the line around.
        let at = lines.iter().map(|line| line.at.clone()).fold(now(), Ord::max);
        let when = day(at.as_str());
        let name = t(Key::TimeNow).to_owned();
        let selection = state.with_assessment(|assessment| assessment.selection.clone())?;
        lines.push(Line { name, at, when, measure: everything, selection });
        Some(drawn(&state.questionnaire().pack, &lines, &oldest).done())
    })
}

fn drawn(pack: &Pack, lines: &[Line], oldest: &Timestamp) -> El {
    let goes_on = |place: usize| {
        let before = place.checked_sub(1).and_then(|before| lines.get(before));
        before.zip(lines.get(place)).is_none_or(|(one, next)| one.selection == next.selection)
    };
    let is_broken = (0..lines.len()).any(|place| !goes_on(place));
    let conformity = |line: Option<&Line>| line.and_then(|line| line.measure.conformity);
    let shift = Shift { older: conformity(lines.first()), newer: conformity(lines.last()) };
    let count = lines.len().saturating_sub(1).to_string();
    let oldest = day(oldest.as_str());
    let since = fill(Key::TimeSince, &[("number", &count), ("day", &oldest)]);
    // From one end to the other there is a change only where nothing is broken in between.
    let shift =
        if is_broken { t(Key::TimeTrendBroken).to_owned() } else { shift_text(texts(), shift) };
    let summary = format!("{since} {shift}");
    let points: Vec<Point> = lines
        .iter()
        .enumerate()
        .map(|(place, line)| Point {
            minutes: line.at.minutes(),
            goes_on: goes_on(place),
            measure: line.measure,
        })
        .collect();
    let hundredth = |percent: u64| Ratio::new(percent, 100);
    let chart = figure(
        [100, 50, 0].map(|mark| percent(hundredth(mark))),
        trend(Trend::new(&points), summary.clone()),
        [oldest, t(Key::TimeNow).to_owned()],
        [("line", Key::TimeKeyLine), ("band", Key::TimeKeyBand)],
    );
    let numbers = [Key::TimeConformity, Key::MeasureRange, Key::MeasureCompleteness];
    // Which points are about what.
    let all = pack.items().len().to_string();
    let named = |line: &Line| {
        if !is_broken {
            return line.name.clone();
        }
        let asked = pack.items().iter().filter(|item| line.selection.asks(item)).count();
        let values = [("name", &*line.name), ("asked", &asked.to_string()), ("all", &all)];
        fill(Key::TimeTrendAsked, &values)
    };
    let rows = lines.iter().map(|line| {
        let measure = &line.measure;
        let numbers = [percent(measure.conformity), range(measure), percent(measure.completeness)];
        [named(line), line.when.clone()].into_iter().chain(numbers).collect()
    });
    el("section")
        .is("aria-labelledby", "trend")
        .el(el("h2").is("id", "trend").text(t(Key::TimeTrend)))
        .el(el("p").class("measure-text").string(summary))
        .el(chart)
        .el(table(&[Key::TimeState, Key::TimeDay], &numbers, rows))
}
