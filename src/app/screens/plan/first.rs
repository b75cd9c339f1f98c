//! What to do first, with the arithmetic, and actions made of it.

use leptos::prelude::*;

use super::{
    super::{
        super::{
            components::{
                button::{Look, button, buttons},
                row::{item_href, numbered},
            },
            el::{El, el},
            live::{flag, part, text, when_drawn},
            messages::Message,
            words::{fill, t, texts},
        },
        work_field::{choice, labelled},
    },
    Plan, efforts, focus_action, name,
};
use crate::{
    browser::page,
    domain::{
        action::Action,
        assessment::Assessment,
        id::{ItemId, PlannedId},
        pack::Effort,
        plan::{Planned, closing},
        priority::Priority,
        work::action::WorkAction,
    },
    text::{
        Key,
        outcome::{action_title, grade_text},
    },
};

/// So many are shown at first.
const FIRST: usize = 10;

type Ticked = RwSignal<Vec<ItemId>>;

/// The section.
pub fn section(plan: Plan) -> El {
    let ticked: Ticked = RwSignal::new(Vec::new());
    let all = RwSignal::new(false);
    let count = Memo::new(move |_| {
        plan.outlook.with(|outlook| outlook.as_ref().map_or(0, |it| it.priorities.len()))
    });
    let order = Memo::new(move |_| {
        let most = if all.get() { usize::MAX } else { FIRST };
        plan.outlook.with(|outlook| {
            let priorities = outlook.iter().flat_map(|outlook| &outlook.priorities);
            priorities.take(most).map(|priority| priority.item.clone()).collect::<Vec<_>>()
        })
    });
    let rows = part(move || {
        let rows = order.get().into_iter().map(|item| row(plan, ticked, item).done());
        Some(el("ol").class("rows plan-first").children(rows).done())
    });
    let more = part(move || {
        let hidden = count.get().checked_sub(FIRST).filter(|hidden| *hidden > 0 && !all.get())?;
        let hidden = hidden.to_string();
        let words = fill(Key::PlanFirstMore, &[("number", &hidden)]);
        let paper = fill(Key::PlanFirstPaper, &[("number", &hidden)]);
        let more = el("button")
            .is("type", "button")
            .class("button")
            .on("click", move |_| {
                all.set(true);
                // The button is gone.
                when_drawn(|| page::focus("first"));
            })
            .string(words);
        let paper = el("p").class("paper-only").string(paper);
        Some(el("div").el(buttons([more])).el(paper).done())
    });
    el("section")
        .is("aria-labelledby", "first")
        .el(el("h2").is("id", "first").is("tabindex", "-1").text(t(Key::PlanFirst)))
        .el(el("p").class("hint").text(t(Key::PlanFirstLead)))
        .el(el("p").class("hint").text(t(Key::PlanFirstRule)))
        .el(el("p").absent(flag(move || count.get() > 0)).text(t(Key::PlanFirstNone)))
        .el(el("div").child(rows))
        .el(el("div").child(more))
        .child(bar(plan, ticked))
}

fn row(plan: Plan, ticked: Ticked, item: ItemId) -> El {
    let priority = {
        let item = item.clone();
        Memo::new(move |_| {
            plan.outlook.with(|outlook| {
                let mut priorities = outlook.as_ref()?.priorities.iter();
                priorities.find(|priority| priority.item == item).cloned()
            })
        })
    };
    // The row stays while what it tells changes.
    let title = untrack(|| plan.with_names(|names| names.item(&item))).unwrap_or_default();
    let tick = {
        let (own, item) = (item.clone(), item.clone());
        let toggle = move |event| {
            let there = event_target_checked(&event);
            ticked.update(|ticked| {
                ticked.retain(|other| *other != item);
                if there {
                    ticked.push(item.clone());
                }
            });
        };
        el("input")
            .is("type", "checkbox")
            .attr("aria-label", fill(Key::PlanTick, &[("item", &title)]))
            .flag("checked", flag(move || ticked.with(|ticked| ticked.contains(&own))))
            .flag("disabled", plan.state.read_only.into())
            .on("change", toggle)
    };
    let questionnaire = plan.state.questionnaire();
    let href = plan.assessment.with_value(|id| item_href(id, &item));
    let link = numbered(href, item.to_string(), questionnaire.texts.full_title(&item).to_owned());
    // Where readiness isn't judged, nothing is told of its stages either.
    let judged = Memo::new(move |_| {
        plan.outlook.with(|outlook| outlook.as_ref().is_some_and(|it| it.readiness.is_some()))
    });
    let words =
        part(move || priority.with(|priority| Some(words(priority.as_ref()?, judged.get()))));
    let sum = text(move || priority.with(|it| it.as_ref().map(sum).unwrap_or_default()));
    let planned = {
        let item = item.clone();
        text(move || {
            let named = |assessment: &Assessment| {
                let closing = closing(assessment, &item).map(|(_, planned)| name(planned));
                closing.collect::<Vec<_>>().join("; ")
            };
            let named = plan.state.with_assessment(named).unwrap_or_default();
            if named.is_empty() {
                return named;
            }
            fill(Key::PlanFirstPlanned, &[("actions", &named)])
        })
    };
    let main = el("div")
        .class("row-main")
        .el(link)
        .child(words)
        .el(el("span").class("quiet plan-sum").live(sum))
        .el(el("span").class("plan-already").live(planned));
    el("li")
        .class("row plan-row")
        .el(el("label").class("pick").el(tick))
        .el(main)
        .el(effort_field(plan, priority, item, &title))
}

fn effort_field(plan: Plan, priority: Memo<Option<Priority>>, item: ItemId, title: &str) -> El {
    let id = format!("effort-{item}");
    let value = text(move || {
        let effort = priority.with(|it| it.as_ref().map(|it| it.effort.as_str()));
        effort.unwrap_or_default().to_owned()
    });
    let focus = id.clone();
    let choose = move |chosen: String| {
        let questionnaire = plan.state.questionnaire();
        let Some(effort) = Effort::parse(&chosen) else { return };
        // What is the pack's again follows it again.
        let own = questionnaire.pack.item(&item).is_none_or(|item| item.effort != effort);
        plan.state.dispatch(Action::Effort(item.clone(), own.then_some(effort)));
        let focus = focus.clone();
        // The row may have another place by now.
        when_drawn(move || page::focus(&focus));
    };
    let field = choice(efforts(), value, choose)
        .attr("aria-label", fill(Key::PlanEffortOf, &[("item", title)]))
        .flag("disabled", plan.state.read_only.into());
    labelled(&id, Key::PlanEffort, field)
}

/// What it is, in a word or two each.
fn words(priority: &Priority, judged: bool) -> AnyView {
    let blocks = judged && priority.blocks_stage_1;
    let blocks = blocks.then(|| el("span").class("plan-blocks").text(t(Key::PlanBlocks)).done());
    let grade = priority.grade.map_or(t(Key::PlanUnknown), |grade| grade_text(texts(), grade));
    let line = el("span").class("plan-tags").child_maybe(blocks);
    line.el(el("span").text(grade)).done()
}

/// The arithmetic: "6 for the finding + 2 for a missing document = 8, over 2 for the effort: 4".
fn sum(priority: &Priority) -> String {
    let parts = [
        (Key::PlanSumFinding, priority.for_finding),
        (Key::PlanSumDocument, priority.for_document),
        (Key::PlanSumRisks, priority.for_risks),
    ];
    let parts = parts.into_iter().filter(|(_, points)| *points > 0);
    let parts: Vec<String> =
        parts.map(|(key, points)| fill(key, &[("points", &points.to_string())])).collect();
    let cost = priority.effort.cost();
    let (benefit, shown) = (priority.benefit.to_string(), cost.to_string());
    if parts.is_empty() {
        return fill(Key::PlanSumNone, &[("cost", &shown)]);
    }
    let values = [
        ("parts", &*parts.join(" + ")),
        ("benefit", &*benefit),
        ("cost", &*shown),
        ("result", &*quotient(priority.benefit, cost)),
    ];
    fill(if parts.len() > 1 { Key::PlanSum } else { Key::PlanSumOne }, &values)
}

/// A division whose divisor is one of those of efforts, so that three places are exact.
fn quotient(benefit: u64, cost: u64) -> String {
    let thousandths = benefit.saturating_mul(1000).checked_div(cost).unwrap_or_default();
    let shown = format!("{}.{:03}", thousandths / 1000, thousandths % 1000);
    shown.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// What can be done with what is ticked.
fn bar(plan: Plan, ticked: Ticked) -> AnyView {
    let none = flag(move || ticked.with(Vec::is_empty));
    let count =
        text(move || fill(Key::PlanTicked, &[("number", &ticked.with(Vec::len).to_string())]));
    let one = button(Look::Primary, t(Key::PlanMakeOne), move || {
        make(plan, ticked, vec![ticked.get_untracked()]);
    });
    let each = button(Look::Plain, t(Key::PlanMakeEach), move || {
        let ticked_now = ticked.get_untracked();
        // A second action for the same gap is nothing that anybody wants by the dozen.
        let unplanned = |assessment: &Assessment| {
            let items = ticked_now.iter().filter(|item| closing(assessment, item).next().is_none());
            items.cloned().collect::<Vec<_>>()
        };
        let unplanned = untrack(|| plan.state.with_assessment(unplanned)).unwrap_or_default();
        let left = ticked_now.len().saturating_sub(unplanned.len());
        if left > 0 {
            let left = fill(Key::PlanLeftOut, &[("number", &left.to_string())]);
            plan.state.messages.tell(Message::warning(left));
        }
        make(plan, ticked, unplanned.into_iter().map(|item| vec![item]).collect());
    });
    let single = flag(move || ticked.with(Vec::len) < 2);
    let clear = button(Look::Quiet, t(Key::TablePickNone), move || {
        ticked.set(Vec::new());
        page::focus("first");
    });
    el("section")
        .class("bulk plan-bar")
        .is("aria-labelledby", "plan-bar")
        .absent(none)
        .el(el("h3").is("id", "plan-bar").live(count))
        .el(buttons([one, each.absent(single), clear]))
        .done()
}

/// Plans an action for each of these, as one step.
fn make(plan: Plan, ticked: Ticked, parts: Vec<Vec<ItemId>>) {
    let state = plan.state;
    let questionnaire = state.questionnaire();
    let made: Vec<(PlannedId, Planned)> = untrack(|| {
        let make = |assessment: &Assessment| {
            let parts = (0..).zip(parts);
            let outlook = plan.outlook.get();
            let findings = outlook.as_ref().map_or(&[][..], |outlook| &outlook.findings);
            let parts = parts.map(|(place, items): (u64, _)| {
                let mut planned = Planned::of(&questionnaire.pack, assessment, findings, items);
                planned.number = planned.number.saturating_add(place);
                planned.note = first_step(plan, &planned.items);
                let titled = plan.with_names(|names| action_title(texts(), names, &planned));
                planned.title = titled.unwrap_or_default();
                (Plan::fresh(), planned)
            });
            parts.collect()
        };
        state.with_assessment(make).unwrap_or_default()
    });
    let Some((first, called)) = made.first().map(|(id, planned)| (id.clone(), name(planned)))
    else {
        return;
    };
    let count = made.len();
    let actions: Vec<Action> = made
        .into_iter()
        .map(|(id, planned)| WorkAction::Plan(id, Some(Box::new(planned))).into())
        .collect();
    state.dispatch(Action::Several(actions));
    ticked.set(Vec::new());
    state.messages.tell(Message::success(if count == 1 {
        fill(Key::PlanMade, &[("name", &called)])
    } else {
        fill(Key::PlanMadeMany, &[("number", &count.to_string())])
    }));
    focus_action(&first);
}

/// The first thing to do at an item; nothing where there are several.
fn first_step(plan: Plan, items: &[ItemId]) -> String {
    let [item] = items else { return String::new() };
    let guidance = plan.state.guidance(item);
    guidance.and_then(|guidance| guidance.how.first().cloned()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn divisions_are_exact() {
        let cases = [
            (12, 4, "3"),
            (7, 4, "1.75"),
            (1, 8, "0.125"),
            (0, 8, "0"),
            (10, 1, "10"),
            (9, 2, "4.5"),
        ];
        for (benefit, cost, expected) in cases {
            assert_eq!(quotient(benefit, cost), expected, "{benefit} over {cost}");
        }
    }
}
