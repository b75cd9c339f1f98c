//! Files of the own origin. The first ones are fetched by `boot.js` while the wasm is on its way.

use js_sys::{ArrayBuffer, Promise, Reflect};
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;

/// A file that could not be had; the text says why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AssetError(
    /// The browser's words.
    pub String,
);

impl From<JsValue> for AssetError {
    fn from(thrown: JsValue) -> Self {
        Self(super::reason(&thrown))
    }
}

/// The text of a file that `boot.js` began to fetch under this name.
///
/// # Errors
/// [`AssetError`] when it was not fetched or the fetch failed.
pub async fn started(name: &str) -> Result<String, AssetError> {
    let window = super::window().ok_or_else(|| AssetError("no window".into()))?;
    let plumbline = Reflect::get(&window, &"plumbline".into())?;
    let promise: Promise = Reflect::get(&plumbline, &name.into())?
        .dyn_into()
        .map_err(|_| AssetError(format!("{name} was not fetched")))?;
    text(&JsFuture::from(promise).await?)
}

/// The text of a file beside the page.
///
/// # Errors
/// [`AssetError`] when the server doesn't have it or can't be reached.
pub async fn fetch(path: &str) -> Result<String, AssetError> {
    text(&JsFuture::from(response(path).await?.text()?).await?)
}

/// The bytes of a file beside the page.
///
/// # Errors
/// [`AssetError`] when the server doesn't have it or can't be reached.
pub async fn bytes(path: &str) -> Result<ArrayBuffer, AssetError> {
    let bytes = JsFuture::from(response(path).await?.array_buffer()?).await?;
    bytes.dyn_into().map_err(|_| AssetError("no bytes".into()))
}

async fn response(path: &str) -> Result<Response, AssetError> {
    let window = super::window().ok_or_else(|| AssetError("no window".into()))?;
    let response: Response = JsFuture::from(window.fetch_with_str(path))
        .await?
        .dyn_into()
        .map_err(|thrown| AssetError(super::reason(&thrown)))?;
    if response.ok() {
        Ok(response)
    } else {
        Err(AssetError(format!("{path}: {}", response.status())))
    }
}

/// Where a worker lies, without the ending of its script and of its program: the build has told the
/// page.
#[must_use]
pub fn worker(name: &str) -> Option<String> {
    let attribute = format!("data-{name}");
    let script = super::document()?.query_selector(&format!("script[{attribute}]")).ok()??;
    script.get_attribute(&attribute)
}

fn text(value: &JsValue) -> Result<String, AssetError> {
    value.as_string().ok_or_else(|| AssetError("no text".into()))
}
