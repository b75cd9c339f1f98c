//! Every name under which Plumbline keeps something in the browser. All begin with `plumbline.`, so
//! that nothing of the host page is touched.

use crate::domain::id::AssessmentId;

/// Before everything that is kept.
pub const ALL: &str = "plumbline.";
/// Before the identifier of an assessment: its document ([`super::document`]).
pub const ASSESSMENT: &str = "plumbline.assessment.";
/// Before the identifier of a deleted assessment: its document, until it is restored or erased. When
/// more than one state of it was deleted, a slash and a number follow, which are in no identifier.
pub const DELETED: &str = "plumbline.deleted.";
/// Light or dark: a preference of the person, not part of any file.
pub const THEME: &str = "plumbline.theme";
/// Whether keys without Ctrl do something: a preference of the person.
pub const SINGLE_KEYS: &str = "plumbline.single_keys";
/// Which report was made last, in which format: a preference of the person.
pub const REPORTS: &str = "plumbline.reports";
/// How reports look ([`super::branding`]): a preference of the person, not part of any file.
pub const BRANDING: &str = "plumbline.branding";
/// Written and removed at start to find out whether storage works.
pub const PROBE: &str = "plumbline.probe";

/// Where an assessment is kept.
#[must_use]
pub fn assessment(id: &AssessmentId) -> String {
    format!("{ASSESSMENT}{id}")
}

/// Where a deleted state of an assessment is kept, with its number from 1.
#[must_use]
pub fn deleted(id: &AssessmentId, number: u32) -> String {
    if number == 1 { format!("{DELETED}{id}") } else { format!("{DELETED}{id}/{number}") }
}

/// The assessment that is kept or was deleted under a name; `None` when the name is another's.
#[must_use]
pub fn id(prefix: &str, key: &str) -> Option<AssessmentId> {
    let id = key.strip_prefix(prefix)?;
    let id = if prefix == DELETED { id.split('/').next()? } else { id };
    AssessmentId::parse(id).ok()
}
