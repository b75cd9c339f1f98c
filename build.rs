//! Turns `locales/en.json` into the enum of all interface texts, so that the compiler knows every
//! text and nobody keeps a list by hand.

use std::{collections::BTreeMap, env, error::Error, fmt::Write as _, fs, path::Path};

fn main() -> Result<(), Box<dyn Error>> {
    const ENGLISH: &str = "locales/en.json";
    println!("cargo::rerun-if-changed={ENGLISH}");
    let texts: BTreeMap<String, String> = serde_json::from_str(&fs::read_to_string(ENGLISH)?)?;

    let mut variants = String::new();
    let mut keys = String::new();
    let mut english = String::new();
    for (key, text) in &texts {
        writeln!(variants, "    /// {}\n    {},", text.replace('\n', " "), variant(key))?;
        writeln!(keys, "    {key:?},")?;
        writeln!(english, "    {text:?},")?;
    }
    let count = texts.len();
    let code = format!(
        "/// Every text of the interface; the comment is the English one.\n\
         #[allow(rustdoc::invalid_html_tags, clippy::doc_markdown, reason = \"made from texts\")]\n\
         #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]\n\
         pub enum Key {{\n{variants}}}\n\n\
         /// How many texts there are.\n\
         pub const COUNT: usize = {count};\n\n\
         /// Their names in the locale files, in the order of [`Key`].\n\
         pub const KEYS: [&str; COUNT] = [\n{keys}];\n\n\
         static ENGLISH: [&str; COUNT] = [\n{english}];\n"
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
