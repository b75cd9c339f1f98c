//! Handing a file to the person.

use js_sys::{Array, ArrayBuffer};
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

/// The browser refused to make or hand over a file; the text says why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DownloadError(
    /// The browser's words.
    pub String,
);

impl From<JsValue> for DownloadError {
    fn from(thrown: JsValue) -> Self {
        Self(super::reason(&thrown))
    }
}

/// Whether files reach the person. No event tells: a frame whose host forbids downloads drops them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// Nothing stands between the page and the browser.
    Open,
    /// The page is in a frame of another page, which keeps to itself what it allows.
    Unknown,
    /// The page is in a frame that says it doesn't allow downloads.
    Closed,
}

/// How files reach the person from where this page is shown.
#[must_use]
pub fn way() -> Way {
    let Some(window) = super::window() else { return Way::Open };
    let parent = window.parent().ok().flatten();
    if parent.as_ref().is_none_or(|parent| *parent == window) {
        return Way::Open;
    }
    // Only a frame of the own website can be looked at from inside.
    let Some(frame) = window.frame_element().ok().flatten() else { return Way::Unknown };
    let allowed = frame.get_attribute("sandbox");
    if allowed.is_some_and(|allowed| !allowed.split_whitespace().any(|it| it == "allow-downloads"))
    {
        Way::Closed
    } else if parent == window.top().ok().flatten() {
        Way::Open
    } else {
        Way::Unknown
    }
}

/// How long a file stays fetchable after the click: some browsers read it late.
const KEEP_MILLIS: i32 = 60_000;

/// Offers a text as a file, as if a link to it had been clicked.
///
/// # Errors
/// [`DownloadError`] when the browser refuses.
pub fn save(name: &str, mime: &str, text: &str) -> Result<(), DownloadError> {
    offer(name, mime, &text.into())
}

/// Offers bytes as a file, as if a link to it had been clicked.
///
/// # Errors
/// [`DownloadError`] when the browser refuses.
#[inline(never)] // see super::hold
pub fn save_bytes(name: &str, mime: &str, bytes: &ArrayBuffer) -> Result<(), DownloadError> {
    offer(name, mime, bytes)
}

fn offer(name: &str, mime: &str, content: &JsValue) -> Result<(), DownloadError> {
    let missing = || DownloadError("no page".into());
    let window = super::window().ok_or_else(missing)?;
    let document = super::document().ok_or_else(missing)?;
    let properties = BlobPropertyBag::new();
    properties.set_type(mime);
    let parts = Array::of1(content);
    // Whatever it is called: the parts of a blob may be of any kind.
    let blob = Blob::new_with_str_sequence_and_options(&parts, &properties)?;
    let url = Url::create_object_url_with_blob(&blob)?;
    let link: HtmlAnchorElement =
        document.create_element("a")?.dyn_into().map_err(|_| missing())?;
    link.set_href(&url);
    link.set_download(name);
    link.set_hidden(true);
    document.body().ok_or_else(missing)?.append_child(&link)?;
    link.click();
    link.remove();
    let forget = wasm_bindgen::closure::Closure::once_into_js(move || Url::revoke_object_url(&url));
    window.set_timeout_with_callback_and_timeout_and_arguments_0(
        forget.unchecked_ref(),
        KEEP_MILLIS,
    )?;
    // It was tried all the same: not every browser obeys.
    if way() == Way::Closed { Err(DownloadError("no allow-downloads".into())) } else { Ok(()) }
}
