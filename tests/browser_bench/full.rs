//! An assessment with more in it than anybody keeps.

use std::fs;

use serde_json::{Map, Value, json};

use crate::server;

/// How many risks it has, each with eight controls.
pub const RISKS: usize = 500;
/// How many snapshots of all items it has.
pub const SNAPSHOTS: usize = 10;

/// It, as it is kept in the browser.
///
/// # Errors
/// The app hasn't been built, or its questionnaire has another form.
pub fn assessment() -> Result<String, String> {
    let path = server::dist().join("packs/iso27001-2022/pack.json");
    let told = |error: &dyn std::fmt::Display| format!("{}: {error}", path.display());
    let text = fs::read_to_string(&path).map_err(|error| told(&error))?;
    let pack: Value = serde_json::from_str(&text).map_err(|error| told(&error))?;
    let items = ids(&pack).ok_or_else(|| told(&"it has another form than it had"))?;
    let controls: Vec<&str> = items.iter().copied().filter(|id| id.starts_with("A.")).collect();

    let ratings: Map<String, Value> = items
        .iter()
        .zip(["N", "P", "L", "F"].into_iter().cycle())
        .map(|(id, level)| ((*id).to_owned(), level.into()))
        .collect();
    // Not rated: the first ratings are those that the numbers always follow.
    let answers: Map<String, Value> = items
        .iter()
        .map(|id| {
            let note = format!("What was seen of {id}, in a sentence as people write them.");
            ((*id).to_owned(), json!({ "note": note, "owner": "Head of IT" }))
        })
        .collect();
    let snapshots = (0..SNAPSHOTS).map(|number| {
        let taken = format!("2026-{:02}-01T09:00:00.000Z", number + 1);
        json!({ "name": format!("Month {}", number + 1), "taken": taken, "ratings": ratings })
    });
    let risks: Map<String, Value> = (0..RISKS)
        .map(|number| {
            let of_risk = controls.iter().cycle().skip(number).take(8);
            let linked: Vec<Value> = of_risk.map(|id| json!({ "control": id })).collect();
            let risk = json!({
                "number": number + 1,
                "title": format!("What might happen to us, the {}th of all", number + 1),
                "owner": "Head of IT",
                "threat": "Criminals encrypt systems",
                "vulnerability": "A network without walls",
                "likelihood": number % 4,
                "impact": number / 4 % 4,
                "treatment": "modify",
                "controls": linked,
            });
            (format!("r{number}"), risk)
        })
        .collect();
    let file = json!({
        "format": "plumbline-assessment",
        "version": 1,
        "pack": { "id": "iso27001-2022" },
        "assessment": {
            "id": "bench",
            "name": "Bench",
            "created": "2026-01-01T09:00:00.000Z",
            "answers": answers,
            "snapshots": snapshots.collect::<Vec<_>>(),
            "risks": risks,
        },
    });
    Ok(file.to_string())
}

/// All items of a questionnaire.
fn ids(pack: &Value) -> Option<Vec<&str>> {
    let mut ids = Vec::new();
    for section in pack.get("sections")?.as_array()? {
        for group in section.get("groups")?.as_array()? {
            for item in group.get("items")?.as_array()? {
                ids.push(item.get("id")?.as_str()?);
            }
        }
    }
    Some(ids)
}
