//! "How was this computed?": the rule, the items counted, the arithmetic.

use leptos::prelude::*;

use super::super::{
    components::{badge::Badge, title::Title},
    live::part,
    route::{Page, Route},
    state::{State, use_state},
    words::{fill, t},
};
use crate::{
    domain::{
        explain::{Explanation, Subject, Term, explain},
        id::AssessmentId,
        score::Number,
    },
    report::model::percent,
    text::Key,
};

const fn name_and_rule(number: Number) -> (Key, Key) {
    match number {
        Number::Conformity => (Key::MeasureConformity, Key::WhyRuleConformity),
        Number::Low => (Key::WhyLow, Key::WhyRuleLow),
        Number::High => (Key::WhyHigh, Key::WhyRuleHigh),
        Number::Completeness => (Key::MeasureCompleteness, Key::WhyRuleCompleteness),
    }
}

/// The page.
#[component]
pub fn Why(id: AssessmentId, number: Number, subject: Subject) -> impl IntoView {
    let state = use_state();
    let (name, rule) = name_and_rule(number);
    let label = subject_label(state, &subject);
    let arithmetic = {
        let (id, subject) = (id.clone(), subject.clone());
        part(move || {
            let questionnaire = state.questionnaire();
            let explanation = state.with_assessment(|assessment| {
                explain(&questionnaire.pack, assessment, subject.clone(), number)
            })?;
            Some(view! { <Arithmetic id=id.clone() explanation/> }.into_any())
        })
    };
    let hub = Route::Assessment(id.clone(), Page::Hub).href();
    let others = Number::ALL.map(|other| {
        let href = Route::Assessment(id.clone(), Page::Why(other, subject.clone())).href();
        let current = (other == number).then_some("page");
        view! { <li><a href=href aria-current=current>{t(name_and_rule(other).0)}</a></li> }
    });
    view! {
        <nav class="crumbs" aria-label=t(Key::CrumbsLabel)>
            <a href=hub>{t(Key::CrumbsHub)}</a>
        </nav>
        <Title text=fill(Key::WhyTitle, &[("number", t(name)), ("subject", &label)])/>
        <nav aria-label=t(Key::WhyNumbers)><ul class="tabs">{others.collect_view()}</ul></nav>
        <p class="lead">{t(rule)}</p>
        {arithmetic}
    }
}

fn subject_label(state: State, subject: &Subject) -> String {
    let texts = &state.questionnaire().texts;
    match subject {
        Subject::Everything => t(Key::MeasureEverything).to_owned(),
        Subject::Section(section) => texts.section(section).to_owned(),
        Subject::Group(group) => format!("{group} {}", texts.group(group)),
        Subject::Attribute(_, value) => {
            texts.values.get(value.as_str()).cloned().unwrap_or_default()
        }
    }
}

#[component]
fn Arithmetic(id: AssessmentId, explanation: Explanation) -> impl IntoView {
    let state = use_state();
    let Explanation { unit, num, den, value, terms, .. } = explanation;
    let sum = if den == 0 {
        t(Key::WhyUndefined).to_owned()
    } else {
        fill(
            Key::WhySum,
            &[("num", &num.to_string()), ("den", &den.to_string()), ("percent", &percent(value))],
        )
    };
    let units = (unit > 1).then(|| fill(Key::WhyUnits, &[("unit", &unit.to_string())]));
    let rows =
        terms.into_iter().map(|term| view! { <TermRow id=id.clone() term state/> }).collect_view();
    view! {
        <p class="sum">{sum}</p>
        {units.map(|units| view! { <p class="quiet">{units}</p> })}
        <div class="table-scroll">
            <table class="table">
                <thead>
                    <tr>
                        <th scope="col">{t(Key::ReportItem)}</th>
                        <th scope="col">{t(Key::ReportRating)}</th>
                        <th scope="col" class="number">{t(Key::WhyWeight)}</th>
                        <th scope="col" class="number">{t(Key::WhyAbove)}</th>
                        <th scope="col" class="number">{t(Key::WhyBelow)}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
                <tfoot>
                    <tr>
                        <th scope="row" colspan="3">{t(Key::WhyTotal)}</th>
                        <td class="number">{num}</td>
                        <td class="number">{den}</td>
                    </tr>
                </tfoot>
            </table>
        </div>
    }
}

#[component]
fn TermRow(id: AssessmentId, term: Term, state: State) -> impl IntoView {
    let Term { item, weight, standing, num, den } = term;
    let title = format!("{item} {}", state.questionnaire().texts.title(&item));
    let href = Route::Assessment(id, Page::Item(item)).href();
    let (above, below) = if den == 0 {
        (t(Key::WhyNotCounted).to_owned(), String::new())
    } else {
        (num.to_string(), den.to_string())
    };
    view! {
        <tr>
            <th scope="row"><a href=href>{title}</a></th>
            <td><Badge standing=move || standing.clone() state/></td>
            <td class="number">{weight}</td>
            <td class="number">{above}</td>
            <td class="number">{below}</td>
        </tr>
    }
}
