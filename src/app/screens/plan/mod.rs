//! The plan: actions, what to do first, what they would bring, and how they burn up.

mod burn;
mod card;
mod edit;
mod first;
mod links;
mod list;
mod table;
mod what_if;

use std::sync::Arc;

use leptos::prelude::*;

use super::{
    super::{
        components::{title::title, views::views},
        el::{El, el},
        live::when_drawn,
        route::Page,
        state::{State, now},
        words::{calendar_day, fill, t},
    },
    outlook::outlook,
    work_tasks::part_line,
};
use crate::{
    browser::{page, random},
    domain::{
        action::Action,
        id::{AssessmentId, PlannedId},
        outlook::Outlook,
        pack::Effort,
        plan::{Planned, PlannedState, mark},
        time::Day,
        work::action::WorkAction,
    },
    text::{
        Key,
        outcome::{Names, effort_key},
        work::planned_state_key,
    },
};

/// The plan of the open assessment, and which action is being edited.
#[derive(Clone, Copy)]
pub struct Plan {
    state: State,
    assessment: StoredValue<AssessmentId>,
    outlook: Memo<Option<Arc<Outlook>>>,
    edited: RwSignal<Option<PlannedId>>,
    editing: RwSignal<bool>,
}

/// The page.
pub fn plan(state: State, id: &AssessmentId) -> Vec<El> {
    let plan = Plan {
        state,
        assessment: StoredValue::new(id.clone()),
        outlook: outlook(state),
        edited: RwSignal::new(None),
        editing: RwSignal::new(false),
    };
    vec![
        views(id, &Page::Plan),
        title(t(Key::ViewsActions)),
        el("p").class("lead").text(t(Key::PlanLead)),
        el("div").child(part_line(state)),
        list::section(plan),
        first::section(plan),
        el("div").child(what_if::section(plan)),
        el("div").child(burn::section(plan)),
        el("div").child(edit::dialog_of(plan)),
    ]
}

pub use crate::text::outcome::planned_name as name;

/// Today, as days are kept.
pub fn today() -> Option<Day> {
    Day::parse(now().day())
}

impl Plan {
    /// An action, following its changes.
    fn get(self, id: &PlannedId) -> Option<Planned> {
        let get = |plan: &litemap::LiteMap<PlannedId, Planned>| plan.get(id).cloned();
        self.state.with_assessment(|assessment| get(&assessment.work().plan)).flatten()
    }

    /// An action, for a part that follows it and nothing else.
    fn follow(self, id: &PlannedId) -> Memo<Option<Planned>> {
        let id = id.clone();
        Memo::new(move |_| self.get(&id))
    }

    /// Does something with the names of things.
    fn with_names<T>(self, f: impl FnOnce(&Names<'_>) -> T) -> Option<T> {
        let questionnaire = self.state.questionnaire();
        let handbook = self.state.handbook().map(|(_, texts)| texts);
        self.state.with_assessment(|assessment| {
            f(&Names { pack: &questionnaire.texts, handbook, assessment })
        })
    }

    /// The action with a change.
    fn with(self, id: &PlannedId, edit: impl FnOnce(&mut Planned)) -> Option<Action> {
        let mut planned = untrack(|| self.get(id))?;
        edit(&mut planned);
        Some(WorkAction::Plan(id.clone(), Some(Box::new(planned))).into())
    }

    fn change(self, id: &PlannedId, edit: impl FnOnce(&mut Planned)) {
        if let Some(action) = self.with(id, edit) {
            self.state.dispatch(action);
        }
    }

    /// Says how far an action is.
    fn mark(self, id: &PlannedId, state: PlannedState) {
        if let Some((planned, today)) = untrack(|| self.get(id)).zip(today()) {
            self.state.dispatch(mark(&planned, id, state, &today));
        }
    }

    /// Opens the form of an action.
    fn edit(self, id: &PlannedId) {
        self.edited.set(Some(id.clone()));
        self.editing.set(true);
    }

    fn fresh() -> PlannedId {
        PlannedId::from_random(random::bytes())
    }
}

/// The id of the button that opens the form of an action.
fn edit_id(id: &PlannedId) -> String {
    format!("edit-{id}")
}

/// Moves the focus to an action in the list, or else to the heading of the list.
fn focus_action(id: &PlannedId) {
    let id = edit_id(id);
    when_drawn(move || {
        page::focus(list::HEADING);
        page::focus(&id);
    });
}

/// The states as choices.
fn states() -> impl Iterator<Item = (String, String)> {
    PlannedState::ALL
        .into_iter()
        .map(|state| (state.as_str().to_owned(), t(planned_state_key(state)).to_owned()))
}

/// The efforts as choices.
fn efforts() -> impl Iterator<Item = (String, String)> {
    Effort::ALL
        .into_iter()
        .map(|effort| (effort.as_str().to_owned(), t(effort_key(effort)).to_owned()))
}

/// By when, or when it was done; what is late says so.
fn due_text(planned: &Planned) -> Option<El> {
    if let (PlannedState::Done, Some(day)) = (planned.state, &planned.finished) {
        let words = fill(Key::PlanFinished, &[("day", &calendar_day(day))]);
        return Some(el("span").string(words));
    }
    let due = planned.due.as_ref()?;
    let late = planned.is_overdue(now().day());
    let key = if late { Key::WorkDueLate } else { Key::WorkDueOn };
    let words = fill(key, &[("day", &calendar_day(due))]);
    Some(el("span").class(if late { "late" } else { "" }).string(words))
}
