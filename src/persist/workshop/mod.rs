//! What goes between trainer and groups: codes that fit a link, a small QR code and a chat message, and
//! files with the notes (docs/workshop-codes.md describes them for other programs, docs/decisions/0031 why
//! they are so).

mod bits;
pub mod code;
pub mod find;
pub mod group_file;
pub mod intake;
mod letters;
pub mod returned;
#[cfg(feature = "scan")]
pub mod scan;
pub mod shelf;
pub mod show;
pub mod start;
pub mod whole;
