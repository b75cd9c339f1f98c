//! "What do I do now?": one answer, and one button.

use leptos::prelude::*;

use super::{
    super::super::{
        components::button::{Look, buttons},
        el::{El, el},
        route::Page,
        words::{fill, t, texts},
    },
    super::work_tasks::ask_all,
    Steps, awaited, go_to,
};
use crate::{
    domain::{
        assessment::Rating,
        id::ItemId,
        plan::closing,
        roadmap::{Awaited, Next, current, next},
        selection::Selection,
    },
    text::{Key, outcome::step_text},
};

/// What is next, and why.
pub fn now(steps: &Steps<'_>) -> El {
    let Some(state) = current(&steps.outlook.steps) else {
        let go = way(steps, Page::Readiness, t(Key::RoadmapGoReadiness).to_owned());
        return answer(t(Key::RoadmapNowDone).to_owned(), String::new(), go);
    };
    let number = state.number.to_string();
    let values = [("step", &*number), ("title", steps.title(state.number))];
    let why = format!("{} {}", fill(Key::RoadmapWhy, &values), step_text(texts(), state));
    match next(state) {
        Some(Next::Item(item)) => of_item(steps, &item, why),
        Some(Next::Awaited(what)) => {
            let (page, _) = awaited(what);
            let words = t(match what {
                Awaited::Risks => Key::RoadmapNowRisks,
                Awaited::Statement => Key::RoadmapNowStatement,
                Awaited::Treatment => Key::RoadmapNowTreatment,
                Awaited::Readiness => Key::RoadmapNowReadiness,
            });
            answer(words.to_owned(), why, way(steps, page, t(go_to(what)).to_owned()))
        }
        Some(Next::Everything) | None => match steps.state.next_open() {
            Some(item) if steps.assessment.selection.is_all() => {
                let left = steps.outlook.unverified.len().to_string();
                let words = fill(Key::RoadmapNowLook, &[("number", &left)]);
                answer(words, why, to_item(steps, item))
            }
            _ => all(steps, why),
        },
    }
}

fn of_item(steps: &Steps<'_>, item: &ItemId, why: String) -> El {
    let questionnaire = steps.state.questionnaire();
    let asks = |selection: &Selection| {
        questionnaire.pack.item(item).is_none_or(|item| selection.asks(item))
    };
    if !asks(&steps.assessment.selection) {
        return all(steps, why);
    }
    let rating = steps.assessment.answer(item).and_then(|answer| answer.rating.as_ref());
    let key = match rating {
        None => Key::RoadmapNowRate,
        Some(Rating::DontKnow) => Key::RoadmapNowAsk,
        Some(Rating::Level(_)) => Key::RoadmapNowClose,
    };
    let name = steps.names.item(item);
    let answer = answer(fill(key, &[("item", &name)]), why, to_item(steps, item.clone()));
    let planned: Vec<String> = closing(steps.assessment, item)
        .map(|(_, planned)| super::super::plan::name(planned))
        .collect();
    if planned.is_empty() {
        return answer;
    }
    let link = el("a").attr("href", steps.href(Page::Plan)).string(planned.join("; "));
    answer.el(el("p").text(t(Key::RoadmapNowPlanned)).text(" ").el(link))
}

/// Only a part of the questions is asked.
fn all(steps: &Steps<'_>, why: String) -> El {
    let go = if steps.state.read_only.get() {
        way(steps, Page::Hub, t(Key::ViewsHub).to_owned())
    } else {
        ask_all(Look::Primary, steps.state)
    };
    answer(t(Key::RoadmapNowAll).to_owned(), why, go)
}

fn to_item(steps: &Steps<'_>, item: ItemId) -> El {
    let label = fill(Key::RoadmapGoItem, &[("item", item.as_str())]);
    way(steps, Page::Item(item), label)
}

fn way(steps: &Steps<'_>, page: Page, label: String) -> El {
    el("a").class("button primary").attr("href", steps.href(page)).string(label)
}

fn answer(words: String, why: String, go: El) -> El {
    let why = (!why.is_empty()).then(|| el("p").class("measure-text").string(why).done());
    el("section")
        .class("now")
        .is("aria-label", t(Key::RoadmapNow))
        .el(el("p").class("verdict").string(words))
        .child_maybe(why)
        .el(buttons([go]))
}
