//! Copies of the built app to be measured, and the server in front of each.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use serde_json::{Map, Value};
use tempfile::TempDir;
use tokio::runtime::Runtime;

use crate::server::{self, Server};

/// Where the questionnaire lies.
const PACK: &str = "packs/iso27001-2022";

/// A page of the site that fetches nothing of the app: enough to reach the site's storage.
pub const BLANK: &str = "blank.html";

/// A copy of the built app at an address of its own.
pub struct Site<'a> {
    pub runtime: &'a Runtime,
    /// With a slash at the end.
    pub url: String,
    _folder: TempDir,
}

impl<'a> Site<'a> {
    /// The app with its files compressed beforehand, as a host serves them.
    ///
    /// # Errors
    /// The app hasn't been built, or can't be copied.
    pub fn compressed(runtime: &'a Runtime) -> Result<Self, String> {
        let folder = copy()?;
        for path in files(folder.path())? {
            let content = fs::read(&path).map_err(|error| told(&path, &error))?;
            let mut twin = path.into_os_string();
            twin.push(".br");
            write(Path::new(&twin), &brotli(&content)?)?;
        }
        Self::serve(runtime, folder)
    }

    /// The app with a questionnaire of so many items: the real one over and over.
    ///
    /// # Errors
    /// The app hasn't been built, or can't be copied.
    pub fn enlarged(runtime: &'a Runtime, items: usize) -> Result<Self, String> {
        let folder = copy()?;
        let paths = ["pack.json", "en.json"].map(|name| folder.path().join(PACK).join(name));
        let [mut pack, mut texts] = [read(&paths[0])?, read(&paths[1])?];
        enlarge(&mut pack, &mut texts, items).ok_or("the pack has another form than it had")?;
        for (path, value) in paths.iter().zip([pack, texts]) {
            write(path, value.to_string().as_bytes())?;
        }
        Self::serve(runtime, folder)
    }

    fn serve(runtime: &'a Runtime, folder: TempDir) -> Result<Self, String> {
        write(&folder.path().join(BLANK), b"<!doctype html>")?;
        let server = Server::start(runtime, folder.path(), None)?;
        Ok(Self { runtime, url: server.url, _folder: folder })
    }
}

/// Gives each group its share of `items`, by repeating the items that it has.
fn enlarge(pack: &mut Value, texts: &mut Value, items: usize) -> Option<()> {
    let texts = texts.get_mut("items")?.as_object_mut()?;
    let mut groups: Vec<&mut Map<String, Value>> = Vec::new();
    for section in pack.get_mut("sections")?.as_array_mut()? {
        let of_section = section.get_mut("groups")?.as_array_mut()?;
        groups.extend(of_section.iter_mut().filter_map(Value::as_object_mut));
    }
    let size = |group: &Map<String, Value>| Some(group.get("items")?.as_array()?.len());
    let all: usize = groups.iter().filter_map(|group| size(group)).sum();
    let mut before = 0;
    for group in groups {
        let first = before * items / all;
        before += size(group)?;
        let id = group.get("id")?.as_str()?.to_owned();
        let own = std::mem::take(group.get_mut("items")?.as_array_mut()?);
        let words: Vec<Value> = own
            .iter()
            .map(|item| texts.get(item.get("id")?.as_str()?).cloned())
            .collect::<Option<_>>()?;
        let mut repeated = Vec::new();
        for (number, (item, words)) in
            (1..=before * items / all - first).zip(own.iter().zip(words).cycle())
        {
            let mut item = item.as_object()?.clone();
            // What names other items, or a clause that bears a title only.
            item.retain(|field, _| !["heading", "related", "previous"].contains(&field.as_str()));
            let id = format!("{id}.{number}");
            texts.insert(id.clone(), words);
            item.insert("id".to_owned(), id.into());
            repeated.push(Value::Object(item));
        }
        group.insert("items".to_owned(), repeated.into());
    }
    Some(())
}

fn brotli(content: &[u8]) -> Result<Vec<u8>, String> {
    let mut compressor = brotli::CompressorWriter::new(Vec::new(), 4096, 11, 22);
    compressor.write_all(content).map_err(|error| format!("can't compress: {error}"))?;
    Ok(compressor.into_inner())
}

/// A copy of the built app.
fn copy() -> Result<TempDir, String> {
    let dist = server::dist();
    let folder = TempDir::with_prefix("plumbline-").map_err(|error| error.to_string())?;
    for from in files(&dist)? {
        let to = folder.path().join(from.strip_prefix(&dist).unwrap_or(&from));
        let parent = to.parent().unwrap_or(folder.path());
        fs::create_dir_all(parent).map_err(|error| told(parent, &error))?;
        fs::copy(&from, &to).map_err(|error| told(&to, &error))?;
    }
    Ok(folder)
}

/// All files below a folder.
fn files(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).map_err(|error| told(folder, &error))? {
        let path = entry.map_err(|error| told(folder, &error))?.path();
        if path.is_dir() {
            found.extend(files(&path)?);
        } else {
            found.push(path);
        }
    }
    Ok(found)
}

fn read(path: &Path) -> Result<Value, String> {
    let text = fs::read_to_string(path).map_err(|error| told(path, &error))?;
    serde_json::from_str(&text).map_err(|error| format!("{}: {error}", path.display()))
}

fn write(path: &Path, content: &[u8]) -> Result<(), String> {
    fs::write(path, content).map_err(|error| told(path, &error))
}

fn told(path: &Path, error: &std::io::Error) -> String {
    format!("{}: {error}\nhint: cargo xtask bench builds the app first", path.display())
}
