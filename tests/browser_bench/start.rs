//! From an empty cache to the first answer.

use serde_json::Value;

use crate::page::{NOTHING, Page, number};
use crate::site::Site;
use crate::table::{Measure, Unit, percentile};

/// How often the start is measured; the median counts.
const RUNS: usize = 5;

/// What one start took.
struct Start {
    untouched: Value,
    answered: Value,
}

/// Opens the start page and begins the quick check, as a visitor does who has never been here.
///
/// # Errors
/// The app doesn't start, or the browser doesn't.
pub fn measure(site: &Site) -> Result<Vec<Measure>, String> {
    let mut starts = Vec::new();
    for run in 1..=RUNS {
        println!("Start {run} of {RUNS}");
        // Answering changes the page, and layout shifts after that are the person's own doing.
        let untouched = visit(site, "", "return watched.untilQuiet()")?;
        let answered = visit(site, include_str!("answer.js"), "return watched.untilAnswered")?;
        starts.push(Start { untouched, answered });
    }
    let median = |of: fn(&Start) -> &Value, pointer: &str| {
        let values: Result<_, String> =
            starts.iter().map(|start| number(of(start), pointer)).collect();
        percentile(values?, 50)
    };
    let untouched = |pointer| median(|start| &start.untouched, pointer);
    let answered = |pointer| median(|start| &start.answered, pointer);
    Ok(vec![
        Measure::new(
            "start: first contentful paint",
            untouched("/paint")?,
            Unit::Milliseconds,
            600.0,
        ),
        Measure::new("start: first item answered", answered("/at")?, Unit::Milliseconds, 1500.0),
        Measure::new("start: layout shift", untouched("/shift")?, Unit::Shift, 0.02),
        Measure::new(
            "start: bytes until then",
            answered("/bytes")? / 1000.0,
            Unit::Kilobytes,
            160.0,
        ),
        Measure::new("start: requests until then", answered("/requests")?, Unit::Times, 8.0),
    ])
}

fn visit(site: &Site, act: &str, until: &str) -> Result<Value, String> {
    let page = Page::open(site, NOTHING)?;
    page.run_first(&format!("{}\n{act}", include_str!("watch.js")))?;
    page.slow_down()?;
    page.slow_line()?;
    page.go_first()?;
    page.script(until, vec![])
}
