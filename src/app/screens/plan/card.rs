//! An action on the board.

use leptos::prelude::*;

use super::{
    super::super::{
        components::{
            button::{Look, button_for},
            row::item_href,
        },
        el::{El, el},
        live::part,
        words::{fill, t},
    },
    Plan, due_text, edit_id, focus_action, name,
};
use crate::{
    domain::{
        id::{ItemId, PlannedId},
        plan::{Planned, PlannedState},
    },
    text::{Key, outcome::effort_key},
};

/// The card, which follows its action.
pub fn card(plan: Plan, id: PlannedId) -> El {
    let planned = plan.follow(&id);
    let content = part(move || Some(content(plan, &id, &planned.get()?)));
    el("li").class("card plan-card").child(content)
}

fn content(plan: Plan, id: &PlannedId, planned: &Planned) -> AnyView {
    let owner = planned.owner.trim();
    let owner = (!owner.is_empty())
        .then(|| el("span").string(fill(Key::WorkOwnedBy, &[("owner", owner)])).done());
    let meta = el("p")
        .class("plan-meta")
        .child_maybe(owner)
        .child_maybe(due_text(planned).map(El::done))
        .el(el("span").text(t(effort_key(planned.effort))));
    let unrated = unrated(plan, planned);
    let closes = if unrated.is_empty() {
        items(plan, &planned.items)
    } else {
        el("div").el(el("p").class("hint").text(t(Key::PlanRate))).el(items(plan, &unrated))
    };
    vec![
        el("h4").string(name(planned)).done(),
        meta.done(),
        closes.done(),
        ways(plan, id, planned).done(),
    ]
    .into_any()
}

/// The numbers of items, each a link.
pub fn items(plan: Plan, items: &[ItemId]) -> El {
    // Names don't change here, and a card follows its action alone.
    let named = untrack(|| {
        plan.with_names(|names| {
            items.iter().map(|item| (item.clone(), names.item(item))).collect::<Vec<_>>()
        })
    });
    let mut line = el("p").class("plan-items");
    for (item, title) in named.unwrap_or_default() {
        let href = plan.assessment.with_value(|id| item_href(id, &item));
        let way = el("a").attr("href", href).attr("aria-label", title.clone()).attr("title", title);
        line = line.el(way.string(item.to_string())).text(" ");
    }
    line
}

/// Items of what is done that aren't rated as fully in place: doing is no rating.
fn unrated(plan: Plan, planned: &Planned) -> Vec<ItemId> {
    if planned.state != PlannedState::Done {
        return Vec::new();
    }
    plan.outlook.with(|outlook| {
        let open = |item: &&ItemId| {
            outlook.as_ref().is_some_and(|it| it.priorities.iter().any(|one| one.item == **item))
        };
        planned.items.iter().filter(open).cloned().collect()
    })
}

fn ways(plan: Plan, id: &PlannedId, planned: &Planned) -> El {
    let about = name(planned);
    let edit = {
        let id = id.clone();
        button_for(Look::Quiet, t(Key::PlanEdit), &about, move || plan.edit(&id))
    };
    let mut ways = el("div").class("plan-ways").el(edit.attr("id", edit_id(id)));
    if plan.state.read_only.get() {
        return ways;
    }
    let moves: &[(Key, PlannedState)] = match planned.state {
        PlannedState::Planned => &[(Key::PlanStart, PlannedState::Started)],
        PlannedState::Started => {
            &[(Key::PlanFinish, PlannedState::Done), (Key::PlanUnstart, PlannedState::Planned)]
        }
        PlannedState::Done => &[(Key::PlanReopen, PlannedState::Started)],
    };
    for (label, state) in moves {
        let id = id.clone();
        ways = ways.el(button_for(Look::Quiet, t(*label), &about, move || {
            plan.mark(&id, *state);
            focus_action(&id);
        }));
    }
    ways
}
