//! Reading a file that the person chose.

use js_sys::ArrayBuffer;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Event, File, HtmlInputElement};

/// Why a file was not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileError {
    /// It is larger than was asked for.
    TooLarge,
    /// The browser can't read it; the text says why.
    Unreadable(String),
}

/// A file that the person chose.
pub struct Chosen(File);

/// The file chosen in the file field that an event comes from. The field is emptied, so that the
/// same file can be chosen again.
#[must_use]
pub fn chosen(event: &Event) -> Option<Chosen> {
    let input: HtmlInputElement = event.target()?.dyn_into().ok()?;
    let file = input.files()?.get(0)?;
    input.set_value("");
    Some(Chosen(file))
}

impl Chosen {
    /// Its text.
    ///
    /// # Errors
    /// [`FileError`] when it is larger than `largest` bytes, or can't be read.
    pub async fn text(&self, largest: u32) -> Result<String, FileError> {
        self.fits(largest)?;
        let text = JsFuture::from(self.0.text()).await;
        let text = text.map_err(|thrown| FileError::Unreadable(super::reason(&thrown)))?;
        Ok(text.as_string().unwrap_or_default())
    }

    /// Its bytes, which stay in the browser's memory.
    ///
    /// # Errors
    /// [`FileError`] when it is larger than `largest` bytes, or can't be read.
    pub async fn bytes(&self, largest: u32) -> Result<ArrayBuffer, FileError> {
        self.fits(largest)?;
        let bytes = JsFuture::from(self.0.array_buffer()).await;
        let bytes = bytes.and_then(JsCast::dyn_into);
        bytes.map_err(|thrown| FileError::Unreadable(super::reason(&thrown)))
    }

    fn fits(&self, largest: u32) -> Result<(), FileError> {
        if self.0.size() > f64::from(largest) { Err(FileError::TooLarge) } else { Ok(()) }
    }

    /// What it is called.
    #[must_use]
    pub fn name(&self) -> String {
        self.0.name()
    }
}
