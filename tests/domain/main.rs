//! The domain from outside: golden cases for every rule of scoring.md worked out by hand, and
//! properties over random packs and answers.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by panicking"
)]

mod averages;
mod comparison;
mod explanation;
mod findings;
mod functions;
mod headlines;
mod history;
mod iso27001;
mod looking_for;
mod measure;
mod merging;
mod next_standard;
mod notices;
mod outcome_words;
mod pack_reader;
mod plan;
mod priorities;
mod properties;
mod readiness;
mod reasons;
mod risks;
mod roadmap;
mod selection;
mod snapshots;
mod statement;
mod suggestion;
mod support;
mod verdicts;
mod workshop;
mod workshop_show;
