//! All numbers, by clause, theme and attribute.

mod functions;
mod map;

use leptos::prelude::*;

use super::{
    super::{
        components::{
            measure::card,
            segments::{Segment, segments},
            title::title,
            views::views,
        },
        el::{El, el},
        live::{flag, part, text},
        route::{Page, Route},
        state::State,
        words::{fill, t, texts},
    },
    bars::{Bar, bars},
    contents::{Section, contents, heading},
    fold::fold,
    result::sentence,
    work_tasks::part_line,
};
use crate::{
    domain::{
        average::average,
        evaluation::Evaluation,
        explain::Subject,
        id::AssessmentId,
        pack::{Attribute, Pack},
        ratio::Ratio,
        score::{Measure, Number},
    },
    report::{
        row::{Row, extremes_text, groups, headlines, rows, subject_text},
        summary::contrast_text,
    },
    text::Key,
};

/// Sections of the page.
const GROUPS: Section = ("by-group", Key::ReportsByGroup);
const MAP: Section = ("all-items", Key::DashboardMap);
const ATTRIBUTES: Section = ("by-attribute", Key::DashboardAttributes);
const FUNCTIONS: Section = ("by-function", Key::DashboardCsf);

/// The page.
pub fn dashboard(state: State, id: &AssessmentId) -> Vec<El> {
    vec![
        views(id, &Page::Dashboard),
        title(t(Key::DashboardTitle)),
        el("div").child(part_line(state)),
        headline(state, id),
        contents([GROUPS, MAP, ATTRIBUTES, FUNCTIONS]),
        by_group(state, id),
        map::map(state, id),
        by_attribute(state, id),
        functions::functions(state, id),
    ]
}

/// Whole assessment, clauses and Annex A, in the view that the person chooses.
fn headline(state: State, id: &AssessmentId) -> El {
    // Kept as long as the assessment is open.
    let averaged = state.averaged;
    let choices = [(false, Key::DashboardItems), (true, Key::DashboardThemes)];
    let choices = choices.map(|(of, label)| {
        Segment::new(t(label), flag(move || averaged.get() == of), move || averaged.set(of))
    });
    let legend = t(Key::DashboardView).to_owned();
    let choice = segments("segments", "view", legend, flag(|| false), choices);
    let meaning = text(move || {
        let averaged = averaged.get();
        t(if averaged { Key::DashboardThemesMeaning } else { Key::DashboardItemsMeaning })
            .to_owned()
    });
    let id = id.clone();
    let cards = part(move || {
        let averaged = averaged.get();
        let questionnaire = state.questionnaire();
        let cards = headlines(&questionnaire.pack).into_iter().map(|subject| {
            let label = subject_text(texts(), &questionnaire.texts, &subject);
            let why = if averaged {
                Page::Averaged
            } else {
                Page::Why(Number::Conformity, subject.clone())
            };
            let why = Route::Assessment(id.clone(), why).href();
            let measure = Signal::derive(move || {
                state.with_evaluation(|evaluation| {
                    headline_measure(&state.questionnaire().pack, evaluation, averaged, &subject)
                })?
            });
            card(label, measure, why)
        });
        Some(el("div").class("cards").children(cards).done())
    });
    el("section")
        .is("aria-label", t(Key::DashboardHeadline))
        .el(choice)
        .el(el("p").class("hint").is("role", "status").live(meaning))
        .child(cards)
}

fn headline_measure(
    pack: &Pack,
    evaluation: &Evaluation,
    averaged: bool,
    subject: &Subject,
) -> Option<Measure> {
    match subject {
        Subject::Everything if averaged => Some(average(&evaluation.groups)),
        Subject::Section(section) if averaged => {
            let groups = pack.section(section)?.groups.clone();
            Some(average(evaluation.groups.get(groups)?))
        }
        _ => evaluation.measure(subject).copied(),
    }
}

fn by_group(state: State, id: &AssessmentId) -> El {
    let id = id.clone();
    let content = part(move || {
        let questionnaire = state.questionnaire();
        let (pack, words) = (&questionnaire.pack, &questionnaire.texts);
        state.with_evaluation(|evaluation| {
            let rows = rows(texts(), words, evaluation, groups(pack));
            el("div")
                .child_maybe(sentence(&contrast_text(texts(), words, evaluation)))
                .el(chart(&id, t(Key::ReportsByGroup), Key::ReportsMeasureGroup, rows))
                .done()
        })
    });
    el("section")
        .el(heading(GROUPS))
        .el(el("p").class("hint").text(t(Key::DashboardChart)))
        .child(content)
}

fn chart(id: &AssessmentId, caption: &str, first: Key, rows: Vec<Row>) -> El {
    bars(caption.to_owned(), first, rows.into_iter().map(|row| Bar::new(id, row, false)))
}

/// A chart for each attribute of controls.
fn by_attribute(state: State, id: &AssessmentId) -> El {
    let questionnaire = state.questionnaire();
    let charts = questionnaire.pack.attributes().iter().map(|attribute| {
        let name = questionnaire.texts.attribute(attribute.id.as_str()).to_owned();
        let (id, attribute) = (id.clone(), attribute.clone());
        let caption = name.clone();
        let chart = part(move || attribute_chart(state, &id, &attribute, &caption));
        el("section").el(el("h3").string(name)).child(chart).done()
    });
    el("section")
        .el(heading(ATTRIBUTES))
        .el(el("p").class("hint").text(t(Key::DashboardAttributesHint)))
        .el(fold(
            id,
            "attributes",
            Key::DashboardAttributesFold,
            el("div").class("attributes").children(charts),
        ))
}

fn attribute_chart(
    state: State,
    id: &AssessmentId,
    attribute: &Attribute,
    caption: &str,
) -> Option<AnyView> {
    let words = &state.questionnaire().texts;
    let values = attribute.values.iter().cloned();
    let subjects = values.map(|value| Subject::Attribute(attribute.id.clone(), value));
    let rows = state.with_evaluation(|evaluation| rows(texts(), words, evaluation, subjects))?;
    if rows.is_empty() {
        let nothing = fill(Key::DashboardNothing, &[("what", caption)]);
        return Some(el("p").class("quiet").string(nothing).done());
    }
    let numbers = rows.iter().map(|row| (row.label.as_str(), row.measure.conformity));
    let summary = summary_of(numbers);
    let chart = chart(id, caption, Key::DashboardValue, rows);
    Some(el("div").child_maybe(summary).el(chart).done())
}

/// What a chart shows, in a sentence.
fn summary_of<'a>(numbers: impl IntoIterator<Item = (&'a str, Option<Ratio>)>) -> Option<AnyView> {
    sentence(&extremes_text(texts(), numbers).unwrap_or_default())
}
