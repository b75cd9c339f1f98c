//! Conformity, its range and completeness: always shown together, each with its explanation.

use leptos::prelude::*;

use super::super::{
    charts::range_bar::{RangeBar, RangeBarView},
    route::{Page, Route},
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
    /// The numbers; nothing while no assessment is open.
    #[prop(into)]
    measure: Signal<Option<Measure>>,
    /// For the links to the explanations.
    id: AssessmentId,
    /// The items counted.
    subject: Subject,
) -> impl IntoView {
    let why =
        move |number| Route::Assessment(id.clone(), Page::Why(number, subject.clone())).href();
    let text = move |f: fn(&Measure) -> String| move || measure.get().as_ref().map(f);
    let nothing = move || measure.get().is_some_and(|measure| measure.counts.in_scope == 0);
    view! {
        <section class="card measure" aria-label=label.clone()>
            <h2 class="measure-label">{label.clone()}</h2>
            <p class="measure-main">
                <span class="measure-value">{text(|measure| percent(measure.conformity))}</span>
                <span class="measure-unit">{t(Key::MeasureConformity)}</span>
            </p>
            <RangeBarView bar=Signal::derive(move || measure.get().as_ref().and_then(RangeBar::new))/>
            <p class="measure-nothing" class:absent=move || !nothing()>{t(Key::MeasureNothingInScope)}</p>
            <dl class="measure-rest" class:absent=nothing>
                <div><dt>{t(Key::MeasureRange)}</dt><dd>{text(range)}</dd></div>
                <div>
                    <dt>{t(Key::MeasureCompleteness)}</dt>
                    <dd>
                        {text(|measure| percent(measure.completeness))}
                        <span class="quiet">" · " {text(looked_at)}</span>
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
    /// The numbers.
    #[prop(into)]
    measure: Signal<Option<Measure>>,
) -> impl IntoView {
    let text = move |f: fn(&Measure) -> String| move || measure.get().as_ref().map(f);
    view! {
        <span class="measure-line">
            <span class="measure-line-value">{text(|measure| percent(measure.conformity))}</span>
            <RangeBarView bar=Signal::derive(move || measure.get().as_ref().and_then(RangeBar::new))/>
            <span class="quiet">{text(looked_at)}</span>
        </span>
    }
}
