//! What the browser fetches besides program and page, put together from the files that people edit:
//! two style sheets, and for each pack what the start needs and everything else in one file per
//! language. Fewer requests, and together texts compress better than apart.

use std::{
    fmt::Write as _,
    fs,
    path::{Path, PathBuf},
};

use crate::failure::{Failure, Result};

/// The style sheets, each put together from files of `style/` in the order of the cascade. The second
/// comes with the second part of the wasm.
const SHEETS: [(&str, &[&str]); 2] = [
    ("app.css", &["tokens", "base", "components"]),
    (
        "later.css",
        &[
            "screens",
            "quick",
            "result",
            "dashboard",
            "work",
            "time",
            "palette",
            "risk",
            "statement",
            "plan",
            "reports",
            "branding",
            "merge",
            "your-data",
            "workshop",
            "workshop-group",
            "workshop-show",
            "workshop-after",
            "workshop-collect",
            "print",
        ],
    ),
];

/// The script of the page, which comes with the start.
const SCRIPT: &str = "boot.js";
/// What is fetched for a PDF.
const FONTS: [&str; 3] = ["regular.ttf", "strong.ttf", "LICENSE"];

/// Where `index.html` finds what is made here.
const ASSETS: &str = "target/assets";

/// Makes all of it. Trunk calls this before each of its builds.
///
/// # Errors
/// A file can't be read or written.
pub fn make() -> Result {
    let assets = Path::new(ASSETS);
    for (name, parts) in SHEETS {
        let mut sheet = String::new();
        for part in parts {
            sheet.push_str(&read(&Path::new("style").join(part).with_extension("css"))?);
        }
        write(&assets.join(name), &sheet)?;
    }
    write(&assets.join(SCRIPT), &without_comments(&read(Path::new(SCRIPT))?))?;
    for font in FONTS {
        copy(&Path::new("fonts").join(font), &assets.join("fonts").join(font))?;
    }
    for pack in entries(Path::new("packs"))? {
        if pack.join("pack.json").is_file() {
            make_pack(&pack, &assets.join(&pack))?;
        }
    }
    Ok(())
}

/// The pack and its short texts as they are; all else into `later.<language>.txt`: a line for each
/// file, its path without ending, a tab, its JSON.
fn make_pack(pack: &Path, to: &Path) -> Result {
    let entries = entries(pack)?;
    let (folders, files): (Vec<_>, Vec<_>) = entries.iter().partition(|path| path.is_dir());
    for file in files {
        let name = name(file);
        // As it is: files of assessments name the pack by the hash of its text.
        write(&to.join(format!("{name}.json")), &read(file)?)?;
        if name == "pack" {
            continue;
        }
        let mut later = String::new();
        for folder in &folders {
            for path in self::entries(folder)? {
                let of_language = path.is_dir() && path.ends_with(&name);
                let paths = if of_language { self::entries(&path)? } else { vec![path] };
                for path in paths.iter().filter(|path| path.is_file()) {
                    let place = path.strip_prefix(pack).unwrap_or(path).with_extension("");
                    // Writing into a String can't fail.
                    let _ = writeln!(later, "{}\t{}", place.display(), one_line(&read(path)?));
                }
            }
        }
        write(&to.join(format!("later.{name}.txt")), &later)?;
    }
    Ok(())
}

/// JSON without line breaks and indentation, which can't stand inside its strings.
fn one_line(json: &str) -> String {
    json.lines().map(str::trim).collect()
}

/// A script without the lines that are nothing but a comment.
fn without_comments(script: &str) -> String {
    let is_comment =
        |line: &&str| ["//", "/**"].iter().any(|mark| line.trim_start().starts_with(mark));
    script.split_inclusive('\n').filter(|line| !is_comment(line)).collect()
}

fn name(path: &Path) -> String {
    path.file_stem().unwrap_or_default().to_string_lossy().into_owned()
}

/// What is in a folder, in the same order on every machine.
fn entries(folder: &Path) -> Result<Vec<PathBuf>> {
    let read = |error| Failure::file("read", folder, error);
    let mut entries = Vec::new();
    for entry in fs::read_dir(folder).map_err(read)? {
        entries.push(entry.map_err(read)?.path());
    }
    entries.sort();
    Ok(entries)
}

fn read(path: &Path) -> Result<String> {
    fs::read_to_string(path).map_err(|error| Failure::file("read", path, error))
}

fn write(path: &Path, text: &str) -> Result {
    make_folder(path)?;
    fs::write(path, text).map_err(|error| Failure::file("write", path, error))
}

fn copy(from: &Path, to: &Path) -> Result {
    make_folder(to)?;
    fs::copy(from, to).map(drop).map_err(|error| Failure::file("copy", from, error))
}

fn make_folder(path: &Path) -> Result {
    let Some(folder) = path.parent() else { return Ok(()) };
    fs::create_dir_all(folder).map_err(|error| Failure::file("make", folder, error))
}

#[cfg(test)]
mod tests {
    use super::{one_line, without_comments};

    #[test]
    fn comments_go_and_addresses_stay() {
        let script = "// Why.\nlet a = \"https://a\"; // here\n  /** What. */\n  b();\n";
        assert_eq!(without_comments(script), "let a = \"https://a\"; // here\n  b();\n");
    }

    #[test]
    fn json_keeps_its_strings() {
        let json = "{\n \"a\": [\n  \" x  y\",\n  1\n ]\n}\n";
        assert_eq!(one_line(json), r#"{"a": [" x  y",1]}"#);
    }
}
