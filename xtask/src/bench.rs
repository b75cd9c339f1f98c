//! `cargo xtask bench`: how fast the pure parts are.

use crate::{failure::Result, sh::Sh};

/// Runs the benchmarks.
///
/// # Errors
/// One fails.
pub fn run() -> Result {
    Sh::cargo("bench --no-default-features").run()
}
