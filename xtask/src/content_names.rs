//! The names of the wasm and its script, told from what is in them.
//!
//! trunk names them before they are parted and shortened, and the tool that parts the wasm orders its pieces
//! otherwise in each run: a cache that knows files by their names would put parts of two builds together.

use std::{
    fs,
    hash::{DefaultHasher, Hash as _, Hasher as _},
    path::Path,
};

use crate::failure::{Failure, Result};

/// Digits of a hash in a name.
const DIGITS: usize = 16;

/// Gives each wasm and script with a hash in its name the hash of what is in it, here and where the page names it.
///
/// # Errors
/// A file can't be read or written.
pub fn renew(folder: &Path) -> Result {
    let page = folder.join("index.html");
    let mut text =
        fs::read_to_string(&page).map_err(|error| Failure::file("read", &page, error))?;
    let entries = fs::read_dir(folder).map_err(|error| Failure::file("read", folder, error))?;
    for path in entries.flatten().map(|entry| entry.path()) {
        let Some((name, at)) = path.file_name().and_then(|name| name.to_str()).and_then(hashed)
        else {
            continue;
        };
        let bytes = fs::read(&path).map_err(|error| Failure::file("read", &path, error))?;
        let renewed = renewed(name, at, &bytes);
        let to = folder.join(&renewed);
        fs::rename(&path, &to).map_err(|error| Failure::file("rename", &path, error))?;
        text = text.replace(name, &renewed);
    }
    fs::write(&page, text).map_err(|error| Failure::file("write", &page, error))
}

/// A name with a hash that the page names as a whole, and where the hash begins.
fn hashed(name: &str) -> Option<(&str, usize)> {
    let at = ["plumbline-", "later-"].into_iter().find(|start| name.starts_with(start))?.len();
    let is_hash = |digits: &str| digits.bytes().all(|digit| digit.is_ascii_hexdigit());
    let ending = Path::new(name).extension();
    let is_code = ending.is_some_and(|ending| ending == "js" || ending == "wasm");
    (is_code && name.get(at..at + DIGITS).is_some_and(is_hash)).then_some((name, at))
}

fn renewed(name: &str, at: usize, bytes: &[u8]) -> String {
    let mut hasher = DefaultHasher::new();
    bytes.hash(&mut hasher);
    format!("{}{:016x}{}", &name[..at], hasher.finish(), &name[at + DIGITS..])
}

#[cfg(test)]
mod tests {
    use super::{hashed, renewed};

    #[test]
    fn only_code_with_a_hash_is_named_anew() {
        let (name, at) = hashed("plumbline-ea244ef1c72c743b_bg.wasm").unwrap();
        let [one, other] = [b"one", b"two"].map(|bytes| renewed(name, at, bytes));
        assert_ne!(one, other);
        assert_eq!(one, renewed(name, at, b"one"));
        assert!(
            one.starts_with("plumbline-") && one.ends_with("_bg.wasm") && one.len() == name.len()
        );
        for name in
            ["boot.js", "later-eddf62015b9394f5.css", "plumbline-later.wasm", "later-short.js"]
        {
            assert_eq!(hashed(name), None, "{name}");
        }
    }
}
