//! The SHA-256 of a file that the person chose, computed by the browser. The file itself is read once
//! and kept nowhere.

use std::fmt::Write as _;

use js_sys::{ArrayBuffer, Promise, Uint8Array};
use wasm_bindgen::JsCast as _;
use wasm_bindgen_futures::JsFuture;

use super::file::{Chosen, FileError};

/// Largest file in bytes: the browser digests no file piece by piece, so all of it has to fit into
/// memory at once.
pub const LARGEST: u32 = 512 * 1024 * 1024;

/// Whether the browser computes digests here: it does so only for pages that came over https, or from
/// this machine.
#[must_use]
pub fn works() -> bool {
    super::window().is_some_and(|window| window.is_secure_context())
}

/// The SHA-256 of a file as 64 hexadecimal digits in lower case.
///
/// # Errors
/// [`FileError`] when the file is larger than [`LARGEST`], or can't be read.
pub async fn sha256(chosen: &Chosen) -> Result<String, FileError> {
    let unreadable = |thrown| FileError::Unreadable(super::reason(&thrown));
    let bytes = chosen.bytes(LARGEST).await?;
    let digest = begin(&bytes).ok_or_else(|| FileError::Unreadable(String::new()))?;
    let digest = JsFuture::from(digest).await.map_err(unreadable)?;
    let mut digits = String::with_capacity(64);
    for byte in Uint8Array::new(&digest).to_vec() {
        let _ = write!(digits, "{byte:02x}");
    }
    Ok(digits)
}

/// Begins to compute the digest of some bytes.
#[inline(never)] // see super::hold
#[must_use]
pub fn begin(bytes: &ArrayBuffer) -> Option<Promise> {
    let subtle = super::window()?.crypto().ok()?.subtle();
    subtle.digest_with_str_and_buffer_source("SHA-256", bytes.unchecked_ref()).ok()
}
