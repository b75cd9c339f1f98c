//! `cargo xtask bench`: how fast the pure parts are, and the built app in Chromium.

use crate::{
    engine::{self, Engine, Missing},
    failure::{Failure, Result},
    sh::Sh,
    trunk,
};

/// Runs the benchmarks, or those whose name has a word in it. They print what they measure beside its budget and leave it at that: the
/// numbers depend on the machine and on what else it is doing.
///
/// # Errors
/// One can't be run, or there is more than one word.
pub fn run(args: &[String]) -> Result {
    if let Some(more) = args.get(1) {
        return Err(Failure::Usage(format!("bench takes one filter, and {more:?} is another")));
    }
    let chromium = engine::prepare(&[Engine::Chromium], Missing::Fails)?;
    Sh::cargo("bench --no-default-features --").args(args).run()?;
    let dist = trunk::build()?;
    for ready in chromium.ready {
        Sh::cargo("test --no-default-features --test browser_bench --")
            .args(args)
            .env("PLUMBLINE_DIST", &dist)
            .env("PLUMBLINE_CHROMEDRIVER", ready.driver)
            .run()?;
    }
    Ok(())
}
