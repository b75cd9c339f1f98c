//! Making files for people in a worker, so that the page stays at their service: what page and
//! worker tell each other ([`job`]), and the work itself. `src/bin/scribe/` is the worker around it.

#[cfg(feature = "export")]
pub mod desk;
pub mod job;
#[cfg(feature = "export")]
mod matter;
#[cfg(feature = "export")]
pub mod pictures;
