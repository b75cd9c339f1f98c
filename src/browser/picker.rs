//! Writing to a file that the person chose, where the browser has a picker for that. The page keeps
//! the file as long as it is there; the browser lets it write to that one file and to no other.

use js_sys::{ArrayBuffer, Object};
use wasm_bindgen::JsValue;

use super::{
    download::DownloadError,
    dynamic::{ask, get, list, name_of, object, set},
    reason, window,
    worker::text,
};

/// The name of the picker, which Chromium and its like have.
const PICKER: &str = "showSaveFilePicker";

/// A file that the person chose to be written to.
#[derive(Clone, Debug)]
pub struct Picked(JsValue);

/// Why no file was chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PickError {
    /// The person changed their mind.
    Left,
    /// The browser doesn't allow it here, as in a frame of another website; the text says why.
    Refused(String),
}

/// Whether the browser has a picker and shows it here, which it doesn't inside a page of another
/// website. It may still refuse.
#[must_use]
pub fn can_pick() -> bool {
    let Some(window) = window() else { return false };
    // Reading anything of another website's window throws.
    let top = window.top().ok().flatten();
    top.is_some_and(|top| get(&top, "document").is_some()) && get(&window, PICKER).is_some()
}

/// Asks the person for a file to write to. Must be called soon after a click.
///
/// # Errors
/// [`PickError`] when there is none.
pub async fn pick(name: &str, mime: &str, ending: &str) -> Result<Picked, PickError> {
    let window = window().ok_or_else(|| PickError::Refused(String::new()))?;
    match ask(&window, PICKER, &[options(name, mime, ending).as_ref()]).await {
        Ok(picked) => Ok(Picked(picked)),
        Err(thrown) if name_of(&thrown) == "AbortError" => Err(PickError::Left),
        Err(thrown) => Err(PickError::Refused(reason(&thrown))),
    }
}

/// What the picker suggests: a name, and the one kind of file.
fn options(name: &str, mime: &str, ending: &str) -> Object {
    let accept = object(mime, &list(&[&text(&format!(".{ending}"))]));
    let options = object("types", &list(&[object("accept", &accept).as_ref()]));
    set(&options, "suggestedName", &text(name));
    options
}

impl Picked {
    /// What it is called.
    #[must_use]
    pub fn name(&self) -> String {
        name_of(&self.0)
    }

    /// Writes a text in place of what the file holds.
    ///
    /// # Errors
    /// [`DownloadError`] when the browser refuses; the file is then as it was.
    pub async fn write(&self, content: &str) -> Result<(), DownloadError> {
        Ok(self.put(&text(content)).await?)
    }

    /// The same with bytes.
    ///
    /// # Errors
    /// [`DownloadError`] when the browser refuses; the file is then as it was.
    pub async fn write_bytes(&self, content: &ArrayBuffer) -> Result<(), DownloadError> {
        Ok(self.put(content).await?)
    }

    /// What is written counts only when it is closed.
    async fn put(&self, content: &JsValue) -> Result<(), JsValue> {
        let stream = ask(&self.0, "createWritable", &[]).await?;
        let mut written = ask(&stream, "write", &[content]).await;
        if written.is_ok() {
            written = ask(&stream, "close", &[]).await;
        }
        if written.is_err() {
            // It may have ended already; the failure before is what is told.
            let _ = ask(&stream, "abort", &[]).await;
        }
        written.map(|_| ())
    }
}
