//! The long texts of an item and its check-points. They arrive a moment after the page.

use leptos::prelude::*;

use super::super::pages::failed::not_here;
use super::super::{
    components::{
        badge::applicability_of,
        button::{Look, button_while},
        rating::rate,
        segments::{Segment, clear_button, segments},
    },
    el::{El, el},
    live::{flag, part, text, when_drawn},
    route::{Page, Route},
    state::State,
    words::{fill, t},
};
use crate::{
    browser::page,
    domain::{
        action::Action,
        assessment::{Applicability, CheckAnswer, Rating},
        id::{AssessmentId, CheckId, ItemId},
        pack::{Item, Kind},
        suggest::suggest,
    },
    report::model::check_text,
    text::{ItemGuidance, Key, outcome::effort_key},
};

/// The check-points of an item and the rating that they suggest.
pub fn check_points(state: State, item: Item) -> AnyView {
    part(move || {
        let guidance = state.guidance(&item.id)?;
        let questions = item.checks.iter().zip(&guidance.checks);
        let questions =
            questions.map(|(check, words)| check_point(state, &item.id, check, words.text.clone()));
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
        let summary = el("summary")
            .el(el("span").class("summary-title").text(t(Key::ChecksTitle)))
            .text(" ")
            .el(el("span").class("quiet").live(progress));
        let details = el("details")
            .class("checks")
            .el(summary)
            .el(el("p").class("hint").text(t(Key::ChecksHint)))
            .children(questions)
            .child(suggestion(state, item.clone()));
        Some(details.done())
    })
}

fn check_point(state: State, item: &ItemId, check: &CheckId, question: String) -> AnyView {
    let choices = CheckAnswer::ALL.map(|value| {
        let (item, check) = (item.clone(), check.clone());
        let chosen = {
            let (item, check) = (item.clone(), check.clone());
            flag(move || state.answer(&item).checks.get(&check) == Some(&value))
        };
        Segment::new(t(check_text(value)), chosen, move || {
            state.dispatch(Action::Check(item.clone(), check.clone(), Some(value)));
        })
    });
    let name = format!("check-{item}-{check}");
    let (item, check) = (item.clone(), check.clone());
    let clear = clear_button(Key::ChoiceClear, move || {
        state.dispatch(Action::Check(item.clone(), check.clone(), None));
    });
    let read_only = state.read_only.into();
    segments("segments check-point", &name, question, read_only, choices).el(clear).done()
}

/// The rating that the check-points suggest: never set unless the person takes it.
fn suggestion(state: State, item: Item) -> AnyView {
    part(move || {
        let questionnaire = state.questionnaire();
        let answer = state.answer(&item.id);
        let Some(level) = suggest(&questionnaire.pack, &item, &answer) else {
            return Some(el("p").class("suggestion").text(t(Key::ChecksTooFew)).done());
        };
        let words = fill(Key::ChecksSuggest, &[("level", questionnaire.texts.level(level))]);
        let suggestion = el("div")
            .class("suggestion")
            .is("role", "status")
            .is("id", "suggestion")
            .is("tabindex", "-1")
            .el(el("p").string(words));
        let rating = Some(Rating::Level(level.clone()));
        if answer.rating == rating {
            return Some(suggestion.done());
        }
        let item = item.id.clone();
        let able = {
            let item = item.clone();
            let applies = move || applicability_of(state, &item) == Applicability::Applicable;
            move || !state.read_only.get() && applies()
        };
        let take = move || {
            rate(state, &item, rating.clone());
            // The button goes away.
            when_drawn(|| page::focus("suggestion"));
        };
        Some(suggestion.el(button_while(able, Look::Plain, t(Key::ChecksTake), take)).done())
    })
}

/// What 27001 asks beside how 27002 helps, then everything else that helps to answer.
pub fn guidance(state: State, id: AssessmentId, item: Item) -> AnyView {
    part(move || {
        let Some(guidance) = state.guidance(&item.id) else {
            return Some(not_here(state).done());
        };
        let ItemGuidance { what, how, why, evidence, interview, pitfall, .. } = &*guidance;
        let how_title = match item.kind {
            Kind::Requirement => Key::GuidanceHowClause,
            Kind::Control => Key::GuidanceHow,
        };
        let section = |heading: &'static str, title: Key, content: El| {
            el("section").el(el(heading).text(t(title))).el(content)
        };
        let paragraph = |text: &str| el("p").string(text.to_owned());
        let pair = el("div")
            .class("guidance-pair")
            .el(section("h2", Key::GuidanceWhat, paragraph(what)))
            .el(section("h2", how_title, list("ol", how)));
        let rest = el("div")
            .class("guidance-rest")
            .el(section("h3", Key::GuidanceWhy, paragraph(why)))
            .el(section("h3", Key::GuidancePitfall, paragraph(pitfall)))
            .el(section("h3", Key::GuidanceEvidence, list("ul", evidence)))
            .el(section("h3", Key::GuidanceInterview, list("ul", interview)))
            .el(section("h3", Key::GuidanceRelated, related(state, &id, &item)))
            .el(section("h3", Key::GuidanceFacts, facts(state, &item)));
        // Beside the rating it is open; where it stands between question and rating it isn't.
        let open = page::is_wide().then(String::new);
        let details = el("details")
            .attr_maybe("open", open)
            .el(el("summary").text(t(Key::GuidanceOpen)))
            .el(pair)
            .el(rest);
        let guidance = el("section").class("guidance").is("aria-label", t(Key::GuidanceLabel));
        Some(guidance.el(details).done())
    })
}

fn list(kind: &'static str, lines: &[String]) -> El {
    el(kind).children(lines.iter().map(|line| el("li").string(line.clone()).done()))
}

fn related(state: State, id: &AssessmentId, item: &Item) -> El {
    let questionnaire = state.questionnaire();
    let link = |related: &ItemId| {
        let href = Route::Assessment(id.clone(), Page::Item(related.clone())).href();
        let title = format!("{related} {}", questionnaire.texts.title(related));
        el("li").el(el("a").attr("href", href).string(title)).done()
    };
    el("ul").children(item.related.iter().map(link))
}

/// What the pack knows of the item: attributes, edition, effort.
fn facts(state: State, item: &Item) -> El {
    let questionnaire = state.questionnaire();
    let (pack, texts) = (&questionnaire.pack, &questionnaire.texts);
    let fact = |name: String, value: String| {
        el("div").el(el("dt").string(name)).el(el("dd").string(value)).done()
    };
    let mut facts = Vec::new();
    for (place, attribute) in pack.attributes().iter().enumerate() {
        let values = item.attributes.iter().filter(|(of, _)| *of == place);
        let values: Vec<&str> = values
            .filter_map(|(_, value)| Some(texts.value(attribute.values.get(*value)?.as_str())))
            .collect();
        if !values.is_empty() {
            facts.push(fact(texts.attribute(attribute.id.as_str()).to_owned(), values.join(", ")));
        }
    }
    let edition = match (item.previous.as_slice(), item.amended) {
        ([], _) => t(Key::FactsNew).to_owned(),
        (previous, false) => previous.join(", "),
        (previous, true) => fill(Key::FactsAmended, &[("previous", &previous.join(", "))]),
    };
    facts.push(fact(t(Key::FactsPrevious).to_owned(), edition));
    facts.push(fact(t(Key::FactsEffort).to_owned(), t(effort_key(item.effort)).to_owned()));
    let step = fill(Key::FactsStepOf, &[("step", &item.step.to_string())]);
    facts.push(fact(t(Key::FactsStep).to_owned(), step));
    el("dl").class("facts").children(facts)
}
