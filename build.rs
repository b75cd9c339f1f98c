//! Turns `locales/en.json` into the enum of all interface texts, so that the compiler knows every
//! text and nobody keeps a list by hand.

use std::{
    collections::{BTreeMap, BTreeSet},
    env,
    error::Error,
    fmt::Write as _,
    fs,
    path::Path,
};

/// How the names of texts begin that are needed only by the second part of the wasm, and go into it
/// (docs/decisions/0021).
const LATER: &[&str] = &[
    "about.",
    "action.",
    "all.",
    "arrival.",
    "assets.",
    "branding.",
    "check.",
    "checks.",
    "choice.",
    "copy.",
    "criteria.",
    "crumbs.",
    "dashboard.",
    "data.",
    "dialog.",
    "documents.",
    "effort.",
    "erase.",
    "example.",
    "exclusion.",
    "facts.",
    "filter.",
    "finding.",
    "group.",
    "guidance.",
    "guide.",
    "helper.",
    "hub.",
    "item.",
    "kept.",
    "keys.",
    "lock.",
    "measure.",
    "merge.",
    "neighbours.",
    "note.",
    "outcome.",
    "outlook.",
    "palette.",
    "papers.",
    "plan.",
    "quick.",
    "readiness.",
    "reasons.",
    "remind.",
    "reports.",
    "result.",
    "risk.",
    "risks.",
    "roadmap.",
    "shared.",
    "statement.",
    "steps.",
    "summary.",
    "table.",
    "time.",
    "views.",
    "why.",
    "work.",
    "workshop.",
];

/// The same of those that stand in files only: the program that makes files has them, the page doesn't.
const FILES: &[&str] = &["report."];

/// The code that the program that makes files has of its own: texts that it doesn't name stay with the
/// page (docs/decisions/0024).
const SAID_IN_FILES: &[&str] =
    &["src/bin", "src/domain", "src/export", "src/persist", "src/report", "src/text"];

fn main() -> Result<(), Box<dyn Error>> {
    const ENGLISH: &str = "locales/en.json";
    println!("cargo::rerun-if-changed={ENGLISH}");
    let mut texts: BTreeMap<String, String> = serde_json::from_str(&fs::read_to_string(ENGLISH)?)?;
    if is_for_files() {
        let mut said = BTreeSet::new();
        for folder in SAID_IN_FILES {
            println!("cargo::rerun-if-changed={folder}");
            said_in(Path::new(folder), &mut said)?;
        }
        for (key, text) in &mut texts {
            if !said.contains(&variant(key)) {
                text.clear();
            }
        }
    }

    let begins = |key: &str, list: &[&str]| list.iter().any(|prefix| key.starts_with(prefix));
    let (files, page): (Vec<_>, Vec<_>) = texts.iter().partition(|(key, _)| begins(key, FILES));
    let (later, first): (Vec<_>, Vec<_>) =
        page.into_iter().partition(|(key, _)| begins(key, LATER));
    let mut variants = String::new();
    let mut keys = String::new();
    for (key, text) in first.iter().chain(&later).chain(&files) {
        let comment =
            if text.is_empty() { "Not said here.".into() } else { text.replace('\n', " ") };
        writeln!(variants, "    /// {comment}\n    {},", variant(key))?;
        writeln!(keys, "    {key:?},")?;
    }
    let list = |texts: &[(&String, &String)]| {
        let lines: Vec<String> = texts.iter().map(|(_, text)| format!("    {text:?},")).collect();
        lines.join("\n")
    };
    let code = format!(
        "/// Every text of the interface; the comment is the English one.\n\
         #[allow(rustdoc::invalid_html_tags, clippy::doc_markdown, reason = \"made from texts\")]\n\
         #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]\n\
         pub enum Key {{\n{variants}}}\n\n\
         /// How many texts there are.\n\
         pub const COUNT: usize = {};\n\n\
         /// How many of them, from the first on, the first part of the wasm has.\n\
         pub const FIRST: usize = {};\n\n\
         /// How many of them, from the first on, the page has.\n\
         pub const PAGE: usize = {};\n\n\
         /// Their names in the locale files, in the order of [`Key`].\n\
         pub static KEYS: [&str; COUNT] = [\n{keys}];\n\n\
         static ENGLISH: [&str; FIRST] = [\n{}\n];\n\n\
         static ENGLISH_LATER: [&str; PAGE - FIRST] = [\n{}\n];\n\n\
         static ENGLISH_FILES: [&str; COUNT - PAGE] = [\n{}\n];\n",
        texts.len(),
        first.len(),
        first.len() + later.len(),
        list(&first),
        list(&later),
        list(&files)
    );
    fs::write(Path::new(&env::var("OUT_DIR")?).join("texts.rs"), code)?;
    Ok(())
}

/// Whether it is for the program that makes files, and not for tests of what is in it.
fn is_for_files() -> bool {
    let set = |name| env::var_os(name).is_some();
    set("CARGO_FEATURE_EXPORT")
        && !set("CARGO_FEATURE_WEB")
        && env::var("CARGO_CFG_TARGET_ARCH").is_ok_and(|arch| arch == "wasm32")
}

/// Adds the variants of `Key` that the code below a folder names.
fn said_in(folder: &Path, said: &mut BTreeSet<String>) -> Result<(), Box<dyn Error>> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            said_in(&path, said)?;
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            let code = fs::read_to_string(&path)?;
            let names = code.split("Key::").skip(1);
            said.extend(names.map(|rest| {
                rest.chars().take_while(|letter| letter.is_alphanumeric()).collect::<String>()
            }));
        }
    }
    Ok(())
}

/// `home.open_file` becomes `HomeOpenFile`.
fn variant(key: &str) -> String {
    key.split(['.', '_'])
        .flat_map(|word| {
            let mut letters = word.chars();
            letters.next().into_iter().flat_map(char::to_uppercase).chain(letters)
        })
        .collect()
}
