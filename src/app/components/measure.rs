//! Conformity, its range and completeness: always shown together, each with its explanation.

use leptos::prelude::*;

use super::super::{
    charts::range_bar::{RangeBar, RangeBarView},
    live::{flag, text},
    route::{Page, Route},
    state::use_state,
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
    let counts = measure.counts;
    let looked_at = counts.rated.saturating_add(counts.dont_know);
    fill(
        Key::MeasureLookedAt,
        &[("done", &looked_at.to_string()), ("all", &counts.in_scope.to_string())],
    )
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

/// The numbers of a group as a card.
#[component]
pub fn MeasureCard(
    /// What the numbers are about.
    label: String,
    /// For the links to the explanations.
    id: AssessmentId,
    /// The items counted.
    subject: Subject,
) -> impl IntoView {
    let measure = use_state().measure(subject.clone());
    let why =
        move |number| Route::Assessment(id.clone(), Page::Why(number, subject.clone())).href();
    let number =
        |f: fn(&Measure) -> String| text(move || measure.get().as_ref().map(f).unwrap_or_default());
    let nothing = flag(move || measure.get().is_some_and(|measure| measure.counts.in_scope == 0));
    let something = flag(move || !nothing.get());
    view! {
        <section class="card measure" aria-label=label.clone()>
            <h2 class="measure-label">{label.clone()}</h2>
            <p class="measure-main">
                <span class="measure-value">{number(|measure| percent(measure.conformity))}</span>
                <span class="measure-unit">{t(Key::MeasureConformity)}</span>
            </p>
            <RangeBarView bar=Signal::derive(move || measure.get().as_ref().and_then(RangeBar::new))/>
            <p class="measure-nothing" class:absent=something>{t(Key::MeasureNothingInScope)}</p>
            <dl class="measure-rest" class:absent=nothing>
                <div><dt>{t(Key::MeasureRange)}</dt><dd>{number(range)}</dd></div>
                <div>
                    <dt>{t(Key::MeasureCompleteness)}</dt>
                    <dd>
                        {number(|measure| percent(measure.completeness))}
                        <span class="quiet">" · " {number(looked_at)}</span>
                    </dd>
                </div>
            </dl>
            <p class="measure-why"><a href=why(Number::Conformity)>{t(Key::WhyLink)}</a></p>
        </section>
    }
}

/// The numbers of a group in one line, for lists and for the top of a page.
#[component]
pub fn MeasureLine(
    /// The items counted.
    subject: Subject,
) -> impl IntoView {
    let measure = use_state().measure(subject);
    let number =
        |f: fn(&Measure) -> String| text(move || measure.get().as_ref().map(f).unwrap_or_default());
    view! {
        <span class="measure-line">
            <span class="measure-line-value">{number(|measure| percent(measure.conformity))}</span>
            <RangeBarView bar=Signal::derive(move || measure.get().as_ref().and_then(RangeBar::new))/>
            <span class="quiet">{number(looked_at)}</span>
        </span>
    }
}
