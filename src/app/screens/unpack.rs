//! Reading the file of the long texts.

use std::sync::Arc;

use leptos::prelude::*;

use super::{super::state::State, example, risks::library, workshop::notes};
use crate::{
    browser::page,
    text::{Bundle, ItemGuidance},
};

/// Reads the file of the long texts.
pub async fn unpack(state: State, file: String) {
    let questionnaire = state.questionnaire();
    let language = &questionnaire.texts.language;
    let bundle = Bundle::new(&file);
    for group in questionnaire.pack.groups() {
        match bundle.guidance(language, group.id.as_str()) {
            Some(texts) => state.add_guidance(group.id.as_str(), texts),
            None => state.later_failed.set(true),
        }
        // Clicks go first.
        page::breathe().await;
    }
    if !example::arrive(language, &bundle) {
        state.later_failed.set(true);
    }
    page::breathe().await;
    let scenarios = bundle.part("handbook/scenarios");
    let words = bundle.part(&format!("handbook/{language}/scenarios"));
    if !scenarios.zip(words).is_some_and(|(all, words)| library::arrive(all, words)) {
        state.later_failed.set(true);
    }
    let facilitator = bundle.part(&format!("handbook/{language}/facilitator"));
    if !facilitator.is_some_and(notes::arrive) {
        state.later_failed.set(true);
    }
    page::breathe().await;
    match bundle.handbook(language) {
        // For the life of the page, like the questionnaire.
        Some(handbook) => state.handbook.set(Some(Box::leak(Box::new(handbook)))),
        None => state.later_failed.set(true),
    }
}

impl State {
    /// Adds the long texts of a group, which have arrived.
    fn add_guidance(&self, group: &str, texts: Vec<(String, ItemGuidance)>) {
        let questionnaire = self.questionnaire();
        let mut groups = questionnaire.pack.groups().iter();
        if let Some(of_group) =
            groups.position(|of| of.id.as_str() == group).and_then(|place| self.guidance_at(place))
        {
            of_group.set(texts.into_iter().map(|(item, texts)| (item, Arc::new(texts))).collect());
        }
    }
}
