//! `cargo xtask deny`, `sbom` and `reproduce`: what the program is made of, and that it is made of
//! nothing else. Their tools take minutes to build, so they aren't part of what every change has to pass.

use std::{fs, path::Path};

use crate::{
    failure::{Failure, Result},
    sh::{Sh, note},
    sums,
    table::grouped,
    tools, trunk, workers,
};

/// Checks all crates against `deny.toml`: advisories, licences, bans, sources.
///
/// # Errors
/// One breaks a rule, or the list of advisories can't be had.
pub fn deny() -> Result {
    let folder = tools::cargo_deny().folder()?;
    Sh::new(folder.join("cargo-deny")).args(["check", "--hide-inclusion-graph"]).run()
}

/// Writes what the app is made of as `CycloneDX`, the form that tools for this read: for the page, and
/// for each worker.
///
/// # Errors
/// The tool can't be had or fails.
pub fn sbom() -> Result {
    let folder = tools::cargo_cyclonedx().folder()?;
    let workers = workers::ALL.map(|worker| (worker.name, worker.feature));
    let programs = || [("page", "web")].into_iter().chain(workers);
    for (name, features) in programs() {
        Sh::new(folder.join("cargo-cyclonedx"))
            .args([
                "cyclonedx",
                "--format",
                "json",
                "--spec-version",
                "1.5",
                "--no-default-features",
            ])
            .args(["--features", features, "--target", "wasm32-unknown-unknown"])
            .args(["--override-filename", &format!("plumbline-{name}.cdx")])
            .run()?;
    }
    // The tool writes one for every member of the workspace; these two aren't shipped.
    for path in ["fuzz", "xtask"].iter().flat_map(|member| {
        programs().map(|(name, _)| Path::new(member).join(format!("plumbline-{name}.cdx.json")))
    }) {
        fs::remove_file(&path).map_err(|error| Failure::file("remove", &path, error))?;
    }
    for (name, _) in programs() {
        note(&format!("plumbline-{name}.cdx.json lists every crate with its licence"));
    }
    Ok(())
}

/// Builds the release twice, each time from nothing, and compares all files byte by byte.
///
/// # Errors
/// A build fails, or a file differs.
pub fn reproduce() -> Result {
    let mut lists = Vec::new();
    for number in ["1", "2"] {
        let folder = Path::new("target/reproduce").join(number);
        if folder.exists() {
            fs::remove_dir_all(&folder).map_err(|error| Failure::file("empty", &folder, error))?;
        }
        let dist = trunk::build_apart(&folder)?;
        let list = dist.join(sums::NAME);
        let text =
            fs::read_to_string(&list).map_err(|error| Failure::file("read", &list, error))?;
        lists.push(text);
    }
    let [one, other] = lists.as_slice() else { return Ok(()) };
    let differ = sums::differences(one, other);
    let count = grouped(u64::try_from(one.lines().count()).unwrap_or_default());
    if differ.is_empty() {
        println!("\nBoth builds are the same, byte by byte: {count} files.\n\n{one}");
        Ok(())
    } else {
        Err(Failure::Check(format!("of {count} files differ: {}", differ.join(", "))))
    }
}
