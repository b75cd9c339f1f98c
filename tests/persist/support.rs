//! What the other modules begin with.

use std::{
    fs,
    path::{Path, PathBuf},
    sync::LazyLock,
};

use plumbline::{
    domain::{
        assessment::{Answer, Assessment, Rating},
        handbook::Handbook,
        pack::Pack,
        time::Timestamp,
    },
    persist::{
        document::Document,
        handbook::read_handbook,
        pack::read_pack,
        read::{Opened, read},
        seal::content,
    },
};
use serde::de::DeserializeOwned;
use serde_json::Value;

/// The questionnaire that all files here are made with.
pub static PACK: LazyLock<Pack> = LazyLock::new(|| {
    read_pack(include_str!("../../packs/iso27001-2022/pack.json")).expect("a pack file")
});

/// What it knows of documents and steps.
pub static HANDBOOK: LazyLock<Handbook> = LazyLock::new(|| {
    let documents = include_str!("../../packs/iso27001-2022/handbook/documents.json");
    let guide = include_str!("../../packs/iso27001-2022/handbook/guide.json");
    read_handbook(documents, guide).expect("the files of a handbook")
});

/// The files of `tests/golden`, without their common ending.
pub const GOLDEN: [&str; 5] = ["empty", "half", "full", "next", "work"];

/// Where one of them is.
pub fn golden_path(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden");
    folder.join(format!("{name}.plumbline.json"))
}

/// What is in one of them.
pub fn golden(name: &str) -> String {
    let path = golden_path(name);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// An identifier of whichever kind is needed.
pub fn id<T: DeserializeOwned>(text: &str) -> T {
    serde_json::from_value(text.into()).expect("an identifier")
}

/// The 22nd of November 2026 at this minute of the day.
pub fn minute(minute: u32) -> Timestamp {
    let text = format!("2026-11-22T{:02}:{:02}:00.000Z", minute / 60, minute % 60);
    Timestamp::parse(&text).expect("a moment")
}

/// A document that was never saved: `4.1=F A.5.7=?`.
pub fn document(name: &str, answers: &str) -> Document {
    let mut assessment = Assessment::new(id(name), format!("Assessment {name}"), minute(0));
    for answer in answers.split_whitespace() {
        let (item, rating) = answer.split_once('=').expect("item=rating");
        let answer = Answer { rating: Rating::parse(rating), ..Answer::default() };
        assessment.answers.insert(id(item), answer);
    }
    Document::new(assessment)
}

/// The text of a document's file.
pub fn written(document: &Document) -> String {
    document.write(PACK.reference()).expect("a text")
}

/// The JSON of a document's file.
pub fn written_value(document: &Document) -> Value {
    serde_json::from_str(&written(document)).expect("JSON")
}

/// A text, stored or of a file, opened with the questionnaire of these tests.
pub fn opened(text: &str) -> Opened {
    read(&PACK, content(text)).unwrap_or_else(|error| panic!("{error}: {text}"))
}

/// JSON opened with the questionnaire of these tests.
pub fn opened_value(value: &Value) -> Opened {
    opened(&value.to_string())
}
