//! The risk register: what is above the threshold, the matrix, and all risks as a table.

pub mod library;
mod map;
mod pick;
mod table;
mod view;

use std::sync::Arc;

use leptos::prelude::*;

use self::view::View;
use super::{
    super::{
        components::{
            button::{Look, button},
            row::{numbered, rows},
            title::title,
            views::views,
        },
        el::{El, el},
        live::{part, text},
        route::{Page, Route},
        state::{State, now},
        words::{fill, t, texts},
    },
    outlook::outlook,
    risk::{
        level::{chip, with_criteria},
        risk_href,
    },
};
use crate::{
    browser::location,
    domain::{
        assessment::Assessment,
        id::AssessmentId,
        outlook::Outlook,
        risk::{
            find::{Column, Filter, Order, found},
            register::Risk,
        },
    },
    text::{Key, risk::count_text},
};

/// What all parts of the page look at.
type Looked = Memo<Option<Arc<Outlook>>>;

/// How many of those above the threshold are listed.
const MOST_ABOVE: usize = 8;

/// The page.
pub fn risks(state: State, id: &AssessmentId) -> Vec<El> {
    let outlook: Looked = outlook(state);
    let view = View::new(id);
    let count = text(move || {
        outlook.with(|outlook| {
            let above = outlook
                .as_ref()
                .map_or(0, |outlook| outlook.risks.iter().filter(|result| result.above).count());
            let count = |assessment: &Assessment| count_text(texts(), assessment.work(), above);
            state.with_assessment(count).unwrap_or_default()
        })
    });
    let any = Memo::new(move |_| {
        state.with_assessment(|assessment| !assessment.work().risks.is_empty()).unwrap_or_default()
    });
    let picking = RwSignal::new(false);
    let empty =
        part(move || (!any.get()).then(|| el("p").class("empty").text(t(Key::RisksEmpty)).done()));
    let rest = {
        let id = id.clone();
        part(move || {
            if !any.get() {
                return None;
            }
            let parts = untrack(|| {
                [
                    above(state, &id, outlook, view),
                    map::map(state, &id, outlook, view),
                    table::table(state, &id, outlook, view),
                ]
            });
            Some(el("div").children(parts).done())
        })
    };
    vec![
        views(id, &Page::Risks),
        title(t(Key::RisksTitle)),
        el("p").class("lead").text(t(Key::RisksLead)),
        el("p").class("risk-count").live(count),
        actions(state, id, picking),
        el("div").child(pick::pick(state, picking)).child(empty).child(rest),
    ]
}

fn actions(state: State, id: &AssessmentId, picking: RwSignal<bool>) -> El {
    let own = {
        let id = id.clone();
        button(Look::Primary, t(Key::RisksAddOwn), move || {
            let risk =
                library::add(state, Risk { number: library::next(state), ..Risk::default() });
            location::go(&Route::Assessment(id.clone(), Page::Risk(risk)).to_string());
        })
        .flag("disabled", state.read_only.into())
    };
    let from =
        button(Look::Plain, t(Key::RisksAddLibrary), move || picking.update(|it| *it = !*it))
            .is("id", pick::OPENER)
            .attr_live("aria-expanded", text(move || picking.get().to_string()))
            .flag("disabled", state.read_only.into());
    let link = |page: Page, label: Key| {
        el("a").attr("href", Route::Assessment(id.clone(), page).href()).text(t(label))
    };
    el("div")
        .class("buttons risk-actions")
        .el(own)
        .el(from)
        .el(link(Page::Criteria, Key::RisksCriteria))
        .el(link(Page::Assets, Key::RisksAssets))
}

/// The risks above the threshold, the highest first.
fn above(state: State, id: &AssessmentId, outlook: Looked, view: View) -> AnyView {
    let id = id.clone();
    part(move || {
        let outlook = outlook.get()?;
        let draw = |assessment: &Assessment| {
            let filter = Filter { above: true, ..Filter::default() };
            let order = Order { by: Column::Current, down: true };
            let work = assessment.work();
            let all = found(work, &outlook.risks, &filter, order, &now());
            if all.is_empty() {
                return None;
            }
            let list = all.iter().take(MOST_ABOVE).map(|(risk, result)| {
                let title = untitled(risk);
                let link = numbered(risk_href(&id, &result.id), format!("R{}", risk.number), title);
                let owner = risk.owner.trim();
                let owner = if owner.is_empty() { t(Key::RisksNobody) } else { owner };
                let owner = fill(Key::WorkOwnedBy, &[("owner", owner)]);
                el("li")
                    .class("row")
                    .el(link)
                    .el(el("span").class("quiet").string(owner))
                    .el(chip(&work.criteria, result.current))
            });
            let list = rows(list);
            let count = all.len();
            let some = (count > MOST_ABOVE).then(|| {
                let numbers = [("shown", &*MOST_ABOVE.to_string()), ("count", &*count.to_string())];
                el("p").class("paper-only").string(fill(Key::RisksAboveSome, &numbers)).done()
            });
            let more = (count > MOST_ABOVE).then(|| {
                let label = fill(Key::RisksAboveMore, &[("count", &count.to_string())]);
                button(Look::Quiet, "", move || view.show(filter.clone())).string(label).done()
            });
            Some(
                el("section")
                    .is("aria-labelledby", "above")
                    .el(el("h2").is("id", "above").text(t(Key::RisksAbove)))
                    .el(el("p").class("hint").text(t(Key::RisksAboveHint)))
                    .el(list)
                    .child_maybe(some)
                    .child_maybe(more)
                    .done(),
            )
        };
        state.with_assessment(draw).flatten()
    })
}

/// The title of a risk, or what stands in its place.
fn untitled(risk: &Risk) -> String {
    let title = risk.title.trim();
    if title.is_empty() { t(Key::RiskUntitled).to_owned() } else { title.to_owned() }
}

/// Numbers of levels of likelihood and impact.
fn sizes(state: State) -> (usize, usize) {
    with_criteria(state, |criteria| (criteria.likelihood.len(), criteria.impact.len()))
}
