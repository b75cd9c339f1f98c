//! Turns `locales/en.json` into the enum of all interface texts, so that the compiler knows every
//! text and nobody keeps a list by hand.

use std::{collections::BTreeMap, env, error::Error, fmt::Write as _, fs, path::Path};

/// How the names of texts begin that are needed only by the second part of the wasm, and go into it
/// (docs/decisions/0021).
const LATER: &[&str] = &[
    "about.",
    "all.",
    "arrival.",
    "assets.",
    "branding.",
    "check.",
    "checks.",
    "criteria.",
    "dashboard.",
    "data.",
    "documents.",
    "effort.",
    "erase.",
    "example.",
    "facts.",
    "filter.",
    "finding.",
    "group.",
    "guidance.",
    "guide.",
    "helper.",
    "hub.",
    "kept.",
    "keys.",
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
    "statement.",
    "steps.",
    "summary.",
    "table.",
    "time.",
    "views.",
    "why.",
    "work.",
];

/// The same of those that stand in files only: the program that makes files has them, the page doesn't.
const FILES: &[&str] = &["report."];

fn main() -> Result<(), Box<dyn Error>> {
    const ENGLISH: &str = "locales/en.json";
    println!("cargo::rerun-if-changed={ENGLISH}");
    let texts: BTreeMap<String, String> = serde_json::from_str(&fs::read_to_string(ENGLISH)?)?;

    let begins = |key: &str, list: &[&str]| list.iter().any(|prefix| key.starts_with(prefix));
    let (files, page): (Vec<_>, Vec<_>) = texts.iter().partition(|(key, _)| begins(key, FILES));
    let (later, first): (Vec<_>, Vec<_>) =
        page.into_iter().partition(|(key, _)| begins(key, LATER));
    let mut variants = String::new();
    let mut keys = String::new();
    for (key, text) in first.iter().chain(&later).chain(&files) {
        writeln!(variants, "    /// {}\n    {},", text.replace('\n', " "), variant(key))?;
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

/// `home.open_file` becomes `HomeOpenFile`.
fn variant(key: &str) -> String {
    key.split(['.', '_'])
        .flat_map(|word| {
            let mut letters = word.chars();
            letters.next().into_iter().flat_map(char::to_uppercase).chain(letters)
        })
        .collect()
}
