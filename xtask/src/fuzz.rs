//! `cargo xtask fuzz`: damaged files for every reader, counted.

use crate::{
    failure::{Failure, Result},
    sh::Sh,
};

/// Gives the readers as many inputs as `args` ask for. A few thousand are among the tests.
///
/// # Errors
/// A reader panics, or it can't be run.
pub fn run(args: &[String]) -> Result {
    let inputs = match args {
        [] => None,
        [name, number] if name == "--inputs" && number.parse::<u64>().is_ok() => Some(number),
        _ => return Err(Failure::Usage("fuzz: --inputs needs a number, and that is all".into())),
    };
    Sh::cargo("run --package fuzz --profile fuzz --").args(inputs).run()
}
