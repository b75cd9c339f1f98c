//! Reports from outside: what they look like, that they say what was answered, and that no text
//! can break out of its place.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by panicking"
)]

mod answers;
mod blocks;
#[cfg(feature = "export")]
mod docx;
mod escaping;
mod form;
mod markdown;
mod one_page;
mod outline;
mod page;
#[cfg(feature = "export")]
mod pdf;
mod sections;
mod snapshots;
mod support;
mod work;
mod workshop;
#[cfg(feature = "export")]
mod xlsx;
