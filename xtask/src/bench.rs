//! `cargo xtask bench`: how fast the pure parts are, and the built app in Chromium.

use crate::{
    engine::{self, Engine, Missing},
    failure::Result,
    sh::Sh,
    trunk,
};

/// Runs the benchmarks. They print what they measure beside its budget and leave it at that: the
/// numbers depend on the machine and on what else it is doing.
///
/// # Errors
/// One can't be run.
pub fn run() -> Result {
    let chromium = engine::prepare(&[Engine::Chromium], Missing::Fails)?;
    Sh::cargo("bench --no-default-features").run()?;
    let dist = trunk::build()?;
    for ready in chromium.ready {
        Sh::cargo("test --no-default-features --test browser_bench")
            .env("PLUMBLINE_DIST", &dist)
            .env("PLUMBLINE_CHROMEDRIVER", ready.driver)
            .run()?;
    }
    Ok(())
}
