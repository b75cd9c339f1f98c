//! Names of what risks have to do with.

use super::super::super::state::State;
use crate::{domain::assessment::Assessment, text::outcome::Names};

/// Does something with the names of items, documents and risks, following their changes.
pub fn with_names<T: Default>(state: State, f: impl FnOnce(&Names<'_>) -> T) -> T {
    let questionnaire = state.questionnaire();
    let handbook = state.handbook().map(|(_, texts)| texts);
    let named =
        |assessment: &Assessment| f(&Names { pack: &questionnaire.texts, handbook, assessment });
    state.with_assessment(named).unwrap_or_default()
}
