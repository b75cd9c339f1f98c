//! The report as one self-contained HTML file. Every text goes through maud, which escapes it.

use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::{
    model::{Chapter, Entry, Line, Report},
    one_page::basis_text,
    range_bar::{RangeBar, VIEW_BOX},
};
use crate::{
    domain::{scope::Standing, score::Measure},
    text::{Key, Texts, outcome::probable_text},
};

const STYLE: &str = include_str!("report.css");

/// Writes the file.
#[must_use]
pub fn write(report: &Report, texts: &Texts) -> String {
    let t = |key| texts.get(key);
    let title = texts.fill(Key::ReportTitle, &[("name", &report.name)]);
    html! {
        (DOCTYPE)
        html lang=(report.language) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light";
                title { (title) }
                style { (PreEscaped(STYLE)) }
            }
            body {
                header {
                    p.kicker { (report.questionnaire) " · " time datetime=(report.day) { (report.day) } }
                    h1 { (report.name) }
                    p.lead { (t(Key::ReportLead)) }
                }
                main {
                    (in_short(report, texts))
                    section {
                        h2 { (t(Key::ReportResult)) }
                        (table(t(Key::ReportMeasureScope), &report.headlines, texts))
                        @if report.theme_averaged.is_some() {
                            p { (texts.fill(Key::ReportAveraged, &[("percent", &texts.percent(report.theme_averaged))])) }
                        }
                        @if !report.notices.is_empty() {
                            h3 { (t(Key::HubNotices)) }
                            ul { @for notice in &report.notices { li { (notice) } } }
                        }
                    }
                    section {
                        h2 { (t(Key::ReportByGroup)) }
                        (table(t(Key::ReportMeasureGroup), report.chapters.iter().map(|chapter| &chapter.line), texts))
                    }
                    section {
                        h2 { (t(Key::ReportMethod)) }
                        p { (t(Key::ReportMethodText)) }
                        dl { @for (name, meaning) in &report.scale { dt { (name) } dd { (meaning) } } }
                    }
                    section {
                        h2 { (t(Key::ReportAnswers)) }
                        @for chapter in &report.chapters { (answers(chapter, texts)) }
                    }
                }
                footer { p { (t(Key::AppDisclaimer)) } }
            }
        }
    }
    .into_string()
}

/// The verdict, what it rests on, whom it is about, and the gaps that matter most.
fn in_short(report: &Report, texts: &Texts) -> Markup {
    let t = |key| texts.get(key);
    let Report { summary, scope, reasons, .. } = report;
    html! {
        section {
            h2 { (t(Key::ReportSummary)) }
            p.lead { (summary.sentence) }
            p.kicker { (basis_text(texts, summary)) }
            @let blank = [summary.organisation.is_empty(), scope.is_empty(), reasons.is_empty()];
            @if blank.contains(&false) { dl {
                @if !summary.organisation.is_empty() { dt { (t(Key::ReportOrganisation)) } dd { (summary.organisation) } }
                @if !scope.is_empty() { dt { (t(Key::ReportScopeWords)) } dd { (scope) } }
                @if !reasons.is_empty() { dt { (t(Key::ReportReasons)) } dd { (reasons.join("; ")) } }
            } }
            @if !summary.gaps.is_empty() {
                h3 { (t(Key::ResultGaps)) }
                p.kicker { (t(Key::SummaryGaps)) }
                ol { @for gap in &summary.gaps {
                    li {
                        strong { (gap.item) " " (gap.title) } " · " (probable_text(texts, gap.grade))
                        @if let Some((why, first)) = &gap.help {
                            p { (why) " " strong { (t(Key::ResultFirst)) } " " (first) }
                        }
                    }
                } }
            }
        }
    }
}

fn table<'a>(first: &str, lines: impl IntoIterator<Item = &'a Line>, texts: &Texts) -> Markup {
    let t = |key| texts.get(key);
    html! {
        table.numbers {
            thead { tr {
                th scope="col" { (first) }
                th scope="col" { (t(Key::MeasureConformity)) }
                th scope="col" { (t(Key::MeasureRange)) }
                th.bar scope="col" { span.hidden { (t(Key::ReportChart)) } }
                th scope="col" { (t(Key::MeasureCompleteness)) }
                th scope="col" { (t(Key::ReportMeasureRated)) }
            } }
            tbody { @for Line { label, measure } in lines { tr {
                th scope="row" { (label) }
                @if measure.counts.in_scope == 0 {
                    td colspan="5" { (t(Key::MeasureNothingInScope)) }
                } @else {
                    td { (texts.percent(measure.conformity)) }
                    td { (texts.range(measure)) }
                    td.bar { (bar(measure)) }
                    td { (texts.percent(measure.completeness)) }
                    td { (measure.counts.rated) "/" (measure.counts.in_scope) }
                }
            } } }
        }
    }
}

/// The range as a bar; the numbers stand beside it.
pub(super) fn bar(measure: &Measure) -> Markup {
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

fn answers(chapter: &Chapter, texts: &Texts) -> Markup {
    html! {
        h3 { (chapter.line.label) }
        table.answers {
            thead { tr {
                th scope="col" { (texts.get(Key::ReportItem)) }
                th scope="col" { (texts.get(Key::ReportRating)) }
                th scope="col" { (texts.get(Key::ReportNote)) }
            } }
            tbody { @for entry in &chapter.entries { (row(entry, texts)) } }
        }
    }
}

fn row(entry: &Entry, texts: &Texts) -> Markup {
    let class = match &entry.standing {
        Standing::Rated { .. } => "rated",
        Standing::DontKnow => "dont-know",
        Standing::Unanswered => "open",
        Standing::Excluded => "excluded",
        Standing::NotAsked => "not-asked",
    };
    html! {
        tr class=(class) {
            th scope="row" {
                span.id { (entry.id) } " " (entry.title)
                span.ask { (entry.ask) }
            }
            td { (entry.state) }
            td {
                @if !entry.justification.is_empty() {
                    p.justification { strong { (texts.get(Key::ReportJustification)) " " } (entry.justification) }
                }
                @if !entry.note.is_empty() { p.note { (entry.note) } }
                @if !entry.checks.is_empty() {
                    p { (texts.get(Key::ReportChecks)) }
                    ul.checks { @for (question, answer) in &entry.checks {
                        li { strong { (answer) } " " (question) }
                    } }
                }
            }
        }
    }
}
