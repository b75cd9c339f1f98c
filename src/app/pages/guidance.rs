//! The long texts of an item and its check-points. They arrive a moment after the page.

use leptos::prelude::*;

use super::super::{
    route::{Page, Route},
    state::{State, use_state},
    words::{fill, t},
};
use crate::{
    domain::{
        action::Action,
        assessment::CheckAnswer,
        id::{AssessmentId, CheckId},
        pack::{Item, Kind, Pack},
        suggest::suggest,
    },
    text::{ItemGuidance, Key, PackTexts},
};

const fn answer_name(answer: CheckAnswer) -> Key {
    match answer {
        CheckAnswer::Yes => Key::CheckYes,
        CheckAnswer::Partly => Key::CheckPartly,
        CheckAnswer::No => Key::CheckNo,
        CheckAnswer::DontKnow => Key::CheckDontKnow,
    }
}

/// The check-points of an item and the rating that they suggest.
#[component]
pub fn CheckPoints(item: Item) -> impl IntoView {
    let state = use_state();
    let item = StoredValue::new(item);
    let guidance = move || item.with_value(|item| state.guidance(&item.id));
    move || {
        guidance().map(|guidance| {
            let checks = guidance.checks.iter().map(|check| {
                view! { <CheckPoint item check=check.id.clone() text=check.text.clone()/> }
            });
            view! {
                <details class="checks">
                    <summary>
                        <span class="summary-title">{t(Key::ChecksTitle)}</span>
                        <span class="quiet">{move || progress(state, item)}</span>
                    </summary>
                    <p class="hint">{t(Key::ChecksHint)}</p>
                    {checks.collect_view()}
                    <Suggestion item/>
                </details>
            }
        })
    }
}

fn progress(state: State, item: StoredValue<Item>) -> String {
    item.with_value(|item| {
        let answered = state.answer(&item.id).checks.len();
        fill(
            Key::ChecksProgress,
            &[("done", &answered.to_string()), ("all", &item.checks.len().to_string())],
        )
    })
}

#[component]
fn CheckPoint(item: StoredValue<Item>, check: CheckId, text: String) -> impl IntoView {
    let state = use_state();
    let name = item.with_value(|item| format!("check-{}-{check}", item.id));
    let key = check.clone();
    let answer = Memo::new(move |_| {
        item.with_value(|item| state.answer(&item.id).checks.get(&key).copied())
    });
    let options = CheckAnswer::ALL.map(|value| {
        let check = check.clone();
        let set = move |_| {
            let item = item.with_value(|item| item.id.clone());
            state.dispatch(Action::Check(item, check.clone(), Some(value)));
        };
        view! {
            <label class="segment">
                <input
                    type="radio"
                    name=name.clone()
                    prop:checked=move || answer.get() == Some(value)
                    on:change=set
                />
                <span>{t(answer_name(value))}</span>
            </label>
        }
    });
    view! {
        <fieldset class="segments check-point" prop:disabled=move || state.read_only()>
            <legend>{text}</legend>
            {options.collect_view()}
        </fieldset>
    }
}

/// The rating that the check-points suggest: never set unless the person takes it.
#[component]
fn Suggestion(item: StoredValue<Item>) -> impl IntoView {
    let state = use_state();
    let questionnaire = state.questionnaire();
    let suggested = Memo::new({
        let questionnaire = questionnaire.clone();
        move |_| {
            item.with_value(|item| {
                suggest(&questionnaire.pack, item, &state.answer(&item.id)).cloned()
            })
        }
    });
    move || {
        use crate::domain::assessment::Rating;
        let level = suggested.get();
        let text = match &level {
            Some(code) => fill(Key::ChecksSuggest, &[("level", questionnaire.texts.level(code))]),
            None => t(Key::ChecksTooFew).to_owned(),
        };
        let take = level.map(|code| {
            let rating = Rating::Level(code);
            let differs = {
                let rating = rating.clone();
                move || {
                    item.with_value(|item| state.answer(&item.id).rating.as_ref() != Some(&rating))
                }
            };
            let set = move |_| {
                let item = item.with_value(|item| item.id.clone());
                state.dispatch(Action::Rate(item, Some(rating.clone())));
            };
            view! {
                <button
                    type="button"
                    class="button"
                    class:absent=move || !differs()
                    prop:disabled=move || state.read_only()
                    on:click=set
                >
                    {t(Key::ChecksTake)}
                </button>
            }
        });
        view! { <div class="suggestion" role="status"><p>{text}</p>{take}</div> }
    }
}

/// What 27001 asks beside how 27002 helps, then everything else that helps to answer.
#[component]
pub fn GuidanceView(id: AssessmentId, item: Item) -> impl IntoView {
    let state = use_state();
    let questionnaire = state.questionnaire();
    move || {
        let Some(guidance) = state.guidance(&item.id) else {
            return view! { <p class="quiet">{t(Key::GuidanceComing)}</p> }.into_any();
        };
        let how = match item.kind {
            Kind::Requirement => Key::GuidanceHowClause,
            Kind::Control => Key::GuidanceHow,
        };
        let ItemGuidance { what, how: steps, why, evidence, interview, pitfall, .. } = &*guidance;
        let list = |lines: &[String]| {
            lines.iter().map(|line| view! { <li>{line.clone()}</li> }).collect_view()
        };
        view! {
            <section class="guidance" aria-label=t(Key::GuidanceLabel)>
                <div class="guidance-pair">
                    <section><h2>{t(Key::GuidanceWhat)}</h2><p>{what.clone()}</p></section>
                    <section><h2>{t(how)}</h2><ol>{list(steps)}</ol></section>
                </div>
                <div class="guidance-rest">
                    <section><h3>{t(Key::GuidanceWhy)}</h3><p>{why.clone()}</p></section>
                    <section><h3>{t(Key::GuidancePitfall)}</h3><p>{pitfall.clone()}</p></section>
                    <section><h3>{t(Key::GuidanceEvidence)}</h3><ul>{list(evidence)}</ul></section>
                    <section><h3>{t(Key::GuidanceInterview)}</h3><ul>{list(interview)}</ul></section>
                    <section>
                        <h3>{t(Key::GuidanceRelated)}</h3>
                        <ul>{related(&id, &item, &questionnaire.texts)}</ul>
                    </section>
                    <section>
                        <h3>{t(Key::GuidanceFacts)}</h3>
                        {facts(&item, &questionnaire.pack, &questionnaire.texts)}
                    </section>
                </div>
            </section>
        }
        .into_any()
    }
}

fn related(id: &AssessmentId, item: &Item, texts: &PackTexts) -> impl IntoView + use<> {
    let link = |related: &crate::domain::id::ItemId| {
        let href = Route::Assessment(id.clone(), Page::Item(related.clone())).href();
        view! { <li><a href=href>{format!("{related} {}", texts.title(related))}</a></li> }
    };
    item.related.iter().map(link).collect_view()
}

/// What the pack knows of the item: attributes, edition, effort.
fn facts(item: &Item, pack: &Pack, texts: &PackTexts) -> impl IntoView + use<> {
    let attributes = pack.attributes().iter().enumerate().filter_map(|(place, attribute)| {
        let values: Vec<&str> = item
            .attributes
            .iter()
            .filter(|(of, _)| *of == place)
            .filter_map(|(_, value)| texts.values.get(attribute.values.get(*value)?))
            .map(String::as_str)
            .collect();
        let name = texts.attributes.get(&attribute.id)?.clone();
        (!values.is_empty()).then(|| (name, values.join(", ")))
    });
    let edition = match (item.previous.as_slice(), item.amended) {
        ([], _) => t(Key::FactsNew).to_owned(),
        (previous, false) => previous.join(", "),
        (previous, true) => fill(Key::FactsAmended, &[("previous", &previous.join(", "))]),
    };
    let effort = match item.effort {
        crate::domain::pack::Effort::S => Key::EffortS,
        crate::domain::pack::Effort::M => Key::EffortM,
        crate::domain::pack::Effort::L => Key::EffortL,
        crate::domain::pack::Effort::XL => Key::EffortXl,
    };
    let rest = [
        (t(Key::FactsPrevious).to_owned(), edition),
        (t(Key::FactsEffort).to_owned(), t(effort).to_owned()),
    ];
    let rows = attributes
        .chain(rest)
        .map(|(name, value)| view! { <div><dt>{name}</dt><dd>{value}</dd></div> })
        .collect_view();
    view! { <dl class="facts">{rows}</dl> }
}
