//! A file is read back before anybody is told that it was saved.

use super::{document::Document, read::read};
use crate::domain::pack::Pack;

/// Whether a text that was written of a document is read as that document, and written again as that
/// text. What a document carries of leftovers can be of something that is gone, and isn't written then;
/// all else is the same on both sides.
#[must_use]
pub fn reads_back(pack: &Pack, document: &Document, text: &str) -> bool {
    read(pack, text).is_ok_and(|opened| {
        let read = opened.document;
        read.assessment == document.assessment
            && read.revision == document.revision
            && read.saved == document.saved
            && read.filed == document.filed
            && read.write(pack.reference()).is_ok_and(|again| again == text)
    })
}
