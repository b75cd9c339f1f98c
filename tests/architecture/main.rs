//! The directions of ARCHITECTURE.md, checked on the source code itself.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by panicking"
)]

mod faults;
mod hosting;
mod source;

use std::{
    collections::HashMap,
    fs,
    path::{Path, PathBuf},
    sync::LazyLock,
};

use plumbline::text::{FIRST, KEYS, PAGE};
use source::Found::{self, Name, StyleAttribute, Text};

/// A direction. Code in tests is free of it.
struct Rule {
    says: &'static str,
    /// The files it is about.
    within: fn(&str) -> bool,
    /// What must not be found in them.
    forbids: fn(&Found) -> bool,
    /// Lines that break it and lines that don't, so that the rule itself is tested.
    breaks: (&'static str, &'static [&'static str]),
    keeps: (&'static str, &'static [&'static str]),
}

const RULES: &[Rule] = &[
    Rule {
        says: "domain uses std, serde, litemap and time only",
        within: |file| file.starts_with("src/domain/"),
        forbids: |found| {
            uses_module(found, &["app", "browser", "export", "persist", "report", "text"])
                || uses_word(found, |word| {
                    !["serde", "litemap", "time"].contains(&word)
                        && DEPENDENCIES.iter().any(|crate_name| crate_name == word)
                })
        },
        breaks: (
            "src/domain/pack/mod.rs",
            &[
                "use serde_json::Value;",
                "fn f() { web_sys::window(); }",
                "use ::{leptos::prelude::*, std::fmt};",
                "use crate::{domain::id, persist};",
                "use super::super::text;",
                "mod inner { use super::super::super::report::page; }",
                "fn f() { crate::browser::random() }",
            ],
        ),
        keeps: (
            "src/domain/pack/mod.rs",
            &[
                "use std::fmt; use serde::Serialize;",
                "use crate::domain::{id, scale}; pub(crate) use super::id;",
                "// web_sys\n/// serde_json\nfn f() -> &'static str { \"leptos\" }",
                "#[cfg(test)] mod tests { use serde_json::json; }",
                "fn f(text: &str, report: u8) {}",
            ],
        ),
    },
    Rule {
        says: "domain has no clock, randomness, input or output",
        within: |file| file.starts_with("src/domain/"),
        forbids: |found| {
            const PARTS: [&str; 9] =
                ["env", "fs", "io", "net", "os", "process", "random", "thread", "time"];
            matches!(found, Name(path) if path.len() > 1 && path[0] == "std" && PARTS.contains(&path[1].as_str()))
                || uses_word(found, |word| {
                    ["print", "println", "eprint", "eprintln", "RandomState"].contains(&word)
                })
        },
        breaks: (
            "src/domain/time.rs",
            &[
                "use std::time::Instant;",
                "use std::{fmt, fs};",
                "use std::{collections::{hash_map::RandomState, BTreeMap}, fmt};",
                "fn f() { println!(); }",
            ],
        ),
        keeps: (
            "src/domain/time.rs",
            &["use std::fmt; use super::time::Timestamp; use crate::domain::time;"],
        ),
    },
    Rule {
        says: "export, persist, report and text know neither the screens nor the browser",
        within: |file| {
            ["src/export/", "src/persist/", "src/report/", "src/text/"]
                .iter()
                .any(|dir| file.starts_with(dir))
        },
        forbids: |found| {
            uses_module(found, &["app", "browser"])
                || uses_word(found, |word| word.starts_with("leptos") || is_browser_crate(word))
        },
        breaks: (
            "src/persist/store.rs",
            &[
                "use crate::app::state;",
                "use super::super::browser;",
                "use leptos::prelude::*;",
                "fn f(storage: &web_sys::Storage) {}",
                "use gloo_storage::LocalStorage;",
            ],
        ),
        keeps: (
            "src/persist/store.rs",
            &["use serde_json::Value; use crate::domain::id; use super::keys;"],
        ),
    },
    Rule {
        says: "persist, report and text know nothing of the worker",
        within: |file| {
            ["src/persist/", "src/report/", "src/text/"].iter().any(|dir| file.starts_with(dir))
        },
        forbids: |found| uses_module(found, &["export"]),
        breaks: ("src/report/page/mod.rs", &["use crate::export::job::Format;"]),
        keeps: ("src/report/page/mod.rs", &["use super::document::Document;"]),
    },
    Rule {
        says: "what writes and reads files of other programs stands only in report and persist::sheet",
        within: |file| {
            const PLACES: [&str; 2] = ["src/report/", "src/persist/sheet/"];
            file.starts_with("src/") && !PLACES.iter().any(|place| file.starts_with(place))
        },
        forbids: |found| {
            const WRITERS: [&str; 3] = ["krilla", "quick_xml", "zip_archive"];
            uses_word(found, |word| WRITERS.contains(&word))
        },
        breaks: (
            "src/app/screens/reports/mod.rs",
            &["use krilla::Document;", "fn f() { zip_archive::ZipWriter::new(to); }"],
        ),
        keeps: ("src/export/desk.rs", &["use crate::report::page;"]),
    },
    Rule {
        says: "browser knows neither domain nor screens",
        within: |file| file.starts_with("src/browser/"),
        forbids: |found| uses_module(found, &["app", "domain", "export"]),
        breaks: (
            "src/browser/storage.rs",
            &["use crate::{domain::id::AssessmentId, persist};", "use super::super::app;"],
        ),
        keeps: ("src/browser/storage.rs", &["use crate::persist::store::Store; use super::page;"]),
    },
    Rule {
        says: "only main uses app",
        within: |file| {
            file.starts_with("src/") && !file.starts_with("src/app/") && file != "src/main.rs"
        },
        forbids: |found| uses_module(found, &["app"]),
        breaks: ("src/lib.rs", &["pub use crate::app::start;", "pub use app::start;"]),
        keeps: ("src/lib.rs", &["pub mod app;"]),
    },
    Rule {
        says: "signals stand only in app",
        within: |file| file.starts_with("src/") && !file.starts_with("src/app/"),
        forbids: |found| {
            uses_word(found, |word| word.ends_with("Signal") || word.ends_with("Memo"))
        },
        breaks: (
            "src/domain/assessment.rs",
            &["struct Open { name: RwSignal<String> }", "fn f(_: reactive_graph::ArcMemo<u8>) {}"],
        ),
        keeps: ("src/domain/assessment.rs", &["struct Open { name: String }"]),
    },
    Rule {
        says: "keys of the storage stand in one table, src/persist/keys.rs",
        within: |file| file.starts_with("src/") && file != "src/persist/keys.rs",
        forbids: |found| {
            // The ending of saved files begins like a key.
            matches!(found, Text(text) if text.starts_with("plumbline.") && text != "plumbline.json")
        },
        breaks: (
            "src/app/state.rs",
            &[
                r#"const KEY: &str = "plumbline.theme";"#,
                r##"fn f() { get(r#"plumbline.theme"#) }"##,
                r#"fn f() { format!("plumbline.assessment.{id}") }"#,
            ],
        ),
        keeps: (
            "src/app/state.rs",
            &[
                r#"fn f() { file_name("plumbline.json"); get(keys::THEME) }"#,
                "/// Under \"plumbline.theme\".\nfn f() {}",
            ],
        ),
    },
    Rule {
        says: "no text becomes HTML unescaped",
        within: |file| file.starts_with("src/app/") || file.starts_with("src/browser/"),
        forbids: |found| {
            const NAMES: [&str; 3] = ["innerhtml", "outerhtml", "insertadjacenthtml"];
            let names = |text: &str| {
                let text = text.to_lowercase().replace('_', "");
                NAMES.iter().any(|name| text.contains(name))
            };
            matches!(found, Text(text) if names(text)) || uses_word(found, names)
        },
        breaks: (
            "src/app/pages/item.rs",
            &[
                "fn f() { view! { <p inner_html=note></p> } }",
                "fn f() { element.set_inner_html(note) }",
                r#"fn f() { Reflect::set(&element, &"innerHTML".into(), &note) }"#,
            ],
        ),
        keeps: ("src/app/pages/item.rs", &["fn f() { view! { <p>{note}</p> } }"]),
    },
    Rule {
        says: "no view!, of which Leptos writes what never changes as markup: elements instead",
        within: |file| file.starts_with("src/app/"),
        forbids: |found| *found == Found::View,
        breaks: (
            "src/app/charts/pie.rs",
            &["fn f() { view! { <svg></svg> } }", "fn f() { leptos::template! { <p></p> } }"],
        ),
        keeps: (
            "src/app/charts/pie.rs",
            &["fn f(view: View) { view.show(); if view != other { view } }"],
        ),
    },
    Rule {
        says: "no style attribute, which the Content-Security-Policy refuses: style:property instead",
        within: |file| file.starts_with("src/app/"),
        forbids: |found| *found == StyleAttribute || matches!(found, Text(text) if text == "style"),
        breaks: (
            "src/app/charts/pie.rs",
            &[
                r#"fn f() { view! { <p style="color: red"></p> } }"#,
                "fn f() { view! { <ul>{rows.map(|row| view! { <li style=move || row></li> })}</ul> } }",
                r#"fn f() { view! { <Bar attr:style="width: 1px" /> } }"#,
                r#"fn f() { p().style("color: red") }"#,
                r#"fn f() { element.set_attribute("style", text) }"#,
            ],
        ),
        keeps: (
            "src/app/charts/pie.rs",
            &[
                r#"fn f() { view! { <p style:color="red" data-style="x"></p> } }"#,
                "fn f() { let style = 1; if style == 1 { view! { <p>{ let style = 2; style }</p> } } }",
                r#"fn f() { p().style(("color", "red")) }"#,
            ],
        ),
    },
    Rule {
        says: "the first part of the wasm uses its own interface texts only",
        within: |file| is_first_part(file),
        forbids: |found| matches!(found, Name(path) if is_later_text(path)),
        breaks: (
            "src/app/pages/item.rs",
            &["fn f() { t(Key::WhyTitle) }", "fn f() { t(crate::text::Key::WhyTitle) }"],
        ),
        keeps: ("src/app/pages/item.rs", &["fn f() { t(Key::AppName) }"]),
    },
    Rule {
        says: "what the page draws uses no texts that stand in files only",
        within: is_on_page,
        forbids: |found| matches!(found, Name(path) if is_text_from(PAGE, path)),
        breaks: ("src/report/summary.rs", &["fn f() { t(Key::ReportSkip) }"]),
        keeps: ("src/report/request.rs", &["fn f() { t(Key::ReportsPresetSummary) }"]),
    },
    Rule {
        says: "the first part of the wasm reaches the second through its table only",
        within: |file| is_first_part(file),
        forbids: |found| {
            let inner = [
                "about",
                "all",
                "dashboard",
                "example",
                "group",
                "guidance",
                "guide",
                "kept",
                "quick",
                "reports",
                "review",
                "result",
                "time",
                "unpack",
                "why",
            ];
            matches!(found, Name(path) if path.windows(2).any(|pair| {
                pair[0] == "screens" && inner.contains(&pair[1].as_str())
            }))
        },
        breaks: ("src/app/shell.rs", &["use super::screens::why; fn f() { why::why() }"]),
        keeps: ("src/app/shell.rs", &["use super::screens::Screens;"]),
    },
    Rule {
        says: "what follows a signal reads it: a memo that nobody reads, `track` alone never wakes",
        within: |file| {
            // Triggers have nothing to be read.
            let triggers = ["src/app/state.rs", "src/app/screens/remind.rs"];
            file.starts_with("src/app/") && !triggers.contains(&file)
        },
        forbids: |found| uses_word(found, |word| word == "track"),
        breaks: ("src/app/screens/all.rs", &["fn f() { selection.track(); }"]),
        keeps: ("src/app/screens/all.rs", &["fn f() { selection.with(|_| ()); }"]),
    },
    Rule {
        says: "no unsafe code but where the two parts of the wasm meet",
        within: |file| file != "src/app/screens/mod.rs",
        forbids: |found| uses_word(found, |word| word == "unsafe"),
        breaks: ("benches/evaluate.rs", &["fn f() { unsafe { g() } }", "unsafe fn f() {}"]),
        keeps: ("benches/evaluate.rs", &["// unsafe\nfn f() { \"unsafe\"; }"]),
    },
];

/// What is drawn before the second part of the wasm is there. Some components serve it alone.
fn is_first_part(file: &str) -> bool {
    file.starts_with("src/app/")
        && !file.starts_with("src/app/screens/")
        && !file.starts_with("src/app/components/")
}

/// Whether the page uses a file. Of `report`, it is what isn't about files alone.
fn is_on_page(file: &str) -> bool {
    const SHARED: [&str; 8] =
        ["brand", "calendar", "model", "one_page", "range_bar", "request", "row", "summary"];
    let shared = |name: &&str| file == format!("src/report/{name}.rs");
    file.starts_with("src/app/")
        || file.starts_with("src/persist/sheet/")
        || file == "src/export/job.rs"
        || file.starts_with("src/text/") && file != "src/text/work.rs"
        || SHARED.iter().any(shared)
}

fn is_later_text(path: &[String]) -> bool {
    is_text_from(FIRST, path)
}

/// Whether it is a text from this place on.
fn is_text_from(from: usize, path: &[String]) -> bool {
    let [.., key, name] = path else { return false };
    key == "Key" && PLACES.get(name).is_some_and(|place| *place >= from)
}

/// Where each text stands in the list of all, by its name in code.
static PLACES: LazyLock<HashMap<String, usize>> =
    LazyLock::new(|| KEYS.iter().enumerate().map(|(place, key)| (variant(key), place)).collect());

/// `home.open_file` is `HomeOpenFile` in code.
fn variant(key: &str) -> String {
    key.split(['.', '_'])
        .map(|word| word.split_at(1))
        .map(|(first, rest)| first.to_uppercase() + rest)
        .collect()
}

#[test]
fn every_rule_is_kept() {
    let breaches: Vec<String> = sources()
        .iter()
        .flat_map(|(file, code)| {
            let found = source::read(file, code);
            RULES.iter().flat_map(move |rule| breaches(rule, file, &found))
        })
        .collect();
    assert!(breaches.is_empty(), "\n{}\n", breaches.join("\n"));
}

#[test]
fn every_rule_is_about_some_file() {
    let sources = sources();
    for rule in RULES {
        assert!(sources.iter().any(|(file, _)| (rule.within)(file)), "{}", rule.says);
    }
}

#[test]
fn every_rule_can_be_broken() {
    for rule in RULES {
        let (file, lines) = rule.breaks;
        for line in lines {
            let found = source::read(file, line);
            assert!(!breaches(rule, file, &found).is_empty(), "{}: {line}", rule.says);
        }
        let (file, lines) = rule.keeps;
        for line in lines {
            let found = source::read(file, line);
            assert_eq!(breaches(rule, file, &found), [""; 0], "{}: {line}", rule.says);
        }
    }
}

fn breaches(rule: &Rule, file: &str, found: &[(usize, Found)]) -> Vec<String> {
    if !(rule.within)(file) {
        return Vec::new();
    }
    found
        .iter()
        .filter(|(_, found)| (rule.forbids)(found))
        .map(|(line, found)| format!("{file}:{line}: {found}: {}", rule.says))
        .collect()
}

fn uses_module(found: &Found, modules: &[&str]) -> bool {
    matches!(found, Name(path) if path.len() > 1 && path[0] == "crate" && modules.contains(&path[1].as_str()))
}

fn uses_word(found: &Found, is_it: impl Fn(&str) -> bool) -> bool {
    matches!(found, Name(path) if path.iter().any(|word| is_it(word)))
}

fn is_browser_crate(word: &str) -> bool {
    ["web_sys", "js_sys", "gloo", "wasm_bindgen"].iter().any(|name| word.starts_with(name))
}

/// Every crate that Cargo.toml names, as code writes it.
static DEPENDENCIES: LazyLock<Vec<String>> = LazyLock::new(|| {
    let text = read(&root().join("Cargo.toml"));
    let mut names = Vec::new();
    let mut listing = false;
    for line in text.lines() {
        if let Some(table) = line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
            listing = table.ends_with("dependencies");
            names.extend(table.strip_prefix("dependencies.").map(str::to_owned));
        } else if let Some((name, _)) = line.split_once(['=', '.']).filter(|_| listing) {
            names.push(name.trim().to_owned());
        }
    }
    assert!(names.iter().any(|name| name == "serde"), "Cargo.toml lists its dependencies");
    names.iter().map(|name| name.replace('-', "_")).collect()
});

/// All Rust files of the repository: their paths from its root, and their texts.
fn sources() -> Vec<(String, String)> {
    let mut files = Vec::new();
    let mut open = vec![root().to_owned()];
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(&folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
            if path.is_dir() {
                if !name.starts_with('.') && !["target", "node_modules", "dist"].contains(&name) {
                    open.push(path);
                }
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                let from_root = path.strip_prefix(root()).expect("a path below the root");
                let parts: Vec<_> = from_root.iter().map(|part| part.to_string_lossy()).collect();
                files.push((parts.join("/"), read(&path)));
            }
        }
    }
    files.sort();
    files
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn read(path: &PathBuf) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}
