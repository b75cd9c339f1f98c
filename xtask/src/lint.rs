//! `cargo xtask lint`: formatting, clippy, spelling.

use crate::{
    failure::Result,
    sh::{Sh, find, note},
    system, workers,
};

/// Checks everything that can be checked without running it.
///
/// # Errors
/// The first check that is not content.
pub fn run() -> Result {
    Sh::cargo("fmt --all --check").run()?;
    Sh::cargo("clippy --workspace --all-targets --no-default-features --features export")
        .args(["--", "-D", "warnings"])
        .run()?;
    // `--all-targets` leaves out what plain `cargo test` leaves out.
    Sh::cargo("clippy --test browser --test browser_bench --no-default-features --features export")
        .args(["--", "-D", "warnings"])
        .run()?;
    Sh::cargo("clippy --lib --profile test -- -D warnings").run()?;
    system::wasm_target()?;
    Sh::cargo("clippy --lib --bins --test web --target")
        .args([system::WASM, "--", "-D", "warnings"])
        .run()?;
    for worker in workers::ALL {
        Sh::cargo("clippy --no-default-features --features")
            .args([worker.feature, "--bin", worker.name, "--target", system::WASM])
            .args(["--", "-D", "warnings"])
            .run()?;
    }
    if find("typos").is_some() {
        Sh::new("typos").run()?;
    } else {
        note("Spelling was not checked: `cargo install typos-cli` gets the program for it");
    }
    Ok(())
}
