//! The two JavaScript libraries that look at a page, and how they get into it.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::browser::Browser;

/// A library from npm. It is run by the driver, so the page's Content-Security-Policy stays on.
pub struct Library {
    /// The global that scripts find it under.
    global: &'static str,
    file: &'static str,
    /// Our own part on top of it, which adds to its `exports`.
    addition: &'static str,
}

/// Finds elements by role and accessible name, as assistive technology does.
pub const TESTING_LIBRARY: Library = Library {
    global: "plumblineTestingLibrary",
    file: "@testing-library/dom/dist/@testing-library/dom.umd.min.js",
    addition: include_str!("locator.js"),
};

/// Checks a page against the rules of WCAG that a machine can check.
pub const AXE: Library =
    Library { global: "plumblineAxe", file: "axe-core/axe.min.js", addition: "" };

impl Library {
    /// Puts the library into the page, unless the page has it already.
    ///
    /// # Errors
    /// Says so where npm hasn't installed it, or the page is going away.
    pub fn put_into(&self, browser: &Browser) -> Result<(), String> {
        if browser.try_script(&format!("return '{}' in window", self.global), vec![])?
            == Value::Bool(true)
        {
            return Ok(());
        }
        let path = node_modules().join(self.file);
        let source = fs::read_to_string(&path).map_err(|error| {
            format!("{}: {error}\nhint: npm ci in tests/browser", path.display())
        })?;
        // Both are written to be CommonJS modules too, which leaves the page's globals alone.
        let script = format!(
            "const module = {{ exports: {{}} }}, exports = module.exports;\n{source}\n{}\nwindow.{} = module.exports;",
            self.addition, self.global
        );
        browser.try_script(&script, vec![]).map(drop)
    }
}

fn node_modules() -> PathBuf {
    let here = || Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/browser/node_modules");
    env::var_os("PLUMBLINE_NODE_MODULES").map_or_else(here, PathBuf::from)
}
