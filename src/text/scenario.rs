//! The words of the library of risk scenarios.

use crate::persist::node::{FormError, Node, read};

/// The words of a scenario.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScenarioTexts {
    /// What happens, in a few words.
    pub title: String,
    /// What happens, as it would be told afterwards.
    pub happens: String,
    /// What causes it.
    pub threat: String,
    /// What that exploits.
    pub vulnerability: String,
    /// What makes it less likely, and what more.
    pub likelihood: Hints,
    /// What makes it less grave, and what more.
    pub impact: Hints,
    /// What to ask those who know.
    pub question: String,
}

/// What speaks for a lower level, and what for a higher one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hints {
    /// For a lower one.
    pub lower: String,
    /// For a higher one.
    pub higher: String,
}

/// Reads the words of the scenarios from `handbook/<language>/scenarios.json`, by identifier.
///
/// # Errors
/// [`FormError`] with the place of the first fault.
pub fn read_scenario_texts(json: &str) -> Result<Vec<(String, ScenarioTexts)>, FormError> {
    read(json, |node| {
        node.only(&["$schema", "sectors", "scenarios"]);
        let mut list = Vec::new();
        node.get("scenarios").each_field(|id, node| list.push((id.to_owned(), scenario(node))));
        Some(list)
    })
}

fn scenario(node: &Node<'_>) -> ScenarioTexts {
    node.only(&["title", "happens", "threat", "vulnerability", "likelihood", "impact", "question"]);
    ScenarioTexts {
        title: node.text_in("title"),
        happens: node.text_in("happens"),
        threat: node.text_in("threat"),
        vulnerability: node.text_in("vulnerability"),
        likelihood: hints(&node.get("likelihood")),
        impact: hints(&node.get("impact")),
        question: node.text_in("question"),
    }
}

fn hints(node: &Node<'_>) -> Hints {
    node.only(&["lower", "higher"]);
    Hints { lower: node.text_in("lower"), higher: node.text_in("higher") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{persist::scenario::read_scenarios, text::entry};

    #[test]
    fn every_scenario_of_the_pack_has_words() {
        let json = include_str!("../../packs/iso27001-2022/handbook/scenarios.json");
        let words = include_str!("../../packs/iso27001-2022/handbook/en/scenarios.json");
        let texts = read_scenario_texts(words).unwrap();
        for scenario in read_scenarios(json).unwrap() {
            let words = entry(&texts, scenario.id.as_str());
            assert!(words.is_some_and(|words| !words.title.is_empty()), "{}", scenario.id);
        }
    }
}
