//! The project's commands, `cargo xtask <command>`. Each gets what it needs first and says so.

mod assets;
mod bench;
mod content;
mod content_names;
mod engine;
mod failure;
mod fuzz;
mod lint;
mod names;
mod sh;
mod size;
mod split;
mod summary;
mod sums;
mod supply;
mod system;
mod table;
mod test;
mod tools;
mod trunk;
mod workers;

use std::{
    env,
    path::{Path, PathBuf},
    process::ExitCode,
};

use failure::{Failure, Result};

const HELP: &str = "\
cargo xtask <command>

  serve [--port N] [--release]   build, serve on this machine, build again after every change
  build                          release build into dist/
  test [suite] [filter]          suite: fast (pure parts), native (and the app's), web (browser ports
                                 in Chromium and Firefox), browser (journeys in three engines);
                                 all of them when none is named
       [--skip-missing]          leave out engines that can't be had, instead of failing
  lint                           formatting, clippy for both targets, spelling
  bench [filter]                 benchmarks, or those whose name has this in it
  fuzz [--inputs N [--seed N]]   damaged files for every reader, a hundred thousand when no number is named
  content                        what the packs hold: texts, words, reading ease
  assets                         style sheets into one, packs into few files; trunk calls it before each build
  finish                         second part of the wasm, worker, shorter names; trunk calls it after each build
  size                           release build, sizes of its files, checked against the budget
  deny                           advisories, licences and sources of all crates, by deny.toml
  sbom                           what the app is made of, as CycloneDX
  reproduce                      two release builds from nothing, compared byte by byte

PLUMBLINE_ENGINES=chromium,firefox,webkit chooses the engines of `test`.
";

fn main() -> ExitCode {
    let done =
        if split::is_stand_in() { split::bindgen() } else { run(env::args().skip(1).collect()) };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("\nxtask: {failure}");
            ExitCode::FAILURE
        }
    }
}

fn run(args: Vec<String>) -> Result {
    let root = root();
    env::set_current_dir(&root).map_err(|error| Failure::file("enter", &root, error))?;
    let mut args = args.into_iter();
    let command = args.next();
    let rest: Vec<String> = args.collect();
    match command.as_deref() {
        None | Some("help" | "--help" | "-h") => {
            print!("{HELP}");
            Ok(())
        }
        Some("serve") => trunk::serve(&rest),
        Some("test") => test::run(&rest),
        Some("build") => alone(&rest).and_then(|()| trunk::build()).map(drop),
        Some("lint") => alone(&rest).and_then(|()| lint::run()),
        Some("bench") => bench::run(&rest),
        Some("fuzz") => fuzz::run(&rest),
        Some("content") => alone(&rest).and_then(|()| content::run()),
        Some("assets") => alone(&rest).and_then(|()| assets::make()),
        Some("finish") => alone(&rest).and_then(|()| trunk::finish()),
        Some("deny") => alone(&rest).and_then(|()| supply::deny()),
        Some("sbom") => alone(&rest).and_then(|()| supply::sbom()),
        Some("reproduce") => alone(&rest).and_then(|()| supply::reproduce()),
        Some("size") => alone(&rest).and_then(|()| size::run()),
        Some(other) => Err(Failure::Usage(format!("there is no command {other:?}"))),
    }
}

/// Refuses arguments of a command that has none.
fn alone(rest: &[String]) -> Result {
    match rest.first() {
        None => Ok(()),
        Some(argument) => Err(Failure::Usage(format!("what to do with {argument:?}?"))),
    }
}

/// The folder of the repository; `cargo run` tells where this package is.
fn root() -> PathBuf {
    env::var_os("CARGO_MANIFEST_DIR")
        .map(PathBuf::from)
        .as_deref()
        .and_then(Path::parent)
        .map_or_else(|| PathBuf::from("."), Path::to_path_buf)
}
