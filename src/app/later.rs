//! What the first screen doesn't wait for: the long texts, in one file that is fetched right after
//! it (docs/decisions/0015).

use std::sync::Arc;

use leptos::{prelude::*, task::spawn_local};

use super::{PACK, state::State};
use crate::{
    browser::{assets, page},
    persist::handbook::read_handbook,
    text::{HandbookTexts, read_guidance},
};

/// Fetches all long texts. Without them items can still be rated; the pages that show such texts say
/// that they are missing.
pub fn load(state: State) {
    let path = format!("{PACK}/later.{}.txt", state.questionnaire().texts.language);
    spawn_local(async move {
        let file = assets::fetch(&path).await.unwrap_or_default();
        let questionnaire = state.questionnaire();
        let language = &questionnaire.texts.language;
        let part = |wanted: &str| lines(&file).find(|(place, _)| *place == wanted);
        for group in questionnaire.pack.groups() {
            let json = part(&format!("guidance/{language}/{}", group.id));
            match json.map(|(_, json)| read_guidance(json)) {
                Some(Ok(texts)) => state.add_guidance(group.id.as_str(), texts),
                _ => state.later_failed.set(true),
            }
            // Clicks go first.
            page::breathe().await;
        }
        let parts = || {
            let (_, documents) = part("handbook/documents")?;
            let (_, guide) = part("handbook/guide")?;
            let (_, document_texts) = part(&format!("handbook/{language}/documents"))?;
            let (_, guide_texts) = part(&format!("handbook/{language}/guide"))?;
            let handbook = read_handbook(documents, guide).ok()?;
            Some((handbook, HandbookTexts::read(document_texts, guide_texts).ok()?))
        };
        match parts() {
            Some(handbook) => state.set_handbook(Arc::new(handbook)),
            None => state.later_failed.set(true),
        }
    });
}

/// Places and their JSON.
fn lines(file: &str) -> impl Iterator<Item = (&str, &str)> {
    file.lines().filter_map(|line| line.split_once('\t'))
}
