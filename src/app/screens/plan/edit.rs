//! The form of an action.

use std::sync::Arc;

use leptos::prelude::*;

use super::{
    super::{
        super::{
            components::{
                button::{Look, button, buttons},
                dialog::dialog,
                field::{Frame, text_area},
            },
            el::{El, el},
            live::{text, when_drawn},
            messages::Message,
            route::{Page, Route},
            words::{fill, t},
        },
        work_field::{Entered, choice, day_field, labelled, owner_input, owner_list},
    },
    Plan, efforts, focus_action,
    links::{Links, Named, Place},
    list, name, states,
};
use crate::{
    browser::page,
    domain::{
        id::{DocumentId, ItemId, PlannedId, RiskId},
        pack::Effort,
        plan::{Planned, PlannedState},
        time::Day,
        work::action::WorkAction,
    },
    text::{Key, outcome::Names},
};

/// The form, in a dialog while an action is edited.
pub fn dialog_of(plan: Plan) -> AnyView {
    // Closed, it leads back to the action, wherever that stands now.
    Effect::new(move |was: Option<bool>| {
        let open = plan.editing.get();
        if was == Some(true) && !open {
            plan.state.pause_typing();
            if let Some(id) = plan.edited.get_untracked() {
                if untrack(|| plan.get(&id)).is_some_and(|it| it.is_blank()) {
                    return drop_blank(plan, &id);
                }
                focus_action(&id);
            }
        }
        open
    });
    dialog(plan.editing, Key::PlanEditTitle, move || {
        untrack(|| match plan.edited.get_untracked() {
            Some(id) => form(plan, &id),
            None => el("div"),
        })
    })
}

fn form(plan: Plan, id: &PlannedId) -> El {
    let fixed: Signal<bool> = plan.state.read_only.into();
    let close = button(Look::Primary, t(Key::PlanClose), move || plan.editing.set(false));
    let remove = {
        let id = id.clone();
        button(Look::Danger, t(Key::PlanRemove), move || remove(plan, &id)).absent(fixed)
    };
    let due = {
        let own = id.clone();
        let value = of(plan, id, |it| it.due.as_ref().map(Day::to_string).unwrap_or_default());
        day_field("plan-due", Key::WorkDue, value, move |entered| match entered {
            Entered::Blank => plan.change(&own, |it| it.due = None),
            Entered::Day(day) => plan.change(&own, |it| it.due = Some(day)),
            Entered::Incomplete => {}
        })
    };
    let effort = {
        let own = id.clone();
        let value = of(plan, id, |it| it.effort.as_str().to_owned());
        choice(efforts(), value, move |chosen| {
            if let Some(effort) = Effort::parse(&chosen) {
                plan.change(&own, |it| it.effort = effort);
            }
        })
    };
    let state = {
        let own = id.clone();
        let value = of(plan, id, |it| it.state.as_str().to_owned());
        choice(states(), value, move |chosen| {
            if let Some(state) = PlannedState::parse(&chosen) {
                plan.mark(&own, state);
            }
        })
    };
    let owner = typed(plan, id, owner_input(of(plan, id, |it| it.owner.clone())), |it, owner| {
        it.owner = owner;
    });
    let title = el("input").class("input").is("autocomplete", "off");
    let title = title.value(of(plan, id, |it| it.title.clone()));
    let title = typed(plan, id, title, |it, title| it.title = title);
    let fields = el("div")
        .class("plan-fields")
        .el(labelled("plan-owner", Key::WorkOwner, owner))
        .el(due)
        .el(labelled("plan-effort", Key::PlanEffort, effort))
        .el(labelled("plan-state", Key::PlanState, state));
    let note = {
        let own = id.clone();
        let frame = Frame { id: "plan-note", label: Key::PlanNote, hint: None, error: None };
        let value = of(plan, id, |it| it.note.clone());
        let state = plan.state;
        let typed = move |note| {
            if let Some(action) = plan.with(&own, |it| it.note = note) {
                state.type_in(action);
            }
        };
        text_area(&frame, value, fixed, typed, move || state.pause_typing())
    };
    let all = el("fieldset")
        .flag("disabled", fixed)
        .el(el("legend").class("visually-hidden").live(of(plan, id, name)))
        .el(labelled("plan-title", Key::PlanTitle, title))
        .el(fields);
    el("div")
        .class("plan-form")
        .el(all)
        .el(items(plan, id).draw())
        .el(documents(plan, id).draw())
        .el(risks(plan, id).draw())
        .child(note)
        .child(owner_list(plan.state))
        .el(buttons([close, remove]))
}

/// Something of the action, following its changes.
fn of(plan: Plan, id: &PlannedId, read: fn(&Planned) -> String) -> Signal<String> {
    let id = id.clone();
    text(move || plan.get(&id).as_ref().map(read).unwrap_or_default())
}

/// A field of one line that is saved while the person types.
fn typed(plan: Plan, id: &PlannedId, field: El, write: fn(&mut Planned, String)) -> El {
    let (id, state) = (id.clone(), plan.state);
    field
        .on("input", move |event| {
            let value = event_target_value(&event);
            if let Some(action) = plan.with(&id, |it| write(it, value)) {
                state.type_in(action);
            }
        })
        .on("blur", move |_| state.pause_typing())
}

fn remove(plan: Plan, id: &PlannedId) {
    let called = untrack(|| plan.get(id)).as_ref().map(name).unwrap_or_default();
    plan.edited.set(None);
    plan.editing.set(false);
    plan.state.dispatch(WorkAction::Plan(id.clone(), None).into());
    let told = fill(Key::PlanRemoved, &[("name", &called)]);
    plan.state.messages.tell(Message::success(told));
    when_drawn(|| page::focus(list::HEADING));
}

/// Nobody has said anything of it: closing the form leaves nothing behind.
fn drop_blank(plan: Plan, id: &PlannedId) -> bool {
    plan.state.dispatch(WorkAction::Plan(id.clone(), None).into());
    when_drawn(|| page::focus(list::HEADING));
    false
}

/// Takes a thing out of a list, and puts it at the end if it is to be there.
fn put<T: PartialEq>(list: &mut Vec<T>, thing: T, there: bool) {
    list.retain(|other| *other != thing);
    if there {
        list.push(thing);
    }
}

/// What is in a list of the action, with names.
fn chosen(
    plan: Plan,
    id: &PlannedId,
    read: fn(&Names<'_>, &Planned) -> Vec<Named>,
) -> Memo<Vec<Named>> {
    let id = id.clone();
    Memo::new(move |_| {
        let planned = plan.get(&id);
        let chosen = planned.and_then(|it| plan.with_names(|names| read(names, &it)));
        chosen.unwrap_or_default()
    })
}

/// What isn't in the list.
fn others(
    all: impl Fn() -> Option<Vec<Named>> + Send + Sync + 'static,
    chosen: Memo<Vec<Named>>,
) -> Memo<Vec<Named>> {
    Memo::new(move |_| {
        let mut all = all().unwrap_or_default();
        chosen.with(|chosen| all.retain(|(key, _)| chosen.iter().all(|(other, _)| other != key)));
        all
    })
}

fn to(plan: Plan, page: impl Fn(&str) -> Option<Page> + Send + Sync + 'static) -> Place {
    Arc::new(move |key| {
        let assessment = plan.assessment.get_value();
        Route::Assessment(assessment, page(key).unwrap_or(Page::Plan)).href()
    })
}

fn items(plan: Plan, id: &PlannedId) -> Links {
    let chosen = chosen(plan, id, |names, it| {
        it.items.iter().map(|item| (item.to_string(), names.item(item))).collect()
    });
    let all = move || {
        let questionnaire = plan.state.questionnaire();
        plan.with_names(|names| {
            let items = questionnaire.pack.items().iter();
            items.map(|item| (item.id.to_string(), names.item(&item.id))).collect()
        })
    };
    let id = id.clone();
    Links {
        id: "plan-items",
        legend: Key::PlanItems,
        add: Key::PlanItemsAdd,
        chosen,
        others: others(all, chosen),
        href: to(plan, |key| ItemId::parse(key).ok().map(Page::Item)),
        set: Arc::new(move |key, there| {
            if let Ok(item) = ItemId::parse(key) {
                plan.change(&id, |it| put(&mut it.items, item, there));
            }
        }),
        fixed: plan.state.read_only.into(),
    }
}

/// The mandatory ones that are lacking at its items.
fn documents(plan: Plan, id: &PlannedId) -> Links {
    let chosen = chosen(plan, id, |names, it| {
        it.documents.iter().map(|id| (id.to_string(), names.document(id).to_owned())).collect()
    });
    let own = id.clone();
    let all = move || {
        let planned = plan.get(&own)?;
        let outlook = plan.outlook.get()?;
        plan.with_names(|names| {
            let lacking = outlook.documents.iter();
            let lacking = lacking.filter(|it| it.is_lacking() && planned.items.contains(&it.item));
            lacking.map(|it| (it.id.to_string(), names.document(&it.id).to_owned())).collect()
        })
    };
    let id = id.clone();
    Links {
        id: "plan-documents",
        legend: Key::PlanDocuments,
        add: Key::PlanDocumentsAdd,
        chosen,
        others: others(all, chosen),
        href: to(plan, |_| Some(Page::Documents)),
        set: Arc::new(move |key, there| {
            if let Ok(document) = DocumentId::parse(key) {
                plan.change(&id, |it| put(&mut it.documents, document, there));
            }
        }),
        fixed: plan.state.read_only.into(),
    }
}

/// "R3 Ransomware".
fn risk_name(names: &Names<'_>, id: &RiskId) -> String {
    let risk = names.assessment.work().risks.get(id);
    let title = risk.map(|risk| risk.title.trim()).unwrap_or_default();
    format!("{} {title}", names.risk(id)).trim_end().to_owned()
}

fn risks(plan: Plan, id: &PlannedId) -> Links {
    let chosen = chosen(plan, id, |names, it| {
        it.risks.iter().map(|id| (id.to_string(), risk_name(names, id))).collect()
    });
    let all = move || {
        plan.with_names(|names| {
            let risks = names.assessment.work().risks_in_order();
            risks.map(|(id, _)| (id.to_string(), risk_name(names, id))).collect()
        })
    };
    let id = id.clone();
    Links {
        id: "plan-risks",
        legend: Key::PlanRisks,
        add: Key::PlanRisksAdd,
        chosen,
        others: others(all, chosen),
        href: to(plan, |key| RiskId::parse(key).ok().map(Page::Risk)),
        set: Arc::new(move |key, there| {
            if let Ok(risk) = RiskId::parse(key) {
                plan.change(&id, |it| put(&mut it.risks, risk, there));
            }
        }),
        fixed: plan.state.read_only.into(),
    }
}
