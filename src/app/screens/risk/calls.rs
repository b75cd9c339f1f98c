//! Which risks call for a control.

use leptos::prelude::*;

use super::{
    super::super::{
        el::el,
        live::part,
        state::State,
        words::{fill, t, texts},
    },
    risk_href, risks_href,
};
use crate::{
    domain::{
        assessment::Assessment,
        id::{AssessmentId, ItemId, RiskId},
    },
    text::{Key, risk::risk_name},
};

/// How many are named.
const MOST: usize = 4;

/// A line with the risks that a control treats; nothing while there are none.
pub fn calls(state: State, id: AssessmentId, control: ItemId) -> AnyView {
    let named = Memo::new(move |_| {
        let treated = |assessment: &Assessment| -> Vec<(RiskId, String)> {
            let risks = assessment.work().risks_in_order();
            let treated = risks.filter(|(_, risk)| risk.is_treated_by(&control));
            treated
                .map(|(id, risk)| (id.clone(), risk_name(texts(), risk.number, &risk.title)))
                .collect()
        };
        state.with_assessment(treated).unwrap_or_default()
    });
    part(move || {
        let named = named.get();
        if named.is_empty() {
            return None;
        }
        let item = |href: String, words: String| {
            el("li").el(el("a").attr("href", href).string(words)).done()
        };
        let more = named.len().checked_sub(MOST).filter(|more| *more > 0);
        let links =
            named.into_iter().take(MOST).map(|(risk, name)| item(risk_href(&id, &risk), name));
        let mut links: Vec<AnyView> = links.collect();
        links.extend(more.map(|more| {
            item(risks_href(&id), fill(Key::RiskCallsMore, &[("count", &more.to_string())]))
        }));
        let label = el("span").class("quiet").is("id", "calls").text(t(Key::RiskCalls));
        let list = el("ul").is("aria-labelledby", "calls").children(links);
        Some(el("div").class("risk-calls").el(label).el(list).done())
    })
}
