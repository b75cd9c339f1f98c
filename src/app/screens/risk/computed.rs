//! The three levels of a risk side by side, and the arithmetic behind them.

use leptos::prelude::*;

use super::{
    super::super::{
        el::{El, el},
        live::part,
        words::{fill, t, texts},
    },
    entry::Entry,
    level::{chip, words},
    naming::with_names,
};
use crate::{
    browser::page,
    domain::{
        id::ItemId,
        risk::{
            criteria::{Criteria, Scale},
            level::{Reduction, RiskResult, Spot},
            register::Treatment,
        },
    },
    text::{
        Key,
        risk::{credit_text, reduction_text, scale_key},
    },
};

/// The section.
pub fn computed(entry: &Entry) -> El {
    // Drawn while somebody looks: it is most of what a changed level changes.
    let shown = RwSignal::new(false);
    let how = {
        let entry = entry.clone();
        let credits = credits(&entry);
        let aim = aim(&entry);
        part(move || {
            let result = if shown.get() { entry.result.get()? } else { return None };
            entry.criteria.with(|criteria| {
                let unit = entry.state.questionnaire().pack.scale().unit();
                let how = credits.with(|credits| how(criteria, unit, &result, credits, aim.get()));
                Some(how.done())
            })
        })
    };
    el("section")
        .is("aria-labelledby", "levels")
        .el(el("h2").is("id", "levels").class("visually-hidden").text(t(Key::RiskLevels)))
        .el(cards(entry))
        .el(el("details")
            .class("risk-how")
            .on("toggle", move |event| shown.set(page::is_open(&event)))
            .el(el("summary").text(t(Key::RiskHow)))
            .child(how))
}

fn cards(entry: &Entry) -> El {
    let card = |name: Key, hint: Key, of: fn(&RiskResult) -> Option<Spot>| {
        let (result, criteria) = (entry.result, entry.criteria);
        // No result, or one without this level.
        let spot = Memo::new(move |_| result.with(|result| result.as_ref().map(of)));
        let level = part(move || {
            let spot = spot.get()?;
            Some(criteria.with(|criteria| level(criteria, spot)))
        });
        el("div")
            .class("card risk-card")
            .el(el("h3").text(t(name)))
            .child(level)
            .el(el("p").class("quiet").text(t(hint)))
    };
    el("div")
        .class("cards risk-cards")
        .el(card(Key::RiskInherent, Key::RiskInherentHint, |result| result.inherent))
        .el(card(Key::RiskCurrent, Key::RiskCurrentHint, |result| result.current))
        .el(card(Key::RiskResidual, Key::RiskResidualHint, |result| result.residual))
}

/// A level, what it is made of and which side of the threshold it is on.
fn level(criteria: &Criteria, spot: Option<Spot>) -> AnyView {
    let chip = el("p").class("risk-card-level").el(chip(criteria, spot));
    let Some(spot) = spot else { return chip.done() };
    let above = spot.level > criteria.threshold;
    let key = if above { Key::RiskAbove } else { Key::RiskWithin };
    let class = if above { "risk-above" } else { "quiet" };
    let pair = el("p").string(words(criteria).pair(spot.likelihood, spot.impact));
    vec![chip.done(), pair.done(), el("p").class(class).text(t(key)).done()].into_any()
}

/// What the aim of the plan follows from.
fn aim(entry: &Entry) -> Memo<Key> {
    let entry = entry.clone();
    Memo::new(move |_| {
        let key = entry.read(|risk| match (risk.residual, risk.treatment) {
            (Some(_), _) => Some(Key::RiskHowOwn),
            (None, Some(Treatment::Retain)) => Some(Key::RiskHowRetained),
            (None, _) => None,
        });
        key.unwrap_or(Key::RiskHowResidual)
    })
}

/// The controls that bear on likelihood and on impact, each with the credit of its rating.
type Credits = (Vec<String>, Vec<String>);

/// Their words follow all changes, but what is drawn of them only their own.
fn credits(entry: &Entry) -> Memo<Credits> {
    let entry = entry.clone();
    Memo::new(move |_| {
        let unit = entry.state.questionnaire().pack.scale().unit();
        with_names(entry.state, |names| {
            let lines = |reduction: &Reduction| {
                let line = |(control, credit): &(ItemId, u64)| {
                    let (name, credit) = (names.item(control), credit_text(*credit, unit));
                    fill(Key::RiskHowCredit, &[("control", &name), ("credit", &credit)])
                };
                reduction.controls.iter().map(line).collect()
            };
            let result = |result: &RiskResult| (lines(&result.likelihood), lines(&result.impact));
            entry.result.with(|it| it.as_ref().map(result).unwrap_or_default())
        })
    })
}

fn how(criteria: &Criteria, unit: u64, result: &RiskResult, credits: &Credits, aim: Key) -> El {
    let steps = result.inherent.zip(result.current).zip(result.residual);
    let Some(((inherent, current), residual)) = steps else {
        return el("p").class("hint").text(t(Key::RiskHowOpen));
    };
    let words = words(criteria);
    let placed = |key: Key, spot: Spot| {
        let values = [
            ("likelihood", words.name(Scale::Likelihood, spot.likelihood)),
            ("impact", words.name(Scale::Impact, spot.impact)),
            ("level", words.level(spot.level)),
        ];
        el("p").string(fill(key, &values))
    };
    let side = |scale: Scale, reduction: &Reduction, credits: &[String], from: usize, to: usize| {
        let lines = credits.iter().map(|line| el("li").string(line.clone()).done());
        let sum = reduction_text(texts(), reduction, unit, criteria.reduction);
        el("div")
            .el(el("h3").text(t(scale_key(scale))))
            .el(el("ul").children(lines))
            .el(el("p").class("risk-sum").string(sum))
            .el(el("p").string(words.fall(scale, from, to, from.saturating_sub(to))))
    };
    let sides = el("div")
        .class("risk-sides")
        .el(side(
            Scale::Likelihood,
            &result.likelihood,
            &credits.0,
            inherent.likelihood,
            current.likelihood,
        ))
        .el(side(Scale::Impact, &result.impact, &credits.1, inherent.impact, current.impact));
    el("div")
        .el(placed(Key::RiskHowInherent, inherent))
        .el(sides)
        .el(el("p").class("hint").text(t(Key::RiskHowCredits)))
        .el(placed(Key::RiskHowCurrent, current))
        .el(placed(aim, residual))
}
