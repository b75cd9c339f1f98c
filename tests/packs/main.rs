//! The packs that come with Plumbline: their form, their facts and their wording.
//!
//! Every test looks at everything and tells all faults together, so that whoever edits a pack mends
//! them in one go.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by panicking"
)]

mod agreement;
mod articles;
mod bounds;
mod cases;
mod catalogue;
mod complete;
mod csf;
mod documents;
mod facts;
mod faults;
mod files;
mod form;
mod guide;
mod reading_ease;
mod repetition;
mod scenarios;
mod schema;
mod specimens;
mod steps;
mod typography;
mod wording;
