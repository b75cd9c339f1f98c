//! Conformity, its range and completeness: always shown together, each with its explanation.

use leptos::prelude::*;

use super::super::{
    charts::range_bar::range_bar,
    el::{El, el},
    live::{flag, text},
    route::{Page, Route},
    state::State,
    words::{fill, t},
};
use crate::{
    domain::{
        explain::Subject,
        id::AssessmentId,
        score::{Measure, Number},
    },
    report::model::{percent, range},
    text::Key,
};

/// "12 of 37 looked at".
pub fn looked_at(measure: &Measure) -> String {
    looked_at_in(Key::MeasureLookedAt, measure)
}

fn looked_at_in(key: Key, measure: &Measure) -> String {
    let counts = measure.counts;
    let looked_at = counts.rated.saturating_add(counts.dont_know);
    fill(key, &[("done", &looked_at.to_string()), ("all", &counts.in_scope.to_string())])
}

/// The numbers of a group in one sentence, for screen readers.
pub fn in_words(label: &str, measure: &Measure) -> String {
    fill(
        Key::MeasureInWords,
        &[
            ("label", label),
            ("conformity", &percent(measure.conformity)),
            ("range", &range(measure)),
            ("done", &looked_at(measure)),
        ],
    )
}

/// The numbers of some items as a card with the heading `label`.
pub fn measure_card(state: State, label: String, id: AssessmentId, subject: Subject) -> AnyView {
    let measure = state.measure(subject.clone());
    let number =
        |f: fn(&Measure) -> String| text(move || measure.get().as_ref().map(f).unwrap_or_default());
    let nothing = flag(move || measure.get().is_some_and(|measure| measure.counts.in_scope == 0));
    let something = flag(move || !nothing.get());
    let why = Route::Assessment(id, Page::Why(Number::Conformity, subject)).href();
    let row = |name: Key, value: El| el("div").el(el("dt").text(t(name))).el(value);
    let looked_at = number(|measure| looked_at_in(Key::MeasureLookedAtShort, measure));
    let completeness =
        el("dd")
            .live(number(|measure| percent(measure.completeness)))
            .el(el("span").class("quiet").text(" · ").live(looked_at));
    let main = el("p")
        .class("measure-main")
        .el(el("span").class("measure-value").live(number(|measure| percent(measure.conformity))))
        .text(" ")
        .el(el("span").class("measure-unit").text(t(Key::MeasureConformity)));
    let rest = el("dl")
        .class("measure-rest")
        .absent(nothing)
        .el(row(Key::MeasureRange, el("dd").live(number(range))))
        .el(row(Key::MeasureCompleteness, completeness));
    el("section")
        .class("card measure")
        .attr("aria-label", label.clone())
        .el(el("h2").class("measure-label").string(label))
        .el(main)
        .child(range_bar(measure))
        .el(el("p").class("measure-nothing").absent(something).text(t(Key::MeasureNothingInScope)))
        .el(rest)
        .el(el("p").class("measure-why").el(el("a").attr("href", why).text(t(Key::WhyLink))))
        .done()
}

/// The numbers of some items in one line, for lists and for the top of a page.
pub fn measure_line(state: State, subject: Subject) -> AnyView {
    let measure = state.measure(subject);
    let number =
        |f: fn(&Measure) -> String| text(move || measure.get().as_ref().map(f).unwrap_or_default());
    let conformity = number(|measure| percent(measure.conformity));
    el("span")
        .class("measure-line")
        .el(el("span").class("measure-line-value").live(conformity))
        .child(range_bar(measure))
        .el(el("span").class("quiet").live(number(looked_at)))
        .done()
}
