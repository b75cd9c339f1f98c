//! `cargo xtask fuzz`: damaged files for every reader, counted.

use crate::{
    failure::{Failure, Result},
    sh::Sh,
};

/// Gives the readers as many inputs as `args` ask for, from the seed that they name: another one gives other
/// inputs. A few thousand are among the tests.
///
/// # Errors
/// A reader panics, or it can't be run.
pub fn run(args: &[String]) -> Result {
    let numbers = match args {
        [] => vec![],
        [name, inputs] if name == "--inputs" => vec![inputs],
        [name, inputs, other, seed] if name == "--inputs" && other == "--seed" => {
            vec![inputs, seed]
        }
        _ => return Err(usage()),
    };
    if !numbers.iter().all(|number| number.parse::<u64>().is_ok()) {
        return Err(usage());
    }
    Sh::cargo("run --package fuzz --profile fuzz --").args(numbers).run()
}

fn usage() -> Failure {
    Failure::Usage("fuzz: --inputs N, and behind it --seed N, are all that it takes".into())
}
