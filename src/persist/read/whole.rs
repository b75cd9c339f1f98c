//! Reading what concerns the assessment as a whole: facts, selection, snapshots.

use litemap::LiteMap;

use super::{
    super::{
        json::{Json, MOST_FIELDS, Object},
        rest::Rest,
    },
    Reader,
    answers::has_level,
    fields::{day, list, text, timestamp},
};
use crate::domain::{
    facts::{Facts, is_head_count},
    id::{ItemId, ReasonId, SectorId},
    selection::Selection,
    snapshot::{Frozen, MOST_SNAPSHOTS, Snapshot},
};

impl Reader<'_> {
    pub(super) fn facts(&mut self, assessment: &mut Object) -> Facts {
        let facts = self.within(assessment, "", "facts", |reader, fields| {
            let mut line = |key| reader.take(fields, "facts", key, text).unwrap_or_default();
            let (organisation, scope) = (line("organisation"), line("scope"));
            Facts {
                organisation,
                people: reader.take(fields, "facts", "people", |value| {
                    value.as_u64().filter(|people| is_head_count(*people))
                }),
                sector: reader
                    .take(fields, "facts", "sector", |value| SectorId::parse(value.as_str()?).ok()),
                scope,
                reasons: reader
                    .take(fields, "facts", "reasons", |value| {
                        list(value, |id| ReasonId::parse(id).ok())
                    })
                    .unwrap_or_default(),
                target: reader.take(fields, "facts", "target", day),
            }
        });
        facts.unwrap_or_default()
    }

    pub(super) fn selection(&mut self, path: &str, from: &mut Object) -> Selection {
        let selection = self.take(from, path, "selection", |value| match value {
            Json::String(text) => (text == Selection::QUICK).then_some(Selection::Quick),
            Json::Array(items) if items.len() > MOST_FIELDS => None,
            items => list(items, |id| ItemId::parse(id).ok()).map(Selection::of),
        });
        selection.unwrap_or_default()
    }

    pub(super) fn snapshots(&mut self, assessment: &mut Object) -> Vec<Snapshot> {
        let mut snapshots = Vec::new();
        self.take_list(assessment, "", "snapshots", &mut |reader, at, mut entry| {
            let name = entry.get("name").and_then(text).filter(|name| !name.trim().is_empty());
            let taken = entry.get("taken").and_then(timestamp);
            let ratings = matches!(entry.get("ratings"), None | Some(Json::Object(_)));
            let (Some(name), Some(taken), true) = (name, taken, ratings) else { return false };
            if snapshots.len() == MOST_SNAPSHOTS {
                return false;
            }
            entry.remove("name");
            entry.remove("taken");
            let selection = reader.selection(at, &mut entry);
            let ratings = reader.frozen(at, &mut entry);
            let snapshot = Snapshot { name, taken, selection, ratings };
            if !entry.is_empty() {
                let taken = ("taken", snapshot.taken.as_str());
                reader.rests.push(Rest::of_entry("snapshots", snapshots.len(), taken, entry));
            }
            snapshot.file_into(&mut snapshots);
            true
        });
        snapshots
    }

    /// The ratings of a snapshot; those of items that the questionnaire doesn't have are left over.
    fn frozen(&mut self, path: &str, snapshot: &mut Object) -> LiteMap<ItemId, Frozen> {
        let ratings = self.within(snapshot, path, "ratings", |reader, raw| {
            let mut ratings = LiteMap::new_vec();
            let pack = reader.pack;
            for key in raw.keys().cloned().collect::<Vec<_>>() {
                let Some(item) = ItemId::parse(&key).ok().and_then(|id| pack.item(&id)) else {
                    continue;
                };
                let path = format!("{path}.ratings");
                let rating = reader.take(raw, &path, &key, |value| {
                    Frozen::parse(value.as_str()?).filter(|frozen| match frozen {
                        Frozen::Rated(rating) => has_level(pack, rating),
                        Frozen::Excluded => true,
                    })
                });
                if let Some(rating) = rating {
                    ratings.insert(item.id.clone(), rating);
                }
            }
            ratings
        });
        ratings.unwrap_or_default()
    }
}
