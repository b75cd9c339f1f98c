//! Conformity, its range and completeness: always shown together, each with its explanation.

use leptos::prelude::*;

use super::super::{
    charts::range_bar::range_bar,
    el::{El, el},
    live::{flag, text},
    route::{Page, Route},
    state::State,
    words::{fill, percent, range, t},
};
use crate::{
    domain::{
        explain::Subject,
        id::AssessmentId,
        ratio::Ratio,
        score::{Measure, Number},
    },
    text::Key,
};

/// "12 of 37 looked at".
pub fn looked_at(measure: &Measure) -> String {
    looked_at_in(Key::MeasureLookedAt, measure)
}

/// "12 of 37", where a heading says of what.
pub fn looked_at_short(measure: &Measure) -> String {
    looked_at_in(Key::MeasureLookedAtShort, measure)
}

fn looked_at_in(key: Key, measure: &Measure) -> String {
    let counts = measure.counts;
    let looked_at = counts.rated.saturating_add(counts.dont_know);
    fill(key, &[("done", &looked_at.to_string()), ("all", &counts.in_scope.to_string())])
}

/// The numbers in words, for screen readers.
pub fn in_words(measure: &Measure) -> String {
    if measure.counts.in_scope == 0 {
        return t(Key::MeasureNothingInScope).to_owned();
    }
    let key = match measure.conformity {
        Some(_) => Key::MeasureInWords,
        None => Key::MeasureInWordsUnrated,
    };
    let conformity = percent(measure.conformity);
    let (range, done) = (range(measure), looked_at(measure));
    fill(key, &[("conformity", &conformity), ("range", &range), ("done", &done)])
}

/// Whether so little was looked at that the range says more than the conformity.
fn is_early(measure: Option<Measure>) -> bool {
    measure.is_some_and(|measure| measure.completeness < Ratio::new(1, 2))
}

/// The numbers of some items as a card with the heading `label`.
pub fn measure_card(state: State, label: String, id: AssessmentId, subject: Subject) -> AnyView {
    let measure = state.measure(subject.clone());
    let why = Route::Assessment(id, Page::Why(Number::Conformity, subject)).href();
    card(label, measure, why)
}

/// Some numbers as a card with the heading `label`; `why` is where they are explained.
pub fn card(label: String, measure: Signal<Option<Measure>>, why: String) -> AnyView {
    let number =
        |f: fn(&Measure) -> String| text(move || measure.get().as_ref().map(f).unwrap_or_default());
    let nothing = flag(move || measure.get().is_some_and(|measure| measure.counts.in_scope == 0));
    let something = flag(move || !nothing.get());
    let row = |name: Key, value: El| el("div").el(el("dt").text(t(name))).el(value);
    let class = text(move || {
        if is_early(measure.get()) { "card measure early" } else { "card measure" }.to_owned()
    });
    let looked_at = number(looked_at_short);
    let completeness =
        el("dd")
            .live(number(|measure| percent(measure.completeness)))
            .el(el("span").class("quiet").text(" · ").live(looked_at));
    let conformity = number(|measure| {
        // Where there is none, the words beside it say so.
        measure.conformity.map(|conformity| percent(Some(conformity))).unwrap_or_default()
    });
    let unit = number(|measure| {
        let rated = measure.conformity.is_some();
        t(if rated { Key::MeasureConformity } else { Key::MeasureNone }).to_owned()
    });
    let main = el("p")
        .class("measure-main")
        .absent(nothing)
        .el(el("span").class("measure-value").live(conformity))
        .text(" ")
        .el(el("span").class("measure-unit").live(unit));
    let rest = el("dl")
        .class("measure-rest")
        .absent(nothing)
        .el(row(Key::MeasureRange, el("dd").live(number(range))).class("measure-range"))
        .el(row(Key::MeasureCompleteness, completeness));
    el("section")
        .attr_live("class", class)
        .attr("aria-label", label.clone())
        .el(el("h2").class("measure-label").string(label))
        .el(main)
        .child(range_bar(measure))
        .el(el("p").class("measure-nothing").absent(something).text(t(Key::MeasureNothingInScope)))
        .el(rest)
        .el(el("p").class("measure-why").el(el("a").attr("href", why).text(t(Key::MeasureWhy))))
        .done()
}

/// The numbers of some items in one line, for lists and for the top of a page.
pub fn measure_line(state: State, subject: Subject) -> AnyView {
    let measure = state.measure(subject);
    let number =
        |f: fn(&Measure) -> String| text(move || measure.get().as_ref().map(f).unwrap_or_default());
    let class = text(move || {
        if is_early(measure.get()) { "measure-line early" } else { "measure-line" }.to_owned()
    });
    let drawn = |class: &'static str, f: fn(&Measure) -> String| {
        el("span").class(class).is("aria-hidden", "true").live(number(f))
    };
    el("span")
        .attr_live("class", class)
        .el(drawn("measure-line-value", |measure| percent(measure.conformity)))
        .child(range_bar(measure))
        .el(drawn("measure-line-range", range))
        .el(drawn("quiet", looked_at))
        .el(el("span").class("visually-hidden").live(number(in_words)))
        .done()
}
