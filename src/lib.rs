//! Plumbline measures how far an organisation's information security management system is from
//! ISO/IEC 27001:2022, in the browser and nowhere else.
//!
//! The heart is one function: [`domain::evaluation::evaluate`] turns a questionnaire
//! ([`domain::pack::Pack`]) and the answers to it ([`domain::assessment::Assessment`]) into results.
//!
//! ```
//! use plumbline::{domain::evaluation::evaluate, persist};
//!
//! let pack = persist::pack::read_pack(include_str!("../packs/iso27001-2022/pack.json"))?;
//! let file = r#"{"format":"plumbline-assessment","version":1,"pack":{"id":"iso27001-2022"},
//!     "assessment":{"id":"x","name":"Acme","created":"2026-11-22T09:00:00.000Z",
//!     "answers":{"4.1":{"rating":"L"},"A.5.7":{"rating":"N"}}}}"#;
//! let opened = persist::read::read(&pack, file)?;
//! let results = evaluate(&pack, &opened.document.assessment);
//! assert_eq!(results.everything.conformity.map(|ratio| ratio.percent()), Some(33));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! | module | what it does | what it doesn't |
//! |---|---|---|
//! | [`domain`] | questionnaire, assessment, actions, results | clock, input and output, text for people |
//! | [`persist`] | files and storage: formats, tolerant reading, load and save | know where texts are kept |
//! | [`text`] | the words of the interface and of a questionnaire | draw |
//! | [`report`] | what is handed over, and its formats | compute |
//! | [`export`] | files in a worker: what page and worker tell each other, and the making | touch the browser, draw |
//! | `app` | the screens (feature `web`) | touch the browser, compute |
//! | `browser` | the browser's side of storage, files, clock (feature `web`) | know the domain |
//!
//! `ARCHITECTURE.md` says why, and which of these directions are checked.

pub mod domain;
pub mod export;
pub mod persist;
pub mod report;
pub mod text;

#[cfg(feature = "web")]
pub mod app;
#[cfg(feature = "web")]
pub mod browser;
