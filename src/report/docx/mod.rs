//! The report as a Word file (Office Open XML, ECMA-376, transitional).
//!
//! A zip of XML parts, written with maud as all markup here is. docx-rs would have been the library
//! for it, but knows neither headers that tables repeat nor alternative texts nor a language
//! (version 0.4.22), and would have been many times as large.

mod body;
mod contents;
mod image;
mod layout;
mod margins;
mod package;
mod properties;
mod style;
mod style_names;
mod stylesheet;
mod table;
mod words;
pub(super) mod xml;

use std::fmt;

use self::{layout::Layout, package::Package};
pub use self::{style::Style, style_names::StyleNames};
use super::{archive::ZipError, document::Document, picture::Picture};
use crate::text::Texts;

/// Why a report didn't become a Word file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DocxError {
    /// The parts didn't go into one file, for instance because a picture is larger than 4 GiB. What
    /// the library says about it.
    Packing(String),
}

impl fmt::Display for DocxError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Packing(why) => write!(formatter, "the parts didn't go into one file: {why}"),
        }
    }
}

impl std::error::Error for DocxError {}

impl From<ZipError> for DocxError {
    fn from(error: ZipError) -> Self {
        Self::Packing(error.to_string())
    }
}

/// Writes a document as Word file. The same document always gives the same bytes.
///
/// `pictures` are those of its figures in its order ([`super::picture::figures`]); a figure without
/// one is told in words. `styles` are what the client's template calls the styles, `texts` the words
/// around the report in its language. Small charts in cells are left out: the other cells say the
/// same.
///
/// # Errors
/// When the parts don't go into one file.
pub fn write(
    document: &Document,
    pictures: &[Picture],
    styles: &StyleNames,
    texts: &Texts,
) -> Result<Vec<u8>, DocxError> {
    let body = body::body(document, pictures, styles, texts);
    let language = language(&document.language);
    let mut package = Package::new();
    package.add("[Content_Types].xml", package::content_types())?;
    package.add("_rels/.rels", package::relations())?;
    package.add("word/document.xml", body.text)?;
    package.add("word/_rels/document.xml.rels", package::document_relations(&body.images))?;
    package.add("word/styles.xml", stylesheet::stylesheet(styles, &document.brand, language))?;
    package.add("word/numbering.xml", properties::numbering(styles, body.numbered))?;
    package.add("word/settings.xml", properties::settings())?;
    for layout in Layout::ALL {
        let (header, footer) = (layout.part("header"), layout.part("footer"));
        package.add(&format!("word/{header}.xml"), margins::header(document, styles, layout))?;
        package
            .add(&format!("word/{footer}.xml"), margins::footer(document, styles, texts, layout))?;
        if document.brand.logo.is_some() {
            let relations = package::logo_relations();
            package.add(&format!("word/_rels/{header}.xml.rels"), relations)?;
        }
    }
    package.add("docProps/core.xml", properties::core(document))?;
    package.add("docProps/app.xml", properties::app(document))?;
    package.add_images(&body.images)?;
    Ok(package.finish()?)
}

/// The language in which Word checks spelling. It wants a region; the English here is British.
fn language(tag: &str) -> &str {
    if tag == "en" { "en-GB" } else { tag }
}
