//! Reading kept assessments.

use leptos::prelude::*;

use super::super::{
    messages::{Message, load_error},
    state::State,
    words::t,
};
use crate::{
    domain::{id::AssessmentId, time::Timestamp},
    persist::{
        document::Document,
        library::{Access, LoadError, SaveError},
        reread,
    },
    text::Key,
};

/// Opens a kept assessment and tells what in it was not as expected.
///
/// # Errors
/// [`LoadError`]; nothing is open then, and nothing was written.
pub fn open(state: State, id: &AssessmentId) -> Result<(), LoadError> {
    let (mut open, opened) = state.with_library(|library, pack| library.load(pack, id))?;
    // Whoever reads along still does when it is read again.
    let access = if state.open_id().as_ref() == Some(id) { state.access() } else { open.access };
    if open.access == Access::Writes {
        open.access = access;
    }
    state.show(open);
    if !opened.notices.is_empty() {
        state.messages.tell(Message::from_notices(&opened.notices));
    }
    Ok(())
}

/// Whether the text of a file is read as the document that it was written of. If not, the person is told
/// and has the text all the same, for nothing else may be left of the work.
pub fn reads_back(state: State, document: &Document, text: &str) -> bool {
    let whole = reread::reads_back(&state.questionnaire().pack, document, text);
    if !whole {
        state.hand_over(&document.file_name("unchecked.json"), "application/json", text);
        state.messages.tell(Message::warning(t(Key::LockUnread)));
    }
    whole
}

/// Notes in a kept assessment when it was handed out as a file.
pub fn note_filed(state: State, id: &AssessmentId, filed: Timestamp) {
    // Where this fails, the list shows what is kept as it was, which is true.
    let _ = state.with_library(|library, pack| {
        let (mut open, _) = library.load(pack, id).ok()?;
        open.document.filed = Some(filed.clone());
        library.save(pack, &mut open, filed).ok()
    });
}

/// Shows what another tab has stored in place of what is open.
pub fn take_theirs(state: State, id: &AssessmentId) {
    // Whatever waits here is let go.
    match open(state, id) {
        Ok(()) => {
            state.is_saved();
            state.changed.iter().for_each(ArcTrigger::notify);
            if state.access() == Access::Writes {
                state.messages.tell(Message::success(t(Key::SaveTookTheirs)));
            }
        }
        Err(LoadError::NotFound) => state.is_not_saved(SaveError::DeletedElsewhere),
        Err(error) => state.messages.tell(Message::warning(load_error(&error))),
    }
}
