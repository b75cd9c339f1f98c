//! The risk that a page is about, and fields of it.

use leptos::prelude::*;

use super::{
    super::{
        super::{
            components::field::{Frame, text_area},
            el::{El, el},
            live::{flag, text},
            state::State,
        },
        outlook::risk_result,
    },
    level::with_criteria,
};
use crate::{
    domain::{
        action::Action,
        assessment::Assessment,
        id::RiskId,
        risk::{criteria::Criteria, level::RiskResult, register::Risk},
        work::action::WorkAction,
    },
    text::Key,
};

/// A risk of the open assessment.
#[derive(Clone)]
pub struct Entry {
    /// Where it is.
    pub state: State,
    /// Which it is.
    pub id: RiskId,
    risk: Memo<Option<Risk>>,
    /// By what it is judged.
    pub criteria: Memo<Criteria>,
    /// What follows from it.
    pub result: Memo<Option<RiskResult>>,
}

impl Entry {
    /// The risk with this identifier, which may not be there.
    pub fn new(state: State, id: &RiskId) -> Self {
        let risk = {
            let id = id.clone();
            Memo::new(move |_| {
                let risk = |assessment: &Assessment| assessment.work().risks.get(&id).cloned();
                state.with_assessment(risk).flatten()
            })
        };
        let result = risk_result(state, id.clone());
        let criteria = Memo::new(move |_| with_criteria(state, Criteria::clone));
        Self { state, id: id.clone(), risk, criteria, result }
    }

    /// Whether it is there, following that.
    pub fn exists(&self) -> Memo<bool> {
        let risk = self.risk;
        Memo::new(move |_| risk.with(Option::is_some))
    }

    /// Reads the risk, following its changes.
    pub fn read<T: Default>(&self, read: impl FnOnce(&Risk) -> T) -> T {
        self.risk.with(|risk| risk.as_ref().map(read)).unwrap_or_default()
    }

    /// The risk as it is now with a change, as an action.
    pub fn changed(&self, change: impl FnOnce(&mut Risk)) -> Option<Action> {
        let mut risk = self.risk.get_untracked()?;
        change(&mut risk);
        Some(WorkAction::Risk(self.id.clone(), Some(Box::new(risk))).into())
    }

    /// Changes the risk.
    pub fn edit(&self, change: impl FnOnce(&mut Risk)) {
        if let Some(action) = self.changed(change) {
            self.state.dispatch(action);
        }
    }

    fn type_in(&self, change: impl FnOnce(&mut Risk)) {
        if let Some(action) = self.changed(change) {
            self.state.type_in(action);
        }
    }

    /// A text of the risk, following it.
    pub fn text(&self, read: impl Fn(&Risk) -> String + Send + Sync + 'static) -> Signal<String> {
        let entry = self.clone();
        text(move || entry.read(&read))
    }

    /// Whether something holds of the risk, following it.
    pub fn flag(&self, read: impl Fn(&Risk) -> bool + Send + Sync + 'static) -> Signal<bool> {
        let entry = self.clone();
        flag(move || entry.read(&read))
    }

    /// An element that is a field of one line, saved while the person types.
    pub fn typed(&self, field: El, read: fn(&Risk) -> &String, write: fn(&mut Risk, String)) -> El {
        let (entry, state) = (self.clone(), self.state);
        field
            .value(self.text(move |risk| read(risk).clone()))
            .on("input", move |event| {
                let value = event_target_value(&event);
                entry.type_in(|risk| write(risk, value));
            })
            .on("blur", move |_| state.pause_typing())
    }

    /// A line of text below its label.
    pub fn line(
        &self,
        id: &'static str,
        label: Key,
        read: fn(&Risk) -> &String,
        write: fn(&mut Risk, String),
    ) -> AnyView {
        let frame = Frame { id, label, hint: None, error: None };
        let field = frame.field("input").is("maxlength", "300").is("autocomplete", "off");
        frame.around(self.typed(field, read, write))
    }

    /// A text of several lines below its label.
    pub fn area(
        &self,
        (id, label, hint): (&'static str, Key, Option<Key>),
        read: fn(&Risk) -> &String,
        write: fn(&mut Risk, String),
    ) -> AnyView {
        let (entry, state) = (self.clone(), self.state);
        text_area(
            &Frame { id, label, hint, error: None },
            self.text(move |risk| read(risk).clone()),
            state.read_only.into(),
            move |value| entry.type_in(|risk| write(risk, value)),
            move || state.pause_typing(),
        )
    }
}

/// A choice with its meaning as a large option.
pub fn option(
    (name, id): (&'static str, String),
    label: Signal<String>,
    meaning: Signal<String>,
    chosen: Signal<bool>,
    choose: impl Fn() + 'static,
) -> El {
    let hint = format!("{id}-hint");
    let input = el("input")
        .is("type", "radio")
        .attr("id", id.clone())
        .is("name", name)
        .attr("aria-describedby", hint.clone())
        .flag("checked", chosen)
        .on("change", move |_| choose());
    let label = el("label").attr("for", id).el(el("span").class("option-name").live(label));
    let words = el("p").class("option-words").attr("id", hint).live(meaning);
    el("div").class("option").el(input).el(label).el(words)
}
