//! Files and storage from outside: what is read is written again, whatever a file holds nothing
//! panics, and no fault of the store loses what was kept.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by panicking"
)]

mod cases;
mod documentation;
mod example;
mod faults;
mod golden;
mod hostile;
mod inventory;
mod library;
mod locked;
mod malformed;
mod merge;
mod model;
mod notices;
mod pieces;
mod random;
mod refusals;
mod reread;
mod round_trip;
#[cfg(feature = "export")]
mod sheet;
mod stores;
mod support;
mod two_copies;
mod work;
#[cfg(feature = "export")]
mod workbooks;
mod workshop;
