//! What was measured, beside what it may be.

use std::fs;
use std::num::NonZero;
use std::thread;

/// What is counted.
#[derive(Clone, Copy)]
pub enum Unit {
    Milliseconds,
    /// As browsers rate it, 0 to 1.
    Shift,
    Megabytes,
    Kilobytes,
    Times,
}

/// A number and the most that it may be.
pub struct Measure {
    name: String,
    value: f64,
    unit: Unit,
    budget: f64,
}

impl Measure {
    pub fn new(name: impl Into<String>, value: f64, unit: Unit, budget: f64) -> Self {
        Self { name: name.into(), value, unit, budget }
    }
}

impl Unit {
    fn show(self, value: f64) -> String {
        match self {
            Self::Milliseconds => format!("{value:.1} ms"),
            Self::Shift => format!("{value:.3}"),
            Self::Megabytes => format!("{value:.1} MB"),
            Self::Kilobytes => format!("{value:.1} kB"),
            Self::Times => format!("{value:.0}"),
        }
    }
}

/// Prints all of them.
pub fn print(measures: &[Measure]) {
    println!("\n{:<66}  {:>9}  {:>9}", "measure", "value", "budget");
    for Measure { name, value, unit, budget } in measures {
        let verdict = if value > budget { "OVER" } else { "ok" };
        println!("{name:<66}  {:>9}  {:>9}  {verdict}", unit.show(*value), unit.show(*budget));
    }
}

/// How busy the machine has been: numbers from a busy one say little.
pub fn load() -> String {
    let cores = thread::available_parallelism().map_or(1, NonZero::get);
    let load = fs::read_to_string("/proc/loadavg");
    let load = load.as_deref().ok().and_then(|load| load.split(' ').next()).unwrap_or("unknown");
    format!("{load} on {cores} cores")
}

/// The value that this share of all values doesn't exceed.
///
/// # Errors
/// There are no values.
pub fn percentile(mut values: Vec<f64>, share: usize) -> Result<f64, String> {
    values.sort_by(f64::total_cmp);
    let rank = (values.len() * share).div_ceil(100).saturating_sub(1);
    values.get(rank).copied().ok_or_else(|| "nothing was measured".to_owned())
}
