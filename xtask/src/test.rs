//! `cargo xtask test`: the suites, fastest first.

use std::time::Instant;

use crate::{
    engine::{self, Engine, Missing, Prepared, Ready},
    failure::{Failure, Result},
    sh::{Sh, note},
    summary::{self, Count, Row, Verdict},
    system, tools, trunk,
};

/// A part of the tests.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Suite {
    /// Whatever needs no browser and no `web` feature, documentation included.
    Pure,
    /// The app's own unit tests, compiled for this machine.
    App,
    /// The ports to the browser.
    Web,
    /// Journeys of a person through the built app.
    Browser,
}

/// What the command line asks for.
struct Request {
    suites: &'static [Suite],
    filter: Option<String>,
    missing: Missing,
}

/// Runs the suites that `args` choose.
///
/// # Errors
/// A test fails, or one can't be run.
pub fn run(args: &[String]) -> Result {
    let request = Request::parse(args)?;
    let filter = request.filter.as_deref();
    // What needs a person's hand is told before anything takes long.
    let engines = match request.suites {
        [.., Suite::Web] => engine::prepare(&web_engines()?, request.missing)?,
        [.., Suite::Browser] => engine::prepare(&engine::wanted()?, request.missing)?,
        _ => Prepared::default(),
    };
    let mut rows = Vec::new();
    for suite in request.suites {
        match suite {
            Suite::Pure => {
                system::readers().or_else(|failure| match request.missing {
                    Missing::Fails => Err(failure),
                    Missing::IsSkipped => {
                        note(&failure.to_string());
                        Ok(())
                    }
                })?;
                let sh = Sh::cargo("test --workspace --no-default-features --features export");
                let sh = sh.arg("--no-fail-fast");
                rows.push(row("pure", "native", filter, sh));
            }
            Suite::App => rows.push(row("app", "native", filter, Sh::cargo("test --lib"))),
            Suite::Web => rows.extend(or_not_run("web", web(&engines.ready, filter))),
            Suite::Browser => rows.extend(or_not_run("browser", browser(&engines.ready, filter))),
        }
    }
    let skipped = engines.skipped.iter();
    rows.extend(skipped.map(|engine| without_tests("browser", engine.name(), Verdict::Skipped)));
    summary::conclude(&rows)
}

impl Request {
    fn parse(args: &[String]) -> Result<Self> {
        let skip = "--skip-missing";
        let missing =
            if args.iter().any(|arg| arg == skip) { Missing::IsSkipped } else { Missing::Fails };
        let mut words = args.iter().filter(|arg| *arg != skip).peekable();
        let mut suite = |name| words.next_if(|word| *word == name).is_some();
        let suites: &[Suite] = if suite("fast") {
            &[Suite::Pure]
        } else if suite("native") {
            &[Suite::Pure, Suite::App]
        } else if suite("web") {
            &[Suite::Web]
        } else if suite("browser") {
            &[Suite::Browser]
        } else {
            &[Suite::Pure, Suite::App, Suite::Web, Suite::Browser]
        };
        let filter = words.next().cloned();
        match words.next() {
            None => Ok(Self { suites, filter, missing }),
            Some(word) => Err(Failure::Usage(format!("test: what is {word:?}?"))),
        }
    }
}

/// Runs one runner and counts what it says.
fn row(suite: &'static str, place: &'static str, filter: Option<&str>, sh: Sh) -> Row {
    let start = Instant::now();
    let mut count = Count::default();
    let verdict = match sh.args(filter).run_reading(|line| count.read(line)) {
        Ok(()) => content(count, filter),
        Err(failure) => {
            note(&failure.to_string());
            Verdict::Failed
        }
    };
    Row { suite, place, count, seconds: start.elapsed().as_secs(), verdict }
}

/// A suite that runs nothing has not passed, unless a filter left nothing of it.
fn content(count: Count, filter: Option<&str>) -> Verdict {
    if filter.is_none() && count == Count::default() { Verdict::Empty } else { Verdict::Passed }
}

/// A suite that could not begin doesn't keep the others from running.
fn or_not_run(suite: &'static str, rows: Result<Vec<Row>>) -> Vec<Row> {
    rows.unwrap_or_else(|failure| {
        note(&failure.to_string());
        vec![without_tests(suite, "", Verdict::NotRun)]
    })
}

/// The row of a suite that ran nothing at all.
fn without_tests(suite: &'static str, place: &'static str, verdict: Verdict) -> Row {
    Row { suite, place, count: Count::default(), seconds: 0, verdict }
}

/// wasm-bindgen's runner drives these two.
fn web_engines() -> Result<Vec<Engine>> {
    let mut engines = engine::wanted()?;
    engines.retain(|engine| *engine != Engine::Webkit);
    Ok(engines)
}

fn web(engines: &[Ready], filter: Option<&str>) -> Result<Vec<Row>> {
    system::wasm_target()?;
    let bindgen = tools::wasm_bindgen()?.folder()?;
    let mut rows = Vec::new();
    for ready in engines {
        let (wanted, other) = match ready.engine {
            Engine::Chromium => ("CHROMEDRIVER", "GECKODRIVER"),
            Engine::Firefox => ("GECKODRIVER", "CHROMEDRIVER"),
            Engine::Webkit => continue,
        };
        let sh = Sh::cargo("test --test web --target")
            .arg(system::WASM)
            .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", "wasm-bindgen-test-runner")
            .env("WASM_BINDGEN_TEST_ONLY_WEB", "1")
            // A busy machine needs more than the 5 and 20 seconds that it gives.
            .env("WASM_BINDGEN_TEST_DRIVER_TIMEOUT", "30")
            .env("WASM_BINDGEN_TEST_TIMEOUT", "60")
            .env(wanted, &ready.driver)
            // The runner would prefer it, whichever it is.
            .without_env(other)
            .with_path([bindgen.as_path()])?;
        rows.push(row("web", ready.engine.name(), filter, sh));
    }
    Ok(rows)
}

fn browser(engines: &[Ready], filter: Option<&str>) -> Result<Vec<Row>> {
    if engines.is_empty() {
        return Ok(Vec::new());
    }
    let modules = system::node_modules()?;
    let dist = trunk::build()?;
    let start = Instant::now();
    let names: Vec<&str> = engines.iter().map(|ready| ready.engine.name()).collect();
    let needs_display = names.contains(&Engine::Webkit.name()) && !engine::has_display();
    let mut sh =
        if needs_display { Sh::new("xvfb-run").args(["-a", "cargo"]) } else { Sh::new("cargo") }
            // As the pure suite, so that both are compiled once.
            .args(["test", "--no-default-features", "--features", "export", "--test", "browser"])
            .args(filter)
            .env("PLUMBLINE_DIST", dist)
            .env("PLUMBLINE_ENGINES", names.join(","))
            .env("PLUMBLINE_NODE_MODULES", modules);
    for ready in engines {
        let variable = match ready.engine {
            Engine::Chromium => "PLUMBLINE_CHROMEDRIVER",
            Engine::Firefox => "PLUMBLINE_GECKODRIVER",
            Engine::Webkit => "PLUMBLINE_WEBKITDRIVER",
        };
        sh = sh.env(variable, &ready.driver);
    }
    let mut counts = vec![Count::default(); engines.len()];
    let ended = sh.run_reading(|line| {
        for (count, ready) in counts.iter_mut().zip(engines) {
            count.read_test(line, ready.engine);
        }
    });
    let seconds = start.elapsed().as_secs();
    let any_failed = counts.iter().any(|count| count.failed > 0);
    if let Err(failure) = &ended {
        note(&failure.to_string());
    }
    let rows = engines.iter().zip(counts).map(|(ready, count)| {
        // A runner that broke off without a failed test has failed everywhere.
        let failed = count.failed > 0 || (ended.is_err() && !any_failed);
        let verdict = if failed { Verdict::Failed } else { content(count, filter) };
        Row { suite: "browser", place: ready.engine.name(), count, seconds, verdict }
    });
    Ok(rows.collect())
}
