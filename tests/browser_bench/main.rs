//! How fast the built app is where it is used: in a browser, on a slow machine and a slow line.
//!
//! `cargo xtask bench` builds the app and runs this in Chromium. It prints one table and never
//! fails on a budget, since most of these numbers depend on what else the machine is doing; the
//! ones that don't, bytes and requests, are checked by `cargo xtask size`. With an argument, only what has
//! that in its name is measured: `cargo xtask bench "a risk"`.
//!
//! Slow means what the developer tools of Chromium make of it: the page's thread gets a quarter of
//! its time; for the start, a line has 1.6 Mbit/s and 150 ms pass before each answer begins.
#![cfg_attr(target_arch = "wasm32", no_main)]
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::float_arithmetic, reason = "times are measured, not computed")]

#[allow(dead_code, reason = "the other engines are for journeys")]
#[path = "../browser/engine.rs"]
mod engine;
#[allow(dead_code, reason = "the log of answers is for journeys")]
#[allow(clippy::expect_used, reason = "as in the journeys")]
#[path = "../browser/server.rs"]
mod server;

mod full;
mod memory;
mod page;
mod rating;
mod site;
mod start;
mod table;

use std::{env, process::ExitCode};

use full::{RISKS, SNAPSHOTS};
use page::{NOTHING, Page};
use rating::{ALL, RISK, Rater};
use site::Site;
use table::{Measure, Unit};
use tokio::runtime::Runtime;

/// As many items as the real questionnaire has; that many are rated on each page.
const RATED: usize = 123;
/// The largest questionnaire that has a budget.
const MANY: usize = 2_000;

fn main() -> ExitCode {
    match Runtime::new().map_err(|error| error.to_string()).and_then(|runtime| run(&runtime)) {
        Ok(measures) => {
            table::print(&measures);
            ExitCode::SUCCESS
        }
        Err(problem) => {
            eprintln!("{problem}");
            ExitCode::FAILURE
        }
    }
}

fn run(runtime: &Runtime) -> Result<Vec<Measure>, String> {
    let filter = env::args().nth(1).unwrap_or_default();
    let wanted = |name: &str| name.contains(&filter);
    let load = table::load();
    let real = Site::compressed(runtime)?;
    let mut measures = Vec::new();
    if wanted("start") {
        measures.extend(start::measure(&real)?);
    }

    let name = "all items on one page";
    if wanted(name) {
        let page = Page::open(&real, NOTHING)?;
        memory::watch(&page)?;
        measures.extend(Rater::new(&page, &ALL)?.measure(name, RATED, 1.0)?);
        let memory = memory::megabytes(&page)?;
        let kept = format!("memory after {RATED} answers, JavaScript and wasm");
        measures.push(Measure::new(kept, memory, Unit::Megabytes, 12.0));
    }

    let name = "2,000 items on one page";
    if wanted(name) {
        let many = Site::enlarged(runtime, MANY)?;
        let page = Page::open(&many, NOTHING)?;
        measures.extend(Rater::new(&page, &ALL)?.measure(name, RATED, 2.0)?);
    }

    for (place, name) in [(&ALL, "all items on one page"), (&RISK, "a risk")] {
        let name = format!("{name}, of {RISKS} risks and {SNAPSHOTS} snapshots");
        if wanted(&name) {
            let page = Page::open(&real, &full::assessment()?)?;
            measures.extend(Rater::new(&page, place)?.measure(&name, RATED, 1.0)?);
        }
    }
    println!("Load of this machine before and after: {load}; {}", table::load());
    Ok(measures)
}
