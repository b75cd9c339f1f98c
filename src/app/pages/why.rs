//! "How was this computed?": the rule, the items counted, the arithmetic.

use super::super::{
    components::{badge::badge, crumbs::crumbs, title::title},
    el::{El, el},
    live::part,
    route::{Page, Route},
    state::State,
    words::{fill, t},
};
use crate::{
    domain::{
        explain::{Explanation, Subject, Term, explain},
        id::AssessmentId,
        score::Number,
    },
    report::model::percent,
    text::Key,
};

const fn name_and_rule(number: Number) -> (Key, Key) {
    match number {
        Number::Conformity => (Key::MeasureConformity, Key::WhyRuleConformity),
        Number::Low => (Key::WhyLow, Key::WhyRuleLow),
        Number::High => (Key::WhyHigh, Key::WhyRuleHigh),
        Number::Completeness => (Key::MeasureCompleteness, Key::WhyRuleCompleteness),
    }
}

/// The page.
pub fn why(state: State, id: &AssessmentId, number: Number, subject: Subject) -> Vec<El> {
    let (name, rule) = name_and_rule(number);
    let label = subject_label(state, &subject);
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
        crumbs(id, []),
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
        Subject::Group(group) => format!("{group} {}", texts.group(group)),
        Subject::Attribute(_, value) => texts.value(value.as_str()).to_owned(),
    }
}

fn arithmetic(state: State, id: &AssessmentId, explanation: Explanation) -> El {
    let Explanation { unit, num, den, value, terms, .. } = explanation;
    let sum = if den == 0 {
        t(Key::WhyUndefined).to_owned()
    } else {
        fill(
            Key::WhySum,
            &[("num", &num.to_string()), ("den", &den.to_string()), ("percent", &percent(value))],
        )
    };
    let mut parts = el("div").el(el("p").class("sum").string(sum));
    if unit > 1 {
        let units = fill(Key::WhyUnits, &[("unit", &unit.to_string())]);
        parts = parts.el(el("p").class("quiet").string(units));
    }
    let head = |key: Key| el("th").is("scope", "col").text(t(key));
    let head = el("tr")
        .el(head(Key::ReportItem))
        .el(head(Key::ReportRating))
        .el(head(Key::WhyWeight).class("number"))
        .el(head(Key::WhyAbove).class("number"))
        .el(head(Key::WhyBelow).class("number"));
    let total = el("th").is("scope", "row").is("colspan", "3").text(t(Key::WhyTotal));
    let total =
        el("tr").el(total).el(number_cell(num.to_string())).el(number_cell(den.to_string()));
    let rows = terms.into_iter().map(|term| term_row(state, id, term).done());
    let table = el("table")
        .class("table")
        .el(el("thead").el(head))
        .el(el("tbody").children(rows))
        .el(el("tfoot").el(total));
    parts.el(el("div").class("table-scroll").el(table))
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
        .el(el("td").child(badge(state, move || standing.clone())))
        .el(number_cell(weight.to_string()))
        .el(number_cell(above))
        .el(number_cell(below))
}
