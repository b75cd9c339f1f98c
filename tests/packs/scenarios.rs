//! Risk scenarios: what they are linked to, and their words.

use std::collections::{BTreeMap, BTreeSet};

use plumbline::domain::pack::{Kind, Pack};
use serde::Deserialize;

use crate::{
    bounds::is_question,
    facts::rows,
    faults::Faults,
    files::{Language, Questionnaire, handbook_structure, iso27001},
    wording::words,
};

const THREATS: &str = include_str!("../facts/threats_vulnerabilities.tsv");

/// `handbook/scenarios.json`
#[derive(Deserialize)]
struct Library {
    sectors: Vec<String>,
    scenarios: Vec<Scenario>,
}

#[derive(Deserialize)]
struct Scenario {
    id: String,
    threat: String,
    properties: Vec<String>,
    controls: Vec<String>,
    sectors: Option<Vec<String>>,
}

/// `handbook/en/scenarios.json`
#[derive(Deserialize)]
struct LibraryTexts {
    sectors: BTreeMap<String, String>,
    scenarios: BTreeMap<String, ScenarioTexts>,
}

#[derive(Deserialize)]
struct ScenarioTexts {
    title: String,
    happens: String,
    threat: String,
    vulnerability: String,
    likelihood: Estimate,
    impact: Estimate,
    question: String,
}

#[derive(Deserialize)]
struct Estimate {
    lower: String,
    higher: String,
}

fn library() -> Library {
    serde_json::from_value(handbook_structure("scenarios")).unwrap()
}

/// The sectors that scenarios and cases may name.
pub fn sectors() -> BTreeSet<String> {
    library().sectors.into_iter().collect()
}

/// What an item of the pack has of an attribute.
fn values<'a>(pack: &'a Pack, item: &str, attribute: &str) -> BTreeSet<&'a str> {
    let item = pack.places().get(item).map(|place| &pack.items()[*place]);
    let values = item.into_iter().flat_map(|item| &item.attributes);
    values
        .map(|(of, value)| (&pack.attributes()[*of], *value))
        .filter(|(of, _)| of.id.as_str() == attribute)
        .map(|(of, value)| of.values[value].as_str())
        .collect()
}

#[test]
fn scenarios_are_linked_to_what_there_is() {
    let mut faults = Faults::default();
    let library = library();
    faults.unless(library.scenarios.len() == 25, "scenarios", library.scenarios.len());
    let threats: BTreeSet<&str> = rows(THREATS).iter().map(|row| row["id"]).collect();
    let pack = iso27001().pack;
    let properties = pack.attributes().iter().find(|of| of.id.as_str() == "properties").unwrap();
    let sectors = sectors();
    for scenario in &library.scenarios {
        let Scenario { id, threat, .. } = scenario;
        faults.unless(threats.contains(&**threat), id, format!("no threat {threat:?}"));
        faults.within(id, scenario.properties.len(), 1..=3, "properties");
        for name in &scenario.properties {
            let known = properties.values.iter().any(|value| value.as_str() == name);
            faults.unless(known, id, format!("no property {name:?}"));
        }
        if let Some(of) = &scenario.sectors {
            faults.within(id, of.len(), 1..=4, "sectors");
            for sector in of {
                faults.unless(sectors.contains(sector), id, format!("no sector {sector:?}"));
            }
        }
        check_controls(&mut faults, &pack, scenario);
    }
    let ids: BTreeSet<&String> = library.scenarios.iter().map(|scenario| &scenario.id).collect();
    faults.unless(ids.len() == library.scenarios.len(), "scenarios", "an identifier stands twice");
    faults.unless(sectors.len() == library.sectors.len(), "sectors", "one stands twice");
    let used: BTreeSet<&String> = library
        .scenarios
        .iter()
        .filter_map(|scenario| scenario.sectors.as_ref())
        .flatten()
        .collect();
    for sector in sectors.iter().filter(|sector| !used.contains(sector)) {
        faults.say(sector, "no scenario is meant for it");
    }
    faults.tell();
}

/// Controls lower the likelihood if they are preventive and the impact otherwise, so a scenario
/// without both kinds could be lowered on one side only (scoring.md, Risk).
fn check_controls(faults: &mut Faults, pack: &Pack, Scenario { id, controls, .. }: &Scenario) {
    faults.within(id, controls.len(), 3..=10, "controls");
    let once = controls.iter().collect::<BTreeSet<_>>().len() == controls.len();
    faults.unless(once, id, "a control stands twice");
    for control in controls {
        let place = pack.places().get(control.as_str());
        let is_control = place.is_some_and(|place| pack.items()[*place].kind == Kind::Control);
        faults.unless(is_control, id, format!("no control {control:?}"));
    }
    let types: BTreeSet<&str> =
        controls.iter().flat_map(|control| values(pack, control, "control_type")).collect();
    faults.unless(types.contains("preventive"), id, "no preventive control");
    let after = types.contains("detective") || types.contains("corrective");
    faults.unless(after, id, "no detective or corrective control");
}

#[test]
fn scenarios_have_words_within_bounds() {
    let mut faults = Faults::default();
    let library = library();
    let ids: BTreeSet<&String> = library.scenarios.iter().map(|scenario| &scenario.id).collect();
    let sectors = sectors();
    let Questionnaire { languages, .. } = iso27001();
    for Language { tag, beside, .. } in &languages {
        let texts: LibraryTexts =
            serde_json::from_value(beside["handbook/scenarios"].clone()).unwrap();
        let worded: BTreeSet<&String> = texts.scenarios.keys().collect();
        for id in ids.symmetric_difference(&worded) {
            faults.say(format!("{tag} {id}"), "a scenario without words, or words without it");
        }
        let named: BTreeSet<String> = texts.sectors.into_keys().collect();
        for sector in sectors.symmetric_difference(&named) {
            faults.say(format!("{tag} {sector}"), "a sector without a name, or a name without it");
        }
        for (id, scenario) in &texts.scenarios {
            let parts = [
                ("title", &scenario.title, 3..=8),
                ("happens", &scenario.happens, 30..=60),
                ("threat", &scenario.threat, 3..=10),
                ("vulnerability", &scenario.vulnerability, 8..=25),
                ("lower likelihood", &scenario.likelihood.lower, 10..=30),
                ("higher likelihood", &scenario.likelihood.higher, 10..=30),
                ("lower impact", &scenario.impact.lower, 10..=30),
                ("higher impact", &scenario.impact.higher, 10..=30),
                ("question", &scenario.question, 5..=30),
            ];
            for (part, text, bounds) in parts {
                faults.within(format!("{tag} {id} {part}"), words(text), bounds, "words");
            }
            is_question(&mut faults, format!("{tag} {id} question"), &scenario.question);
        }
    }
    faults.tell();
}
