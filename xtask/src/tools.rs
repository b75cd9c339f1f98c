//! Programs that cargo can build: on PATH, in the user's cache, or got now.

use std::{
    env, fs,
    path::{Path, PathBuf},
    process,
    time::Duration,
};

use crate::{
    failure::{Failure, Result},
    sh::{Sh, find, note},
};

/// How cargo builds them, whatever their authors prefer: they run for seconds, so what counts is how soon
/// they are there.
const PROFILE: [(&str, &str); 3] = [
    ("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1"),
    ("CARGO_PROFILE_RELEASE_LTO", "off"),
    ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16"),
];
/// How long prebuilt programs may take to come before they are built instead.
const PATIENCE: Duration = Duration::from_mins(2);

/// A program from the registry at the version that this project works with.
pub struct Tool {
    package: &'static str,
    version: String,
    programs: &'static [&'static str],
    /// What of it is built, as arguments for cargo.
    features: &'static [&'static str],
    /// How long building it takes on two cores, for the impatient.
    minutes: u8,
}

/// The bundler.
pub fn trunk() -> Tool {
    Tool {
        package: "trunk",
        version: "0.21.14".to_owned(),
        programs: &["trunk"],
        // It has nothing to fetch, and nobody to ask for newer versions of itself.
        features: &["--no-default-features"],
        minutes: 4,
    }
}

/// Parts the wasm. What it looks for in there is named in src/app/screens.rs.
pub fn wasm_split() -> Tool {
    Tool {
        package: "wasm_split_cli_support",
        version: "0.2.2".to_owned(),
        programs: &["wasm_split_cli"],
        features: &["--features", "build-binary"],
        minutes: 2,
    }
}

/// Driver of Firefox.
pub fn geckodriver() -> Tool {
    Tool {
        package: "geckodriver",
        version: "0.37.1".to_owned(),
        programs: &["geckodriver"],
        features: &[],
        minutes: 2,
    }
}

/// Checks what the program depends on.
pub fn cargo_deny() -> Tool {
    Tool {
        package: "cargo-deny",
        version: "0.20.2".to_owned(),
        programs: &["cargo-deny"],
        features: &[],
        minutes: 8,
    }
}

/// Lists what the program depends on.
pub fn cargo_cyclonedx() -> Tool {
    Tool {
        package: "cargo-cyclonedx",
        version: "0.5.9".to_owned(),
        programs: &["cargo-cyclonedx"],
        features: &[],
        minutes: 4,
    }
}

/// Makes the JavaScript side of the wasm and runs its tests. Only the version of the crate in
/// Cargo.lock understands what that crate has put into the wasm.
///
/// # Errors
/// Cargo.lock can't be read or doesn't know wasm-bindgen.
pub fn wasm_bindgen() -> Result<Tool> {
    let path = Path::new("Cargo.lock");
    let lock = fs::read_to_string(path).map_err(|error| Failure::file("read", path, error))?;
    let version = locked("wasm-bindgen", &lock)
        .ok_or_else(|| Failure::file("use", path, "it names no wasm-bindgen"))?;
    Ok(Tool {
        package: "wasm-bindgen-cli",
        version: version.to_owned(),
        programs: &["wasm-bindgen", "wasm-bindgen-test-runner"],
        features: &[],
        minutes: 3,
    })
}

/// The version of a package in the text of a Cargo.lock.
fn locked<'a>(package: &str, lock: &'a str) -> Option<&'a str> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name);
    lines.nth(1)?.strip_prefix("version = \"")?.strip_suffix('"')
}

impl Tool {
    /// The folder of its programs, after getting them when they are missing.
    ///
    /// # Errors
    /// They can neither be fetched nor built.
    pub fn folder(&self) -> Result<PathBuf> {
        if let Some(folder) = self.on_path() {
            return Ok(folder);
        }
        let home = cache()?.join(format!("{}-{}", self.package, self.version));
        if !self.programs.iter().all(|program| file(&home, program).is_file()) {
            self.install(&home)?;
        }
        Ok(home.join("bin"))
    }

    /// A folder of PATH that has all programs at exactly this version.
    fn on_path(&self) -> Option<PathBuf> {
        let folder = find(self.programs.first()?)?.parent()?.to_path_buf();
        let fits = |program: &&str| {
            Sh::new(folder.join(program))
                .arg("--version")
                .ask()
                .is_some_and(|text| text.split_whitespace().nth(1) == Some(&self.version))
        };
        self.programs.iter().all(fits).then_some(folder)
    }

    /// Installs beside `home` and renames, so that what is there is always complete.
    fn install(&self, home: &Path) -> Result {
        let fresh = cache()?.join(format!("{}-new-{}", self.package, process::id()));
        self.fetch(&fresh).or_else(|()| self.build(&fresh))?;
        if home.exists() {
            fs::remove_dir_all(home).map_err(|error| Failure::file("replace", home, error))?;
        }
        fs::rename(&fresh, home).map_err(|error| Failure::file("rename", &fresh, error))
    }

    /// Takes what somebody else has built; any failure only means to build it here.
    fn fetch(&self, into: &Path) -> std::result::Result<(), ()> {
        find("cargo-binstall").ok_or(())?;
        note(&format!("Fetching {} {}", self.package, self.version));
        Sh::cargo("binstall --no-confirm --force --disable-strategies compile --root")
            .arg(into)
            .arg(format!("{}@{}", self.package, self.version))
            .run_at_most(PATIENCE)
            .map_err(|failure| note(&failure.to_string()))
    }

    fn build(&self, into: &Path) -> Result {
        note(&format!(
            "Building {} {}, once: about {} minutes on two cores",
            self.package, self.version, self.minutes
        ));
        // Kept while it is being built, so that a second try goes on where the first broke off.
        let work = cache()?.join("building");
        let install = |lock: Option<&str>| {
            let mut sh = Sh::cargo("install --root")
                .arg(into)
                .args(lock)
                .args(self.features)
                .arg(format!("{}@{}", self.package, self.version))
                .env("CARGO_TARGET_DIR", &work);
            for (name, value) in PROFILE {
                sh = sh.env(name, value);
            }
            sh.run()
        };
        install(Some("--locked")).or_else(|failure| {
            note(&format!("{failure}\n  Once more with the newest versions of its dependencies"));
            install(None)
        })?;
        // Only space is lost when that fails, as it does while another tool is being built.
        let _ = fs::remove_dir_all(&work);
        Ok(())
    }
}

/// A program of a tool that is in the cache.
fn file(home: &Path, program: &str) -> PathBuf {
    home.join("bin").join(program).with_extension(env::consts::EXE_EXTENSION)
}

/// Where tools are kept, for all clones of this user.
fn cache() -> Result<PathBuf> {
    let base = env::var_os("XDG_CACHE_HOME")
        .filter(|path| !path.is_empty())
        .map(PathBuf::from)
        .or_else(|| env::home_dir().map(|home| home.join(".cache")))
        .ok_or_else(|| Failure::Missing {
            what: "a folder for tools".to_owned(),
            get: "export XDG_CACHE_HOME=<folder>".to_owned(),
        })?;
    Ok(base.join("plumbline").join("tools"))
}

#[cfg(test)]
mod tests {
    use super::locked;

    #[test]
    fn reads_the_version_of_exactly_that_package() {
        let lock = "[[package]]\nname = \"wasm-bindgen-futures\"\nversion = \"0.4.1\"\n\n\
                    [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";
        assert_eq!(locked("wasm-bindgen", lock), Some("0.2.130"));
        assert_eq!(locked("trunk", lock), None);
    }
}
