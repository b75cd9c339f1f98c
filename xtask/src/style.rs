//! One style sheet out of the files in `style/`: a request less for each of them.

use std::{fs, path::Path};

use crate::failure::{Failure, Result};

/// In the order of the cascade.
const SHEETS: [&str; 4] = ["tokens", "base", "components", "print"];

/// Where `index.html` finds the bundle.
const BUNDLE: &str = "target/style/app.css";

/// Writes the bundle. Trunk calls this before each of its builds.
///
/// # Errors
/// A file can't be read or written.
pub fn bundle() -> Result {
    let mut bundle = String::new();
    for sheet in SHEETS {
        let path = Path::new("style").join(sheet).with_extension("css");
        let text =
            fs::read_to_string(&path).map_err(|error| Failure::file("read", &path, error))?;
        bundle.push_str(&text);
    }
    let path = Path::new(BUNDLE);
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(|error| Failure::file("make", folder, error))?;
    }
    fs::write(path, bundle).map_err(|error| Failure::file("write", path, error))
}
