//! What the answers mean, on one page.

use std::sync::Arc;

use leptos::prelude::*;

use super::{
    super::{
        charts::pie::pie,
        components::{
            badge::sign,
            button::{Look, button, button_link, button_while, buttons},
            row::{item_href, numbered},
            title::title,
            views::views,
        },
        el::{El, el},
        live::part,
        messages::Message,
        pages::failed::not_here,
        route::{Chapter, Page, Route},
        state::{State, now},
        words::{fill, t, texts},
    },
    bars::{Bar, bars},
};
use crate::{
    browser::location,
    domain::{
        action::Action,
        assessment::Assessment,
        finding::{Grade, Place},
        id::AssessmentId,
        next_standard::NextStandard,
        roadmap::Progress,
        selection::Selection,
        snapshot::Snapshot,
        verdict::Judgement,
    },
    report::{
        one_page,
        summary::{Basis, Gap, Reasons, StepLine, Summary},
    },
    text::{
        Key,
        outcome::{next_text, probable_text},
    },
};

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
        .el(ways(state, id, summary));
    if counts.rated == 0 {
        return top.done();
    }
    let parts = [
        numbers(id, summary),
        gaps(state, id, &summary.gaps),
        waiting(state, Key::ResultReasons, summary.reasons.as_ref().map(|of| reasons(id, of))),
        waiting(state, Key::ResultSteps, summary.steps.as_deref().map(steps)),
    ];
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

/// Asks everything from now on, keeps the answers so far as a snapshot, and goes to the overview: one
/// step that can be taken back.
fn go_on(state: State, id: &AssessmentId) {
    let name = t(Key::ResultSnapshot);
    let with_snapshot = |assessment: &Assessment| {
        let mut snapshots = assessment.snapshots.clone();
        Snapshot::of(assessment, name.to_owned(), now()).file_into(&mut snapshots);
        Action::Snapshots(snapshots)
    };
    let Some(keep) = untrack(|| state.with_assessment(with_snapshot)) else { return };
    state.dispatch(Action::Several(vec![keep, Action::Select(Selection::All)]));
    // What they said of the quick check isn't true of everything.
    state.messages.close_reminders();
    let all = state.questionnaire().pack.items().len().to_string();
    let done = fill(Key::ResultFullDone, &[("name", name), ("all", &all)]);
    state.messages.tell_there(Message::success(done));
    location::go(&Route::Assessment(id.clone(), Page::Hub).to_string());
}

fn section(heading: Key) -> El {
    el("section").el(el("h2").text(t(heading)))
}

fn link(label: Key, href: String) -> El {
    el("p").el(el("a").attr("href", href).text(t(label)))
}

/// A section, or what is said until its texts have arrived.
fn waiting(state: State, heading: Key, content: Option<El>) -> El {
    section(heading).el(content.unwrap_or_else(|| not_here(state)))
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
    section(Key::ResultByGroup)
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

fn gaps(state: State, id: &AssessmentId, gaps: &[Gap]) -> El {
    if gaps.is_empty() {
        return section(Key::ResultGaps).el(el("p").text(t(Key::ResultGapsNone)));
    }
    let gaps = gaps.iter().map(|gap| el("li").el(gap_card(state, id, gap)).done());
    section(Key::ResultGaps)
        .el(el("p").class("hint").text(t(Key::ResultGapsLead)))
        .el(el("ol").class("gaps").children(gaps))
}

fn gap_card(state: State, id: &AssessmentId, gap: &Gap) -> El {
    let Gap { item, title, grade, finding, help } = gap;
    let about = |name: Key, words: &str| {
        let name = el("dt").text(t(name)).done();
        [name, el("dd").string(words.to_owned()).done()]
    };
    let help = match help {
        Some((why, first)) => {
            let why = about(Key::ResultWhy, why);
            el("dl").children(why).children(about(Key::ResultFirst, first))
        }
        None => not_here(state),
    };
    let title = numbered(item_href(id, item), item.to_string(), title.clone());
    let head = el("div").class("gap-head").el(el("h3").el(title)).el(grade_badge(*grade));
    el("article").class("card gap").el(head).el(el("p").string(finding.clone())).el(help)
}

/// Word and shape of a finding.
fn grade_badge(grade: Grade) -> El {
    let (class, shape) = match grade {
        Grade::Major => ("badge level-none", "▲"),
        Grade::Minor => ("badge level-low", "△"),
        Grade::Opportunity => ("badge level-high", "◇"),
    };
    el("span").class(class).child(sign(shape)).el(el("span").text(probable_text(texts(), grade)))
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

fn steps(steps: &[StepLine]) -> El {
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
    el("div")
        .el(el("p").class("hint").text(t(Key::ResultStepsLead)))
        .el(el("ol").class("stages").children(steps.iter().map(step)))
        .el(link(Key::ResultStepsLink, Route::Guide(Chapter::Steps).href()))
}

fn next(next: &NextStandard) -> El {
    section(Key::ResultNext)
        .el(el("p").class("result-next").string(next_text(texts(), next)))
        .el(link(Key::ResultNextLink, Route::Guide(Chapter::Helper).href()))
}
