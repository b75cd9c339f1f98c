//! The camera. What it sees is shown on the page and read by it, and is neither kept nor sent.

use js_sys::Array;
use wasm_bindgen::JsValue;

use super::{
    document,
    dynamic::{ask, call, get, name_of, object, set},
    pixels::Drawable,
    reason, window,
    worker::{number, text},
};

/// How wide a picture is asked for: a code of a whole session fills some tenth of it.
const WIDTH: u32 = 1280;

/// Why there is no picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CameraError {
    /// The page came by http, for which browsers give no camera.
    Insecure,
    /// The person, the browser's settings or the page around this one don't allow it.
    Refused,
    /// There is no camera.
    Missing,
    /// Another program has it.
    Busy,
    /// Something else; the text says what, as far as the browser does.
    Other(String),
}

/// A camera that runs until it is let go.
#[derive(Debug)]
pub struct Camera {
    stream: JsValue,
    video: Option<JsValue>,
}

/// Turns the camera on: the one that looks away from the person, if there is one.
///
/// # Errors
/// [`CameraError`]
pub async fn open() -> Result<Camera, CameraError> {
    let window = window().ok_or(CameraError::Missing)?;
    if get(&window, "isSecureContext").is_none_or(|secure| secure.is_falsy()) {
        return Err(CameraError::Insecure);
    }
    let devices = window.navigator();
    let devices = get(&devices, "mediaDevices").ok_or(CameraError::Missing)?;
    let video = object("facingMode", &text("environment"));
    set(&video, "width", object("ideal", &number(WIDTH)).as_ref());
    let wanted = object("video", &video);
    let stream = ask(&devices, "getUserMedia", &[&wanted]).await;
    let stream = stream.map_err(|thrown| match &*name_of(&thrown) {
        "NotAllowedError" | "SecurityError" => CameraError::Refused,
        "NotFoundError" | "OverconstrainedError" => CameraError::Missing,
        "NotReadableError" | "AbortError" => CameraError::Busy,
        _ => CameraError::Other(reason(&thrown)),
    })?;
    Ok(Camera { stream, video: None })
}

impl Camera {
    /// Shows it in the `video` element with this id; false when that isn't there.
    pub async fn show(&mut self, id: &str) -> bool {
        let video = document().and_then(|document| document.get_element_by_id(id));
        let Some(video) = video.map(JsValue::from) else { return false };
        set(&video, "srcObject", &self.stream);
        // Where it doesn't play by itself, its first picture still comes.
        let _ = ask(&video, "play", &[]).await;
        self.video = Some(video);
        true
    }

    /// What is shown now; `None` before there is a picture.
    #[must_use]
    pub fn picture(&self) -> Option<Drawable> {
        let shown = Drawable(self.video.clone()?);
        shown.size().is_some().then_some(shown)
    }

    /// Whether it still runs: somebody may pull its plug.
    #[must_use]
    pub fn runs(&self) -> bool {
        self.tracks().iter().any(|track| {
            get(&track, "readyState").and_then(|state| state.as_string()).as_deref() == Some("live")
        })
    }

    fn tracks(&self) -> Array {
        call(&self.stream, "getTracks", &[]).map(|tracks| Array::from(&tracks)).unwrap_or_default()
    }
}

impl Drop for Camera {
    /// Turns it off, and its light.
    fn drop(&mut self) {
        for track in self.tracks().iter() {
            let _ = call(&track, "stop", &[]);
        }
        if let Some(video) = &self.video {
            set(video, "srcObject", &JsValue::NULL);
        }
    }
}
