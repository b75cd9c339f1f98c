//! How likely and how bad a risk would be without controls.

use leptos::prelude::*;

use super::{
    super::{
        super::{
            components::segments::clear_button,
            el::{El, el},
            live::{part, text},
            words::{t, texts},
        },
        risks::library,
    },
    entry::{Entry, option},
    level::{sizes, words},
};
use crate::{
    domain::risk::{criteria::Scale, register::Risk},
    text::{Hints, Key},
};

/// The section.
pub fn judge(entry: &Entry) -> El {
    let sizes = sizes(entry.state);
    let scales = [Scale::Likelihood, Scale::Impact].map(|scale| {
        let entry = entry.clone();
        part(move || {
            let (likelihood, impact) = sizes.get();
            let levels = if scale == Scale::Likelihood { likelihood } else { impact };
            Some(untrack(|| levels_of(&entry, scale, levels)).done())
        })
    });
    el("section")
        .class("work")
        .el(el("h2").text(t(Key::RiskJudge)))
        .el(el("p").class("hint").text(t(Key::RiskJudgeHint)))
        .child(question(entry))
        .el(el("div").class("risk-sides").children(scales))
}

const fn chosen(risk: &mut Risk, scale: Scale) -> &mut Option<usize> {
    match scale {
        Scale::Likelihood => &mut risk.likelihood,
        Scale::Impact => &mut risk.impact,
    }
}

const fn level_of(risk: &Risk, scale: Scale) -> Option<usize> {
    match scale {
        Scale::Likelihood => risk.likelihood,
        Scale::Impact => risk.impact,
    }
}

/// What the library advises to ask.
fn question(entry: &Entry) -> AnyView {
    let entry = entry.clone();
    part(move || {
        let scenario = entry.read(|risk| risk.scenario.clone())?;
        let words = library::words(entry.state, &scenario)?;
        let label = el("strong").text(t(Key::RiskQuestion));
        Some(el("p").class("risk-question").el(label).text(" ").text(&words.question).done())
    })
}

fn levels_of(entry: &Entry, scale: Scale, levels: usize) -> El {
    let (name, legend) = match scale {
        Scale::Likelihood => ("likelihood", Key::RiskLikelihoodAsk),
        Scale::Impact => ("impact", Key::RiskImpactAsk),
    };
    let options = (0..levels).map(|level| {
        let criteria = entry.criteria;
        let meaning = text(move || criteria.with(|it| words(it).meaning(scale, level).to_owned()));
        let called = text(move || criteria.with(|it| words(it).name(scale, level).to_owned()));
        let is_chosen = entry.flag(move |risk| level_of(risk, scale) == Some(level));
        let choose = {
            let entry = entry.clone();
            move || entry.edit(|risk| *chosen(risk, scale) = Some(level))
        };
        let id = (name, format!("{name}-{level}"));
        option(id, called, meaning, is_chosen, choose).done()
    });
    let options: Vec<AnyView> = options.collect();
    let cleared = entry.clone();
    let clear =
        clear_button(Key::RiskClear, move || cleared.edit(|risk| *chosen(risk, scale) = None));
    el("fieldset")
        .class("rating risk-scale")
        .el(el("legend").text(t(legend)))
        .child(hints(entry, scale))
        .children(options)
        .el(clear)
}

/// What speaks for less and for more, by the scenario that the risk was made from.
fn hints(entry: &Entry, scale: Scale) -> AnyView {
    let entry = entry.clone();
    part(move || {
        let scenario = entry.read(|risk| risk.scenario.clone())?;
        let words = library::words(entry.state, &scenario)?;
        let Hints { lower, higher } = match scale {
            Scale::Likelihood => &words.likelihood,
            Scale::Impact => &words.impact,
        };
        let hint = |label: Key, words: &'static str| {
            el("div").el(el("dt").text(texts().get(label))).el(el("dd").text(words)).done()
        };
        Some(
            el("dl")
                .class("risk-hints")
                .child(hint(Key::RiskLower, lower))
                .child(hint(Key::RiskHigher, higher))
                .done(),
        )
    })
}
