//! The long texts of an item and its check-points. They arrive a moment after the page.

use leptos::prelude::*;

use super::super::{
    live::{flag, part, text},
    route::{Page, Route},
    state::use_state,
    words::{fill, t},
};
use crate::{
    domain::{
        action::Action,
        assessment::{CheckAnswer, Rating},
        id::{AssessmentId, CheckId, ItemId},
        pack::{Effort, Item, Kind, Pack},
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
    part(move || {
        let guidance = state.guidance(&item.id)?;
        let checks = guidance.checks.iter().map(|check| {
            view! { <CheckPoint item=item.id.clone() check=check.id.clone() question=check.text.clone()/> }
        });
        let progress = {
            let item = item.clone();
            text(move || {
                let done = state.answer(&item.id).checks.len().to_string();
                fill(
                    Key::ChecksProgress,
                    &[("done", &done), ("all", &item.checks.len().to_string())],
                )
            })
        };
        let view = view! {
            <details class="checks">
                <summary>
                    <span class="summary-title">{t(Key::ChecksTitle)}</span>
                    <span class="quiet">{progress}</span>
                </summary>
                <p class="hint">{t(Key::ChecksHint)}</p>
                {checks.collect_view()}
                <Suggestion item=item.clone()/>
            </details>
        };
        Some(view.into_any())
    })
}

#[component]
fn CheckPoint(item: ItemId, check: CheckId, question: String) -> impl IntoView {
    let state = use_state();
    let name = format!("check-{item}-{check}");
    let options = CheckAnswer::ALL.map(|value| {
        let (item, check) = (item.clone(), check.clone());
        let chosen = {
            let (item, check) = (item.clone(), check.clone());
            flag(move || state.answer(&item).checks.get(&check) == Some(&value))
        };
        let set = move |_| state.dispatch(Action::Check(item.clone(), check.clone(), Some(value)));
        view! {
            <label class="segment">
                <input type="radio" name=name.clone() prop:checked=chosen on:change=set/>
                <span>{t(answer_name(value))}</span>
            </label>
        }
    });
    view! {
        <fieldset class="segments check-point" prop:disabled=flag(move || state.read_only())>
            <legend>{question}</legend>
            {options.collect_view()}
        </fieldset>
    }
}

/// The rating that the check-points suggest: never set unless the person takes it.
#[component]
fn Suggestion(item: Item) -> impl IntoView {
    let state = use_state();
    part(move || {
        let questionnaire = state.questionnaire();
        let answer = state.answer(&item.id);
        let Some(level) = suggest(&questionnaire.pack, &item, &answer) else {
            return Some(view! { <p class="suggestion">{t(Key::ChecksTooFew)}</p> }.into_any());
        };
        let words = fill(Key::ChecksSuggest, &[("level", questionnaire.texts.level(level))]);
        let rating = Some(Rating::Level(level.clone()));
        let take = (answer.rating != rating).then(|| {
            let item = item.id.clone();
            let set = move |_| state.dispatch(Action::Rate(item.clone(), rating.clone()));
            let read_only = flag(move || state.read_only());
            view! {
                <button type="button" class="button" prop:disabled=read_only on:click=set>
                    {t(Key::ChecksTake)}
                </button>
            }
        });
        Some(view! { <div class="suggestion" role="status"><p>{words}</p>{take}</div> }.into_any())
    })
}

/// What 27001 asks beside how 27002 helps, then everything else that helps to answer.
#[component]
pub fn GuidanceView(id: AssessmentId, item: Item) -> impl IntoView {
    let state = use_state();
    let questionnaire = state.questionnaire();
    part(move || {
        let Some(guidance) = state.guidance(&item.id) else {
            return Some(view! { <p class="quiet">{t(Key::GuidanceComing)}</p> }.into_any());
        };
        let how = match item.kind {
            Kind::Requirement => Key::GuidanceHowClause,
            Kind::Control => Key::GuidanceHow,
        };
        let ItemGuidance { what, how: steps, why, evidence, interview, pitfall, .. } = &*guidance;
        let list = |lines: &[String]| {
            lines.iter().map(|line| view! { <li>{line.clone()}</li> }).collect_view()
        };
        let view = view! {
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
        };
        Some(view.into_any())
    })
}

fn related(id: &AssessmentId, item: &Item, texts: &PackTexts) -> impl IntoView + use<> {
    let link = |related: &ItemId| {
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
            .filter_map(|(_, value)| texts.values.get(attribute.values.get(*value)?.as_str()))
            .map(String::as_str)
            .collect();
        let name = texts.attributes.get(attribute.id.as_str())?.clone();
        (!values.is_empty()).then(|| (name, values.join(", ")))
    });
    let edition = match (item.previous.as_slice(), item.amended) {
        ([], _) => t(Key::FactsNew).to_owned(),
        (previous, false) => previous.join(", "),
        (previous, true) => fill(Key::FactsAmended, &[("previous", &previous.join(", "))]),
    };
    let effort = match item.effort {
        Effort::S => Key::EffortS,
        Effort::M => Key::EffortM,
        Effort::L => Key::EffortL,
        Effort::XL => Key::EffortXl,
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
