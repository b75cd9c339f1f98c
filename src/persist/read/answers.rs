//! Reading the answers.

use litemap::LiteMap;

use super::{
    super::{
        json::{Json, Object},
        rest::Rest,
    },
    Notice, ReadError, Reader,
    fields::{day, text},
};
use crate::domain::{
    assessment::{Answer, Applicability, CheckAnswer, Rating},
    evidence::{Evidence, Sha256},
    id::{CheckId, ItemId, LevelCode},
    pack::{Effort, Item, Kind, Pack},
    soa::{Inclusion, InclusionReason},
};

impl Reader<'_> {
    /// Answers that are no object are no detail: opened without them, the next save would be the
    /// end of them.
    pub(super) fn answers(
        &mut self,
        assessment: &mut Object,
    ) -> Result<LiteMap<ItemId, Answer>, ReadError> {
        let mut answers = LiteMap::new_vec();
        let mut raw = match assessment.remove("answers") {
            None => return Ok(answers),
            Some(Json::Object(raw)) => raw,
            Some(_) => return Err(ReadError::Broken("assessment.answers")),
        };
        let keys: Vec<String> = raw.keys().cloned().collect();
        for key in keys {
            let item = ItemId::parse(&key).ok().and_then(|id| self.pack.item(&id));
            let Some(item) = item.cloned() else {
                self.notices.push(Notice::UnknownItem(key));
                continue;
            };
            let Some(mut fields) = self.take_object(&mut raw, "answers", &key) else {
                continue;
            };
            let answer = self.answer(Some(&item), &format!("answers/{key}"), &mut fields);
            if !fields.is_empty() {
                raw.insert(key, Json::Object(fields));
            }
            if !answer.is_empty() {
                answers.insert(item.id, answer);
            }
        }
        if !raw.is_empty() {
            assessment.insert("answers".into(), Json::Object(raw));
        }
        Ok(answers)
    }

    /// The answer to which `way` leads: to an item of the pack, or to a control of the organisation's
    /// own, which has no check-points.
    pub(super) fn answer(&mut self, item: Option<&Item>, way: &str, fields: &mut Object) -> Answer {
        let path = &way.replace('/', ".");
        Answer {
            rating: self.rating(path, fields),
            applicability: self.applicability(item, way, fields),
            note: self.take(fields, path, "note", text).unwrap_or_default(),
            checks: item.map(|item| self.checks(item, path, fields)).unwrap_or_default(),
            evidence: self.evidence(way, fields),
            owner: self.take(fields, path, "owner", text).unwrap_or_default(),
            due: self.take(fields, path, "due", day),
            target: self.target(path, fields),
            review: self.take(fields, path, "review", Json::as_bool).unwrap_or_default(),
            inclusion: self.inclusion(item, way, fields),
            implementation: self.take(fields, path, "implementation", text).unwrap_or_default(),
            effort: self.take(fields, path, "effort", |value| Effort::parse(value.as_str()?)),
        }
    }

    /// Only controls are decided on; what is said of a requirement stays with the leftovers.
    fn inclusion(
        &mut self,
        item: Option<&Item>,
        way: &str,
        fields: &mut Object,
    ) -> Option<Inclusion> {
        let path = &way.replace('/', ".");
        if item.is_some_and(|item| item.kind == Kind::Requirement) {
            if fields.contains_key("inclusion") {
                self.notices.push(Notice::Ignored { at: format!("{path}.inclusion") });
            }
            return None;
        }
        let mut inner = self.take_object(fields, path, "inclusion")?;
        let path = &format!("{path}.inclusion");
        let inclusion = Inclusion {
            reasons: self.set(&mut inner, path, "reasons", InclusionReason::parse),
            why: self.take(&mut inner, path, "why", text).unwrap_or_default(),
            proposed: self.take(&mut inner, path, "proposed", Json::as_bool).unwrap_or_default(),
        };
        if !inner.is_empty() {
            self.rests.push(Rest::of_object(&format!("{way}/inclusion"), inner));
        }
        Some(inclusion)
    }

    fn rating(&mut self, path: &str, fields: &mut Object) -> Option<Rating> {
        let pack = self.pack;
        self.take(fields, path, "rating", |value| {
            Rating::parse(value.as_str()?).filter(|rating| has_level(pack, rating))
        })
    }

    fn target(&mut self, path: &str, fields: &mut Object) -> Option<LevelCode> {
        let pack = self.pack;
        self.take(fields, path, "target", |value| {
            let code = LevelCode::parse(value.as_str()?).ok()?;
            pack.scale().level(&code).map(|level| level.code.clone())
        })
    }

    fn evidence(&mut self, way: &str, fields: &mut Object) -> Vec<Evidence> {
        let mut list = Vec::new();
        let (path, way) = (way.replace('/', "."), format!("{way}/evidence"));
        self.take_list(fields, &path, "evidence", &mut |reader, at, mut entry| {
            let name = reader.take(&mut entry, at, "name", text).unwrap_or_default();
            let place = reader.take(&mut entry, at, "place", text).unwrap_or_default();
            let sha256 =
                reader.take(&mut entry, at, "sha256", |value| Sha256::parse(value.as_str()?));
            if !entry.is_empty() {
                reader.rests.push(Rest::of_entry(&way, list.len(), ("name", &name), entry));
            }
            list.push(Evidence { name, place, sha256 });
            true
        });
        list
    }

    fn applicability(
        &mut self,
        item: Option<&Item>,
        way: &str,
        fields: &mut Object,
    ) -> Applicability {
        let path = way.replace('/', ".");
        let Some(mut value) = self.take_object(fields, &path, "applicability") else {
            return Applicability::Applicable;
        };
        let path = format!("{path}.applicability");
        let excluded = self.take_object(&mut value, &path, "excluded").map(|mut excluded| {
            let path = format!("{path}.excluded");
            let justification =
                self.take(&mut excluded, &path, "justification", text).unwrap_or_default();
            if !excluded.is_empty() {
                let way = format!("{way}/applicability/excluded");
                self.rests.push(Rest::of_object(&way, excluded));
            }
            Applicability::Excluded { justification }
        });
        if !value.is_empty() {
            fields.insert("applicability".into(), Json::Object(value));
        }
        match (excluded, item) {
            (Some(_), Some(item)) if item.kind == Kind::Requirement => {
                self.notices.push(Notice::RequirementExcluded(item.id.clone()));
                Applicability::Applicable
            }
            (excluded, _) => excluded.unwrap_or_default(),
        }
    }

    fn checks(
        &mut self,
        item: &Item,
        path: &str,
        fields: &mut Object,
    ) -> LiteMap<CheckId, CheckAnswer> {
        let checks = self.within(fields, path, "checks", |reader, raw| {
            let path = format!("{path}.checks");
            let mut given = |check: &CheckId| {
                reader.take(raw, &path, check.as_str(), |value| CheckAnswer::parse(value.as_str()?))
            };
            let answered = item.checks.iter();
            answered.filter_map(|check| Some((check.clone(), given(check)?))).collect()
        });
        checks.unwrap_or_default()
    }
}

/// Whether a rating is one that the questionnaire's scale has.
pub(super) fn has_level(pack: &Pack, rating: &Rating) -> bool {
    match rating {
        Rating::Level(code) => pack.scale().level(code).is_some(),
        Rating::DontKnow => true,
    }
}
