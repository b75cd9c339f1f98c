//! The actions as a board or as a table, what is looked for among them, and their due dates as a
//! calendar file.

use leptos::prelude::*;

use super::{
    super::{
        super::{
            components::{
                button::{Look, button, button_while, buttons},
                segments::{Segment, segments},
            },
            el::{El, el},
            live::{flag, part, text},
            state::now,
            words::{fill, t, texts},
        },
        work_field::{choice, labelled},
    },
    Plan, card, planned_state_key, states, table,
};
use crate::{
    domain::{
        assessment::Assessment,
        id::PlannedId,
        plan::{Planned, PlannedState},
        work::action::WorkAction,
    },
    report::calendar,
    text::{Key, outcome::Names},
};

/// The id of the heading.
pub const HEADING: &str = "actions";

/// In which order the table stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sort {
    /// What is due first.
    #[default]
    Due,
    /// By owner; what nobody owns is last.
    Owner,
    /// By state.
    State,
    /// As they were added.
    Number,
}

impl Sort {
    const ALL: [(Self, &str, Key); 4] = [
        (Self::Due, "due", Key::WorkDue),
        (Self::Owner, "owner", Key::WorkOwner),
        (Self::State, "state", Key::PlanState),
        (Self::Number, "number", Key::PlanNumber),
    ];
}

/// What is looked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Find {
    owner: Option<String>,
    state: Option<PlannedState>,
    overdue: bool,
    sort: Sort,
}

impl Find {
    fn finds(&self, planned: &Planned, today: &str) -> bool {
        self.owner.as_deref().is_none_or(|owner| owner == planned.owner.trim())
            && self.state.is_none_or(|state| state == planned.state)
            && (!self.overdue || planned.is_overdue(today))
    }

    /// What is found, in its order.
    fn found(&self, assessment: &Assessment, today: &str) -> Vec<(PlannedId, PlannedState)> {
        let plan = assessment.work().plan_in_order();
        let mut found: Vec<_> = plan.filter(|(_, planned)| self.finds(planned, today)).collect();
        // Stable, so that numbers decide last.
        match self.sort {
            Sort::Due => found.sort_by_key(|(_, it)| (it.due.is_none(), it.due.clone())),
            Sort::Owner => found.sort_by_key(|(_, it)| {
                let owner = it.owner.trim().to_lowercase();
                (owner.is_empty(), owner)
            }),
            Sort::State => found.sort_by_key(|(_, it)| it.state),
            Sort::Number => {}
        }
        found.into_iter().map(|(id, planned)| (id.clone(), planned.state)).collect()
    }
}

/// The section.
pub fn section(plan: Plan) -> El {
    let state = plan.state;
    let find = RwSignal::new(Find::default());
    let as_table = RwSignal::new(false);
    let found = Memo::new(move |_| {
        let today = now();
        let found = |assessment: &Assessment| find.with(|it| it.found(assessment, today.day()));
        state.with_assessment(found).unwrap_or_default()
    });
    let all = Memo::new(move |_| {
        state.with_assessment(|assessment| assessment.work().plan.len()).unwrap_or_default()
    });
    let none = flag(move || all.get() == 0);
    let some = flag(move || all.get() > 0);
    let none_fits = flag(move || all.get() > 0 && found.with(Vec::is_empty));
    let fits = flag(move || !none_fits.get());
    let count = text(move || {
        let found = found.with(Vec::len).to_string();
        fill(Key::PlanCount, &[("found", &found), ("all", &all.get().to_string())])
    });
    let shown = part(move || {
        if all.get() == 0 {
            return None;
        }
        Some(if as_table.get() { table::table(plan, found) } else { board(plan, found) })
    });
    el("section")
        .is("aria-labelledby", HEADING)
        .el(el("h2").is("id", HEADING).is("tabindex", "-1").text(t(Key::PlanActions)))
        .el(el("p").class("empty").absent(some).text(t(Key::PlanEmpty)))
        .el(ways(plan))
        .el(tools(plan, find, as_table).absent(none))
        .el(el("p").class("plan-count quiet").is("role", "status").absent(none).live(count))
        .el(el("p").class("find-none").absent(fits).text(t(Key::FilterNone)))
        .el(el("div").absent(none_fits).child(shown))
}

/// What can be done with the list as a whole.
fn ways(plan: Plan) -> El {
    let state = plan.state;
    let add = button_while(
        move || !state.read_only.get(),
        Look::Plain,
        t(Key::PlanAdd),
        move || {
            let questionnaire = state.questionnaire();
            let new = untrack(|| {
                state.with_assessment(|it| Planned::of(&questionnaire.pack, it, &[], Vec::new()))
            });
            if let Some(new) = new {
                let id = Plan::fresh();
                state.dispatch(WorkAction::Plan(id.clone(), Some(Box::new(new))).into());
                plan.edit(&id);
            }
        },
    );
    let dated = Memo::new(move |_| {
        let pack = &state.questionnaire().pack;
        state.with_assessment(|it| calendar::has_dates(pack, it)).unwrap_or_default()
    });
    let save = button(Look::Plain, t(Key::PlanCalendar), move || {
        let pack = &state.questionnaire().pack;
        let write = |names: &Names<'_>| calendar::write(pack, texts(), names, &now());
        let written = untrack(|| plan.with_names(write)).flatten();
        if let Some((document, written)) = state.document().zip(written) {
            state.hand_over(&document.file_name("ics"), "text/calendar", &written);
        }
    });
    buttons([add, save.absent(flag(move || !dated.get()))])
}

fn tools(plan: Plan, find: RwSignal<Find>, as_table: RwSignal<bool>) -> El {
    let state = plan.state;
    let looks = [(Key::PlanBoard, false), (Key::PlanTable, true)].map(|(label, table)| {
        let chosen = flag(move || as_table.get() == table);
        Segment::new(t(label), chosen, move || as_table.set(table))
    });
    let looks =
        segments("segments", "plan-look", t(Key::PlanLook).to_owned(), flag(|| false), looks);
    let any = || (String::new(), t(Key::FilterAny).to_owned());
    let of_state = choice(
        [any()].into_iter().chain(states()),
        text(move || {
            find.with(|it| it.state.map(PlannedState::as_str).unwrap_or_default().to_owned())
        }),
        move |chosen| find.update(|it| it.state = PlannedState::parse(&chosen)),
    );
    let owners = Memo::new(move |_| {
        let owners = |assessment: &Assessment| {
            let plan = assessment.work().plan.values();
            let mut owners: Vec<String> = plan.map(|it| it.owner.trim().to_owned()).collect();
            owners.sort();
            owners.dedup();
            owners
        };
        state.with_assessment(owners).unwrap_or_default()
    });
    // An empty value stands for any, so nobody needs a place of its own.
    let of_owner = part(move || {
        let choices = owners.get().into_iter().enumerate().map(|(place, owner)| {
            let words = if owner.is_empty() { t(Key::FilterNobody).to_owned() } else { owner };
            (place.to_string(), words)
        });
        let chosen = text(move || {
            let place = find.with(|it| {
                let owner = it.owner.as_ref()?;
                owners.with(|owners| owners.iter().position(|other| other == owner))
            });
            place.map(|place| place.to_string()).unwrap_or_default()
        });
        let choose = move |place: String| {
            let owner = place.parse().ok();
            let owner =
                owner.and_then(|place: usize| owners.with_untracked(|it| it.get(place).cloned()));
            find.update(|it| it.owner = owner);
        };
        let field = choice([any()].into_iter().chain(choices), chosen, choose);
        Some(labelled("plan-find-owner", Key::WorkOwner, field).done())
    });
    let sorts = Sort::ALL.map(|(_, value, key)| (value.to_owned(), t(key).to_owned()));
    let sort = choice(
        sorts,
        text(move || {
            let chosen = find.with(|it| it.sort);
            let value = Sort::ALL.iter().find(|(sort, ..)| *sort == chosen);
            value.map(|(_, value, _)| *value).unwrap_or_default().to_owned()
        }),
        move |chosen| {
            let sort = Sort::ALL.iter().find(|(_, value, _)| *value == chosen);
            find.update(|it| it.sort = sort.map(|(sort, ..)| *sort).unwrap_or_default());
        },
    );
    let overdue = el("input")
        .is("type", "checkbox")
        .is("id", "plan-find-overdue")
        .flag("checked", flag(move || find.with(|it| it.overdue)))
        .on("change", move |event| find.update(|it| it.overdue = event_target_checked(&event)));
    let overdue = el("div")
        .class("check")
        .el(overdue)
        .el(el("label").is("for", "plan-find-overdue").text(t(Key::PlanOverdue)));
    el("div").class("plan-tools").el(looks).el(el("div")
        .class("plan-find")
        .el(labelled("plan-find-state", Key::PlanState, of_state))
        .child(of_owner)
        .el(labelled("plan-sort", Key::PlanSort, sort))
        .el(overdue))
}

fn board(plan: Plan, found: Memo<Vec<(PlannedId, PlannedState)>>) -> AnyView {
    let columns = PlannedState::ALL.map(|state| {
        let mine = Memo::new(move |_| {
            found.with(|found| {
                let mine = found.iter().filter(|(_, of)| *of == state);
                mine.map(|(id, _)| id.clone()).collect::<Vec<_>>()
            })
        });
        let name = text(move || {
            let count = mine.with(Vec::len).to_string();
            fill(Key::PlanColumn, &[("state", t(planned_state_key(state))), ("number", &count)])
        });
        let cards = part(move || {
            let cards = mine.get().into_iter().map(|id| card::card(plan, id).done());
            Some(el("ul").children(cards).done())
        });
        let id = format!("column-{}", state.as_str());
        let heading = el("h3").attr("id", id.clone()).live(name);
        el("section")
            .class("plan-column")
            .attr("aria-labelledby", id)
            .el(heading)
            .child(cards)
            .done()
    });
    el("div").class("plan-board").children(columns).done()
}
