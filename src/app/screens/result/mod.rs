//! What the answers mean, on one page.

mod full;
mod gaps;

use std::sync::Arc;

use leptos::prelude::*;

use self::{
    full::{before, go_on},
    gaps::gaps,
};
use super::{
    super::{
        charts::pie::pie,
        components::{
            button::{Look, button, button_link, button_while, buttons},
            title::title,
            views::views,
        },
        el::{El, el},
        live::part,
        pages::failed::not_here,
        route::{Chapter, Page, Route},
        state::{State, now},
        words::{fill, t, texts},
    },
    bars::{Bar, bars},
    contents::{Section, contents, heading},
    fold::fold,
};
use crate::{
    domain::{
        assessment::Assessment, finding::Place, id::AssessmentId, next_standard::NextStandard,
        roadmap::Progress, verdict::Judgement,
    },
    report::{
        one_page,
        summary::{Basis, Reasons, StepLine, Summary},
    },
    text::{Key, outcome::next_text},
};

/// Sections of the page.
const NUMBERS: Section = ("numbers", Key::ResultByGroup);
const GAPS: Section = ("gaps", Key::ResultGaps);
const REASONS: Section = ("at-risk", Key::ResultReasons);
const STEPS: Section = ("steps", Key::ResultSteps);
const NEXT: Section = ("next-standard", Key::ResultNext);

/// The page.
pub fn result(state: State, id: &AssessmentId) -> Vec<El> {
    let summary = Memo::new(move |_| summary(state).map(Arc::new));
    let drawn = {
        let id = id.clone();
        part(move || Some(draw(state, &id, &*summary.get()?)))
    };
    vec![
        views(id, &Page::Result),
        title(t(Key::ResultTitle)),
        el("div").class("result").child(drawn),
    ]
}

/// What the assessment means now, with as many of the long texts as have arrived.
fn summary(state: State) -> Option<Summary> {
    let questionnaire = state.questionnaire();
    let make = |assessment: &Assessment| {
        state.with_evaluation(|evaluation| {
            Summary::new(Basis {
                pack: &questionnaire.pack,
                pack_texts: &questionnaire.texts,
                texts: texts(),
                assessment,
                evaluation,
                handbook: state.handbook(),
                // Not before the handbook, which arrives last: the page is drawn anew once, not with
                // each group of texts.
                guidance: &|item| state.handbook().and_then(|_| state.guidance(item)),
            })
        })
    };
    state.with_assessment(make).flatten()
}

/// Gives the result on one page to the person.
fn save(state: State) {
    if let Some((document, summary)) = state.document().zip(summary(state)) {
        let page = one_page::write(&summary, texts(), &now());
        state.hand_over(&document.file_name("result.html"), "text/html", &page);
    }
}

fn draw(state: State, id: &AssessmentId, summary: &Summary) -> AnyView {
    let counts = summary.verdict.measure.counts;
    let basis = if summary.quick { Key::ResultQuick } else { Key::ResultAll };
    let (rated, all) = (counts.rated.to_string(), counts.in_scope.to_string());
    let basis = fill(basis, &[("rated", &rated), ("all", &all)]);
    let hint = |words: String| el("p").class("hint").string(words).done();
    let top = el("div")
        .el(el("p").class("verdict").string(summary.sentence.clone()))
        .child_maybe((counts.rated > 0).then(|| hint(t(Key::ResultGloss).to_owned())))
        .child_maybe((counts.rated > 0).then(|| hint(basis)))
        .child_maybe(early(state, id, summary).map(El::done))
        .el(ways(state, id, summary))
        .child_maybe(before(state, id, summary).map(El::done));
    if counts.rated == 0 {
        return top.done();
    }
    let parts = [
        numbers(id, summary),
        gaps(state, id, summary),
        waiting(state, REASONS, summary.reasons.as_ref().map(|of| reasons(id, of))),
        waiting(state, STEPS, summary.steps.as_deref().map(|of| steps(id, of))),
    ];
    let sections = [NUMBERS, GAPS, REASONS, STEPS].into_iter();
    let top = top.el(contents(sections.chain(summary.next.as_ref().map(|_| NEXT))));
    let parts = parts.into_iter().chain(summary.next.as_ref().map(next)).map(El::done);
    top.children(parts).done()
}

/// What is missing for a verdict, and where to go on.
fn early(state: State, id: &AssessmentId, summary: &Summary) -> Option<El> {
    let verdict = &summary.verdict;
    if verdict.judgement != Judgement::TooEarly || verdict.measure.counts.in_scope == 0 {
        return None;
    }
    let missing = verdict.missing().to_string();
    let words = match verdict.measure.counts.rated {
        0 if state.next_open().is_none() => t(Key::ResultAllUnknown).to_owned(),
        0 => t(Key::ResultBlank).to_owned(),
        _ => fill(Key::ResultMissing, &[("missing", &missing)]),
    };
    let begun = verdict.measure.counts.rated + verdict.measure.counts.dont_know > 0;
    let (label, page) = match state.next_open() {
        Some(item) => {
            let page = if summary.quick { Page::Quick(item) } else { Page::Item(item) };
            (if begun { Key::ResultContinue } else { Key::ResultBegin }, page)
        }
        // Everything was looked at, but too little of it rated.
        None => (Key::ResultBack, if summary.quick { Page::Review } else { Page::Hub }),
    };
    let href = Route::Assessment(id.clone(), page).href();
    let next = buttons([button_link(Look::Primary, t(label), href)]);
    Some(el("div").class("early-words").el(el("p").string(words)).el(next))
}

/// The full analysis, and the result as a file.
fn ways(state: State, id: &AssessmentId, summary: &Summary) -> El {
    let mut ways = Vec::new();
    let early = summary.verdict.judgement == Judgement::TooEarly;
    if summary.quick {
        let id = id.clone();
        let look = if early { Look::Plain } else { Look::Primary };
        let able = move || !state.read_only.get();
        ways.push(button_while(able, look, t(Key::ResultFull), move || {
            go_on(state, &id);
        }));
    }
    if summary.verdict.measure.counts.rated > 0 {
        ways.push(button(Look::Plain, t(Key::ResultSave), move || save(state)));
    }
    let all = state.questionnaire().pack.items().len().to_string();
    let hint = summary.quick.then(|| fill(Key::ResultFullHint, &[("all", &all)]));
    el("div")
        .el(buttons(ways))
        .child_maybe(hint.map(|hint| el("p").class("hint").string(hint).done()))
}

fn section(of: Section) -> El {
    el("section").is("aria-labelledby", of.0).el(heading(of))
}

fn link(label: Key, href: String) -> El {
    el("p").el(el("a").attr("href", href).text(t(label)))
}

/// A section, or what is said until its texts have arrived.
fn waiting(state: State, of: Section, content: Option<El>) -> El {
    section(of).el(content.unwrap_or_else(|| not_here(state)))
}

/// A paragraph, unless it is empty.
pub fn sentence(words: &str) -> Option<AnyView> {
    (!words.is_empty()).then(|| el("p").string(words.to_owned()).done())
}

fn numbers(id: &AssessmentId, summary: &Summary) -> El {
    let lines = |rows: &[_], sum| -> Vec<Bar> {
        rows.iter().cloned().map(|row| Bar::new(id, row, sum)).collect()
    };
    let lines = lines(&summary.headlines, true).into_iter().chain(lines(&summary.groups, false));
    section(NUMBERS)
        .child_maybe(sentence(&summary.contrast))
        .el(bars(t(Key::ResultByGroup).to_owned(), Key::ReportsMeasureScope, lines))
        .el(legend())
        .el(el("p").class("hint").text(t(Key::ResultFollow)))
}

/// What dark, light and the tick in a bar mean.
fn legend() -> El {
    let entry = |class: &'static str, words: Key| {
        let sample = el("span").class(class).is("aria-hidden", "true");
        el("li").el(sample).text(t(words)).done()
    };
    el("ul").class("bar-legend").children([
        entry("bar-dark", Key::ResultLegendDark),
        entry("bar-light", Key::ResultLegendLight),
        entry("bar-tick", Key::ResultLegendTick),
    ])
}

fn reasons(id: &AssessmentId, reasons: &Reasons) -> El {
    let lead = if reasons.own { Key::ResultReasonsOwn } else { Key::ResultReasonsAll };
    let gap = |(place, name): &(Place, String)| {
        let page = match place {
            Place::Item(item) => Page::Item(item.clone()),
            Place::Group(group) => Page::Group(group.clone()),
        };
        let href = Route::Assessment(id.clone(), page).href();
        el("li").el(el("a").attr("href", href).string(name.clone())).done()
    };
    let each = reasons.each.iter().map(|reason| {
        let mut gaps: Vec<AnyView> = reason.gaps.iter().map(gap).collect();
        if !reason.more.is_empty() {
            gaps.push(el("li").class("quiet").string(reason.more.clone()).done());
        }
        let words = el("dd").el(el("p").string(reason.sentence.clone()));
        let list = (!gaps.is_empty()).then(|| el("ul").children(gaps).done());
        el("div").el(el("dt").string(reason.title.clone())).el(words.child_maybe(list)).done()
    });
    el("div")
        .el(el("p").class("hint").text(t(lead)))
        .el(el("dl").class("at-risk").children(each))
        .el(link(Key::ResultReasonsLink, Route::Guide(Chapter::Reasons).href()))
}

fn steps(id: &AssessmentId, steps: &[StepLine]) -> El {
    let here = steps.iter().find(|step| step.here).map(|step| {
        let values = [("number", &*step.number.to_string()), ("title", &step.title)];
        el("p").class("result-here").string(fill(Key::ResultStepsHere, &values)).done()
    });
    let step = |step: &StepLine| {
        let filled = match step.progress {
            Progress::NotStarted => 0,
            Progress::Started => 1,
            Progress::Done => 2,
        };
        let title = el("span")
            .class("stage-title")
            .string(format!("{} {}", step.number, step.title))
            .child_maybe(step.here.then(|| {
                let here = el("span").class("stage-here").text(t(Key::ResultStepHere));
                el("span").text(" ").el(here).done()
            }));
        let main = el("div").el(title).el(el("p").class("quiet").string(step.sentence.clone()));
        let state = el("span")
            .class("badge")
            .child(pie(filled, 2))
            .el(el("span").string(step.stage.clone()));
        el("li")
            .attr_maybe("aria-current", step.here.then(|| "step".to_owned()))
            .el(main)
            .el(state)
            .done()
    };
    let stages = el("ol").class("stages").children(steps.iter().map(step));
    el("div")
        .child_maybe(here)
        .el(el("p").class("hint").text(t(Key::ResultStepsLead)))
        .el(fold(id, "steps", Key::ResultStepsFold, stages))
        .el(link(Key::ResultStepsLink, Route::Guide(Chapter::Steps).href()))
}

fn next(next: &NextStandard) -> El {
    section(NEXT)
        .el(el("p").class("result-next").string(next_text(texts(), next)))
        .el(link(Key::ResultNextLink, Route::Guide(Chapter::Helper).href()))
}
