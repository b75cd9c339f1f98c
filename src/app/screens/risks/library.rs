//! The library of risk scenarios, and taking risks from it.

use std::sync::OnceLock;

use leptos::prelude::*;

use super::super::super::state::State;
use crate::{
    browser::random,
    domain::{
        action::Action,
        assessment::Assessment,
        id::{RiskId, ScenarioId},
        risk::register::{Link, Risk, Scenario},
        work::{action::WorkAction, next_number},
    },
    persist::scenario::read_scenarios,
    text::{ScenarioTexts, entry, read_scenario_texts},
};

/// The scenarios in the order in which they are offered, each with its words.
pub type Library = Vec<(Scenario, ScenarioTexts)>;

/// What came with the long texts. Whoever reads it follows the handbook, which arrives after it.
static ARRIVED: OnceLock<Library> = OnceLock::new();

/// Reads the library; false when it can't be read. `scenarios` and `words` are its two files.
pub fn arrive(scenarios: &str, words: &str) -> bool {
    let read = || {
        let texts = read_scenario_texts(words).ok()?;
        let scenarios = read_scenarios(scenarios).ok()?.into_iter();
        let known = scenarios.filter_map(|scenario| {
            let words = entry(&texts, scenario.id.as_str())?.clone();
            Some((scenario, words))
        });
        Some(known.collect())
    };
    read().is_some_and(|library| ARRIVED.set(library).is_ok())
}

/// The library, once it has arrived.
pub fn library(state: State) -> Option<&'static Library> {
    state.handbook()?;
    ARRIVED.get()
}

/// The words of a scenario.
pub fn words(state: State, id: &ScenarioId) -> Option<&'static ScenarioTexts> {
    let library = library(state)?;
    library.iter().find(|(scenario, _)| scenario.id == *id).map(|(_, words)| words)
}

/// The number of the next risk.
pub fn next(state: State) -> u64 {
    let next = |assessment: &Assessment| {
        next_number(assessment.work().risks.values().map(|risk| risk.number))
    };
    untrack(|| state.with_assessment(next)).unwrap_or(1)
}

/// Adds a risk and returns its identifier.
pub fn add(state: State, risk: Risk) -> RiskId {
    let id = RiskId::from_random(random::bytes());
    state.dispatch(WorkAction::Risk(id.clone(), Some(Box::new(risk))).into());
    id
}

/// Adds risks made from scenarios, as one step.
pub fn take_over(state: State, scenarios: &[&(Scenario, ScenarioTexts)]) {
    let first = next(state);
    let risks = scenarios.iter().zip(first..).map(|((scenario, words), number)| {
        let id = RiskId::from_random(random::bytes());
        WorkAction::Risk(id, Some(Box::new(made_from(scenario, words, number)))).into()
    });
    state.dispatch(Action::Several(risks.collect()));
}

/// A risk as a scenario tells it. How likely and how bad it is only the organisation knows.
fn made_from(scenario: &Scenario, words: &ScenarioTexts, number: u64) -> Risk {
    let link = |control: &_| Link { control: Clone::clone(control), suggested: true };
    Risk {
        number,
        title: words.title.clone(),
        scenario: Some(scenario.id.clone()),
        threat: words.threat.clone(),
        vulnerability: words.vulnerability.clone(),
        properties: scenario.properties.clone(),
        controls: scenario.controls.iter().map(link).collect(),
        ..Risk::default()
    }
}
