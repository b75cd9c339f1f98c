//! Not written yet.

use super::{Context, Section};

/// Not written yet.
pub fn section(_context: &Context<'_>) -> Option<Section> {
    Some(Section { anchor: "documents".to_owned(), title: String::new(), wide: false, blocks: vec![] })
}
