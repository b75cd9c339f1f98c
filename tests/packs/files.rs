//! The packs as they lie in `packs/`, read.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use plumbline::{
    domain::{handbook::Handbook, pack::Pack},
    persist::{handbook::read_handbook, pack::read_pack},
    text::{HandbookTexts, ItemGuidance, PackTexts, read_guidance},
};
use serde_json::Value;

use crate::wording::each_text;

/// A pack in all its languages.
pub struct Questionnaire {
    pub pack: Pack,
    pub languages: Vec<Language>,
}

/// The words of a pack in one language.
pub struct Language {
    /// The name of the file without its ending.
    pub tag: String,
    pub texts: PackTexts,
    /// By the name of the file without its ending, which is a group.
    pub guidance: BTreeMap<String, Vec<(String, ItemGuidance)>>,
    /// Handbook and cases as they are written, by folder and name: `handbook/guide`.
    pub beside: BTreeMap<String, Value>,
}

/// The folders of what a pack holds beside its items, each with folders for the languages.
const BESIDE: [&str; 2] = ["handbook", "cases"];

/// A text and where it is.
pub struct Passage<'a> {
    /// An item, or a place beside the items.
    pub item: String,
    pub part: String,
    pub text: &'a str,
}

impl Passage<'_> {
    /// Item and part.
    pub fn place(&self) -> String {
        format!("{} {}", self.item, self.part).trim_end().to_owned()
    }
}

/// The folders of all packs.
pub fn folders() -> Vec<PathBuf> {
    let mut folders = entries(Path::new("packs"));
    folders.retain(|path| !path.ends_with("schema"));
    folders
}

/// Everything in a folder and below it, folders themselves left out.
pub fn files_below(folder: &Path) -> Vec<PathBuf> {
    let below = |path: PathBuf| if path.is_dir() { files_below(&path) } else { vec![path] };
    entries(folder).into_iter().flat_map(below).collect()
}

fn entries(folder: &Path) -> Vec<PathBuf> {
    let read = |error| panic!("{}: {error}", folder.display());
    let mut entries: Vec<PathBuf> =
        fs::read_dir(folder).unwrap_or_else(read).map(|entry| entry.unwrap().path()).collect();
    entries.sort();
    entries
}

/// A file's text.
pub fn text(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The pack in a folder without its words.
pub fn pack(folder: &Path) -> Pack {
    let path = folder.join("pack.json");
    read_pack(&text(&path)).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The files of words in the folder of a pack, by language.
pub fn languages(folder: &Path) -> BTreeMap<String, PathBuf> {
    let is_language = |path: &PathBuf| path.is_file() && !path.ends_with("pack.json");
    let files = entries(folder).into_iter().filter(is_language);
    files.map(|path| (stem(&path), path)).collect()
}

/// The name of a file without its ending.
fn stem(path: &Path) -> String {
    path.file_stem().and_then(|stem| stem.to_str()).unwrap().to_owned()
}

/// Where the pack is that the tables in `tests/facts/` and the bar for wording are about.
const ISO27001: &str = "packs/iso27001-2022";

/// That pack in all its languages.
pub fn iso27001() -> Questionnaire {
    Questionnaire::read(Path::new(ISO27001))
}

/// What that pack knows beside its items.
pub fn handbook() -> Handbook {
    let folder = Path::new(ISO27001).join("handbook");
    let part = |name: &str| text(&folder.join(name));
    read_handbook(&part("documents.json"), &part("guide.json")).unwrap()
}

/// The words of that by language.
pub fn handbook_texts() -> Vec<(String, HandbookTexts)> {
    let read = |(tag, _)| {
        let folder = Path::new(ISO27001).join("handbook").join(&tag);
        let part = |name: &str| text(&folder.join(name));
        let texts = HandbookTexts::read(&part("documents.json"), &part("guide.json"));
        (tag, texts.unwrap())
    };
    languages(Path::new(ISO27001)).into_iter().map(read).collect()
}

/// A file of that pack's handbook as it is written.
pub fn handbook_structure(name: &str) -> Value {
    let path = Path::new(ISO27001).join("handbook").join(name).with_extension("json");
    serde_json::from_str(&text(&path)).unwrap()
}

/// The cases of that pack without words, by folder and name: `cases/software-house`.
pub fn cases() -> BTreeMap<String, Value> {
    let mut structures = structures(Path::new(ISO27001));
    structures.retain(|file, _| file.starts_with("cases/"));
    structures
}

/// What a pack holds beside its items without words, by folder and name: `handbook/guide`.
pub fn structures(folder: &Path) -> BTreeMap<String, Value> {
    beside(folder, "")
}

/// The files of handbook and cases in the folder of a language, or without words.
fn beside(folder: &Path, tag: &str) -> BTreeMap<String, Value> {
    let mut files = BTreeMap::new();
    for kind in BESIDE {
        let within = folder.join(kind).join(tag);
        let paths = if within.is_dir() { entries(&within) } else { Vec::new() };
        for path in paths.iter().filter(|path| path.is_file()) {
            let value = serde_json::from_str(&text(path));
            let value = value.unwrap_or_else(|error| panic!("{}: {error}", path.display()));
            files.insert(format!("{kind}/{}", stem(path)), value);
        }
    }
    files
}

impl Questionnaire {
    /// Reads all of it.
    pub fn read(folder: &Path) -> Self {
        let pack = pack(folder);
        let languages = languages(folder)
            .into_iter()
            .map(|(tag, path)| Language::read(&pack, tag, &path))
            .collect();
        Self { pack, languages }
    }
}

impl Language {
    fn read(pack: &Pack, tag: String, path: &Path) -> Self {
        let texts = PackTexts::read(pack, &text(path))
            .unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let beside = beside(path.parent().unwrap(), &tag);
        Self { texts, guidance: guidance(path, &tag), beside, tag }
    }

    /// The guidance of all items.
    pub fn guided(&self) -> impl Iterator<Item = (&str, &ItemGuidance)> {
        let items = self.guidance.values().flatten();
        items.map(|(item, guidance)| (item.as_str(), guidance))
    }

    /// Every text of every item but the title, which is only a name.
    pub fn passages(&self) -> Vec<Passage<'_>> {
        let PackTexts { asks, quick_asks, .. } = &self.texts;
        let asks =
            [("ask", asks), ("quick_ask", quick_asks)].into_iter().flat_map(|(part, asks)| {
                asks.iter().map(move |(item, text)| Passage {
                    item: item.clone(),
                    part: part.into(),
                    text,
                })
            });
        let guided = self.guided().flat_map(|(item, guidance)| {
            parts(guidance).into_iter().map(move |(part, text)| Passage {
                item: item.into(),
                part,
                text,
            })
        });
        asks.chain(guided).collect()
    }

    /// Every text of handbook and cases; each is taken for an item of its own.
    pub fn passages_beside(&self) -> Vec<Passage<'_>> {
        let mut passages = Vec::new();
        for (file, value) in &self.beside {
            each_text(value, file, &mut |at, text| {
                passages.push(Passage { item: at.into(), part: String::new(), text });
            });
        }
        passages
    }
}

fn parts(guidance: &ItemGuidance) -> Vec<(String, &str)> {
    let ItemGuidance { what, how, why, checks, evidence, interview, levels, pitfall } = guidance;
    let mut parts: Vec<(String, &str)> = [("what", what), ("why", why), ("pitfall", pitfall)]
        .map(|(part, text)| (part.into(), &**text))
        .into();
    for (part, texts) in [("how", how), ("evidence", evidence), ("interview", interview)] {
        parts.extend((1..).zip(texts).map(|(place, text)| (format!("{part} {place}"), &**text)));
    }
    parts.extend(checks.iter().map(|check| (format!("check {}", check.id), &*check.text)));
    parts.extend(levels.iter().map(|(code, text)| (format!("level {code}"), &**text)));
    parts
}

/// The guidance that goes with a file of words, by the names of its files without their ending.
pub fn guidance(path: &Path, tag: &str) -> BTreeMap<String, Vec<(String, ItemGuidance)>> {
    let read = |path: &PathBuf| {
        let guidance = read_guidance(&text(path));
        guidance.unwrap_or_else(|error| panic!("{}: {error}", path.display()))
    };
    let files = entries(&path.with_file_name("guidance").join(tag));
    files.iter().map(|path| (stem(path), read(path))).collect()
}
