//! Every test that the table of faults in SECURITY.md names is there and runs.

use super::{read, root};

/// The names in the last column of the table, such as `persist::faults::no_fault_loses_anything`, row by row.
fn rows(text: &str) -> Vec<Vec<&str>> {
    let table = text.lines().skip_while(|line| !line.starts_with("| what goes wrong |"));
    let rows = table.skip(2).take_while(|line| line.starts_with('|'));
    let last = rows.map(|row| row.trim_end_matches(['|', ' ']).rsplit(" | ").next());
    let names = last.map(|cell| cell.unwrap_or_default().split('`').skip(1).step_by(2).collect());
    names.collect()
}

/// Whether a test of this name runs: a journey when it is listed, any other by its attribute.
fn runs(name: &str) -> bool {
    let [suite, module, function] = name.split("::").collect::<Vec<_>>()[..] else { return false };
    let tests = root().join("tests").join(suite);
    if suite == "browser" {
        let listed = format!("journey!({module}::{function})");
        return read(&tests.join("main.rs")).contains(&listed);
    }
    let code = read(&tests.join(module).with_extension("rs"));
    let begins = format!("fn {function}(");
    code.split("#[test]").skip(1).any(|after| after.trim_start().starts_with(&begins))
}

#[test]
fn every_fault_has_its_tests() {
    let text = read(&root().join("SECURITY.md"));
    let rows = rows(&text);
    assert!(rows.len() > 15, "{rows:#?}");
    for names in rows {
        assert!(!names.is_empty(), "a row names no test");
        for name in names {
            assert!(runs(name), "{name} isn’t there");
        }
    }
}

#[test]
fn what_is_not_there_is_noticed() {
    for name in
        ["persist::faults::another", "persist::faults::strike", "browser::storage::another", "x"]
    {
        assert!(!runs(name), "{name}");
    }
    let table =
        "| what goes wrong | then | held by |\n|---|---|---|\n| a | b | `x::y::z`, `c` |\n\n| d |";
    assert_eq!(rows(table), [["x::y::z", "c"]]);
}
