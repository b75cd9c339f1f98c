//! The names by which wasm and JavaScript call each other, made to compress well.
//!
//! wasm-bindgen ends each of them with 16 digits of a hash. Nothing compresses those, and they stand
//! in both files: two kilobytes of every start. Numbers take their places, digit for digit, so that
//! nothing in the wasm moves.

use std::{collections::HashMap, fs, path::Path};

use crate::failure::{Failure, Result};

const PREFIX: &[u8] = b"__wbg_";
const DIGITS: usize = 16;

/// Names that have a number, and how many names there are with the same beginning.
#[derive(Default)]
struct Names {
    numbers: HashMap<Vec<u8>, usize>,
    taken: HashMap<Vec<u8>, usize>,
}

/// Shortens the names in a build.
///
/// # Errors
/// A file can't be read or written.
pub fn shorten(folder: &Path) -> Result {
    let read_folder = fs::read_dir(folder);
    let entries = read_folder.map_err(|error| Failure::file("read", folder, error))?;
    let mut paths: Vec<_> = entries
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "js" || ending == "wasm"))
        .collect();
    paths.sort();
    let mut names = Names::default();
    for path in paths {
        let mut bytes = fs::read(&path).map_err(|error| Failure::file("read", &path, error))?;
        names.shorten(&mut bytes);
        fs::write(&path, bytes).map_err(|error| Failure::file("write", &path, error))?;
    }
    Ok(())
}

impl Names {
    fn shorten(&mut self, bytes: &mut [u8]) {
        let mut rest = bytes;
        while let Some(start) = rest.windows(PREFIX.len()).position(|part| part == PREFIX) {
            let (_, from) = rest.split_at_mut(start);
            let part_of_name = |byte: &&u8| byte.is_ascii_alphanumeric() || **byte == b'_';
            let length = from.iter().take_while(part_of_name).count();
            let (name, behind) = from.split_at_mut(length);
            self.shorten_one(name);
            rest = behind;
        }
    }

    fn shorten_one(&mut self, name: &mut [u8]) {
        let whole = name.to_vec();
        let Some((start, digits)) = name.split_last_chunk_mut::<DIGITS>() else { return };
        if !start.ends_with(b"_") || !digits.iter().all(u8::is_ascii_hexdigit) {
            return;
        }
        let taken = self.taken.entry(start.to_vec()).or_default();
        let number = *self.numbers.entry(whole).or_insert_with(|| {
            *taken += 1;
            *taken
        });
        digits.copy_from_slice(format!("{number:0DIGITS$}").as_bytes());
    }
}

#[cfg(test)]
mod tests {
    use super::Names;

    fn check(names: &mut Names, before: &str, after: &str) {
        let mut bytes = before.as_bytes().to_vec();
        names.shorten(&mut bytes);
        assert_eq!(String::from_utf8_lossy(&bytes), after);
    }

    #[test]
    fn equal_names_get_equal_numbers_in_all_files() {
        let mut names = Names::default();
        check(
            &mut names,
            "{__wbg_get_0123456789abcdef:1,__wbg_get_ff23456789abcdef:2,__wbg_set_0123456789abcdef:3}",
            "{__wbg_get_0000000000000001:1,__wbg_get_0000000000000002:2,__wbg_set_0000000000000001:3}",
        );
        check(&mut names, "\0__wbg_get_ff23456789abcdef\0", "\0__wbg_get_0000000000000002\0");
    }

    #[test]
    fn what_has_no_hash_stays() {
        let text = "__wbg_ __wbg_init(__wbg_get_imports) __wbg_abcdefabcdefabcdefabcdef";
        check(&mut Names::default(), text, text);
    }
}
