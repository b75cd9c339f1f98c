//! What can't be opened at all, and why.

use plumbline::persist::{
    json::JsonError,
    read::{LARGEST, ReadError, read},
};
use serde_json::{Value, json};

use crate::support::{PACK, document, opened, written, written_value};

fn error(text: &str) -> ReadError {
    read(&PACK, text).expect_err(text)
}

/// Reads a file in which `at` (a JSON pointer) is another value, or gone.
fn error_with(at: &str, value: Option<Value>) -> ReadError {
    let mut file = written_value(&document("a", "4.1=F"));
    let (parent, key) = at.rsplit_once('/').unwrap();
    let fields = file.pointer_mut(parent).unwrap().as_object_mut().unwrap();
    match value {
        Some(value) => fields.insert(key.into(), value),
        None => fields.remove(key),
    };
    error(&file.to_string())
}

#[test]
fn too_large() {
    let file = written(&document("a", "4.1=F"));
    let padded = |size: usize| file.clone() + &" ".repeat(size - file.len());
    assert_eq!(opened(&padded(LARGEST)).document, document("a", "4.1=F"));
    assert_eq!(error(&padded(LARGEST + 1)), ReadError::TooLarge);
}

#[test]
fn empty() {
    for text in ["", " ", "\r\n\t", "\u{feff}", "\u{feff}\n"] {
        assert_eq!(error(text), ReadError::Empty, "{text:?}");
    }
}

#[test]
fn no_json() {
    let cases = [
        ("no file of ours", (1, 2)),
        ("{\"format\":\n \"plumbline-assessment\"", (2, 23)),
        ("{} {}", (1, 4)),
        ("\u{feff}\u{feff}{}", (1, 1)),
    ];
    for (text, at) in cases {
        let ReadError::Json(JsonError { line, column, .. }) = error(text) else {
            panic!("{text:?} is JSON");
        };
        assert_eq!((line, column), at, "{text:?}");
    }
}

#[test]
fn another_format() {
    for text in ["null", "[]", "\"plumbline-assessment\"", "{}", r#"{"format":"plumbline-pack"}"#] {
        assert_eq!(error(text), ReadError::Format, "{text}");
    }
    let list = r#"["plumbline-assessment", 1, "0.1.0", 1, null, {}, {}]"#;
    assert_eq!(error(list), ReadError::Format);
    for value in [None, Some(json!(["plumbline-assessment"])), Some(json!("Plumbline-assessment"))]
    {
        assert_eq!(error_with("/format", value), ReadError::Format);
    }
}

#[test]
fn broken() {
    let no_object = [None, Some(json!([])), Some(json!("x")), Some(json!(null))];
    for value in [None, Some(json!(0)), Some(json!("1")), Some(json!(1.5)), Some(json!(-1))] {
        assert_eq!(error_with("/version", value), ReadError::Broken("version"));
    }
    for value in no_object.clone() {
        assert_eq!(error_with("/assessment", value), ReadError::Broken("assessment"));
    }
    for value in [None, Some(json!("")), Some(json!("../x")), Some(json!(1))] {
        assert_eq!(error_with("/assessment/id", value), ReadError::Broken("assessment.id"));
    }
    for value in [None, Some(json!("")), Some(json!(" \n")), Some(json!(["Acme"]))] {
        assert_eq!(error_with("/assessment/name", value), ReadError::Broken("assessment.name"));
    }
    for value in [None, Some(json!("yesterday")), Some(json!(0))] {
        let expected = ReadError::Broken("assessment.created");
        assert_eq!(error_with("/assessment/created", value), expected);
    }
    for value in no_object.into_iter().flatten() {
        let expected = ReadError::Broken("assessment.answers");
        assert_eq!(error_with("/assessment/answers", Some(value)), expected);
    }
}

#[test]
fn another_questionnaire() {
    let long = "x".repeat(1000);
    let cases = [
        (None, ""),
        (Some(json!(["iso27001-2022"])), ""),
        (Some(json!({})), ""),
        (Some(json!({ "id": 27001 })), ""),
        (Some(json!({ "id": "nist-csf-2" })), "nist-csf-2"),
        (Some(json!({ "id": long })), &long[..64]),
    ];
    for (pack, id) in cases {
        assert_eq!(error_with("/pack", pack), ReadError::OtherPack(id.into()));
    }
}

#[test]
fn every_refusal_says_what_it_is_about() {
    let cases = [
        (ReadError::TooLarge, "10000000"),
        (ReadError::Empty, "empty"),
        (error("{"), "line 1, column 1"),
        (ReadError::Format, "plumbline-assessment"),
        (ReadError::Broken("assessment.id"), "assessment.id"),
        (ReadError::OtherPack("nist-csf-2".into()), "nist-csf-2"),
    ];
    for (error, what) in cases {
        assert!(error.to_string().contains(what), "{error}");
    }
}
