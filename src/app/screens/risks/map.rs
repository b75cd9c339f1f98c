//! The matrix with the risks in it: where each stands today, and the way of the one that is pointed at.

use leptos::prelude::*;

use super::{
    super::{
        super::{
            charts::risk_arrows::{Arrow, risk_arrows},
            components::button::{Look, button},
            el::{El, el},
            live::part,
            state::State,
            words::{fill, t, texts},
        },
        risk::{
            level::{matrix, with_criteria, words},
            risk_href,
        },
    },
    Looked, sizes,
    view::{HEADING, View},
};
use crate::{
    browser::page,
    domain::{
        assessment::Assessment,
        id::{AssessmentId, RiskId},
        risk::{find::Filter, level::RiskResult},
    },
    text::{Key, risk::risk_name},
};

/// How many numbers a cell has room for.
const MOST: usize = 4;
/// Of how many risks all ways are drawn at once.
const FEW: usize = 5;

/// The section.
pub fn map(state: State, id: &AssessmentId, outlook: Looked, view: View) -> AnyView {
    let pointed = RwSignal::new(None::<RiskId>);
    // Whose way a finger has asked for: the next tap on the same number goes there.
    let tapped = StoredValue::new(None::<RiskId>);
    let (id, way_id) = (id.clone(), id.clone());
    let drawn = part(move || {
        let results = outlook.get()?;
        // Names and colours follow by themselves, the number of levels doesn't.
        let (rows, columns) = sizes(state);
        let over = {
            let results = results.clone();
            part(move || Some(risk_arrows(arrows((columns, rows), &results.risks, pointed))))
        };
        let cell = |likelihood: usize, impact: usize| {
            let here = results.risks.iter().filter(|result| {
                result.current.is_some_and(|at| (at.likelihood, at.impact) == (likelihood, impact))
            });
            let here: Vec<&RiskResult> = here.collect();
            let level = with_criteria(state, |criteria| {
                words(criteria).level(criteria.level(likelihood, impact)).to_owned()
            });
            let level = el("span").class("matrix-level").string(level).done();
            vec![cell(state, &id, view, &here, (pointed, tapped)), level].into_any()
        };
        Some(untrack(|| matrix(state, Key::RisksMatrix, cell, Some(over)).done()))
    });
    let way = part(move || {
        let shown = pointed.get()?;
        let results = outlook.get()?;
        let result = results.risks.iter().find(|result| result.id == shown)?;
        let number = format!("R{}", number_of(state, &shown)?);
        let open = el("a")
            .attr("href", risk_href(&way_id, &shown))
            .string(fill(Key::RisksWayOpen, &[("risk", &number)]));
        Some(el("span").string(way(state, result)).text(" ").el(open).done())
    });
    // Many numbers are many stops of the Tab key. No arrow keys instead: see decision 12.
    let skip = button(Look::Plain, t(Key::RisksMatrixSkip), || page::focus(HEADING));
    el("section")
        .is("aria-labelledby", "map")
        .el(el("h2").is("id", "map").text(t(Key::RisksMatrix)))
        .el(el("p").class("hint no-paper").text(t(Key::RisksMatrixHint)))
        .el(el("div").class("matrix-skip").el(skip))
        .child(drawn)
        .el(el("p").class("risk-way").child(way))
        .done()
}

/// The way of the risk that is pointed at, or of all while there are few.
fn arrows(
    sizes: (usize, usize),
    results: &[RiskResult],
    pointed: RwSignal<Option<RiskId>>,
) -> Vec<Arrow> {
    let pointed = pointed.get();
    let is_few = results.len() <= FEW;
    let shown = results.iter().filter(|result| match &pointed {
        Some(id) => result.id == *id,
        None => is_few,
    });
    shown.filter_map(|result| Arrow::new(sizes, result)).collect()
}

/// The number of a risk in the register.
fn number_of(state: State, id: &RiskId) -> Option<u64> {
    state.with_assessment(|assessment| Some(assessment.work().risks.get(id)?.number)).flatten()
}

/// The levels of a risk in a sentence.
fn way(state: State, result: &RiskResult) -> String {
    let risk = |assessment: &Assessment| {
        let risk = assessment.work().risks.get(&result.id)?;
        Some(risk_name(texts(), risk.number, &risk.title))
    };
    let name = state.with_assessment(risk).flatten().unwrap_or_default();
    with_criteria(state, |criteria| {
        let words = words(criteria);
        let values = [
            ("risk", name.as_str()),
            ("inherent", words.spot(result.inherent)),
            ("current", words.spot(result.current)),
            ("residual", words.spot(result.residual)),
        ];
        fill(Key::RisksWay, &values)
    })
}

fn cell(
    state: State,
    id: &AssessmentId,
    view: View,
    here: &[&RiskResult],
    (pointed, tapped): (RwSignal<Option<RiskId>>, StoredValue<Option<RiskId>>),
) -> AnyView {
    let shown = if here.len() > MOST { MOST.saturating_sub(1) } else { MOST };
    let links = here.iter().take(shown).map(|result| {
        let point = {
            let id = result.id.clone();
            move |_| pointed.set(Some(id.clone()))
        };
        let words = way(state, result);
        let tap = {
            let (id, words) = (result.id.clone(), words.clone());
            move |event: web_sys::Event| {
                let again = tapped.with_value(|tapped| tapped.as_ref() == Some(&id));
                if again || !page::is_tap(&event) {
                    return;
                }
                event.prevent_default();
                tapped.set_value(Some(id.clone()));
                pointed.set(Some(id.clone()));
                state.messages.announce(words.clone());
            }
        };
        let number = number_of(state, &result.id).unwrap_or_default();
        el("a")
            .class("matrix-risk")
            .attr("href", risk_href(id, &result.id))
            .attr("aria-label", words)
            .on("mouseenter", point.clone())
            .on("focus", point)
            .on("click", tap)
            .string(format!("R{number}"))
            .done()
    });
    let more = here.len().saturating_sub(shown);
    let place = here.first().and_then(|result| result.current).filter(|_| more > 0);
    let more = place.map(|spot| {
        let name =
            with_criteria(state, |criteria| words(criteria).pair(spot.likelihood, spot.impact));
        let label = fill(Key::RisksMatrixMore, &[("count", &format!("+{more}")), ("place", &name)]);
        let at = Some((spot.likelihood, spot.impact));
        more_button(more, label, move || view.show(Filter { at, ..Filter::default() })).done()
    });
    el("div").class("matrix-risks").children(links.collect::<Vec<_>>()).child_maybe(more).done()
}

fn more_button(more: usize, label: String, act: impl Fn() + 'static) -> El {
    button(Look::Quiet, "", act).attr("aria-label", label).string(format!("+{more}"))
}
