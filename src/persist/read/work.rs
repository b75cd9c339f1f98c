//! Reading what an organisation decides and plans: the Statement of Applicability, documents, grades
//! of findings, actions.

use litemap::LiteMap;

use super::{
    super::json::{Json, Object},
    Notice, Reader,
    fields::{day, text},
};
use crate::domain::{
    document::{DocumentEntry, DocumentState},
    finding::{Grade, Regrade},
    id::{DocumentId, FindingId, IdError, ItemId, PlannedId, RiskId},
    pack::Effort,
    path::MOST_WEEKS,
    plan::{Planned, PlannedState},
    soa::{OwnControl, Statement},
};

impl Reader<'_> {
    pub(super) fn statement(&mut self, assessment: &mut Object) -> Statement {
        let statement = self.within(assessment, "", "statement", |reader, fields| Statement {
            version: reader.take(fields, "statement", "version", text).unwrap_or_default(),
            approver: reader.take(fields, "statement", "approver", text).unwrap_or_default(),
            approved: reader.take(fields, "statement", "approved", day),
        });
        statement.unwrap_or_default()
    }

    pub(super) fn own_controls(&mut self, assessment: &mut Object) -> LiteMap<ItemId, OwnControl> {
        self.entries(assessment, "own_controls", own_id, |reader, _, way, fields| {
            let path = &way.replace('/', ".");
            let number = reader.counted(fields, path)?;
            let mut flag = |key| reader.take(fields, path, key, Json::as_bool).unwrap_or_default();
            let (preventive, corrective) = (flag("preventive"), flag("corrective"));
            let title = reader.take(fields, path, "title", text).unwrap_or_default();
            let answer = reader.within(fields, path, "answer", |reader, fields| {
                reader.answer(None, &format!("{way}/answer"), fields)
            });
            let answer = answer.unwrap_or_default();
            Some(OwnControl { number, title, preventive, corrective, answer })
        })
    }

    pub(super) fn documents(
        &mut self,
        assessment: &mut Object,
    ) -> LiteMap<DocumentId, DocumentEntry> {
        self.entries(assessment, "documents", DocumentId::parse, |reader, _, way, fields| {
            let path = &way.replace('/', ".");
            let entry = DocumentEntry {
                state: reader
                    .take(fields, path, "state", |value| DocumentState::parse(value.as_str()?)),
                place: reader.take(fields, path, "place", text).unwrap_or_default(),
                owner: reader.take(fields, path, "owner", text).unwrap_or_default(),
                review: reader.take(fields, path, "review", day),
            };
            (!entry.is_empty()).then_some(entry)
        })
    }

    /// A grade without reason, or without the one that it is in place of, is none.
    pub(super) fn regraded(&mut self, assessment: &mut Object) -> LiteMap<FindingId, Regrade> {
        self.entries(assessment, "regraded", FindingId::parse, |reader, _, way, fields| {
            let grade = |key| fields.get(key).and_then(|value| Grade::parse(value.as_str()?));
            let grades = grade("grade").zip(grade("computed"));
            let reason = fields.get("reason").and_then(text);
            let reason = reason.filter(|reason| !reason.trim().is_empty());
            let Some(((grade, computed), reason)) = grades.zip(reason) else {
                reader.notices.push(Notice::Ignored { at: way.replace('/', ".") });
                return None;
            };
            for key in ["grade", "computed", "reason"] {
                fields.remove(key);
            }
            Some(Regrade { grade, computed, reason })
        })
    }

    pub(super) fn plan(&mut self, assessment: &mut Object) -> LiteMap<PlannedId, Planned> {
        self.entries(assessment, "plan", PlannedId::parse, |reader, _, way, fields| {
            let path = &way.replace('/', ".");
            let number = reader.counted(fields, path)?;
            let mut line = |key| reader.take(fields, path, key, text).unwrap_or_default();
            let (title, owner, note) = (line("title"), line("owner"), line("note"));
            let effort =
                reader.take(fields, path, "effort", |value| Effort::parse(value.as_str()?));
            let state =
                reader.take(fields, path, "state", |value| PlannedState::parse(value.as_str()?));
            Some(Planned {
                number,
                title,
                items: reader.ids(fields, path, "items", ItemId::parse),
                risks: reader.ids(fields, path, "risks", RiskId::parse),
                documents: reader.ids(fields, path, "documents", DocumentId::parse),
                owner,
                due: reader.take(fields, path, "due", day),
                effort: effort.unwrap_or(Effort::M),
                state: state.unwrap_or_default(),
                finished: reader.take(fields, path, "finished", day),
                note,
            })
        })
    }

    pub(super) fn weeks(&mut self, assessment: &mut Object) -> LiteMap<u64, u64> {
        let weeks = self.within(assessment, "", "weeks", |reader, raw| {
            let mut weeks = LiteMap::new_vec();
            for key in raw.keys().cloned().collect::<Vec<_>>() {
                let step = key.parse::<u64>().ok().filter(|step| step.to_string() == key);
                let Some(step) = step else { continue };
                let of_step = reader.take(raw, "weeks", &key, |value| {
                    value.as_u64().filter(|weeks| *weeks <= MOST_WEEKS)
                });
                if let Some(of_step) = of_step {
                    weeks.insert(step, of_step);
                }
            }
            weeks
        });
        weeks.unwrap_or_default()
    }
}

/// The identifier of a control of the organisation's own, which no pack has.
fn own_id(text: &str) -> Result<ItemId, IdError> {
    if text.starts_with(ItemId::OWN) {
        ItemId::parse(text)
    } else {
        Err(IdError(text.chars().take(64).collect()))
    }
}
