//! Reading risk criteria, assets and risks.

use litemap::LiteMap;

use super::{
    super::{
        json::{Json, Object},
        rest::Rest,
    },
    Notice, Reader,
    fields::{day, text},
};
use crate::domain::{
    id::{AssetId, ItemId, RiskId, ScenarioId},
    risk::{
        criteria::{Colour, Criteria, RiskLevel, ScaleLevel},
        register::{Acceptance, Asset, Link, Pair, Property, Risk, Treatment},
    },
};

impl Reader<'_> {
    /// Criteria by which risks can't be judged are no detail of theirs: they stay as a whole, and the
    /// default takes their place.
    pub(super) fn criteria(&mut self, assessment: &mut Object) -> Criteria {
        let Some(mut fields) = self.take_object(assessment, "", "criteria") else {
            return Criteria::default();
        };
        let whole = fields.clone();
        let rests = self.rests.len();
        let criteria = Criteria {
            likelihood: self.scale(&mut fields, "likelihood"),
            impact: self.scale(&mut fields, "impact"),
            levels: self.risk_levels(&mut fields),
            matrix: self.take(&mut fields, "criteria", "matrix", matrix).unwrap_or_default(),
            threshold: self.number(&mut fields, "criteria", "threshold").unwrap_or(usize::MAX),
            reduction: self.number(&mut fields, "criteria", "reduction").unwrap_or(usize::MAX),
        };
        if criteria.check().is_err() {
            self.notices.push(Notice::Ignored { at: "criteria".to_owned() });
            self.rests.truncate(rests);
            assessment.insert("criteria".to_owned(), Json::Object(whole));
            return Criteria::default();
        }
        if !fields.is_empty() {
            assessment.insert("criteria".to_owned(), Json::Object(fields));
        }
        criteria
    }

    fn scale(&mut self, criteria: &mut Object, key: &str) -> Vec<ScaleLevel> {
        let mut levels = Vec::new();
        let way = format!("criteria/{key}");
        self.take_list(criteria, "criteria", key, &mut |reader, at, mut entry| {
            let name = reader.take(&mut entry, at, "name", text).unwrap_or_default();
            let meaning = reader.take(&mut entry, at, "meaning", text).unwrap_or_default();
            if !entry.is_empty() {
                reader.rests.push(Rest::of_entry(&way, levels.len(), ("name", &name), entry));
            }
            levels.push(ScaleLevel { name, meaning });
            true
        });
        levels
    }

    fn risk_levels(&mut self, criteria: &mut Object) -> Vec<RiskLevel> {
        let mut levels = Vec::new();
        self.take_list(criteria, "criteria", "levels", &mut |reader, at, mut entry| {
            let name = reader.take(&mut entry, at, "name", text).unwrap_or_default();
            let colour =
                reader.take(&mut entry, at, "colour", |value| Colour::parse(value.as_str()?));
            if !entry.is_empty() {
                let name = ("name", name.as_str());
                reader.rests.push(Rest::of_entry("criteria/levels", levels.len(), name, entry));
            }
            levels.push(RiskLevel { name, colour });
            true
        });
        levels
    }

    pub(super) fn assets(&mut self, assessment: &mut Object) -> LiteMap<AssetId, Asset> {
        self.entries(assessment, "assets", AssetId::parse, |reader, _, way, fields| {
            let path = &way.replace('/', ".");
            let number = reader.counted(fields, path)?;
            let mut line = |key| reader.take(fields, path, key, text).unwrap_or_default();
            Some(Asset {
                number,
                name: line("name"),
                owner: line("owner"),
                classification: line("classification"),
                note: line("note"),
            })
        })
    }

    pub(super) fn risks(&mut self, assessment: &mut Object) -> LiteMap<RiskId, Risk> {
        self.entries(assessment, "risks", RiskId::parse, |reader, _, way, fields| {
            let path = &way.replace('/', ".");
            let number = reader.counted(fields, path)?;
            let mut line = |key| reader.take(fields, path, key, text).unwrap_or_default();
            let (title, threat) = (line("title"), line("threat"));
            let (vulnerability, owner, note) = (line("vulnerability"), line("owner"), line("note"));
            Some(Risk {
                number,
                title,
                scenario: reader.take(fields, path, "scenario", |value| {
                    ScenarioId::parse(value.as_str()?).ok()
                }),
                threat,
                vulnerability,
                assets: reader.ids(fields, path, "assets", AssetId::parse),
                properties: reader.set(fields, path, "properties", Property::parse),
                owner,
                likelihood: reader.number(fields, path, "likelihood"),
                impact: reader.number(fields, path, "impact"),
                controls: reader.links(way, fields),
                treatment: reader
                    .take(fields, path, "treatment", |value| Treatment::parse(value.as_str()?)),
                residual: reader.residual(way, fields),
                acceptance: reader.acceptance(way, fields),
                review: reader.take(fields, path, "review", day),
                note,
            })
        })
    }

    fn links(&mut self, way: &str, risk: &mut Object) -> Vec<Link> {
        let mut links: Vec<Link> = Vec::new();
        let (path, way) = (way.replace('/', "."), format!("{way}/controls"));
        self.take_list(risk, &path, "controls", &mut |reader, at, mut entry| {
            let id = entry.get("control").and_then(Json::as_str);
            let Some(control) = id.and_then(|id| ItemId::parse(id).ok()) else { return false };
            if links.iter().any(|link| link.control == control) {
                return false;
            }
            entry.remove("control");
            let suggested = reader.take(&mut entry, at, "suggested", Json::as_bool);
            if !entry.is_empty() {
                let key = ("control", control.as_str());
                reader.rests.push(Rest::of_entry(&way, links.len(), key, entry));
            }
            links.push(Link { control, suggested: suggested.unwrap_or_default() });
            true
        });
        links
    }

    fn residual(&mut self, way: &str, risk: &mut Object) -> Option<Pair> {
        let path = way.replace('/', ".");
        let mut fields = self.take_object(risk, &path, "residual")?;
        let at = format!("{path}.residual");
        let likelihood = self.number(&mut fields, &at, "likelihood");
        let impact = self.number(&mut fields, &at, "impact");
        let pair = likelihood.zip(impact).map(|(likelihood, impact)| Pair { likelihood, impact });
        if pair.is_none() {
            self.notices.push(Notice::Ignored { at });
        }
        if !fields.is_empty() {
            self.rests.push(Rest::of_object(&format!("{way}/residual"), fields));
        }
        pair
    }

    fn acceptance(&mut self, way: &str, risk: &mut Object) -> Acceptance {
        let path = way.replace('/', ".");
        let acceptance = self.within(risk, &path, "acceptance", |reader, fields| {
            let at = &format!("{path}.acceptance");
            Acceptance {
                by: reader.take(fields, at, "by", text).unwrap_or_default(),
                on: reader.take(fields, at, "on", day),
                why: reader.take(fields, at, "why", text).unwrap_or_default(),
            }
        });
        acceptance.unwrap_or_default()
    }

    pub(super) fn number(&mut self, from: &mut Object, path: &str, key: &str) -> Option<usize> {
        self.take(from, path, key, number)
    }
}

fn number(value: &Json) -> Option<usize> {
    usize::try_from(value.as_u64()?).ok()
}

fn matrix(value: &Json) -> Option<Vec<Vec<usize>>> {
    let row = |row: &Json| row.as_array()?.iter().map(number).collect();
    value.as_array()?.iter().map(row).collect()
}
