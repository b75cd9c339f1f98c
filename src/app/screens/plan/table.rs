//! The actions as a table.

use leptos::prelude::*;

use super::{
    super::{
        super::{
            components::button::{Look, button_for},
            el::{El, el},
            live::{part, text, when_drawn},
            state::now,
            words::{calendar_day, fill, t},
        },
        work_field::choice,
    },
    Plan,
    card::items,
    edit_id, name, states,
};
use crate::{
    browser::page,
    domain::{
        id::PlannedId,
        plan::{Planned, PlannedState},
    },
    text::{Key, outcome::effort_key},
};

/// The table of what was found. Its rows are drawn anew only when they are others or in another order.
pub fn table(plan: Plan, found: Memo<Vec<(PlannedId, PlannedState)>>) -> AnyView {
    let ids = Memo::new(move |_| {
        found.with(|found| found.iter().map(|(id, _)| id.clone()).collect::<Vec<_>>())
    });
    let column = |key: Key| el("th").is("scope", "col").text(t(key));
    let head = el("tr")
        .el(column(Key::PlanAction))
        .el(column(Key::PlanItemsShort))
        .el(column(Key::WorkOwner))
        .el(column(Key::WorkDue))
        .el(column(Key::PlanEffort))
        .el(column(Key::PlanState))
        .el(el("td"));
    let rows = part(move || {
        let rows = ids.get().into_iter().map(|id| row(plan, id).done());
        Some(rows.collect::<Vec<_>>().into_any())
    });
    let table = el("table")
        .class("table plan-table")
        .el(el("caption").class("visually-hidden").text(t(Key::PlanActions)))
        .el(el("thead").el(head))
        .el(el("tbody").child(rows));
    table.done()
}

fn row(plan: Plan, id: PlannedId) -> El {
    let planned = plan.follow(&id);
    // The choice stays while all else of the row follows.
    let live = move |draw: fn(Plan, &Planned) -> Option<El>| {
        part(move || planned.with(|planned| Some(draw(plan, planned.as_ref()?)?.done())))
    };
    let called = text(move || planned.with(|it| it.as_ref().map(name).unwrap_or_default()));
    let state = text(move || {
        planned.with(|it| it.as_ref().map(|it| it.state.as_str()).unwrap_or_default().to_owned())
    });
    let field = format!("state-{id}");
    let choose = {
        let (id, field) = (id.clone(), field.clone());
        move |chosen: String| {
            if let Some(state) = PlannedState::parse(&chosen) {
                plan.mark(&id, state);
                let field = field.clone();
                // The row may have another place by now.
                when_drawn(move || page::focus(&field));
            }
        }
    };
    let label = text(move || fill(Key::PlanStateOf, &[("action", &called.get())]));
    let select = choice(states(), state, choose)
        .attr("id", field)
        .attr_live("aria-label", label)
        .flag("disabled", plan.state.read_only.into());
    let edit = part(move || {
        let own = id.clone();
        let edit =
            button_for(Look::Quiet, t(Key::PlanEdit), &called.get(), move || plan.edit(&own));
        Some(edit.attr("id", edit_id(&id)).done())
    });
    el("tr")
        .el(el("th").is("scope", "row").live(called))
        .el(cell(Key::PlanItemsShort).child(live(|plan, it| Some(items(plan, &it.items)))))
        .el(cell(Key::WorkOwner).child(live(|_, it| owner(it))))
        .el(cell(Key::WorkDue).child(live(|_, it| due(it))))
        .el(cell(Key::PlanEffort)
            .child(live(|_, it| Some(el("span").text(t(effort_key(it.effort)))))))
        .el(el("td").class("plan-state").el(select))
        .el(el("td").child(edit))
}

/// A cell that names itself where the heads of the columns aren't shown.
fn cell(name: Key) -> El {
    el("td").is("data-label", t(name))
}

fn owner(planned: &Planned) -> Option<El> {
    let owner = planned.owner.trim();
    (!owner.is_empty()).then(|| el("span").string(owner.to_owned()))
}

fn due(planned: &Planned) -> Option<El> {
    let day = el("span").string(calendar_day(planned.due.as_ref()?));
    let late = planned.is_overdue(now().day());
    let mark = late.then(|| el("span").class("late").text(t(Key::WorkOverdue)).done());
    Some(el("span").class("plan-due").el(day).text(" ").child_maybe(mark))
}
