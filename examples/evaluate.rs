//! Prints the results of an assessment file as JSON, which `docs/results.md` describes.
//!
//! ```text
//! cargo run --no-default-features --example evaluate -- FILE [PACK]
//! ```

use std::{
    env,
    error::Error,
    fs,
    io::{self, Write as _},
    path::Path,
    process::ExitCode,
};

use plumbline::{
    domain::{handbook::Handbook, outlook::results, pack::Pack},
    persist::{handbook::read_handbook, pack::read_pack, read::read},
};

/// The questionnaire that is meant when none is named, with its documents and steps.
const ISO27001: [&str; 3] = [
    include_str!("../packs/iso27001-2022/pack.json"),
    include_str!("../packs/iso27001-2022/handbook/documents.json"),
    include_str!("../packs/iso27001-2022/handbook/guide.json"),
];

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    match run(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("evaluate: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &[String]) -> Result<(), Box<dyn Error>> {
    let (file, (pack, handbook)) = match arguments {
        [file] => {
            let [pack, documents, guide] = ISO27001;
            (file, (read_pack(pack)?, read_handbook(documents, guide)?))
        }
        [file, pack] => (file, questionnaire(pack)?),
        _ => return Err("give it an assessment file, and a pack file if need be".into()),
    };
    let opened = read(&pack, &text(file)?).map_err(|error| format!("{file}: {error}"))?;
    for notice in &opened.notices {
        eprintln!("{file}: {notice}");
    }
    let results = results(&pack, &handbook, &opened.document.assessment);
    writeln!(io::stdout(), "{}", serde_json::to_string_pretty(&results)?)?;
    Ok(())
}

/// A questionnaire, with documents and steps if it has a handbook beside it.
fn questionnaire(path: &str) -> Result<(Pack, Handbook), Box<dyn Error>> {
    let pack = read_pack(&text(path)?).map_err(|error| format!("{path}: {error}"))?;
    let folder = Path::new(path).with_file_name("handbook");
    if !folder.is_dir() {
        return Ok((pack, Handbook::default()));
    }
    let part = |name: &str| text(&folder.join(name).to_string_lossy());
    let handbook = read_handbook(&part("documents.json")?, &part("guide.json")?)
        .map_err(|error| format!("{}: {error}", folder.display()))?;
    Ok((pack, handbook))
}

fn text(path: &str) -> Result<String, String> {
    fs::read_to_string(path).map_err(|error| format!("{path}: {error}"))
}
