//! Reading the library of risk scenarios.

use super::node::{FormError, Node, read};
use crate::domain::{
    id::{ItemId, ScenarioId, SectorId},
    risk::register::{Property, Scenario},
};

/// Reads the scenarios of `handbook/scenarios.json`, in the order in which they are offered;
/// `packs/schema/handbook.schema.json` describes the file. The sectors in it are read by
/// [`super::case::read_sectors`].
///
/// # Errors
/// [`FormError`] with the place of the first fault.
pub fn read_scenarios(json: &str) -> Result<Vec<Scenario>, FormError> {
    read(json, |node| {
        node.only(&["$schema", "sectors", "scenarios"]);
        Some(node.get("scenarios").some(scenario))
    })
}

fn scenario(node: &Node<'_>) -> Option<Scenario> {
    // The threat is one of a table that only the tests of the pack look at.
    node.only(&["id", "threat", "properties", "controls", "sectors"]);
    let mut properties = node.get("properties").some(property);
    properties.sort();
    Some(Scenario {
        id: node.id_in("id", ScenarioId::parse)?,
        properties,
        controls: node.get("controls").some(|node| node.id(ItemId::parse)),
        sectors: node.some_in("sectors", |node| node.id(SectorId::parse)),
    })
}

fn property(node: &Node<'_>) -> Option<Property> {
    let property = Property::parse(&node.text());
    if property.is_none() {
        node.fault("");
    }
    property
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_library_of_the_pack_is_read_whole() {
        let json = include_str!("../../packs/iso27001-2022/handbook/scenarios.json");
        let scenarios = read_scenarios(json).unwrap();
        assert_eq!(scenarios.len(), json.matches("\"id\"").count());
        let first = &scenarios[0];
        assert_eq!(first.id.as_str(), "ransomware");
        assert_eq!(first.properties, [Property::Confidentiality, Property::Availability]);
        assert!(first.controls.contains(&ItemId::parse("A.8.13").unwrap()));
        assert!(first.sectors.is_empty());
    }

    #[test]
    fn a_fault_is_named() {
        let json = r#"{"sectors": [], "scenarios": [{"id": "x", "threat": "T-1",
            "properties": ["authenticity"], "controls": []}]}"#;
        let fault = FormError::Field("scenarios.0.properties.0".to_owned());
        assert_eq!(read_scenarios(json), Err(fault));
    }
}
