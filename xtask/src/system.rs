//! What the system has to bring: packages, the wasm target, npm packages.

use std::{
    fs,
    path::{Path, PathBuf},
};

use crate::{
    failure::{Failure, Result},
    sh::{Sh, find, note},
};

/// What the app is compiled to.
pub const WASM: &str = "wasm32-unknown-unknown";

/// How `apt-get` can be started here without asking anybody: as root, or with a `sudo` that wants
/// no password.
fn apt() -> Option<Sh> {
    find("apt-get")?;
    if Sh::new("id").arg("-u").ask()?.trim() == "0" {
        return Some(Sh::new("env"));
    }
    let sudo = || Sh::new("sudo").arg("-n");
    sudo().arg("true").ask().map(|_| sudo().arg("env"))
}

/// Installs Debian packages where that is possible; whoever needs them looks again afterwards.
///
/// # Errors
/// `apt-get` can be used and fails.
pub fn install(packages: &[&str]) -> Result {
    let (Some(update), Some(install)) = (apt(), apt()) else {
        return Ok(());
    };
    let quietly = ["DEBIAN_FRONTEND=noninteractive", "apt-get"];
    note(&format!("Installing {}: a minute or two", packages.join(", ")));
    update.args(quietly).arg("update").run()?;
    install.args(quietly).args(["install", "-y", "--no-install-recommends"]).args(packages).run()
}

/// Programs that open files as their readers would, and the Debian packages that have them.
const READERS: [(&str, &[&str]); 3] = [
    ("soffice", &["libreoffice-writer-nogui", "libreoffice-calc-nogui"]),
    ("pdftotext", &["poppler-utils"]),
    ("qpdf", &["qpdf"]),
];

/// Makes sure that the programs are there with which tests open again what was written.
///
/// # Errors
/// Some are missing and can't be installed from here.
pub fn readers() -> Result {
    let packages = missing_readers();
    if packages.is_empty() {
        return Ok(());
    }
    install(&packages)?;
    let packages = missing_readers();
    if packages.is_empty() {
        return Ok(());
    }
    Err(Failure::Missing {
        what: "LibreOffice, Poppler or qpdf, with which tests open files,".to_owned(),
        get: format!("sudo apt-get install {}", packages.join(" ")),
    })
}

fn missing_readers() -> Vec<&'static str> {
    let missing = READERS.iter().filter(|(program, _)| find(program).is_none());
    missing.flat_map(|(_, packages)| *packages).copied().collect()
}

/// Makes sure that Rust can compile to wasm.
///
/// # Errors
/// The target is missing and rustup can't add it.
pub fn wasm_target() -> Result {
    let folder = Sh::new("rustc").args(["--print", "target-libdir", "--target", WASM]).ask();
    if folder.is_some_and(|folder| Path::new(folder.trim()).is_dir()) {
        return Ok(());
    }
    if find("rustup").is_none() {
        return Err(Failure::Missing {
            what: format!("Rust's target {WASM}"),
            get: "install Rust by https://rustup.rs, or your system's package of that target"
                .to_owned(),
        });
    }
    Sh::new("rustup").args(["target", "add", WASM]).run()
}

/// The folder of the npm packages that browser tests use in the page, brought up to date.
///
/// # Errors
/// npm is missing, or can't get them.
pub fn node_modules() -> Result<PathBuf> {
    let folder = Path::new("tests/browser");
    let modules = folder.join("node_modules");
    let age = |path: &Path| fs::metadata(path).and_then(|data| data.modified()).ok();
    let lock = age(&folder.join("package-lock.json"));
    if age(&modules.join(".package-lock.json")).is_none_or(|installed| Some(installed) < lock) {
        let npm = program("npm")?;
        note("Getting the npm packages of the browser tests");
        Sh::new(npm)
            .args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"])
            .within(folder)
            .run()?;
    }
    modules.canonicalize().map_err(|error| Failure::file("find", &modules, error))
}

/// `node` or `npm`.
///
/// # Errors
/// It is missing.
pub fn program(name: &str) -> Result<PathBuf> {
    find(name).ok_or_else(|| Failure::Missing {
        what: name.to_owned(),
        get: "sudo apt-get install nodejs npm (or https://nodejs.org)".to_owned(),
    })
}
