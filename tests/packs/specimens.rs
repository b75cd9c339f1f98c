//! Small files that use every field of their schema.

use serde_json::{Value, json};

use crate::form::Form;

/// A small file that uses every field; none for a file that no reader takes.
pub fn specimen(form: Form) -> Option<Value> {
    Some(match form {
        Form::Pack => json!({
            "$schema": "../schema/pack.schema.json",
            "format": "plumbline-pack",
            "format_version": 1,
            "id": "small",
            "version": "1",
            "scale": [
                { "code": "N", "credit": [0, 1] },
                { "code": "P", "credit": [1, 2] },
                { "code": "F", "credit": [1, 1] },
            ],
            "attributes": [{ "id": "type", "values": ["preventive", "detective"] }],
            "sections": [{
                "id": "all",
                "kind": "control",
                "groups": [{
                    "id": "1",
                    "items": [
                        {
                            "id": "1.1.1",
                            "heading": "1.1",
                            "weight": 2,
                            "attributes": { "type": ["preventive", "detective"] },
                            "effort": "S",
                            "step": 3,
                            "related": ["1.1.2"],
                            "checks": ["first", "second"],
                            "quick": true,
                            "previous": ["1.7"],
                            "amended": true,
                        },
                        { "id": "1.1.2", "effort": "XL", "step": 10, "related": ["1.1.1"] },
                    ],
                }],
            }],
        }),
        Form::Texts => json!({
            "$schema": "../schema/texts.schema.json",
            "language": "en",
            "title": "Small",
            "levels": {
                "N": { "name": "None", "meaning": "Nothing." },
                "P": { "name": "Partly", "meaning": "Something." },
                "F": { "name": "Fully", "meaning": "All." },
            },
            "sections": { "all": "All" },
            "groups": { "1": "One" },
            "headings": { "1.1": "One, one" },
            "attributes": { "type": "Type" },
            "values": { "preventive": "Preventive", "detective": "Detective" },
            "items": {
                "1.1.1": { "title": "First", "ask": "Is it there?", "quick_ask": "Well?" },
                "1.1.2": { "title": "Second", "ask": "And that?" },
            },
        }),
        Form::Guidance => json!({
            "1.1.1": {
                "what": "It.",
                "how": ["So.", "And so."],
                "why": "Because.",
                "checks": [{ "id": "first", "text": "Is it?" }],
                "evidence": ["Record"],
                "interview": ["How?"],
                "levels": { "N": "Nothing." },
                "pitfall": "The usual.",
            },
        }),
        Form::Documents => json!({
            "$schema": "../../schema/handbook.schema.json",
            "documents": [
                { "id": "scope", "item": "1.1.1", "status": "mandatory", "type": "document" },
                { "id": "log", "item": "1.1.2", "status": "if-applicable", "type": "record" },
                { "id": "plan", "item": "1.1.2", "status": "common", "type": "document" },
            ],
        }),
        Form::Guide => guide(),
        Form::DocumentTexts => json!({
            "$schema": "../../../schema/handbook-texts.schema.json",
            "scope": { "title": "Scope", "contains": "Borders.", "look": "At the borders." },
        }),
        Form::GuideTexts => guide_texts(),
        Form::Case => case(),
        Form::CaseTexts => case_texts(),
        Form::Scenarios | Form::ScenarioTexts | Form::Facilitator => return None,
    })
}

fn case() -> Value {
    json!({
            "id": "inn",
            "people": 7,
            "sector": "software",
            "exhibits": ["minutes", "log"],
            "ratings": {
                "1.1.1": { "level": "P", "exhibits": ["minutes", "log"] },
                "1.1.2": { "level": "F", "exhibits": [] },
            },
            "discuss": ["1.1.1"],
    })
}

fn case_texts() -> Value {
    json!({
            "name": "Inn",
            "tagline": "Beds.",
            "story": ["Once.", "Then."],
            "facts": [{ "label": "Beds", "value": "Nine" }],
            "scope": "All.",
            "exhibits": { "log": { "title": "Log", "kind": "log", "body": ["One.", "Two."] } },
            "reasons": { "1.1.1": "Because." },
            "prompts": { "1.1.1": "Is it?" },
    })
}

fn guide() -> Value {
    json!({
        "$schema": "../../schema/handbook.schema.json",
        "helper": {
            "questions": [{
                "id": "stage",
                "answers": [{ "id": "start", "for": { "27001": 3, "27002": 0 } }],
            }],
        },
        "reasons": [{ "id": "duties", "items": ["1.1.1"] }],
        "steps": [{
            "number": 1,
            "weeks": { "small": [1, 2], "medium": [2, 3], "large": [3, 5] },
            "documents": ["scope"],
            "items": ["1.1.1", "1.1.2"],
        }],
        "audit_days": [[1, 10, 10]],
    })
}

fn guide_texts() -> Value {
    let article = |body: Value| {
        let sections = json!([{ "heading": "First", "body": body }]);
        json!({ "title": "Both", "lead": "Two.", "sections": sections })
    };
    let table = json!({ "caption": "All", "head": ["One", "Two"], "rows": [["a", "b"]] });
    let outcome = json!({ "title": "This", "text": "And so." });
    let answer = json!({ "label": "Yes", "reason": "You said so." });
    json!({
        "$schema": "../../../schema/handbook-texts.schema.json",
        "articles": {
            "standards": article(json!(["Text.", { "list": ["a"] }, { "steps": ["b"] }])),
            "certification": article(json!([{ "table": table }])),
        },
        "helper": {
            "title": "Which",
            "lead": "Short.",
            "questions": { "stage": { "ask": "Where?", "answers": { "start": answer } } },
            "outcomes": { "27001": outcome, "27002": outcome, "both": outcome },
        },
        "reasons": {
            "duties": {
                "title": "Must",
                "why": "Because.",
                "endangered": "much",
                "measure": [{ "what": "Gaps", "how": "Count." }],
            },
        },
        "steps": {
            "1": {
                "title": "Begin",
                "aim": "Under way.",
                "who": ["All"],
                "inputs": ["Little"],
                "outputs": ["Much"],
                "how": ["So."],
                "mistakes": ["None."],
                "duration": "Long.",
            },
        },
    })
}
