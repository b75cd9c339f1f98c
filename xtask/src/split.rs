//! Parting the wasm into what the first screen needs and what comes right after it
//! (docs/decisions/0021).
//!
//! It has to happen between the compiler and wasm-bindgen, and trunk calls the two one after the
//! other. So trunk finds this program under the name of wasm-bindgen: it parts the wasm, has the real
//! one work on the first part, and keeps the second for the end of the build.

use std::{
    env,
    ffi::OsString,
    fs,
    hash::{DefaultHasher, Hash as _, Hasher as _},
    path::{Path, PathBuf},
};

use crate::{
    failure::{Failure, Result},
    sh::Sh,
    tools,
};

/// The name under which trunk looks for wasm-bindgen.
const STAND_IN: &str = "wasm-bindgen";
/// Where the stand-in finds the real programs.
const BINDGEN: &str = "PLUMBLINE_BINDGEN";
const SPLITTER: &str = "PLUMBLINE_SPLITTER";
/// Where the parts are put.
const FOLDER: &str = "target/split";
/// The second part; the cut is named `later` in src/app/screens.rs.
const SECOND: &str = "split_later.wasm";

/// What wasm-bindgen is told further: the second part takes its table of functions from the first;
/// names were for the parting.
const FURTHER: [&str; 3] =
    ["--keep-lld-exports", "--remove-name-section", "--remove-producers-section"];

/// What the compiler is told so that a wasm can be parted afterwards: where each address in it comes
/// from. Names go at the end.
pub const FLAGS: &str = "--cfg split -C link-arg=--emit-relocs -C strip=none";

/// Whether this program was called in place of wasm-bindgen.
pub fn is_stand_in() -> bool {
    let name = env::args_os().next().map(PathBuf::from);
    name.as_deref().and_then(Path::file_stem).is_some_and(|name| name == STAND_IN)
}

/// Has trunk find this program in place of wasm-bindgen.
///
/// # Errors
/// A tool can't be had, or this program can't be copied.
pub fn stand_in(trunk: Sh) -> Result<Sh> {
    let splitter = tools::wasm_split().folder()?;
    let bindgen = tools::wasm_bindgen()?.folder()?;
    let here = |error| Failure::file("copy", Path::new(STAND_IN), error);
    let folder = env::current_dir().map_err(here)?.join(FOLDER).join("bin");
    fs::create_dir_all(&folder).map_err(here)?;
    let program = folder.join(STAND_IN).with_extension(env::consts::EXE_EXTENSION);
    // A program that runs can't be written to, but its name can be taken.
    let fresh = folder.join("fresh");
    let this = env::current_exe().map_err(here)?;
    fs::copy(this, &fresh).and_then(|_| fs::rename(&fresh, program)).map_err(here)?;
    trunk
        .env(BINDGEN, bindgen.join(STAND_IN))
        .env(SPLITTER, splitter.join("wasm_split_cli"))
        .with_path([folder.as_path()])
}

/// Does the work of wasm-bindgen on the first part of a wasm.
///
/// # Errors
/// The wasm can't be parted, or wasm-bindgen fails.
pub fn bindgen() -> Result {
    let program = |key| env::var_os(key).ok_or_else(|| Failure::Usage(format!("{key} is not set")));
    let mut args: Vec<OsString> = env::args_os().skip(1).collect();
    let bindgen = Sh::new(program(BINDGEN)?);
    let is_wasm = |arg: &&mut OsString| Path::new(arg).extension().is_some_and(|end| end == "wasm");
    let Some(wasm) = args.iter_mut().find(is_wasm) else {
        // trunk wants to know the version, and nothing else.
        print!("{}", bindgen.args(args).ask().unwrap_or_default());
        return Ok(());
    };
    let parts = Path::new(FOLDER).join("parts");
    fs::create_dir_all(&parts).map_err(|error| Failure::file("make", &parts, error))?;
    Sh::new(program(SPLITTER)?).arg(&*wasm).arg(&parts).run()?;
    check_second(&parts.join(SECOND))?;
    // The one below has this name, by which the files are called.
    let first = parts.join(Path::new(wasm).file_name().unwrap_or_default());
    let main = parts.join("main.wasm");
    let bytes = fs::read(&main).map_err(|error| Failure::file("read", &main, error))?;
    // Told that the browser knows references, wasm-bindgen would take them in place of numbers for
    // all that the program imports; the second part calls some of it, and with numbers.
    let bytes = with_notes(&bytes, |name| name != b"target_features")
        .ok_or_else(|| Failure::file("read", &main, "this is no wasm"))?;
    fs::write(&first, bytes).map_err(|error| Failure::file("write", &first, error))?;
    *wasm = first.into();
    bindgen.args(FURTHER).args(args).run()
}

/// Refuses a second part that turns values into JavaScript's by itself: wasm-bindgen will replace the
/// function for that by one of another form, and a call from here would fail when it is made.
fn check_second(path: &Path) -> Result {
    const CAST: &[u8] = b"wbg_cast";
    let bytes = fs::read(path).map_err(|error| Failure::file("read", path, error))?;
    if bytes.windows(CAST.len()).any(|part| part == CAST) {
        return Err(Failure::Check(
            "the second part of the wasm turns a text or a closure into a JavaScript value: let a \
             function of src/browser do that, and name it in browser::hold"
                .to_owned(),
        ));
    }
    Ok(())
}

/// Adds the second part to the build that trunk is about to finish, under a name of its own for each
/// content. The page is told of it and of its style sheet where Trunk.toml has left places for that.
///
/// # Errors
/// A file can't be read or written.
pub fn add_second(folder: &Path) -> Result {
    let second = Path::new(FOLDER).join("parts").join(SECOND);
    let bytes = fs::read(&second).map_err(|error| Failure::file("read", &second, error))?;
    let bytes = with_notes(&bytes, |_| false)
        .ok_or_else(|| Failure::file("read", &second, "this is no wasm"))?;
    let mut hasher = DefaultHasher::new();
    bytes.hash(&mut hasher);
    let name = format!("./later-{:016x}.wasm", hasher.finish());
    let path = folder.join(&name);
    fs::write(&path, bytes).map_err(|error| Failure::file("write", &path, error))?;
    let page = folder.join("index.html");
    let text = fs::read_to_string(&page).map_err(|error| Failure::file("read", &page, error))?;
    let told = tell(&text, &name)
        .ok_or_else(|| Failure::file("use", &page, "it has no place for the second part"))?;
    fs::write(&page, told).map_err(|error| Failure::file("write", &page, error))
}

/// The page, its script told of the second part and of its style sheet, which the page itself doesn't
/// wait for any more; `None` when one of them isn't there.
fn tell(page: &str, wasm: &str) -> Option<String> {
    const SHEET: &str = "./later-";
    let start = page.find(SHEET)?;
    let sheet = page.get(start..)?.split_inclusive(".css").next()?;
    let (before, after) = page.split_at_checked(start)?;
    let (before, after) = (before.rsplit_once('<')?.0, after.split_once('>')?.1);
    let page = [before, after].concat();
    let page = set_attribute(&page, "data-later", "later", wasm)?;
    set_attribute(&page, "data-style", "style", sheet)
}

/// The page with another value in an attribute, in quotes or, as releases have it, without; `None` when it
/// isn't there.
pub fn set_attribute(page: &str, name: &str, old: &str, new: &str) -> Option<String> {
    ["\"", ""].into_iter().find_map(|quote| {
        let (before, after) = page.split_once(&format!("{name}={quote}{old}{quote}"))?;
        Some(format!("{before}{name}={quote}{new}{quote}{after}"))
    })
}

/// A wasm without those of its custom sections, notes for tools, that `keeps` doesn't know by name;
/// `None` when it isn't one. After the eight bytes of the header each section is its kind, its length,
/// and as many bytes; a custom one begins with the length of its name and the name.
fn with_notes(wasm: &[u8], keeps: fn(&[u8]) -> bool) -> Option<Vec<u8>> {
    const CUSTOM: u8 = 0;
    let (header, mut rest) = wasm.split_at_checked(8)?;
    let mut kept = header.to_vec();
    while let Some((kind, after)) = rest.split_first() {
        let (size, digits) = length(after)?;
        let (section, next) = rest.split_at_checked(1 + digits + size)?;
        let name = || {
            let content = section.get(1 + digits..)?;
            let (size, digits) = length(content)?;
            content.get(digits..digits + size)
        };
        if *kind != CUSTOM || keeps(name()?) {
            kept.extend(section);
        }
        rest = next;
    }
    Some(kept)
}

/// A number in LEB128 and how many bytes it takes.
fn length(bytes: &[u8]) -> Option<(usize, usize)> {
    let mut value = 0;
    for (place, byte) in bytes.iter().enumerate().take(5) {
        value |= usize::from(byte & 0x7f) << (7 * place);
        if byte & 0x80 == 0 {
            return Some((value, place + 1));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::{tell, with_notes};

    #[test]
    fn the_script_is_told_and_the_page_waits_no_more() {
        let page = "<link href=./app-1.css rel=stylesheet><link href=./later-2.css rel=stylesheet>\
                    <script data-later=later data-style=style></script>";
        let told = "<link href=./app-1.css rel=stylesheet>\
                    <script data-later=./later-3.wasm data-style=./later-2.css></script>";
        assert_eq!(tell(page, "./later-3.wasm").as_deref(), Some(told));
        assert_eq!(tell(told, "./later-3.wasm"), None);
        // While it is tried, nothing is made smaller.
        let page = "<link href=\"./later-2.css\"/>\
                    <script data-later=\"later\" data-style=\"style\"></script>";
        let told = "<script data-later=\"./later-3.wasm\" data-style=\"./later-2.css\"></script>";
        assert_eq!(tell(page, "./later-3.wasm").as_deref(), Some(told));
    }

    #[test]
    fn only_notes_go() {
        let header = *b"\0asm\x01\0\0\0";
        let with = |sections: &[&[u8]]| [&header, sections.concat().as_slice()].concat();
        let long = [&[0, 0x81, 0x01, 1, b'x'][..], &[7; 127]].concat();
        let short = [0, 3, 1, b'y', 9];
        let wasm = with(&[&short, &[1, 2, 8, 8], &long, &[3, 0]]);
        assert_eq!(with_notes(&wasm, |_| false), Some(with(&[&[1, 2, 8, 8], &[3, 0]])));
        assert_eq!(
            with_notes(&wasm, |name| name == b"y"),
            Some(with(&[&short, &[1, 2, 8, 8], &[3, 0]]))
        );
        assert_eq!(with_notes(&wasm[..wasm.len() - 1], |_| true), None);
        assert_eq!(with_notes(b"no", |_| true), None);
    }
}
