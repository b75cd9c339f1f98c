//! What the first screen doesn't wait for: the long texts, in one file that is fetched right after
//! it (docs/decisions/0015).

use std::sync::Arc;

use leptos::{prelude::*, task::spawn_local};

use super::{
    PACK,
    state::{Guidance, State},
};
use crate::{
    browser::{assets, page},
    domain::{handbook::Handbook, id::ItemId},
    persist::handbook::read_handbook,
    text::{HandbookTexts, ItemGuidance, read_guidance},
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
            Some(handbook) => state.handbook.set(Some(Arc::new(handbook))),
            None => state.later_failed.set(true),
        }
    });
}

/// Places and their JSON.
fn lines(file: &str) -> impl Iterator<Item = (&str, &str)> {
    file.lines().filter_map(|line| line.split_once('\t'))
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

    /// The long texts of an item, once they have arrived.
    #[must_use]
    pub fn guidance(&self, item: &ItemId) -> Option<Arc<ItemGuidance>> {
        let questionnaire = self.questionnaire();
        let group = questionnaire.pack.group_of(questionnaire.pack.item(item)?)?;
        let mut groups = questionnaire.pack.groups().iter();
        let of_group = self.guidance_at(groups.position(|of| of.id == group.id)?)?;
        of_group.with(|texts| {
            let found = texts.iter().find(|(id, _)| id == item.as_str());
            found.map(|(_, guidance)| guidance.clone())
        })
    }

    /// The long texts of all items that have arrived, not following their changes.
    #[must_use]
    pub fn all_guidance(&self) -> Guidance {
        self.guidance.with_value(|all| all.iter().flat_map(|texts| texts.get_untracked()).collect())
    }

    fn guidance_at(&self, place: usize) -> Option<RwSignal<Guidance>> {
        self.guidance.with_value(|all| all.get(place).copied())
    }

    /// The handbook and its words, once they have arrived.
    #[must_use]
    pub fn handbook(&self) -> Option<Arc<(Handbook, HandbookTexts)>> {
        self.handbook.get()
    }
}
