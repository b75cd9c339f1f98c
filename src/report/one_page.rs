//! The result on one page, as one self-contained HTML file. Every text goes through maud, which
//! escapes it.

use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::{
    range_bar::{RangeBar, VIEW_BOX},
    row::Row,
    summary::{Gap, ReasonLine, Reasons, StepLine, Summary, first_sentence},
};
use crate::{
    domain::{finding::Place, roadmap::Progress, score::Measure, time::Timestamp},
    text::{
        Key, Texts,
        outcome::{next_text, probable_text},
    },
};

const STYLE: &str = include_str!("one_page.css");

/// Writes the file; `now` is the day it bears.
#[must_use]
pub fn write(summary: &Summary, texts: &Texts, now: &Timestamp) -> String {
    let t = |key| texts.get(key);
    let title = texts.fill(Key::SummaryTitle, &[("name", &summary.name)]);
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
                    p.quiet { (basis_text(texts, summary)) }
                }
                main {
                    section.numbers {
                        h2 { (t(Key::ResultByGroup)) }
                        (table(summary, texts))
                        p.quiet { (t(Key::SummaryRead)) }
                        @if !summary.contrast.is_empty() { p { (summary.contrast) } }
                    }
                    section.gaps {
                        h2 { (t(Key::ResultGaps)) }
                        @if summary.gaps.is_empty() { p { (none(summary, texts)) } }
                        @else { p.quiet { (t(Key::SummaryGaps)) } }
                        ol { @for gap in &summary.gaps { (gap_line(gap, texts)) } }
                        @if !summary.wholes.is_empty() { p { (wholes(summary, texts)) } }
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
                footer { p { (t(Key::AppDisclaimer)) } }
            }
        }
    }
    .into_string()
}

/// On what the result rests, and what it isn't.
pub(super) fn basis_text(texts: &Texts, summary: &Summary) -> String {
    let key = if summary.quick { Key::SummaryQuick } else { Key::SummaryAll };
    let counts = summary.verdict.measure.counts;
    let (rated, all) = (counts.rated.to_string(), counts.in_scope.to_string());
    texts.fill(key, &[("rated", &rated), ("all", &all)])
}

/// "20 of 25", as the page shows it.
fn looked_at(texts: &Texts, measure: &Measure) -> String {
    let counts = measure.counts;
    let done = counts.rated.saturating_add(counts.dont_know).to_string();
    texts.fill(Key::MeasureLookedAtShort, &[("done", &done), ("all", &counts.in_scope.to_string())])
}

/// The clauses and themes that are a probable major nonconformity as a whole.
fn wholes(summary: &Summary, texts: &Texts) -> String {
    let names: Vec<&str> = summary.wholes.iter().map(|(_, name)| name.as_str()).collect();
    format!("{} {}", texts.get(Key::ResultWholes), names.join(" · "))
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
                    td { (looked_at(texts, measure)) }
                }
            }
        }
    };
    html! {
        table {
            thead { tr {
                th scope="col" { (t(Key::ReportsMeasureScope)) }
                th scope="col" { (t(Key::MeasureConformity)) }
                th.bar scope="col" { span.hidden { (t(Key::ReportsChart)) } }
                th scope="col" { (t(Key::MeasureRange)) }
                th scope="col" { (t(Key::MeasureCompleteness)) }
            } }
            tbody {
                @for line in &summary.headlines { (row(line, "headline")) }
                @for line in &summary.groups { (row(line, "group")) }
            }
        }
    }
}

/// The range as a bar; the numbers stand beside it.
fn bar(measure: &Measure) -> Markup {
    let RangeBar { solid, band, mark } = RangeBar::new(measure);
    html! {
        svg viewBox=(VIEW_BOX) preserveAspectRatio="none" aria-hidden="true" {
            rect.track width="1000" height="10" {}
            @for (class, outline) in [("solid", solid), ("band", band), ("mark", mark)] {
                @if !outline.is_empty() { path class=(class) d=(outline) {} }
            }
        }
    }
}

fn gap_line(gap: &Gap, texts: &Texts) -> Markup {
    html! {
        li {
            strong { (gap.item) " " (gap.title) } " · " (probable_text(texts, gap.grade))
            @if let Some((why, first)) = &gap.help {
                p { (first_sentence(why)) " " em { (texts.get(Key::ResultFirst)) } " " (first_sentence(first)) }
            }
        }
    }
}

fn at_risk(reasons: &Reasons, texts: &Texts) -> Markup {
    html! {
        section.reasons {
            h2 { (texts.get(Key::ResultReasons)) }
            dl { @for reason in &reasons.each {
                dt { (reason.title) }
                dd {
                    (reason.sentence)
                    @if !reason.gaps.is_empty() {
                        " " span.quiet { (places(reason)) }
                    }
                }
            } }
        }
    }
}

/// Where the gaps are, by number alone: there is but one page.
fn places(reason: &ReasonLine) -> String {
    let number = |(place, _): &(Place, String)| match place {
        Place::Item(item) => item.to_string(),
        Place::Group(group) => group.to_string(),
    };
    let numbers: Vec<String> = reason.gaps.iter().map(number).collect();
    [numbers.join(", "), reason.more.clone()].join(" ").trim_end().to_owned()
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
                    span {
                        (step.number) " " (step.title)
                        @if step.here { " " span.mark-here { (texts.get(Key::ResultStepHere)) } }
                    }
                    span.state { (step.stage) }
                }
            } }
        }
    }
}
