//! What is damaged: the files of the tests and of the pack, cut down so that many can be read.

use std::io::{Cursor, Read as _, Write as _};
use std::{fs, path::Path};

use plumbline::{
    domain::{assessment::Assessment, evaluation::evaluate, outlook::outlook, time::Timestamp},
    report::{
        model::Material,
        sheets::{Source, Workbook, workbook},
        xlsx,
    },
    text::{HandbookTexts, PackTexts, Texts},
};
use serde_json::Value;
use zip_archive::{CompressionMethod, ZipArchive, ZipWriter, write::SimpleFileOptions};

use crate::readers::{HANDBOOK, PACK};

/// A file of the project.
pub fn file(path: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(path);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// A file of the pack.
pub fn of_pack(path: &str) -> String {
    file(&format!("packs/iso27001-2022/{path}"))
}

/// A file of the pack with the first few of everything.
pub fn short(path: &str) -> Vec<u8> {
    let mut value: Value = serde_json::from_str(&of_pack(path)).expect("JSON");
    shorten(&mut value);
    value.to_string().into_bytes()
}

fn shorten(value: &mut Value) {
    const LIST: usize = 2;
    const WORDS: usize = 60;
    match value {
        Value::Array(list) => {
            list.truncate(LIST);
            list.iter_mut().for_each(shorten);
        }
        Value::Object(fields) => fields.values_mut().for_each(shorten),
        Value::String(text) => {
            let cut = text.char_indices().nth(WORDS).map_or(text.len(), |(at, _)| at);
            text.truncate(cut);
        }
        _ => {}
    }
}

/// The workbook of an assessment with the first rows of its first sheets.
pub fn small_workbook(assessment: &Assessment) -> Workbook {
    let words = PackTexts::read(&PACK, &of_pack("en.json")).expect("texts of the pack");
    let documents = of_pack("handbook/en/documents.json");
    let handbook = HandbookTexts::read(&documents, &of_pack("handbook/en/guide.json"));
    let handbook = (HANDBOOK.clone(), handbook.expect("texts of the handbook"));
    let evaluation = evaluate(&PACK, assessment);
    let outlook = outlook(&PACK, &HANDBOOK, assessment, &evaluation);
    let material = Material {
        pack: &PACK,
        pack_texts: &words,
        texts: &Texts::english(),
        guidance: &[],
        handbook: Some(&handbook),
        assessment,
    };
    let now = Timestamp::default();
    let source = Source { material, evaluation: &evaluation, outlook: &outlook, now: &now };
    let mut workbook = workbook(source);
    for sheet in &mut workbook.sheets {
        sheet.rows.truncate(2);
    }
    workbook
}

/// The parts of its file, by name.
pub fn parts(workbook: &Workbook) -> Vec<(String, Vec<u8>)> {
    let bytes = xlsx::write(workbook).expect("a file");
    let mut archive = ZipArchive::new(Cursor::new(bytes)).expect("an archive");
    let mut parts = Vec::new();
    for place in 0..archive.len() {
        let mut part = archive.by_index(place).expect("a part");
        let name = part.name().expect("a name").into_owned();
        let mut content = Vec::new();
        part.read_to_end(&mut content).expect("its content");
        parts.push((name, content));
    }
    parts
}

/// A file of these parts.
pub fn packed(parts: &[(String, Vec<u8>)]) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for (name, content) in parts {
        archive.start_file(name.as_str(), stored).expect("room in memory");
        archive.write_all(content).expect("room in memory");
    }
    archive.finish().expect("room in memory").into_inner()
}
