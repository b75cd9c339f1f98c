//! The three levels of a risk side by side, and the arithmetic behind them.

use leptos::prelude::*;

use super::{
    super::super::{
        el::{El, el},
        live::part,
        words::{fill, t, texts},
    },
    entry::Entry,
    level::{chip, with_criteria, words},
    naming::with_names,
};
use crate::{
    domain::risk::{
        criteria::{Criteria, Scale},
        level::{Reduction, RiskResult, Spot},
        register::Treatment,
    },
    text::{
        Key,
        risk::{credit_text, reduction_text, scale_key},
    },
};

/// The section.
pub fn computed(entry: &Entry) -> El {
    let cards = {
        let entry = entry.clone();
        part(move || {
            let result = entry.result.get()?;
            with_criteria(entry.state, |criteria| Some(cards(criteria, &result).done()))
        })
    };
    let how = {
        let entry = entry.clone();
        part(move || Some(how(&entry, &entry.result.get()?).done()))
    };
    el("section")
        .is("aria-labelledby", "levels")
        .el(el("h2").is("id", "levels").class("visually-hidden").text(t(Key::RiskLevels)))
        .child(cards)
        .el(el("details").class("risk-how").el(el("summary").text(t(Key::RiskHow))).child(how))
}

fn cards(criteria: &Criteria, result: &RiskResult) -> El {
    let card = |name: Key, hint: Key, spot: Option<Spot>| {
        let words = words(criteria);
        let standing = spot.map(|spot| {
            let above = spot.level > criteria.threshold;
            let key = if above { Key::RiskAbove } else { Key::RiskWithin };
            let class = if above { "risk-above" } else { "quiet" };
            el("p").class(class).text(t(key)).done()
        });
        let pair = spot.map(|spot| el("p").string(words.pair(spot.likelihood, spot.impact)).done());
        el("div")
            .class("card risk-card")
            .el(el("h3").text(t(name)))
            .el(el("p").class("risk-card-level").el(chip(criteria, spot)))
            .child_maybe(pair)
            .child_maybe(standing)
            .el(el("p").class("quiet").text(t(hint)))
    };
    el("div")
        .class("cards risk-cards")
        .el(card(Key::RiskInherent, Key::RiskInherentHint, result.inherent))
        .el(card(Key::RiskCurrent, Key::RiskCurrentHint, result.current))
        .el(card(Key::RiskResidual, Key::RiskResidualHint, result.residual))
}

fn how(entry: &Entry, result: &RiskResult) -> El {
    let steps = result.inherent.zip(result.current).zip(result.residual);
    let Some(((inherent, current), residual)) = steps else {
        return el("p").class("hint").text(t(Key::RiskHowOpen));
    };
    let unit = entry.state.questionnaire().pack.scale().unit();
    let key = entry.read(|risk| match (risk.residual, risk.treatment) {
        (Some(_), _) => Some(Key::RiskHowOwn),
        (None, Some(Treatment::Retain)) => Some(Key::RiskHowRetained),
        (None, _) => None,
    });
    let key = key.unwrap_or(Key::RiskHowResidual);
    with_criteria(entry.state, |criteria| {
        let words = words(criteria);
        let placed = |key: Key, spot: Spot| {
            let values = [
                ("likelihood", words.name(Scale::Likelihood, spot.likelihood)),
                ("impact", words.name(Scale::Impact, spot.impact)),
                ("level", words.level(spot.level)),
            ];
            el("p").string(fill(key, &values))
        };
        let side = |scale: Scale, reduction: &Reduction, from: usize, to: usize| {
            let by = from.saturating_sub(to);
            let sum = reduction_text(texts(), reduction, unit, criteria.reduction);
            el("div")
                .el(el("h3").text(t(scale_key(scale))))
                .el(credits(entry, reduction, unit))
                .el(el("p").class("risk-sum").string(sum))
                .el(el("p").string(words.fall(scale, from, to, by)))
        };
        let (likelihood, impact) = (&result.likelihood, &result.impact);
        Some(
            el("div")
                .el(placed(Key::RiskHowInherent, inherent))
                .el(el("div")
                    .class("risk-sides")
                    .el(side(
                        Scale::Likelihood,
                        likelihood,
                        inherent.likelihood,
                        current.likelihood,
                    ))
                    .el(side(Scale::Impact, impact, inherent.impact, current.impact)))
                .el(el("p").class("hint").text(t(Key::RiskHowCredits)))
                .el(placed(Key::RiskHowCurrent, current))
                .el(placed(key, residual)),
        )
    })
    .unwrap_or_else(|| el("p"))
}

/// The controls that bear on a side, each with the credit of its rating.
fn credits(entry: &Entry, reduction: &Reduction, unit: u64) -> El {
    let lines = reduction.controls.iter().map(|(control, credit)| {
        let name = with_names(entry.state, |names| names.item(control));
        let values = [("control", name.as_str()), ("credit", &credit_text(*credit, unit))];
        el("li").string(fill(Key::RiskHowCredit, &values)).done()
    });
    el("ul").children(lines.collect::<Vec<_>>())
}
