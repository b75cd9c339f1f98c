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
    process::ExitCode,
};

use plumbline::{
    domain::evaluation::evaluate,
    persist::{pack::read_pack, read::read},
};

/// The questionnaire that is meant when none is named.
const ISO27001: &str = include_str!("../packs/iso27001-2022/pack.json");

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
    let (file, pack) = match arguments {
        [file] => (file, read_pack(ISO27001)?),
        [file, pack] => {
            (file, read_pack(&text(pack)?).map_err(|error| format!("{pack}: {error}"))?)
        }
        _ => return Err("give it an assessment file, and a pack file if need be".into()),
    };
    let opened = read(&pack, &text(file)?).map_err(|error| format!("{file}: {error}"))?;
    for notice in &opened.notices {
        eprintln!("{file}: {notice}");
    }
    let results = evaluate(&pack, &opened.document.assessment);
    writeln!(io::stdout(), "{}", serde_json::to_string_pretty(&results)?)?;
    Ok(())
}

fn text(path: &str) -> Result<String, String> {
    fs::read_to_string(path).map_err(|error| format!("{path}: {error}"))
}
