//! What the test runners said, added up.

use crate::{
    engine::Engine,
    failure::{Failure, Result},
    table,
};

/// Tests counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// Went well.
    pub passed: u64,
    /// Did not.
    pub failed: u64,
}

impl Count {
    /// Reads the closing line of a runner, as `test result: ok. 2 passed; 0 failed; …`; any other
    /// line counts nothing.
    pub fn read(&mut self, line: &str) {
        let Some(("ok" | "FAILED", numbers)) =
            line.strip_prefix("test result: ").and_then(|rest| rest.split_once(". "))
        else {
            return;
        };
        for part in numbers.split("; ") {
            match part.split_once(' ').map(|(number, word)| (number.parse::<u64>(), word)) {
                Some((Ok(number), "passed")) => self.passed += number,
                Some((Ok(number), "failed")) => self.failed += number,
                _ => {}
            }
        }
    }

    /// Reads the line of one test that ran in an engine, as `test rate_and_resume::firefox ... ok`.
    pub fn read_test(&mut self, line: &str, engine: Engine) {
        let Some((name, result)) =
            line.strip_prefix("test ").and_then(|rest| rest.split_once(" ... "))
        else {
            return;
        };
        if name.trim_end().rsplit("::").next() == Some(engine.name()) {
            match result {
                "ok" => self.passed += 1,
                "FAILED" => self.failed += 1,
                _ => {}
            }
        }
    }
}

/// One line of the summary.
pub struct Row {
    /// What ran.
    pub suite: &'static str,
    /// Where it ran.
    pub place: &'static str,
    /// Its tests.
    pub count: Count,
    /// How long its run took; engines that run together share it.
    pub seconds: u64,
    /// How it went.
    pub verdict: Verdict,
}

/// How a run went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// All passed.
    Passed,
    /// A test failed, or the runner did.
    Failed,
    /// The runner was content and had nothing to run.
    Empty,
    /// Something that it needs could not be had.
    NotRun,
    /// It was left out, as the command line allows.
    Skipped,
}

impl Verdict {
    const fn text(self) -> &'static str {
        match self {
            Self::Passed => "ok",
            Self::Failed => "FAILED",
            Self::Empty => "RAN NO TEST",
            Self::NotRun => "NOT RUN",
            Self::Skipped => "SKIPPED: the engine is missing",
        }
    }
}

/// Prints all rows, and fails when one of them failed.
///
/// # Errors
/// A row failed, or nothing ran at all.
pub fn conclude(rows: &[Row]) -> Result {
    let cells: Vec<[String; 6]> = rows
        .iter()
        .map(|row| {
            [
                row.suite.to_owned(),
                row.place.to_owned(),
                row.count.passed.to_string(),
                row.count.failed.to_string(),
                row.seconds.to_string(),
                row.verdict.text().to_owned(),
            ]
        })
        .collect();
    table::print(["suite", "in", "passed", "failed", "seconds", "result"], &cells);
    let passed: u64 = rows.iter().map(|row| row.count.passed).sum();
    let failed =
        rows.iter().filter(|row| !matches!(row.verdict, Verdict::Passed | Verdict::Skipped));
    let failed = failed.count();
    if failed == 0 && passed == 0 {
        Err(Failure::Check("no test ran: is there one that fits the filter?".to_owned()))
    } else if failed == 0 {
        println!("\nPassed: {passed} tests.");
        Ok(())
    } else {
        Err(Failure::Check(format!("{failed} of {} lines of the summary failed", rows.len())))
    }
}

#[cfg(test)]
mod tests {
    use super::{Count, Engine};

    #[test]
    fn adds_up_closing_lines() {
        let mut count = Count::default();
        count.read("test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; finished in 1s");
        count.read("test result: FAILED. 1 passed; 2 failed; 0 ignored");
        count.read("test result_is_kept ... ok");
        assert_eq!(count, Count { passed: 13, failed: 2 });
    }

    #[test]
    fn counts_the_tests_of_an_engine() {
        let mut count = Count::default();
        for line in [
            "test rate::firefox     ... ok",
            "test open_file::firefox ... FAILED",
            "test bench::firefox ... ignored",
            "test rate::chromium ... ok",
        ] {
            count.read_test(line, Engine::Firefox);
        }
        assert_eq!(count, Count { passed: 1, failed: 1 });
    }
}
