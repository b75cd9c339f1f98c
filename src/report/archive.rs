//! Several files in one: a ZIP, which a Word file is too.

use std::io::{Cursor, Write as _};

pub use zip_archive::result::ZipError;
use zip_archive::{CompressionMethod, DateTime, ZipWriter, write::SimpleFileOptions};

/// An archive that is being put together.
pub struct Archive(ZipWriter<Cursor<Vec<u8>>>);

impl Archive {
    /// One with nothing in it.
    #[must_use]
    pub fn new() -> Self {
        Self(ZipWriter::new(Cursor::new(Vec::new())))
    }

    /// Adds a file and makes it smaller.
    ///
    /// # Errors
    /// The archive would be larger than 4 GiB.
    pub fn add(&mut self, name: &str, bytes: &[u8]) -> Result<(), ZipError> {
        self.put(name, bytes, CompressionMethod::Deflated)
    }

    /// Adds a file that can't be made smaller, such as a picture.
    ///
    /// # Errors
    /// The archive would be larger than 4 GiB.
    pub fn add_as_it_is(&mut self, name: &str, bytes: &[u8]) -> Result<(), ZipError> {
        self.put(name, bytes, CompressionMethod::Stored)
    }

    fn put(&mut self, name: &str, bytes: &[u8], how: CompressionMethod) -> Result<(), ZipError> {
        // Always the same moment, so that the same files are the same archive.
        let options = SimpleFileOptions::default()
            .compression_method(how)
            .last_modified_time(DateTime::default());
        self.0.start_file(name, options)?;
        Ok(self.0.write_all(bytes)?)
    }

    /// The archive.
    ///
    /// # Errors
    /// The archive would be larger than 4 GiB.
    pub fn finish(self) -> Result<Vec<u8>, ZipError> {
        Ok(self.0.finish()?.into_inner())
    }
}

impl Default for Archive {
    fn default() -> Self {
        Self::new()
    }
}
