//! `cargo xtask size`: what the app weighs, and whether its start keeps to the budget.

use std::{
    cmp::Reverse,
    fs,
    path::{Path, PathBuf},
};

use crate::{
    failure::{Failure, Result},
    sh::Sh,
    sums, system,
    table::{self, grouped},
    trunk,
    workers::{LENS, SCRIBE},
};

/// Most bytes, compressed, until the first item can be answered. The budget is 160,000; what is below it
/// was won for what the start still needs (docs/decisions/0026).
const MOST_BYTES: u64 = 148_000;
/// Most requests until then.
const MOST_REQUESTS: usize = 8;

/// How the names of files begin that are fetched after the start, or never.
const LATER: [&str; 5] = ["later", SCRIBE.name, LENS.name, "fonts", sums::NAME];
/// Most bytes, compressed, of the worker that makes files, without fonts. The budget is 800,000
/// (docs/decisions/0024); what was saved below it stays saved.
const MOST_SCRIBE: u64 = 760_000;
/// Most bytes, compressed, of the worker that reads QR codes (docs/decisions/0031).
const MOST_LENS: u64 = 100_000;
/// Most bytes, compressed, of a pack in one language.
const MOST_PACK: u64 = 180_000;

/// Prints length, gzip and brotli length of each file: Node has both, which saves a dependency.
const MEASURE: &str = "
    const { readFileSync } = require('fs'), { gzipSync, brotliCompressSync } = require('zlib');
    for (const path of process.argv.slice(1)) {
        const bytes = readFileSync(path);
        const all = [bytes, gzipSync(bytes, { level: 9 }), brotliCompressSync(bytes)];
        console.log(all.map(({ length }) => length).join(' '));
    }";

/// A file of the app.
struct File {
    /// Its path below dist/, with `/`.
    name: String,
    raw: u64,
    gzip: u64,
    brotli: u64,
}

/// Builds for release, prints all files, checks the start.
///
/// # Errors
/// The build or the measuring fails, or the budget is broken.
pub fn run() -> Result {
    let node = system::program("node")?;
    let dist = trunk::build()?;
    let mut files = measure(&node, &dist)?;
    files.sort_by_key(|file| (!is_start(&file.name), Reverse(file.brotli)));
    let (first, later): (Vec<_>, Vec<_>) = files.iter().partition(|file| is_start(&file.name));
    let sum = File {
        name: format!("the start, {} requests", first.len()),
        raw: first.iter().map(|file| file.raw).sum(),
        gzip: first.iter().map(|file| file.gzip).sum(),
        brotli: first.iter().map(|file| file.brotli).sum(),
    };
    let rows: Vec<_> = first
        .iter()
        .map(|file| file.row("start"))
        .chain([sum.row("")])
        .chain(later.iter().map(|file| file.row("later")))
        .collect();
    table::print(["file", "fetched", "raw", "gzip", "brotli"], &rows);

    let told = format!(
        "{} bytes (brotli) of {} and {} requests of {MOST_REQUESTS} until the first item can be answered",
        grouped(sum.brotli),
        grouped(MOST_BYTES),
        first.len()
    );
    if sum.brotli > MOST_BYTES || first.len() > MOST_REQUESTS {
        return Err(Failure::Check(format!("the start has grown: {told}")));
    }
    // One language so far; all packs together then have the budget of one.
    let pack = files.iter().filter(|file| file.name.starts_with("packs/"));
    let pack: u64 = pack.map(|file| file.brotli).sum();
    let of_pack =
        format!("{} bytes (brotli) of {} for the pack", grouped(pack), grouped(MOST_PACK));
    if pack > MOST_PACK {
        return Err(Failure::Check(format!("the pack has grown: {of_pack}")));
    }
    let mut within = Vec::new();
    for (worker, most) in [(SCRIBE, MOST_SCRIBE), (LENS, MOST_LENS)] {
        let name = worker.name;
        let files = files.iter().filter(|file| file.name.starts_with(name));
        let weight: u64 = files.map(|file| file.brotli).sum();
        let told = format!(
            "{} bytes (brotli) of {} for the worker `{name}`",
            grouped(weight),
            grouped(most)
        );
        if weight > most {
            return Err(Failure::Check(format!("a worker has grown: {told}")));
        }
        within.push(told);
    }
    within.extend([of_pack, told]);
    println!();
    for within in within {
        println!("Within the budget: {within}.");
    }
    Ok(())
}

impl File {
    fn row(&self, fetched: &str) -> [String; 5] {
        let [raw, gzip, brotli] = [self.raw, self.gzip, self.brotli].map(grouped);
        [self.name.clone(), fetched.to_owned(), raw, gzip, brotli]
    }
}

/// Whether a file belongs to the start. A new file does unless its name says otherwise, so that
/// forgetting to think about it shows.
fn is_start(name: &str) -> bool {
    let file = name.rsplit('/').next().unwrap_or(name);
    !LATER.iter().any(|later| file.starts_with(later) || name.starts_with(&format!("{later}/")))
}

fn measure(node: &Path, dist: &Path) -> Result<Vec<File>> {
    let mut paths = Vec::new();
    walk(dist, &mut paths)?;
    let unusable = || Failure::file("measure", dist, "node gave no lengths");
    let lengths = Sh::new(node).args(["-e", MEASURE]).args(&paths).ask().ok_or_else(unusable)?;
    paths
        .iter()
        .zip(lengths.lines())
        .map(|(path, line)| {
            let name = path.strip_prefix(dist).unwrap_or(path).to_string_lossy().replace('\\', "/");
            let mut numbers = line.split(' ').filter_map(|number| number.parse().ok());
            let mut next = || numbers.next().ok_or_else(unusable);
            Ok(File { name, raw: next()?, gzip: next()?, brotli: next()? })
        })
        .collect()
}

/// All files below a folder.
///
/// # Errors
/// It can't be read.
pub fn walk(folder: &Path, paths: &mut Vec<PathBuf>) -> Result {
    let failed = |error| Failure::file("list", folder, error);
    for entry in fs::read_dir(folder).map_err(failed)? {
        let path = entry.map_err(failed)?.path();
        if path.is_dir() {
            walk(&path, paths)?;
        } else {
            paths.push(path);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::is_start;

    #[test]
    fn only_what_is_called_so_comes_later() {
        let check = |name, expected| assert_eq!(is_start(name), expected, "{name}");
        check("index.html", true);
        check("packs/iso/pack.json", true);
        check("packs/iso/later.en.txt", false);
        check("packs/later.iso/en.json", true);
        check("scribe-1.wasm", false);
        check("lens-1.js", false);
        check("SHA256SUMS", false);
        check("fonts/serif.ttf", false);
    }
}
