//! Files that the page lets the person save, and those that a failing journey leaves behind.

use std::fs;
use std::path::{Path, PathBuf};

use crate::browser::{Browser, eventually};
use crate::engine::downloads;

impl Browser {
    /// The file that the page has just saved, once it is complete.
    #[track_caller]
    pub fn saved_file(&self) -> PathBuf {
        let saved = eventually(|| {
            let entries =
                fs::read_dir(downloads(self.home.path())).map_err(|error| error.to_string())?;
            let paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
            let [path] = paths.as_slice() else {
                return Err(format!("one file should have been saved, there are {paths:?}"));
            };
            if is_complete(path) {
                Ok(path.clone())
            } else {
                Err(format!("{} isn't complete", path.display()))
            }
        });
        // Out of the way of the next one, which may have the same name.
        let kept = tempfile::tempdir_in(self.home.path()).expect("a folder").keep();
        let kept = kept.join(saved.file_name().unwrap_or_default());
        fs::rename(saved, &kept).expect("the file moves");
        kept
    }

    /// A file of the person's own, to be opened in the app.
    #[track_caller]
    pub fn write_file(&self, name: &str, content: &str) -> PathBuf {
        let path = self.home.path().join(name);
        fs::write(&path, content).expect("the file is written");
        path
    }

    /// Opens a file from the disk as a page, as with a double click on it.
    #[track_caller]
    pub fn open_page(&self, file: &Path) {
        self.note_problems();
        self.must(self.driver.goto(format!("file://{}", file.display())));
    }

    /// Leaves a picture of the page and its HTML in `target/browser-failures/`; says where.
    pub(crate) fn keep_evidence(&self, name: &str) -> String {
        let folder = evidence();
        let picture = self.attempt(self.driver.screenshot_as_png());
        let html = self.attempt(self.driver.source()).map(String::into_bytes);
        let mut report = Vec::new();
        for (kind, content) in [("png", picture), ("html", html)] {
            let path = folder.join(format!("{name}.{kind}"));
            let kept = content.and_then(|content| {
                fs::create_dir_all(&folder)
                    .and_then(|()| fs::write(&path, content))
                    .map_err(|error| error.to_string())
            });
            report.push(match kept {
                Ok(()) => format!("see {}", path.display()),
                Err(problem) => format!("no {kind} of the page: {problem}"),
            });
        }
        report.join("\n")
    }
}

/// Browsers write under another name first, or leave an empty file to keep the place.
fn is_complete(file: &Path) -> bool {
    let hidden = file.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'));
    let partly = file.extension().is_some_and(|kind| {
        ["crdownload", "part", "wkdownload"].iter().any(|&other| kind == other)
    });
    !hidden && !partly && fs::metadata(file).is_ok_and(|file| file.len() > 0)
}

fn evidence() -> PathBuf {
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).parent().unwrap_or(Path::new("target"));
    target.join("browser-failures")
}

/// Clears away what an earlier run has left behind.
pub fn forget_evidence() {
    // There is none after a run without failures.
    let _ = fs::remove_dir_all(evidence());
}
