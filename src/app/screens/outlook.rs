//! What the open assessment means, for the pages of the second part.
//!
//! A page of one thing among hundreds asks for that alone: all of it is computed anew at each change.

use std::sync::Arc;

use leptos::prelude::*;

use super::super::state::State;
use crate::domain::{
    assessment::Assessment,
    handbook::Handbook,
    id::RiskId,
    outlook::{Outlook, outlook as look},
    risk::level::{RiskResult, result_of},
};

/// What the open assessment means, following its changes; once for a page. Until the handbook has
/// arrived nothing is known of documents and steps.
pub fn outlook(state: State) -> Memo<Option<Arc<Outlook>>> {
    Memo::new(move |_| outlook_now(state).map(Arc::new))
}

/// The same for this moment, following what it depends on.
pub fn outlook_now(state: State) -> Option<Outlook> {
    let questionnaire = state.questionnaire();
    let blank = Handbook::default();
    let handbook = state.handbook().map_or(&blank, |(handbook, _)| handbook);
    let look = |assessment: &Assessment| {
        state.with_evaluation(|evaluation| {
            look(&questionnaire.pack, handbook, assessment, evaluation)
        })
    };
    state.with_assessment(look).flatten()
}

/// What follows from one risk, following its changes; `None` when it isn't there.
pub fn risk_result(state: State, id: RiskId) -> Memo<Option<RiskResult>> {
    Memo::new(move |_| {
        let questionnaire = state.questionnaire();
        let result = |assessment: &Assessment| {
            let result =
                |evaluation: &_| result_of(&questionnaire.pack, assessment, evaluation, &id);
            state.with_evaluation(result).flatten()
        };
        state.with_assessment(result).flatten()
    })
}
