//! The view by the functions of the NIST Cybersecurity Framework.

use super::{
    super::{
        super::{
            components::{badge::badge, row::item_href},
            el::{El, el},
            live::part,
            state::State,
            words::{fill, t},
        },
        bars::{Bar, bars},
        contents::heading,
        fold::fold,
        why::division,
    },
    FUNCTIONS, summary_of,
};
use crate::{
    domain::{
        csf::{FunctionResult, functions as results},
        id::AssessmentId,
        ratio::Ratio,
        scope::Standing,
        score::Number,
    },
    text::{
        Key,
        names::{function_key, name_and_rule},
    },
};

/// The chart, on what it rests, and how each number was computed.
pub fn functions(state: State, id: &AssessmentId) -> El {
    let own = id.clone();
    let content = part(move || {
        let pack = &state.questionnaire().pack;
        let mut functions =
            state.with_evaluation(|evaluation| Vec::from(results(pack, evaluation)))?;
        functions.retain(|result| result.measure.counts.items > 0);
        let lines = functions.iter().map(|result| Bar {
            label: t(function_key(result.function)).to_owned(),
            sum: false,
            measure: result.measure,
            why: None,
        });
        let numbers =
            functions.iter().map(|of| (t(function_key(of.function)), of.measure.conformity));
        let summary = summary_of(numbers);
        let chart = bars(t(Key::DashboardCsf).to_owned(), Key::DashboardFunction, lines);
        let sums = functions.iter().map(|result| sum(state, &own, result).done());
        let sums = el("div").class("sums").children(sums);
        let sums = el("section").class("sums-part").el(el("h3").text(t(Key::MeasureWhy))).el(sums);
        Some(el("div").child_maybe(summary).el(chart).el(sums).done())
    });
    el("section")
        .el(heading(FUNCTIONS))
        .el(el("p").class("hint").text(t(Key::DashboardCsfBasis)))
        .el(fold(id, "functions", Key::DashboardCsfFold, el("div").child(content)))
}

/// The arithmetic of a function and its items.
fn sum(state: State, id: &AssessmentId, result: &FunctionResult) -> El {
    let questionnaire = state.questionnaire();
    let sums = Number::ALL.into_iter().zip(result.sums).map(|(number, (num, den))| {
        let (name, rule) = name_and_rule(number);
        let sum = match Ratio::new(num, den) {
            Some(value) => division(num.into(), den.into(), value),
            None => t(Key::WhyUndefined).to_owned(),
        };
        let term = el("dt").text(t(name)).text(" ").el(el("span").string(sum));
        el("div").el(term).el(el("dd").class("quiet").text(t(rule))).done()
    });
    let unit = questionnaire.pack.scale().unit().to_string();
    let units = fill(Key::WhyUnits, &[("unit", &unit)]);
    let item = |(item, standing): &(_, Standing)| {
        let title = questionnaire.texts.full_title(item);
        let title = format!("{item} {title}");
        let link = el("a").attr("href", item_href(id, item)).string(title);
        el("li").el(link).child(badge(state, standing)).done()
    };
    el("details")
        .el(el("summary").text(t(function_key(result.function))))
        .el(el("dl").children(sums))
        .el(el("p").class("quiet").string(units))
        .el(el("ul")
            .is("aria-label", t(function_key(result.function)))
            .children(result.items.iter().map(item)))
}
