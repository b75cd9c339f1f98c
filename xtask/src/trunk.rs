//! Building and serving the app with trunk, which finds its helpers on PATH and downloads nothing.

use std::{
    env,
    net::{Ipv4Addr, TcpListener},
    path::{Path, PathBuf},
};

use crate::{
    content_names,
    failure::{Failure, Result},
    names,
    sh::{Sh, note},
    split, sums, system, tools, workers,
};

/// Builds for release and returns the folder, as an absolute path.
///
/// # Errors
/// A tool can't be had, or the build fails.
pub fn build() -> Result<PathBuf> {
    command()?.args(["build", "--release"]).run()?;
    finished(Path::new("dist"))
}

/// The same with everything in a folder of its own, from nothing.
///
/// # Errors
/// As [`build`].
pub fn build_apart(folder: &Path) -> Result<PathBuf> {
    let dist = folder.join("dist");
    let target = env::current_dir().unwrap_or_default().join(folder).join("target");
    command()?
        .args(["build", "--release", "--dist"])
        .arg(&dist)
        .env("CARGO_TARGET_DIR", target)
        .run()?;
    finished(&dist)
}

fn finished(dist: &Path) -> Result<PathBuf> {
    sums::write(dist)?;
    dist.canonicalize().map_err(|error| Failure::file("find", dist, error))
}

/// Serves the app until it is stopped, and builds it again after every change.
///
/// # Errors
/// As [`build`], or when the port is taken.
pub fn serve(args: &[String]) -> Result {
    let mut port: u16 = 8080;
    let mut release = None;
    let mut args = args.iter();
    while let Some(arg) = args.next() {
        match arg.as_str() {
            "--release" => release = Some("--release"),
            "--port" => {
                port = args.next().and_then(|port| port.parse().ok()).ok_or_else(|| {
                    Failure::Usage("--port needs a number up to 65535".to_owned())
                })?;
            }
            other => return Err(Failure::Usage(format!("serve: what is {other:?}?"))),
        }
    }
    TcpListener::bind((Ipv4Addr::LOCALHOST, port)).map_err(|error| {
        Failure::Check(format!("can't serve at port {port}: {error}\nanother: --port <number>"))
    })?;
    let trunk = command()?;
    note(&format!("Plumbline will be at http://127.0.0.1:{port} when built; Ctrl+C stops it"));
    // Not into dist/: release builds and tests can go on beside it.
    trunk.args(["serve", "--dist", "target/serve", "--port", &port.to_string()]).args(release).run()
}

/// What is left to do when trunk is about to finish a build: it calls this.
///
/// # Errors
/// A file can't be read or written, or trunk isn't the caller.
pub fn finish() -> Result {
    let folder = env::var_os("TRUNK_STAGING_DIR")
        .map(PathBuf::from)
        .ok_or_else(|| Failure::Usage("finish: trunk calls this".to_owned()))?;
    split::add_second(&folder)?;
    names::shorten(&folder)?;
    content_names::renew(&folder)?;
    workers::add_all(&folder)
}

/// What the compiler is told for every wasm. Panics name source files: where they lie on the builder's
/// machine is nobody's business, and the same source should give the same bytes everywhere.
pub fn flags() -> Vec<String> {
    let crates = env::var_os("CARGO_HOME").map(|home| Path::new(&home).join("registry/src"));
    crates
        .into_iter()
        .chain(env::current_dir())
        .map(|folder| format!("--remap-path-prefix={}=", folder.display()))
        // Flags are parted at blanks, and nothing escapes one.
        .filter(|flag| !flag.contains(' '))
        .collect()
}

fn command() -> Result<Sh> {
    system::wasm_target()?;
    let flags: Vec<_> = flags().into_iter().chain([split::FLAGS.to_owned()]).collect();
    let trunk = Sh::new(tools::trunk().folder()?.join("trunk"))
        .args(["--log", "error,trunk=info"])
        .env("TRUNK_SKIP_VERSION_CHECK", "true")
        // Added to the flags of .cargo/config.toml.
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", flags.join(" "))
        // trunk takes `true` and `false` only, the rest of the world any value.
        .without_env("NO_COLOR");
    split::stand_in(trunk)
}
