//! What the first screen doesn't wait for: the long texts, in one file that is fetched right after
//! it (docs/decisions/0008).

use std::sync::Arc;

use leptos::task::spawn_local;

use super::{PACK, state::State};
use crate::{
    browser::{assets, page},
    persist::handbook::read_handbook,
    text::{HandbookTexts, read_guidance},
};

/// Fetches all long texts. Without them items can still be rated; the pages that show such texts
/// say what is missing.
pub fn load(state: State) {
    let path = format!("{PACK}/later.{}.txt", state.questionnaire().texts.language);
    spawn_local(async move {
        let file = assets::fetch(&path).await.unwrap_or_default();
        for (place, json) in lines(&file) {
            if place.starts_with("guidance/") {
                state.add_guidance(read_guidance(json).unwrap_or_default());
                // Clicks go first.
                page::breathe().await;
            }
        }
        let part = |wanted: &str| lines(&file).find(|(place, _)| *place == wanted);
        let language = &state.questionnaire().texts.language;
        let parts = || {
            let (_, documents) = part("handbook/documents")?;
            let (_, guide) = part("handbook/guide")?;
            let (_, document_texts) = part(&format!("handbook/{language}/documents"))?;
            let (_, guide_texts) = part(&format!("handbook/{language}/guide"))?;
            let handbook = read_handbook(documents, guide).ok()?;
            Some((handbook, HandbookTexts::read(document_texts, guide_texts).ok()?))
        };
        if let Some(handbook) = parts() {
            state.set_handbook(Arc::new(handbook));
        }
    });
}

/// Places and their JSON.
fn lines(file: &str) -> impl Iterator<Item = (&str, &str)> {
    file.lines().filter_map(|line| line.split_once('\t'))
}
