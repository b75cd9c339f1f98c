//! Damaged files for every reader: none may panic, and what is read can be written and read again.
//!
//! `cargo xtask fuzz [--inputs N [--seed N]]` runs it. The same numbers give the same inputs on every machine, so an
//! input is known again by the seed, the name of its reader and its number.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a tool for tests, which fails by panicking"
)]

mod damage;
#[path = "../../tests/persist/pieces.rs"]
mod pieces;
mod random;
mod readers;
mod seeds;
#[path = "../../xtask/src/table.rs"]
mod table;

use std::{
    env, fs,
    panic::{AssertUnwindSafe, catch_unwind, set_hook},
    path::Path,
    process::ExitCode,
    time::Instant,
};

use random::Random;
use readers::{Reader, Seeds, readers};
use table::grouped;

/// From which all inputs follow when nobody asks for another.
const SEED: u64 = 27_001;
/// Every so manieth input of a run is the next.
const SHARES: u64 = 1_000;
/// How many inputs there are when nobody asks for a number.
const INPUTS: u64 = 100_000;

/// What became of the inputs of a reader.
#[derive(Default)]
struct Count {
    accepted: u64,
    refused: u64,
    panics: u64,
}

fn main() -> ExitCode {
    let number =
        |place, usual| env::args().nth(place).map_or(Some(usual), |number| number.parse().ok());
    let (Some(inputs), Some(seed)) = (number(1, INPUTS), number(2, SEED)) else {
        eprintln!("how many inputs, and from which seed?");
        return ExitCode::FAILURE;
    };
    let start = Instant::now();
    let rows = run(inputs, seed);
    let all: u64 =
        rows.iter().map(|(_, count)| count.accepted + count.refused + count.panics).sum();
    let panics: u64 = rows.iter().map(|(_, count)| count.panics).sum();
    let rows: Vec<_> = rows.iter().map(|(name, count)| row(name, count)).collect();
    table::print(["reader", "inputs", "accepted", "refused", "panics"], &rows);
    println!(
        "\n{} inputs in {} seconds, {panics} panics, seed {seed}",
        grouped(all),
        start.elapsed().as_secs()
    );
    if panics == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn row(name: &str, Count { accepted, refused, panics }: &Count) -> [String; 5] {
    let inputs = grouped(accepted + refused + panics);
    [name.to_owned(), inputs, grouped(*accepted), grouped(*refused), grouped(*panics)]
}

/// Gives every reader its share of so many inputs, and no reader none.
fn run(inputs: u64, seed: u64) -> Vec<(&'static str, Count)> {
    let readers = readers();
    // Panics are counted; what they say is told with the input.
    set_hook(Box::new(|panic| eprintln!("{panic}")));
    let mut counts = Vec::new();
    for (place, reader) in (0..).zip(&readers) {
        let mut count = Count::default();
        for input in 0..(inputs * reader.share).div_ceil(SHARES) {
            let bytes = make(&mut Random::of(seed, place, input), &reader.seeds);
            match catch_unwind(AssertUnwindSafe(|| (reader.read)(&bytes))) {
                Ok(true) => count.accepted += 1,
                Ok(false) => count.refused += 1,
                Err(_) => {
                    count.panics += 1;
                    keep(reader, input, &bytes);
                }
            }
        }
        eprintln!(
            "{}: {} inputs",
            reader.name,
            grouped(count.accepted + count.refused + count.panics)
        );
        counts.push((reader.name, count));
    }
    counts
}

fn make(random: &mut Random, seeds: &Seeds) -> Vec<u8> {
    match seeds {
        Seeds::Texts(texts) => {
            let mut bytes = random.pick(texts).clone();
            damage::damage(random, &mut bytes, texts);
            bytes
        }
        Seeds::Parts(parts) => {
            let mut parts = parts.clone();
            let others: Vec<_> = parts.iter().map(|(_, content)| content.clone()).collect();
            let place = random.below(parts.len());
            damage::damage(random, &mut parts[place].1, &others);
            seeds::packed(&parts)
        }
    }
}

/// Leaves the input for whoever looks for the cause.
fn keep(reader: &Reader, input: u64, bytes: &[u8]) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/fuzz-panics");
    let path = folder.join(format!("{}-{input}", reader.name.replace(' ', "-")));
    let kept = fs::create_dir_all(&folder).and_then(|()| fs::write(&path, bytes));
    eprintln!("{}, input {input}: {} {kept:?}", reader.name, path.display());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_reader_panics() {
        for (name, count) in run(4_000, SEED) {
            assert_eq!(count.panics, 0, "{name}");
            assert!(count.refused > 0, "{name}: nothing is damaged");
        }
    }

    #[test]
    fn what_is_whole_is_accepted() {
        for reader in readers() {
            let whole = match &reader.seeds {
                Seeds::Texts(texts) => texts[0].clone(),
                Seeds::Parts(parts) => seeds::packed(parts),
            };
            assert!((reader.read)(&whole), "{}", reader.name);
        }
    }

    #[test]
    fn the_same_inputs_every_time() {
        let readers = readers();
        let inputs = |at: u64| make(&mut Random::of(SEED, 1, at), &readers[1].seeds);
        assert_eq!(inputs(7), inputs(7));
        assert_ne!(inputs(7), inputs(8));
    }

    #[test]
    fn shares_are_those_of_a_whole() {
        assert_eq!(readers().iter().map(|reader| reader.share).sum::<u64>(), SHARES);
    }
}
