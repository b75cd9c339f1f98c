//! `cargo xtask content`: how much there is to read in the packs, and how easily it reads.

use crate::{failure::Result, sh::Sh};

/// Prints it. The example counts, with what the tests of the packs count with: this package has
/// nothing to do with what is in a pack.
///
/// # Errors
/// It can't be run.
pub fn run() -> Result {
    Sh::cargo("run --quiet --no-default-features --example content").run()
}
