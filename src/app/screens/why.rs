//! "How was this computed?": the rule, the items counted, the arithmetic.

use leptos::prelude::*;

use super::super::{
    components::{badge::badge, crumbs::crumbs, title::title},
    el::{El, el},
    live::part,
    pages::failed::nowhere,
    route::{Page, Route},
    state::State,
    words::{fill, percent, range, t, texts},
};
use crate::{
    domain::{
        average::average,
        evaluation::GroupResult,
        explain::{Explanation, Subject, Term, explain},
        id::{AssessmentId, GroupId},
        ratio::Ratio,
        scope::Standing,
        score::{Measure, Number},
    },
    report::row::subject_text,
    text::{
        Key,
        names::{self, name_and_rule},
    },
};

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
    subject_text(texts(), &state.questionnaire().texts, subject)
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
            let questionnaire = state.questionnaire();
            let pack = &questionnaire.pack;
            let label = |subject: Subject| subject_text(texts(), &questionnaire.texts, &subject);
            state.with_evaluation(|evaluation| {
                let row = |GroupResult { id: group, measure }: &GroupResult| {
                    let link = group_link(&id, group, label(Subject::Group(group.clone())));
                    let shown = measure.conformity.map_or_else(
                        || t(Key::WhyNotCounted).to_owned(),
                        |conformity| division(conformity.num(), conformity.den(), conformity),
                    );
                    averaged_row(el("th").el(link), shown, measure)
                };
                let mean = |name: String, groups: &[GroupResult]| {
                    let mean = average(groups);
                    averaged_row(el("th").string(name), percent(mean.conformity), &mean)
                };
                let sections = pack.sections().iter().map(|section| {
                    let name = label(Subject::Section(section.id.clone()));
                    let groups = evaluation.groups.get(section.groups.clone());
                    let name = fill(Key::WhyAverageOf, &[("section", &name)]);
                    mean(name, groups.unwrap_or_default())
                });
                let total = mean(t(Key::WhyMean).to_owned(), &evaluation.groups);
                let head = el("tr")
                    .el(column(Key::ReportsMeasureGroup))
                    .el(column(Key::MeasureConformity).class("number"))
                    .el(column(Key::MeasureRange).class("number"))
                    .el(column(Key::MeasureCompleteness).class("number"));
                el("table")
                    .class("table averages")
                    .el(el("thead").el(head))
                    .el(el("tbody").children(evaluation.groups.iter().map(row)))
                    .el(el("tfoot").children(sections).child(total))
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

fn averaged_row(name: El, conformity: String, measure: &Measure) -> AnyView {
    el("tr")
        .el(name.is("scope", "row"))
        .el(number_cell(conformity))
        .el(number_cell(range(measure)))
        .el(number_cell(percent(measure.completeness)))
        .done()
}

fn column(name: Key) -> El {
    el("th").is("scope", "col").text(t(name))
}

/// A division as it is shown.
pub fn division(num: u128, den: u128, value: Ratio) -> String {
    names::division(texts(), num, den, value)
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
        .el(column(Key::ReportsItem))
        .el(column(Key::ReportsRating))
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
    let questionnaire = state.questionnaire();
    let title = questionnaire.texts.full_title(&item);
    let title = format!("{item} {title}");
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
