//! Reading the file of the long texts.

use std::sync::Arc;

use leptos::prelude::*;

use super::{super::state::State, example, risks::library};
use crate::{
    browser::page,
    persist::handbook::read_handbook,
    text::{HandbookTexts, ItemGuidance, read_guidance},
};

/// Reads the file of the long texts.
pub async fn unpack(state: State, file: String) {
    let questionnaire = state.questionnaire();
    let language = &questionnaire.texts.language;
    let lines: Vec<_> = file.lines().filter_map(|line| line.split_once('\t')).collect();
    let part = |wanted: &str| lines.iter().find(|(place, _)| *place == wanted);
    for group in questionnaire.pack.groups() {
        let json = part(&format!("guidance/{language}/{}", group.id));
        match json.map(|(_, json)| read_guidance(json)) {
            Some(Ok(texts)) => state.add_guidance(group.id.as_str(), texts),
            _ => state.later_failed.set(true),
        }
        // Clicks go first.
        page::breathe().await;
    }
    if !example::arrive(language, &lines) {
        state.later_failed.set(true);
    }
    page::breathe().await;
    let scenarios = part("handbook/scenarios");
    let words = part(&format!("handbook/{language}/scenarios"));
    if !scenarios.zip(words).is_some_and(|((_, all), (_, words))| library::arrive(all, words)) {
        state.later_failed.set(true);
    }
    page::breathe().await;
    let parts = || {
        let (_, documents) = part("handbook/documents")?;
        let (_, guide) = part("handbook/guide")?;
        let (_, document_texts) = part(&format!("handbook/{language}/documents"))?;
        let (_, guide_texts) = part(&format!("handbook/{language}/guide"))?;
        let handbook = read_handbook(documents, guide).ok()?;
        Some((handbook, HandbookTexts::read(document_texts, guide_texts).ok()?))
    };
    match parts() {
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
