//! The ten steps: where an organisation stands, and what to do now.

mod now;

use std::sync::Arc;

use leptos::prelude::*;

use super::{
    super::{
        charts::pie::pie,
        components::{row::item_href, title::title, views::views},
        el::{El, el},
        live::part,
        pages::failed::not_here,
        route::{Chapter, Page, Route},
        state::State,
        words::{fill, t, texts},
    },
    guide::weeks,
    outlook::outlook,
};
use crate::{
    domain::{
        assessment::Assessment,
        handbook::{Handbook, Step},
        id::{AssessmentId, ItemId},
        outlook::Outlook,
        path,
        plan::PlannedState,
        roadmap::{Awaited, Progress, StepState, current},
    },
    text::{
        HandbookTexts, Key, entry,
        outcome::{Names, progress_text, step_text},
    },
};

/// All that the page is drawn from.
struct Steps<'a> {
    state: State,
    id: &'a AssessmentId,
    handbook: &'a Handbook,
    words: &'a HandbookTexts,
    assessment: &'a Assessment,
    outlook: &'a Outlook,
    names: Names<'a>,
}

/// The page.
pub fn steps(state: State, id: &AssessmentId) -> Vec<El> {
    let outlook: Memo<Option<Arc<Outlook>>> = outlook(state);
    let own = id.clone();
    let page = part(move || {
        let Some((handbook, words)) = state.handbook() else {
            return Some(not_here(state).done());
        };
        let outlook = outlook.get()?;
        let questionnaire = state.questionnaire();
        state.with_assessment(|assessment| {
            let names = Names { pack: &questionnaire.texts, handbook: Some(words), assessment };
            let id = &own;
            draw(&Steps { state, id, handbook, words, assessment, outlook: &outlook, names })
        })
    });
    vec![views(id, &Page::Steps), title(t(Key::ViewsSteps)), el("div").child(page)]
}

fn draw(steps: &Steps<'_>) -> AnyView {
    let here = current(&steps.outlook.steps).map(|state| state.number);
    let list = steps.handbook.steps.iter().filter_map(|step| {
        let state = steps.outlook.steps.iter().find(|state| state.number == step.number)?;
        Some(entry_of(steps, step, state, here == Some(step.number)).done())
    });
    el("div")
        .el(now::now(steps))
        .el(el("h2").text(t(Key::RoadmapAll)))
        .el(el("p").class("hint").text(t(Key::ResultStepsLead)))
        .el(el("ol").class("stages roadmap").children(list))
        .done()
}

impl Steps<'_> {
    fn title(&self, step: u64) -> &str {
        let words = entry(&self.words.steps, &step.to_string());
        words.map(|words| words.title.as_str()).unwrap_or_default()
    }

    fn href(&self, page: Page) -> String {
        Route::Assessment(self.id.clone(), page).href()
    }

    /// A link to an item by its name.
    fn item(&self, item: &ItemId) -> El {
        el("a").attr("href", item_href(self.id, item)).string(self.names.item(item))
    }
}

/// Where that is mended which a step waits for, and how it is said.
const fn awaited(awaited: Awaited) -> (Page, Key) {
    match awaited {
        Awaited::Risks => (Page::Risks, Key::RoadmapAwaitsRisks),
        Awaited::Statement => (Page::Statement, Key::RoadmapAwaitsStatement),
        Awaited::Treatment => (Page::Risks, Key::RoadmapAwaitsTreatment),
        Awaited::Readiness => (Page::Readiness, Key::RoadmapAwaitsReadiness),
    }
}

fn entry_of(steps: &Steps<'_>, step: &Step, state: &StepState, here: bool) -> El {
    let title = steps.title(step.number);
    let filled = match state.progress {
        Progress::NotStarted => 0,
        Progress::Started => 1,
        Progress::Done => 2,
    };
    let mark = here.then(|| el("span").class("stage-here").text(t(Key::RoadmapHere)).done());
    let heading =
        el("h3").class("stage-title").string(format!("{} {title}", step.number)).child_maybe(mark);
    let badge = el("span")
        .class("badge")
        .child(pie(filled, 2))
        .el(el("span").text(progress_text(texts(), state.progress)));
    let main = el("div")
        .el(heading)
        .el(el("p").class("quiet").string(step_text(texts(), state)))
        .child_maybe(open_items(steps, state, here).map(El::done))
        .child_maybe(waits(steps, state).map(El::done))
        .child_maybe(actions(steps, step, state).map(El::done))
        .el(about(steps, step, title));
    el("li").attr_maybe("aria-current", here.then(|| "step".to_owned())).el(main).el(badge)
}

fn open_items(steps: &Steps<'_>, state: &StepState, here: bool) -> Option<El> {
    if state.open.is_empty() {
        return None;
    }
    let count = state.open.len().to_string();
    let items = state.open.iter().map(|item| el("li").el(steps.item(item)).done());
    let list = el("details")
        .class("step-open")
        .attr_maybe("open", here.then(String::new))
        .el(el("summary").string(fill(Key::RoadmapOpen, &[("number", &count)])))
        .el(el("ul").children(items));
    Some(list)
}

/// What a step waits for besides what is open, or else the way to what it waits for alone, which its
/// sentence tells already.
fn waits(steps: &Steps<'_>, state: &StepState) -> Option<El> {
    let what = state.awaits?;
    let (page, words) = awaited(what);
    let way = el("a").attr("href", steps.href(page));
    let line = el("p").class("step-line");
    Some(match state.waits_for() {
        Some(_) => line.el(way.text(t(go_to(what)))),
        None => line.text(t(Key::RoadmapAwaits)).text(" ").el(way.text(t(words))),
    })
}

/// What the way there is called.
const fn go_to(awaited: Awaited) -> Key {
    match awaited {
        Awaited::Risks | Awaited::Treatment => Key::RoadmapGoRisks,
        Awaited::Statement => Key::RoadmapGoStatement,
        Awaited::Readiness => Key::RoadmapGoReadiness,
    }
}

/// What is planned for the items of a step.
fn actions(steps: &Steps<'_>, step: &Step, state: &StepState) -> Option<El> {
    let of_step = |item: &ItemId| step.items.contains(item) || state.open.contains(item);
    let plan = steps.assessment.work().plan_in_order().map(|(_, planned)| planned);
    let names: Vec<_> = plan
        .filter(|planned| planned.state != PlannedState::Done)
        .filter(|planned| planned.items.iter().any(of_step))
        .map(|planned| el("li").string(super::plan::name(planned)).done())
        .collect();
    if names.is_empty() {
        return None;
    }
    let link = el("a").attr("href", steps.href(Page::Plan)).text(t(Key::RoadmapPlanned));
    Some(el("div").class("step-line").el(link).el(el("ul").children(names)))
}

/// How long it takes, and where to read what to do.
fn about(steps: &Steps<'_>, step: &Step, title: &str) -> El {
    let facts = &steps.assessment.facts;
    let own = steps.assessment.work().weeks.get(&step.number);
    let length = if let Some(own) = own {
        fill(Key::RoadmapWeeksOwn, &[("weeks", &own.to_string())])
    } else {
        let estimate = weeks(path::estimate(step, facts.people));
        fill(Key::RoadmapWeeks, &[("weeks", &estimate)])
    };
    let guide = el("a")
        .attr("href", Route::Guide(Chapter::Steps).href())
        .attr("aria-label", fill(Key::RoadmapGuideOf, &[("step", title)]))
        .text(t(Key::RoadmapGuide));
    el("p").class("step-line quiet").string(length).text(" · ").el(guide)
}
