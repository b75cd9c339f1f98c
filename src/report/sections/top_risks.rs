//! Not written yet.

use super::{Context, Section};

/// Not written yet.
pub fn section(_context: &Context<'_>) -> Section {
    Section { anchor: "top_risks".to_owned(), title: String::new(), wide: false, blocks: vec![] }
}
