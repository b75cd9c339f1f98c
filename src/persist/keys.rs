//! Every name under which Plumbline keeps something in the browser. All begin with `plumbline.`, so
//! that nothing of the host page is touched.

use crate::domain::id::AssessmentId;

/// Before the identifier of an assessment: its document ([`super::document`]).
pub const ASSESSMENT: &str = "plumbline.assessment.";
/// Before the identifier of a deleted assessment: its document, until it is restored or erased.
pub const DELETED: &str = "plumbline.deleted.";
/// Light or dark: a preference of the person, not part of any file.
pub const THEME: &str = "plumbline.theme";
/// Written and removed at start to find out whether storage works.
pub const PROBE: &str = "plumbline.probe";

/// Where an assessment is kept.
#[must_use]
pub fn assessment(id: &AssessmentId) -> String {
    format!("{ASSESSMENT}{id}")
}

/// Where a deleted assessment is kept.
#[must_use]
pub fn deleted(id: &AssessmentId) -> String {
    format!("{DELETED}{id}")
}
