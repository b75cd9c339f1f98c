//! Writing to a file that the person chose, where the browser has a picker for that. The page keeps
//! the file as long as it is there; the browser lets it write to that one file and to no other.

use js_sys::{Array, ArrayBuffer, Function, Object, Promise, Reflect};
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::{download::DownloadError, reason, window, worker::text};

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
    let own = top.is_some_and(|top| Reflect::get(&top, &text("document")).is_ok());
    own && Reflect::has(&window, &text(PICKER)).unwrap_or(false)
}

/// Asks the person for a file to write to. Must be called soon after a click.
///
/// # Errors
/// [`PickError`] when there is none.
pub async fn pick(name: &str, mime: &str, ending: &str) -> Result<Picked, PickError> {
    let window = window().ok_or_else(|| PickError::Refused(String::new()))?;
    match call(&window, PICKER, &options(name, mime, ending)).await {
        Ok(picked) => Ok(Picked(picked)),
        Err(thrown) if named(&thrown) == "AbortError" => Err(PickError::Left),
        Err(thrown) => Err(PickError::Refused(reason(&thrown))),
    }
}

/// What the picker suggests: a name, and the one kind of file.
fn options(name: &str, mime: &str, ending: &str) -> Object {
    let accept = object(mime, &Array::of1(&text(&format!(".{ending}"))));
    let options = object("types", &Array::of1(&object("accept", &accept)));
    set(&options, "suggestedName", &text(name));
    options
}

fn object(name: &str, value: &JsValue) -> Object {
    let object = Object::new();
    set(&object, name, value);
    object
}

fn set(object: &Object, name: &str, value: &JsValue) {
    // A new object takes everything.
    let _ = Reflect::set(object, &text(name), value);
}

fn get(object: &JsValue, name: &str) -> Result<JsValue, JsValue> {
    Reflect::get(object, &text(name))
}

fn named(thrown: &JsValue) -> String {
    get(thrown, "name").ok().and_then(|name| name.as_string()).unwrap_or_default()
}

/// Calls a method that answers later.
async fn call(object: &JsValue, method: &str, argument: &JsValue) -> Result<JsValue, JsValue> {
    let method: Function = get(object, method)?.dyn_into()?;
    let answer: Promise = method.call1(object, argument)?.dyn_into()?;
    JsFuture::from(answer).await
}

impl Picked {
    /// What it is called.
    #[must_use]
    pub fn name(&self) -> String {
        get(&self.0, "name").ok().and_then(|name| name.as_string()).unwrap_or_default()
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
        let stream = call(&self.0, "createWritable", &JsValue::UNDEFINED).await?;
        let mut written = call(&stream, "write", content).await;
        if written.is_ok() {
            written = call(&stream, "close", &JsValue::UNDEFINED).await;
        }
        if written.is_err() {
            // It may have ended already; the failure before is what is told.
            let _ = call(&stream, "abort", &JsValue::UNDEFINED).await;
        }
        written.map(|_| ())
    }
}
