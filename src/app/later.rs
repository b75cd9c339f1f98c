//! What the first screen doesn't wait for: the long texts, in one file that is fetched right after
//! it (docs/decisions/0015).

use std::sync::Arc;

use leptos::{prelude::*, task::spawn_local};

use super::{
    PACK, screens,
    state::{Guidance, State},
};
use crate::{
    browser::assets,
    domain::{handbook::Handbook, id::ItemId},
    text::{HandbookTexts, ItemGuidance, Key},
};

/// Fetches all long texts. Without them items can still be rated; the pages that show such texts say
/// that they are missing.
pub fn load(state: State) {
    let path = format!("{PACK}/later.{}.txt", state.questionnaire().texts.language);
    spawn_local(async move {
        let file = assets::fetch(&path).await.unwrap_or_default();
        if let Some(screens) = screens::arrive().await {
            (screens.unpack)(state, file).await;
        }
    });
}

impl State {
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

    pub(super) fn guidance_at(&self, place: usize) -> Option<RwSignal<Guidance>> {
        self.guidance.get(place).copied()
    }

    /// What is said of what hasn't arrived.
    #[must_use]
    pub fn later(&self) -> Key {
        if self.later_failed.get() { Key::LaterFailed } else { Key::LaterComing }
    }

    /// The handbook and its words, once they have arrived.
    #[must_use]
    pub fn handbook(&self) -> Option<&'static (Handbook, HandbookTexts)> {
        self.handbook.get()
    }
}
