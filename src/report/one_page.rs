//! The result on one page, as one self-contained HTML file. Every text goes through maud, which
//! escapes it.

use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::{
    html::bar,
    row::Row,
    summary::{Gap, Reasons, StepLine, Summary},
};
use crate::{
    domain::{roadmap::Progress, time::Timestamp},
    text::{
        Key, Texts,
        outcome::{grade_text, next_text, progress_text},
    },
};

const STYLE: &str = include_str!("one_page.css");

/// Writes the file; `now` is the day it bears.
#[must_use]
pub fn write(summary: &Summary, texts: &Texts, now: &Timestamp) -> String {
    let t = |key| texts.get(key);
    let title = texts.fill(Key::SummaryTitle, &[("name", &summary.name)]);
    let basis = if summary.quick { Key::SummaryQuick } else { Key::SummaryAll };
    html! {
        (DOCTYPE)
        html lang=(summary.language) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light";
                title { (title) }
                style { (PreEscaped(STYLE)) }
            }
            body {
                header {
                    p.kicker {
                        (summary.questionnaire) " · " time datetime=(now.day()) { (now.day()) }
                        @if !summary.organisation.is_empty() { " · " (summary.organisation) }
                    }
                    h1 { (summary.name) }
                    p.verdict { (summary.sentence) }
                }
                main {
                    section.numbers {
                        h2 { (t(Key::ResultByGroup)) }
                        (table(summary, texts))
                        @if !summary.contrast.is_empty() { p.quiet { (summary.contrast) } }
                    }
                    section.gaps {
                        h2 { (t(Key::ResultGaps)) }
                        @if summary.gaps.is_empty() { p { (none(summary, texts)) } }
                        ol { @for gap in &summary.gaps { (gap_line(gap, texts)) } }
                    }
                    @if let Some(reasons) = &summary.reasons { (at_risk(reasons, texts)) }
                    @if let Some(steps) = &summary.steps { (roadmap(steps, texts)) }
                    @if let Some(next) = &summary.next {
                        section {
                            h2 { (t(Key::ResultNext)) }
                            p { (next_text(texts, next)) }
                        }
                    }
                }
                footer { p { (t(basis)) " " (t(Key::AppDisclaimer)) } }
            }
        }
    }
    .into_string()
}

/// What is said where there are no gaps.
fn none<'a>(summary: &Summary, texts: &'a Texts) -> &'a str {
    let rated = summary.verdict.measure.counts.rated > 0;
    texts.get(if rated { Key::ResultGapsNone } else { Key::ResultGapsUnrated })
}

fn table(summary: &Summary, texts: &Texts) -> Markup {
    let t = |key| texts.get(key);
    let row = |row: &Row, class| {
        let measure = &row.measure;
        html! {
            tr class=(class) {
                th scope="row" { (row.label) }
                @if measure.counts.in_scope == 0 {
                    td colspan="4" { (t(Key::MeasureNothingInScope)) }
                } @else {
                    td { (texts.percent(measure.conformity)) }
                    td.bar { (bar(measure)) }
                    td { (texts.range(measure)) }
                    td { (measure.counts.rated) "/" (measure.counts.in_scope) }
                }
            }
        }
    };
    html! {
        table {
            thead { tr {
                th scope="col" { (t(Key::ReportMeasureScope)) }
                th scope="col" { (t(Key::MeasureConformity)) }
                th.bar scope="col" { span.hidden { (t(Key::ReportChart)) } }
                th scope="col" { (t(Key::MeasureRange)) }
                th scope="col" { (t(Key::ReportMeasureRated)) }
            } }
            tbody {
                @for line in &summary.headlines { (row(line, "headline")) }
                @for line in &summary.groups { (row(line, "group")) }
            }
        }
    }
}

fn gap_line(gap: &Gap, texts: &Texts) -> Markup {
    html! {
        li {
            strong { (gap.item) " " (gap.title) } " · " (grade_text(texts, gap.grade))
            @if let Some((_, first)) = &gap.help {
                p { em { (texts.get(Key::ResultFirst)) } " " (first) }
            }
        }
    }
}

fn at_risk(reasons: &Reasons, texts: &Texts) -> Markup {
    html! {
        section.reasons {
            h2 { (texts.get(Key::ResultReasons)) }
            dl { @for (reason, endangered) in &reasons.each {
                dt { (reason) }
                dd { (endangered.as_deref().unwrap_or_else(|| texts.get(Key::ResultReasonSafe))) }
            } }
        }
    }
}

fn roadmap(steps: &[StepLine], texts: &Texts) -> Markup {
    html! {
        section.steps {
            h2 { (texts.get(Key::ResultSteps)) }
            ol { @for step in steps {
                @let class = match step.progress {
                    Progress::NotStarted => "shape",
                    Progress::Started => "shape half",
                    Progress::Done => "shape done",
                };
                li class=[step.here.then_some("here")] {
                    span class=(class) aria-hidden="true" {}
                    span { (step.number) " " (step.title) }
                    span.state {
                        (progress_text(texts, step.progress))
                        @if step.here { " · " (texts.get(Key::ResultStepHere)) }
                    }
                }
            } }
        }
    }
}
