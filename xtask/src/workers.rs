//! The programs that run in workers, which nobody waits for at the start: the one that makes files
//! (docs/decisions/0024) and the one that reads QR codes (docs/decisions/0031). Trunk could build them, but
//! neither with a profile and features of their own nor under a name of its own for each content.

use std::{
    env,
    ffi::OsStr,
    fs,
    hash::{DefaultHasher, Hash as _, Hasher as _},
    path::Path,
};

use crate::{
    failure::{Failure, Result},
    names,
    sh::Sh,
    split, system, tools, trunk,
};

/// A program that runs in a worker.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Worker {
    /// What it and its files are called.
    pub name: &'static str,
    /// The feature that it is built with, and no other.
    pub feature: &'static str,
}

/// Makes files.
pub const SCRIBE: Worker = Worker { name: "scribe", feature: "export" };
/// Reads QR codes from pictures.
pub const LENS: Worker = Worker { name: "lens", feature: "scan" };
/// All of them.
pub const ALL: [Worker; 2] = [SCRIBE, LENS];

/// What makes the script of a worker of what wasm-bindgen has made.
const START: &str = "src/bin/start.js";

/// Builds all beside the build that trunk is about to finish.
///
/// # Errors
/// One can't be built, or a file can't be read or written.
pub fn add_all(folder: &Path) -> Result {
    ALL.into_iter().try_for_each(|worker| add(worker, folder))
}

/// Builds one, and tells the page its name where Trunk.toml has left a place for that.
fn add(worker: Worker, folder: &Path) -> Result {
    let Worker { name, .. } = worker;
    let made = Path::new("target").join(name);
    make(worker, &made)?;
    let [script, program] = [made.join(format!("{name}.js")), made.join(format!("{name}_bg.wasm"))];
    let script = [read(&script)?, read(Path::new(START))?].concat();
    let program = read(&program)?;
    let mut hasher = DefaultHasher::new();
    (&script, &program).hash(&mut hasher);
    // One name for both: an old page never meets a new worker, nor a script another's program.
    let file = format!("./{name}-{:016x}", hasher.finish());
    for (content, ending) in [(script, "js"), (program, "wasm")] {
        let path = folder.join(&file).with_extension(ending);
        fs::write(&path, content).map_err(|error| Failure::file("write", &path, error))?;
    }
    let page = folder.join("index.html");
    let text = fs::read_to_string(&page).map_err(|error| Failure::file("read", &page, error))?;
    let told = split::set_attribute(&text, &format!("data-{name}"), name, &file)
        .ok_or_else(|| Failure::file("use", &page, "it has no place for the worker"))?;
    fs::write(&page, told).map_err(|error| Failure::file("write", &page, error))
}

/// Compiles one and makes its JavaScript side.
fn make(Worker { name, feature }: Worker, to: &Path) -> Result {
    // As trunk builds the page: a debug build has no time for what a release does.
    let is_release = env::var_os("TRUNK_PROFILE").is_none_or(|profile| profile == "release");
    let (profile, built) = if is_release { ("worker", "worker") } else { ("dev", "debug") };
    Sh::cargo("build --no-default-features --features")
        .args([feature, "--bin", name, "--profile", profile, "--target", system::WASM])
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", trunk::flags().join(" "))
        .run()?;
    let target = env::var_os("CARGO_TARGET_DIR");
    let target = Path::new(target.as_deref().unwrap_or(OsStr::new("target")));
    let wasm = target.join(system::WASM).join(built).join(name).with_extension("wasm");
    if to.exists() {
        fs::remove_dir_all(to).map_err(|error| Failure::file("empty", to, error))?;
    }
    Sh::new(tools::wasm_bindgen()?.folder()?.join("wasm-bindgen"))
        .args(["--target", "no-modules", "--no-typescript", "--out-dir"])
        .arg(to)
        .args(
            is_release
                .then_some(["--remove-name-section", "--remove-producers-section"])
                .into_iter()
                .flatten(),
        )
        .arg(wasm)
        .run()?;
    names::shorten(to)
}

fn read(path: &Path) -> Result<Vec<u8>> {
    fs::read(path).map_err(|error| Failure::file("read", path, error))
}
