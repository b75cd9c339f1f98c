//! What a page showed when it was left, so that Back finds it again.

use std::sync::Mutex;

use crate::domain::id::AssessmentId;

/// What was shown last of one assessment; for as long as the program runs.
pub struct Last<T>(Mutex<Option<(AssessmentId, T)>>);

impl<T: Clone + Default> Last<T> {
    /// Nothing was shown yet.
    pub const fn new() -> Self {
        Self(Mutex::new(None))
    }

    /// What was shown of this assessment, or nothing in particular.
    pub fn of(&self, id: &AssessmentId) -> T {
        let last = self.0.lock().ok().and_then(|last| last.clone());
        last.filter(|(of, _)| of == id).map(|(_, shown)| shown).unwrap_or_default()
    }

    /// Notes what is shown.
    pub fn note(&self, id: &AssessmentId, shown: T) {
        if let Ok(mut last) = self.0.lock() {
            *last = Some((id.clone(), shown));
        }
    }
}
