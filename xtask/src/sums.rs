//! `SHA256SUMS`, which stands beside the files of a release build: for whoever serves them, and for
//! whoever builds the same again.

use std::{fs, path::Path};

use crate::{
    failure::{Failure, Result},
    sh::{Sh, find},
    size,
};

/// What it is called.
pub const NAME: &str = "SHA256SUMS";

/// Writes it into a folder, a line for each other file in there, by name.
///
/// # Errors
/// No program here computes SHA-256, or a file can't be read or written.
pub fn write(folder: &Path) -> Result {
    let list = folder.join(NAME);
    if list.exists() {
        fs::remove_file(&list).map_err(|error| Failure::file("replace", &list, error))?;
    }
    let mut paths = Vec::new();
    size::walk(folder, &mut paths)?;
    let mut names: Vec<_> =
        paths.iter().map(|path| path.strip_prefix(folder).unwrap_or(path)).collect();
    names.sort_unstable();
    // GNU has the one, macOS and BSD the other.
    let sums = if find("sha256sum").is_some() {
        Sh::new("sha256sum")
    } else {
        Sh::new("shasum").args(["-a", "256"])
    };
    let text = sums.args(names).within(folder).ask().ok_or_else(|| Failure::Missing {
        what: "sha256sum or shasum".to_owned(),
        get: "install coreutils".to_owned(),
    })?;
    fs::write(&list, text).map_err(|error| Failure::file("write", &list, error))
}

/// The names of files that differ between two such lists, or stand in one of them only.
pub fn differences<'a>(one: &'a str, other: &'a str) -> Vec<&'a str> {
    let only = |here: &'a str, there: &'a str| {
        here.lines().filter(move |line| !there.lines().any(|other| other == *line))
    };
    let names = only(one, other).chain(only(other, one));
    let mut names: Vec<_> = names.filter_map(|line| line.split_whitespace().last()).collect();
    names.sort_unstable();
    names.dedup();
    names
}

#[cfg(test)]
mod tests {
    use super::differences;

    #[test]
    fn every_difference_is_named_once() {
        let one = "1  a.wasm\n2  b.js\n3  only-here\n";
        assert_eq!(differences(one, one), [""; 0]);
        let other = "1  a.wasm\n9  b.js\n";
        assert_eq!(differences(one, other), ["b.js", "only-here"]);
        assert_eq!(differences(other, one), ["b.js", "only-here"]);
    }
}
