//! Reading a file that the person chose.

use js_sys::{Array, ArrayBuffer, Promise, Uint8Array};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Event, File, FileList, HtmlInputElement, Url};

use super::dynamic;

/// Why a file was not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileError {
    /// It is larger than was asked for.
    TooLarge,
    /// The browser can't read it; the text says why.
    Unreadable(String),
}

/// A file that the person chose.
#[derive(Debug)]
pub struct Chosen(File);

/// The files chosen in the file field that an event comes from. The field is emptied, so that the same
/// ones can be chosen again.
#[must_use]
pub fn all_chosen(event: &Event) -> Vec<Chosen> {
    let field = event.target().and_then(|field| field.dyn_into::<HtmlInputElement>().ok());
    let Some(field) = field else { return Vec::new() };
    let chosen = field.files().map(|files| listed(&files)).unwrap_or_default();
    field.set_value("");
    chosen
}

/// The files in a list.
pub(super) fn listed(files: &FileList) -> Vec<Chosen> {
    (0..files.length()).filter_map(|place| files.get(place).map(Chosen)).collect()
}

/// The texts of many files, in their order: all are read at once, for one after the other takes long.
/// [`FileError`] for those that are larger than `largest` bytes, or can't be read.
pub async fn texts(files: &[Chosen], largest: u32) -> Vec<Result<String, FileError>> {
    let begun = Array::new();
    for file in files {
        if file.fits(largest).is_ok() {
            begun.push(&file.0.text());
        }
    }
    let settled = JsFuture::from(Promise::all_settled(&begun)).await.unwrap_or_default();
    let mut settled = Array::from(&settled).into_iter();
    let mut next = |file: &Chosen| {
        file.fits(largest)?;
        let unreadable = || FileError::Unreadable(String::new());
        let one = settled.next().ok_or_else(unreadable)?;
        let text = dynamic::get(&one, "value").and_then(|text| text.as_string());
        text.ok_or_else(|| {
            let why = dynamic::get(&one, "reason");
            FileError::Unreadable(why.map(|thrown| super::reason(&thrown)).unwrap_or_default())
        })
    };
    files.iter().map(&mut next).collect()
}

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

    /// Its bytes.
    ///
    /// # Errors
    /// [`FileError`] when it is larger than `largest` bytes, or can't be read.
    pub async fn content(&self, largest: u32) -> Result<Vec<u8>, FileError> {
        let bytes = self.bytes(largest).await?;
        Ok(Uint8Array::new(&bytes).to_vec())
    }

    /// An address under which this page can show it, until that is revoked; `None` when the browser
    /// gives none.
    #[inline(never)] // see super::hold
    #[must_use]
    pub fn address(&self) -> Option<String> {
        Url::create_object_url_with_blob(&self.0).ok()
    }

    /// Whether it says that it is a picture made of lines.
    #[inline(never)] // see super::hold
    #[must_use]
    pub fn is_svg(&self) -> bool {
        self.0.type_() == "image/svg+xml"
    }

    /// Whether it says that it is a picture.
    #[inline(never)] // see super::hold
    #[must_use]
    pub fn is_picture(&self) -> bool {
        self.0.type_().starts_with("image/")
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
