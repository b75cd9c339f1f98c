//! "How was this computed?": the rule, the items counted, the arithmetic.

use leptos::prelude::*;

use super::super::{
    components::{badge::badge, crumbs::crumbs, title::title},
    el::{El, el},
    live::part,
    pages::failed::nowhere,
    route::{Page, Route},
    state::State,
    words::{fill, percent, t},
};
use crate::{
    domain::{
        evaluation::GroupResult,
        explain::{Explanation, Subject, Term, explain},
        id::{AssessmentId, GroupId},
        ratio::Ratio,
        scope::Standing,
        score::Number,
    },
    text::{Key, PackTexts},
};

const fn name_and_rule(number: Number) -> (Key, Key) {
    match number {
        Number::Conformity => (Key::MeasureConformity, Key::WhyRuleConformity),
        Number::Low => (Key::WhyLow, Key::WhyRuleLow),
        Number::High => (Key::WhyHigh, Key::WhyRuleHigh),
        Number::Completeness => (Key::WhyCompleteness, Key::WhyRuleCompleteness),
    }
}

/// The page.
pub fn why(state: State, id: &AssessmentId, number: Number, subject: Subject) -> Vec<El> {
    if state.measure(subject.clone()).get_untracked().is_none() {
        return nowhere();
    }
    let (name, rule) = name_and_rule(number);
    let label = subject_label(state, &subject);
    let above = match &subject {
        Subject::Group(group) => Some(group_link(id, group, label.clone())),
        Subject::Everything | Subject::Section(_) | Subject::Attribute(..) => None,
    };
    let others = Number::ALL.map(|other| {
        let href = Route::Assessment(id.clone(), Page::Why(other, subject.clone())).href();
        let current = (other == number).then(|| "page".to_owned());
        let link = el("a").attr("href", href).attr_maybe("aria-current", current);
        el("li").el(link.text(t(name_and_rule(other).0))).done()
    });
    let arithmetic = {
        let id = id.clone();
        part(move || {
            let questionnaire = state.questionnaire();
            let explanation = state.with_assessment(|assessment| {
                explain(&questionnaire.pack, assessment, subject.clone(), number)
            })?;
            Some(arithmetic(state, &id, explanation).done())
        })
    };
    let tabs = el("nav").is("aria-label", t(Key::WhyNumbers));
    vec![
        crumbs(id, above),
        title(fill(Key::WhyTitle, &[("number", t(name)), ("subject", &label)])),
        tabs.el(el("ul").class("tabs").children(others)),
        el("p").class("lead").text(t(rule)),
        el("div").child(arithmetic),
    ]
}

fn subject_label(state: State, subject: &Subject) -> String {
    let texts = &state.questionnaire().texts;
    match subject {
        Subject::Everything => t(Key::MeasureEverything).to_owned(),
        Subject::Section(section) => texts.section(section).to_owned(),
        Subject::Group(group) => group_label(texts, group),
        Subject::Attribute(_, value) => texts.value(value.as_str()).to_owned(),
    }
}

fn group_label(texts: &PackTexts, group: &GroupId) -> String {
    format!("{group} {}", texts.group(group))
}

fn group_link(id: &AssessmentId, group: &GroupId, label: String) -> El {
    let href = Route::Assessment(id.clone(), Page::Group(group.clone())).href();
    el("a").attr("href", href).string(label)
}

/// The page of the mean over clauses and themes.
pub fn averaged(state: State, id: &AssessmentId) -> Vec<El> {
    let rows = {
        let id = id.clone();
        part(move || {
            let texts = &state.questionnaire().texts;
            state.with_evaluation(|evaluation| {
                let row = |GroupResult { id: group, measure }: &GroupResult| {
                    let link = group_link(&id, group, group_label(texts, group));
                    let shown = measure.conformity.map_or_else(
                        || t(Key::WhyNotCounted).to_owned(),
                        |conformity| division(conformity.num(), conformity.den(), conformity),
                    );
                    el("tr").el(el("th").is("scope", "row").el(link)).el(number_cell(shown)).done()
                };
                let total = el("tr")
                    .el(el("th").is("scope", "row").text(t(Key::WhyMean)))
                    .el(number_cell(percent(evaluation.theme_averaged.conformity)));
                let head = el("tr")
                    .el(column(Key::ReportMeasureGroup))
                    .el(column(Key::MeasureConformity).class("number"));
                el("table")
                    .class("table")
                    .el(el("thead").el(head))
                    .el(el("tbody").children(evaluation.groups.iter().map(row)))
                    .el(el("tfoot").el(total))
                    .done()
            })
        })
    };
    vec![
        crumbs(id, []),
        title(t(Key::WhyAverageTitle)),
        el("p").class("lead").text(t(Key::WhyAverageRule)),
        el("div").child(rows),
    ]
}

fn column(name: Key) -> El {
    el("th").is("scope", "col").text(t(name))
}

fn division(num: u128, den: u128, value: Ratio) -> String {
    let (num, den) = (num.to_string(), den.to_string());
    fill(Key::WhySum, &[("num", &num), ("den", &den), ("percent", &percent(Some(value)))])
}

fn arithmetic(state: State, id: &AssessmentId, explanation: Explanation) -> El {
    let Explanation { unit, num, den, value, terms, .. } = explanation;
    let in_scope = terms.iter().any(|term| term.standing != Standing::Excluded);
    let sum = match value {
        Some(value) => division(num.into(), den.into(), value),
        None => t(if in_scope { Key::WhyUndefined } else { Key::MeasureNothingInScope }).to_owned(),
    };
    let mut parts = el("div").el(el("p").class("sum").string(sum));
    if unit > 1 {
        let units = fill(Key::WhyUnits, &[("unit", &unit.to_string())]);
        parts = parts.el(el("p").class("quiet").string(units));
    }
    let head = el("tr")
        .el(column(Key::ReportItem))
        .el(column(Key::ReportRating))
        .el(column(Key::WhyWeight).class("number"))
        .el(column(Key::WhyAbove).class("number"))
        .el(column(Key::WhyBelow).class("number"));
    let total = el("th").is("scope", "row").is("colspan", "3").text(t(Key::WhyTotal));
    let total =
        el("tr").el(total).el(number_cell(num.to_string())).el(number_cell(den.to_string()));
    let rows = terms.into_iter().map(|term| term_row(state, id, term).done());
    let table = el("table")
        .class("table terms")
        .el(el("thead").el(head))
        .el(el("tbody").children(rows))
        .el(el("tfoot").el(total));
    parts.el(table)
}

fn number_cell(number: String) -> El {
    el("td").class("number").string(number)
}

fn term_row(state: State, id: &AssessmentId, term: Term) -> El {
    let Term { item, weight, standing, num, den } = term;
    let title = format!("{item} {}", state.questionnaire().texts.title(&item));
    let href = Route::Assessment(id.clone(), Page::Item(item)).href();
    let (above, below) = if den == 0 {
        (t(Key::WhyNotCounted).to_owned(), String::new())
    } else {
        (num.to_string(), den.to_string())
    };
    let link = el("a").attr("href", href).string(title);
    el("tr")
        .el(el("th").is("scope", "row").el(link))
        .el(el("td").child(badge(state, &standing)))
        .el(number_cell(weight.to_string()))
        .el(number_cell(above))
        .el(number_cell(below))
}
